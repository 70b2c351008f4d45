"""Which claims are worth comparing: an index of what they share, and never all pairs.

A claim stands in several blocks, from wide ("money") to narrow ("money, cost, Kestrel"). In a few
texts the widest are small enough to be compared whole; where a block grew too large it says
little, and the narrower ones are used in its place, so that work grows with the number of claims.
"""

from array import array
from collections.abc import Iterator
from itertools import accumulate, islice
from zlib import crc32

from reviewer.analysis.corpus import Corpus, Item
from reviewer.domain.vocabulary import QuantityKind

_LARGEST = 48
_FEWEST_BITS = 16
_BITS = 8  # of a run of checksums that is counted through
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
    """The blocks of all items that are worth a look, in rows of numbers whatever their count.

    Blocks are known by checksums; two with one checksum are one block, which is a little more
    work and nothing else. Most keys are of one item alone, and take no room once that is known.
    """

    def __init__(self, corpus: Corpus) -> None:
        keys, ends = array("I"), array("I", [0])
        for item in corpus.items:
            keys.extend(sorted({crc32(key.encode()) for key in _keys(corpus, item)}))
            ends.append(len(keys))
        mask = (1 << max(_FEWEST_BITS, (2 * len(keys)).bit_length())) - 1
        useful = _useful(keys, mask)
        numbers = _numbers(useful)
        self._row = array("I")
        self._ends = array("I", [0])
        for place in range(len(ends) - 1):
            slots = (key & mask for key in keys[ends[place] : ends[place + 1]])
            self._row.extend(
                numbers[slot >> _BITS] + useful.count(1, slot >> _BITS << _BITS, slot)
                for slot in slots
                if useful[slot]
            )
            self._ends.append(len(self._row))
        self._members = array("I", bytes(array("I").itemsize * len(self._row)))
        self._first = array("I", bytes(array("I").itemsize * numbers[-1]))
        self._fill()

    def _fill(self) -> None:
        """``members`` by block, in order; ``first`` tells where each begins."""
        for block in self._row:
            self._first[block] += 1
        self._first = array("I", accumulate(self._first))
        for item in range(len(self._ends) - 2, -1, -1):
            for place in range(self._ends[item], self._ends[item + 1]):
                block = self._row[place]
                self._first[block] -= 1
                self._members[self._first[block]] = item
        self._first.append(len(self._members))

    def after(self, item: int) -> list[int]:
        """The items behind ``item`` that share a block with it that is not too large, in order."""
        found: set[int] = set()
        for block in self._row[self._ends[item] : self._ends[item + 1]]:
            found.update(self._members[self._first[block] : self._first[block + 1]])
        return sorted(other for other in found if other > item)


def _useful(keys: "array[int]", mask: int) -> bytearray:
    """By checksum, 1 where several items share it and not too many."""
    count = bytearray(mask + 1)
    for key in keys:
        if count[key & mask] <= _LARGEST:
            count[key & mask] += 1
    return count.translate(bytes(1 < many <= _LARGEST for many in range(256)))


def _numbers(useful: bytearray) -> "array[int]":
    """How many useful checksums there are before each run of ``2 ** _BITS``, and in all."""
    runs = range(0, len(useful), 1 << _BITS)
    return array(
        "I", accumulate((useful.count(1, at, at + (1 << _BITS)) for at in runs), initial=0)
    )


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
    if len(item.digits) > 1:
        yield f"{dimension}|#{item.digits}"
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
