"""Dates of one happening that exclude each other; and how long ago against since when."""

import re
from datetime import date
from math import inf

from reviewer.analysis.concepts import words_of
from reviewer.analysis.corpus import Item
from reviewer.analysis.day_roles import days_open, is_former_plan, is_of_figure
from reviewer.analysis.frames import Frame
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.one_deed import are_two_deeds, told_apart
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind, Role

_SINCE = frozenset([Role.START])
OFTEN = frozenset(["signing", "announcement", "approval", "launch", "delivery", "election"])
"""Happenings that come more than once: two days of them say little."""
_ONGOING = frozenset(["cooperation", "deployment"])
_FIRST = frozenset(["first"])
_CLOSE = 0.25
_FUZZY = 0.6
_MONTH = 30
_YEAR = 366
_ONCE_A_YEAR = 300
_LONG = 3 * 366
_TOO_FAR, _AGES = 40 * 366, 300 * 366
_AGO = re.compile(r"\byears? ago\b")
_ROUND, _ROUNDER = 10, 20
_FISCAL = re.compile(r"\d{4}[-/\u2013]\d\d(?:\d\d)?\.?")


def judge_days(one: Item, other: Item) -> Verdict | None:
    """A verdict on two dates, or on a date and a duration up to the day of writing; none on "the
    third since 2010", which says from when on is counted."""
    a, b = one.frame, other.frame
    if not a.thing or a.thing != b.thing:
        return None
    if a.kind is not b.kind:
        return _since(a, b) if a.kind is QuantityKind.DATE else _since(b, a)
    if any(is_former_plan(item) or is_of_figure(item) for item in (one, other)):
        return None
    counted = a.role is b.role is Role.START and _are_counted(a, b)
    if counted or (not (a.who or b.who) and are_two_things(one, other)):
        return None
    apart = _apart(one, other) - max(room_ago(one), room_ago(other))
    again = a.thing in OFTEN and (apart > _ONCE_A_YEAR or has_other_parties(a, b))
    ongoing = a.thing in _ONGOING and a.role not in (Role.START, Role.END)
    # What came about long ago is not what is still to come.
    far = apart > _TOO_FAR or (apart > _LONG and _is_over(a) != _is_over(b))
    if again or ongoing or apart <= 0 or far or are_two_deeds(one, other, apart):
        return None
    vague = max(_width(a), _width(b))
    even = _FISCAL.fullmatch(one.claim.exact) and _FISCAL.fullmatch(other.claim.exact)
    strength = _FUZZY if vague > _YEAR and apart < _CLOSE * vague and not even else 1.0
    strength *= told_apart(one, other)
    if a.thing in OFTEN:
        strength *= 0.6
    moved = a.written and b.written and a.written != b.written and _is_to_come(a, b)
    kind = RelationKind.UPDATES if moved else RelationKind.CONTRADICTS
    return Verdict(kind, Dimension.TEMPORAL, strength, "dates")


def are_two_things(one: Item, other: Item) -> bool:
    """ "The solar grant", "the home insulation grant": one noun, and before it words that each of
    the two sentences has alone."""
    mine, theirs = (_words_before(item) for item in (one, other))
    a, b = (dict(zip(words[1:], words, strict=False)) for words in (mine, theirs))
    return any(
        a[noun] not in theirs and b[noun] not in mine
        for noun in a.keys() & b.keys()
        if all(_is_noun_like(word) for word in (noun, a[noun], b[noun]))
    )


def _words_before(item: Item) -> list[str]:
    return words_of(item.before())


def _is_noun_like(word: str) -> bool:
    """Whether a word can be a noun or stand before one: no small word and no past form."""
    return word not in FUNCTION_WORDS and word.isalpha() and not word.endswith(("ed", "ly"))


def has_other_parties(a: Frame, b: Frame) -> bool:
    """Whether each is about somebody whom the other leaves out, though they share others."""
    return bool(a.who & b.who and a.who - b.who and b.who - a.who)


def _are_counted(a: Frame, b: Frame) -> bool:
    """Whether both are told of with "the third" or "the fourth"."""
    return bool(a.slot - _FIRST and b.slot - _FIRST)


def _is_to_come(a: Frame, b: Frame) -> bool:
    """Whether at least one of the days was still to come when it was written of."""
    return any(
        frame.written is not None and frame.span.high > frame.written.toordinal()
        for frame in (a, b)
    )


def _is_over(frame: Frame) -> bool:
    """Whether a day was over for a year or more when it was written of."""
    return frame.written is not None and frame.span.high < frame.written.toordinal() - _YEAR


def _apart(one: Item, other: Item) -> float:
    """Days between the two periods; 0 where they meet, or where one is open towards the other."""
    a, b = one.frame, other.frame
    if a.role is b.role:
        return max(a.span.low - b.span.high, b.span.low - a.span.high, 0.0)
    mine, theirs = days_open(one), days_open(other)
    if mine is None or theirs is None:
        return 0.0
    return max(mine[0] - theirs[1], theirs[0] - mine[1], 0.0)


def room_ago(item: Item) -> float:
    """Days that "40 years ago" can be meant to be off: a year, and of a round number more."""
    ago, written = _AGO.search(item.claim.exact), item.frame.written
    if not ago or not written:
        return 0.0
    years = round((written.toordinal() - item.frame.span.low) / _YEAR)
    return _YEAR * (1 + (years % _ROUND == 0) * years / _ROUNDER)


def _width(frame: Frame) -> float:
    width = frame.span.high - frame.span.low
    return 0.0 if width == inf else width


def _since(day: Frame, lasting: Frame) -> Verdict | None:
    """ "More than 25 years of cooperation" against "since the early 2000s"."""
    if day.role not in _SINCE or lasting.kind is not QuantityKind.DURATION or not lasting.written:
        return None
    if lasting.span.value > _AGES:
        return None  # hours worked by many
    now = lasting.written.toordinal()
    slack = _MONTH + 0.01 * lasting.span.value
    latest = now - lasting.span.least + slack if lasting.span.least > -inf else inf
    earliest = now - lasting.span.most - slack if lasting.span.most < inf else -inf
    if day.span.low > latest or day.span.high < earliest:
        return Verdict(RelationKind.CONTRADICTS, Dimension.TEMPORAL, 0.95, "since")
    return None


def began(frame: Frame) -> date | None:
    """The day on which what has lasted so long began at the latest."""
    if frame.written is None or frame.span.value in (inf, -inf):
        return None
    ordinal = frame.written.toordinal() - round(frame.span.value)
    return date.fromordinal(ordinal) if ordinal > 0 else None
