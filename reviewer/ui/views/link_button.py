"""A button that looks like a link and wraps, for jumps and for quiet choices in running text."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.theme import shade
from reviewer.ui.views.focus_ring import paint_focus_ring

_WRAPPING = QTextOption()
_WRAPPING.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class LinkButton(QAbstractButton):
    """Text in the role's colour, underlined under the pointer, framed with the focus."""

    def __init__(self, text: str, role: str = "link", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * self._pad() + 1
        return QSize(width, self.fontMetrics().height() + 2 * self._pad())

    def minimumSizeHint(self) -> QSize:
        narrow = self.fontMetrics().averageCharWidth() * 12
        return QSize(min(narrow, self.sizeHint().width()), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width, self.font())
        return round(lines.boundingRect().height()) + 2 * self._pad()

    def hasHeightForWidth(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Space alone presses an abstract button; people expect Enter on a link.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setPen(shade(self._role if self.isEnabled() else "faint", self))
        lines = self._lines(self.width(), font)
        top = max(self._pad(), (self.height() - lines.boundingRect().height()) / 2)
        lines.draw(painter, QPointF(self._pad(), top))
        if self.hasFocus():
            paint_focus_ring(painter, self)
        painter.end()

    def _lines(self, width: int, font: QFont) -> QTextLayout:
        """Wrapped between words, and within one only where it is wider than a line."""
        layout = QTextLayout(self.text(), font)
        layout.setTextOption(_WRAPPING)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - 2 * self._pad()))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _pad(self) -> int:
        return grid(self, 0.5)
