"""A document to read: its text with its structure, in and out in code points, changed by nobody."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from reviewer.domain.document import Document
from reviewer.ui.offsets import ShownText
from reviewer.ui.reading_type import ReadingType
from reviewer.ui.theme import is_dark, shade, shades
from reviewer.ui.views.block_paint import BlockPainter
from reviewer.ui.views.document_header import DocumentHeader
from reviewer.ui.views.focus_ring import WIDTH
from reviewer.ui.views.placing import place
from reviewer.ui.views.reading_layout import Column, Reading, ReadingLayout, reading_font
from reviewer.ui.views.reading_style import Structure
from reviewer.ui.views.text_geometry import ShownBlock, line_at, rects, shown_blocks, snapped

COLUMN_CHARACTERS = 72
_TYPICAL = "Most of the letters in a line are small and narrow, and then there are the spaces."
"""What a letter's width is measured on: a font's own average is a third too wide for a serif."""
GUTTER = 3.6
"""Room for brackets and signs left of the column, in ``margin_unit``."""
_CARET = 2
_NARROW = 0.15
_RIGHT = 1.4
_MARGIN = 24
"""Pixels above the first line and below the last; Qt paints no text this near to the right."""
_THIRD = 1 / 3
_LOW = 0.85
"""Part of the height below which a line counts as out of sight."""
_FLASH_MS = 1800


Overlay = Callable[[QPainter, Sequence[ShownBlock], QRectF], None]


class ReadingView(QPlainTextEdit):
    """Canonical text in a centred column; offsets are code points of the canonical text."""

    zoom_requested = Signal(int)  # 1 for larger, -1 for smaller

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canonical = ""
        self.shown_text = ShownText("")
        self._empty_text = "Open a source to read it here."
        self._has_document = False
        text = QTextDocument(self)
        text.setUndoRedoEnabled(False)
        self.reading_layout = ReadingLayout(text, Reading(reading_font(), 1.5, shades(dark=False)))
        text.setDocumentLayout(self.reading_layout)
        text.setDocumentMargin(_MARGIN)
        self.setDocument(text)
        self._header = DocumentHeader(self)
        self.overlays: list[Overlay] = []  # painted over the annotations, under the text
        self._dock = 0
        self._flash = (0, 0)
        self._fading = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=_FLASH_MS)
        self._fading.valueChanged.connect(lambda _value: self.viewport().update())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._name()
        # Qt repaints the lines that changed, but the selection also fills the space between them.
        self.selectionChanged.connect(self.viewport().update)
        self._restyle()

    def set_document(self, document: Document | None, title: str = "", byline: str = "") -> None:
        """Show a document from its beginning, or none."""
        self._fading.stop()
        self._has_document = document is not None
        self.setCursorWidth(_CARET if self._has_document else 0)
        self._canonical = document.text if document else ""
        self.shown_text = ShownText(self._canonical)
        self.reading_layout.set_content(self.shown_text, Structure(document))
        self.setPlainText(self.shown_text.shown)
        self.set_title(title, byline)

    def set_title(self, title: str, byline: str = "") -> None:
        """What the line above the text says; the text stays where it is."""
        self._header.set_texts(title, byline)
        self._name(title)
        self._set_margins()

    def canonical(self) -> str:
        """The text that offsets count in."""
        return self._canonical

    def set_empty_text(self, text: str) -> None:
        """What to say while there is no document."""
        self._empty_text = text
        self._name()
        self.viewport().update()

    def set_reading_font(self, font: QFont, line_spacing: float = 1.5) -> None:
        """Set text in this font and size, lines ``line_spacing`` times their height apart."""
        self.reading_layout.set_reading(Reading(font, line_spacing, shades(dark=is_dark(self))))
        self._set_column()

    def set_reading_type(self, wanted: ReadingType) -> None:
        """Set text as the reader likes it, somewhat larger than the rest; the place stays."""
        top = self.top_offset()
        font = reading_font(serif=wanted.serif)
        font.setPointSizeF(font.pointSizeF() * wanted.scale / 100)
        self.set_reading_font(font, wanted.spacing / 100)
        if top:
            self.set_top_offset(top)

    def set_text_size(self, points: float) -> None:
        """Set text in this size, headings and small print in proportion."""
        font = QFont(self.reading_layout.reading.font)
        font.setPointSizeF(points)
        self.set_reading_font(font, self.reading_layout.reading.line_spacing)

    def selected_range(self) -> tuple[int, int] | None:
        """The selection without white space at its ends; None if nothing else is selected."""
        cursor = self.textCursor()
        start = self.shown_text.from_view(cursor.selectionStart())
        text = self._canonical[start : self.shown_text.from_view(cursor.selectionEnd())]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        return (start, start + len(text)) if text else None

    def caret(self) -> int:
        """Code point before which the caret stands."""
        return self.shown_text.from_view(self.textCursor().position())

    def select_range(self, start: int, end: int) -> None:
        """Select what lies between two code points, and bring it into view."""
        self.bring(start)
        cursor = self.textCursor()
        cursor.setPosition(self.shown_text.to_view(start))
        cursor.setPosition(self.shown_text.to_view(end, end=True), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def top_offset(self) -> int:
        """Code point with which the line at the top of the view begins."""
        block = self.firstVisibleBlock()
        number = self.verticalScrollBar().value() - block.firstLineNumber()
        line = block.layout().lineAt(number)
        return self.shown_text.from_view(block.position() + (line.textStart() if number else 0))

    def set_top_offset(self, offset: int) -> None:
        """Scroll the line that holds ``offset`` to the top; the caret stays."""
        position = self.shown_text.to_view(min(offset, len(self._canonical)))
        block = self.document().findBlock(position)
        self.reading_layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        self.reading_layout.settle()
        self.verticalScrollBar().setValue(block.firstLineNumber() + max(0, line.lineNumber()))

    def show_passage(self, start: int, end: int) -> None:
        """Bring a passage into view and let it light up for a moment."""
        self.bring(start)
        self._flash = (start, end)
        self._fading.stop()
        self._fading.start()

    def bring(self, offset: int) -> None:
        """Put the caret at ``offset``, and its line at a third of the height.

        A line that can be seen stays where it is: the text does not jump under the eye.
        """
        position = self.shown_text.to_view(offset)
        cursor = self.textCursor()
        cursor.setPosition(position)
        line_box, height = self.cursorRect(cursor), self.viewport().height()
        seen = line_box.top() >= 0 and line_box.bottom() < height * _LOW
        self.setTextCursor(cursor)
        if seen and self.isVisible():
            return
        place(self, offset, height * _THIRD)

    def offset_at(self, point: QPointF) -> int:
        """Code point before which the text nearest to a point of the viewport is cut."""
        found = line_at(self.visible_blocks(), point.y() - self.line_gap() / 2)
        if found is None:
            return 0
        shown, line = found
        return self.shown_text.from_view(shown.first + line.xToCursor(point.x()))

    def visible_blocks(
        self, top: float = 0.0, bottom: float | None = None, until: int | None = None
    ) -> list[ShownBlock]:
        """Blocks of which something is between these heights of the viewport, in pixels.

        Those that begin after position ``until`` are left out, if it is given.
        """
        first = self.firstVisibleBlock()
        offset = QPointF(0, self.blockBoundingGeometry(first).top()) + self.contentOffset()
        end = self.viewport().height() if bottom is None else bottom
        return shown_blocks(self.reading_layout, first, offset.y(), (top, end), until)

    def margin_unit(self) -> float:
        """Pixels: an em, or less in a narrow view so that the margin takes little of it."""
        return min(self.reading_layout.reading.em, self.viewport().width() * _NARROW / GUTTER)

    def line_gap(self) -> float:
        """Pixels between the text of one line and the next."""
        reading = self.reading_layout.reading
        return QFontMetricsF(reading.font).height() * (reading.line_spacing - 1)

    def selection_boxes(self) -> list[QRectF]:
        """Rectangles of the visible part of the selection in the viewport."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return []
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        clip = QRectF(self.viewport().rect())
        blocks = [b for b in self.visible_blocks() if b.first < end and b.last >= start]
        boxes = (box & clip for b in blocks for box in rects(b, start, end, clip))
        return [box for box in boxes if not box.isEmpty()]

    def paint_annotations(
        self, painter: QPainter, blocks: Sequence[ShownBlock], clip: QRectF
    ) -> None:
        """Whatever lies between the ground and the text; this view has nothing there."""

    def dock(self, height: int) -> None:
        """Keep a strip of this height free below the text."""
        if height != self._dock:
            self._dock = height
            self._set_margins()

    def free_room(self, below: int) -> QRect:
        """Where the text would stand with a strip of the height ``below`` docked, in pixels."""
        now = self.viewport().geometry()
        return now.adjusted(0, 0, 0, self._dock - below)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._has_document:
            self._paint_ground(painter, QRectF(event.rect()))
        else:
            self._paint_empty(painter)
        if self.hasFocus():  # the caret alone may be out of sight
            painter.fillRect(0, 0, WIDTH, self.viewport().height(), shade("accent", self))
        painter.end()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_column()
        super().resizeEvent(event)
        self._place_header()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(self._snapped(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._snapped(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._snapped(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._snapped(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl the window is asked for another text size, which all views share."""
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the canonical words: without soft breaks, with every no-break space."""
        cursor, data = self.textCursor(), QMimeData()
        start = self.shown_text.from_view(cursor.selectionStart())
        data.setText(self._canonical[start : self.shown_text.from_view(cursor.selectionEnd())])
        return data

    def _paint_ground(self, painter: QPainter, clip: QRectF) -> None:
        gap = self.line_gap()
        blocks = self.visible_blocks(clip.top() - gap, clip.bottom() + gap)
        BlockPainter(painter, self.reading_layout, lambda role: shade(role, self)).paint(blocks)
        self.paint_annotations(painter, blocks, clip)
        for paint in self.overlays:
            paint(painter, blocks, clip)
        cursor = self.textCursor()
        chosen = cursor.selectionStart(), cursor.selectionEnd()
        self._fill(painter, blocks, chosen, shade("selection", self))
        if self._fading.state() is QVariantAnimation.State.Running:
            light = shade("warning", self)
            light.setAlphaF(0.45 * float(self._fading.currentValue()))
            start, end = self._flash
            there = self.shown_text.to_view(start), self.shown_text.to_view(end, end=True)
            self._fill(painter, blocks, there, light)

    def _fill(
        self, painter: QPainter, blocks: Sequence[ShownBlock], where: tuple[int, int], hue: QColor
    ) -> None:
        half = self.line_gap() / 2
        clip = QRectF(self.viewport().rect())
        for shown in blocks:
            for box in rects(shown, *where, clip):
                painter.fillRect(box.adjusted(0, -half, 0, half), hue)

    def _paint_empty(self, painter: QPainter) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        painter.setFont(font)
        painter.setPen(shade("muted", self))
        room = self.viewport().rect().adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self._empty_text)

    def _snapped(self, event: QMouseEvent) -> QMouseEvent:
        return snapped(event, self.visible_blocks(), self.line_gap(), self.viewport().height())

    def _restyle(self) -> None:
        words, clear = shade("selection_text", self), QColor(0, 0, 0, 0)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.HighlightedText) != words:
            # The selection is painted with the ground, across the space between lines.
            mine = QPalette()
            mine.setColor(QPalette.ColorRole.Highlight, clear)
            mine.setColor(QPalette.ColorRole.HighlightedText, words)
            self.setPalette(mine)
        reading = self.reading_layout.reading
        self.set_reading_font(reading.font, reading.line_spacing)
        self._set_margins()

    def _name(self, title: str = "") -> None:
        self.setAccessibleName(f"Document: {title}" if title else "Document")
        self.setAccessibleDescription("" if self._has_document else self._empty_text)

    def _set_column(self) -> None:
        reading = self.reading_layout.reading
        em, room = reading.em, self.viewport().width()
        gutter = round(GUTTER * self.margin_unit())
        right = max(min(round(_RIGHT * em), gutter), _MARGIN + 2)
        typical = QFontMetricsF(reading.font).horizontalAdvance(_TYPICAL) / len(_TYPICAL)
        widest = round(typical * COLUMN_CHARACTERS)
        width = max(min(widest, room - gutter - right), round(6 * em))
        left = max(gutter, (room - width) // 2)
        if self.reading_layout.column != Column(left, width):
            self.reading_layout.column = Column(left, width)
            self.reading_layout.relayout()
        self._header.set_column(left, width)

    def _set_margins(self) -> None:
        self.setViewportMargins(0, self._header.sizeHint().height(), 0, self._dock)
        self._place_header()

    def _place_header(self) -> None:
        height = self._header.sizeHint().height()
        self._header.setVisible(height > 0)
        self._header.setGeometry(0, 0, self.viewport().geometry().right() + 1, height)
