"""What stands beside a value: two that are told beside one and the same figure are told of one
thing, however differently their sentences are worded.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.analysis.corpus import Corpus, Item
from reviewer.domain.vocabulary import QuantityKind

_NEAR = 200  # code points to a figure of the sentence before
_ADJOINING = 12  # between the two ends of a range: "9 months to 14 years"
_MOST_BESIDE = 8
_FEWEST_DIGITS = 2
_OF_DIGITS, _OF_RANGE, _LONE, _MOST = 0.08, 0.3, 0.2, 0.45
_WHEN = (QuantityKind.DATE, QuantityKind.ORDINAL)


@dataclass(frozen=True, slots=True)
class Company:
    """The figures beside each value, by the identity of its item."""

    beside: Mapping[int, Mapping[tuple[str, str], bool]]  # whether it adjoins the value
    counts: Mapping[tuple[int, str], int]  # how many values of a dimension a text gives

    def shared(self, one: Item, other: Item) -> float:
        """0 where no figure stands beside both, more the more digits such have; and in one text,
        where the same figures come back in every passage."""
        if one.reading == other.reading:
            return 0.0
        mine, theirs = self.beside.get(id(one), {}), self.beside.get(id(other), {})
        own = _figure(one), _figure(other)
        total = 0.0
        for figure in mine.keys() & theirs.keys():
            if figure in own:
                continue
            if mine[figure] and theirs[figure] and figure[0] == one.frame.dimension:
                total += _OF_RANGE
            elif len(figure[1]) >= _FEWEST_DIGITS:
                total += _OF_DIGITS * len(figure[1])
        return min(_MOST, total + self._lone(one, other))

    def _lone(self, one: Item, other: Item) -> float:
        """More than 0 for the only rate of its dimension in both texts: tonnes a year."""
        a, b = one.frame, other.frame
        if a.kind is not QuantityKind.MEASURE or not (a.rate and a.rate == b.rate):
            return 0.0
        counts = (self.counts[item.reading, a.dimension] for item in (one, other))
        return _LONE if a.dimension == b.dimension and set(counts) == {1} else 0.0


def company_of(corpus: Corpus) -> Company:
    """Of every value but days: the figures of its sentence, and those shortly before it, unless its
    own sentence says that it is of somebody else."""
    by_reading: dict[int, list[Item]] = defaultdict(list)
    for item in corpus.items:
        if item.frame.kind not in _WHEN:
            by_reading[item.reading].append(item)
    beside: dict[int, dict[tuple[str, str], bool]] = {}
    for items in by_reading.values():
        items.sort(key=lambda item: item.claim.start)
        for place, item in enumerate(items):
            found: dict[tuple[str, str], bool] = {}
            for earlier in reversed(items[:place][-_MOST_BESIDE:]):
                apart = item.claim.start - earlier.claim.end
                same = earlier.frame.sentence == item.frame.sentence
                if not same and (apart > _NEAR or item.frame.stated):
                    break
                found.setdefault(_figure(earlier), 0 <= apart <= _ADJOINING)
                if same:
                    beside.setdefault(id(earlier), {}).setdefault(_figure(item), False)
            if found:
                beside[id(item)] = found
    counts = Counter((item.reading, item.frame.dimension) for item in corpus.items)
    return Company(beside, counts)


def _figure(item: Item) -> tuple[str, str]:
    return item.frame.dimension, item.digits
