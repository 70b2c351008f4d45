"""Days of one happening that no label names: what is told of both is told in the same words."""

import re
from math import inf

from reviewer.analysis.corpus import Item
from reviewer.analysis.day_roles import is_former_plan, is_of_figure
from reviewer.analysis.days_apart import OFTEN, are_two_things, has_other_parties, room_ago
from reviewer.analysis.frames import Frame
from reviewer.analysis.one_deed import are_two_deeds, is_of_state, told_apart
from reviewer.analysis.stems import content
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind, Role

_TOLD = re.compile(
    r"\b(?:said|says|told|reported|wrote|announced|published|updated|according to|spoke"
    r"|insisted|warned|confirmed|denied|admitted|conceded|added)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?: (?:morning|afternoon|evening|night))?,? "
    r"(?:said|says|told|asked|urged|warned|announced|reported|called on)\b"
)
_BYLINE = re.compile(r"(?:^|\n)[^\n.]{0,40},\s*$")
_DATELINE = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?[-\u2013\u2014]+\s")
_RELATIVE = re.compile(r"(?:yesterday|today|tonight|(?:last|this|next) week)$", re.IGNORECASE)
_PLACED = re.compile(
    r"\b(first|second|third|fourth|fifth|last|final|next) (?!year|month|week|day)(\w+)"
)
_NOT = frozenset(("not", "never", "hadn't", "didn't", "nor"))
_UNTIL = frozenset(("until", "before", "till", "by", "earlier", "only", "later"))
_BEFORE = 60
_LEAST, _SURE = 0.12, 0.4
_FIXED = frozenset([Role.START, Role.END])
_TOO_FAR = 4 * 366
_SAID = content(
    [
        *OFTEN,
        "signed",
        "announced",
        "approved",
        "launched",
        "agreed",
        "elected",
        "delivered",
        "km",
        "kmh",
        "mm",
        "mph",
        "cm",
        "metres",
        "hour",
        "hours",
        "miles",
    ]
)
_YEAR = 366
_APART = ((62, 0.85), (_YEAR, 0.7), (_TOO_FAR, 0.55))
_SAME_THING = 0.85
_WEEK, _QUARTER, _HALF = 7, 89, 190
_FUZZY = 0.6


def judge_happenings(one: Item, other: Item, alike: float) -> Verdict | None:
    """A verdict on two dates that are told of in the same words, the more doubtful the farther
    apart; none on days of reporting, or on a beginning and an end."""
    a, b = one.frame, other.frame
    if alike < _LEAST or not _can_be_one(a, b):
        return None
    often = a.thing == b.thing and a.thing in OFTEN
    if (often or alike < _SURE) and not _shares_words(a, b):
        return None
    apart = max(a.span.low - b.span.high, b.span.low - a.span.high, 0.0)
    apart -= max(room_ago(one), room_ago(other))
    if not 0 < apart <= _TOO_FAR or _are_two(one, other, apart):
        return None
    to_come = a.written != b.written and any(
        frame.written is not None and frame.span.high > frame.written.toordinal()
        for frame in (a, b)
    )
    if not to_come and _are_stretches(a, b):
        return None
    strength = next(share for days, share in _APART if apart <= days) * told_apart(one, other)
    if a.thing and a.thing == b.thing:
        strength = max(strength, _SAME_THING)
    if max(_width(a), _width(b)) > _YEAR:
        strength *= _FUZZY
    kind = RelationKind.UPDATES if to_come else RelationKind.CONTRADICTS
    return Verdict(kind, Dimension.TEMPORAL, strength, "happening")


def _can_be_one(a: Frame, b: Frame) -> bool:
    dates = a.kind is b.kind is QuantityKind.DATE
    apart = a.thing and b.thing and a.thing != b.thing
    denied = (a.manner == "denied") != (b.manner == "denied")
    return dates and not apart and not denied and not {a.role, b.role} >= _FIXED


def _are_two(one: Item, other: Item, apart: float) -> bool:
    """Whether two happenings are told of in like words: the news of two weeks, what two pairs of
    parties did, what is of two years or of the first and the last."""
    a, b = one.frame, other.frame
    news = apart > _APART[0][0] and a.thing != b.thing and _is_news(a) and _is_news(b)
    old = any(is_former_plan(item) or is_of_figure(item) for item in (one, other))
    return bool(
        news
        or old
        or has_other_parties(a, b)
        or (not (a.who or b.who) and are_two_things(one, other))
        or _denies(one) != _denies(other)
        or _are_of_periods(one, other)
        or _are_in_order(one, other)
        or are_two_deeds(one, other, apart)
    )


def _are_stretches(a: Frame, b: Frame) -> bool:
    """ "Rose in the first quarter", "fell in the second quarter"."""
    told = a.thing and a.thing == b.thing
    return not told and _QUARTER <= min(_width(a), _width(b)) <= _HALF


def is_of_telling(item: Item) -> bool:
    """Whether a date is that of the telling, "said on Thursday", or of a state, "as of 3 May"."""
    text, claim = item.text, item.claim
    before = text[max(0, claim.start - _BEFORE) : claim.start]
    opens = claim.start - item.frame.sentence < _BEFORE
    line = opens and _DATELINE.match(text, claim.end) and "," in before
    byline = _BYLINE.search(before) and item.text[claim.end : claim.end + 1] in ("\n", "")
    told = _TOLD.search(before) or _TELLS.match(item.text, claim.end)
    return bool(line or byline or told or _RELATIVE.match(claim.exact)) or is_of_state(item)


def _denies(item: Item) -> bool:
    """ "Had not signed when war came in 2020"; "not before 2027" gives a day."""
    before = item.before().lower().split()
    return not _NOT.isdisjoint(before) and _UNTIL.isdisjoint(before)


def _is_news(frame: Frame) -> bool:
    """Whether the day is that of which news was written: "on Thursday", which comes each week."""
    if frame.written is None:
        return False
    return abs(frame.written.toordinal() - frame.span.low) <= _WEEK


def _are_of_periods(*items: Item) -> bool:
    """ "A dividend for 2023" and "for 2025": not when it was, but what it is of."""
    return all(item.text[: item.claim.start].rstrip().lower().endswith(" for") for item in items)


def _are_in_order(*items: Item) -> bool:
    """ "The first unit" and "the last unit"."""
    mine, theirs = (
        {noun: place for place, noun in _PLACED.findall(item.text, *_clause(item))}
        for item in items
    )
    return any(noun in theirs and theirs[noun] != mine[noun] for noun in mine)


def _clause(item: Item) -> tuple[int, int]:
    return item.frame.sentence, item.claim.start


def _shares_words(a: Frame, b: Frame) -> bool:
    if a.thing and a.thing == b.thing and a.thing not in OFTEN:
        return True
    names = content(word for name in a.names | a.who | b.names | b.who for word in name.split())
    return bool(a.heads.union(a.near) & b.heads.union(b.near) - names - _SAID)


def _width(frame: Frame) -> float:
    width = frame.span.high - frame.span.low
    return 0.0 if width == inf else width
