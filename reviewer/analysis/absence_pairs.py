"""None of a thing in the one text, some of it in the other, where both tell the same otherwise."""

from collections.abc import Iterator

from reviewer.analysis.absence import Tally
from reviewer.analysis.events import Days
from reviewer.analysis.matters import names_shared
from reviewer.analysis.proposing import (
    Told,
    claim_in_words,
    days_apart,
    in_denial,
    of_two_texts,
    on_day,
    when_told,
)
from reviewer.analysis.sharing import sharing
from reviewer.domain.suggestion import SuggestedRelation

ABSENCE = "none or some"
VERSION = 1
_SHARED = 3  # stems beside the noun
_MATTER, _CHIEF = 2, 5  # names that two texts share, and by which pairs are looked up
_SAME_TIME = 30  # days
_ALIKE = 0.6


def opposed_tallies(tallies: list[Told[Tally]]) -> Iterator[SuggestedRelation]:
    """Some against none where the two sentences tell the same otherwise, of one time."""
    for one, other in sharing(tallies, _keys, _differ):
        denial, count = (one, other) if one.item.none else (other, one)
        gap = days_apart(_when(denial), _when(count))
        if gap == 0 and _alike(one.item, other.item):
            yield _relation(one, other, "in sentences that tell the same otherwise", new=False)
        elif gap is not None and abs(gap) <= _SAME_TIME and _of_one_sort(denial, count):
            yield _relation(denial, count, "in texts on one matter", new=gap > 0)


def _relation(one: Told[Tally], other: Told[Tally], where: str, *, new: bool) -> SuggestedRelation:
    return in_denial(
        (ABSENCE, VERSION),
        (0.66, 0.56),
        f"“{one.item.said}”{on_day(_when(one))} against “{other.item.said}”"
        f"{on_day(_when(other))}, {where}.",
        (
            claim_in_words(told, told.item.noun, "number", told.item.said, when=_when(told))
            for told in (one, other)
        ),
        later=new,
    )


def _of_one_sort(denial: Told[Tally], count: Told[Tally]) -> bool:
    """ "No serious side effect", "two serious side effects": the same words, and not fewer."""
    a, b = denial.item, count.item
    places = set(a.context) & set(b.context)
    matter = names_shared(denial.text.topic, count.text.topic) >= _MATTER
    named = len(a.phrase) > 1 and set(a.phrase) <= set(b.phrase)
    return named and matter and (bool(places) or len(a.phrase) >= _SHARED)


def _when(told: Told[Tally]) -> Days | None:
    return when_told(told.item.days, told.text.reference)


def _keys(told: Told[Tally]) -> Iterator[tuple[str, str]]:
    yield from ((told.item.noun, word) for word in told.item.words)
    yield from ((told.item.noun, name) for name in told.text.topic[:_CHIEF])


def _differ(one: Told[Tally], other: Told[Tally]) -> bool:
    return of_two_texts(one, other) and one.item.none != other.item.none


def _alike(one: Tally, other: Tally) -> bool:
    a, b = set(one.words) - {one.noun}, set(other.words) - {one.noun}
    shared = a & b
    places = set(one.context) & set(other.context)
    return len(shared) >= max(_SHARED, _ALIKE * min(len(a), len(b))) and bool(places)
