"""A button that looks like a link and wraps, for jumps and for quiet choices in running text."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

from reviewer.ui.theme import shade
from reviewer.ui.views.spacing import space

_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
_FLAGS = int(_WRAP) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)


class LinkButton(QAbstractButton):
    """Text in the role's colour, underlined under the pointer, framed with the focus."""

    def __init__(self, text: str, role: str = "link", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
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
        room = QRect(0, 0, max(1, width - 2 * self._pad()), 10_000)
        return self.fontMetrics().boundingRect(room, _FLAGS, self.text()).height() + 2 * self._pad()

    def hasHeightForWidth(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Space alone presses an abstract button; people expect Enter on a link.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(shade(self._role if self.isEnabled() else "faint", self))
        pad = self._pad()
        painter.drawText(self.rect().adjusted(pad, pad, -pad, -pad), _FLAGS, self.text())
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self
            )
        painter.end()

    def _pad(self) -> int:
        return space(self, 0.5)
