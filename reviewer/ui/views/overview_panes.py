"""What the Overview page is made of: a bar, a table of values or of tags, and a timeline below."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.overview import Sort
from reviewer.ui.metrics import em, grid
from reviewer.ui.models.cross_table import CrossTable
from reviewer.ui.top_bar import PageTab
from reviewer.ui.views.cross_table import CrossTableView
from reviewer.ui.views.elided import Elided
from reviewer.ui.views.filter_field import FilterField
from reviewer.ui.views.picture_menu import PictureMenu
from reviewer.ui.views.timeline_view import TimelineView


class OverviewBar(QWidget):
    """Which table is shown, what of it, and in which order."""

    table_chosen = Signal(bool)  # whether it is that of tags

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values, self.tags = PageTab("Values"), PageTab("Tags")
        self.values.setToolTip("What each source says on each topic")
        self.tags.setToolTip("How many annotations of each source carry each tag")
        self._group = QButtonGroup(self)
        for tab in (self.values, self.tags):
            self._group.addButton(tab)
        self.values.setChecked(True)
        self.tags.toggled.connect(self.table_chosen)
        self.filter = FilterField("Filter the rows")
        self.filter.setToolTip("Rows whose names have all the words; Escape shows all")
        self.sort = QComboBox()
        self.sort.addItems([str(sort.value) for sort in Sort])
        self.sort.setAccessibleName("Order of the topics")
        self.sort.setToolTip("Which topics come first")
        self.sort.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.sort.setMinimumContentsLength(12)  # so that a small window has room for large type
        self.sort.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.count = Elided()
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.picture = PictureMenu("table")
        self._row = QHBoxLayout(self)
        for widget in (self.values, self.tags, self.filter, self.sort):
            self._row.addWidget(widget)
        self._row.addWidget(self.count, 1)
        self._row.addWidget(self.picture)
        self._space()

    @property
    def order(self) -> Sort:
        """The order that is chosen."""
        return list(Sort)[max(0, self.sort.currentIndex())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        step = grid(self)
        self.count.setVisible(self.width() >= em(self, 44))  # the rest goes first
        self._row.setContentsMargins(2 * step, step, 2 * step, step)
        self._row.setSpacing(2 * step)
        self.filter.setMinimumWidth(em(self, 5))
        self.filter.setMaximumWidth(em(self, 14))


class TimePane(QWidget):
    """The timeline below its topic's name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Elided()
        self.picture = PictureMenu("timeline")
        self.picture.setToolTip("Copy or save the timeline (Ctrl+C copies the picture)")
        self.view = TimelineView()
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._space()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        step = grid(self)
        self._head.setContentsMargins(3 * step, step, 2 * step, step)


class OverviewPanes(QWidget):
    """Puts them together; who fills them is the page."""

    def __init__(self, values: CrossTable, tags: CrossTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = OverviewBar()
        self.values = CrossTableView(values, "Values by topic and source", lines=2)
        self.tags = CrossTableView(tags, "Tags by source", lines=1)
        self.time = TimePane()
        self.tables = QStackedWidget()
        self.tables.addWidget(self.values)
        self.tables.addWidget(self.tags)
        self.down = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.down.addWidget(self.tables)
        self.down.addWidget(self.time)
        self.down.setStretchFactor(0, 3)
        self.down.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.down, 1)
        self.bar.filter.left_downwards.connect(self._enter)
        self.bar.table_chosen.connect(self._choose)

    def _enter(self) -> None:
        self.table.setFocus()

    @property
    def table(self) -> CrossTableView:
        """The table that is shown."""
        return self.tags if self.bar.tags.isChecked() else self.values

    def _choose(self, tags: bool) -> None:
        self.tables.setCurrentWidget(self.tags if tags else self.values)
        self.time.setVisible(not tags)
        self.bar.sort.setEnabled(not tags)
