"""One suggestion for one disagreement: what figures and words both tell is told once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension

_CLAUSE = 40  # code points


def distinct(best_first: Iterable[SuggestedRelation]) -> Iterator[SuggestedRelation]:
    """Without those that say in the same places what a better one of that dimension says."""
    told: dict[object, list[SuggestedRelation]] = defaultdict(list)
    for relation in best_first:
        key = relation.dimension, frozenset(member.source for member in relation.members)
        if not any(_covers(better, relation) for better in told[key]):
            told[key].append(relation)
            yield relation


def _covers(better: SuggestedRelation, relation: SuggestedRelation) -> bool:
    # the columns of one table stand near each other, and each is wrong by itself
    near = 1 if relation.dimension is Dimension.SUM else _CLAUSE
    return all(
        any(_touch(member, other, near) for other in better.members) for member in relation.members
    )


def _touch(one: SuggestedClaim, other: SuggestedClaim, near: int) -> bool:
    """Whether they overlap, or stand as near as a verb and its figure in one clause."""
    apart = max(one.start - other.end, other.start - one.end)
    return one.source == other.source and apart < near
