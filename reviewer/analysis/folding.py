"""One suggestion for one disagreement: what figures and words both tell is told once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation


def distinct(best_first: Iterable[SuggestedRelation]) -> Iterator[SuggestedRelation]:
    """Without those that say in the same places, and in the same respect, what a better one says."""
    told: dict[object, list[SuggestedRelation]] = defaultdict(list)
    for relation in best_first:
        key = relation.dimension, frozenset(member.source for member in relation.members)
        if not any(_covers(better, relation) for better in told[key]):
            told[key].append(relation)
            yield relation


def _covers(better: SuggestedRelation, relation: SuggestedRelation) -> bool:
    return all(
        any(_overlap(member, other) for other in better.members) for member in relation.members
    )


def _overlap(one: SuggestedClaim, other: SuggestedClaim) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end
