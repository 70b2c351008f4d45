"""A look at a report before it is written: its first pages, or the first lines of its file."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from reviewer.domain.options import ReportOptions
from reviewer.exchange.excerpt import Excerpt, beginning
from reviewer.exchange.formats import Format
from reviewer.exchange.layout import Report
from reviewer.exchange.report import build_report
from reviewer.services.projects import open_project
from reviewer.services.reporting import excerpt
from reviewer.services.words import counted
from reviewer.ui.jobs import Progress
from reviewer.ui.pdf import contents_pages
from reviewer.ui.pdf_html import chapters
from reviewer.ui.pdf_layout import PAPER, Pages, draw_head_and_foot

MOST = 100
"""Passages that a preview is made of."""

_SHEETS = 8
_PAGED = {"html", "pdf", "docx"}
_BEGINNING = "the beginning of the file"
_WHAT = {
    "csv": "the beginning of each file",
    "xlsx": "the beginning of each sheet",
    "evidence": "the files in it with their sizes",
    "docx-comments": "the beginning of the texts, and the comments",
}


@dataclass(frozen=True, slots=True)
class Preview:
    """Pages or a text, and in a sentence how much of the report they are."""

    pages: tuple[QImage, ...] = ()
    text: str = ""
    told: str = ""


def make_preview(
    project: Path, form: Format, options: ReportOptions, width: int
) -> Generator[Progress, None, Preview]:
    """In a worker; ``width`` is that of a page in pixels. ReviewerError if there is nothing."""
    yield Progress(0, 1)
    # The full texts come last and are long; nobody looks for them in a preview.
    shown = replace(options, appendix=False) if form.id in _PAGED else options
    with open_project(project, "", read_only=True) as opened:
        found = excerpt(opened, form, shown, MOST)
        yield Progress(0, 1)
        if form.id in _PAGED:
            return (yield from _paged(found, form, width))
        pieces = []
        for piece in beginning(found.material, form):
            pieces.append(piece)
            yield Progress(0, 1)
        return Preview(text="".join(pieces), told=_told(found, _WHAT.get(form.id, _BEGINNING)))


def _paged(found: Excerpt, form: Format, width: int) -> Generator[Progress, None, Preview]:
    report = build_report(found.material)
    body = Pages()
    for _ in body.fill(chapters(report)):
        yield Progress(0, 1)
    parts = [contents_pages(report, body.headings), body]
    total = sum(map(len, parts))
    pages = []
    for page in _drawn(parts, report, total if found.shown == found.total else 0, width):
        pages.append(page)
        yield Progress(0, 1)
    what = f"the first {_SHEETS} of {total} pages" if total > _SHEETS else "all pages"
    if form.id != "pdf":
        what = f"{what}, laid out as in the PDF"
    return Preview(pages=tuple(pages), told=_told(found, what))


def _drawn(parts: list[Pages], report: Report, total: int, width: int) -> Iterator[QImage]:
    places = [(part, page) for part in parts for page in range(len(part))][:_SHEETS]
    scale = width / PAPER.width()
    for number, (part, page) in enumerate(places, start=1):
        sheet = QImage(width, round(PAPER.height() * scale), QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(sheet)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(scale, scale)
        part.draw(painter, page)
        draw_head_and_foot(painter, report, number, total)
        painter.end()
        yield sheet


def _told(found: Excerpt, what: str) -> str:
    if not found.total:
        return "No annotation is within this scope."
    whole = f"of {counted(found.total, 'annotation')}"
    if found.shown < found.total:
        return f"Made from the first {found.shown} {whole}: {what}."
    return f"{what[0].upper()}{what[1:]}, {whole}."
