"""Finding words in the document that a view shows: the bar, the hits, which of them is meant."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from reviewer.ui.finder import Finder, Hits
from reviewer.ui.theme import shade
from reviewer.ui.views.find_bar import FindBar
from reviewer.ui.views.reading_view import ReadingView
from reviewer.ui.views.text_geometry import ShownBlock, rects

_LONGEST = 200
"""Code points of a selection that are taken over as what is looked for."""


class FindInDocument(QObject):
    """Belongs to a view, which paints the hits with ``paint`` and lays the bar out."""

    changed = Signal()  # other hits, or none: the marks on the scroll bar are others
    toggled = Signal()  # the bar came or went

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self._words = ""
        self._number = -1  # of the hit that is meant
        self._origin = 0  # from where the first hit is looked for
        self._goes = True  # to the first hit, when it is known
        self.bar = FindBar(view)
        self.bar.query_changed.connect(self._look_for)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)
        self._finder = Finder(self)
        self._finder.progressed.connect(self._take_progress)

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return not self.bar.isHidden()

    @property
    def hits(self) -> Hits:
        """All that was found so far."""
        return self._finder.hits

    @property
    def current(self) -> tuple[int, int] | None:
        """The hit that is meant."""
        return self.hits[self._number] if 0 <= self._number < len(self.hits) else None

    def open(self) -> None:
        """Show the bar with the selected words, else with those looked for last, all selected."""
        chosen = self._view.selected_range()
        words = self._view.canonical()[slice(*chosen)] if chosen else ""
        field = self.bar.field
        self._origin = chosen[0] if chosen else self._start()
        if not words or len(words) > _LONGEST or "\n" in words:
            words = field.text()
        if not self.is_open:
            self.bar.show()
            self.toggled.emit()
        if words != field.text():
            field.setText(words)
        elif words != self._words:
            self._look_for(words)
        field.setFocus()
        field.selectAll()

    def close(self) -> None:
        """Back to the text, the hit that was meant selected in it."""
        found = self.current
        self.forget()
        if not self.is_open:
            return
        self.bar.hide()
        self.toggled.emit()
        if found:
            self._view.select_range(*found)
        self._view.setFocus()

    def forget(self) -> None:
        """Find nothing any more; what was looked for stays in the field."""
        self._finder.stop()
        self._words, self._number = "", -1
        self.bar.set_count("", any_found=False)
        self.changed.emit()

    def set_text(self) -> None:
        """The view shows another document: look there for the same, if the bar is open."""
        self.forget()
        self._finder.set_text(self._view.canonical())
        self._origin = 0
        if self.is_open:
            self._look_for(self.bar.field.text(), go=False)

    def step(self, step: int) -> None:
        """The next hit or the one before, round the ends; opens the bar with the last words."""
        if not self.is_open or not self._words:
            self.open()
            return
        if not len(self.hits):
            return
        if self._number < 0:
            here = self.hits.first_from(self._start())
            self._number = here - (step > 0) if here < len(self.hits) else -1
        self._go((self._number + step) % len(self.hits))

    def paint(self, painter: QPainter, blocks: Sequence[ShownBlock], clip: QRectF) -> None:
        """Tint what was found in these blocks, and frame the hit that is meant."""
        if not blocks or not len(self.hits):
            return
        text, view = self._view.shown_text, self._view
        tint, frame = shade("warning", view), QPen(shade("warning", view), 2)
        tint.setAlphaF(0.26)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shown in blocks:
            first, last = text.from_view(shown.first), text.from_view(shown.last)
            for start, end in self.hits.within(first, last + 1):
                place = text.to_view(start), text.to_view(end, end=True)
                for box in rects(shown, *place, clip):
                    painter.fillRect(box, tint)
                    if (start, end) == self.current:
                        painter.setPen(frame)
                        painter.drawRect(box.adjusted(-1, -1, 1, 1))

    def _start(self) -> int:
        """Where to begin: at the caret if it is in sight, else at the top of the view."""
        view = self._view
        caret = view.cursorRect()
        seen = caret.bottom() > 0 and caret.top() < view.viewport().height()
        return view.caret() if seen else view.top_offset()

    def _look_for(self, words: str, *, go: bool = True) -> None:
        if self.current:
            self._origin = self.current[0]
        self._words, self._number = words, -1
        self._goes = go
        self._finder.find(words)

    def _take_progress(self) -> None:
        """Go to the first hit from where one was, as soon as it is known which that is."""
        count, done = len(self.hits), self._finder.is_done
        if self._goes and self._number < 0 and count:
            first = self.hits.first_from(self._origin)
            if first < count or done:
                self._go(first % count)
        self._tell()
        if done:
            self.changed.emit()

    def _go(self, number: int) -> None:
        self._number = number
        self._view.bring(self.hits[number][0])
        self._tell()

    def _tell(self) -> None:
        """Which of how many; while they are still counted, with an ellipsis."""
        count, done = len(self.hits), self._finder.is_done
        more = "" if done else "…"
        if not self._words.strip():
            told = ""
        elif not count:
            told = "Not found" if done else "…"
        elif self._number < 0:
            told = f"{count:,}{more} found"
        else:
            told = f"{self._number + 1:,} of {count:,}{more}"
        self.bar.set_count(told, any_found=count > 0)
        self._view.viewport().update()
