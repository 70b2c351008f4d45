"""The codebook as a tree model; what a person does to it leaves as a wish, never as a change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from reviewer.domain.codebook import walk
from reviewer.domain.records import Tag
from reviewer.ui.models.codebook_moves import dropped
from reviewer.ui.models.keyed_list import Index
from reviewer.ui.models.look import Ask

MIME = "application/x-reviewer-tag"
_Item = Qt.ItemFlag


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag and on how many annotations it is."""

    tag: Tag
    count: int


class CodebookModel(QAbstractItemModel):
    """``rename_wished`` gives the tag as seen and as wished; ``move_wished`` id, parent, position.

    Inner ids of indexes are numbers given to tags as they first come, so they outlive resets.
    """

    rename_wished = Signal(object, object)
    move_wished = Signal(str, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tags: dict[str, Tag] = {}
        self._counts: dict[str, int] = {}
        self._below: dict[str | None, list[str]] = {}
        self._numbers: dict[str, int] = {}
        self._ids: list[str] = []

    def set_tags(self, tags: Iterable[Tag], counts: Mapping[str, int]) -> None:
        """All tags and their annotations; resets only if the shape of the tree is another."""
        tags = tuple(tags)
        below: dict[str | None, list[str]] = {}
        for _, tag in walk(tags):
            below.setdefault(tag.parent_id, []).append(tag.id)
        if below == self._below:
            self._change(tags, counts)
            return
        self.beginResetModel()
        self._below = below
        self._keep(tags, counts)
        self.endResetModel()

    def tag_at(self, index: Index) -> Tag | None:
        """The tag at an index; None for the root."""
        return self.tags.get(self._ids[index.internalId()]) if index.isValid() else None

    def place_of(self, tag_id: str | None) -> QModelIndex:
        """Where a tag is; the root for None and for a tag that is not there."""
        if tag_id is None or tag_id not in self.tags:
            return QModelIndex()
        row = self._below[self.tags[tag_id].parent_id].index(tag_id)
        return self.createIndex(row, 0, self._number(tag_id))

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        ids = self._children(parent)
        if column != 0 or not 0 <= row < len(ids):
            return QModelIndex()
        return self.createIndex(row, 0, self._number(ids[row]))

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override] # Qt has two parent()
        tag = self.tag_at(index)
        return self.place_of(tag.parent_id) if tag else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._children(parent))

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - Qt's signature
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        tag = self.tag_at(index)
        if tag is None:
            return None
        count = self._counts.get(tag.id, 0)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return tag.name
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (tag.name, tag.description, _spoken(tag, count))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{tag.name}, {_spoken(tag, count)}"
            case Ask.VALUE:
                return TagRow(tag, count)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tag = self.tag_at(index)
        name = " ".join(str(value).split())
        if tag is None or role != Qt.ItemDataRole.EditRole or not name:
            return False
        if name != tag.name:
            self.rename_wished.emit(tag, replace(tag, name=name))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return _Item.ItemIsDropEnabled
        return (
            _Item.ItemIsEnabled
            | _Item.ItemIsSelectable
            | _Item.ItemIsEditable
            | _Item.ItemIsDragEnabled
            | _Item.ItemIsDropEnabled
        )

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        tag = self.tag_at(indexes[0]) if indexes else None
        if tag:
            data.setData(MIME, QByteArray(tag.id.encode()))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        tag_id, target = _dragged(data), self.tag_at(parent)
        return (
            super().canDropMimeData(data, action, row, column, parent)
            and dropped(self.tags, tag_id, target.id if target else None, row) is not None
        )

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        tag_id, target = _dragged(data), self.tag_at(parent)
        place = dropped(self.tags, tag_id, target.id if target else None, row)
        assert place is not None
        self.move_wished.emit(tag_id, place.parent_id, place.position)
        return True

    def _change(self, tags: tuple[Tag, ...], counts: Mapping[str, int]) -> None:
        old, old_counts = self.tags, self._counts
        self._keep(tags, counts)
        for tag in tags:
            count, before = counts.get(tag.id, 0), old_counts.get(tag.id, 0)
            if old[tag.id] != tag or count != before:
                place = self.place_of(tag.id)
                self.dataChanged.emit(place, place)

    def _keep(self, tags: tuple[Tag, ...], counts: Mapping[str, int]) -> None:
        self.tags = {tag.id: tag for tag in tags}
        self._counts = dict(counts)

    def _children(self, parent: Index | None) -> list[str]:
        if parent is None or not parent.isValid():
            return self._below.get(None, [])
        return self._below.get(self._ids[parent.internalId()], [])

    def _number(self, tag_id: str) -> int:
        if tag_id not in self._numbers:
            self._numbers[tag_id] = len(self._ids)
            self._ids.append(tag_id)
        return self._numbers[tag_id]


def _dragged(data: QMimeData) -> str:
    return bytes(data.data(MIME).data()).decode()


def _spoken(tag: Tag, count: int) -> str:
    key = f", key {tag.key}" if tag.key else ""
    return f"{'1 annotation' if count == 1 else f'{count} annotations'}, {tag.colour}{key}"
