"""Annotations: tag a passage, note, claim, delete."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from reviewer.analysis.prefill import read_claim
from reviewer.domain.anchor import select
from reviewer.domain.boundaries import boundary
from reviewer.domain.changes import Changes
from reviewer.domain.claim import Claim
from reviewer.domain.document import BlockKind, Document
from reviewer.domain.errors import ConflictError
from reviewer.domain.ids import new_id
from reviewer.domain.merge import rebase
from reviewer.domain.periods import parse_period
from reviewer.domain.records import Annotation, Tag
from reviewer.services import present
from reviewer.services.words import quoted
from reviewer.storage import contents, queries, writes
from reviewer.storage.project import Project, Transaction

LONGEST_CLAIM = 400  # code points; a longer selection is a passage about things, not one claim


def tag_passage(
    project: Project, edition_id: str, start: int, end: int, tag_id: str | None
) -> Changes:
    """Annotate ``text[start:end]`` with a tag (None: without), its claim read from the text.

    A passage that is annotated already, to the letter, gets the tag in addition.
    """
    document = contents.read_document(project, edition_id)
    target = select(document.text, start, end)
    with project.transaction("") as tx:
        tag = present.tag(project, tag_id) if tag_id else None
        quote = quoted(target.exact)
        tx.rename(f"Tag {quote} as {tag.name}" if tag else f"Mark {quote}")
        there = next(iter(queries.annotations_at(project, edition_id, start, end)), None)
        if there is None:
            claim = _claim_in(project, edition_id, document, start, end)
            there = Annotation(
                id=new_id(),
                edition_id=edition_id,
                target=target,
                claim=claim,
                created_at=datetime.now(UTC),
                created_by=project.reviewer,
            )
            writes.add_annotations(tx, [there])
        _add_tag(tx, there, tag)
    return tx.changes


def _add_tag(tx: Transaction, annotation: Annotation, tag: Tag | None) -> None:
    if tag and tag.id not in annotation.tag_ids:
        tagged = replace(annotation, tag_ids=(*annotation.tag_ids, tag.id))
        writes.set_annotation(tx, annotation, tagged)


def _claim_in(
    project: Project, edition_id: str, document: Document, start: int, end: int
) -> Claim | None:
    """What the text asserts there, or None if it does not read as one claim."""
    if end - start > LONGEST_CLAIM:
        return None
    claim = read_claim(
        document.text,
        start,
        end,
        reference=_reference_date(project, edition_id),
        heading=_heading_before(document, start),
    )
    return claim if claim.quantity or claim.subject else None


def _reference_date(project: Project, edition_id: str) -> date | None:
    """The day that "last month" counts from: the source's date, its last day if it is a period."""
    edition = queries.edition(project, edition_id)
    source = queries.source(project, edition.source_id) if edition else None
    period = parse_period(source.published) if source else None
    return period.last if period else None


def _heading_before(document: Document, start: int) -> str:
    heading = ""
    for block in document.blocks:
        if block.start > start:
            break
        if block.kind is BlockKind.HEADING:
            heading = document.text[block.start : block.end]
    return heading


def read_claim_for(project: Project, annotation_id: str) -> Claim:
    """The claim form as the text fills it, for an annotation that has no claim yet."""
    annotation = present.annotation(project, annotation_id)
    document = contents.read_document(project, annotation.edition_id)
    target = annotation.target
    found = _claim_in(project, annotation.edition_id, document, target.start, target.end)
    return found or Claim()


def add_tag_to(project: Project, annotation_id: str, tag_id: str) -> Changes:
    """Give an annotation one more tag; nothing if it has it."""
    with project.transaction("") as tx:
        annotation = present.annotation(project, annotation_id)
        tag = present.tag(project, tag_id)
        tx.rename(f"Tag {quoted(annotation.target.exact)} as {tag.name}")
        _add_tag(tx, annotation, tag)
    return tx.changes


def remove_tag_from(project: Project, annotation_id: str, tag_id: str) -> Changes:
    """Take a tag off an annotation, which stays."""
    with project.transaction("") as tx:
        annotation = present.annotation(project, annotation_id)
        tag = present.tag(project, tag_id)
        tx.rename(f"Take {tag.name} off {quoted(annotation.target.exact)}")
        kept = tuple(held for held in annotation.tag_ids if held != tag_id)
        writes.set_annotation(tx, annotation, replace(annotation, tag_ids=kept))
    return tx.changes


