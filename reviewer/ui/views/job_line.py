"""Work under way: what is being done, how far it is, how long it will take, and Cancel."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
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
        self._is_working = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self._doing, self._bar, self._left, self._cancel):
            self._row.addWidget(part)
        self._space()

    def show_work(self, words: str, done: int, total: int, left: str = "") -> None:
        """``total`` 0 is work of which nobody knows how long it is; ``left`` may be empty."""
        self._doing.set_words(words)
        self._doing.setMinimumWidth(min(self._doing.fontMetrics().horizontalAdvance(words) + 1,
                                        em(self, 5)))  # fmt: skip
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._left.setText(left)
        self._left.setVisible(bool(left))
        self._cancel.show()
        self._is_working = True
        self._fit()
        self.updateGeometry()

    def tell(self, sentence: str) -> None:
        """What came of the work; nothing is under way any more."""
        self.show_work(sentence, 0, 1)
        self._cancel.hide()
        self._is_working = False
        self._fit()

    @property
    def is_working(self) -> bool:
        """Whether something is under way."""
        return self._is_working

    @property
    def words(self) -> tuple[str, str]:
        """What is said of the work, and of the time that is left."""
        return self._doing.words, self._left.text()

    def sizeHint(self) -> QSize:
        """With the bar, so that it comes back when there is room again."""
        width = self._doing.sizeHint().width() - self._doing.minimumWidth() + self._least()
        return QSize(width + self._for_bar(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Without the bar, which goes where words and bar have no room."""
        return QSize(self._least(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _fit(self) -> None:
        room = self.width() >= self._least() + self._for_bar()
        self._bar.setVisible(self._is_working and room)

    def _least(self) -> int:
        """By hand: what Qt's layout says lags behind what was hidden just now."""
        others = [part for part in (self._left, self._cancel) if not part.isHidden()]
        gaps = len(others) * self._row.spacing()
        widths = (part.minimumSizeHint().width() for part in others)
        return self._doing.minimumWidth() + sum(widths) + gaps

    def _for_bar(self) -> int:
        return self._bar.minimumWidth() + self._row.spacing() if self._is_working else 0

    def _space(self) -> None:
        self._row.setSpacing(grid(self, 2))
        # High as text, in any dress: the line below the window keeps the height it began with.
        self._bar.setFixedSize(em(self, 5), em(self, 1))
