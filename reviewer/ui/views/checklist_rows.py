"""The checklist: five questions in the order of judging, answered by one key each."""

from dataclasses import fields

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from reviewer.domain.checklist import QUESTIONS, Checklist
from reviewer.domain.vocabulary import Answer
from reviewer.ui.metrics import grid
from reviewer.ui.views.words import Words, rescale

_KEYS = {Qt.Key.Key_Y: Answer.YES, Qt.Key.Key_N: Answer.NO, Qt.Key.Key_U: Answer.UNCLEAR}
_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class ChecklistRows(QWidget):
    """Y, N and U answer the row that has the focus and go to the next; Backspace takes it back.

    ``answered`` after each answer of a person; ``finished`` when the last row was answered by key.
    """

    answered = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = [field.name for field in fields(Checklist)]
        self._rows: list[dict[Answer, QRadioButton]] = []
        self._groups: list[QButtonGroup] = []
        self._setting = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        for name in self._names:
            self._add_row(QUESTIONS[name])
        self.setFocusProxy(self._rows[0][Answer.YES])
        self._space()

    @property
    def checklist(self) -> Checklist:
        """The answers as they are marked."""
        return Checklist(
            **{
                name: next((answer for answer, button in row.items() if button.isChecked()), None)
                for name, row in zip(self._names, self._rows, strict=True)
            }
        )

    def set_checklist(self, checklist: Checklist) -> None:
        """Marks the answers without a signal."""
        self._setting = True
        for i, name in enumerate(self._names):
            self._mark(i, getattr(checklist, name))
        self._setting = False

    def focus_row(self, row: int) -> None:
        """Puts the keyboard on a row, 0 to 4."""
        buttons = self._rows[row]
        marked = next((button for button in buttons.values() if button.isChecked()), None)
        (marked or buttons[Answer.YES]).setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = next(i for i, group in enumerate(self._groups) if watched in group.buttons())
            return self._pressed(row, event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _add_row(self, question: str) -> None:
        row, group = len(self._rows), QButtonGroup(self)
        self._grid.addWidget(Words(question).wrapping(), row, 0)
        buttons = {}
        for column, answer in enumerate(Answer, start=1):
            button = QRadioButton(answer.label.capitalize())
            button.setAccessibleName(f"{question} {answer.label.capitalize()}")
            button.installEventFilter(self)
            group.addButton(button)
            self._grid.addWidget(button, row, column)
            buttons[answer] = button
        self._rows.append(buttons)
        self._groups.append(group)
        self._one_stop(row)
        group.buttonToggled.connect(self._toggled)

    def _pressed(self, row: int, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.key() in _CLEAR:
            self._mark(row, None)
            self.focus_row(row)
            self.answered.emit()
            return True
        answer = _KEYS.get(Qt.Key(event.key()))
        if answer is None:
            return False
        self._rows[row][answer].setChecked(True)
        if row + 1 < len(self._rows):
            self.focus_row(row + 1)
        else:
            self.finished.emit()
        return True

    def _toggled(self, _: object, checked: bool) -> None:
        if checked and not self._setting:
            self.answered.emit()

    def _mark(self, row: int, answer: Answer | None) -> None:
        if answer is not None:
            self._rows[row][answer].setChecked(True)
            return
        group = self._groups[row]
        group.setExclusive(False)
        for button in group.buttons():
            button.setChecked(False)
        group.setExclusive(True)
        self._one_stop(row)

    def _one_stop(self, row: int) -> None:
        """Tab stops once a row; within it the arrow keys go, as in any group of radio buttons."""
        for answer, button in self._rows[row].items():
            first = answer is Answer.YES
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus
            )

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(grid(self, 2))
        self._grid.setVerticalSpacing(grid(self, 2))
