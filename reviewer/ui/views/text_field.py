"""One line of text that is committed on Enter and on leaving it."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class TextField(QLineEdit):
    """An editor for a ``FieldSlot``: ``value``, ``set_value`` and ``committed``."""

    committed = Signal()
    changed = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 10)
        self.returnPressed.connect(self.committed)
        self.textChanged.connect(self.changed)
        self._known = QStringListModel(self)

    def value(self) -> str:
        return self.text()

    def set_value(self, value: str) -> None:
        if value != self.text():
            self.setText(value)
            self.setCursorPosition(0)

    def set_known(self, values: Sequence[str]) -> None:
        """Completes what is typed from words used before, so that topics come out equal."""
        self._known.setStringList(sorted(set(values), key=str.casefold))
        if self.completer() is None:
            completer = QCompleter(self._known, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.setCompleter(completer)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu or the list of completions only borrows the focus.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.committed.emit()
