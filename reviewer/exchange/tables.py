"""The project as tables of values, for spreadsheets: numbers stay numbers, rows know each other."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from reviewer.domain.checklist import QUESTIONS
from reviewer.domain.claim import Claim
from reviewer.domain.codebook import walk
from reviewer.domain.options import Only
from reviewer.domain.quantity import Bound, Quantity
from reviewer.domain.records import Relation
from reviewer.domain.views import Passage, RelationView
from reviewer.domain.vocabulary import RelationKind
from reviewer.exchange.facts import topic_title, value_in_normal_form, value_in_words
from reviewer.exchange.findings import finding, in_order, letter_of
from reviewer.exchange.listings import codebook_part
from reviewer.exchange.material import Index, ReportMaterial, index
from reviewer.exchange.values import bound_value, moment_value


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to the row ``key`` of another table."""

    text: str
    table: str
    key: str


Value = str | int | Decimal | Link | None


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in characters, as a spreadsheet counts them."""

    title: str
    width: int = 14


@dataclass(frozen=True, slots=True)
class Row:
    """As many values as the table has columns; ``key`` is what links name, unique or empty."""

    key: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """One sheet, or one file."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


ANNOTATIONS, SOURCES, CONTRADICTIONS, RELATIONS = (
    "Annotations", "Sources", "Contradictions", "Other relations",
)  # fmt: skip


_SIDES = (
    Column("No.", 6), Column("Relation"), Column("Status", 11), Column("Verdict", 20),
    Column("Dimension"), Column("Topic", 30), Column("Side", 6), Column("Preferred", 10),
    Column("Source", 30), Column("Quote", 50), Column("Value", 20), Column("Normal form", 24),
    Column("Low", 16), Column("High", 16), Column("Unit", 8), Column("As of", 12),
    Column("Speaker", 18), Column("Reliability", 10), Column("Credibility", 10),
    Column("Difference", 30), Column("Rationale", 50), Column("What would settle it", 40),
    *(Column(question, 16) for question in QUESTIONS.values()),
    Column("Decided", 21), Column("Decided by", 18), Column("Marked", 21), Column("Marked by", 18),
    Column("Suggested by", 18),
)  # fmt: skip


def _contradictions(material: ReportMaterial, known: Index) -> DataTable:
    return _relations(CONTRADICTIONS, material, known, is_disputed=True)


def _other_relations(material: ReportMaterial, known: Index) -> DataTable:
    return _relations(RELATIONS, material, known, is_disputed=False)


def _relations(
    name: str, material: ReportMaterial, known: Index, *, is_disputed: bool
) -> DataTable:
    """A row a side: what is known of the relation stands in each, so that filters keep it whole."""
    rows = (
        row
        for number, view in enumerate(in_order(material.relations), start=1)
        if (view.relation.kind is RelationKind.CONTRADICTS) is is_disputed
        for row in _side_rows(view, number, known)
    )
    return DataTable(name, _SIDES, tuple(rows))


def _side_rows(view: RelationView, number: int, known: Index) -> list[Row]:
    relation = view.relation
    found = finding(view, number, known)
    difference = "\n".join(f"{fact.label}: {fact.text or fact.gap}" for fact in found.comparison)
    before: tuple[Value, ...] = (
        number, relation.kind.label, relation.status.label,
        relation.verdict.label if relation.verdict else None,
        relation.dimension.label if relation.dimension else None, found.title,
    )  # fmt: skip
    after = (difference, *_judged(relation), view.origin)
    return [
        Row(
            f"{relation.id} {letter_of(place)}",
            (*before, *_side(passage, letter_of(place), relation), *after),
        )
        for place, passage in enumerate(view.passages)
    ]


def _side(passage: Passage, letter: str, relation: Relation) -> tuple[Value, ...]:
    annotation, source = passage.annotation, passage.source
    quantity = annotation.claim.quantity if annotation.claim else None
    return (
        letter,
        "yes" if relation.preferred_id == annotation.id else None,
        Link(source.title, SOURCES, source.id),
        Link(annotation.target.exact, ANNOTATIONS, annotation.id),
        *_valued(annotation.claim)[:2],
        *_bounds(quantity),
        *_valued(annotation.claim)[2:],
        source.reliability.value if source.reliability else None,
        _credibility(annotation.claim),
    )


