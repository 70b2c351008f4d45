"""Two documents that scroll together: passages stay beside each other, or parts in proportion."""

from PySide6.QtCore import QEvent, QObject, QTimer

from reviewer.ui.views.placing import height_of, place
from reviewer.ui.views.reading_view import ReadingView

Place = tuple[int, int]
"""A passage: start and end in code points."""

_MIDDLE = 0.5
_MOST_ABOVE = 0.35
"""Part of the height by which long passages begin above the middle at most."""
_REACH = 4
"""Heights of the view from which on passages are not kept level: nobody sees them any more."""


class TiedScrolling(QObject):
    """``is_tied`` says whether scrolling one view scrolls the other.

    Passages that were put beside each other stay in the middle while the views change their size,
    until one of the views is scrolled.
    """

    def __init__(self, left: ReadingView, right: ReadingView) -> None:
        super().__init__(left)
        self._views = (left, right)
        self._passages: tuple[Place, Place] | None = None
        self._is_held = False
        self._is_busy = False
        self.is_tied = True
        self._tops: dict[ReadingView, tuple[int, int]] = {}
        self._values: dict[ReadingView, int] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        for view, other in ((left, right), (right, left)):
            view.viewport().installEventFilter(self)
            view.installEventFilter(self)
            view.verticalScrollBar().valueChanged.connect(
                lambda _value, view=view, other=other: self._scrolled(view, other)
            )

    def align(self, left: Place, right: Place) -> None:
        """Put two passages beside each other into the middle of the views."""
        self._passages = left, right
        self._is_held = True
        self._align()

    def forget(self) -> None:
        """No passages are beside each other any more: one of the documents is another."""
        self._passages, self._is_held = None, False
        self.settle_later()  # the one goes to its beginning, and the other is to stay

    def settle_later(self) -> None:
        """Text is about to be laid out anew: what stands beside each other is to stay there."""
        self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self.settle_later()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        if self._is_held:
            self._align()
        self._remember()

    def _align(self) -> None:
        if self._passages is None:
            return
        self._is_busy = True
        pairs = list(zip(self._views, self._passages, strict=True))
        high = min(view.viewport().height() for view in self._views)
        for view, (start, _end) in pairs:
            place(view, start, high * _MIDDLE)
        longest = max(_extent(view, where) for view, where in pairs)
        wanted = high * _MIDDLE - min(longest / 2, high * _MOST_ABOVE)
        # Near its beginning or end a document cannot bring a passage there; the other one can.
        firm, free = sorted(pairs, key=lambda pair: -abs(_moved(pair, wanted) - wanted))
        # Views scroll by whole lines: of the places near the middle take that where they are level.
        tried = (wanted + firm[0].line_gap() * 2 * step for step in (0, 1, -1, 2, -2))
        level = min(tried, key=lambda at: _gap(firm, free, at))
        _gap(firm, free, level)
        self._is_busy = False
        self._remember()

    def _scrolled(self, view: ReadingView, other: ReadingView) -> None:
        moved = view.verticalScrollBar().value() - self._values.get(view, 0)
        if self._is_busy or self._later.isActive() or _top(view) == self._tops.get(view):
            return
        self._is_held = False
        if self.is_tied and other.canonical():
            self._is_busy = True
            self._lead(view, other, moved)
            self._is_busy = False
        self._remember()

    def _lead(self, view: ReadingView, other: ReadingView, moved: int) -> None:
        bar, follows = view.verticalScrollBar(), other.verticalScrollBar()
        if self._passages is None:
            part = bar.value() / bar.maximum() if bar.maximum() else 0.0
            follows.setValue(round(part * follows.maximum()))
            return
        here, there = (
            start for start, _end in (self._passages[self._views.index(v)] for v in (view, other))
        )
        height = height_of(view, here, view.viewport().height() * _REACH)
        if height is None:
            follows.setValue(follows.value() + moved)
        else:
            place(other, there, height)

    def _remember(self) -> None:
        for view in self._views:
            self._tops[view] = _top(view)
            self._values[view] = view.verticalScrollBar().value()


def _top(view: ReadingView) -> tuple[int, int]:
    """Block and line that stand at the top, which growing elsewhere does not change."""
    block = view.firstVisibleBlock()
    return block.blockNumber(), view.verticalScrollBar().value() - block.firstLineNumber()


def _gap(firm: tuple[ReadingView, Place], free: tuple[ReadingView, Place], at: float) -> float:
    """Scrolls one passage to a height and the other beside it; how far they are from level."""
    reached = _moved(firm, at)
    return abs(_moved(free, reached) - reached)


def _moved(which: tuple[ReadingView, Place], wanted: float) -> float:
    """Scrolls a passage to a height as nearly as can be; the height that it reached."""
    view, where = which
    place(view, where[0], wanted)
    reached = height_of(view, where[0], view.viewport().height() * _REACH)
    return wanted if reached is None else reached


def _extent(view: ReadingView, where: Place) -> float:
    """Pixels from the first line of a passage to its last."""
    reach = view.viewport().height() * _REACH
    first, last = (height_of(view, at, reach) for at in (where[0], max(where[0], where[1] - 1)))
    return 0.0 if first is None or last is None else last - first
