"""Weekdays and weeks: "on Tuesday", "Monday of last week", "the week of 9 September"."""

from datetime import timedelta

from reviewer.analysis import calendar
from reviewer.analysis.days import read_day_first, read_month_first
from reviewer.analysis.moments import Frame, Moment, year_at
from reviewer.analysis.ordinals import ENDINGS, ORDINALS
from reviewer.analysis.tenses import looks_ahead
from reviewer.analysis.tokens import Tokens
from reviewer.domain.periods import Period

_THURSDAY = 3
_MOST_WEEKS = 53
_SHIFTS = {
    "last": -1, "previous": -1, "this": 0, "next": 1, "following": 1, "coming": 1,
}  # fmt: skip


def read_weekday(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "Tuesday, April 23, 2024" whole; "on Tuesday" is the last one, or the next if the sentence
    speaks of what is to come."""
    token = tokens[index]
    full = len(token.text) > len("Thurs")
    if token.low not in calendar.WEEKDAYS or not (token.is_capital or full):
        return None
    place = index + 1 + (tokens[index + 1].text in (",", "."))
    if tokens.near(place):
        moment = read_month_first(tokens, place, frame) or read_day_first(tokens, place, frame)
        if moment:
            return moment
    if not full:
        return None
    weekday, reference = calendar.WEEKDAYS[token.low], frame.reference
    words = [tokens.word(place) for place in range(index + 1, index + 5)]
    shift, end = _week_shift(words, index + 1)
    if reference is None:
        return Moment(None, end, has_year=False)
    if end > index + 1:
        day = calendar.week_of(reference, shift).first
        assert day is not None
        day += timedelta(days=weekday)
    elif looks_ahead(tokens, index, lead=0):
        day = reference + timedelta(days=(weekday - reference.weekday()) % 7 or 7)
    else:
        day = reference - timedelta(days=(reference.weekday() - weekday) % 7)
    return Moment(Period(day, day), end, has_year=False)


def _week_shift(words: list[str], index: int) -> tuple[int, int]:
    """ "Of last week", "next week" behind a weekday: how many weeks on, and where it ends."""
    skipped = (words[:1] == ["of"]) + (words[:2] == ["of", "the"])
    words = words[skipped:]
    if len(words) > 1 and words[0] in _SHIFTS and words[1] == "week":
        return _SHIFTS[words[0]], index + 2 + skipped
    return 0, index


def read_week_of(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "Week of 9 September", "week ending 14 March", "week beginning Monday 3 June"."""
    how = tokens.word(index + 1)
    if tokens[index].low != "week" or how not in (
        "of",
        "ending",
        "ended",
        "beginning",
        "starting",
        "commencing",
        "to",
    ):
        return None
    if not tokens.near(index + 2):
        return None
    moment = (
        read_weekday(tokens, index + 2, frame)
        or read_day_first(tokens, index + 2, frame)
        or read_month_first(tokens, index + 2, frame)
    )
    day = moment.period.first if moment and moment.period else None
    if moment is None or (moment.period and moment.period.first != moment.period.last):
        return None
    if day is None:
        return Moment(None, moment.end, has_year=False)
    if how in ("ending", "ended", "to"):
        period = Period(day - timedelta(days=6), day)
    elif how == "of":
        period = calendar.week_of(day)
    else:
        period = Period(day, day + timedelta(days=6))
    return Moment(period, moment.end, has_year=moment.has_year)


def read_nth_week(tokens: Tokens, index: int, frame: Frame) -> Moment | None:
    """ "First week of May", "last week of 2016": a week is where its Thursday is, as in ISO
    8601."""
    word = tokens[index].low
    number = -1 if word in ("last", "final") else ORDINALS.get(word, 0)
    place = index + 1
    figures = tokens[index].text
    ends = tokens[index + 1].low in ENDINGS and tokens.tight(index + 1)
    if ends and figures.isdecimal() and len(figures) <= len(str(_MOST_WEEKS)):
        number, place = int(figures), index + 2
    if not number or not tokens.phrase_at(place, ("week", "of")) or number > _MOST_WEEKS:
        return None
    place += 2
    year = year_at(tokens, place)
    if year:
        within = Moment(calendar.years_of(year), place + 1)
    else:
        found = read_month_first(tokens, place, frame)
        if found is None:
            return None
        within = found
    if within.period is None or within.period.first is None or within.period.last is None:
        return Moment(None, within.end, has_year=False)
    first, last = within.period.first, within.period.last
    if first == last:
        return None
    if number < 0:
        thursday = last - timedelta(days=(last.weekday() - _THURSDAY) % 7)
    else:
        thursday = first + timedelta(days=(_THURSDAY - first.weekday()) % 7 + 7 * (number - 1))
    if not first <= thursday <= last:
        return None
    return Moment(calendar.week_of(thursday), within.end, has_year=within.has_year)
