"""What stands against sources: rows by name, a column a source, values made when they are seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.domain.overview import Standing, Statement, TopicRow
from reviewer.domain.records import Source, Tag
from reviewer.exchange.layout import MatrixCell
from reviewer.exchange.overview import matrix_cell, said_by_source
from reviewer.exchange.timelines import Standings
from reviewer.services.words import counted
from reviewer.ui.models.look import Ask, Line, Run

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NO_ROWS: tuple[TopicRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicLook:
    """What a row is."""

    title: str
    under: str
    waits: bool = False  # for a decision


@dataclass(frozen=True, slots=True)
class ValueLook:
    """What a source says; nothing is a gap."""

    text: str = ""
    under: str = ""
    standing: Standing = Standing.NONE
    more: int = 0  # values that are not shown


@dataclass(frozen=True, slots=True)
class TagLook:
    """A tag as a row: how deep it lies below others, and on how many annotations it is."""

    path: str
    colour: str
    total: int


@dataclass(frozen=True, slots=True)
class CountLook:
    """A number, and which share it is of the greatest."""

    number: int
    share: float
    colour: str


class CrossTable(QAbstractTableModel):
    """Column 0 names the row; the others are sources."""

    def __init__(self, corner: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._corner = corner
        self.sources: tuple[Source, ...] = ()

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.sources) + 1

    def source_at(self, index: Index) -> Source | None:
        """The source of a cell; None for the name of a row."""
        return self.sources[index.column() - 1] if index.column() > 0 else None

    def column_of(self, source_id: str) -> int:
        """Where a source stands; 0 if it does not."""
        places = [n for n, source in enumerate(self.sources, start=1) if source.id == source_id]
        return places[0] if places else 0

    def key_at(self, row: int) -> str:
        """What a row is known by, whatever the order."""
        raise NotImplementedError

    def row_of(self, key: str) -> int:
        """Where that row is; -1 if it is not shown."""
        keys = (n for n in range(self.rowCount()) if self.key_at(n) == key)
        return next(keys, -1)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section < 0:
            return None
        if section == 0:
            return self._corner if role == Qt.ItemDataRole.DisplayRole else None
        if section > len(self.sources):
            return None
        source = self.sources[section - 1]
        if role == Ask.VALUE:
            return source
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{source.title}\n{''.join(run.text for run in source_line(source))}"
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return source.title if role in shown else None


def source_line(source: Source) -> Line:
    """Publisher, which may be cut, then date and grade."""
    grade = source.reliability.value if source.reliability else "not graded"
    known = f"{source.published or 'undated'} · {grade}"
    return (Run(source.publisher), Run(f" · {known}")) if source.publisher else (Run(known),)


class ValueTable(CrossTable):
    """Topics with what each source says on them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("Topic", parent)
        self._rows = _NO_ROWS
        self._standings: Standings = {}
        self._said: dict[int, Mapping[str, list[Statement]]] = {}

    def show_rows(
        self, rows: Sequence[TopicRow], sources: Sequence[Source], standings: Standings
    ) -> None:
        """These topics and sources, in the order given."""
        self.beginResetModel()
        self._rows, self.sources, self._standings = tuple(rows), tuple(sources), standings
        self._said = {}
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def topic_at(self, index: Index) -> TopicRow | None:
        """The topic of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def key_at(self, row: int) -> str:
        topic = self._rows[row].topic
        return f"{topic.subject}\n{topic.measure}"

    def cells_at(self, index: Index) -> list[MatrixCell]:
        """What the source says on the topic, all of it; the name of a row says nothing."""
        row, source = index.row(), self.source_at(index)
        if source is None:
            return []
        if row not in self._said:
            self._said[row] = said_by_source(self._rows[row].statements)
        said = self._said[row].get(source.id, ())
        return [matrix_cell(one, source, self._standings) for one in said]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if index.column() == 0:
            return self._name(self._rows[index.row()], role)
        cells = self.cells_at(index)
        if role == Ask.LOOK:
            return _value_look(cells)
        words = "\n".join(cell.words for cell in cells)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            source, topic = self.source_at(index), self._rows[index.row()].title
            return f"{topic}, {source.title if source else ''}: {words or 'says nothing'}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return words or "Says nothing on this topic"
        return words if role == Qt.ItemDataRole.DisplayRole else None

    def _name(self, row: TopicRow, role: int) -> object:
        under = [counted(row.sources, "source")]
        if row.open_contradictions:
            under.append(f"{row.open_contradictions} open")
        elif row.contradictions:
            under.append("contradiction settled")
        words = " · ".join(under)
        if role == Ask.LOOK:
            return TopicLook(row.title, words, bool(row.open_contradictions))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.title}\n{words}"
        return row.title if role == Qt.ItemDataRole.DisplayRole else None


def _value_look(cells: list[MatrixCell]) -> ValueLook:
    """The first value, or the one that waits for a decision."""
    if not cells:
        return ValueLook()
    order = {Standing.OPEN: 0, Standing.SETTLED: 1, Standing.NONE: 2}
    shown = min(cells, key=lambda cell: order[cell.standing])
    under = " · ".join(filter(None, [shown.as_of, shown.grade]))
    return ValueLook(shown.text, under, shown.standing, len(cells) - 1)


class TagTable(CrossTable):
    """Tags with how many annotations of each source carry them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("Tag", parent)
        self._tags: tuple[tuple[Tag, str], ...] = ()
        self._numbers: Mapping[str, Mapping[str, int]] = {}
        self._most = 1

    def show_counts(
        self,
        tags: Sequence[tuple[Tag, str]],
        sources: Sequence[Source],
        numbers: Mapping[str, Mapping[str, int]],
    ) -> None:
        """Tags with their paths; ``numbers`` by tag id and source id."""
        self.beginResetModel()
        self._tags, self.sources, self._numbers = tuple(tags), tuple(sources), numbers
        self._most = max((n for of_tag in numbers.values() for n in of_tag.values()), default=1)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._tags)

    def key_at(self, row: int) -> str:
        return self._tags[row][0].id

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        tag, path = self._tags[index.row()]
        of_tag = self._numbers.get(tag.id, {})
        source = self.source_at(index)
        if source is None:
            total = sum(of_tag.values())
            if role == Ask.LOOK:
                return TagLook(path, tag.colour, total)
            told = f"{path}\n{counted(total, 'annotation')}"
            return path if role == Qt.ItemDataRole.DisplayRole else _spoken(told, role)
        number = of_tag.get(source.id, 0)
        if role == Ask.LOOK:
            return CountLook(number, number / self._most, tag.colour)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{number:,}" if number else ""
        return _spoken(f"{path}, {source.title}: {counted(number, 'annotation')}", role)


def _spoken(words: str, role: int) -> str | None:
    roles = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    return words if role in roles else None
