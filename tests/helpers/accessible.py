"""What a screen reader is told of each widget."""

import importlib
import pkgutil

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
    QWidget,
)

from reviewer.ui.actions import COMMANDS

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QProgressBar, QTextEdit,
)  # fmt: skip
NOTHING_SAID = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Window,
    QAccessible.Role.Pane,
}


def own_widgets() -> set[type[QWidget]]:
    """Every class of widget that Reviewer defines and that nothing is derived from."""
    package = importlib.import_module("reviewer.ui")
    for module in pkgutil.walk_packages(package.__path__, "reviewer.ui."):
        importlib.import_module(module.name)
    found: set[type[QWidget]] = set()
    waiting: list[type] = [QWidget]
    while waiting:
        at = waiting.pop()
        below = at.__subclasses__()
        waiting += below
        if at.__module__.startswith("reviewer.ui") and not any(
            each.__module__.startswith("reviewer.ui") for each in below
        ):
            found.add(at)
    return found


def silent(root: QWidget) -> list[str]:
    """Controls in ``root``, shown or not, of which a screen reader would have nothing to tell."""
    return [
        f"{path_of(widget)}: {lack}"
        for widget in (root, *root.findChildren(QWidget))
        if _is_control(widget)
        if (lack := _lack(widget))
    ]


SAME = {
    "Import…": "import_files",
    "Import files…": "import_files",
    "Not a contradiction…": "dismiss",
    "Scroll together": "tie_scrolling",
    "Undo the last action": "undo",
}
"""Words of a button → the command that it carries out, where they are not the command's own."""


def untold(root: QWidget) -> list[str]:
    """Pictures in ``root`` that no tooltip explains, and keys that a tooltip does not tell."""
    buttons = [one for one in (root, *root.findChildren(QAbstractButton)) if _is_control(one)]
    found = [f"{path_of(one)}: {lack}" for one in buttons if (lack := _lack_of_tip(one))]
    return found + [
        f"the command {action.text()}: its tooltip does not tell its key"
        for action in root.findChildren(QAction)
        if not action.icon().isNull() and not action.shortcut().isEmpty()
        if not _tells(action.toolTip(), [action.shortcut()])
    ]


def _lack_of_tip(button: QWidget) -> str:
    if not isinstance(button, QAbstractButton):
        return ""
    has_words = any(letter.isalpha() for letter in button.text())
    tip, blank = button.toolTip(), not button.text() and button.icon().isNull()
    no_mouse = button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    if no_mouse or (blank and not button.isVisible()):
        return ""  # nobody can point at it, or nothing has been put into it yet
    if not tip and not (has_words and button.icon().isNull()):
        return "a picture without a tooltip"
    keys = _keys_of(button)
    return "" if _tells(f"{button.text()} {tip}", keys) else f"does not tell {keys[0].toString()}"


def _keys_of(button: QAbstractButton) -> list[QKeySequence]:
    """Any of which may be told: of the commands that go by the button's words, and its own."""
    words = {button.text().replace("&", ""), button.accessibleName()}
    ids = {SAME[word] for word in words & SAME.keys()}
    is_tab = button.isCheckable()  # “Compare” is a page, and what is done with two passages
    rows = [
        row
        for row in COMMANDS
        if row.id in ids or (row.text in words and (is_tab or row.menu != "View"))
    ]
    keys = [QKeySequence(key) for row in rows for key in row.keys]
    return keys + [key for key in [button.shortcut()] if not key.isEmpty()]


def _tells(words: str, keys: list[QKeySequence]) -> bool:
    told = words.replace("Enter", "Return")
    return not keys or any(key.toString() in told for key in keys)


def _is_control(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    inner = widget.objectName().startswith("qt_") or (
        parent is not None and isinstance(parent.parentWidget(), QComboBox)  # its list
    )
    takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    unused = widget.isHidden() and (
        isinstance(widget, QHeaderView)
        or (isinstance(widget, QAbstractButton) and not widget.text())
    )
    return not inner and not unused and (takes_keys or isinstance(widget, CONTROLS))


def _lack(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None or not interface.isValid():
        return "no interface"
    if not interface.text(QAccessible.Text.Name).strip():
        return "no name"
    # A pane that scrolls by keys is told by its name, and a header by its table: Qt has no role
    # for the one, and none for the other when it is asked alone.
    told_so = _scrolls(widget) or isinstance(widget, QHeaderView)
    if interface.role() in NOTHING_SAID and not told_so:
        return f"no role, but {interface.role().name}"
    return ""


def _scrolls(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractScrollArea) and not isinstance(widget, CONTROLS)


def path_of(widget: QWidget) -> str:
    """Where a widget is, from the inside out."""
    names = []
    at: QWidget | None = widget
    while at is not None:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)
