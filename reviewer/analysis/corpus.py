"""The frames of many readings side by side: names made one, rare words told from common ones."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt

from reviewer.analysis.aliases import Aliases, combined, inhabitants, resolved
from reviewer.analysis.concepts import NO_LEXICON, Concepts, Lexicon, concepts_with
from reviewer.analysis.digits import digits_of
from reviewer.analysis.entities import is_organ
from reviewer.analysis.frames import Frame
from reviewer.analysis.incommon import Weights, shared
from reviewer.analysis.readings import Reading
from reviewer.analysis.scales import based
from reviewer.analysis.stems import content
from reviewer.domain.suggestion import SuggestedClaim
from reviewer.domain.vocabulary import QuantityKind

_CROWD = 50
_PER_TIME = frozenset(["year", "day", "hour", "month"])
_DAYS_OF_HAPPENING = 7
_STOPS = (".", "!", "?", '"', "\u201d", ":")


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A frame with its claim, and which of the readings it is from; equal to itself alone."""

    frame: Frame
    claim: SuggestedClaim
    reading: int
    text: str  # all of it
    titled: bool  # whether it stands in a heading, or in a first line that is no whole sentence
    weight: float  # what all that it could share with another weighs
    digits: str  # those of its value that say something: "148" of 148 million

    def before(self, reach: int | None = None) -> str:
        """The words of its sentence before the value, of at most so many code points."""
        start, place = self.frame.sentence, self.claim.start
        return self.text[start if reach is None else max(start, place - reach) : place]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All items, and what words and names weigh among them."""

    items: Sequence[Item]
    topics: Sequence[dict[str, float]]  # by reading
    titles: Sequence[frozenset[str]]
    table: Concepts
    word_weight: dict[str, float]
    name_weight: dict[str, float]
    places: frozenset[str]  # names that say where, in any of the texts
    persons: frozenset[str]  # stems of the words for persons
    stamps: frozenset[tuple[int, int, float]]  # dates that are the time of another value
    events: dict[tuple[int, int], float]  # what was worked out before
    about: dict[int, frozenset[str]]  # likewise, by reading

    def weight(self, words: Iterable[str]) -> float:
        """What the words weigh together; a word that no sentence has weighs as the rarest."""
        weight = self.word_weight
        return sum([weight.get(word, 1.0) for word in words])

    def is_stamp(self, item: Item) -> bool:
        """Whether a date only says of which time another value of its sentence is."""
        frame = item.frame
        return not frame.thing and (item.reading, frame.sentence, frame.span.low) in self.stamps

    def event(self, one: int, other: int) -> float:
        """How far two readings are about the same: 0 to 1, by their names and titles."""
        if one == other:
            return 1.0
        pair = (one, other) if one < other else (other, one)
        known = self.events.get(pair)
        if known is None:
            known = self.events[pair] = self._event(*pair)
        return known

    def _event(self, one: int, other: int) -> float:
        a, b = self.topics[one], self.topics[other]
        shared = sum(self.name_weight[key] * a[key] * b[key] for key in a.keys() & b.keys())
        whole = sqrt(self._square(a) * self._square(b))
        titles = self.titles[one] & self.titles[other]
        of_titles = self.weight(titles) / max(
            1.0, min(self.weight(self.titles[one]), self.weight(self.titles[other]))
        )
        return min(1.0, (shared / whole if whole else 0.0) + of_titles / 2)

    def _square(self, topics: dict[str, float]) -> float:
        return sum(self.name_weight[key] * share * share for key, share in topics.items())


def corpus_of(readings: Sequence[Reading], lexicon: Lexicon = NO_LEXICON) -> Corpus:
    """Every frame of the readings, with names as the project and the texts themselves read them."""
    short = combined((dict(reading.aliases) for reading in readings), lexicon)
    aliases = {**_of_peoples(readings), **short}
    known = [_topics(reading, aliases) for reading in readings]
    topics = _with_titles(readings, known)
    titled = [_by_title(topics[place], known[place]) for place in range(len(known))]
    words = _weights(frame.words for reading in readings for frame in reading.frames)
    names = _weights(topics)
    items = list(_items(readings, aliases, titled, words, names))
    table = concepts_with(lexicon)
    return Corpus(
        items,
        topics,
        [reading.title for reading in readings],
        table,
        words,
        names,
        frozenset().union(*(item.frame.places for item in items)),
        table.person_stems,
        _stamps(items),
        {},
        {},
    )


def _of_peoples(readings: Sequence[Reading]) -> dict[str, str]:
    """What one text names by its people or in the plural, as another names it."""
    named = {name for reading in readings for frame in reading.frames for name in frame.names}
    topics = {name for reading in readings for name, _ in reading.topics}
    return inhabitants(named | topics)


def _items(
    readings: Sequence[Reading],
    aliases: Aliases,
    titles: Sequence[frozenset[str]],
    words: Weights,
    names: Weights,
) -> Iterator[Item]:
    for place, reading in enumerate(readings):
        for frame in reading.frames:
            claim = reading.claims[frame.claim]
            named = _about_title(_renamed(frame, aliases), titles[place])
            known = _converted(named, claim)
            weight = sqrt(shared(known, known, words, names)) or 1.0
            text = reading.text.document.text
            quantity = claim.claim.quantity
            digits = digits_of(quantity) if quantity else ""
            titled = _is_title(frame, claim, text)
            yield Item(known, claim, place, text, titled, weight, digits)


def _is_title(frame: Frame, claim: SuggestedClaim, text: str) -> bool:
    end = text.find("\n", claim.end)
    first = end > 0 and "\n" not in text[: claim.start].lstrip()
    return frame.heading or (first and not text[:end].rstrip().endswith(_STOPS))


def _stamps(items: Sequence[Item]) -> frozenset[tuple[int, int, float]]:
    """Of stretches alone: a day is more often that of a happening."""
    return frozenset(
        (item.reading, item.frame.sentence, float(period.first.toordinal()))
        for item in items
        if (period := item.frame.period) and period.first and period.last
        if (period.last - period.first).days > _DAYS_OF_HAPPENING
    )


def _renamed(frame: Frame, aliases: Aliases) -> Frame:
    known = (frame.who | frame.names | frame.places | frame.beside) & aliases.keys()
    if not known:
        return frame
    return replace(
        frame,
        who=frozenset(resolved(key, aliases) for key in frame.who),
        names=frozenset(resolved(key, aliases) for key in frame.names),
        beside=frozenset(resolved(key, aliases) for key in frame.beside),
        places=frozenset(resolved(key, aliases) for key in frame.places),
    )


def _about_title(frame: Frame, titled: frozenset[str]) -> Frame:
    """Whose sentence names nobody is about what the title names, once other texts tell that it is a
    name."""
    return frame if frame.stated or not titled else replace(frame, who=titled)


def _converted(frame: Frame, claim: SuggestedClaim) -> Frame:
    """In the base unit, so that kilometres and miles are of one dimension."""
    quantity = claim.claim.quantity
    if quantity and frame.rate in _PER_TIME and not quantity.base:
        quantity = replace(quantity, base=f"per {frame.rate}")
    found = based(quantity) if quantity and frame.kind is QuantityKind.MEASURE else None
    return replace(frame, dimension=found[0], span=found[1]) if found else frame


def _topics(reading: Reading, aliases: Aliases) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, share in reading.topics:
        key = resolved(name, aliases)
        found[key] = found.get(key, 0.0) + share
    return found


def _with_titles(
    readings: Sequence[Reading], topics: list[dict[str, float]]
) -> list[dict[str, float]]:
    """With the names of other texts that stand in a text's title: a title is no place to tell a
    name from any other word, but others may know it."""
    by_word: dict[str, set[str]] = {}
    for known in topics:
        for key in known:
            words = content(key.split())
            if words and len(key.rpartition(" ")[2]) > 1:  # not "Arden B": stems leave out the B
                by_word.setdefault(min(words), set()).add(key)
    found = []
    for reading, known in zip(readings, topics, strict=True):
        share = max(known.values(), default=1.0)
        titled = {
            key: share
            for word in sorted(reading.title)
            for key in sorted(by_word.get(word, ()))[:_CROWD]
            if content(key.split()) <= reading.title
        }
        found.append({**titled, **known})
    return found


def _by_title(topics: Mapping[str, float], known: Mapping[str, float]) -> frozenset[str]:
    """Of the names that only others tell in a title the fullest, if the text does not itself call
    that thing by another."""
    added = [key for key in topics if key not in known and not is_organ(key)]
    words = {key: frozenset(key.split()) for key in (*added, *known)}
    return frozenset(
        key
        for key in added
        if not any(words[key] <= words[own] for own in known)
        if not any(words[key] < words[other] for other in added)
    )


def _weights(each: Iterable[Iterable[str]]) -> dict[str, float]:
    """0 to 1: the rarer, the nearer to 1."""
    seen: Counter[str] = Counter()
    count = 0
    for words in each:
        seen.update(words)
        count += 1
    most = log(1 + count) or 1.0
    return {word: log(1 + count / times) / most for word, times in seen.items()}
