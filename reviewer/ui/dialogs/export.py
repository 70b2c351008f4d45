"""Export: options at the left, what comes of them at the right, where it goes below.

It stays open beside the window and stops nobody from reading on.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reviewer.exchange.formats import Format
from reviewer.ui.dialogs.sizes import open_at
from reviewer.ui.metrics import em, grid
from reviewer.ui.views.export_options import ExportOptions
from reviewer.ui.views.export_preview import ExportPreview
from reviewer.ui.views.ground import on_paper
from reviewer.ui.views.save_place import SavePlace
from reviewer.ui.views.scrolled import Scrolled
from reviewer.ui.views.work_line import WorkLine


class ExportDialog(QDialog):
    """``changed`` asks for another preview, ``export_requested`` for the file.

    ``left`` when it is closed, with everything as it was.
    """

    changed = Signal()
    export_requested = Signal()
    choose_requested = Signal()
    shown = Signal()
    left = Signal()

    def __init__(self, forms: dict[str, Format], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms = forms
        self.setWindowTitle("Export")
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.options = ExportOptions()
        self.options.form.set_formats((f.id, f.label, f.purpose) for f in forms.values())
        self.preview = ExportPreview()
        self.place = SavePlace()
        self.work = WorkLine()
        self.export_button = QPushButton("Export")
        self.export_button.setDefault(True)
        self.export_button.setToolTip("Write the file (Enter)")
        self.close_button = QPushButton("Close")
        self.close_button.setAutoDefault(False)
        self.close_button.setToolTip("The options are kept with the project (Esc)")
        self._lay_out()
        self._wire()
        self._fit()

    @property
    def form(self) -> Format:
        """The format that is chosen."""
        return self._forms[self.options.form.value]

    def set_busy(self, busy: bool) -> None:
        """Nothing else is exported meanwhile."""
        self.export_button.setEnabled(not busy)

    def set_place(self, path: Path) -> None:
        """Where the file goes unless the person says otherwise."""
        self.place.set_path(path)

    def _lay_out(self) -> None:
        self._scroll = Scrolled()
        inner = QVBoxLayout(self._scroll.page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.options)
        on_paper(self._scroll.page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self._scroll)
        self.splitter.addWidget(self.preview)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.preview.handle)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.close_button)
        self._buttons.addWidget(self.export_button)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.place)
        self._foot.addWidget(self.work)
        self._foot.addLayout(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        # Qt would take the height that all lines have at the least width.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addWidget(self.splitter, 1)
        self._column.addLayout(self._foot)

    def _wire(self) -> None:
        self.options.changed.connect(self.changed)
        self.options.format_chosen.connect(self._rename)
        self.place.choose_requested.connect(self.choose_requested)
        self.export_button.clicked.connect(self.export_requested)
        self.close_button.clicked.connect(self.reject)

    def _rename(self) -> None:
        self.place.set_suffix(self.form.suffix)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _fit(self) -> None:
        self._space()
        open_at(self, 66, 44)
        left = min(em(self, 26), self.width() * 11 // 20)
        self.splitter.setSizes([left, self.width() - left])

    def _space(self) -> None:
        step = grid(self)
        self._foot.setContentsMargins(4 * step, 3 * step, 4 * step, 4 * step)
        self._foot.setSpacing(3 * step)
        self._buttons.setSpacing(2 * step)
        self.setMinimumSize(em(self, 28), em(self, 20))
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(self.options.minimumSizeHint().width() + bar)
