"""Whether two texts are of one happening or one undertaking."""

import re
from collections import Counter
from collections.abc import Sequence

from reviewer.analysis.corpus import Corpus
from reviewer.analysis.readings import Reading

_EVENT = 0.12
_NAME = re.compile(r"\b[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})+")
_OFTEN, _HEAD = 2, 600
_OFFICES = re.compile(
    r"\b(?:Minister|Officer|Executive|President|Director|Secretary|General|Council|Board|United"
    r"|States|Nations|European|Union|Reporting|Editing)\b"
)


class Alike:
    """Whether two texts are of one happening: by the corpus, or by a name of two words that both
    have and few others. Names are read only of the texts that are asked for."""

    def __init__(self, corpus: Corpus, readings: Sequence[Reading]) -> None:
        self._corpus = corpus
        self._readings = readings
        self._known: dict[int, frozenset[str]] = {}

    def are(self, one: int, other: int) -> bool:
        if self._corpus.event(one, other) >= _EVENT:
            return True
        return bool(self._names(one) & self._names(other))

    def _names(self, place: int) -> frozenset[str]:
        known = self._known.get(place)
        if known is None:
            text = self._readings[place].text.document.text
            counts = Counter(_NAME.findall(text))
            known = frozenset(
                name.lower() for name, times in counts.items()
                if (times >= _OFTEN or name in text[:_HEAD]) and not _OFFICES.search(name)
            )  # fmt: skip
            self._known[place] = known
        return known
