"""What can be worked out without any lexicon: calendars and sums of running text."""

from collections.abc import Iterator, Sequence

from reviewer.analysis.corpus import Corpus
from reviewer.analysis.readings import Reading
from reviewer.analysis.weekdays import no_days, weekdays
from reviewer.domain.suggestion import SuggestedRelation


def checks(readings: Sequence[Reading], corpus: Corpus) -> Iterator[SuggestedRelation]:
    """Every finding of the calendar and of arithmetic in and between the readings."""
    yield from weekdays(readings)
    yield from no_days(readings)
