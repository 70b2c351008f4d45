"""Which claims are worth comparing: those that share a dimension, a measure and a name.

Never all pairs. A block that grew too large says little; it is split by a second name or word, and
what is still too large then is left out, so that work grows with the number of claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reviewer.analysis.corpus import Corpus, Item
from reviewer.domain.vocabulary import QuantityKind

_LARGEST = 48
_TOPICS = 4
_HEADS = 3

Key = tuple[str, ...]


def candidates(corpus: Corpus) -> Iterator[tuple[Item, Item]]:
    """Pairs of items, each once, in the order of the items."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for place, item in enumerate(corpus.items):
        for key in _keys(corpus, item):
            blocks[key].append(place)
    pairs: set[tuple[int, int]] = set()
    for key, places in blocks.items():
        for block in _small(corpus, key, places):
            pairs.update(combinations(block, 2))
    for one, other in sorted(pairs):
        yield corpus.items[one], corpus.items[other]


def _keys(corpus: Corpus, item: Item) -> set[Key]:
    frame = item.frame
    topics = list(corpus.topics[item.reading])[:_TOPICS]
    names = frame.who | frame.places | frozenset(topics)
    dimension = (
        "when" if frame.kind in (QuantityKind.DATE, QuantityKind.DURATION) else frame.dimension
    )
    return {(dimension, measure, name) for measure in _measures(corpus, item) for name in names}


def _measures(corpus: Corpus, item: Item) -> Iterable[str]:
    frame = item.frame
    found = {f"is {frame.thing}"} if frame.thing else set()
    if frame.thing and frame.kind is not QuantityKind.DATE:
        found |= {" near ".join(sorted(pair)) for pair in corpus.table.near if frame.thing in pair}
    rare = sorted(frame.heads, key=lambda word: (-corpus.word_weight.get(word, 1.0), word))
    return found | {f"has {word}" for word in rare[:_HEADS]}


def _small(corpus: Corpus, key: Key, places: Sequence[int]) -> Iterator[Sequence[int]]:
    if len(places) < 2:  # noqa: PLR2004 - a pair is two
        return
    if len(places) <= _LARGEST:
        yield places
        return
    parts: dict[str, list[int]] = defaultdict(list)
    for place in places:
        item = corpus.items[place]
        further = (item.frame.names | item.frame.near | item.frame.who) - set(key)
        for word in further:
            parts[word].append(place)
    for part in parts.values():
        if 1 < len(part) <= _LARGEST:
            yield part
