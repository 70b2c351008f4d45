"""The lists of a report: claims by topic, annotations by source, sources, codebook."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain, islice

from reviewer.domain.claim import Claim, Topic, topic_of
from reviewer.domain.codebook import path, walk
from reviewer.domain.records import Annotation, Edition
from reviewer.domain.views import Passage, SourceSummary
from reviewer.exchange.facts import (
    count,
    credibility_fact,
    moment,
    reliability_fact,
    topic_title,
    value_in_normal_form,
    value_in_words,
)
from reviewer.exchange.layout import Cell, Entry, Fact, Part, Ref, RowGroup, Table, TagRow
from reviewer.exchange.material import Index, ReportMaterial, entry_anchor, source_anchor

_LINKED = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)
_NAMED_GAPS = 8  # sources that a gap names before it only counts them


def topics_part(material: ReportMaterial, known: Index) -> Part:
    """One table: a group a topic, a row a claim, and which sources are silent on it."""
    by_topic: dict[Topic | None, list[tuple[Passage, Claim]]] = defaultdict(list)
    for passage in sorted(material.annotations, key=known.place):
        if passage.annotation.claim:
            claim = passage.annotation.claim
            by_topic[topic_of(claim)].append((passage, claim))
    loose = by_topic.pop(None, [])
    groups = [
        _topic_group(topic_title(claims[0][1]), claims, known, _silent(claims, material.sources))
        for _, claims in sorted(by_topic.items(), key=lambda item: str(item[0]))
    ]
    if loose:
        groups.append(_topic_group("Without subject and measure", loose, known, ""))
    columns = ("Source", "Value", "Normal form", "As of", "Speaker", "Reliability", "Credibility")
    return Part(table=Table("Claims by topic and source", columns, tuple(groups)))


def annotations_parts(
    material: ReportMaterial, known: Index, mentions: Mapping[str, tuple[Ref, ...]]
) -> tuple[Part, ...]:
    """One part a source that has annotations, in the order of their offsets.

    ``mentions`` says which findings an annotation (by id) is a side of.
    """
    by_source: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(material.annotations, key=known.place):
        by_source[passage.source.id].append(passage)
    return tuple(
        Part(
            title=passages[0].source.title,
            anchor=f"annotations-{source_id}",
            entries=tuple(
                _entry(passage, known, mentions.get(passage.annotation.id, ()))
                for passage in passages
            ),
        )
        for source_id, passages in by_source.items()
    )


def sources_parts(material: ReportMaterial) -> tuple[Part, ...]:
    """All that is known about each source and its texts, so that anyone can get the same ones.

    Editions before the newest are given where annotations or relations still quote them.
    """
    newest = {summary.edition.id for summary in material.sources}
    members = (passage for view in material.relations for passage in view.passages)
    quoted = {passage.annotation.edition_id for passage in chain(material.annotations, members)}
    quoted -= newest
    earlier: dict[str, list[Edition]] = defaultdict(list)
    for edition in sorted(material.editions, key=lambda one: -one.number):
        if edition.id in quoted:
            earlier[edition.source_id].append(edition)
    return tuple(
        Part(
            title=summary.source.title,
            anchor=source_anchor(summary.source.id),
            facts=(
                *_source_facts(summary),
                *_edition_facts(summary.edition),
                *chain.from_iterable(map(_edition_facts, earlier[summary.source.id])),
            ),
        )
        for summary in material.sources
    )


def _source_facts(summary: SourceSummary) -> tuple[Fact, ...]:
    source = summary.source
    reviewed = (
        f"{count(summary.claims, 'claim')}, "
        f"{count(summary.open_contradictions, 'open contradiction')}"
    )
    return (
        Fact("Publisher", source.publisher),
        Fact("Author", source.author),
        Fact("Date", source.published, note=source.date_basis, gap="not known"),
        reliability_fact(source),
        Fact("Address", source.address, address=linkable(source.address)),
        Fact(
            "Reviewed",
            count(summary.annotations, "annotation"),
            note=reviewed,
            anchor=f"annotations-{source.id}" if summary.annotations else "",
        ),
    )


def _edition_facts(edition: Edition) -> tuple[Fact, ...]:
    imported = moment(edition.imported_at, edition.imported_by)
    return (
        Fact("Edition", str(edition.number), note=f"Imported {imported}"),
        Fact("File", edition.file_name, note=f"{edition.media_type}, {edition.encoding}"),
        Fact("Length", count(edition.length, "character"), note="Unicode code points"),
        Fact("SHA-256 of the original", edition.original_sha256, is_code=True),
        Fact("SHA-256 of the text", edition.text_sha256, is_code=True),
    )


def codebook_part(material: ReportMaterial) -> Part:
    """The codebook as a tree, with how often each tag was used."""
    by_id = {tag.id: tag for tag in material.tags}
    own: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for passage in material.annotations:
        used = [tag_id for tag_id in passage.annotation.tag_ids if tag_id in by_id]
        own.update(used)
        total.update({tag.id for tag_id in used for tag in path(by_id, tag_id)})
    rows = (
        TagRow(
            depth, tag.name, tag.colour, tag.key, tag.description,
            own=own[tag.id], total=total[tag.id],
        )
        for depth, tag in walk(material.tags)
    )  # fmt: skip
    return Part(tree=tuple(rows))


def linkable(address: str) -> str:
    """The address if a browser may follow it (http or https, nothing odd in it), else nothing."""
    return address if address.isprintable() and _LINKED.fullmatch(address) else ""


def _topic_group(
    title: str, claims: list[tuple[Passage, Claim]], known: Index, note: str
) -> RowGroup:
    rows = tuple(_claim_row(passage, claim, known) for passage, claim in claims)
    return RowGroup(rows, title, note)


def _claim_row(passage: Passage, claim: Claim, known: Index) -> tuple[Cell, ...]:
    source = known.source_ref(passage.source)
    words = value_in_words(claim) or passage.annotation.target.exact
    grade, credibility = passage.source.reliability, claim.credibility
    return (
        Cell(source.text, source.anchor),
        Cell(words, entry_anchor(passage.annotation.id)),
        Cell(value_in_normal_form(claim)),
        Cell(claim.as_of),
        Cell(claim.speaker),
        Cell(grade.value if grade else ""),
        Cell(credibility.value if credibility else ""),
    )


def _silent(claims: list[tuple[Passage, Claim]], sources: tuple[SourceSummary, ...]) -> str:
    """Names the first few sources that say nothing: a full list would grow as topics x sources."""
    speaking = {passage.source.id for passage, _ in claims}
    silent = (summary for summary in sources if summary.source.id not in speaking)
    named = [summary.source.title for summary in islice(silent, _NAMED_GAPS)]
    if not named:
        return ""
    listed = min(len(speaking), len(sources))
    others = len(sources) - listed - len(named)
    names = ", ".join(named) + (f" and {count(others, 'other')}" if others > 0 else "")
    return f"Nothing on this from: {names}."


def _entry(passage: Passage, known: Index, findings: tuple[Ref, ...]) -> Entry:
    annotation = passage.annotation
    return Entry(
        anchor=entry_anchor(annotation.id),
        quote=known.quote(passage, in_context=False),
        tags=tuple(known.tag_labels[tag_id] for tag_id in annotation.tag_ids),
        note=annotation.note,
        facts=_entry_facts(annotation, known),
        findings=findings,
    )


def _entry_facts(annotation: Annotation, known: Index) -> tuple[Fact, ...]:
    """Only what is known: in a long list the gaps would bury the rest."""
    claim, edition = annotation.claim, known.editions[annotation.edition_id]
    facts = [Fact("Annotated", moment(annotation.created_at, annotation.created_by))]
    if edition.id not in known.newest_ids:
        facts.insert(0, Fact("Edition", f"{edition.number}, since replaced by a newer one"))
    if claim:
        facts[:0] = [
            Fact("Topic", topic_title(claim)),
            Fact("Value", value_in_words(claim)),
            Fact("Normal form", value_in_normal_form(claim)),
            Fact("As of", claim.as_of),
            Fact("Speaker", claim.speaker),
            credibility_fact(claim),
        ]
    return tuple(fact for fact in facts if fact.text)
