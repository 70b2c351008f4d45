"""What can be worked out: calendars, sums of running text and of lists, counts and ages."""

from collections.abc import Iterator, Sequence

from reviewer.analysis.added_up import added_up
from reviewer.analysis.changes_of_one import changes_of_one
from reviewer.analysis.composed import composed
from reviewer.analysis.corpus import Corpus
from reviewer.analysis.list_sums import list_sums
from reviewer.analysis.multiples import multiples
from reviewer.analysis.order_of_places import order_of_places
from reviewer.analysis.products import products
from reviewer.analysis.proportions import proportions
from reviewer.analysis.readings import Reading
from reviewer.analysis.same_figure import same_figure
from reviewer.analysis.spans_of_years import spans_of_years
from reviewer.analysis.start_and_end import start_and_end
from reviewer.analysis.table_prose import table_prose
from reviewer.analysis.weekdays import no_days, weekdays
from reviewer.analysis.wholes import wholes
from reviewer.domain.suggestion import SuggestedRelation


def checks(readings: Sequence[Reading], corpus: Corpus) -> Iterator[SuggestedRelation]:
    """Every finding of the calendar and of arithmetic in and between the readings."""
    yield from weekdays(readings)
    yield from no_days(readings)
    yield from wholes(readings)
    yield from composed(readings)
    yield from added_up(readings)
    yield from list_sums(readings)
    yield from proportions(readings)
    yield from multiples(readings)
    yield from products(readings)
    yield from start_and_end(readings)
    yield from table_prose(readings)
    yield from order_of_places(readings, corpus)
    yield from same_figure(readings, corpus)
    yield from changes_of_one(readings, corpus)
    yield from spans_of_years(corpus)
