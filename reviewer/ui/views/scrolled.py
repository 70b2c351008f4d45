"""Panes that scroll: what gets the focus in them is always in view."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from reviewer.ui.metrics import em


class Following(QScrollArea):
    """Scrolls to what gets the focus in it, by whatever way; Qt does so for Tab alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._focused: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def show_part(self, part: QWidget) -> None:
        """Scroll so that a part is in view, with the line that may stand below it.

        Of a part that is higher than the view, it is the caret's line.
        """
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is not None:
            layout.activate()  # where parts were before the last change is no guide
        spare = (self.viewport().height() - part.height()) // 2
        if content is None or spare < 0:
            self.ensureWidgetVisible(part, 0, em(self, 4))
            return
        for corner in (part.rect().bottomLeft(), part.rect().topLeft()):
            place = part.mapTo(content, corner)
            self.ensureVisible(place.x(), place.y(), 0, min(spare, em(self, 4)))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self.window():
            return  # the focus comes back to where it is now, and the view must not move for that
        content = self.widget()
        inside = content is not None and content.isAncestorOf(now)
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if inside and now is not self._focused and not pressed:  # what is clicked at stays put
            self.show_part(now)
        self._focused = now if inside else None


class Page(QWidget):
    """What scrolls. Its least height is left to its width.

    Qt would else take the height that the content has at its least width, where each label has a
    word a line.
    """

    laid_anew = Signal()  # what is on it has, or wants, another size

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_anew.emit()
        return taken

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Scrolled(Following):
    """A pane that scrolls up and down only, as high as its content is at its width.

    Put a layout on ``page``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = Page()
        self.setWidget(self.page)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        """A line or two; Qt would have room for the arrows of a scroll bar that has none."""
        return QSize(super().minimumSizeHint().width(), em(self, 3))
