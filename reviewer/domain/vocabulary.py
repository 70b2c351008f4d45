"""The closed sets of the field, each with the label that people read.

The value of a member is what the database and the exports hold; ``label`` is what is shown.
"""

from enum import StrEnum
from typing import Self


class _Labelled(StrEnum):
    """A set whose members are written ``NAME = value, label``."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class RelationKind(_Labelled):
    """How the members of a relation stand to each other."""

    CONTRADICTS = "contradicts", "contradicts"
    UPDATES = "updates", "updates"
    SUPPORTS = "supports", "supports"
    QUALIFIES = "qualifies", "qualifies"
    SAME_AS = "same_as", "same as"
    DERIVES_FROM = "derives_from", "derives from"


class Dimension(_Labelled):
    """In what respect the members differ (after de Marneffe et al. 2008)."""

    NUMERIC = "numeric", "numeric"
    SUM = "sum", "sum of parts"
    TEMPORAL = "temporal", "temporal"
    NEGATION = "negation", "negation"
    ATTRIBUTION = "attribution", "attribution"
    SCOPE = "scope", "definition or scope"
    UNIT = "unit", "unit or currency"
    WORDING = "wording", "wording"
    OTHER = "other", "other"


class Status(_Labelled):
    """Where a relation is on its way from a proposal to a decision."""

    SUGGESTED = "suggested", "suggested"
    OPEN = "open", "open"
    SETTLED = "settled", "settled"
    DISMISSED = "dismissed", "dismissed"


class Verdict(_Labelled):
    """What a settled relation turned out to be."""

    GENUINE = "genuine", "genuine contradiction"
    UPDATE = "update", "update over time"
    SCOPE = "scope", "different scope or definition"
    UNIT = "unit", "unit or currency"
    ROUNDING = "rounding", "rounding"
    MISATTRIBUTION = "misattribution", "misattribution"
    ERROR = "error", "error in one source"
    UNDECIDED = "undecided", "cannot be settled"

    @property
    def is_contradiction(self) -> bool:
        """Whether the sources really disagree; the other verdicts say why they do not."""
        return self in (Verdict.GENUINE, Verdict.ERROR, Verdict.MISATTRIBUTION, Verdict.UNDECIDED)


class Reliability(_Labelled):
    """How far a source can be relied on (Admiralty code, A to F)."""

    A = "A", "completely reliable"
    B = "B", "usually reliable"
    C = "C", "fairly reliable"
    D = "D", "not usually reliable"
    E = "E", "unreliable"
    F = "F", "cannot be judged"


class Credibility(_Labelled):
    """How credible one claim is, whoever makes it (Admiralty code, 1 to 6)."""

    CONFIRMED = "1", "confirmed by other sources"
    PROBABLE = "2", "probably true"
    POSSIBLE = "3", "possibly true"
    DOUBTFUL = "4", "doubtful"
    IMPROBABLE = "5", "improbable"
    UNJUDGED = "6", "cannot be judged"


class QuantityKind(_Labelled):
    """What sort of value a claim gives."""

    MONEY = "money", "money"
    PERCENT = "percent", "percent"
    COUNT = "count", "count"
    DATE = "date", "date"
    DURATION = "duration", "duration"
    MEASURE = "measure", "measure"
    FRACTION = "fraction", "fraction"
    ORDINAL = "ordinal", "ordinal"
    TEXT = "text", "in words"


class UnitBasis(_Labelled):
    """Where a unit or currency comes from."""

    EXPLICIT = "explicit", "stated"
    DEFAULT = "default", "the document's default"
    UNKNOWN = "unknown", "not stated"


class Role(_Labelled):
    """What part a value plays among others of its topic."""

    PLAIN = "plain", "value"
    TOTAL = "total", "total"
    PART = "part", "part of a total"
    ADDITIONAL = "additional", "added to an earlier total"
    RATE = "rate", "rate"
    TARGET = "target", "target"
    START = "start", "start"
    END = "end", "end"


class Answer(_Labelled):
    """A reviewer's answer to one question of the checklist."""

    YES = "yes", "yes"
    NO = "no", "no"
    UNCLEAR = "unclear", "unclear"
