"""A document with the choice of its source above it, for pages that show several."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.metrics import grid
from reviewer.ui.theme import shade
from reviewer.ui.views.choice import Choice
from reviewer.ui.views.document_view import DocumentView
from reviewer.ui.views.words import Words, rescale

_NONE = ("Choose a source…", "")


class TitleChoice(Choice[str]):
    """Titles are long: what does not fit ends in …, and the whole is the tooltip."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        self.setToolTip(self.currentText())
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option,
            QStyle.SubControl.SC_ComboBoxEditField, self,
        )  # fmt: skip
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - grid(self)
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ChosenDocument(QWidget):
    """``source_chosen`` gives the id of the source that a person picks, empty for none."""

    source_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_served = False
        self.setAccessibleName(f"{name} document")
        self._place = Words(name, "muted")
        self.choice = TitleChoice(f"{name} source", [_NONE])
        self.view = DocumentView()
        self._head = QHBoxLayout()
        self._head.addWidget(self._place)
        self._head.addWidget(self.choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._space()
        self.choice.chosen.connect(lambda: self.source_chosen.emit(self.choice.value))

    def set_sources(self, sources: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these titles and ids; the chosen one is shown, or none if it is not there."""
        self.choice.set_options([_NONE, *sources])
        self.choice.set_value(chosen if chosen in self.choice.values else "")

    def set_chosen(self, source_id: str) -> None:
        """Show which source is open."""
        if source_id in self.choice.values:
            self.choice.set_value(source_id)

    def set_served(self, *, served: bool) -> None:
        """Mark it as the document that the annotations beside are of."""
        self._place.set_role("text" if served else "muted")
        self._is_served = served
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_served:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), max(2, grid(self, 0.5)), shade("accent", self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _space(self) -> None:
        self._head.setContentsMargins(*(grid(self, n) for n in (3, 2, 3, 1)))
        self._head.setSpacing(grid(self, 2))
