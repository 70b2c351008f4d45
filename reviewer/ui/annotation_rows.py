"""Annotations as the panes show them: rows with tags and relations, spans, descriptions."""

from collections.abc import Iterable, Mapping

from reviewer.domain.records import Annotation, Source, Tag
from reviewer.domain.views import RelationView
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.domain.wording import short_quantity_text
from reviewer.services import reading
from reviewer.services.projects import Project
from reviewer.ui.models.annotation_list import AnnotationRow, relation_link
from reviewer.ui.spans import Span

NOTE_SHOWN = 200  # characters of a note in a tooltip


def rows_of(
    project: Project, found: Iterable[Annotation], tags: Mapping[str, Tag]
) -> list[AnnotationRow]:
    """Each annotation with its tags and its relations, in the order given."""
    given = list(found)
    by_member: dict[str, list[RelationView]] = {}
    for view in reading.relations_of(project, [annotation.id for annotation in given]):
        for member in view.relation.members:
            by_member.setdefault(member, []).append(view)
    return [
        AnnotationRow(
            annotation,
            tuple(tags[tag_id] for tag_id in annotation.tag_ids if tag_id in tags),
            tuple(relation_link(v, annotation.id) for v in by_member.get(annotation.id, ())),
        )
        for annotation in given
    ]


def span_of(row: AnnotationRow) -> Span:
    """Where and how the annotation is painted over its document."""
    is_open = any(
        link.relation.kind is RelationKind.CONTRADICTS and link.relation.status is Status.OPEN
        for link in row.relations
    )
    return Span(
        row.id,
        row.annotation.target.start,
        row.annotation.target.end,
        tuple(tag.colour for tag in row.tags),
        span_label(row),
        related=bool(row.relations),
        open_contradiction=is_open,
    )


def span_label(row: AnnotationRow) -> str:
    """What hovering over an annotation tells: tags, claim, note, relations."""
    lines = [", ".join(tag.name for tag in row.tags) or "No tag"]
    claim = row.annotation.claim
    if claim is not None:
        value = short_quantity_text(claim.quantity) if claim.quantity else ""
        lines.append(" · ".join(part for part in (claim.subject, claim.measure, value) if part))
    lines.append(row.annotation.note[:NOTE_SHOWN])
    lines += [
        f"{link.relation.kind.label} · {link.relation.status.label}" for link in row.relations
    ]
    return "\n".join(line for line in lines if line)


def byline(source: Source) -> str:
    """Publisher, date and grade on one line, as far as they are known."""
    grade = source.reliability
    graded = f"{grade} · {grade.label}" if grade else "not graded"
    parts = (source.publisher, source.published or "no date", graded)
    return " · ".join(part for part in parts if part)
