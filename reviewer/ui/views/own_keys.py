"""Keys of a list that it keeps while it has the focus, whatever else they do in the window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class OwnKeys(QObject):
    """Lets the shortcuts of a widget's actions win over equal ones of its window.

    Qt does neither where two fit: Alt+Left would move no tag and go back to no passage.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and (
            is_press or event.type() == QEvent.Type.ShortcutOverride
        ):
            action = self._action(QKeySequence(event.keyCombination()))
            if action is not None:
                event.accept()
                if is_press:
                    action.trigger()
                return True
        return super().eventFilter(watched, event)

    def _action(self, keys: QKeySequence) -> QAction | None:
        return next(
            (
                action
                for action in self._widget.actions()
                if action.isEnabled() and keys in action.shortcuts()
            ),
            None,
        )
