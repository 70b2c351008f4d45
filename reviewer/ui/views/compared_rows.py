"""The fields of two claims in aligned rows, each with a sign that says whether they agree."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewer.ui.metrics import SMALL, em, grid
from reviewer.ui.models.claim_comparison import Agreement, ComparedField
from reviewer.ui.views.words import Words, rescale

_UNSAID = "not stated"
_NAME_EMS = 9


class ComparedRows(QWidget):
    """``set_stacked``: the name above its values, where the room is narrow, or else between them.

    Between the values, fields that agree share one row, so that what differs is seen at once.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: tuple[ComparedField, ...] = ()
        self._is_stacked = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._space()

    def set_fields(self, fields: Sequence[ComparedField]) -> None:
        """Show these; the same ones again change nothing."""
        if tuple(fields) != self._fields:
            self._fields = tuple(fields)
            self._arrange()

    def set_stacked(self, *, stacked: bool) -> None:
        """Names above the values, or between them."""
        if stacked != self._is_stacked:
            self._is_stacked = stacked
            self._space()
            self._arrange()

    def texts(self) -> list[str]:
        """What each row says, from left to right."""
        return [label.text() for label in self.findChildren(Words) if not label.isHidden()]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _arrange(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()
        shown = [f for f in self._fields if f.agreement is not Agreement.NEITHER]
        unsaid = [f.name for f in self._fields if f.agreement is Agreement.NEITHER]
        if self._is_stacked:
            self._add_rows(shown)
        else:
            same = [f for f in shown if f.agreement is Agreement.SAME]
            self._add_rows([f for f in shown if f not in same])
            if same:
                said = " · ".join(f"{f.name}: {f.left}" for f in same)
                self._add_line(f"{Agreement.SAME} {said}", f"The same on both sides: {said}")
        if unsaid:
            said = f"{' and '.join(unsaid)} {_UNSAID}"
            self._add_line(said[0].upper() + said[1:], "")
        self.setVisible(bool(self._fields))
        told = [f.name for f in self._fields if f.agreement is Agreement.DIFFERENT]
        self.setAccessibleName(f"Differs: {', '.join(told)}" if told else "Nothing differs")

    def _add_rows(self, fields: Sequence[ComparedField]) -> None:
        for field in fields:
            name, left, right = self._labels(field)
            row = self._grid.rowCount()
            if self._is_stacked:
                name.setContentsMargins(0, grid(self, 2), 0, 0)
                self._grid.addWidget(name, row, 0, 1, 3)
                row += 1
            else:
                self._grid.addWidget(name, row, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(left, row, 0)
            self._grid.addWidget(right, row, 2)

    def _add_line(self, text: str, spoken: str) -> None:
        label = Words(text, "muted", size=SMALL, parent=self).wrapping()
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setAccessibleName(spoken or text)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 3)
        label.show()

    def _labels(self, field: ComparedField) -> tuple[Words, Words, Words]:
        differs = field.agreement is Agreement.DIFFERENT
        sign = field.agreement.value
        name = Words(f"{sign}  {field.name}", "warning" if differs else "muted",
                     bold=differs, parent=self)  # fmt: skip
        name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        name.setToolTip(f"{field.name}: {field.agreement.words}")
        name.setAccessibleName(f"{field.name} {field.agreement.words}")
        left = self._value(field.left, field.left_help, f"{field.name} left", bold=differs)
        right = self._value(field.right, field.right_help, f"{field.name} right", bold=differs)
        left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        right.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for label in (name, left, right):
            label.show()
        return name, left, right

    def _value(self, text: str, tip: str, name: str, *, bold: bool) -> Words:
        label = Words(text or _UNSAID, "text" if text else "muted", bold=bold and bool(text),
                      parent=self).wrapping()  # fmt: skip
        label.setToolTip(tip)
        label.setAccessibleName(f"{name}: {text or _UNSAID}")
        return label

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(grid(self, 3))
        self._grid.setVerticalSpacing(grid(self, 0 if self._is_stacked else 1))
        for column in (0, 2):
            self._grid.setColumnStretch(column, 1)
        self._grid.setColumnMinimumWidth(1, 0 if self._is_stacked else em(self, _NAME_EMS))
