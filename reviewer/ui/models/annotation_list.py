"""The annotations of one document in reading order, filtered as one types."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Relation, Source, Tag
from reviewer.domain.views import Passage, RelationView
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.ui.models.folding import fold
from reviewer.ui.models.passage_mime import passages_mime
from reviewer.ui.models.row_roles import RowRole, one_line

_SOME = 100
_Place = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class RelationLink:
    """A relation as one of its members sees it: the others, in the relation's order."""

    relation: Relation
    others: tuple[Passage, ...]

    @property
    def is_open_contradiction(self) -> bool:
        return (
            self.relation.kind is RelationKind.CONTRADICTS and self.relation.status is Status.OPEN
        )


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """An annotation with its tags, in its order, and its relations."""

    annotation: Annotation
    tags: tuple[Tag, ...] = ()
    relations: tuple[RelationLink, ...] = ()

    @property
    def id(self) -> str:
        return self.annotation.id


def relation_link(view: RelationView, annotation_id: str) -> RelationLink:
    """The relation as the annotation sees it."""
    others = tuple(p for p in view.passages if p.annotation.id != annotation_id)
    return RelationLink(view.relation, others)


class AnnotationList(QAbstractListModel):
    """Rows by start, end and id. ``show`` gives a quantity in short."""

    def __init__(self, show: Callable[[Quantity], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self.source_of: Callable[[], Source | None] = lambda: None  # whose annotations these are
        self._all: dict[str, AnnotationRow] = {}
        self._folded: dict[str, str] = {}  # of those rows that were folded so far
        self._unfolded: Iterator[AnnotationRow] = iter(())
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._fold_some)
        self._shown: list[AnnotationRow] = []
        self._places: list[_Place] = []
        self._words: tuple[str, ...] = ()
        self._cells: dict[int, Callable[[AnnotationRow], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda row: one_line(row.annotation.target.exact),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            RowRole.ID: lambda row: row.id,
            RowRole.COLOURS: lambda row: tuple(tag.colour for tag in row.tags),
            RowRole.DETAIL: lambda row: ", ".join(tag.name for tag in row.tags) or "no tag",
            RowRole.VALUE: self._value,
            RowRole.HAS_NOTE: lambda row: bool(row.annotation.note.strip()),
            RowRole.RELATIONS: lambda row: len(row.relations),
            RowRole.OPEN: lambda row: sum(link.is_open_contradiction for link in row.relations),
        }

    @property
    def total(self) -> int:
        """How many there are, whatever the filter."""
        return len(self._all)

    @property
    def is_busy(self) -> bool:
        """Whether rows are still being prepared for filtering, which goes on while one waits."""
        return self._idle.isActive()

    def row(self, annotation_id: str) -> AnnotationRow | None:
        """The row of that id, also one that the filter hides."""
        return self._all.get(annotation_id)

    def index_of(self, annotation_id: str) -> QModelIndex:
        """The row's index; an invalid one if it is not shown."""
        row = self._all.get(annotation_id)
        if row is None:
            return QModelIndex()
        at = bisect_left(self._places, _place(row))
        found = at < len(self._shown) and self._shown[at].id == annotation_id
        return self.index(at) if found else QModelIndex()

    def set_rows(self, rows: Iterable[AnnotationRow]) -> None:
        """Another document's rows."""
        self.beginResetModel()
        ordered = sorted(rows, key=_place)
        self._all = {row.id: row for row in ordered}
        self._folded = {}
        self._filter()
        self.endResetModel()
        self._unfolded = iter(ordered)
        self._idle.start()

    def update_rows(self, changed: Iterable[AnnotationRow], removed_ids: Iterable[str]) -> None:
        """Inserts, replaces and removes just these rows."""
        for removed_id in removed_ids:
            self._hide(removed_id)
            self._all.pop(removed_id, None)
            self._folded.pop(removed_id, None)
        for row in changed:
            old = self._all.get(row.id)
            if old is not None and _place(old) != _place(row):
                self._hide(row.id)
            self._folded.pop(row.id, None)
            at = self.index_of(row.id).row()
            self._all[row.id] = row
            self._put(row, at)

    def set_filter(self, text: str) -> None:
        """Shows the rows that hold every word of ``text`` in quote, tag, claim or note."""
        words = tuple(fold(text).split())
        if words == self._words:
            return
        self.beginResetModel()
        self._words = words
        self._filter()
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        cell = self._cells.get(role)
        return cell(self._shown[index.row()]) if cell else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        dragged = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | dragged

    def mimeTypes(self) -> list[str]:
        return ["text/plain", "text/html"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Quotes with their citations; without a source there is nothing to cite."""
        source = self.source_of()
        rows = sorted({index.row() for index in indexes}) if source else []
        return passages_mime([(source, self._shown[at].annotation.target) for at in rows if source])

    def _filter(self) -> None:
        self._shown = [row for row in self._all.values() if self._fits(row)]
        # Rows that came one by one stand at the end of the dictionary.
        self._shown.sort(key=_place)
        self._places = [_place(row) for row in self._shown]

    def _fits(self, row: AnnotationRow) -> bool:
        return not self._words or all(word in self._text_of(row) for word in self._words)

    def _text_of(self, row: AnnotationRow) -> str:
        text = self._folded.get(row.id)
        if text is None:
            text = self._folded[row.id] = self._fold(row)
        return text

    def _fold_some(self) -> None:
        """While nothing else is to be done, so that rows are shown at once and filtered at once."""
        some = list(islice(self._unfolded, _SOME))
        for row in some:
            if self._all.get(row.id) is row:
                self._text_of(row)
        if not some:
            self._idle.stop()

    def _put(self, row: AnnotationRow, at: int) -> None:
        fits = self._fits(row)
        if at >= 0 and not fits:
            self._hide(row.id)
        elif at >= 0:
            self._shown[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))
        elif fits:
            at = bisect_left(self._places, _place(row))
            self.beginInsertRows(QModelIndex(), at, at)
            self._shown.insert(at, row)
            self._places.insert(at, _place(row))
            self.endInsertRows()

    def _hide(self, annotation_id: str) -> None:
        at = self.index_of(annotation_id).row()
        if at >= 0:
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._shown[at]
            del self._places[at]
            self.endRemoveRows()

    def _value(self, row: AnnotationRow) -> str:
        claim = row.annotation.claim
        return self._show(claim.quantity) if claim and claim.quantity else ""

    def _fold(self, row: AnnotationRow) -> str:
        annotation, claim = row.annotation, row.annotation.claim
        parts = [annotation.target.exact, annotation.note, *(tag.name for tag in row.tags)]
        if claim:
            parts += [claim.subject, claim.measure, claim.speaker, self._value(row)]
        # A filter word never holds a newline: nothing is found across two parts.
        return "\n".join(fold(part) for part in parts)

    def _spoken(self, row: AnnotationRow) -> str:
        said: Sequence[str] = (
            one_line(row.annotation.target.exact),
            ", ".join(tag.name for tag in row.tags),
            self._value(row),
            "has a note" if row.annotation.note.strip() else "",
            _counted(len(row.relations), "relation"),
            _counted(sum(r.is_open_contradiction for r in row.relations), "open contradiction"),
        )
        return "; ".join(part for part in said if part)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def _place(row: AnnotationRow) -> _Place:
    target = row.annotation.target
    return target.start, target.end, row.annotation.id
