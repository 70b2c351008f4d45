"""The ends of the selected annotation: handles to drag, and steps by key.

What is moved is shown at once and told after a pause, so that ten presses of a key are one action.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QTextLine

from reviewer.domain.boundaries import boundary, next_character, next_word
from reviewer.ui.spans import Span
from reviewer.ui.theme import shade
from reviewer.ui.views.reading_layout import cursor_x
from reviewer.ui.views.reading_view import ReadingView
from reviewer.ui.views.text_geometry import ShownBlock

PAUSE_MS = 900
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SCROLL_MS = 60
_GRIP = 0.3
"""Radius of a handle's knob, in em."""


class SpanEnds(QObject):
    """Belongs to a view: ``spans`` gives the selected annotation, ``show`` shows it elsewhere."""

    moved = Signal(str, object, int, int)  # annotation id, (start, end) before, start, end

    def __init__(
        self,
        view: ReadingView,
        selected: Callable[[], Span | None],
        show: Callable[[Span], None],
    ) -> None:
        super().__init__(view)
        self._view, self._selected, self._show = view, selected, show
        self._before: Span | None = None  # as it was when the first end was moved
        self._held: bool | None = None  # whether the end (else the start) is being dragged
        self._by_word = False
        self._by_arrows = False  # the arrow keys move the ends
        self._at = QPointF()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._scroll = QTimer(self, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    @property
    def is_moving(self) -> bool:
        """Whether something was moved that is not told yet."""
        return self._before is not None

    @property
    def is_held(self) -> bool:
        """Whether a handle is being dragged."""
        return self._held is not None

    def begin(self) -> None:
        """From now on the arrow keys move the ends."""
        self._by_arrows = True

    def meaning(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does to the ends; None leaves it to the view."""
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape and (self._by_arrows or self.is_moving):
            return self.give_up
        if not self._by_arrows:
            return None
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self.settle
        if key not in _ARROWS or modifiers & Qt.KeyboardModifier.AltModifier:
            return None
        end = not modifiers & Qt.KeyboardModifier.ShiftModifier
        by_word = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        return lambda: self.step(_ARROWS[Qt.Key(key)], end=end, by_word=by_word)

    def step(self, step: int, *, end: bool, by_word: bool) -> None:
        """Move an end by a character or a word; nothing happens if nothing would be left."""
        span, text = self._selected(), self._view.canonical()
        if span is None:
            return
        here = span.end if end else span.start
        if by_word:
            there = next_word(text, here, step, end=end)
        else:
            there = next_character(text, here, step)
        self._move(there, end=end)
        self._pause.start()

    def settle(self) -> None:
        """Tell where the ends are now, if they were moved; the arrow keys are the text's again."""
        self._by_arrows = False
        self._tell()

    def _tell(self) -> None:
        before, span = self._before, self._selected()
        self._let_go()
        if before and span and span.id == before.id:
            was = before.start, before.end
            if was != (span.start, span.end):
                self.moved.emit(span.id, was, span.start, span.end)

    def give_up(self) -> None:
        """Back to where the ends were."""
        before, self._by_arrows = self._before, False
        self._let_go()
        if before:
            self._show(before)

    def keep(self, stored: Span) -> Span:
        """``stored`` as it is to be shown: its ends where they are being moved to."""
        span = self._selected()
        if self._before is None or span is None or span.id != stored.id:
            return stored
        return replace(stored, start=span.start, end=span.end)

    def press(self, point: QPointF) -> bool:
        """Take hold of the handle at a point; False if there is none."""
        self._held = self.handle_at(point)
        return self.is_held

    def drag(self, point: QPointF, *, by_word: bool) -> None:
        """Move the end that is held to the text at a point; beyond the view it scrolls."""
        self._at, self._by_word = point, by_word
        beyond = not 0 <= point.y() <= self._view.viewport().height()
        if beyond and not self._scroll.isActive():
            self._scroll.start()
        elif not beyond:
            self._scroll.stop()
        self._follow()

    def handle_at(self, point: QPointF) -> bool | None:
        """Which end's handle is at a point of the viewport: True the end, False the start."""
        reach = self._radius() + 3
        for end, bar in self._bars(self._view.visible_blocks()):
            knob = bar.bottom() if end else bar.top()
            off = point - QPointF(bar.center().x(), knob)
            if abs(off.x()) <= reach and abs(off.y()) <= reach:
                return end
            if abs(off.x()) <= 2 and bar.top() <= point.y() <= bar.bottom():  # noqa: PLR2004 - px
                return end
        return None

    def paint(self, painter: QPainter, blocks: Sequence[ShownBlock]) -> None:
        """Draw the handles that are in sight."""
        colour, radius = shade("accent", self._view), self._radius()
        for end, bar in self._bars(blocks):
            painter.fillRect(bar, colour)
            painter.setPen(QPen(shade("base", self._view), 1.5))
            painter.setBrush(colour)
            knob = QPointF(bar.center().x(), bar.bottom() if end else bar.top())
            painter.drawEllipse(knob, radius, radius)

    def _move(self, there: int, *, end: bool) -> None:
        span, text = self._selected(), self._view.canonical()
        if span is None:
            return
        start, stop = (span.start, there) if end else (there, span.end)
        if start >= stop or text[start:stop].isspace() or (start, stop) == (span.start, span.end):
            return
        self._before = self._before or span
        self._show(replace(span, start=start, end=stop))

    def _follow(self) -> None:
        """Bring the held end to the text under the mouse."""
        height = self._view.viewport().height()
        point = QPointF(self._at.x(), min(max(self._at.y(), 1.0), height - 1.0))
        there = self._view.offset_at(point)
        text, end = self._view.canonical(), bool(self._held)
        if self._by_word:
            out = 1 if end else -1
            there = next_word(text, there - out, out, end=end)
        self._move(boundary(text, there, 1 if end else -1), end=end)

    def _scroll_on(self) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + (1 if self._at.y() > 0 else -1))
        self._follow()

    def _let_go(self) -> None:
        self._pause.stop()
        self._scroll.stop()
        self._before = self._held = None

    def _radius(self) -> float:
        return max(4.0, self._view.reading_layout.reading.em * _GRIP)

    def _bars(self, blocks: Sequence[ShownBlock]) -> list[tuple[bool, QRectF]]:
        """The upright bar at each end that is in sight: whether it is the end, and its place."""
        span = self._selected()
        if span is None or not blocks:
            return []
        text = self._view.shown_text
        places = (False, text.to_view(span.start)), (True, text.to_view(span.end, end=True))
        return [
            (end, _bar(shown, place, end=end))
            for end, place in places
            for shown in blocks
            if shown.first <= place <= shown.last
        ]


def _bar(shown: ShownBlock, place: int, *, end: bool) -> QRectF:
    """Beside the character that the span begins or ends with, whichever way it is read."""
    layout, at = shown.block.layout(), place - shown.first
    if end:
        at = layout.previousCursorPosition(at)
    line = layout.lineForTextPosition(at)
    edge = QTextLine.Edge.Trailing if end else QTextLine.Edge.Leading
    return QRectF(cursor_x(line, at, edge) - 1, line.y() + shown.top, 2, line.height())