def _judged(relation: Relation) -> tuple[Value, ...]:
    answers = (getattr(relation.checklist, name) for name in QUESTIONS)
    return (
        relation.rationale, relation.would_settle,
        *(answer.label if answer else None for answer in answers),
        moment_value(relation.decided_at), relation.decided_by,
        moment_value(relation.created_at), relation.created_by,
    )  # fmt: skip


def _valued(claim: Claim | None) -> tuple[Value, ...]:
    if claim is None:
        return None, None, None, None
    return value_in_words(claim), value_in_normal_form(claim), claim.as_of, claim.speaker


def _bounds(quantity: Quantity | None) -> tuple[Value, ...]:
    if quantity is None:
        return None, None, None
    return _bound(quantity.low), _bound(quantity.high), quantity.unit


def _bound(bound: Bound | None) -> Value:
    return bound if isinstance(bound, Decimal) else bound_value(bound)


def _credibility(claim: Claim | None) -> Value:
    return int(claim.credibility) if claim and claim.credibility else None


def _claims(material: ReportMaterial, known: Index) -> DataTable:
    columns = (
        Column("Topic", 36), Column("Subject", 22), Column("Measure", 26), Column("Source", 30),
        Column("Value", 22), Column("Normal form", 26), Column("Kind", 10), Column("Low", 16),
        Column("High", 16), Column("Unit", 8), Column("Role", 14), Column("As of", 12),
        Column("Speaker", 18), Column("Reliability", 10), Column("Credibility", 10),
        Column("Basis", 40), Column("Quote", 50),
    )  # fmt: skip
    rows = tuple(
        Row(passage.annotation.id, _claim_values(passage, passage.annotation.claim))
        for passage in sorted(material.annotations, key=known.place)
        if passage.annotation.claim
    )
    return DataTable("Claims", columns, rows)


def _claim_values(passage: Passage, claim: Claim) -> tuple[Value, ...]:
    source, quantity = passage.source, claim.quantity
    words, normal, as_of, speaker = _valued(claim)
    return (
        topic_title(claim), claim.subject, claim.measure, Link(source.title, SOURCES, source.id),
        words, normal, quantity.kind.label if quantity else None, *_bounds(quantity),
        quantity.role.label if quantity else None, as_of, speaker,
        source.reliability.value if source.reliability else None, _credibility(claim),
        claim.credibility_basis,
        Link(passage.annotation.target.exact, ANNOTATIONS, passage.annotation.id),
    )  # fmt: skip


def _annotations(material: ReportMaterial, known: Index) -> DataTable:
    columns = (
        Column("Source", 30), Column("Edition", 8), Column("Start", 9), Column("End", 9),
        Column("Quote", 60), Column("Before", 30), Column("After", 30), Column("Tags", 26),
        Column("Note", 40), Column("Topic", 30), Column("Value", 20), Column("Annotated", 21),
        Column("By", 18), Column("SHA-256 of the text", 66), Column("Id", 38),
    )  # fmt: skip
    rows = tuple(
        Row(passage.annotation.id, _annotation_values(passage, known))
        for passage in sorted(material.annotations, key=known.place)
    )
    return DataTable(ANNOTATIONS, columns, rows)


def _annotation_values(passage: Passage, known: Index) -> tuple[Value, ...]:
    annotation, target = passage.annotation, passage.annotation.target
    edition, quote = known.editions[annotation.edition_id], known.quote(passage)
    return (
        Link(passage.source.title, SOURCES, passage.source.id), edition.number, target.start,
        target.end, target.exact, quote.before, quote.after,
        "\n".join(known.tag_labels[tag_id].path for tag_id in annotation.tag_ids),
        annotation.note, topic_title(annotation.claim) if annotation.claim else None,
        value_in_words(annotation.claim), moment_value(annotation.created_at),
        annotation.created_by, edition.text_sha256, annotation.id,
    )  # fmt: skip


