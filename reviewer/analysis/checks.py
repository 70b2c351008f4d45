"""What can be worked out without any lexicon: calendars and sums of running text."""

from collections.abc import Iterator, Sequence

from reviewer.analysis.readings import Reading
from reviewer.analysis.weekdays import no_days, weekdays
from reviewer.analysis.wholes import wholes
from reviewer.domain.suggestion import SuggestedRelation


def checks(readings: Sequence[Reading]) -> Iterator[SuggestedRelation]:
    """Every finding of the calendar and of arithmetic in each of the readings."""
    yield from weekdays(readings)
    yield from no_days(readings)
    yield from wholes(readings)
