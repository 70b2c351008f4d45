"""The report as PDF, laid out by Qt: contents, page numbers, a running head, bookmarks.

It needs no window and no screen, and may run in a thread: each chapter is a document of its own,
so that the work can be stopped between chapters and between pages.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from pypdf import PdfWriter
from pypdf.generic import IndirectObject
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from reviewer.exchange.drawing import USUAL, Drawing
from reviewer.exchange.formats import Format
from reviewer.exchange.layout import Report
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.report import build_report
from reviewer.ui.drawing_paint import DrawingPainter, paper
from reviewer.ui.pdf_html import STYLE, chapters, cover

_DOTS = 96  # an inch of the layout has
_RESOLUTION = 1200
_MM = _DOTS / 25.4
_PAPER = QSizeF(210 * _MM, 297 * _MM)
_MARGIN, _HEAD = 20 * _MM, 22 * _MM
_BODY = QSizeF(_PAPER.width() - 2 * _MARGIN, _PAPER.height() - 2 * _HEAD)
_FAMILIES = ["Noto Sans", "DejaVu Sans", "Liberation Sans", "Segoe UI", "Helvetica Neue", "Arial"]
_INK, _MUTED = QColor("#1f1d1a"), QColor("#625e57")
_IN_CONTENTS = 2  # levels of headings; bookmarks go one deeper


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int  # from 1
    title: str
    page: int  # from 0


def write_pdf(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """The report page by page; bookmarks are added when all pages are there."""
    application = QGuiApplication.instance() or QGuiApplication([])
    report = build_report(material)
    laid: list[QTextDocument] = []
    headings: list[_Heading] = []
    pages = 0
    pieces = list(chapters(report))
    for number, chapter in enumerate(pieces):
        yield number, 3 * len(pieces)
        document = _document(chapter.html, chapter.figures)
        headings += [_Heading(h.level, h.title, h.page + pages) for h in _headings(document)]
        pages += document.pageCount()
        laid.append(document)
    front = _front(report, headings)
    first = front.pageCount()
    total = pages + first
    buffer = QByteArray()
    for done in _print([front, *laid], report, total, buffer):
        yield total + done, 3 * total
    marks = [_Heading(h.level, h.title, h.page + first) for h in headings]
    _with_bookmarks(bytes(buffer.data()), marks, file)
    yield 3 * total, 3 * total
    del application  # held till here: without one there are no fonts


def _document(html: str, figures: Mapping[str, Drawing] | None = None) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPointSizeF(9)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # A search for “Pacific” must find it, and not every reader knows that ﬁ is two letters.
    font.setFeature(QFont.Tag("liga"), 0)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    if figures:
        handler = _Figures(document, figures, font)
        document.documentLayout().registerHandler(
            QTextFormat.ObjectTypes.ImageObject.value, handler
        )
    document.setDefaultStyleSheet(STYLE)
    document.setHtml(f"<body>{html}</body>")
    document.setPageSize(_BODY)
    return document


class _Figures(QPyTextObject):
    """Draws figures as lines where the text has an image of their name."""

    def __init__(
        self, document: QTextDocument, figures: Mapping[str, Drawing], font: QFont
    ) -> None:
        super().__init__(document)
        self._figures, self._font = figures, QFont(font)
        self._font.setPixelSize(round(USUAL))

    def intrinsicSize(self, _document: QTextDocument, _place: int, form: QTextFormat) -> QSizeF:
        drawing = self._figures[form.toImageFormat().name()]
        return QSizeF(drawing.width, drawing.height)

    def drawObject(
        self, painter: QPainter, box: QRectF | QRect, _document: QTextDocument, _place: int,
        form: QTextFormat,
    ) -> None:  # fmt: skip
        painter.save()
        painter.translate(box.topLeft())
        drawing = self._figures[form.toImageFormat().name()]
        DrawingPainter(painter, self._font, 1.0, paper).paint(drawing)
        painter.restore()


def _headings(document: QTextDocument) -> Iterator[_Heading]:
    layout, block = document.documentLayout(), document.begin()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            page = int(layout.blockBoundingRect(block).top() / _BODY.height())
            yield _Heading(level, block.text().replace("\u2028", " "), page)
        block = block.next()


def _front(report: Report, headings: list[_Heading]) -> QTextDocument:
    """Laid twice: its own length moves the pages that it names."""
    shown = [h for h in headings if h.level <= _IN_CONTENTS]
    length = _document(cover(report, [(h.level, h.title, 9999) for h in shown])).pageCount()
    return _document(cover(report, [(h.level, h.title, h.page + length + 1) for h in shown]))


def _print(
    documents: list[QTextDocument], report: Report, total: int, out: QByteArray
) -> Iterator[int]:
    """Every page of every document; yields how many are done."""
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(report.title)
    writer.setCreator("Reviewer")
    paper = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
    writer.setPageLayout(paper)
    painter = QPainter(writer)
    painter.scale(_RESOLUTION / _DOTS, _RESOLUTION / _DOTS)
    done = 0
    try:
        for document in documents:
            for page in range(document.pageCount()):
                if done:
                    writer.newPage()
                done += 1
                _draw_page(painter, document, page)
                _draw_head_and_foot(painter, report, done, total)
                yield done
    finally:
        painter.end()
        buffer.close()


def _draw_page(painter: QPainter, document: QTextDocument, page: int) -> None:
    top = page * _BODY.height()
    painter.save()
    painter.translate(_MARGIN, _HEAD - top)
    document.drawContents(painter, QRectF(0, top, _BODY.width(), _BODY.height()))
    painter.restore()


def _draw_head_and_foot(painter: QPainter, report: Report, page: int, total: int) -> None:
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(11)
    painter.setFont(font)
    line = 16.0
    head = QRectF(_MARGIN, _HEAD - 2.2 * line, _BODY.width(), line)
    foot = QRectF(_MARGIN, _PAPER.height() - _HEAD + 1.2 * line, _BODY.width(), line)
    title = painter.fontMetrics().elidedText(
        " ".join(report.title.split()), Qt.TextElideMode.ElideRight, int(_BODY.width())
    )
    painter.setPen(_MUTED)
    if page > 1:
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, title)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"{page} / {total}")
    if report.marking:
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(_INK)
        above = head.translated(0, -line)
        painter.drawText(above, Qt.AlignmentFlag.AlignHCenter, report.marking)
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, report.marking)


def _with_bookmarks(data: bytes, headings: list[_Heading], file: BinaryIO) -> None:
    """Qt writes no outline, so another library adds it to what Qt printed."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    above: list[tuple[int, IndirectObject]] = []  # the path down to the last one
    for heading in headings:
        while above and above[-1][0] >= heading.level:
            above.pop()
        parent = above[-1][1] if above else None
        mark = writer.add_outline_item(title=heading.title, page_number=heading.page, parent=parent)
        above.append((heading.level, mark))
    held = io.BytesIO()  # a PDF is sought in while it is written
    writer.write(held)
    file.write(held.getbuffer())


PDF = Format("pdf", "PDF", ".pdf", write_pdf)
