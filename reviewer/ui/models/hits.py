"""What a search found, grouped by where it was found; each group has a heading row."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reviewer.domain.views import Hit, HitKind
from reviewer.ui.models.keyed_list import Index
from reviewer.ui.models.look import Ask

GROUPS = {
    HitKind.SOURCE: "Sources",
    HitKind.TEXT: "Texts",
    HitKind.ANNOTATION: "Annotations",
    HitKind.NOTE: "Notes",
    HitKind.RATIONALE: "Rationales",
}
"""In the order in which they are shown."""


class HitModel(QAbstractListModel):
    """``Ask.VALUE`` of a row is a Hit, or the words of a heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit | str] = []

    def set_hits(self, hits: Iterable[Hit]) -> None:
        """Best first; within a group that order stays."""
        found = list(hits)
        self.beginResetModel()
        self._rows = []
        for kind, name in GROUPS.items():
            group = [hit for hit in found if hit.kind is kind]
            if group:
                self._rows += [f"{name} ({len(group)})", *group]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Ask.VALUE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else f"{row.snippet}, {row.title}"
        return None

    def step(self, start: int, by: int) -> QModelIndex:
        """The next hit below (1) or above (-1) a row; an invalid index beyond the ends."""
        row = start + by
        while 0 <= row < len(self._rows):
            if not isinstance(self._rows[row], str):
                return self.index(row)
            row += by
        return QModelIndex()
