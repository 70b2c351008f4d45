"""The row under the menus: which page is shown, and the search box."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from reviewer.ui.actions import ICONS, command, tip
from reviewer.ui.icons import put_icon
from reviewer.ui.metrics import em, grid
from reviewer.ui.views.search_box import SearchBox

_PAGES = ("show_read", "show_contradictions", "show_compare", "show_overview")
_ROOMY = 48
"""Em of width from which on the tabs have icons beside their names."""
_GAP = 0.3
"""Em between an icon and its name."""


class PageTab(QPushButton):
    """Text that is underlined while its page is shown."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)


class TopBar(QWidget):
    """``page_chosen`` gives the id of the command that shows a page."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # for its line below
        self.search = SearchBox()
        self.search.setMaximumWidth(em(self, 24))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, PageTab] = {}
        layout = QHBoxLayout(self)
        layout.addSpacing(grid(self))
        for row in map(command, _PAGES):
            button = PageTab(row.text)
            button.setAccessibleName(row.text)
            button.setToolTip(tip(row.id, row.text))
            button.clicked.connect(lambda _=False, key=row.id: self.page_chosen.emit(key))
            self._group.addButton(button)
            self._buttons[row.id] = button
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.search, 2)
        layout.addSpacing(grid(self, 2))
        layout.setContentsMargins(0, grid(self, 0.5), 0, 1)
        layout.setSpacing(0)
        self._draw_icons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_icons()

    def _draw_icons(self) -> None:
        roomy = self.width() >= em(self, _ROOMY)
        for key, button in self._buttons.items():
            if key in ICONS and roomy:
                put_icon(button, ICONS[key], self, size=0.9, gap=_GAP)
            else:
                button.setIcon(QIcon())

    def set_page(self, command_id: str) -> None:
        """Mark the page that is shown."""
        self._buttons[command_id].setChecked(True)

    def set_open_contradictions(self, number: int) -> None:
        """Tell how many contradictions wait for a decision."""
        button = self._buttons["show_contradictions"]
        text = command("show_contradictions").text
        button.setText(f"{text} ({number} open)" if number else text)
        button.setAccessibleName(button.text())
