"""What a text says twice at once and differently: a weekday and the date beside it."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from reviewer.analysis.calendar import MONTHS, WEEKDAYS, day_of
from reviewer.analysis.readings import Reading
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

VERSION = 1
_SHORT = 2
_MONTH = "|".join(sorted((name for name in MONTHS if len(name) > _SHORT), key=len, reverse=True))
_DAY = "|".join(name for name in WEEKDAYS if len(name) > _SHORT + 1)
_TH = "(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year{0}>(?:19|20)\d\d)\b)?"
_DATED = re.compile(
    rf"\b(?P<weekday>{_DAY}),? (?:the )?(?:"
    rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}}){_TH}{_YEAR.format('')}(?![\d,])"
    rf"|(?P<day2>\d{{1,2}}){_TH}(?: of)? (?P<month2>{_MONTH})\b{_YEAR.format('2')})",
    re.IGNORECASE,
)
_SURE, _LIKELY = 0.9, 0.6
_WEEK = tuple(name.capitalize() for name in list(WEEKDAYS) if name.endswith("day"))


def checks(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """Weekdays that are not those of their dates."""
    for reading in readings:
        yield from _weekdays(reading)


def _weekdays(reading: Reading) -> Iterator[SuggestedRelation]:
    text = reading.text.document.text
    for match in _DATED.finditer(text):
        month = MONTHS[(match["month"] or match["month2"]).lower()]
        number = int(match["day"] or match["day2"])
        year = match["year"] or match["year2"]
        given = WEEKDAYS[match["weekday"].lower()]
        days = _days(number, month, year, reading.text.reference)
        if not days or any(day.weekday() == given for day in days):
            continue
        day = days[0]
        yield _relation(reading, match, day, _SURE if year else _LIKELY)


def _days(number: int, month: int, year: str | None, reference: date | None) -> list[date]:
    """The day that is meant; without a year that of the day of writing, the one before or after."""
    if year:
        years = [int(year)]
    elif reference:
        years = [reference.year, reference.year - 1, reference.year + 1]
    else:
        return []
    return [day for each in years if (day := day_of(each, month, number))]


def _relation(reading: Reading, match: re.Match[str], day: date, score: float) -> SuggestedRelation:
    first, middle = match.start("weekday"), match.end("weekday")
    rest = match.start("month") if match["month"] else match.start("day2")
    spans = ((first, middle, None), (rest, match.end(), day))
    reason = (
        f"{day.day} {list(MONTHS)[_full(day.month)].capitalize()} {day.year} was a "
        f"{_WEEK[day.weekday()]}, not a {match['weekday'].capitalize()}."
    )
    return SuggestedRelation(
        RelationKind.CONTRADICTS,
        Dimension.TEMPORAL,
        score,
        "weekday",
        VERSION,
        reason,
        tuple(_claim(reading, *span) for span in spans),
    )


def _full(month: int) -> int:
    """Where the month's full name stands in the table."""
    return next(place for place, number in enumerate(MONTHS.values()) if number == month)


def _claim(reading: Reading, start: int, end: int, day: date | None) -> SuggestedClaim:
    exact = reading.text.document.text[start:end]
    kind = QuantityKind.DATE if day else QuantityKind.TEXT
    quantity = Quantity(kind, day, day, raw=exact)
    return SuggestedClaim(
        reading.text.source, start, end, exact, Claim(measure="day of the week", quantity=quantity)
    )
