"""Commands of a window by their ids, and what its controls say of themselves, for tests."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from reviewer.ui.workspace import Workspace


def do(space: Workspace, command_id: str) -> None:
    """Carry a command out; it must be one that can be done now."""
    action = space.window_frame.actions_by_id[command_id]
    assert action.isEnabled(), command_id
    action.trigger()
    QApplication.processEvents()


def enabled(space: Workspace, command_id: str) -> bool:
    """Whether a command can be done now."""
    return space.window_frame.actions_by_id[command_id].isEnabled()


def named(part: QWidget) -> bool:
    """Whether every button and field in sight says what it is and what it does."""
    fields = [*part.findChildren(QAbstractButton), *part.findChildren(QLineEdit)]
    shown = [field for field in fields if field.isVisible()]
    return bool(shown) and all(
        (field.accessibleName() or field.text()) and (field.toolTip() or field.text())
        for field in shown
    )
