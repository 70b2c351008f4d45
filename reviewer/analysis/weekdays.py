"""Days that the calendar has otherwise: a weekday that is not its date's, and the 31st of June."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reviewer.analysis.calendar import MONTHS, WEEKDAYS, day_of, nearest_year
from reviewer.analysis.passage_claims import written_of
from reviewer.analysis.readings import Reading
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

VERSION = 2
_LEAST, _ABBREVIATED = 3, 5
_MONTH = "|".join(sorted((name for name in MONTHS if len(name) >= _LEAST), key=len, reverse=True))
_DAY = "|".join(sorted((name for name in WEEKDAYS), key=len, reverse=True))
_TH = "(?:st|nd|rd|th)?"


def _date(number: int) -> str:
    year = rf"(?:,? (?P<year{number}>(?:19|20)\d\d)\b(?!,\d))?"
    return (
        rf"(?P<date{number}>(?P<month{number}>{_MONTH})\b\.? (?P<day{number}>\d{{1,2}}){_TH}\b"
        rf"(?![,.:]\d|\u2013\d|-\d){year}"
        rf"|(?P<day{number}b>\d{{1,2}}){_TH}(?: of)? (?P<month{number}b>{_MONTH})\b"
        rf"(?:\.(?= ?(?:19|20)\d))?"
        rf"{year.replace(f'year{number}', f'year{number}b')})"
    )


_DATED = re.compile(
    rf"\b(?P<weekday>{_DAY})\b\.?,? (?:the )?{_date(1)}"
    rf"|(?<![\d.,])\b{_date(2)}(?: \(|, (?:a )?| was a | is a | falls on a )(?P<weekday2>{_DAY})"
    rf"\b(?!['\u2019]| [A-Z])",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?<![\d.,/\-\u2013])\b{_date(1)}", re.IGNORECASE)
_NUMERIC = re.compile(
    rf"\b(?P<weekday>{_DAY})\b\.?,? (?P<date1>(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\."
    rf"(?P<year>(?:19|20)\d\d)|(?P<year2>(?:19|20)\d\d)-(?P<month2>\d\d)-(?P<day2>\d\d))\b",
    re.IGNORECASE,
)
_SURE, _NEAR, _LIKELY = 0.9, 0.85, 0.6
_FAR = 120
_NEARBY = 150
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEEK = tuple(name.capitalize() for name in list(WEEKDAYS) if name.endswith("day"))
_MOST_DAYS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


@dataclass(frozen=True, slots=True)
class _Written:
    """A weekday and a date as they stand together."""

    reading: Reading
    weekday: tuple[int, int]
    dated: tuple[int, int]
    given: int
    days: tuple[date, ...]  # that can be meant, the likeliest first
    sure: float


def weekdays(readings: Sequence[Reading]) -> Iterator[SuggestedRelation]:
    """Weekdays that are not those of their dates, with another text's right one beside them."""
    found = [each for reading in readings for each in _written(reading)]
    right = {each.days[0]: each for each in found if each.days[0].weekday() == each.given}
    for each in found:
        if all(day.weekday() != each.given for day in each.days):
            other = next((right[day] for day in each.days if day in right), None)
            yield _relation(each, other)


