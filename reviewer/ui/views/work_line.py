"""Work under way, or what came of it: a line at the foot of a window."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.views.file_links import FileLinks
from reviewer.ui.views.job_line import JobLine


class WorkLine(QWidget):
    """Shows progress with Cancel, then the sentence and the files that came of it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = JobLine()
        self._job.cancelled.connect(self.cancelled)
        self.links = FileLinks()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._job, 1)
        self._row.addWidget(self.links)
        self.clear()
        self._space()

    @property
    def words(self) -> str:
        """What is said."""
        return self._job.words[0]

    @property
    def is_working(self) -> bool:
        """Whether progress is shown."""
        return self._job.is_working

    def clear(self) -> None:
        """Say nothing, and take no room."""
        self.tell("")

    def tell(self, sentence: str, files: tuple[Path, ...] = ()) -> None:
        """What came of it."""
        self._job.tell(sentence)
        self.links.set_files(files)
        self.setVisible(bool(sentence))

    def show_progress(self, words: str, done: int, total: int) -> None:
        """How far it is; a total of 0 is not known yet."""
        self._job.show_work(words, done, total)
        self.links.set_files(())
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        self._row.setSpacing(grid(self, 2))
