"""The Overview: read whole by a worker, then kept up to date by what each change touched."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, replace

from reviewer.domain.changes import Changes, RowChange
from reviewer.domain.claim import topic_of
from reviewer.domain.overview import Overview, Statement, Tagged, contradictions_of
from reviewer.services.reading import relations_touched
from reviewer.storage import at_a_glance, queries
from reviewer.storage.project import Project

_AT_ONCE = 25
"""Editions read between two looks at whether to go on."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What of an overview is out of date; with ``everything`` it is to be read anew."""

    annotations: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    sources: bool = False
    tags: bool = False
    everything: bool = False

    def __bool__(self) -> bool:
        return self != Touched()

    def __or__(self, other: "Touched") -> "Touched":
        return Touched(
            self.annotations | other.annotations,
            self.relations | other.relations,
            self.sources or other.sources,
            self.tags or other.tags,
            self.everything or other.everything,
        )


def touched(project: Project, changes: Changes) -> Touched:
    """What the changes mean for an overview."""
    tagged = {key.split("|")[0] for key in changes.touched("annotation_tag")}
    return Touched(
        changes.touched("annotation") | changes.touched("claim") | tagged,
        relations_touched(project, changes),
        bool(changes.touched("source")),
        bool(changes.touched("tag")),
        any(map(_comes_or_goes, changes.rows)),
    )


def _comes_or_goes(change: RowChange) -> bool:
    """Whether it brings a text in, or takes one out, with whatever hangs on it."""
    if change.table not in ("source", "edition"):
        return False
    if change.before is None or change.after is None:
        return True
    return change.before.get("trashed_at") != change.after.get("trashed_at")


def read_overview(project: Project) -> Generator[tuple[int, int], None, Overview]:
    """All of it; yields how many texts are read and how many there are. Meant for a worker."""
    source_of = {edition.id: edition.source_id for edition in queries.editions(project)}
    editions = list(source_of)
    statements: dict[str, Statement] = {}
    tagged: dict[str, Tagged] = {}
    for at in range(0, len(editions), _AT_ONCE):
        yield at, len(editions)
        some = editions[at : at + _AT_ONCE]
        statements |= _statements(at_a_glance.claims_in(project, some), source_of)
        tagged |= _tagged(at_a_glance.tags_in(project, some), source_of)
    return Overview(
        {source.id: source for source in queries.sources(project)},
        statements,
        tagged,
        contradictions_of(queries.relations(project)),
        queries.tags(project),
    )


def renewed(project: Project, overview: Overview, out: Touched) -> Overview:
    """The overview with what was out of date read again; not for ``out.everything``."""
    made = overview
    if out.annotations:
        made = _with_annotations(project, made, out.annotations)
    if out.relations:
        kept = {k: d for k, d in made.contradictions.items() if k not in out.relations}
        made = replace(
            made, contradictions=kept | contradictions_of(queries.relations(project, out.relations))
        )
    if out.sources:
        made = replace(made, sources={one.id: one for one in queries.sources(project)})
    return replace(made, tags=queries.tags(project)) if out.tags else made


def _with_annotations(project: Project, overview: Overview, ids: frozenset[str]) -> Overview:
    claims = list(at_a_glance.claims_of(project, ids))
    tags = list(at_a_glance.tags_of(project, ids))
    found = queries.sources_by_edition(
        project, {claim.edition_id for claim in claims} | {tag.edition_id for tag in tags}
    )
    source_of = {k: source.id for k, source in found.items() if source.trashed_at is None}
    # All are copied though few changed: to copy 100,000 references takes a millisecond.
    statements, tagged = dict(overview.statements), dict(overview.tagged)
    for key in ids:
        statements.pop(key, None)
        tagged.pop(key, None)
    return replace(
        overview,
        statements=statements | _statements(claims, source_of),
        tagged=tagged | _tagged(tags, source_of),
    )


def _statements(
    claims: Iterable[at_a_glance.ClaimInPlace], source_of: Mapping[str, str]
) -> dict[str, Statement]:
    return {
        one.annotation_id: Statement(
            one.annotation_id, source_of[one.edition_id], one.start, one.exact, one.claim, topic
        )
        for one in claims
        if one.edition_id in source_of and (topic := topic_of(one.claim))
    }


def _tagged(
    tags: Iterable[at_a_glance.TagInPlace], source_of: Mapping[str, str]
) -> dict[str, Tagged]:
    carried: dict[str, Tagged] = {}
    for one in tags:
        if one.edition_id in source_of:
            before = carried.get(one.annotation_id)
            carried[one.annotation_id] = Tagged(
                source_of[one.edition_id], (*(before.tag_ids if before else ()), one.tag_id)
            )
    return carried
