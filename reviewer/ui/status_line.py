"""The bottom line: what just happened, with Undo; work under way, with Cancel; where things are."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from reviewer.ui.jobs import Job, Progress
from reviewer.ui.metrics import grid
from reviewer.ui.views.elided import Elided
from reviewer.ui.views.file_links import FileLinks
from reviewer.ui.views.link_button import LinkButton

PATIENCE_MILLISECONDS = 300
"""Work that takes longer shows its progress; shorter work would only flicker."""


class StatusLine(QStatusBar):
    """Three places, from left to right: last action, work under way, state of the project."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._last = Elided()
        self._last.setAccessibleName("Last action")
        self._undo = LinkButton("Undo")
        self._undo.setAccessibleName("Undo the last action")
        self._undo.setToolTip("Undo the last action (Ctrl+Z)")
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self.undo_requested)
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName("Progress")
        self._progress.setFixedWidth(self.fontMetrics().averageCharWidth() * 20)
        self._doing = QLabel()
        self._cancel = LinkButton("Cancel")
        self._cancel.setAccessibleName("Cancel the work under way")
        self._state = QLabel()
        self._state.setAccessibleName("State of the project")
        self.addWidget(self._last, 1)
        self.files = FileLinks()
        self.addWidget(self._undo)
        self.addWidget(self.files)
        self._space()
        for widget in (self._doing, self._progress, self._cancel, self._state):
            self.addPermanentWidget(widget)
        self._job: Job | None = None
        self._cancel.clicked.connect(self._cancel_job)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(lambda: self._show_job(shown=True))
        self._undo.hide()
        self._show_job(shown=False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        step = grid(self)
        self.setContentsMargins(2 * step, step // 2, 2 * step, step // 2)

    def say(self, words: str, can_undo: bool) -> None:
        """Tell what just happened; with ``can_undo`` a button takes it back."""
        self._last.set_words(words)
        self._undo.setVisible(can_undo and bool(words))
        self.files.set_files(())

    def say_written(self, words: str, files: tuple[Path, ...]) -> None:
        """Tell what was written, with a way to it."""
        self.say(words, can_undo=False)
        self.files.set_files(files)

    def said(self) -> str:
        """The last action as told."""
        return self._last.words

    def set_state(self, words: str) -> None:
        """Tell what the project holds and that it is saved."""
        self._state.setText(words)

    def watch(self, job: Job) -> None:
        """Show a job's progress from now until it ends, if it takes long enough to be noticed."""
        self._job = job
        self._doing.setText(job.title)
        self._progress.setRange(0, 0)
        job.progressed.connect(lambda progress: self._advance(job, progress))
        job.ended.connect(lambda: self._end(job))
        self._patience.start()

    def _advance(self, job: Job, progress: Progress) -> None:
        if job is not self._job:
            return
        self._progress.setRange(0, progress.total)
        self._progress.setValue(progress.done)
        if progress.text:
            self._doing.setText(progress.text)

    def _end(self, job: Job) -> None:
        if job is not self._job:  # another began while this one ended
            return
        self._patience.stop()
        self._job = None
        self._show_job(shown=False)

    def _cancel_job(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show_job(self, *, shown: bool) -> None:
        for widget in (self._doing, self._progress, self._cancel):
            widget.setVisible(shown)
