"""One suggestion for one disagreement: what a title repeats and other texts give too is folded in.

Three texts of which two agree disagree once, not twice: the suggestion then has three members.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reviewer.analysis.alignment import Pair
from reviewer.analysis.corpus import Corpus, Item

_LINKED = 0.2
_MOST = 5
_NEARLY = 0.05


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The pair that shows it best, its score, and the further items that give one of the two."""

    pair: Pair
    score: float
    further: tuple[Item, ...] = ()


def gathered(
    corpus: Corpus, pairs: Iterable[Pair], score_of: Callable[[Pair], float]
) -> Iterator[Disagreement]:
    """What ``pairs`` disagree about, with what is one disagreement as one, best first. Those with
    a score of 0 tell at most that two texts give one value."""
    bodies = _bodies(corpus)
    same = _Same()
    found: list[tuple[Pair, float]] = []
    for pair in pairs:
        if score := score_of(pair):
            one, other = _body(bodies, pair.one), _body(bodies, pair.other)
            found.append((replace(pair, one=one, other=other), score))
        elif pair.equal and pair.alike >= _LINKED:
            same.join(hash(_value(pair.one)), hash(_value(pair.other)))
    groups: dict[frozenset[int], list[tuple[Pair, float]]] = {}
    for pair, score in sorted(found, key=_order):
        key = frozenset(same.of(hash(_value(item))) for item in (pair.one, pair.other))
        groups.setdefault(key, []).append((pair, score))
    for group in groups.values():
        best, score = group[0]
        further = _further((best.one, best.other), [pair for pair, _ in group[1:]])
        yield Disagreement(best, score, further)


class _Same:
    """Which values, known by their hashes, are one value in several texts."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def of(self, value: int) -> int:
        while value in self._above:
            value = self._above[value]
        return value

    def join(self, one: int, other: int) -> None:
        one, other = self.of(one), self.of(other)
        if one != other:
            self._above[other] = one


def _value(item: Item) -> tuple[object, ...]:
    """A value of a text, wherever the text repeats it."""
    span = item.frame.span
    return (item.reading, item.frame.dimension, span.low, span.high)


def _order(entry: tuple[Pair, float]) -> tuple[float, int, int, int, int]:
    pair, score = entry
    one, other = pair.one, pair.other
    return -score, one.reading, one.claim.start, other.reading, other.claim.start


def _bodies(corpus: Corpus) -> dict[tuple[int, str], list[Item]]:
    """Text and label of what is measured → the values that the text below its titles gives."""
    titled = {(item.reading, item.frame.thing) for item in corpus.items if item.titled}
    found: dict[tuple[int, str], list[Item]] = {}
    for item in corpus.items:
        if not item.titled:
            for key in {(item.reading, item.frame.thing), (item.reading, "")} & titled:
                found.setdefault(key, []).append(item)
    return found


def _body(bodies: dict[tuple[int, str], list[Item]], item: Item) -> Item:
    """The item, or where the text below the title that it stands in says the same, or more nearly:
    "toll passes 11,000", and below it 11,300."""
    if not item.titled:
        return item
    span = item.frame.span
    below = [
        each
        for each in bodies.get((item.reading, item.frame.thing), ())
        if each.frame.dimension == item.frame.dimension
    ]
    equal = (each for each in below if each.frame.span.value == span.value)
    nearly = (
        each
        for each in below
        if item.frame.thing and abs(each.frame.span.value - span.value) <= _NEARLY * abs(span.value)
    )
    return next(equal, None) or next(nearly, item)


def _further(shown: Sequence[Item], pairs: Iterable[Pair]) -> tuple[Item, ...]:
    known = {_value(item) for item in shown}
    found: list[Item] = []
    for pair in pairs:
        for item in (pair.one, pair.other):
            if _value(item) not in known and len(found) + len(shown) < _MOST:
                known.add(_value(item))
                found.append(item)
    return tuple(found)
