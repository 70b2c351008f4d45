"""What a screen reader is told of each widget."""

import importlib
import pkgutil

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
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
