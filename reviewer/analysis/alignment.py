"""Which value of one text stands where which value of another does: the most alike on both sides.

A value that the other text gives too needs no partner: what is less like it there is of something
else. So a pair is kept only where neither has an equal value on the other side that is as like,
and where each is the other's best.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from reviewer.analysis.blocking import candidates
from reviewer.analysis.company import Company, company_of
from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.equality import are_equal
from reviewer.analysis.narrower import told_narrower
from reviewer.analysis.pairs import likeness_of
from reviewer.analysis.periods_apart import are_years_apart
from reviewer.analysis.progress import Tell, untold
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.vocabulary import QuantityKind

_LEAST = 0.07
_NEARLY_BEST = 0.95
_OF_EXCLUDED = 0.5
_EQUAL = 1.3  # what an equal value counts more as a partner
_TITLED = 0.8  # what a title counts less: the text below it says more
_ONE_TEXT, _ONE_TEXT_APART = 0.65, 1.15
_LEAST_EVENT, _SURE_EVENT = 0.05, 0.25
_FEW, _PUT_TOGETHER = 12, 0.6
_SEVERAL = 2
_DATED = (QuantityKind.DATE, QuantityKind.DURATION)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items that are told alike, ``alike`` from 0 to 1, and whether their values are equal."""

    one: Item
    other: Item
    alike: float
    equal: bool
    verdict: Verdict | None = None

    @property
    def weight(self) -> float:
        """How good a partner each is to the other."""
        if self.equal or not self.verdict:
            return self.alike * (_EQUAL if self.equal else 1.0)
        titled = self.one.titled or self.other.titled
        return self.alike * self.verdict.strength * (_TITLED if titled else 1.0)


Judge = Callable[[Corpus, Item, Item, float, bool], Verdict | None]


def aligned(corpus: Corpus, judge: Judge, tell: Tell = untold) -> Iterator[Pair]:
    """Pairs that are each other's best, with a verdict or equal, always in the same order.

    What ``judge`` excludes is no partner, and yet tells how alike a partner can be expected to be.
    ``tell`` is asked before each text.
    """
    company = company_of(corpus)
    by_reading = groupby(candidates(corpus), key=lambda pair: pair[0].reading)
    for reading, found in by_reading:
        tell(reading / len(corpus.topics))
        by_text: dict[int, list[Pair]] = defaultdict(list)
        for one, other in found:
            if pair := _pair(corpus, company, one, other, judge):
                by_text[other.reading].append(pair)
        for text in sorted(by_text):
            yield from _inside(by_text[text]) if text == reading else _mutual(by_text[text])


def _pair(corpus: Corpus, company: Company, one: Item, other: Item, judge: Judge) -> Pair | None:
    if not are_comparable(one, other):
        return None
    related = related_texts(corpus, one, other)
    alike = related and related * likeness_of(corpus, one, other, company.shared(one, other))
    if alike >= _LEAST:
        alike *= told_narrower(one, other)
    if alike < _LEAST:
        return None
    equal = are_equal(one, other) and not are_years_apart(one.frame, other.frame)
    return Pair(one, other, alike, equal, judge(corpus, one, other, alike, equal))


def are_comparable(one: Item, other: Item) -> bool:
    """Whether two values are of one dimension, or a date and a duration of one happening."""
    a, b = one.frame, other.frame
    if one.reading == other.reading and a.sentence == b.sentence:
        return False
    if a.dimension == b.dimension:
        return True
    return bool(a.thing) and a.thing == b.thing and a.kind in _DATED and b.kind in _DATED


def related_texts(corpus: Corpus, one: Item, other: Item) -> float:
    """0 where two texts are about different things altogether, 1 where clearly about one.

    A few texts that a person put side by side are about one matter, whatever their titles.
    """
    event = corpus.event(one.reading, other.reading)
    least = _PUT_TOGETHER if len(corpus.topics) <= _FEW else 0.0
    if event < _LEAST_EVENT:
        return least
    return max(least, min(1.0, 0.5 + 0.5 * event / _SURE_EVENT))


def _inside(pairs: list[Pair]) -> Iterator[Pair]:
    """Of one text only what is told in nearly the same words: most figures of a thing that one
    text gives are of different times or places."""
    for pair in pairs:
        a, b = pair.one.frame, pair.other.frame
        if not a.thing or a.thing != b.thing or pair.alike < _ONE_TEXT or a.kind in _DATED:
            continue
        if (a.scope and b.scope and a.scope != b.scope) or _in_row(pair.one) != _in_row(pair.other):
            continue
        low, high = sorted((abs(a.span.value), abs(b.span.value)))
        if high <= _ONE_TEXT_APART * low:
            yield pair


def _in_row(item: Item) -> bool:
    """Whether it stands in a table, whose columns are of years or shares that no sentence gives."""
    text, start = item.text, item.claim.start
    return "\t" in text[text.rfind("\n", 0, start) + 1 : text.find("\n", start)]


def _mutual(pairs: list[Pair]) -> Iterator[Pair]:
    partners = [pair for pair in pairs if pair.equal or pair.verdict]
    every, best = _best(pairs), _best(partners)
    for pair in partners:
        tops = [best[key] for key in _keys(pair)]
        if any(pair.weight < _NEARLY_BEST * top.weight for top in tops):
            continue
        if not pair.equal and any(top.equal and top.weight > pair.alike for top in tops):
            continue
        if any(pair.weight < _OF_EXCLUDED * every[key].weight for key in _keys(pair)):
            continue
        yield pair


def _best(pairs: Iterable[Pair]) -> dict[object, Pair]:
    found: dict[object, Pair] = {}
    for pair in pairs:
        for key in _keys(pair):
            if key not in found or found[key].weight < pair.weight:
                found[key] = pair
    return found


def _keys(pair: Pair) -> tuple[object, object]:
    """What each of the two has one best partner for: itself; what is told of several has one for
    each of them."""
    a, b = pair.one.frame, pair.other.frame
    return (
        (id(pair.one), b.who if len(a.who) >= _SEVERAL else None),
        (id(pair.other), a.who if len(b.who) >= _SEVERAL else None),
    )
