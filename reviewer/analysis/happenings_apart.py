"""Days of one happening that no label names: what is told of both is told in the same words."""

import re
from math import inf

from reviewer.analysis.corpus import Item
from reviewer.analysis.days_apart import OFTEN, room_ago
from reviewer.analysis.frames import Frame
from reviewer.analysis.stems import content
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind, Role

_TOLD = re.compile(
    r"\b(?:said|says|told|reported|wrote|announced|published|updated|according to|spoke)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\s*(?:\([^)\n]{1,40}\)\s*)?[-\u2013\u2014]+\s")
_RELATIVE = re.compile(r"(?:yesterday|today|tonight|(?:last|this|next) week)$", re.IGNORECASE)
_BEFORE = 60
_LEAST, _SURE = 0.12, 0.4
_FIXED = frozenset([Role.START, Role.END])
_TOO_FAR = 4 * 366
_SAID = content(
    [*OFTEN, "signed", "announced", "approved", "launched", "agreed", "elected", "delivered"]
)
_YEAR = 366
_APART = ((62, 0.85), (_YEAR, 0.7), (_TOO_FAR, 0.55))
_SAME_THING = 0.85
_FUZZY = 0.6


def judge_happenings(one: Item, other: Item, alike: float) -> Verdict | None:
    """A verdict on two dates that are told of in the same words, the more doubtful the farther
    apart; none on days of reporting, or on a beginning and an end."""
    a, b = one.frame, other.frame
    if a.kind is not QuantityKind.DATE or b.kind is not QuantityKind.DATE:
        return None
    if alike < _LEAST or {a.role, b.role} >= _FIXED or (a.thing and b.thing and a.thing != b.thing):
        return None
    often = a.thing == b.thing and a.thing in OFTEN
    if (often or alike < _SURE) and not _shares_words(a, b):
        return None
    apart = max(a.span.low - b.span.high, b.span.low - a.span.high, 0.0)
    apart -= max(room_ago(one), room_ago(other))
    if not 0 < apart <= _TOO_FAR:
        return None
    strength = next(share for days, share in _APART if apart <= days)
    if a.thing and a.thing == b.thing:
        strength = max(strength, _SAME_THING)
    if max(_width(a), _width(b)) > _YEAR:
        strength *= _FUZZY
    to_come = a.written != b.written and any(
        frame.written is not None and frame.span.high > frame.written.toordinal()
        for frame in (a, b)
    )
    kind = RelationKind.UPDATES if to_come else RelationKind.CONTRADICTS
    return Verdict(kind, Dimension.TEMPORAL, strength, "happening")


def is_of_telling(item: Item) -> bool:
    """Whether a date is that of the telling: "said on Thursday", "yesterday"."""
    text, claim = item.text, item.claim
    before = text[max(0, claim.start - _BEFORE) : claim.start]
    opens = claim.start - item.frame.sentence < _BEFORE
    line = opens and _DATELINE.match(text, claim.end) and "," in before
    return bool(line or _TOLD.search(before) or _RELATIVE.match(claim.exact))


def _shares_words(a: Frame, b: Frame) -> bool:
    if a.thing and a.thing == b.thing and a.thing not in OFTEN:
        return True
    names = content(word for name in a.names | a.who | b.names | b.who for word in name.split())
    return bool(a.heads.union(a.near) & b.heads.union(b.near) - names - _SAID)


def _width(frame: Frame) -> float:
    width = frame.span.high - frame.span.low
    return 0.0 if width == inf else width
