"""The picture at the beginning of a field, which says what typing there does; its Clear button."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton

from reviewer.ui.icons import put_icon
from reviewer.ui.metrics import em, grid


class FieldIcon(QObject):
    """Puts the icon of that name into a field, as large as its text and in its palette's colours.

    A button of our own: those that Qt makes for a field's actions are 16 px wide with any type.
    """

    def __init__(self, field: QLineEdit, name: str) -> None:
        super().__init__(field)
        self._field, self._name = field, name
        self._button = QToolButton(field)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        self._button.setAccessibleName(field.accessibleName())
        self._button.setToolTip(field.toolTip() or field.accessibleName())
        self._button.clicked.connect(field.setFocus)
        self._draw()
        name_clear_button(field)
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.ToolTipChange:
            self._button.setToolTip(self._field.toolTip())
        return False

    def _draw(self) -> None:
        side = em(self._field, 1)
        put_icon(self._button, self._name, self._field)
        self._button.resize(side, side)
        self._field.setTextMargins(side + grid(self._field, 1.5), 0, 0, 0)
        self._place()

    def _place(self) -> None:
        height = self._field.height()
        self._button.move(2 * grid(self._field), (height - self._button.height()) // 2)


def name_clear_button(field: QLineEdit) -> None:
    """Say what the cross at the end of a field does, to the eye and to a screen reader."""
    clear = field.findChild(QAction, "_q_qlineeditclearaction")
    if clear is not None:
        clear.setToolTip("Clear the field (Esc)")
        for button in field.findChildren(QToolButton):
            if button.defaultAction() is clear:
                button.setAccessibleName("Clear the field")
                button.setToolTip("Clear the field (Esc)")
