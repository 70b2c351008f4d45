"""One box over sources, their texts, annotations, notes and rationales."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reviewer.domain.matching import Finder
from reviewer.domain.records import Annotation, Relation, Source
from reviewer.domain.views import Hit, HitKind
from reviewer.storage import queries, search
from reviewer.storage.engine import give_up_once, translated
from reviewer.storage.project import Project

SNIPPET = 90  # code points before and after the first match


@dataclass(frozen=True, slots=True)
class _Owners:
    """What the rows that were found belong to, read at once however many there are."""

    relations: Mapping[str, Relation]
    annotations: Mapping[str, Annotation]  # with the first side of each relation
    sources: Mapping[str, Source]
    by_edition: Mapping[str, Source]


def find(project: Project, query: str, limit: int = 60) -> tuple[Hit, ...]:
    """The places that match, best first; a text hit points at the matching words themselves."""
    query = query.encode("utf-8", "ignore").decode()  # half a character matches nothing
    if not query.strip():
        return ()
    with translated(project.path):
        rows = search.find(project.connection, query, limit)
    owners = _owners(project, rows)
    finder = Finder(query)
    return tuple(_hit(row, owners, finder) for row in rows)


def find_until(project: Project, is_over: Callable[[], bool]) -> None:
    """From now on ``find`` raises StorageError in this project once ``is_over``."""
    give_up_once(project.connection, is_over)


def _owners(project: Project, rows: Sequence[Any]) -> _Owners:
    def ids(*kinds: HitKind) -> set[str]:
        return {row.owner_id for row in rows if row.kind in kinds}

    relations = {r.id: r for r in queries.relations(project, ids(HitKind.RATIONALE))}
    marks = ids(HitKind.ANNOTATION, HitKind.NOTE) | {r.members[0] for r in relations.values()}
    annotations = {a.id: a for a in queries.annotations(project, marks)}
    editions = ids(HitKind.TEXT) | {a.edition_id for a in annotations.values()}
    wanted = ids(HitKind.SOURCE)
    sources = {s.id: s for s in queries.sources(project) if s.id in wanted} if wanted else {}
    return _Owners(relations, annotations, sources, queries.sources_by_edition(project, editions))


def _hit(row: Any, owners: _Owners, finder: Finder) -> Hit:
    at, until = finder.first(row.text)
    start, end = max(0, at - SNIPPET), min(len(row.text), until + SNIPPET)
    snippet = row.text[start:end]
    marks = finder.all(snippet)
    kind = HitKind(row.kind)
    match kind:
        case HitKind.SOURCE:
            title = owners.sources[row.owner_id].title
            return Hit(kind, title, snippet, marks, source_id=row.owner_id)
        case HitKind.TEXT:
            source = owners.by_edition[row.owner_id]
            return Hit(
                kind, source.title, snippet, marks, source_id=source.id, edition_id=row.owner_id,
                start=row.start + at, end=row.start + until,
            )  # fmt: skip
        case HitKind.ANNOTATION | HitKind.NOTE:
            annotation = owners.annotations[row.owner_id]
            source = owners.by_edition[annotation.edition_id]
            return Hit(
                kind, source.title, snippet, marks, source_id=source.id,
                edition_id=annotation.edition_id, annotation_id=annotation.id,
                start=annotation.target.start, end=annotation.target.end,
            )  # fmt: skip
        case HitKind.RATIONALE:
            relation = owners.relations[row.owner_id]
            title = _relation_title(relation, owners.annotations)
            return Hit(kind, title, snippet, marks, relation_id=relation.id)


def _relation_title(relation: Relation, annotations: Mapping[str, Annotation]) -> str:
    title = f"{relation.kind.label} · {relation.status.label}"
    first = annotations.get(relation.members[0])
    return f"{title} · {' '.join(first.target.exact.split())[:60]}" if first else title
