"""A closed set to choose from, committed when the choice is made, not at each arrow key."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class ChoiceField(QComboBox):
    """An editor for a ``FieldSlot``; options are (value, label, what it means)."""

    committed = Signal()
    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon,
        )
        self.setMinimumContentsLength(6)
        self._from_popup = False
        self.activated.connect(self._chosen)
        self.currentIndexChanged.connect(self.changed)

    def set_options(self, options: Iterable[tuple[str, str, str]]) -> None:
        """Replaces the options and keeps the choice where it is still offered."""
        wanted = list(options)
        if wanted == self._options():
            return
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        for row, (value, label, meaning) in enumerate(wanted):
            self.addItem(label, value)
            self.setItemData(row, meaning, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self.findData(kept))
        self.blockSignals(False)

    def value(self) -> str:
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        self.setCurrentIndex(self.findData(value))

    def showPopup(self) -> None:
        self._from_popup = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit()
            return
        self._from_popup = False
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the panel must not change a grade that passes under the pointer.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.committed.emit()

    def _options(self) -> list[tuple[str, str, str]]:
        tip = Qt.ItemDataRole.ToolTipRole
        return [
            (str(self.itemData(row) or ""), self.itemText(row), str(self.itemData(row, tip) or ""))
            for row in range(self.count())
        ]

    def _chosen(self) -> None:
        if self._from_popup:
            self._from_popup = False
            self.committed.emit()
