"""What the window shows: records joined into the values of ``domain.views``."""

from collections.abc import Iterable, Sequence

from reviewer.domain.changes import Changes
from reviewer.domain.document import Document
from reviewer.domain.errors import ConflictError
from reviewer.domain.options import CONTEXT
from reviewer.domain.records import Annotation, Edition, Relation, Source, Tag
from reviewer.domain.views import Passage, Place, RelationView, SourceSummary
from reviewer.storage import contents, queries, suggestions
from reviewer.storage.project import Project


def source_summaries(
    project: Project, source_ids: Iterable[str] | None = None
) -> tuple[SourceSummary, ...]:
    """The rows of the source list, in order; with ``source_ids`` only those of them."""
    return queries.summaries(project, source_ids)


def tags(project: Project) -> tuple[Tag, ...]:
    """All tags of the codebook."""
    return queries.tags(project)


def tag_counts(project: Project) -> dict[str, int]:
    """Tag id → number of annotations that carry it."""
    return queries.tag_counts(project)


def tagged_in_order(project: Project, tag_id: str) -> tuple[Place, ...]:
    """The annotations that carry a tag, source by source, as one reads."""
    return queries.places_tagged(project, tag_id)


def step_in_order(
    project: Project, places: Sequence[Place], here: tuple[str, int, str], step: int
) -> int:
    """Which of the places comes ``step`` (1 or -1) after ``here``, round the ends.

    ``here`` is an edition, a code point in it, and the annotation that is meant there, if any.
    """
    edition_id, start, annotation_id = here
    known = [at for at, place in enumerate(places) if place.id == annotation_id]
    if known:
        return (known[0] + step) % len(places)
    rank = {edition.id: number for number, edition in enumerate(queries.editions(project))}
    mine = rank.get(edition_id, -1), start
    before = sum((rank[place.edition_id], place.start) < mine for place in places)
    return (before if step > 0 else before - 1) % len(places)


def document(project: Project, edition_id: str) -> Document:
    """Text and structure of an edition."""
    return contents.read_document(project, edition_id)


def annotations_in(project: Project, edition_id: str) -> tuple[Annotation, ...]:
    """The annotations of an edition, in reading order."""
    return queries.annotations(project, edition_id=edition_id)


def annotations(project: Project, ids: Iterable[str]) -> tuple[Annotation, ...]:
    """Those of the named annotations that exist."""
    return queries.annotations(project, ids)


def relations_of(project: Project, annotation_ids: Iterable[str]) -> tuple[RelationView, ...]:
    """The relations that any of the annotations belongs to, all sides included."""
    return _viewed(project, queries.relations(project, member_ids=annotation_ids))


def relations(
    project: Project, ids: Iterable[str] | None = None, *, context: int = CONTEXT
) -> tuple[RelationView, ...]:
    """All relations outside the trash, or those named, with their sides in context."""
    return _viewed(project, queries.relations(project, ids), context)


def _viewed(
    project: Project, found: Sequence[Relation], context: int = CONTEXT
) -> tuple[RelationView, ...]:
    members = {member for relation in found for member in relation.members}
    sides = passages(project, queries.annotations(project, members), context=context)
    by_id = {passage.annotation.id: passage for passage in sides}
    began = suggestions.origins(project, [relation.id for relation in found])
    return tuple(
        RelationView(
            relation,
            tuple(by_id[m] for m in relation.members if m in by_id),
            began.get(relation.id, ""),
        )
        for relation in found
    )


def passages(
    project: Project, found: Iterable[Annotation], *, context: int = CONTEXT
) -> tuple[Passage, ...]:
    """Each annotation with its source and the text around it, in the order given.

    One text is held at a time, however many sources there are.
    """
    given = list(found)
    by_edition: dict[str, list[Annotation]] = {}
    for annotation in given:
        by_edition.setdefault(annotation.edition_id, []).append(annotation)
    sources = queries.sources_by_edition(project, by_edition)
    made: dict[str, Passage] = {}
    for edition_id, group in by_edition.items():
        text = contents.read_text(project, edition_id)
        for annotation in group:
            start, end = annotation.target.start, annotation.target.end
            before = text[max(0, start - context) : start]
            made[annotation.id] = Passage(
                annotation, sources[edition_id], _from_word(before, start > context),
                _to_word(text[end : end + context], end + context < len(text)),
            )  # fmt: skip
    return tuple(made[annotation.id] for annotation in given)


def _from_word(text: str, is_cut: bool) -> str:
    """Without the half word at its beginning, and with an ellipsis, if the text was cut there."""
    if not is_cut or not text:
        return text
    head, space, rest = text.partition(" ")
    return f"…{rest}" if space else f"…{head}"


def _to_word(text: str, is_cut: bool) -> str:
    if not is_cut or not text:
        return text
    rest, space, tail = text.rpartition(" ")
    return f"{rest}…" if space else f"{tail}…"


def source_of(project: Project, edition_id: str) -> Source:
    """The source that an edition belongs to."""
    found = queries.sources_by_edition(project, [edition_id]).get(edition_id)
    if found is None:
        raise ConflictError("The source was removed for good, or its import undone, elsewhere.")
    return found


def editions(project: Project) -> tuple[Edition, ...]:
    """All editions outside the trash."""
    return queries.editions(project)


def annotations_touched(project: Project, changes: Changes) -> frozenset[str]:
    """The annotations whose look changed: their own rows, or a relation that they belong to."""
    own = changes.touched("annotation") | changes.touched("claim")
    tagged = {key.split("|")[0] for key in changes.touched("annotation_tag")}
    related = {key.split("|")[1] for key in changes.touched("relation_member")}
    sides = {
        member
        for relation in queries.relations(project, changes.touched("relation"))
        for member in relation.members
    }
    return frozenset(own | tagged | related | sides)


def relations_touched(project: Project, changes: Changes) -> frozenset[str]:
    """The relations whose look changed: their own rows, or a side of theirs."""
    own = changes.touched("relation")
    joined = {key.split("|")[0] for key in changes.touched("relation_member")}
    sides = changes.touched("annotation") | changes.touched("claim")
    return frozenset(own | joined | {r.id for r in queries.relations(project, member_ids=sides)})


def sources_touched(project: Project, changes: Changes) -> frozenset[str]:
    """The sources whose row in the list changed: their own data, or their counts."""
    editions_touched = {
        str(image["edition_id"])
        for change in changes.rows
        if change.table == "annotation"
        for image in (change.before, change.after)
        if image
    }
    alive = annotations_touched(project, changes)
    editions_touched |= {a.edition_id for a in queries.annotations(project, alive)}
    of_editions = {
        edition.source_id for edition in queries.editions(project) if edition.id in editions_touched
    }
    new = {
        str((change.after or change.before or {})["source_id"])
        for change in changes.rows
        if change.table == "edition"
    }
    return frozenset(changes.touched("source") | of_editions | new)


def title(project: Project) -> str:
    """What the project is called."""
    return queries.title(project)


def source_ids(project: Project) -> tuple[str, ...]:
    """The sources outside the trash."""
    return tuple(source.id for source in queries.sources(project))


def claim_words(project: Project) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The subjects, measures and speakers that claims of the project name."""
    return queries.claim_words(project)


def claim_words_in(changes: Changes) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The subjects, measures and speakers of the claims that were made or edited."""
    claims = [row.after for row in changes.rows if row.table == "claim" and row.after]
    subjects, measures, speakers = (
        frozenset(str(claim[name]) for claim in claims if claim[name])
        for name in ("subject", "measure", "speaker")
    )
    return subjects, measures, speakers
