"""The sections of a page, one of them shown: a row of words, the present one underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from reviewer.ui.metrics import grid
from reviewer.ui.top_bar import PageTab


class SectionTabs(QWidget):
    """``chosen`` gives the number of the section that the person asks for."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        for number, name in enumerate(self._names):
            tab = PageTab(name)
            tab.setAccessibleName(name)
            self._group.addButton(tab, number)
            self._row.addWidget(tab)
        self._row.addStretch()
        self._group.idClicked.connect(self.chosen)
        self.set_current(0)
        self._space()

    def set_current(self, number: int) -> None:
        """Mark a section as the one that is shown."""
        self._group.button(number).setChecked(True)

    def set_count(self, number: int, count: int | None) -> None:
        """How much is in a section, behind its name; None where that is not known."""
        tab = self._group.button(number)
        tab.setText(self._names[number] if count is None else f"{self._names[number]} ({count:,})")
        tab.setAccessibleName(tab.text())

    def set_keys(self, number: int, keys: str) -> None:
        """What shows a section without the mouse."""
        self._group.button(number).setToolTip(f"{self._names[number]} ({keys})")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        self._row.setContentsMargins(grid(self, 1), 0, grid(self, 1), 0)
        self._row.setSpacing(grid(self))
