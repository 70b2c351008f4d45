"""Work under way: what is being done, how far it is, how long it will take, and Cancel."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from reviewer.ui.metrics import em, grid
from reviewer.ui.views.elided import Elided
from reviewer.ui.views.link_button import LinkButton


class JobLine(QWidget):
    """Shows one piece of work; ``cancelled`` asks for its end."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doing = Elided()
        self._doing.setAccessibleName("Work under way")
        self._doing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName("Progress")
        self._left = QLabel()
        self._left.setAccessibleName("Time left")
        self._cancel = LinkButton("Cancel")
        self._cancel.setAccessibleName("Cancel the work under way")
        self._cancel.setToolTip("Cancel the work under way (Tab goes here)")
        self._cancel.clicked.connect(self.cancelled)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self._doing, self._bar, self._left, self._cancel):
            self._row.addWidget(part)
        self._space()

    def show_work(self, words: str, done: int, total: int, left: str = "") -> None:
        """``total`` 0 is work of which nobody knows how long it is; ``left`` may be empty."""
        self._doing.set_words(words)
        self._doing.setMinimumWidth(min(self._doing.fontMetrics().horizontalAdvance(words) + 1,
                                        em(self, 6)))  # fmt: skip
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._left.setText(left)
        self._left.setVisible(bool(left))
        self._bar.show()
        self._cancel.show()

    def tell(self, sentence: str) -> None:
        """What came of the work; nothing is under way any more."""
        self.show_work(sentence, 0, 1)
        self._bar.hide()
        self._cancel.hide()

    @property
    def is_working(self) -> bool:
        """Whether something is under way."""
        return not self._bar.isHidden()

    @property
    def words(self) -> tuple[str, str]:
        """What is said of the work, and of the time that is left."""
        return self._doing.words, self._left.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        self._row.setSpacing(grid(self, 2))
        self._bar.setFixedWidth(em(self, 5))
