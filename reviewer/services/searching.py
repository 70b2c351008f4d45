"""One box over sources, their texts, annotations, notes and rationales."""

import re
from typing import Any

from reviewer.domain.views import Hit, HitKind
from reviewer.storage import queries, search
from reviewer.storage.project import Project

SNIPPET = 90  # code points before and after the first match


def find(project: Project, query: str, limit: int = 60) -> tuple[Hit, ...]:
    """The places that match, best first; a text hit points at the matching words themselves."""
    if not query.strip():
        return ()
    rows = search.find(project.connection, query, limit)
    return tuple(hit for row in rows if (hit := _hit(project, row, _pattern(query))))


def _pattern(query: str) -> re.Pattern[str]:
    words = sorted(re.findall(r"\w+", query), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)) or re.escape(query.strip()), re.IGNORECASE)


def _hit(project: Project, row: Any, pattern: re.Pattern[str]) -> Hit | None:
    first = pattern.search(row.text)
    at, until = first.span() if first else (0, 0)
    start, end = max(0, at - SNIPPET), min(len(row.text), until + SNIPPET)
    snippet = row.text[start:end]
    marks = tuple(m.span() for m in pattern.finditer(snippet))
    kind = HitKind(row.kind)
    match kind:
        case HitKind.SOURCE:
            return _source_hit(project, row.owner_id, snippet, marks)
        case HitKind.TEXT:
            place = (row.start + at, row.start + until)
            return _text_hit(project, row.owner_id, snippet, marks, place)
        case HitKind.ANNOTATION | HitKind.NOTE:
            return _annotation_hit(project, kind, row.owner_id, snippet, marks)
        case HitKind.RATIONALE:
            return _relation_hit(project, row.owner_id, snippet, marks)


Marks = tuple[tuple[int, int], ...]


def _source_hit(project: Project, source_id: str, snippet: str, marks: Marks) -> Hit | None:
    source = queries.source(project, source_id)
    if source is None or source.trashed_at:
        return None
    return Hit(HitKind.SOURCE, source.title, snippet, marks, source_id=source_id)


def _text_hit(
    project: Project, edition_id: str, snippet: str, marks: Marks, place: tuple[int, int]
) -> Hit | None:
    edition = queries.edition(project, edition_id)
    source = queries.source(project, edition.source_id) if edition else None
    if source is None or source.trashed_at:
        return None
    return Hit(
        HitKind.TEXT, source.title, snippet, marks, source_id=source.id, edition_id=edition_id,
        start=place[0], end=place[1],
    )  # fmt: skip


def _annotation_hit(
    project: Project, kind: HitKind, annotation_id: str, snippet: str, marks: Marks
) -> Hit | None:
    annotation = queries.annotation(project, annotation_id)
    if annotation is None:
        return None
    target = annotation.target
    place = (target.start, target.end)
    found = _text_hit(project, annotation.edition_id, snippet, marks, place)
    if found is None:
        return None
    return Hit(
        kind, found.title, snippet, marks, source_id=found.source_id,
        edition_id=annotation.edition_id, annotation_id=annotation_id,
        start=target.start, end=target.end,
    )  # fmt: skip


def _relation_hit(project: Project, relation_id: str, snippet: str, marks: Marks) -> Hit | None:
    relation = next(iter(queries.relations(project, [relation_id])), None)
    if relation is None:
        return None
    first = queries.annotation(project, relation.members[0])
    title = f"{relation.kind.label} · {relation.status.label}"
    if first:
        title = f"{title} · {' '.join(first.target.exact.split())[:60]}"
    return Hit(HitKind.RATIONALE, title, snippet, marks, relation_id=relation_id)
