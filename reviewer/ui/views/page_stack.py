"""Pages below each other, as wide as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.ui.metrics import em, grid
from reviewer.ui.theme import shade

_WIDEST = 52  # ems of a page on the screen


class PageStack(QWidget):
    """Paper is white in the dark too: it shows what will be printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[QImage, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Pages of the report")

    def set_pages(self, pages: Sequence[QImage]) -> None:
        """Others instead, all of one size."""
        self._pages = tuple(pages)
        self.setAccessibleDescription(f"{len(self._pages)} pages")
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(len(self._pages), width).top() if self._pages else 0

    def sizeHint(self) -> QSize:
        width = em(self, _WIDEST) // 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self, 10), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(shade("border", self))
        ratio = self.devicePixelRatioF()
        for number, page in enumerate(self._pages):
            place = self._place(number, self.width())
            if not place.intersects(event.rect()):
                continue
            # Qt's own scaling takes four pixels for each; from larger pages letters would crumble.
            fitted = page.scaled(
                place.size() * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            fitted.setDevicePixelRatio(ratio)
            painter.drawImage(place.topLeft(), fitted)
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    def _place(self, number: int, width: int) -> QRect:
        gap = grid(self, 4)
        wide = max(1, min(width - 2 * gap, em(self, _WIDEST)))
        first = self._pages[0].size() if self._pages else QSize(1, 1)
        high = round(wide * first.height() / first.width())
        return QRect((width - wide) // 2, gap + number * (high + gap), wide, high)
