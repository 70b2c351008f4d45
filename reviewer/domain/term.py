"""A reviewer's own words for the reading of texts."""

from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """What a term is read as."""

    MEASURE = "measure"  # a word of a measure → the concept that it stands for
    NAME = "name"  # another name → the subject that it stands for


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """``word`` is read as ``meaning``: "pledge" as "aid", "ROK" as "South Korea"."""

    kind: TermKind
    word: str
    meaning: str