def _sources(material: ReportMaterial, _known: Index) -> DataTable:
    columns = (
        Column("Title", 40), Column("Publisher", 20), Column("Author", 20), Column("Date", 12),
        Column("How the date is known", 40), Column("Address", 40), Column("Reliability", 10),
        Column("Basis", 40), Column("Annotations", 11), Column("Claims", 8),
        Column("Open contradictions", 11), Column("Edition", 8), Column("File", 24),
        Column("Media type", 14), Column("Length", 9), Column("SHA-256 of the original", 66),
        Column("SHA-256 of the text", 66), Column("Imported", 21), Column("By", 18),
    )  # fmt: skip
    rows = []
    for summary in material.sources:
        source, edition = summary.source, summary.edition
        rows.append(
            Row(
                source.id,
                (
                    source.title, source.publisher, source.author, source.published,
                    source.date_basis, source.address,
                    source.reliability.value if source.reliability else None,
                    source.reliability_basis, summary.annotations, summary.claims,
                    summary.open_contradictions, edition.number, edition.file_name,
                    edition.media_type, edition.length, edition.original_sha256,
                    edition.text_sha256, moment_value(edition.imported_at), edition.imported_by,
                ),
            )
        )  # fmt: skip
    return DataTable(SOURCES, columns, tuple(rows))


def _codebook(material: ReportMaterial, known: Index) -> DataTable:
    columns = (
        Column("Tag", 30), Column("Depth", 7), Column("Annotations", 11),
        Column("With those below", 11), Column("Colour", 10), Column("Key", 6),
        Column("Description", 60),
    )  # fmt: skip
    labels = known.tag_labels
    rows = (
        Row(tag.id, (labels[tag.id].path, r.depth, r.own, r.total, r.colour, r.key, r.description))
        for (_, tag), r in zip(walk(material.tags), codebook_part(material).tree, strict=True)
    )
    return DataTable("Codebook", columns, tuple(rows))


def _journal(material: ReportMaterial, _known: Index) -> DataTable:
    columns = (
        Column("Entry", 8), Column("When", 33), Column("Who", 20), Column("What", 60),
        Column("Kind", 8), Column("Of entry", 8), Column("Hash", 66), Column("Hash before", 66),
    )  # fmt: skip
    part = material.options.only != Only()  # what was done elsewhere may quote what is left out
    rows = (
        Row("", (r.seq, r.at, r.reviewer, "" if part else r.label, r.kind, r.of, r.hash,
                 r.previous_hash))
        for r in material.journal
    )  # fmt: skip
    return DataTable("Journal", columns, tuple(rows))


def _about(material: ReportMaterial, _known: Index) -> DataTable:
    options = material.options
    told: tuple[tuple[str, Value], ...] = (
        ("Title", material.title),
        ("Marking", options.marking),
        ("Author", options.author),
        ("Summary", options.summary),
        ("Reviewed by", ", ".join(material.reviewers)),
        ("Written", moment_value(material.generated_at)),
        ("With", f"Reviewer {material.app_version}"),
        ("Only", "" if str(options.only) == "all" else str(options.only)),
        ("Relations that are", ", ".join(status.label for status in options.statuses)),
        ("Entries in the journal", material.journal_entries),
        ("State of the journal", material.journal_hash),
        ("Start and End", "Unicode code points of the text, from 0; the end is not included"),
    )
    rows = tuple(Row("", pair) for pair in told if pair[1] not in ("", None))
    texts = () if not options.appendix else tuple(_texts(material))
    return DataTable("About", (Column("About", 26), Column("Value", 90)), rows + texts)


def _texts(material: ReportMaterial) -> list[Row]:
    return [
        Row("", (f"Full text: {one.source.title}", text.decode()))
        for one in material.sources
        if (text := material.contents.get(one.edition.text_sha256))
    ]


BUILDERS: dict[str, Callable[[ReportMaterial, Index], DataTable]] = {
    "contradictions": _contradictions,
    "claims": _claims,
    "annotations": _annotations,
    "sources": _sources,
    "codebook": _codebook,
    "journal": _journal,
    "other-relations": _other_relations,
    "about": _about,
}
"""Name of its file → what makes the table, in the order in which people look at them."""


def data_table(material: ReportMaterial, name: str) -> DataTable:
    """One of ``BUILDERS`` by its name."""
    return BUILDERS[name](material, index(material))
