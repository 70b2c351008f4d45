"""The report as a Word document: headings, contents, tables, links within."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from reviewer.exchange.docx_page import new_document, save
from reviewer.exchange.layout import (
    Cell,
    Entry,
    Fact,
    Finding,
    Part,
    Quote,
    Ref,
    Report,
    Section,
    Side,
    Table,
    TagRow,
)
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.report import build_report
from reviewer.exchange.word_xml import (
    MARKED,
    MUTED,
    TEXT_WIDTH,
    body_of,
    bookmarked,
    contents_field,
    linked,
    linked_out,
    paragraph,
    run,
    table,
)

_EVERY = 100  # pieces between two looks at whether to go on
_SIDES_ABREAST = 3
_LABEL_WIDTH = 1_900  # twentieths of a point
_KEEP = "<w:keepNext/>"


def write_docx(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """The report, piece by piece."""
    report = build_report(material)
    document = new_document(material)
    writer = _Writer(document, report)
    total = 2 * (len(material.annotations) + len(material.relations)) + 2 * _EVERY
    held: list[str] = []
    for number, piece in enumerate(writer.pieces(), start=1):
        held.append(piece)
        if number % _EVERY == 0:
            yield min(number, total), total
    for _ in save(document, {document.part: body_of(document, held)}, file):
        yield total - 1, total
    yield total, total


class _Writer:
    """Turns the report into pieces; knows the number of each place that can be linked to."""

    def __init__(self, document: Document, report: Report) -> None:
        self._document, self._report = document, report
        self._places = {anchor: n for n, anchor in enumerate(_anchors(report), start=1)}

    def pieces(self) -> Iterator[str]:
        yield paragraph(run(self._report.title), style="Title")
        yield self._facts(self._report.byline)
        yield contents_field(list(self._contents()))
        for place, section in enumerate(self._report.sections):
            yield from self._section(section, is_first=place == 0)

    def _contents(self) -> Iterator[str]:
        for section in self._report.sections:
            yield self._link(run(section.title, bold=True), section.anchor)
            for part in section.parts:
                if part.title and part.anchor:
                    yield run("    ") + self._link(run(part.title), part.anchor)

    def _section(self, section: Section, *, is_first: bool) -> Iterator[str]:
        yield self._heading(section.title, 1, section.anchor)
        if is_first:
            yield from (paragraph(run(words)) for words in self._report.summary)
            yield self._facts(self._report.figures)
        if section.lead:
            yield paragraph(run(section.lead))
        for part in section.parts:
            yield from self._part(part)

    def _part(self, part: Part) -> Iterator[str]:
        if part.title:
            yield self._heading(part.title, 2, part.anchor)
        yield from (paragraph(run(words)) for words in part.paragraphs)
        if part.facts:
            yield self._facts(part.facts)
        if part.table:
            yield self._table(part.table)
        for found in part.findings:
            yield from self._finding(found)
        yield from (self._entry(entry) for entry in part.entries)
        yield from (_tag(row) for row in part.tree)
        if part.text:
            yield from (paragraph(run(line)) for line in part.text.split("\n") if line.strip())

    def _heading(self, title: str, level: int, anchor: str) -> str:
        content = run(title)
        if anchor in self._places:
            content = bookmarked(self._places[anchor], content)
        return paragraph(content, style=f"Heading{level}")

    def _link(self, content: str, anchor: str) -> str:
        return linked(self._places.get(anchor), content)

    def _facts(self, facts: Iterable[Fact]) -> str:
        widths = (_LABEL_WIDTH + 600, TEXT_WIDTH - _LABEL_WIDTH - 600)
        rows = [(paragraph(run(fact.label, look=MUTED)), self._value(fact)) for fact in facts]
        return table(rows, widths, has_head=False)

    def _value(self, fact: Fact) -> str:
        """The value, or the gap in its place; under it what explains it."""
        value = self._link(run(fact.text or fact.gap, italic=not fact.text), fact.anchor)
        if fact.address:
            value = linked_out(self._address(fact.address), value)
        note = paragraph(run(fact.note, look=MUTED + '<w:sz w:val="17"/>')) if fact.note else ""
        return paragraph(value) + note

    def _address(self, address: str) -> str:
        part = self._document.part
        return part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def _table(self, shown: Table) -> str:
        widths = _widths(shown)
        rows = [[paragraph(run(title, bold=True)) for title in shown.columns]]
        for group in shown.groups:
            if group.title:
                rows.append([paragraph(run(group.title, bold=True), look=_KEEP)])
            rows.extend([self._cell(cell) for cell in cells] for cells in group.rows)
            if group.note:
                rows.append([paragraph(run(group.note, italic=True, look=MUTED))])
        return paragraph(run(shown.caption), style="Caption", look=_KEEP) + table(rows, widths)

    def _cell(self, cell: Cell) -> str:
        return paragraph(self._link(run(cell.text or "\u2013"), cell.anchor))

    def _finding(self, found: Finding) -> Iterator[str]:
        yield self._heading(f"{found.name}: {found.title}", 3, found.anchor)
        about = " · ".join(filter(None, [found.kind, found.dimension, found.outcome]))
        yield paragraph(run(about, look=MUTED), look=_KEEP)
        if found.headline:
            yield paragraph(run(found.headline, bold=True), look=_KEEP)
        for at in range(0, len(found.sides), _SIDES_ABREAST):
            yield self._sides(found.sides[at : at + _SIDES_ABREAST])
        for title, facts in (
            ("Difference", found.comparison),
            ("Checklist", found.checklist),
            ("Decision", found.decision),
        ):
            if facts:
                yield paragraph(run(title, bold=True), look=_KEEP)
                yield self._facts(facts)

    def _sides(self, sides: tuple[Side, ...]) -> str:
        """A column a side, so that what they say of the same thing stands abreast."""
        width = (TEXT_WIDTH - _LABEL_WIDTH) // len(sides)
        rows = [
            [paragraph(), *(self._side_head(side) for side in sides)],
            [paragraph(run("Quote", look=MUTED)), *(self._quote(side.quote) for side in sides)],
        ]
        rows.extend(
            [paragraph(run(facts[0].label, look=MUTED)), *map(self._value, facts)]
            for facts in zip(*(side.facts for side in sides), strict=True)
        )
        return table(rows, (_LABEL_WIDTH, *[width] * len(sides)))

    def _side_head(self, side: Side) -> str:
        preferred = run("  preferred", italic=True) if side.is_preferred else ""
        source = self._ref(side.quote.source)
        head = paragraph(run(f"{side.letter}  ", bold=True), source, preferred)
        return head + (paragraph(run(side.byline, look=MUTED)) if side.byline else "")

    def _ref(self, ref: Ref) -> str:
        return self._link(run(ref.text), ref.anchor)

    def _quote(self, quote: Quote, style: str = "") -> str:
        place = f"Characters {quote.start}\u2013{quote.end}"
        passage = paragraph(
            run(quote.before, look=MUTED),
            run(quote.exact, look=MARKED),
            run(quote.after, look=MUTED),
            style=style,
        )
        where = paragraph(self._link(run(place, look=MUTED), quote.entry_anchor))
        warning = paragraph(run(quote.warning, bold=True)) if quote.warning else ""
        return passage + where + warning

    def _entry(self, entry: Entry) -> str:
        place = run(f"{entry.quote.start}\u2013{entry.quote.end}", look=MUTED)
        number = self._places[entry.anchor]
        lines = [
            paragraph(bookmarked(number, place), look=_KEEP),
            paragraph(run(entry.quote.exact), style="Quote"),
        ]
        if entry.quote.warning:
            lines.append(paragraph(run(entry.quote.warning, bold=True)))
        if entry.tags:
            names = ", ".join(label.path for label in entry.tags)
            lines.append(paragraph(run("Tags: ", look=MUTED), run(names)))
        if entry.findings:
            refs = [self._ref(ref) + run("  ") for ref in entry.findings]
            lines.append(paragraph(run("Found in: ", look=MUTED), *refs))
        if entry.note:
            lines.append(paragraph(run("Note: ", look=MUTED), run(entry.note)))
        shown = [run(f"{f.label}: ", look=MUTED) + run(f"{f.text}   ") for f in entry.facts]
        return "".join([*lines, paragraph(*shown)])


def _tag(row: TagRow) -> str:
    below = f", {row.total} with the tags below" if row.total != row.own else ""
    told = f": {row.description}" if row.description else ""
    indent = f'<w:ind w:left="{400 * row.depth}"/>'
    return paragraph(run(row.name, bold=True), run(f" ({row.own}{below}){told}"), look=indent)


def _widths(shown: Table) -> tuple[int, ...]:
    """By how much stands in each column: the longest text counts, within reason."""
    weights = [max(10, min(len(title), 12)) for title in shown.columns]
    for group in shown.groups:
        for cells in group.rows:
            for place, cell in enumerate(cells):
                weights[place] = max(weights[place], min(len(cell.text), 36))
    return tuple(TEXT_WIDTH * weight // sum(weights) for weight in weights)


def _anchors(report: Report) -> Iterator[str]:
    """Every place that is written with a bookmark."""
    for section in report.sections:
        yield section.anchor
        for part in section.parts:
            if part.title and part.anchor:
                yield part.anchor
            yield from (found.anchor for found in part.findings)
            yield from (entry.anchor for entry in part.entries)
