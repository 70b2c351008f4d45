"""Two documents side by side with the comparison of their claims between or below them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reviewer.ui.metrics import em
from reviewer.ui.views.chosen_document import ChosenDocument
from reviewer.ui.views.compare_strip import CompareStrip
from reviewer.ui.views.relate_drag import RelateDrag
from reviewer.ui.views.sides_bar import SidesBar

_ROOMY = 82
"""Em from which on the strip stands between the documents and each is still wide enough to read."""
_LOW = 24
"""Em of height below which the sides are told by their numbers."""
_STRIP = 20
_MOST = 0.42
"""Part of the height that a strip below takes at most; what does not fit is scrolled."""


class ComparedDocuments(QWidget):
    """``left``, ``right``, ``strip`` and ``sides`` are for whoever fills them."""

    arranged = Signal()  # the strip stands elsewhere now: ``splitters`` are others

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.right = ChosenDocument("Left"), ChosenDocument("Right")
        self.strip, self.sides = CompareStrip(), SidesBar()
        self._sizes_are_ours = True
        self._is_between: bool | None = None
        self._across = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._across.addWidget(self.left)
        self._across.addWidget(self.right)
        self._down = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._down.addWidget(self._across)
        self._down.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sides)
        column.addWidget(self._down, 1)
        self.drag = RelateDrag(self.left.view, self.right.view, self)
        for splitter in (self._across, self._down):
            splitter.splitterMoved.connect(self._moved)
        self.strip.resized.connect(self._divide)
        self._arrange()

    @property
    def is_between(self) -> bool:
        """Whether the strip stands between the documents, and not below them."""
        return bool(self._is_between)

    @property
    def splitters(self) -> dict[str, QSplitter]:
        """By names that are others where the strip stands elsewhere."""
        if self._is_between:
            return {"documents and strip": self._across}
        return {"documents": self._across, "documents over strip": self._down}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drag.setGeometry(self.rect())
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        self.sides.set_brief(brief=self.height() < em(self, _LOW))
        between = self.width() >= em(self, _ROOMY)
        if between is not self._is_between:
            self._is_between = between
            self._sizes_are_ours = True
            self.strip.set_stacked(stacked=between)
            if between:
                self._across.insertWidget(1, self.strip)
            else:
                self._down.addWidget(self.strip)
            self.strip.show()
            self.arranged.emit()
        self._divide()

    def _divide(self) -> None:
        if not self._sizes_are_ours:
            return
        width, height = self.width(), self._down.height()
        if self._is_between:
            strip = em(self, _STRIP)
            self._across.setSizes([(width - strip) // 2, strip, (width - strip) // 2])
        else:
            strip = min(self.strip.heightForWidth(width), round(height * _MOST))
            self._across.setSizes([width // 2, width // 2])
            self._down.setSizes([height - strip, strip])

    def _moved(self) -> None:
        self._sizes_are_ours = False
