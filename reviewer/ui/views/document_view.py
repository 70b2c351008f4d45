"""The document with its annotations: shows them, finds them, and offers to make new ones."""

import html
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from reviewer.domain.citation import MEDIA_TYPE, citation_html, citation_json
from reviewer.domain.document import Document
from reviewer.domain.records import Source, Tag
from reviewer.ui.spans import Marks, Span, place_of
from reviewer.ui.theme import shade, tag_shade
from reviewer.ui.views.annotations_aloud import AnnotationsAloud
from reviewer.ui.views.file_drop import FileDrop
from reviewer.ui.views.find_in_document import FindInDocument
from reviewer.ui.views.marks_bar import MarksBar, Tick, ticks_of
from reviewer.ui.views.overlap_menu import OverlapMenu
from reviewer.ui.views.reading_view import ReadingView
from reviewer.ui.views.selection_bar import SelectionBar
from reviewer.ui.views.span_ends import SpanEnds
from reviewer.ui.views.span_paint import Emphasis, Pens, SpanPainter
from reviewer.ui.views.span_places import KeptPicture, place_spans
from reviewer.ui.views.text_geometry import ShownBlock, rects, units_at
from reviewer.ui.views.view_bars import place_bars

_KEYBOARD_PAUSE_MS = 150
ENDS_HINT = (
    "Arrow keys move the end, with Shift the beginning, with Ctrl by words."
    " Enter keeps it, Esc takes it back."
)
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class DocumentView(ReadingView):
    """Emits what the person asks for, in code points; what is shown is set from outside."""

    selection_changed = Signal(object)  # (start, end), or None
    annotation_activated = Signal(str)
    tag_chosen = Signal(str, int, int)  # tag id, start, end
    note_chosen = Signal(int, int)
    more_tags_requested = Signal(int, int)
    span_moved = Signal(str, object, int, int)  # annotation id, (start, end) before, start, end
    hinted = Signal(str)  # what the keys do now
    relate_requested = Signal()  # of the selected annotation
    compare_requested = Signal()  # of the selected annotation
    files_dropped = Signal(list)  # of pathlib.Path

    def __init__(self, parent: QWidget | None = None) -> None:
        self._marks = Marks()
        self._emphasis = Emphasis()
        self._source: Source | None = None
        self._kept, self._placing = KeptPicture(), False
        super().__init__(parent)
        self._emitted: tuple[int, int] | None = None
        self._pressed_at: QPointF | None = None
        self._marks_bar = MarksBar(self._ticks, self)
        self.setVerticalScrollBar(self._marks_bar)
        self.finding = FindInDocument(self)
        self.finding.changed.connect(self._marks_bar.refresh)
        self.finding.toggled.connect(self._place_bars)
        self.ends = SpanEnds(self, self._selected_span, self._show_span)
        self.ends.moved.connect(self.span_moved)
        self.viewport().setMouseTracking(True)  # for the handles
        self._bar = SelectionBar(self)
        self._bar.tag_chosen.connect(lambda tag_id: self._tell_chosen(self.tag_chosen.emit, tag_id))
        self._bar.note_chosen.connect(lambda: self._tell_chosen(self.note_chosen.emit))
        self._bar.more_requested.connect(lambda: self._tell_chosen(self.more_tags_requested.emit))
        self._bar.closed.connect(self.clear_selection)
        self._settling = QTimer(self, singleShot=True, interval=_KEYBOARD_PAUSE_MS)
        self._settling.timeout.connect(self.settle_selection)
        self.selectionChanged.connect(self._selecting)
        self.aloud = AnnotationsAloud(self, lambda: self._marks.index)
        self.aloud.chosen.connect(self._activate)
        self.cursorPositionChanged.connect(self.aloud.describe)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place_bars())
        FileDrop(self.viewport()).dropped.connect(self.files_dropped)

    # What is shown

    def set_document(self, document: Document | None, title: str = "", byline: str = "") -> None:
        self.ends.settle()
        super().set_document(document, title, byline)
        self.set_source(None)
        self.set_spans(())
        self.finding.set_text()
        self.settle_selection()

    def set_source(self, source: Source | None) -> None:
        """Which source the text is of: what is copied is cited so."""
        self._source = source

    def set_spans(self, spans: Iterable[Span]) -> None:
        """Show these annotations and no others; the selected one stays if it is among them."""
        self._marks = Marks(spans)
        self.aloud.describe()
        self.viewport().update()
        self._marks_bar.refresh()

    def update_spans(self, changed: Iterable[Span], removed_ids: Iterable[str] = ()) -> None:
        """Add or replace some annotations and take some away; the others keep their lanes."""
        new, gone = [self.ends.keep(span) for span in changed], list(removed_ids)
        old = [self._marks.index.get(key) for key in (*gone, *(span.id for span in new))]
        for span_id in gone:
            self._marks.drop(span_id)
        for span in new:
            self._marks.put(span)
        self._repaint([*filter(None, old), *new])
        self.aloud.describe()
        self._marks_bar.refresh()

    def select_annotation(self, span_id: str | None, related_ids: Collection[str] = ()) -> None:
        """Let one annotation stand out, and less so those that it is related to."""
        if span_id != self._emphasis.selected:
            self.ends.settle()
        self._emphasis = Emphasis(span_id, frozenset(related_ids))
        self.viewport().update()

    def show_annotation(self, span_id: str) -> None:
        """Bring an annotation into view, the caret before it; one that is not here is no error."""
        span = self._marks.index.get(span_id)
        if span:
            self.bring(span.start)

    def next_annotation(self, step: int) -> None:
        """Go ``step`` annotations on (or back) from the selected one, else from the caret."""
        here = self._marks.index.get(self._emphasis.selected)
        place = place_of(here) if here else (self.caret(), -len(self.canonical()) - 1, "")
        span = self._marks.index.step(place, step)
        if span:
            self.show_annotation(span.id)
            self._activate(span.id)

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """The tags of the codebook; those with a key are offered on a selection."""
        self._bar.set_tags(tags)
        self._place_bars()

    def clear_selection(self) -> None:
        """Give up the selection of text, and go on reading from the caret."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        if self._bar.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus()
        self.settle_selection()

    def spans_at(self, point: QPointF) -> list[Span]:
        """Annotations of the character at a point, or of the line whose margin it is in."""
        in_margin = point.x() < self._pens().margin + 4
        y = point.y() - self.line_gap() / 2
        found = units_at(self.visible_blocks(), point.x(), y, whole_line=in_margin)
        if found is None:
            return []
        start, end = map(self.shown_text.from_view, found)
        return self._marks.index.overlapping(start, max(end, start + 1))

    def boxes_of(self, span_id: str) -> list[QRectF]:
        """Rectangles of the visible part of an annotation in the viewport."""
        span, clip = self._marks.index.get(span_id), QRectF(self.viewport().rect())
        if span is None:
            return []
        start = self.shown_text.to_view(span.start)
        end = self.shown_text.to_view(span.end, end=True)
        return [box for block in self.visible_blocks() for box in rects(block, start, end, clip)]

    def give_up_press(self) -> None:
        """The mouse does something else now: end the selection that it was making."""
        self._pressed_at = None
        away = QPointF(-1, -1)
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        end = QEvent.Type.MouseButtonRelease
        super().mouseReleaseEvent(QMouseEvent(end, away, away, left, none, _PLAIN[0]))
        self.clear_selection()

    def change_ends(self) -> None:
        """Let the arrow keys move the ends of the selected annotation until Enter or Esc."""
        span = self._selected_span()
        if span:
            self.setFocus()
            self.show_annotation(span.id)
            self.ends.begin()
            self.hinted.emit(ENDS_HINT)

    # What the person does

    def event(self, event: QEvent) -> bool:
        # What a key means here goes before what it means to the window.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            ours = self._meaning(event) is not None
            event.setAccepted(ours)
            if ours:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._meaning(event)
        if act:
            act()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() is Qt.MouseButton.LeftButton
        self.ends.settle()
        if left and self.ends.press(event.position()):
            return
        if left:
            self._pressed_at = event.position()
            self._bar.hide()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.ends.is_held:
            by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.ends.drag(event.position(), by_word=by_word)
            return
        on_handle = not event.buttons() and self.ends.handle_at(event.position()) is not None
        shape = Qt.CursorShape.SizeHorCursor if on_handle else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.ends.is_held:
            self.ends.settle()
            return
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        self.settle_selection()
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        moved = (event.position() - pressed).manhattanLength()
        if moved < QApplication.startDragDistance() and not self.textCursor().hasSelection():
            self._offer(self.spans_at(event.position()), event.position().toPoint())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ends.settle()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            labels = [span.label for span in self.spans_at(QPointF(event.pos())) if span.label]
            lines = "<br>".join(html.escape(label) for label in labels)
            QToolTip.showText(event.globalPos(), f"<p>{lines}</p>" if lines else "", self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bars()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words alone as plain text; with their citation as HTML and as data."""
        data, chosen = super().createMimeDataFromSelection(), self.selected_range()
        if self._source and chosen:
            cited = self._source, self.canonical()[slice(*chosen)], *chosen
            data.setHtml(citation_html(*cited))
            data.setData(MEDIA_TYPE, citation_json(*cited))
        return data

    def paint_annotations(
        self, painter: QPainter, blocks: Sequence[ShownBlock], clip: QRectF
    ) -> None:
        if blocks and len(self._marks.index):
            from_view = self.shown_text.from_view
            reach = from_view(blocks[0].first), from_view(blocks[-1].last), clip
            pens = self._pens()

            def draw(onto: QPainter) -> None:
                onto.setRenderHint(QPainter.RenderHint.Antialiasing)
                placed = place_spans(self._marks.index, blocks, self.shown_text, clip)
                SpanPainter(onto, self._marks, self._emphasis, pens).paint(placed, reach)

            window = blocks[0].first, blocks[0].top, blocks[-1].last, clip.getRect()
            text = self._marks, self._marks.changes, self.reading_layout.layings
            look = self._emphasis, pens.sizes(), self.palette().cacheKey()
            whole = clip.height() >= self.viewport().height()
            of = (*window, *text, *look) if whole else None
            self._kept.play(painter, of, draw, self.viewport().size())
        self.finding.paint(painter, blocks, clip)
        self.ends.paint(painter, blocks)

    # How

    def _selected_span(self) -> Span | None:
        return self._marks.index.get(self._emphasis.selected)

    def _show_span(self, span: Span) -> None:
        old = self._marks.index.get(span.id)
        self._marks.put(span)
        self._repaint([*filter(None, [old]), span])
        self._marks_bar.refresh()

    def _repaint(self, spans: Sequence[Span]) -> None:
        """Only the blocks that these lie in: the rest of the view has not changed."""
        gap, width, to_view = self.line_gap(), self.viewport().width(), self.shown_text.to_view
        places = [(to_view(span.start), to_view(span.end)) for span in spans]
        if not places:
            return
        for shown in self.visible_blocks(until=max(end for _, end in places)):
            if any(start <= shown.last and end >= shown.first for start, end in places):
                band = QRectF(0, shown.top - gap, width, shown.height + 2 * gap)
                self.viewport().update(band.toAlignedRect())

    def _meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here and now; None leaves it to the text, and then to the window."""
        key, text = event.key(), event.text()
        moves_ends = self.ends.meaning(event)
        if moves_ends or event.modifiers() not in _PLAIN:
            return moves_ends
        if key == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            return self.clear_selection
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (spans := self.aloud.at_caret()):
            return lambda: self._offer(spans, self.cursorRect().bottomLeft())
        if self._emphasis.selected and key in (Qt.Key.Key_R, Qt.Key.Key_C):
            asked = self.relate_requested if key == Qt.Key.Key_R else self.compare_requested
            return asked.emit
        if text and self._bar.answers(text) and self.selected_range():
            return lambda: self._bar.take_key(text)
        return None

    def _selecting(self) -> None:
        if not QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._settling.start()

    def select_range(self, start: int, end: int) -> None:
        super().select_range(start, end)
        self.settle_selection()

    def settle_selection(self) -> None:
        """Tell of the selection now, without waiting for the keyboard to pause."""
        self._settling.stop()
        chosen = self.selected_range()
        if chosen != self._emitted:
            self._emitted = chosen
            self.selection_changed.emit(chosen)
        self._place_bars()

    def _tell_chosen(self, tell: Callable[..., None], *first: str) -> None:
        chosen = self.selected_range()
        if chosen:
            tell(*first, *chosen)

    def _activate(self, span_id: str) -> None:
        if span_id != self._emphasis.selected:
            self.select_annotation(span_id)
        self.annotation_activated.emit(span_id)

    def _offer(self, spans: Sequence[Span], at: QPoint) -> None:
        """Activate the only one, or let the person choose."""
        if len(spans) == 1:
            self._activate(spans[0].id)
        elif spans:
            menu = OverlapMenu(spans, self)
            menu.chosen.connect(self._activate)
            menu.popup(self.viewport().mapToGlobal(at))

    def _place_bars(self) -> None:
        told = self._emitted and self.selected_range() and self._pressed_at is None
        if not self._placing:  # the text makes room for a bar, and is resized by that
            self._placing = True
            place_bars(self, self.finding.bar, self._bar, self.selection_boxes() if told else [])
            self._placing = False

    def _pens(self) -> Pens:
        em = self.reading_layout.reading.em
        return Pens(
            em=em,
            margin=self.reading_layout.column.left - self.margin_unit() * 0.75,
            unit=self.margin_unit(),
            # Kept while one painting lasts: finding a colour costs more than filling with it.
            tag=cache(lambda name: tag_shade(name, self)),
            role=cache(lambda name: shade(name, self)),
            room=self.line_gap(),
            scale=self.devicePixelRatioF(),
        )

    def _ticks(self, rows: int) -> list[Tick]:
        return ticks_of(self.document(), self.shown_text, self._marks, self.finding.hits, rows)