def no_days(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """Dates that no calendar has."""
    for reading in readings:
        for match in _BARE.finditer(reading.text.document.text):
            month, number, year = _parts(match, 1)
            none = year is not None and number <= _MOST_DAYS.get(month, 31)
            if number > 31 or (number <= _MOST_DAYS.get(month, 31) and not none):  # noqa: PLR2004
                continue  # 32 is a year, or a number
            if none and (number < 1 or day_of(int(year or 0), month, number)):
                continue
            yield _absent(reading, match, month, year)


def _written(reading: Reading) -> Iterator[_Written]:
    text = reading.text.document.text
    reference = written_of(reading)
    for match in _DATED.finditer(text):
        side = 1 if match["weekday"] else 2
        weekday = "weekday" if side == 1 else "weekday2"
        if len(match[weekday]) < _ABBREVIATED and not match[weekday][0].isupper():
            continue
        month, number, year = _parts(match, side)
        days, sure = _days(number, month, year, reference)
        given = WEEKDAYS[match[weekday].lower()]
        if days and (year or not _is_told_of(text, match, (month, number, given))):
            yield _Written(
                reading, match.span(weekday), match.span(f"date{side}"), given, days, sure
            )
    for match in _NUMERIC.finditer(text):
        if day := day_of(
            *(int(match[key] or match[f"{key}2"]) for key in ("year", "month", "day"))
        ):
            given = WEEKDAYS[match["weekday"].lower()]
            yield _Written(
                reading, match.span("weekday"), match.span("date1"), given, (day,), _SURE
            )


def _is_told_of(text: str, match: re.Match[str], day: tuple[int, int, int]) -> bool:
    """Whether a year shortly before in the paragraph has the day on that weekday."""
    month, number, given = day
    near = text[max(0, match.start() - _NEARBY) : match.start()].rpartition("\n")[2]
    days = (day_of(int(year), month, number) for year in _YEAR.findall(near))
    return any(day.weekday() == given for day in days if day)


def _parts(match: re.Match[str], side: int) -> tuple[int, int, str | None]:
    """Month, day and year as written."""
    month = match[f"month{side}"] or match[f"month{side}b"]
    number = match[f"day{side}"] or match[f"day{side}b"]
    year = match[f"year{side}"] or match[f"year{side}b"]
    return MONTHS[month.lower()], int(number), year


def _days(
    number: int, month: int, year: str | None, reference: date | None
) -> tuple[tuple[date, ...], float]:
    """The days that can be meant, and how sure that is: without a year the one nearest to the
    day of writing, and where that is far the one of the years around it too."""
    if year:
        day = day_of(int(year), month, number)
        return ((day,) if day else ()), _SURE
    if not reference:
        return (), 0.0
    near = nearest_year(month, number, reference)
    day = day_of(near, month, number)
    if day and abs((day - reference).days) <= _FAR:
        return (day,), _NEAR
    years = (near, near - 1, near + 1)
    return tuple(day for each in years if (day := day_of(each, month, number))), _LIKELY


def _relation(wrong: _Written, right: _Written | None) -> SuggestedRelation:
    day = wrong.days[0]
    given = _WEEK[wrong.given]
    reason = f"{_told(day)} was a {_WEEK[day.weekday()]}, not a {given}"
    members = [
        _claim(wrong.reading, wrong.weekday, None),
        _claim(wrong.reading, wrong.dated, day),
    ]
    if right:
        reason += ", and another place has it so" if right.reading is not wrong.reading else ""
        members += [_claim(right.reading, right.weekday, None)]
        members += [_claim(right.reading, right.dated, day)]
    return _alert("weekday", wrong.sure, f"{reason}.", members)


def _absent(
    reading: Reading, match: re.Match[str], month: int, year: str | None
) -> SuggestedRelation:
    last = _MOST_DAYS.get(month, 31)
    if month == 2 and year:  # noqa: PLR2004 - February
        last = 29 if day_of(int(year), month, 29) else 28
    name = _month(month)
    when = f" {year}" if year and month == 2 else ""  # noqa: PLR2004
    reason = f"There is no {match[0].strip(' ,.')}: {name}{when} has {last} days."
    number = "day1" if match["day1"] else "day1b"
    named = "month1" if match["month1"] else "month1b"
    members = [_claim(reading, match.span(key), None) for key in (number, named)]
    return _alert("no such day", _SURE, reason, members)


def _told(day: date) -> str:
    return f"{day.day} {_month(day.month)} {day.year}"


def _month(number: int) -> str:
    """The month's full name."""
    return next(name.capitalize() for name, each in MONTHS.items() if each == number)


def _claim(reading: Reading, span: tuple[int, int], day: date | None) -> SuggestedClaim:
    exact = reading.text.document.text[span[0] : span[1]]
    kind = QuantityKind.DATE if day else QuantityKind.TEXT
    quantity = Quantity(kind, day, day, raw=exact)
    return SuggestedClaim(
        reading.text.source, *span, exact, Claim(measure="day of the week", quantity=quantity)
    )


def _alert(
    rule: str, score: float, reason: str, members: Sequence[SuggestedClaim]
) -> SuggestedRelation:
    return SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.TEMPORAL, score, rule, VERSION, reason, tuple(members)
    )
