"""A project as a report: contradictions first, then everything that lets a reader check them."""

from collections import defaultdict

from reviewer.domain.grades import CREDIBILITY_HELP, RELIABILITY_HELP
from reviewer.domain.options import USUAL, Scope
from reviewer.domain.views import SourceSummary
from reviewer.domain.vocabulary import Credibility, Reliability
from reviewer.exchange.facts import count, moment, paragraphs
from reviewer.exchange.findings import Group, finding, group_of, in_order
from reviewer.exchange.layout import (
    Cell,
    Fact,
    Finding,
    Part,
    Ref,
    Report,
    RowGroup,
    Section,
    Table,
)
from reviewer.exchange.listings import annotations_parts, codebook_part, sources_parts, topics_part
from reviewer.exchange.material import Index, ReportMaterial, index
from reviewer.exchange.overview import overview_parts

__all__ = ["Report", "ReportMaterial", "build_report"]

_Findings = dict[Group, tuple[Finding, ...]]

_HOW_TO_CHECK = (
    (
        "Every quote is exact. The two numbers with it are its place in the text of its source: "
        "Unicode code points, counted from 0, the second one not included."
    ),
    (
        "To check a quote, compare the SHA-256 of the original file with the one listed under "
        "Sources, and the SHA-256 of the text that was read from it, in UTF-8 with a line feed "
        "at the end of each line and no byte order mark. The characters of that text from the "
        "first number up to the second are the quote."
    ),
    (
        "A program finds the same in this file: each element that holds a quote carries "
        "data-start, data-end, data-source-sha256 (of the original file) and data-text-sha256 "
        "(of the text)."
    ),
)


def build_report(material: ReportMaterial) -> Report:
    """The report of all that the material holds; pure, and linear in it."""
    known = index(material)
    findings = _findings(material, known)
    return Report(
        title=material.title,
        byline=_byline(material),
        figures=_figures(material, findings),
        sections=_sections(material, known, findings),
        marking=material.options.marking,
        author=material.options.author,
        language=material.options.language,
        summary=paragraphs(material.options.summary),
    )


def _sections(material: ReportMaterial, known: Index, findings: _Findings) -> tuple[Section, ...]:
    suggested = findings[Group.SUGGESTED]
    proposals = Section(
        "suggestions",
        "Suggestions that nobody has looked at yet",
        "A rule proposes these. They count for nothing until a person accepts them.",
        (Part(findings=suggested),),
    )
    return (
        _overview(findings),
        _contradictions(findings),
        _findings_section(
            "not-contradictions",
            "Not contradictions",
            "Looked at, and found to agree or to speak of different things.",
            findings[Group.NOT_A_CONTRADICTION],
            "No pair of claims was found to be only an apparent contradiction.",
        ),
        _findings_section(
            "other-relations",
            "Other relations",
            "Claims that support, repeat, update or qualify each other.",
            findings[Group.OTHER],
            "No claims were marked as supporting, repeating, updating or qualifying each other.",
        ),
        *([proposals] if suggested else []),
        *_at_a_glance(material, known),
        _topics(material, known),
        _annotations(material, known, findings),
        _sources(material),
        _codebook(material),
        *([_appendix(material)] if material.options.appendix else []),
        _about(material),
    )


def _findings(material: ReportMaterial, known: Index) -> _Findings:
    """By group, numbered through in the order of the report."""
    grouped: dict[Group, list[Finding]] = {group: [] for group in Group}
    for number, view in enumerate(in_order(material.relations), start=1):
        grouped[group_of(view.relation)].append(finding(view, number, known))
    return {group: tuple(found) for group, found in grouped.items()}


def _byline(material: ReportMaterial) -> tuple[Fact, ...]:
    author = material.options.author
    return (
        *([Fact("Author", author)] if author else []),
        Fact("Reviewed by", ", ".join(material.reviewers), gap="nobody yet"),
        Fact("Written", moment(material.generated_at)),
        Fact("With", f"Reviewer {material.app_version}"),
    )


def _figures(material: ReportMaterial, findings: _Findings) -> tuple[Fact, ...]:
    claims = sum(1 for passage in material.annotations if passage.annotation.claim)
    counted = (
        ("Open contradictions", len(findings[Group.OPEN]), "contradictions-open"),
        ("Settled contradictions", len(findings[Group.SETTLED]), "contradictions-settled"),
        ("Not contradictions", len(findings[Group.NOT_A_CONTRADICTION]), "not-contradictions"),
        ("Other relations", len(findings[Group.OTHER]), "other-relations"),
        ("Claims", claims, "claims"),
        ("Annotations", len(material.annotations), "annotations"),
        ("Sources", len(material.sources), "sources"),
        ("Tags", len(material.tags), "codebook"),
    )
    return tuple(
        Fact(label, f"{number:,}", anchor=anchor if number else "")
        for label, number, anchor in counted
    )


def _overview(findings: _Findings) -> Section:
    """The contradictions at a glance, for whoever reads no further."""
    judged = findings[Group.OPEN] + findings[Group.SETTLED] + findings[Group.NOT_A_CONTRADICTION]
    if not judged:
        return Section("summary", "Summary", "Nothing has been marked as a contradiction yet.")
    lead = (
        f"{count(len(findings[Group.OPEN]), 'contradiction is', 'contradictions are')} open, "
        f"{count(len(findings[Group.SETTLED]), 'is', 'are')} settled as real, and "
        f"{count(len(findings[Group.NOT_A_CONTRADICTION]), 'was', 'were')} found to be none."
    )
    table = Table(
        "Contradictions at a glance",
        ("No.", "Topic", "Sides", "Difference", "Outcome"),
        (RowGroup(tuple(_glance(found) for found in judged)),),
    )
    return Section("summary", "Summary", lead, (Part(table=table),))


