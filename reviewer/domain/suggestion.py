"""What a rule proposes: claims that a text makes, and how they stand to each other.

A suggestion is never a decision: it becomes part of a project when a person accepts it.
"""

from dataclasses import dataclass

from reviewer.domain.claim import Claim
from reviewer.domain.vocabulary import Dimension, RelationKind


@dataclass(frozen=True, slots=True)
class SuggestedClaim:
    """A claim as read from ``text[start:end] == exact`` (code points of the canonical text).

    ``source`` names the text: the id of an edition, or the name of a file without a project.
    """

    source: str
    start: int
    end: int
    exact: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class SuggestedRelation:
    """Two or more claims and how a rule takes them to stand to each other.

    ``score`` is 0 to 1, comparable between rules; ``rule`` is the rule's name and ``version`` its
    number, which grows whenever the rule proposes something else than before; ``reason`` is one
    sentence for a person, made from what the rule compared.
    """

    kind: RelationKind
    dimension: Dimension | None
    score: float
    rule: str
    version: int
    reason: str
    members: tuple[SuggestedClaim, ...]
