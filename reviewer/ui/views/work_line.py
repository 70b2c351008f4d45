"""Work under way, or what came of it: a line at the foot of a window."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewer.ui.views.file_links import FileLinks
from reviewer.ui.views.job_line import JobLine
from reviewer.ui.views.spaced import ROW, Spaced


class WorkLine(Spaced):
    """Shows progress with Cancel, then the sentence and the files that came of it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW, 2, parent)
        self._job = JobLine()
        self._job.cancelled.connect(self.cancelled)
        self.links = FileLinks()
        self.line.addWidget(self._job, 1)
        self.line.addWidget(self.links)
        self.clear()

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
