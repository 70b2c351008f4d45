"""Which claims are worth comparing: an index of what they share, and never all pairs.

A claim stands in several blocks, from wide ("money") to narrow ("money, cost, Kestrel"). In a few
texts the widest are small enough to be compared whole; where a block grew too large it says
little, and the narrower ones are used in its place, so that work grows with the number of claims.
"""

from array import array
from collections.abc import Iterator
from itertools import islice
from zlib import crc32

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.one_figure import digits_of
from reviewer.domain.vocabulary import QuantityKind

_LARGEST = 48
_FEWEST_BITS = 16
_TOPICS = 3
_NAMES = 6
_RARE = 4
_DATED = (QuantityKind.DATE, QuantityKind.DURATION)


def candidates(corpus: Corpus) -> Iterator[tuple[Item, Item]]:
    """Pairs of items, each once and in the order of the items, those of one item in a row."""
    index = _Index(corpus)
    for place, item in enumerate(corpus.items):
        for other in index.after(place):
            yield item, corpus.items[other]


class _Index:
    """The blocks of all items, in three rows of numbers whatever their count.

    Blocks are known by checksums; two with one checksum are one block, which is a little more
    work and nothing else.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._row = array("I")
        self._ends = array("I", [0])
        for item in corpus.items:
            self._row.extend(sorted({crc32(key.encode()) for key in _keys(corpus, item)}))
            self._ends.append(len(self._row))
        self._mask = (1 << max(_FEWEST_BITS, (2 * len(self._row)).bit_length())) - 1
        self._first = array("I", bytes(array("I").itemsize * (self._mask + 2)))
        for key in self._row:
            self._first[(key & self._mask) + 1] += 1
        for place in range(1, len(self._first)):
            self._first[place] += self._first[place - 1]
        self._members = array("I", bytes(array("I").itemsize * len(self._row)))
        self._fill()

    def _fill(self) -> None:
        free = array("I", self._first)
        for item in range(len(self._ends) - 1):
            for place in range(self._ends[item], self._ends[item + 1]):
                block = self._row[place] & self._mask
                self._members[free[block]] = item
                free[block] += 1

    def after(self, item: int) -> list[int]:
        """The items behind ``item`` that share a block with it that is not too large, in order."""
        found: set[int] = set()
        for place in range(self._ends[item], self._ends[item + 1]):
            block = self._row[place] & self._mask
            first, end = self._first[block], self._first[block + 1]
            if 1 < end - first <= _LARGEST:
                found.update(self._members[first:end])
        return sorted(other for other in found if other > item)


def _keys(corpus: Corpus, item: Item) -> Iterator[str]:
    """What the item shares with others, from wide to narrow."""
    frame = item.frame
    dimension = "when" if frame.kind in _DATED else frame.dimension
    yield dimension
    rare = _rare(corpus, frame.near)
    for one in rare:
        yield f"{dimension}|{one}"
        for other in rare:
            if one < other:
                yield f"{dimension}|{one}|{other}"
    quantity = item.claim.claim.quantity
    if quantity and len(digits := digits_of(quantity)) > 1:
        yield f"{dimension}|#{digits}"
    topics = islice(corpus.topics[item.reading], _TOPICS)
    names = [*sorted(frame.who | frame.places)[:_NAMES], *topics]
    for measure in _measures(corpus, item):
        yield f"{dimension}|{measure}"
        for word in (*rare, *names):
            yield f"{dimension}|{measure}|{word}"


def _measures(corpus: Corpus, item: Item) -> Iterator[str]:
    frame = item.frame
    if frame.thing:
        yield f"={frame.thing}"
        if frame.kind not in _DATED:
            for pair in corpus.table.near:
                if frame.thing in pair:
                    yield " ~ ".join(sorted(pair))
    for word in _rare(corpus, frame.heads)[:1]:
        yield f"“{word}"


def _rare(corpus: Corpus, words: frozenset[str] | tuple[str, ...]) -> list[str]:
    return sorted(words, key=lambda word: (-corpus.word_weight.get(word, 1.0), word))[:_RARE]
