"""Pages of the report in the PDF's layout, filled piece by piece.

Qt holds Python while it lays a text out, so that a long one, laid out in a thread, would stop the
window. Each piece is therefore small, and goes on where the one before it ended.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from reviewer.exchange.drawing import Drawing
from reviewer.exchange.layout import Report
from reviewer.ui.pdf_figures import draw_figures
from reviewer.ui.pdf_html import STYLE, Chapter

DOTS = 96  # an inch of the layout has
_MM = DOTS / 25.4
PAPER = QSizeF(210 * _MM, 297 * _MM)
PAGE = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
)
_MARGIN, _HEAD = 20 * _MM, 22 * _MM
_BODY = QSizeF(PAPER.width() - 2 * _MARGIN, PAPER.height() - 2 * _HEAD)
_FAMILIES = ["Noto Sans", "DejaVu Sans", "Liberation Sans", "Segoe UI", "Helvetica Neue", "Arial"]
_INK, _MUTED = QColor("#1f1d1a"), QColor("#625e57")
_ROUNDING = 1  # Qt lays out in 64ths
_PIECE = 6_000  # letters of markup: some milliseconds of laying out


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a heading of the report stands."""

    level: int  # from 1
    title: str
    page: int  # from 0


@dataclass(frozen=True, slots=True)
class _Piece:
    document: QTextDocument
    page: int  # on which its own first page lies


class Pages:
    """Chapters, each beginning on a page of its own; ``headings`` as they come."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self._on: list[list[_Piece]] = []
        self._page, self._bottom = 0, 0.0

    def __len__(self) -> int:
        return len(self._on)

    def let_go(self) -> None:
        """Page by page; freed at once, all of them would keep a window waiting."""
        while self._on:
            self._on.pop()

    def fill(self, chapters: Iterable[Chapter]) -> Iterator[int]:
        """Lay out one chapter after the other; yields after each piece how many are done."""
        for number, chapter in enumerate(chapters):
            self._page, self._bottom = len(self._on), 0.0
            for html in gathered(chapter.blocks):
                self._add(html, chapter.figures)
                yield number

    def _add(self, html: str, figures: Mapping[str, Drawing]) -> None:
        document = laid_out(f"{_spacer(self._bottom)}{html}", figures)
        piece = _Piece(document, self._page)
        for place in range(self._page, self._page + document.pageCount()):
            if place == len(self._on):
                self._on.append([])
            self._on[place].append(piece)
        self.headings += [
            Heading(one.level, one.title, one.page + self._page) for one in _headings(document)
        ]
        pages, self._bottom = divmod(_end(document), _BODY.height())
        self._page += int(pages)

    def draw(self, painter: QPainter, page: int) -> None:
        """What stands between head and foot of a page."""
        for piece in self._on[page]:
            top = (page - piece.page) * _BODY.height()
            painter.save()
            painter.translate(_MARGIN, _HEAD - top)
            height = _BODY.height() - _ROUNDING  # else with the first line of the page below
            piece.document.drawContents(painter, QRectF(0, top, _BODY.width(), height))
            painter.restore()


def gathered(blocks: Iterable[str]) -> Iterator[str]:
    """Blocks joined to pieces that are quickly laid out."""
    held: list[str] = []
    size = 0
    for block in blocks:
        held.append(block)
        size += len(block)
        if size >= _PIECE:
            yield "".join(held)
            held, size = [], 0
    if held:
        yield "".join(held)


def laid_out(html: str, figures: Mapping[str, Drawing]) -> QTextDocument:
    """The markup in pages of the report's size."""
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
    draw_figures(document, figures, font)
    document.setDefaultStyleSheet(STYLE)
    document.setPageSize(_BODY)
    document.setHtml(f"<body>{html}</body>")
    while alone := next(_headings_alone(document), None):
        form = alone.blockFormat()
        form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        QTextCursor(alone).setBlockFormat(form)
    return document


def draw_head_and_foot(painter: QPainter, report: Report, page: int, total: int) -> None:
    """Title, marking and number of a page, from 1; without a ``total`` the number alone."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(11)
    painter.setFont(font)
    line = 16.0
    head = QRectF(_MARGIN, _HEAD - 2.2 * line, _BODY.width(), line)
    foot = QRectF(_MARGIN, PAPER.height() - _HEAD + 1.2 * line, _BODY.width(), line)
    title = painter.fontMetrics().elidedText(
        " ".join(report.title.split()), Qt.TextElideMode.ElideRight, int(_BODY.width())
    )
    painter.setPen(_MUTED)
    if page > 1:
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, title)
    number = f"{page} / {total}" if total else f"{page}"
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, number)
    if report.marking:
        painter.setPen(_INK)
        room = _BODY.width() - 2 * painter.fontMetrics().horizontalAdvance(f"{number}  ")
        marking = _fitted(painter, " ".join(report.marking.split()), font, room)
        above = head.translated(0, -line)
        painter.drawText(above, Qt.AlignmentFlag.AlignHCenter, marking)
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, marking)


def _fitted(painter: QPainter, text: str, font: QFont, room: float) -> str:
    """In bold letters as small as the text needs, and cut only where that is not enough."""
    font.setBold(True)
    for size in range(11, 5, -1):
        font.setPixelSize(size)
        painter.setFont(font)
        if painter.fontMetrics().horizontalAdvance(text) <= room:
            return text
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room))


def _spacer(height: float) -> str:
    """Keeps the place of what the piece before put on the page."""
    if not height:
        return ""
    # One high line: Qt drops the margin of what comes first, and what is empty before a table.
    look = f"line-height:{height:.0f}px; -qt-line-height-type:fixed; margin:0; font-size:1px"
    return f'<p style="{look}">&nbsp;</p>'


def _headings(document: QTextDocument) -> Iterator[Heading]:
    for block in blocks_of(document):
        if level := block.blockFormat().headingLevel():
            yield Heading(level, block.text().replace("\u2028", " "), page_of(block))


def _headings_alone(document: QTextDocument) -> Iterator[QTextBlock]:
    """The first of headings at the foot of a page of which all that follows is on the next."""
    document.pageCount()  # lays out all of it
    first = None
    for block in blocks_of(document):
        if block.blockFormat().headingLevel():
            first = first or block
            continue
        if first and page_of(first) < page_of(block) and not _begins_page(first):
            yield first
        first = None


def _begins_page(block: QTextBlock) -> bool:
    policy = block.blockFormat().pageBreakPolicy()
    return bool(policy & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Paragraphs, headings and what stands in tables, in their order; none that is empty."""
    block = document.begin()
    while block.isValid():
        if block.text():  # Qt lays out no line for those it puts beside tables
            yield block
        block = block.next()


def page_of(block: QTextBlock) -> int:
    """From 0. A block may begin where there was no room left for its first line."""
    top = block.document().documentLayout().blockBoundingRect(block).top()
    lines = block.layout()
    first = lines.lineAt(0).y() if lines.lineCount() else 0.0  # to ask for one it has not is fatal
    return int((top + first + _ROUNDING) / _BODY.height())


def _end(document: QTextDocument) -> float:
    """How far down it reaches; Qt puts an empty line below a table that ends it."""
    layout, last = document.documentLayout(), document.lastBlock()
    tables = document.rootFrame().childFrames()
    if not last.text() and tables:
        return layout.frameBoundingRect(tables[-1]).bottom()
    return layout.blockBoundingRect(last).bottom()
