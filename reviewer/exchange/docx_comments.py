"""The texts of the sources as a Word document, each annotation a comment on its span.

Spans may overlap and may run over paragraphs: a comment's range is two marks in the text, so the
marks are laid into it from left to right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.part import Part

from reviewer.domain.records import Edition
from reviewer.domain.views import Passage
from reviewer.exchange.characters import xml_text
from reviewer.exchange.docx_page import new_document, save
from reviewer.exchange.facts import paragraphs
from reviewer.exchange.layout import Entry, Report
from reviewer.exchange.material import ReportMaterial, index
from reviewer.exchange.report import build_report
from reviewer.exchange.word_xml import MUTED, body_of, comments_of, paragraph, run

_INITIALS = 3
_OWN = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a comment begins or ends; at one place endings come before beginnings."""

    offset: int
    is_start: bool
    xml: str


def write_docx_comments(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """One chapter an edition: the newest of each source, and older ones that are annotated."""
    document = new_document(material)
    entries = _entries(build_report(material))
    chapters = _chapters(material)
    comments: list[str] = []
    held = [paragraph(run(material.title), style="Title")]
    held += [paragraph(run(words)) for words in paragraphs(material.options.summary)]
    for number, (title, edition, passages) in enumerate(chapters):
        yield number, len(chapters) + 1
        text = material.contents[edition.text_sha256].decode()
        held.append(paragraph(run(title), style="Heading1"))
        held.append(paragraph(run(f"SHA-256 of the text: {edition.text_sha256}", look=MUTED)))
        first = len(comments)
        held.extend(_lines(text, _marks(passages, first)))
        comments.extend(
            _comment(place, passage, entries[passage.annotation.id])
            for place, passage in enumerate(passages, start=first)
        )
    parts = {
        document.part: body_of(document, held),
        _comments_part(document): comments_of(comments),
    }
    for _ in save(document, parts, file):
        yield len(chapters), len(chapters) + 1
    yield len(chapters) + 1, len(chapters) + 1


def _chapters(material: ReportMaterial) -> list[tuple[str, Edition, list[Passage]]]:
    known = index(material)
    by_edition: dict[str, list[Passage]] = {one.edition.id: [] for one in material.sources}
    for passage in material.annotations:
        by_edition.setdefault(passage.annotation.edition_id, []).append(passage)
    titles = {one.source.id: one.source.title for one in material.sources}
    found = []
    for edition_id, passages in by_edition.items():
        edition = known.editions[edition_id]
        older = "" if edition_id in known.newest_ids else f" (edition {edition.number})"
        ordered = sorted(passages, key=lambda p: (p.annotation.target.start, p.annotation.id))
        found.append((f"{titles.get(edition.source_id, '')}{older}", edition, ordered))
    return found


def _entries(report: Report) -> dict[str, Entry]:
    return {
        entry.quote.annotation_id: entry
        for section in report.sections
        for part in section.parts
        for entry in part.entries
    }


def _marks(passages: Sequence[Passage], first: int) -> list[_Mark]:
    marks = []
    for number, passage in enumerate(passages, start=first):
        target = passage.annotation.target
        end = (
            f'<w:commentRangeEnd w:id="{number}"/>'
            '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
            f'<w:commentReference w:id="{number}"/></w:r>'
        )
        start = f'<w:commentRangeStart w:id="{number}"/>'
        marks += [_Mark(target.start, True, start), _Mark(target.end, False, end)]
    return sorted(marks, key=lambda mark: (mark.offset, mark.is_start))


def _lines(text: str, marks: Sequence[_Mark]) -> Iterator[str]:
    """A paragraph a line with the marks in it; empty lines are the space between paragraphs."""
    at = start = 0
    for line in text.split("\n"):
        end = start + len(line)
        pieces: list[str] = []
        place = start
        while at < len(marks) and marks[at].offset <= end:
            offset = max(marks[at].offset, start)
            pieces += [run(text[place:offset]), marks[at].xml]
            place = offset
            at += 1
        pieces.append(run(text[place:end]))
        if line.strip() or len(pieces) > 1:
            yield paragraph(*pieces)
        start = end + 1


def _comment(number: int, passage: Passage, entry: Entry) -> str:
    annotation = passage.annotation
    author = annotation.created_by or "Reviewer"
    initials = "".join(word[0] for word in author.split())[:_INITIALS].upper()
    date = f" w:date={quoteattr(_date(annotation.created_at))}" if annotation.created_at else ""
    lines = [paragraph(_OWN, run(", ".join(label.path for label in entry.tags), bold=True))]
    lines += [paragraph(run(f"{f.label}: ", look=MUTED), run(f.text)) for f in entry.facts]
    lines += [paragraph(run(line)) for line in entry.note.split("\n") if line.strip()]
    lines += [paragraph(run(found.text, italic=True)) for found in entry.findings]
    return (
        f'<w:comment w:id="{number}" w:author={quoteattr(xml_text(author))}'
        f" w:initials={quoteattr(xml_text(initials))}{date}>{''.join(lines)}</w:comment>"
    )


def _date(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def _comments_part(document: Document) -> Part:
    """Filled as text: the library looks through all comments for a free number before each one."""
    return document.part._comments_part  # noqa: SLF001 - no public way adds many
