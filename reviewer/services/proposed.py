"""What is suggested and still to be decided: neither decided before nor in the project already."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reviewer.domain.anchor import Target
from reviewer.domain.proposals import (
    ClaimProposal,
    RelationProposal,
    RuleRecord,
    SuggestionView,
    is_told_by,
)
from reviewer.domain.records import Annotation
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.services.reading import passages
from reviewer.services.suggesting import current_texts, read_suggestions
from reviewer.storage import queries, suggestions
from reviewer.storage.project import Project

_CONTEXT = 160  # code points of text on either side of a quote


def pending_claims(project: Project, edition_id: str) -> tuple[ClaimProposal, ...]:
    """The suggested claims of an edition that nobody decided on or made, in reading order."""
    found = claims_in(project, edition_id)
    return still_pending(
        project, found, queries.annotations(project, edition_id=edition_id) if found else ()
    )


def claims_in(project: Project, edition_id: str) -> tuple[ClaimProposal, ...]:
    """All claims that were read in an edition, whatever became of them, in reading order."""
    return suggestions.claims_in(project, edition_id)


def still_pending(
    project: Project, claims: Sequence[ClaimProposal], annotations: Iterable[Annotation]
) -> tuple[ClaimProposal, ...]:
    """Those of an edition's claims that nobody decided on and none of its annotations tells."""
    known = suggestions.decided(project) if claims else frozenset()
    found = [each for each in claims if each.key not in known]
    if not found:
        return ()
    made = sorted(annotations, key=lambda a: a.target.start)
    told = {each.key for each, _ in _meetings(found, made)}
    return tuple(each for each in found if each.key not in told)


def _meetings(
    claims: Sequence[ClaimProposal], annotations: Sequence[Annotation]
) -> Iterator[tuple[ClaimProposal, Annotation]]:
    """Claims with annotations that tell them; both are in reading order."""
    open_ones: list[Annotation] = []
    at = 0
    for each in claims:
        while at < len(annotations) and annotations[at].target.start < each.claim.end:
            open_ones.append(annotations[at])
            at += 1
        open_ones = [a for a in open_ones if a.target.end > each.claim.start]
        yield from ((each, a) for a in open_ones if is_told_by(each.claim, a))


def pending_relations(project: Project) -> tuple[SuggestionView, ...]:
    """The suggested relations that nobody decided on or marked, best first.

    The score of each is weighed by how its rule has done in this project.
    """
    return still_open(project, relations_found(project))


def relations_found(project: Project) -> tuple[SuggestionView, ...]:
    """All suggested relations of current texts in context, whatever became of them."""
    return _viewed(project, suggestions.relations(project))


def pending_now(project: Project) -> tuple[SuggestedRelation, ...]:
    """The same of what the texts give now, read afresh and not kept; the project may be read-only.

    The sources of the members are the names of the files, and scores are weighed.
    """
    run = read_suggestions(project)
    names = {edition.id: edition.file_name for edition, _ in current_texts(project)}
    return tuple(
        replace(
            view.relation,
            score=view.score,
            members=tuple(replace(m, source=names[m.source]) for m in view.relation.members),
        )
        for view in still_open(project, _viewed(project, run.relations))
    )


def still_open(project: Project, views: Iterable[SuggestionView]) -> tuple[SuggestionView, ...]:
    """Those that nobody decided on or marked, best first; of several under one key the best."""
    known, standing = suggestions.decided(project), _Standing(project)
    by_rule = suggestions.records_by_rule(project)
    best: dict[str, SuggestionView] = {}
    for view in views:
        rule = view.relation.rule
        weighed = replace(view, record=by_rule.get(rule, RuleRecord(rule)))
        held = best.setdefault(view.key, weighed)
        if held.score < weighed.score:
            best[view.key] = weighed
    left = [
        view
        for view in best.values()
        if view.key not in known and not standing.holds(view.relation)
    ]
    return tuple(sorted(left, key=lambda view: (-view.score, view.key)))


def was_read(project: Project, edition_id: str = "") -> bool:
    """Whether an edition, or without one any text, was read for suggestions."""
    read = suggestions.read_editions(project)
    return edition_id in read if edition_id else bool(read)


def made_of(project: Project, key: str) -> str:
    """The relation, or else the annotation, that came of a suggestion; empty for none."""
    return suggestions.made_of(project, key)


def record_of_claims(project: Project) -> RuleRecord:
    """How the claims have done that were suggested alone."""
    found = suggestions.records_by_rule(project)
    return found.get(suggestions.READING, RuleRecord(suggestions.READING))


def rule_records(project: Project) -> tuple[RuleRecord, ...]:
    """How each rule has done that was decided on, by name."""
    return tuple(sorted(suggestions.records_by_rule(project).values(), key=lambda r: r.rule))


def _viewed(project: Project, found: Iterable[RelationProposal]) -> tuple[SuggestionView, ...]:
    """In context; those with a side in the trash, or in an earlier edition, are left out."""
    current = {edition.id for edition, _ in current_texts(project)}
    given = [
        (each, _annotations(each))
        for each in found
        if all(member.source in current for member in each.relation.members)
    ]
    made = [annotation for _, group in given for annotation in group]
    shown = iter(passages(project, made, context=_CONTEXT))
    return tuple(
        SuggestionView(each.key, each.relation, tuple(next(shown) for _ in group))
        for each, group in given
    )


def _annotations(about: RelationProposal) -> list[Annotation]:
    """What accepting would make, with ids of their own that are in no project."""
    return [
        Annotation(
            f"{about.key}|{number}",
            member.source,
            Target(member.start, member.end, member.exact),
            claim=member.claim,
        )
        for number, member in enumerate(about.relation.members)
    ]


class _Standing:
    """The relations of the project, to be asked whether one of them is what is suggested."""

    def __init__(self, project: Project) -> None:
        relations = queries.relations(project)
        of_member: dict[str, set[str]] = defaultdict(set)
        for relation in relations:
            for member in relation.members:
                of_member[member].add(relation.id)
        self._relations = of_member
        self._annotations: dict[str, list[Annotation]] = defaultdict(list)
        for annotation in queries.annotations(project, of_member):
            self._annotations[annotation.edition_id].append(annotation)

    def holds(self, suggested: SuggestedRelation) -> bool:
        """Whether one relation has an annotation for each of the claims."""
        common = [self._having(member) for member in suggested.members]
        return bool(set.intersection(*common))

    def _having(self, member: SuggestedClaim) -> set[str]:
        return {
            relation_id
            for annotation in self._annotations[member.source]
            if is_told_by(member, annotation)
            for relation_id in self._relations[annotation.id]
        }
