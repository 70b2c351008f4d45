"""Whether two texts are about one matter: one project, one company, one disaster."""

from collections import Counter
from collections.abc import Mapping

from reviewer.analysis.clauses import Words

_KEPT = 24
_CHIEF = 5  # names of a text, the most frequent first, that it is about
_OFFICES = frozenset((
    "ceo", "chief", "minister", "ministry", "president", "government", "company", "limited", "ltd",
    "corporation", "director", "executive", "officer", "mr", "mrs", "ms", "dr", "prime", "project",
    "report", "update", "office", "department", "new", "more", "two", "one", "first", "second",
    "local", "media", "s", "t", "news", "analysis", "statement", "un", "national", "international",
    "mw", "gwh", "mwh", "km", "rs", "usd", "union", "state", "general", "center", "north", "south",
))  # fmt: skip


def topic_of(named: Mapping[str, int], opening: Words) -> Words:
    """The names that a text comes back to, the most frequent first; ``named`` counts sentences,
    ``opening`` are the names at its beginning."""
    counts = Counter(opening)
    counts.update(named)
    ordered = sorted(counts, key=lambda name: -counts[name])
    return tuple(name for name in ordered if name not in _OFFICES and len(name) > 1)[:_KEPT]


def names_shared(one: Words, other: Words) -> int:
    """How many names two topics share; 0 where neither text is much about what they share."""
    shared = set(one) & set(other)
    chief = set(one[:_CHIEF]), set(other[:_CHIEF])
    if chief[0] & chief[1]:
        return len(shared)
    return len(shared) if len(shared) > 1 and shared & (chief[0] | chief[1]) else 0