def move_span(
    project: Project, annotation_id: str, seen: tuple[int, int], start: int, end: int
) -> Changes:
    """Let an annotation reach from ``start`` to ``end``, code points of its text.

    The quote follows, the claim stays as it is. A character of several code points is taken in
    whole. ``seen`` is the span that the person started from: ConflictError, with ``theirs``, if
    it was moved elsewhere meanwhile; AnchorError for a span that is empty or not in the text.
    """
    with project.transaction("") as tx:
        current = present.annotation(project, annotation_id)
        text = contents.read_text(project, current.edition_id)
        target = select(text, start, end)
        target = select(text, boundary(text, start, -1), boundary(text, end, 1))
        quote = quoted(current.target.exact)
        tx.rename(f"Move the ends of {quote} to {quoted(target.exact)}")
        now = current.target.start, current.target.end
        if now not in (seen, (target.start, target.end)):
            raise ConflictError(
                f"The ends of {quote} were moved in another window.", {"target": current.target}
            )
        if now != (target.start, target.end):
            writes.set_annotation(tx, current, replace(current, target=target))
    return tx.changes


def edit_note(project: Project, annotation_id: str, seen: str, new: str) -> Changes:
    """Change an annotation's note; ``seen`` is what the person started from."""
    with project.transaction("") as tx:
        current = present.annotation(project, annotation_id)
        what = f"The note on {quoted(current.target.exact)}"
        tx.rename(f"Edit the note on {quoted(current.target.exact)}")
        changed = rebase(replace(current, note=seen), replace(current, note=new), current, what)
        writes.set_annotation(tx, current, changed)
    return tx.changes


def edit_claim(
    project: Project, annotation_id: str, seen: Claim | None, new: Claim | None
) -> Changes:
    """Correct a claim, make one (``seen`` None) or remove it (``new`` None)."""
    with project.transaction("") as tx:
        current = present.annotation(project, annotation_id)
        quote = quoted(current.target.exact)
        tx.rename(_claim_label(seen, new, quote))
        if seen is None or new is None or current.claim is None:
            if current.claim not in (seen, new):
                raise ConflictError(
                    f"The claim of {quote} was changed in another window.",
                    {"claim": current.claim},
                )
            claim = new
        else:
            claim = rebase(seen, new, current.claim, f"The claim of {quote}")
        writes.set_annotation(tx, current, replace(current, claim=claim))
    return tx.changes


def _claim_label(seen: Claim | None, new: Claim | None, quote: str) -> str:
    if new is None:
        return f"Remove the claim of {quote}"
    if seen is None:
        return f"Make a claim of {quote}"
    if seen.credibility != new.credibility:
        return f"Grade {quote} {new.credibility or 'not at all'}"
    return f"Edit the claim of {quote}"


def delete_annotation(project: Project, annotation_id: str) -> Changes:
    """Delete an annotation; a relation of two goes with it, a larger one loses this side."""
    with project.transaction("") as tx:
        annotation = present.annotation(project, annotation_id)
        tx.rename(f"Delete the annotation {quoted(annotation.target.exact)}")
        remove_annotations(project, tx, [annotation_id])
    return tx.changes


def remove_annotations(project: Project, tx: Transaction, annotation_ids: Sequence[str]) -> None:
    """Within a transaction: the annotations, and what they were a side of is left with the rest."""
    gone = frozenset(annotation_ids)
    alone: list[str] = []
    ids = queries.relation_ids_of(project, gone)  # those in the trash as well
    for relation in queries.relations(project, ids):
        left = tuple(member for member in relation.members if member not in gone)
        if len(left) < 2:  # noqa: PLR2004 - a relation has two sides at least
            alone.append(relation.id)
            continue
        preferred = None if relation.preferred_id in gone else relation.preferred_id
        changed = replace(relation, members=left, preferred_id=preferred)
        writes.set_relation(tx, relation, changed)
    writes.remove_relations(tx, alone)
    writes.remove_annotations(tx, annotation_ids)


def annotations_at(project: Project, edition_id: str, start: int, end: int) -> tuple[str, ...]:
    """Ids of the annotations of exactly that span."""
    return tuple(a.id for a in queries.annotations_at(project, edition_id, start, end))
