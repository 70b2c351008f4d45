"""The reviewer's own words: which words of measures mean one thing, and which names one subject."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.domain.term import Term, TermKind
from reviewer.ui.dialogs.sizes import open_at
from reviewer.ui.metrics import em, set_spacing
from reviewer.ui.views.tone_label import ToneLabel

_MEASURES = (
    "Words that name one measure, such as “pledge” for “aid”. Claims are compared under what they"
    " are read as."
)
_NAMES = "Names of one subject, such as “ROK” for “South Korea”."
_TABLES = (
    (TermKind.MEASURE, "Measures", ("Word in the text", "Is read as"), _MEASURES),
    (TermKind.NAME, "Names", ("Name in the text", "Stands for"), _NAMES),
)


class LexiconDialog(QDialog):
    """``kept`` gives all terms as they were typed; ``answer`` says what came of it."""

    kept = Signal(list)

    def __init__(self, terms: Iterable[Term], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Words that mean the same")
        self.tables: dict[TermKind, QTableWidget] = {}
        self.tabs = QTabWidget()
        given = list(terms)
        for kind, name, heads, told in _TABLES:
            rows = [(term.word, term.meaning) for term in given if term.kind is kind]
            self.tables[kind] = _table(name, heads, rows)
            self.tabs.addTab(self._page(kind, told), name)
        self.told = ToneLabel("", "danger")
        self.told.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(lambda: self.kept.emit(self.terms()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=4, between=3)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(
            ToneLabel("Saving reads all sources again. It can be undone like any other action.")
        )
        layout.addWidget(self.told)
        layout.addWidget(buttons)
        open_at(self, 32, 26)
        for table in reversed(self.tables.values()):  # one types at once, into the empty row
            table.setCurrentCell(table.rowCount() - 1, 0)
            table.setFocus()

    def terms(self) -> list[Term]:
        """All rows that are not empty, as they were typed."""
        found = []
        for kind, table in self.tables.items():
            for row in range(table.rowCount()):
                word, meaning = (_text(table, row, column) for column in (0, 1))
                if word or meaning:
                    found.append(Term(kind, word, meaning))
        return found

    def answer(self, refused: str) -> None:
        """Close, or say why what was typed could not be kept."""
        if refused:
            self.told.show_text(refused)
        else:
            self.accept()

    def _page(self, kind: TermKind, told: str) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        set_spacing(layout, self, around=3, between=2)
        layout.addWidget(ToneLabel(told))
        layout.addWidget(self.tables[kind], 1)
        return page


def _table(name: str, heads: tuple[str, str], rows: list[tuple[str, str]]) -> QTableWidget:
    table = QTableWidget(0, len(heads))
    table.setAccessibleName(name)
    table.setToolTip("Type into the last row to add one; Delete empties the selected cells")
    table.setHorizontalHeaderLabels(list(heads))
    table.horizontalHeader().setAccessibleName("What each column holds")
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(em(table, 2))
    table.horizontalHeader().setMinimumHeight(em(table, 1.8))
    table.setTabKeyNavigation(False)
    table.setEditTriggers(
        QAbstractItemView.EditTrigger.AnyKeyPressed
        | QAbstractItemView.EditTrigger.DoubleClicked
        | QAbstractItemView.EditTrigger.SelectedClicked
        | QAbstractItemView.EditTrigger.EditKeyPressed
    )
    for row in rows:
        _add_row(table, row)
    _add_row(table, ("", ""))
    table.itemChanged.connect(lambda _item: _keep_spare(table))
    clear = QShortcut(QKeySequence("Del"), table)
    clear.setContext(Qt.ShortcutContext.WidgetShortcut)
    clear.activated.connect(lambda: _clear(table))
    return table


def _clear(table: QTableWidget) -> None:
    for item in table.selectedItems():
        item.setText("")


def _add_row(table: QTableWidget, texts: tuple[str, str]) -> None:
    row = table.rowCount()
    table.insertRow(row)
    for column, text in enumerate(texts):
        table.setItem(row, column, QTableWidgetItem(text))


def _keep_spare(table: QTableWidget) -> None:
    last = table.rowCount() - 1
    if last < 0 or any(_text(table, last, column) for column in (0, 1)):
        table.blockSignals(True)
        _add_row(table, ("", ""))
        table.blockSignals(False)


def _text(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    return item.text().strip() if item else ""
