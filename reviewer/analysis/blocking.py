"""Which claims are worth comparing: those that share a dimension, a measure and a name.

Never all pairs. A block that grew too large says little; it is split by a second name or word, and
what is still too large then is left out, so that work grows with the number of claims. Blocks are
known by checksums and made a part at a time, so that memory grows with the claims and little else.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from zlib import crc32

from reviewer.analysis.corpus import Corpus, Item
from reviewer.domain.vocabulary import QuantityKind

_LARGEST = 48
_TOPICS = 3
_HEADS = 2
_DATED = (QuantityKind.DATE, QuantityKind.DURATION)
_PART = 200_000
"""Blocks' entries that are held at once, about."""
_ALONE, _SMALL, _LARGE = range(3)


class _Keys:
    """Each item's blocks as checksums in one row, and beside each how large the block is.

    Two blocks with one checksum are compared as one: a little more work, and nothing else.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.row = array("L")
        self.ends = array("L", [0])
        for item in corpus.items:
            self.row.extend(sorted({crc32(key.encode()) for key in _keys(corpus, item)}))
            self.ends.append(len(self.row))
        self.parts = 1 + len(self.row) // _PART
        self.size = bytearray(len(self.row))
        for part in range(self.parts):
            self._measure(part)

    def _measure(self, part: int) -> None:
        counts = Counter(key for key in self.row if key % self.parts == part)
        for place, key in enumerate(self.row):
            if key % self.parts == part:
                count = counts[key]
                self.size[place] = (count > 1) + (count > _LARGEST)

    def blocks(self, part: int) -> dict[int, list[int]]:
        """Checksum → items, of one part of the blocks, without those of one item."""
        found: dict[int, list[int]] = defaultdict(list)
        for item in range(len(self.ends) - 1):
            for place in range(self.ends[item], self.ends[item + 1]):
                key = self.row[place]
                if self.size[place] != _ALONE and key % self.parts == part:
                    found[key].append(item)
        return found

    def small(self, item: int) -> frozenset[int]:
        """The item's blocks that are neither its alone nor too large."""
        first, end = self.ends[item], self.ends[item + 1]
        return frozenset(
            key
            for key, size in zip(self.row[first:end], self.size[first:end], strict=True)
            if size == _SMALL
        )


def candidates(corpus: Corpus) -> Iterator[tuple[Item, Item]]:
    """Pairs of items, each once, always in the same order for the same readings."""
    keys = _Keys(corpus)
    for part in range(keys.parts):
        for key, places in keys.blocks(part).items():
            small = {place: keys.small(place) for place in places}
            if len(places) <= _LARGEST:
                for one, other in combinations(places, 2):
                    if key == min(small[one] & small[other]):
                        yield corpus.items[one], corpus.items[other]
            else:
                for one, other in sorted(_within(corpus, places)):
                    if not small[one] & small[other]:
                        yield corpus.items[one], corpus.items[other]


def _keys(corpus: Corpus, item: Item) -> set[str]:
    """Dimension, measure and name, in every way in which the item has them."""
    frame = item.frame
    names = frame.who | frame.places | set(islice(corpus.topics[item.reading], _TOPICS))
    dimension = "when" if frame.kind in _DATED else frame.dimension
    return {
        f"{dimension}|{measure}|{name}" for measure in _measures(corpus, item) for name in names
    }


def _measures(corpus: Corpus, item: Item) -> Iterator[str]:
    frame = item.frame
    if frame.thing:
        yield frame.thing
        if frame.kind is not QuantityKind.DATE:
            for pair in corpus.table.near:
                if frame.thing in pair:
                    yield " ~ ".join(sorted(pair))
    rare = sorted(frame.heads, key=lambda word: (-corpus.word_weight.get(word, 1.0), word))
    for word in rare[: 1 if frame.thing else _HEADS]:
        yield f"“{word}"


def _within(corpus: Corpus, places: Sequence[int]) -> set[tuple[int, int]]:
    """Pairs of a large block that share a further name or word that few of it have."""
    parts: dict[str, list[int]] = defaultdict(list)
    for place in places:
        frame = corpus.items[place].frame
        for word in frame.names.union(frame.near, frame.who):
            parts[word].append(place)
    return {
        pair for part in parts.values() if len(part) <= _LARGEST for pair in combinations(part, 2)
    }
