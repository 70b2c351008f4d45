"""Work under way, or what came of it: a line at the foot of a window."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.views.elided import Elided
from reviewer.ui.views.file_links import FileLinks


class WorkLine(QWidget):
    """Shows progress with Cancel, then the sentence and the files that came of it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Elided()
        self._words.setAccessibleName("What is being done, or was")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName("Progress of the export")
        self._cancel = QPushButton("Cancel")
        self._cancel.setAutoDefault(False)
        self._cancel.setAccessibleName("Cancel the export")
        self._cancel.setToolTip("Stop; an earlier file stays as it was")
        self._cancel.clicked.connect(self.cancelled)
        self.links = FileLinks()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._words, 2)
        self._row.addWidget(self._bar, 1)
        self._row.addWidget(self.links)
        self._row.addWidget(self._cancel)
        self.clear()
        self._space()

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.words

    @property
    def is_working(self) -> bool:
        """Whether progress is shown."""
        return not self._bar.isHidden()

    def clear(self) -> None:
        """Say nothing."""
        self.tell("")

    def tell(self, sentence: str, files: tuple[Path, ...] = ()) -> None:
        """What came of it."""
        self._words.set_words(sentence)
        self.links.set_files(files)
        self._bar.hide()
        self._cancel.hide()

    def show_progress(self, words: str, done: int, total: int) -> None:
        """How far it is; a total of 0 is not known yet."""
        self._words.set_words(words)
        self.links.set_files(())
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()
        self._cancel.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        self._row.setSpacing(grid(self, 2))