def _glance(found: Finding) -> tuple[Cell, ...]:
    sides = (
        f"{side.letter}: {side.value or 'no value'} · {side.byline or side.quote.source.text}"
        for side in found.sides
    )
    differences = (
        f"{fact.label}: {fact.text or fact.gap}" if len(found.comparison) > 1 else fact.text
        for fact in found.comparison
    )
    return (
        Cell(found.name.rpartition(" ")[2], found.anchor),
        Cell(found.title),
        Cell("\n".join(sides)),
        Cell("\n".join(differences)),
        Cell(found.outcome),
    )


def _contradictions(findings: _Findings) -> Section:
    titled = (
        ("contradictions-open", "Open", findings[Group.OPEN]),
        ("contradictions-settled", "Settled", findings[Group.SETTLED]),
    )
    parts = tuple(
        Part(title=title, anchor=anchor, findings=found) for anchor, title, found in titled if found
    )
    lead = "" if parts else "No contradictions have been found yet."
    return Section("contradictions", "Contradictions", lead, parts)


def _findings_section(
    anchor: str, title: str, lead: str, findings: tuple[Finding, ...], empty: str
) -> Section:
    if not findings:
        return Section(anchor, title, empty)
    return Section(anchor, title, lead, (Part(findings=findings),))


def _at_a_glance(material: ReportMaterial, known: Index) -> list[Section]:
    parts = overview_parts(material, known)
    lead = (
        "Values in short, with what they are as of and their grades. An empty place is a gap, and ≠"
        " marks what another claim contradicts."
    )
    return [Section("overview", "Overview", lead, parts)] if parts else []


def _topics(material: ReportMaterial, known: Index) -> Section:
    part = topics_part(material, known)
    if not part.table or not part.table.groups:
        return Section("claims", "Claims by topic", "No claims have been tagged yet.")
    return Section(
        "claims",
        "Claims by topic",
        "What each source says on each topic. A dash is something that the source does not say.",
        (part,),
    )


def _annotations(material: ReportMaterial, known: Index, findings: _Findings) -> Section:
    mentions: dict[str, list[Ref]] = defaultdict(list)
    for group in findings.values():
        for found in group:
            for side in found.sides:
                mentions[side.quote.annotation_id].append(Ref(found.name, found.anchor))
    frozen = {annotation_id: tuple(refs) for annotation_id, refs in mentions.items()}
    parts = annotations_parts(material, known, frozen)
    lead = "In the order of each source's text." if parts else "Nothing has been annotated yet."
    return Section("annotations", "Annotations by source", lead, parts)


def _sources(material: ReportMaterial) -> Section:
    parts = sources_parts(material)
    lead = "" if parts else "The project has no sources yet. Import one to begin."
    return Section("sources", "Sources", lead, parts)


def _codebook(material: ReportMaterial) -> Section:
    if not material.tags:
        return Section("codebook", "Codebook", "The codebook has no tags yet.")
    return Section(
        "codebook",
        "Codebook",
        "The tags, and how many annotations carry each.",
        (codebook_part(material),),
    )


def _appendix(material: ReportMaterial) -> Section:
    """The texts themselves, so that every quote can be read where it stands."""
    known = (summary for summary in material.sources if _text(material, summary))
    parts = tuple(
        Part(
            title=summary.source.title,
            anchor=f"text-{summary.source.id}",
            facts=(Fact("SHA-256 of the text", summary.edition.text_sha256, is_code=True),),
            text=_text(material, summary),
        )
        for summary in known
    )
    return Section("texts", "Full texts of the sources", "" if parts else "No text to show.", parts)


def _text(material: ReportMaterial, summary: SourceSummary) -> str:
    return material.contents.get(summary.edition.text_sha256, b"").decode()


def _coverage(material: ReportMaterial) -> str:
    """What was left out on purpose, in one sentence; nothing if nothing was."""
    options = material.options
    parts = []
    if options.only.scope is not Scope.ALL:
        name = f" “{options.only.name}”" if options.only.name else ""
        parts.append(f"only {options.only.scope}{name}")
    if set(options.statuses) != set(USUAL.statuses):
        parts.append(f"relations that are {' or '.join(s.label for s in options.statuses)}")
    return "; ".join(parts)


def _about(material: ReportMaterial) -> Section:
    coverage = _coverage(material)
    facts = (
        Fact("Project", material.title),
        *([Fact("Covers", coverage, note="The project holds more.")] if coverage else []),
        *_byline(material),
        Fact("Schema of the project", material.schema_version),
        Fact(
            "State of the journal",
            material.journal_hash,
            note=f"after {count(material.journal_entries, 'entry', 'entries')}",
            is_code=True,
        ),
    )
    shown = tuple(fact for fact in facts if fact.text or fact.label != "State of the journal")
    return Section(
        "about",
        "About this report",
        parts=(
            Part(title="How to check this report", anchor="check", paragraphs=_HOW_TO_CHECK),
            Part(title="How it was made", anchor="made", facts=shown),
            Part(title="What the grades mean", anchor="grades", table=_grades()),
        ),
    )


def _grades() -> Table:
    return Table(
        "Reliability of a source and credibility of a claim are judged apart (Admiralty code)",
        ("Grade", "Meaning", "Given when"),
        (
            RowGroup(
                tuple(_grade_row(g, g.label, RELIABILITY_HELP[g]) for g in Reliability),
                "Reliability of a source",
            ),
            RowGroup(
                tuple(_grade_row(g, g.label, CREDIBILITY_HELP[g]) for g in Credibility),
                "Credibility of a claim",
            ),
        ),
    )


def _grade_row(grade: str, label: str, meaning: str) -> tuple[Cell, ...]:
    return Cell(str(grade)), Cell(label), Cell(meaning)
