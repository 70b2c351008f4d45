"""What a report is built from, and the look-ups over it that every section needs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from reviewer.domain.journal import Record
from reviewer.domain.options import USUAL, Order, ReportOptions
from reviewer.domain.records import Edition, Source, Tag
from reviewer.domain.views import Passage, RelationView, SourceSummary
from reviewer.exchange.layout import Quote, Ref, TagLabel

_DIRECTION_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# A cut word is dropped only if it is short: where words are not spaced, all would go.
_PARTIAL_WORD_FIRST = re.compile(r"\A\S{0,24}\s+")
_PARTIAL_WORD_LAST = re.compile(r"\s+\S{0,24}\Z")


@dataclass(frozen=True, slots=True)
class ReportMaterial:
    """A project as read at one moment; sources, annotations and relations in the order to show.

    ``editions`` must hold the edition of every annotation and of every member of a relation,
    unless it is a source's newest one, which ``sources`` brings. ``generated_at`` is aware.
    ``contents`` has texts (in UTF-8) and originals by their SHA-256 for the formats that hold
    them, and may read each only when it is asked for.
    """

    title: str
    reviewers: tuple[str, ...]
    generated_at: datetime
    app_version: str
    schema_version: str
    sources: tuple[SourceSummary, ...] = ()
    editions: tuple[Edition, ...] = ()
    annotations: tuple[Passage, ...] = ()
    relations: tuple[RelationView, ...] = ()
    tags: tuple[Tag, ...] = ()
    journal_entries: int = 0
    journal_hash: str = ""  # of the last entry: names the state that the report shows
    journal: tuple[Record, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    options: ReportOptions = USUAL

    def __post_init__(self) -> None:
        if self.generated_at.tzinfo is None:
            raise ValueError("generated_at must be an aware time")


@dataclass(frozen=True, slots=True)
class Index:
    """Records by id, and which annotations and sources have a place of their own in the report."""

    editions: dict[str, Edition]
    annotation_ids: frozenset[str]
    source_places: dict[str, int]  # of the sources that are listed, in their order
    newest_ids: frozenset[str]  # of editions
    tag_labels: dict[str, TagLabel]
    order: Order = Order.TEXT

    def quote(self, passage: Passage, *, in_context: bool = True) -> Quote:
        """The passage as a quote that can be checked; KeyError if its edition is not known."""
        annotation, target = passage.annotation, passage.annotation.target
        edition = self.editions[annotation.edition_id]
        return Quote(
            annotation_id=annotation.id,
            edition_id=edition.id,
            exact=target.exact,
            start=target.start,
            end=target.end,
            text_sha256=edition.text_sha256,
            original_sha256=edition.original_sha256,
            source=self.source_ref(passage.source),
            entry_anchor=entry_anchor(annotation.id)
            if annotation.id in self.annotation_ids
            else "",
            before=_lead_in(passage) if in_context and passage.before else "",
            after=_run_out(passage, edition.length) if in_context and passage.after else "",
            warning=_warning(target.exact),
        )

    def place(self, passage: Passage) -> tuple[int, ...]:
        """What sorts passages by source, then newest edition first, then as the text reads.

        In any other order than that of the text it sorts by source alone, and the order in which
        the material has them stays.
        """
        annotation = passage.annotation
        number = self.editions[annotation.edition_id].number
        source = self.source_places.get(passage.source.id, len(self.source_places))
        if self.order is not Order.TEXT:
            return (source,)
        return source, -number, annotation.target.start, annotation.target.end

    def source_ref(self, source: Source) -> Ref:
        """The source by its title, with a link if it is listed."""
        return Ref(
            source.title, source_anchor(source.id) if source.id in self.source_places else ""
        )


def index(material: ReportMaterial) -> Index:
    """All look-ups, in one pass over the material."""
    newest = [summary.edition for summary in material.sources]
    return Index(
        editions={edition.id: edition for edition in (*material.editions, *newest)},
        annotation_ids=frozenset(passage.annotation.id for passage in material.annotations),
        source_places={one.source.id: place for place, one in enumerate(material.sources)},
        newest_ids=frozenset(edition.id for edition in newest),
        tag_labels=_tag_labels(material.tags),
        order=material.options.order,
    )


def _lead_in(passage: Passage) -> str:
    """The text before the quote from a whole word on, with an ellipsis where it was cut."""
    before, start = passage.before, passage.annotation.target.start
    if start <= len(before):
        return before.lstrip()
    return "… " + _PARTIAL_WORD_FIRST.sub("", before, count=1)


def _run_out(passage: Passage, length: int) -> str:
    """The text after the quote up to a whole word, with an ellipsis where it was cut."""
    after, end = passage.after, passage.annotation.target.end
    if end + len(after) >= length:
        return after.rstrip()
    return _PARTIAL_WORD_LAST.sub("", after, count=1) + " …"


def entry_anchor(annotation_id: str) -> str:
    """Where the list by source has the annotation."""
    return f"annotation-{annotation_id}"


def source_anchor(source_id: str) -> str:
    """Where the list of sources has the source."""
    return f"source-{source_id}"


def _tag_labels(tags: Iterable[Tag]) -> dict[str, TagLabel]:
    by_id = {tag.id: tag for tag in tags}
    paths: dict[str, str] = {}

    def path_of(tag: Tag) -> str:
        if tag.id not in paths:
            parent = by_id.get(tag.parent_id) if tag.parent_id else None
            paths[tag.id] = f"{path_of(parent)} / {tag.name}" if parent else tag.name
        return paths[tag.id]

    return {tag.id: TagLabel(path_of(tag), tag.colour) for tag in by_id.values()}


def _warning(exact: str) -> str:
    if _DIRECTION_CONTROLS.isdisjoint(exact):
        return ""
    return (
        "This quote holds invisible direction controls: the order in which it is shown may differ "
        "from the order in which it is written."
    )
