"""The Overview page: who says what on which topic, one topic's values by time, tags by source."""

import json

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QWidget

from reviewer.domain.changes import Changes
from reviewer.domain.overview import Contradiction, Standing, contradictions_by_member
from reviewer.exchange.drawing import Drawing
from reviewer.exchange.layout import MatrixCell
from reviewer.exchange.overview import standings_of
from reviewer.services.words import counted
from reviewer.ui import overview_look as look
from reviewer.ui.models.cross_table import TagTable, ValueTable
from reviewer.ui.overview_keeper import OverviewKeeper
from reviewer.ui.overview_pictures import copy_picture, copy_table
from reviewer.ui.session import Session
from reviewer.ui.views.empty_state import EmptyState
from reviewer.ui.views.focus_order import focus_next
from reviewer.ui.views.overview_panes import OverviewPanes

_NOTHING = (
    "Nothing to look over yet. Tag a passage and give its claim a subject or a measure: then what"
    " each source says on it stands here side by side, and by time."
)
_READING = "Reading the claims…"
_NO_PAIR = (
    "Nothing contradicts this. To compare any two values, select both with Ctrl or Shift, then"
    " press C."
)
_LONGEST = 80


class OverviewPage(QWidget):
    """Fills its panes from the keeper; jumps, comparing and saving are asked for by signals."""

    jump_requested = Signal(str)  # to an annotation
    compare_requested = Signal(str)  # of a relation's sides
    pair_requested = Signal(str, str)  # two annotations beside each other
    save_requested = Signal(object, str, str)  # Drawing, a name for it, svg or png
    read_requested = Signal()  # there is nothing here yet
    state_changed = Signal()  # whether something can be compared

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.keeper = OverviewKeeper(session, self)
        self._values, self._tags = ValueTable(self), TagTable(self)
        self.panes = OverviewPanes(self._values, self._tags)
        self.empty = EmptyState(_NOTHING, "Read the sources")
        self._standings: dict[str, Standing] = {}
        self._members: dict[str, list[Contradiction]] = {}
        self._shown = look.Shown((), ())
        self._shown_tags = look.ShownTags((), (), {})
        self._time = look.TopicInTime()
        self._wants_focus = False  # once there is something to have it
        self._stack = QStackedLayout(self)
        self._stack.addWidget(_in_the_middle(self.empty))
        self._stack.addWidget(self.panes)
        self._connect()
        self._show()

    def _connect(self) -> None:
        panes, bar = self.panes, self.panes.bar
        self.keeper.changed.connect(self._show)
        self.empty.button.clicked.connect(self.read_requested)
        bar.filter.textChanged.connect(self._fill)
        bar.sort.currentIndexChanged.connect(self._fill)
        bar.table_chosen.connect(self._fill)
        bar.picture.wanted.connect(self._give_table)
        panes.time.picture.wanted.connect(self._give_timeline)
        panes.time.view.copy_requested.connect(lambda: self._give_timeline("picture"))
        panes.time.view.jump_requested.connect(self.jump_requested)
        panes.values.opened.connect(self._open)
        panes.values.row_changed.connect(self._show_topic)
        panes.values.selectionModel().selectionChanged.connect(lambda *_: self.state_changed.emit())
        panes.values.add_action("Go to the passage", "Return").triggered.connect(
            lambda: self._open(panes.values.currentIndex())
        )
        panes.values.add_action("Compare", "C").triggered.connect(self.compare)
        for table in (panes.values, panes.tags):
            table.add_action("Copy as table", "Ctrl+C").triggered.connect(
                lambda: self._give_table("table")
            )
            table.add_action("Copy picture", "Ctrl+Shift+P").triggered.connect(
                lambda: self._give_table("picture")
            )

    # What is shown

    def load(self, memory: str) -> None:
        """Begin with a project that was just opened, as it was left; see ``memory``."""
        self.keeper.forget()
        kept = _read(memory)
        bar = self.panes.bar
        bar.filter.setText(kept.get("filter", ""))
        bar.sort.setCurrentText(kept.get("sort", "") or bar.sort.itemText(0))
        (bar.tags if kept.get("table") == "tags" else bar.values).setChecked(True)
        self.panes.values.remember(kept.get("topic", ""), kept.get("source", ""))
        self._show()
        if self.isVisible():
            self.keeper.update()

    def memory(self) -> str:
        """Filter, order, table and place, to be given to ``load`` when the project opens again."""
        bar = self.panes.bar
        topic, source = self.panes.values.place()
        kept = {
            "filter": bar.filter.text(), "sort": bar.sort.currentText(),
            "table": "tags" if bar.tags.isChecked() else "values",
            "topic": topic, "source": source,
        }  # fmt: skip
        return json.dumps(kept)

    def clear(self) -> None:
        """Show nothing: the project is closed."""
        self.keeper.forget()
        self._show()

    def refresh(self, changes: Changes) -> None:
        """Take in what was touched, now if anybody looks."""
        self.keeper.note(changes)
        if self.isVisible():
            self.keeper.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keeper.update()

    def _show(self) -> None:
        board = self.keeper.board
        self._standings = standings_of(board.overview)
        self._members = contradictions_by_member(board.overview)
        self.empty.set_text(_NOTHING if self.keeper.is_known else _READING)
        self.empty.button.setVisible(self.keeper.is_known)
        has_any = bool(board.rows or board.overview.tagged)
        self._stack.setCurrentIndex(int(has_any))
        self._fill()
        if self._wants_focus and self.keeper.is_known:
            self.setFocus()

    def _fill(self) -> None:
        bar, board = self.panes.bar, self.keeper.board
        words, known = bar.filter.text(), len(board.overview.sources)
        if bar.tags.isChecked():
            tags = self._shown_tags = look.shown_tags(board.overview, words)
            self._tags.show_counts(tags.tags, tags.sources, tags.numbers)
            told = f"{counted(len(tags.tags), 'tag')}, {len(tags.sources):,} of "
        else:
            shown = self._shown = look.shown_topics(board, words, bar.order)
            self._values.show_rows(shown.rows, shown.sources, self._standings)
            told = f"{counted(len(shown.rows), 'topic')}, {len(shown.sources):,} of "
        bar.count.set_words(f"{told}{counted(known, 'source')}")
        self._show_topic()

    def _show_topic(self) -> None:
        here = self.panes.values.currentIndex()
        row = self._values.topic_at(here)
        self._time = look.in_time(row, self.keeper.board.overview, self._standings)
        pane = self.panes.time
        pane.title.set_words(self._time.heading)
        pane.view.set_values(self._time.title, self._time.timelines, self._time.undated)
        self.state_changed.emit()

    # What the person does

    def setFocus(self) -> None:  # type: ignore[override]  # Qt has a second form that none uses
        """Into the table, where the arrows work, as soon as there is one."""
        self._wants_focus = not self.keeper.is_known
        (self.panes.table if self._stack.currentWidget() is self.panes else self.empty.button
         ).setFocus()  # fmt: skip

    def focus_pane(self, step: int) -> None:
        """Give the focus to the next pane (or the one before): F6."""
        panes = [self.panes.bar.filter, self.panes.table]
        if self.panes.table is self.panes.values:
            panes.append(self.panes.time.view)
        focus_next(panes, self.focusWidget(), step)

    def _open(self, index: QModelIndex) -> None:
        """A passage; of several, which; of a topic, its timeline."""
        if not index.isValid():
            return
        cells = self._values.cells_at(index)
        if index.column() == 0:
            self.panes.time.view.setFocus()
        elif len(cells) == 1:
            self.jump_requested.emit(cells[0].annotation_id)
        elif cells:
            self._choice(cells).popup(
                self.panes.values.viewport().mapToGlobal(
                    self.panes.values.visualRect(index).bottomLeft()
                )
            )
        else:
            self._session.said.emit("This source says nothing on this topic.", False)

    def _choice(self, cells: list[MatrixCell]) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName("Values here")
        menu.aboutToHide.connect(menu.deleteLater)
        for cell in cells:
            words = " ".join(cell.words.split())
            short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
            action = menu.addAction(short.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, key=cell.annotation_id: self.jump_requested.emit(key)
            )
        menu.setActiveAction(menu.actions()[0])
        return menu

    @property
    def can_compare(self) -> bool:
        """Whether two values, or a contradiction, are chosen."""
        return bool(self.panes.table is self.panes.values and (self._pair() or self._relation()))

    def compare(self) -> None:
        """Two selected values of a topic beside each other, else what contradicts here."""
        if pair := self._pair():
            self.pair_requested.emit(*pair)
        elif relation_id := self._relation():
            self.compare_requested.emit(relation_id)
        else:
            self._session.said.emit(_NO_PAIR, False)

    def _pair(self) -> tuple[str, str] | None:
        """The first two of the selected cells that say something on the current topic."""
        row = self.panes.values.currentIndex().row()
        chosen = [index for index in self.panes.values.selectedIndexes()
                  if index.row() == row and index.column() > 0]  # fmt: skip
        chosen.sort(key=lambda index: index.column())
        said = [cells for cells in map(self._values.cells_at, chosen) if cells]
        return (_worst(said[0]), _worst(said[1])) if len(said) > 1 else None

    def _relation(self) -> str:
        """The contradiction of the current cell, else of its topic: an open one first."""
        here = self.panes.values.currentIndex()
        if not here.isValid():
            return ""
        row = self._values.topic_at(here)
        own = [cell.annotation_id for cell in self._values.cells_at(here)]
        of_topic = [one.annotation_id for one in row.statements] if row else []
        for ids in (own, of_topic):
            held = [one for key in ids for one in self._members.get(key, ())]
            if held:
                return min(held, key=lambda one: not one.is_open).relation_id
        return ""

    # Pictures

    def _give_table(self, how: str) -> None:
        overview = self.keeper.board.overview
        tags = self.panes.bar.tags.isChecked()
        if how == "table":
            table = (look.tags_table(overview, self._shown_tags) if tags
                     else look.values_table(self._shown, overview, self._standings))  # fmt: skip
            if table is not None:
                copy_table(table)
                self._session.said.emit("Copied as a table.", False)
            return
        drawing = (look.tags_picture(overview, self._shown_tags) if tags
                   else look.values_picture(self._shown, overview, self._standings))  # fmt: skip
        self._give(drawing, "Tags by source" if tags else "Topics by source", how)

    def _give_timeline(self, how: str) -> None:
        if how == "table":
            copy_table(look.time_table(self._time))
            self._session.said.emit("Copied as a table.", False)
        else:
            drawing = self.panes.time.view.drawing()
            self._give(drawing, f"{self._time.title} over time", how)

    def _give(self, drawing: Drawing | None, name: str, how: str) -> None:
        if drawing is None:
            self._session.said.emit("There is nothing to make a picture of.", False)
        elif how == "picture":
            copy_picture(drawing, self.font())
            self._session.said.emit("Copied as a picture.", False)
        else:
            self.save_requested.emit(drawing, name, how)


def _in_the_middle(empty: EmptyState) -> QWidget:
    """On a whole page, lines that are short enough to read would else begin at its edge."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.addStretch(1)
    row.addWidget(empty, 2)
    row.addStretch(1)
    return page


def _worst(cells: list[MatrixCell]) -> str:
    """The one that waits for a decision, else the first."""
    return min(cells, key=lambda cell: cell.standing is not Standing.OPEN).annotation_id


def _read(memory: str) -> dict[str, str]:
    """Whatever stands in a file of preferences; what is not understood is forgotten."""
    try:
        kept = json.loads(memory or "{}")
    except json.JSONDecodeError:
        return {}
    return {k: v for k, v in kept.items() if isinstance(v, str)} if isinstance(kept, dict) else {}
