"""The bottom line: what just happened, with Undo; work under way, with Cancel; where things are."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStatusBar, QWidget

from reviewer.ui.jobs import Job
from reviewer.ui.metrics import em, grid
from reviewer.ui.views.elided import Elided
from reviewer.ui.views.file_links import FileLinks
from reviewer.ui.views.job_line import JobLine
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.watched import Watched

PATIENCE_MILLISECONDS = 300
"""Work that takes longer shows its progress; shorter work would only flicker."""


class StatusLine(QStatusBar):
    """Three places, from left to right: last action, work under way, state of the project.

    Of several jobs the one that began first is shown, and how many others there are.
    """

    undo_requested = Signal()

    def __init__(
        self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self.setSizeGripEnabled(False)
        self._last = Elided()
        self._last.setAccessibleName("Last action")
        self._undo = LinkButton("Undo")
        self._undo.setAccessibleName("Undo the last action")
        self._undo.setToolTip("Undo the last action (Ctrl+Z)")
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self.undo_requested)
        self.work = JobLine()
        self.work.cancelled.connect(self._cancel_job)
        self._state = Elided()
        self._state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._state.setAccessibleName("State of the project")
        self._last.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.files = FileLinks()
        self._row = QHBoxLayout()
        for part in (self._last, self._undo, self.files):
            self._row.addWidget(part)
        self._row.addStretch()
        self._done = QWidget()
        self._done.setLayout(self._row)
        self.addWidget(self._done, 1)
        self.addPermanentWidget(self.work)
        self.addPermanentWidget(self._state)
        self._space()
        self._watched: list[Watched] = []
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(self.work.show)
        self._undo.hide()
        self.work.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Without the state of the project, which goes where there is no room for all."""
        # By hand: what Qt's layout says lags behind what was hidden just now.
        parts = [self._done] if self.work.isHidden() else [self._done, self.work]
        margins = self.contentsMargins()
        width = sum(part.minimumSizeHint().width() + self._gap() for part in parts)
        return QSize(width + margins.left() + margins.right(), super().minimumSizeHint().height())

    def _fit(self) -> None:
        needed = self.minimumSizeHint().width() + self._state.minimumWidth() + self._gap()
        self._state.setHidden(self.width() < needed)

    def _gap(self) -> int:
        """What Qt leaves between two parts, and a little that it adds by itself."""
        layout = self.layout()
        return 2 + (layout.spacing() if layout is not None else 0)

    def _space(self) -> None:
        step = grid(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(3 * step)
        self.setContentsMargins(2 * step, step // 2, 2 * step, step // 2)
        for words in (self._last, self._state):
            words.setMinimumWidth(min(words.sizeHint().width(), em(self, 5)))

    def say(self, words: str, can_undo: bool) -> None:
        """Tell what just happened; with ``can_undo`` a button takes it back."""
        self._last.set_words(words)
        self._space()
        self.files.set_files(())  # first: Qt makes room at once for what is shown
        self._undo.setVisible(can_undo and bool(words))

    def say_written(self, words: str, files: tuple[Path, ...]) -> None:
        """Tell what was written, with a way to it."""
        self.say(words, can_undo=False)
        self.files.set_files(files)

    def said(self) -> str:
        """The last action as told."""
        return self._last.words

    def set_state(self, words: str) -> None:
        """Tell what the project holds and that it is saved."""
        self._state.set_words(words)
        self._space()

    def watch(self, job: Job) -> None:
        """Show a job's progress from now until it ends, if it takes long enough to be noticed."""
        watched = Watched(job, self._clock, self)
        self._watched.append(watched)
        watched.changed.connect(self._show_first)
        watched.ended.connect(self._end)
        if not self._patience.isActive() and self.work.isHidden():
            self._patience.start()
        self._show_first()

    def _end(self, watched: Watched) -> None:
        self._watched.remove(watched)
        if self._watched:
            self._show_first()
        else:
            self._patience.stop()
            self.work.hide()

    def _show_first(self) -> None:
        first, others = self._watched[0], len(self._watched) - 1
        more = f" · {others} more" if others else ""
        self.work.show_work(
            first.words + more, first.progress.done, first.progress.total, first.left
        )

    def _cancel_job(self) -> None:
        if self._watched:
            self._watched[0].job.cancel()
