"""Suggestions for tests, whatever the rules of the day would say."""

from dataclasses import replace
from pathlib import Path

from making import FILES, edition_id, span

from reviewer.analysis.prefill import read_claim
from reviewer.domain.proposals import ClaimProposal, RelationProposal, claim_keys, relation_key
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.services import suggesting
from reviewer.storage import contents, queries
from reviewer.storage.project import Project

Place = tuple[str, str]
"""A file of ``making.FILES`` and words in it."""

TWO = (("aid.txt", "NZ$78 million"), ("pledge.txt", "$79.5 million"))
PARTS = (("pledge.txt", "$79.5 million"), ("pledge.txt", "$50.8 million"))


def claim_at(project: Project, file_name: str, words: str) -> ClaimProposal:
    """The claim that the words make."""
    edition = edition_id(project, file_name)
    text = contents.read_text(project, edition)
    start, end = span(file_name, words) if file_name in FILES else _find(text, words)
    claim = SuggestedClaim(edition, start, end, text[start:end], read_claim(text, start, end))
    source = queries.sources_by_edition(project, [edition])[edition]
    return ClaimProposal(claim_keys(source.id, text, [claim])[0], claim)


def _find(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def relation_of(
    project: Project, *places: Place, rule: str = "value", version: int = 1, score: float = 0.5
) -> RelationProposal:
    """A contradiction of the claims at these places."""
    claims = [claim_at(project, *place) for place in places]
    words = " and ".join(each.claim.exact for each in claims)
    return RelationProposal(
        relation_key(each.key for each in claims),
        SuggestedRelation(
            RelationKind.CONTRADICTS, Dimension.NUMERIC, score, rule, version,
            f"Both give one value: {words}.", tuple(each.claim for each in claims),
        ),
    )  # fmt: skip


def propose(
    project: Project,
    *relations: RelationProposal,
    claims: tuple[ClaimProposal, ...] = (),
) -> None:
    """Let this be what the rules propose now, in place of whatever they did."""
    editions = tuple(edition.id for edition in queries.editions(project))
    suggesting.store(project, suggesting.Run(editions, claims, relations))


def later(about: RelationProposal, version: int) -> RelationProposal:
    """The same from a newer version of its rule, with another reason and score."""
    changed = replace(about.relation, version=version, score=0.9, reason="Put otherwise.")
    return replace(about, relation=changed)


def opened(path: Path) -> Project:
    """A second window on a project."""
    return Project.open(path, reviewer="Bo")
