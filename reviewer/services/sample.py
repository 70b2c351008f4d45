"""The sample project: the five shipped documents with a review of them, made afresh from seeds."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from reviewer.assets import asset
from reviewer.domain.anchor import select
from reviewer.domain.errors import ExchangeError, StorageError
from reviewer.domain.ids import new_id
from reviewer.domain.journal import EntryKind
from reviewer.domain.records import Annotation, Relation, Source, Tag
from reviewer.domain.vocabulary import Status
from reviewer.exchange.review_file import (
    SampleReview,
    SampleSource,
    check_quotes,
    read_manifest,
    read_review,
)
from reviewer.services.importing import add_read_file, read_file
from reviewer.services.projects import data_folder
from reviewer.services.words import counted
from reviewer.storage import writes
from reviewer.storage.drafts import replacing
from reviewer.storage.engine import leftovers
from reviewer.storage.project import Project, Transaction

TITLE = "Sample: New Zealand, NATO and Ukraine"
FILE_NAME = "Sample project.review"


def sample_path() -> Path:
    """Where the person's own copy of the sample lies."""
    return data_folder() / FILE_NAME


def make_sample(path: Path, reviewer: str) -> Project:
    """A new project at ``path`` with the sample review in it, open for ``reviewer``.

    It appears under its name only when it is whole: half a sample would be taken for the sample
    from then on. What is loaded cannot be undone step by step: the first undo is of the person's
    own doing.
    """
    if path.exists():
        raise StorageError(f"“{path.name}” exists already; nothing was changed.")
    sources = read_manifest(asset("seeds", "manifest.toml"))
    review = read_review(asset("seeds", "review.toml"))
    label = f"Load the sample review ({counted(len(sources), 'source')})"
    with replacing(path, StorageError) as draft:
        path.parent.mkdir(parents=True, exist_ok=True)
        for log in leftovers(path):
            log.unlink()  # of a sample that was deleted; it would destroy the new one
        with (
            Project.create(draft, title=TITLE, reviewer=review.reviewer) as project,
            project.transaction(label, kind=EntryKind.FINAL) as tx,
        ):
            _load(tx, sources, review)
    return Project.open(path, reviewer=reviewer)


def _load(tx: Transaction, sources: tuple[SampleSource, ...], review: SampleReview) -> None:
    editions: dict[str, str] = {}
    texts: dict[str, str] = {}
    for position, source in enumerate(sources):
        item = read_file(asset("seeds", source.file))
        if item.sha256 != source.sha256:
            raise ExchangeError(f"“{source.file}” is not the text that the sample review is of.")
        edition = add_read_file(tx, item, _source(source, position), review.reviewer)
        editions[source.file], texts[source.file] = edition.id, item.document.text
    if wrong := check_quotes(review, texts):
        raise ExchangeError(wrong[0])
    tag_ids = {tag.id: new_id() for tag in review.tags}
    writes.add_tags(tx, [_tag(tag, tag_ids) for tag in review.tags])
    mark_ids = {annotation.id: new_id() for annotation in review.annotations}
    now = datetime.now(UTC)
    writes.add_annotations(
        tx,
        [
            replace(
                _annotation(a, texts, mark_ids, tag_ids),
                edition_id=editions[a.edition_id],
                created_at=now,
                created_by=review.reviewer,
            )
            for a in review.annotations
        ],
    )
    writes.add_relations(tx, [_relation(r, mark_ids, review.reviewer) for r in review.relations])


def _source(source: SampleSource, position: int) -> Source:
    return Source(
        id=new_id(),
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=source.published,
        date_basis=source.date_basis,
        address=source.address,
        reliability=source.reliability,
        reliability_basis=source.reliability_basis,
        position=position,
    )


def _tag(tag: Tag, ids: Mapping[str, str]) -> Tag:
    return replace(tag, id=ids[tag.id], parent_id=tag.parent_id and ids[tag.parent_id])


def _annotation(
    annotation: Annotation,
    texts: Mapping[str, str],
    mark_ids: Mapping[str, str],
    tag_ids: Mapping[str, str],
) -> Annotation:
    target = select(texts[annotation.edition_id], annotation.target.start, annotation.target.end)
    return replace(
        annotation,
        id=mark_ids[annotation.id],
        target=target,
        tag_ids=tuple(tag_ids[t] for t in annotation.tag_ids),
    )


def _relation(relation: Relation, mark_ids: Mapping[str, str], reviewer: str) -> Relation:
    now = datetime.now(UTC)
    decided = relation.status in (Status.SETTLED, Status.DISMISSED)
    return replace(
        relation,
        id=new_id(),
        members=tuple(mark_ids[m] for m in relation.members),
        preferred_id=relation.preferred_id and mark_ids[relation.preferred_id],
        created_at=now,
        created_by=reviewer,
        decided_at=now if decided else None,
        decided_by=reviewer if decided else "",
    )
