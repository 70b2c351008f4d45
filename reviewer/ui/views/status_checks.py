"""Which relations a report shows, by how far they are decided."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from reviewer.domain.vocabulary import Status
from reviewer.ui.metrics import grid
from reviewer.ui.views.flow_layout import FlowLayout


class StatusChecks(QWidget):
    """A box for each status; at least one stays checked, for a report of none shows nothing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, grid(self))
        self.boxes = {status: QCheckBox(status.label.capitalize()) for status in Status}
        for status, box in self.boxes.items():
            box.setToolTip(f"Relations that are {status.label}")
            row.addWidget(box)
            box.clicked.connect(lambda _=False, box=box: self._clicked(box))
        self.setFocusProxy(next(iter(self.boxes.values())))

    @property
    def value(self) -> tuple[Status, ...]:
        """In the order of the vocabulary."""
        return tuple(status for status, box in self.boxes.items() if box.isChecked())

    def set_value(self, statuses: Iterable[Status]) -> None:
        """Without a signal."""
        wanted = set(statuses)
        for status, box in self.boxes.items():
            box.setChecked(status in wanted)

    def _clicked(self, box: QCheckBox) -> None:
        if not self.value:
            box.setChecked(True)
        else:
            self.changed.emit()
