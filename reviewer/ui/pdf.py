"""The report as PDF, laid out by Qt: contents, page numbers, a running head, bookmarks.

It needs no window and no screen, and may run in a thread: every step between two yields is short,
so that it can be stopped soon and lets a window answer meanwhile.
"""

import io
from collections.abc import Iterator
from typing import BinaryIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import IndirectObject
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

from reviewer.exchange.formats import Format
from reviewer.exchange.layout import Report
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.report import build_report
from reviewer.ui.pdf_html import Chapter, chapters, cover
from reviewer.ui.pdf_layout import DOTS, PAGE, Heading, Pages, draw_head_and_foot

_RESOLUTION = 1200
_EVERY = 100  # bookmarks between two looks at whether to go on
_IN_CONTENTS, _IN_BOOKMARKS = 2, 3  # levels of headings


def write_pdf(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """The report page by page; bookmarks are added when all pages are there."""
    application = QGuiApplication.instance() or QGuiApplication([])
    report = build_report(material)
    pieces = list(chapters(report))
    body = Pages()
    for done in body.fill(pieces):
        yield done, 3 * len(pieces)
    front = contents_pages(report, body.headings)
    first, total = len(front), len(front) + len(body)
    buffer = QByteArray()
    for done in _print((front, body), report, total, buffer):
        yield total + done, 3 * total
    marks = [
        Heading(h.level, h.title, h.page + first) for h in body.headings if h.level <= _IN_BOOKMARKS
    ]
    front.let_go()
    body.let_go()
    for _ in _with_bookmarks(bytes(buffer.data()), marks, file):
        yield 2 * total, 3 * total
    yield 3 * total, 3 * total
    del application  # held till here: without one there are no fonts


def contents_pages(report: Report, headings: list[Heading]) -> Pages:
    """Title and contents; laid twice, as its own length moves the pages that it names."""
    shown = [h for h in headings if h.level <= _IN_CONTENTS]
    length = len(_cover(report, [(h.level, h.title, 9999) for h in shown]))
    return _cover(report, [(h.level, h.title, h.page + length + 1) for h in shown])


def _cover(report: Report, contents: list[tuple[int, str, int]]) -> Pages:
    pages = Pages()
    for _ in pages.fill([Chapter(cover(report, contents))]):
        pass
    return pages


def _print(parts: tuple[Pages, ...], report: Report, total: int, out: QByteArray) -> Iterator[int]:
    """Every page of every part; yields how many are done."""
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(report.title)
    writer.setCreator("Reviewer")
    writer.setPageLayout(PAGE)
    painter = QPainter(writer)
    painter.scale(_RESOLUTION / DOTS, _RESOLUTION / DOTS)
    done = 0
    try:
        for part in parts:
            for page in range(len(part)):
                if done:
                    writer.newPage()
                done += 1
                part.draw(painter, page)
                draw_head_and_foot(painter, report, done, total)
                yield done
    finally:
        painter.end()
        buffer.close()


def _with_bookmarks(data: bytes, headings: list[Heading], file: BinaryIO) -> Iterator[None]:
    """Qt writes no outline, so another library adds it to what Qt printed."""
    reader = PdfReader(io.BytesIO(data))
    yield
    writer = PdfWriter(clone_from=reader)
    above: list[tuple[int, IndirectObject]] = []  # the path down to the last one
    for number, heading in enumerate(headings):
        if number % _EVERY == 0:
            yield
        while above and above[-1][0] >= heading.level:
            above.pop()
        parent = above[-1][1] if above else None
        mark = writer.add_outline_item(title=heading.title, page_number=heading.page, parent=parent)
        above.append((heading.level, mark))
    yield
    held = io.BytesIO()  # a PDF is sought in while it is written
    writer.write(held)
    _let_go(reader, writer)
    file.write(held.getbuffer())


def _let_go(reader: PdfReader, writer: PdfWriter) -> None:
    """Piece by piece: what is left to Python's collector it frees at once, and a window waits."""
    while reader.resolved_objects:
        reader.resolved_objects.popitem()
    reader.close()
    writer.flattened_pages = []
    objects = writer._objects  # noqa: SLF001 - each refers to the writer, and nothing public ends it
    while objects:
        objects.pop()


PDF = Format(
    "pdf", "PDF", ".pdf", write_pdf,
    purpose="Pages to print and to hand on, with contents and bookmarks.",
)  # fmt: skip
