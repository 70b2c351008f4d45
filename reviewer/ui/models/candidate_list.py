"""The possible other sides of a relation, most alike first, filtered as one types."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Source
from reviewer.domain.views import Candidate, Passage
from reviewer.ui.models.folding import fold
from reviewer.ui.models.row_roles import RowRole, one_line


class CandidateList(QAbstractListModel):
    """Rows of passages; those picked as sides are marked. ``show`` gives a quantity in short."""

    def __init__(self, show: Callable[[Quantity], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._all: list[tuple[str, Passage]] = []
        self._shown: list[Passage] = []
        self._words: tuple[str, ...] = ()
        self._picked: frozenset[str] = frozenset()
        self._cells: dict[int, Callable[[Passage], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda p: one_line(p.annotation.target.exact),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            RowRole.ID: lambda p: p.annotation.id,
            RowRole.DETAIL: lambda p: source_words(p.source),
            RowRole.VALUE: self._value,
            RowRole.PICKED: lambda p: p.annotation.id in self._picked,
        }

    @property
    def total(self) -> int:
        """How many there are, whatever the filter."""
        return len(self._all)

    def passage(self, index: QModelIndex | QPersistentModelIndex) -> Passage | None:
        return self._shown[index.row()] if index.isValid() else None

    def set_candidates(self, candidates: Iterable[Candidate]) -> None:
        self.beginResetModel()
        alike = sorted(candidates, key=lambda candidate: -candidate.likeness)
        self._all = [(self._fold(c.passage), c.passage) for c in alike]
        self._filter()
        self.endResetModel()

    def set_picked(self, annotation_ids: Iterable[str]) -> None:
        """Marks these rows, and no others."""
        self._picked = frozenset(annotation_ids)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))

    def set_filter(self, text: str) -> None:
        """Shows the rows that hold every word of ``text`` in quote, claim or source."""
        words = tuple(fold(text).split())
        if words != self._words:
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
        cell = self._cells.get(role) if index.isValid() else None
        return cell(self._shown[index.row()]) if cell else None

    def _filter(self) -> None:
        self._shown = [p for folded, p in self._all if all(w in folded for w in self._words)]

    def _value(self, passage: Passage) -> str:
        claim = passage.annotation.claim
        return self._show(claim.quantity) if claim and claim.quantity else ""

    def _fold(self, passage: Passage) -> str:
        annotation, source = passage.annotation, passage.source
        parts = [annotation.target.exact, source.title, source_words(source), self._value(passage)]
        if claim := annotation.claim:
            parts += [claim.subject, claim.measure]
        return "\n".join(fold(part) for part in parts)

    def _spoken(self, passage: Passage) -> str:
        said = (
            one_line(passage.annotation.target.exact),
            self._value(passage),
            source_words(passage.source),
            "picked" if passage.annotation.id in self._picked else "",
        )
        return "; ".join(part for part in said if part)


def source_words(source: Source) -> str:
    """ "USIP · 2023-07 · B": who, when, and how reliable."""
    parts = (source.publisher or source.title, source.published, source.reliability or "")
    return " · ".join(part for part in parts if part)
