"""What a rule takes two claims to be to each other."""

from dataclasses import dataclass

from reviewer.domain.vocabulary import Dimension, RelationKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """``strength`` (0 to 1) multiplies how alike the two are."""

    kind: RelationKind
    dimension: Dimension
    strength: float
    rule: str
