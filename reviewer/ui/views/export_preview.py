"""What an export will look like, beside its options."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFontDatabase, QImage, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.metrics import SMALL, em, grid
from reviewer.ui.views.drag_handle import DragHandle
from reviewer.ui.views.empty_state import EmptyState
from reviewer.ui.views.file_drag import FileDrag
from reviewer.ui.views.page_stack import PageStack
from reviewer.ui.views.scrolled import Scrolled
from reviewer.ui.views.words import Words, rescale

_TAB = 12  # characters


class ExportPreview(QWidget):
    """``files_wanted`` when the file is to be dragged, ``copy_wanted`` when it is to be copied.

    Whoever shows it finds a place for ``handle``.
    """

    files_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Preview")
        self.pages = PageStack()
        self._scroll = Scrolled()
        self._scroll.page.setContentsMargins(0, 0, 0, 0)
        inner = QVBoxLayout(self._scroll.page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.pages)
        inner.setSpacing(0)
        inner.addStretch(1)
        self._scroll.setAccessibleName("Preview of the pages")
        self._scroll.setFocusPolicy(self.focusPolicy().StrongFocus)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("Preview of the file")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._message = EmptyState("The preview comes in a moment.")
        self._stack = QStackedWidget()
        for part in (self._message, self._scroll, self.text):
            self._stack.addWidget(part)
        self._told = Words("", "muted", size=SMALL).wrapping()
        self.handle = DragHandle()
        self.pages.setToolTip("Dragging the pages out of the window takes the file along")
        self._drags = (self.handle.files, FileDrag(self.pages))
        for drag in self._drags:
            drag.wanted.connect(self.files_wanted)
        self.handle.clicked.connect(self.copy_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self._told)
        self._space()

    @property
    def told(self) -> str:
        """The line below."""
        return self._told.text()

    @property
    def message(self) -> str:
        """What is said instead of a preview, or nothing."""
        return self._message.text if self._stack.currentWidget() is self._message else ""

    def show_pages(self, pages: tuple[QImage, ...], told: str) -> None:
        """Pages, and how much of the report they are."""
        bar = self._scroll.verticalScrollBar()
        place = bar.value()
        self.pages.set_pages(pages)
        self._stack.setCurrentWidget(self._scroll)
        self._told.setText(told)
        bar.setValue(place)  # whoever changes an option looks at what it does here

    def show_text(self, text: str, told: str) -> None:
        """The beginning of a file that is text."""
        bar = self.text.verticalScrollBar()
        place = bar.value()
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self._stack.setCurrentWidget(self.text)
        self._told.setText(told)
        bar.setValue(place)

    def say(self, sentence: str) -> None:
        """Why there is no preview."""
        self._message.set_text(sentence)
        self._stack.setCurrentWidget(self._message)
        self._told.setText("")

    def set_busy(self) -> None:
        """Another preview is being made; the one before stays until then."""
        self._told.setText("Making the preview…")

    def minimumSizeHint(self) -> QSize:
        """A few lines; Qt would have room for what is told below with a word a line."""
        return QSize(super().minimumSizeHint().width(), em(self, 6))

    def give(self, paths: tuple[Path, ...]) -> None:
        """The files that were wanted for dragging."""
        for drag in self._drags:
            drag.give(paths)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _space(self) -> None:
        step = grid(self)
        self._told.setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step)
        self._column.setSpacing(0)
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        mono.setPointSizeF(self.font().pointSizeF())
        self.text.setFont(mono)
        self.text.setTabStopDistance(self.text.fontMetrics().averageCharWidth() * _TAB)
        self.text.document().setDocumentMargin(3 * step)
        self._stack.setMinimumWidth(em(self, 12))
