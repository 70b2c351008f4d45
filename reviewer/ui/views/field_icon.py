"""The picture at the beginning of a field, which says what typing there does; its Clear button."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton

from reviewer.ui.icons import icon


class FieldIcon(QObject):
    """Puts the icon of that name into a field, in the colours of its palette."""

    def __init__(self, field: QLineEdit, name: str) -> None:
        super().__init__(field)
        self._field, self._name = field, name
        self._action = QAction(field)
        field.addAction(self._action, QLineEdit.ActionPosition.LeadingPosition)
        self._draw()
        for button in field.findChildren(QToolButton):
            if button.defaultAction() is self._action:
                button.setEnabled(True)
                button.setAccessibleName(field.accessibleName())
                button.setToolTip(field.accessibleName())
                button.clicked.connect(field.setFocus)
        name_clear_button(field)
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()
        return False

    def _draw(self) -> None:
        self._action.setIcon(icon(self._name, self._field))


def name_clear_button(field: QLineEdit) -> None:
    """Say what the cross at the end of a field does, to the eye and to a screen reader."""
    clear = field.findChild(QAction, "_q_qlineeditclearaction")
    if clear is not None:
        clear.setToolTip("Clear the field (Esc)")
        for button in field.findChildren(QToolButton):
            if button.defaultAction() is clear:
                button.setAccessibleName("Clear the field")
                button.setToolTip("Clear the field (Esc)")
