"""Pick one of many by typing a part of its name: commands, tags."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.dialogs.sizes import open_at
from reviewer.ui.views.elided import Elided
from reviewer.ui.views.field_icon import FieldIcon

_NAVIGATION = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to pick: its name, what stands at the right of it (a key), and what it stands for."""

    name: str
    detail: str
    value: object
    icon: QIcon | None = None


class Chooser(QDialog):
    """Type to filter, Up and Down to move, Enter to pick, Esc to leave.

    With ``new_words`` (e.g. "New tag") what is typed can itself be picked, where it names nothing
    that is there.
    """

    def __init__(
        self,
        title: str,
        hint: str,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
        new_words: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._choices = choices
        self._new_words = new_words
        self.picked: Choice | None = None
        self.typed_new = ""
        self.field = QLineEdit(placeholderText=hint, clearButtonEnabled=True)
        self.field.setAccessibleName(hint)
        FieldIcon(self.field, "search")
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = QLabel(wordWrap=True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing)
        open_at(self, 28, 22)
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._pick)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._pick)
        self.list.itemClicked.connect(self._pick)
        self._filter("")

    def _filter(self, typed: str) -> None:
        self.list.clear()
        for choice in ranked(self._choices, typed):
            self._add(choice)
        new = " ".join(typed.split())
        names = {choice.name.casefold() for choice in self._choices}
        if self._new_words and new and new.casefold() not in names:
            self._add(Choice(f"{self._new_words} “{new}”", "", new))
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self._nothing.setVisible(self.list.count() == 0)
        unnamed = bool(self._new_words) and not new
        self._nothing.setText(
            "Type a name and press Enter to make the first."
            if unnamed
            else "Nothing has this name."
        )

    def _add(self, choice: Choice) -> None:
        item = QListWidgetItem()
        row = _Row(choice)
        item.setSizeHint(QSize(0, row.sizeHint().height()))  # as wide as the list
        item.setData(Qt.ItemDataRole.UserRole, choice)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.name} {choice.detail}".strip())
        self.list.addItem(item)
        self.list.setItemWidget(item, row)

    def _pick(self, *_: object) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        choice: Choice = item.data(Qt.ItemDataRole.UserRole)
        if choice in self._choices:
            self.picked = choice
        else:
            self.typed_new = str(choice.value)
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_press and event.key() in _NAVIGATION:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)


class _Row(QWidget):
    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        unit = self.fontMetrics().height() // 4
        layout.setContentsMargins(2 * unit, unit, 2 * unit, unit)
        if choice.icon is not None:
            mark = QLabel()
            mark.setPixmap(choice.icon.pixmap(3 * unit, 3 * unit))
            layout.addWidget(mark)
        layout.addWidget(Elided(choice.name), 1)
        layout.addWidget(QLabel(choice.detail, textFormat=Qt.TextFormat.PlainText))


def ranked(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """Those whose name has every typed word, names that begin with it first; all if none typed."""
    words = typed.casefold().split()
    found = [c for c in choices if all(word in c.name.casefold() for word in words)]
    if not words:
        return found
    return sorted(found, key=lambda c: not c.name.casefold().startswith(words[0]))


def command_choices(actions: Sequence[QAction]) -> list[Choice]:
    """The commands that can be done now, with their keys."""
    return [
        Choice(
            action.text().replace("&", ""),
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            action,
        )
        for action in actions
        if action.isEnabled()
    ]
