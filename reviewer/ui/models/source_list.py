"""The sources as rows: what they are called, where they come from, what was found in them."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt

from reviewer.domain.grades import RELIABILITY_HELP
from reviewer.domain.views import SourceSummary
from reviewer.ui.models.keyed_list import Index, KeyedListModel
from reviewer.ui.models.look import Ask, Look, Run

UNGRADED = "\N{EN DASH}"
"""Stands where a grade will be."""


class SourceListModel(KeyedListModel[SourceSummary]):
    """Rows in the order of ``source.position``, filtered by words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.source.id, parent)
        self._all: tuple[SourceSummary, ...] = ()
        self._words: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many sources there are, shown or not."""
        return len(self._all)

    def set_rows(self, rows: Iterable[SourceSummary]) -> None:
        """All sources there are."""
        self._all = tuple(sorted(rows, key=lambda row: row.source.position))
        self._refresh()

    def update_rows(self, changed: Iterable[SourceSummary], removed: Iterable[str] = ()) -> None:
        """Rows that are new or different, and ids of sources that are gone."""
        by_id = {row.source.id: row for row in self._all}
        by_id.update((row.source.id, row) for row in changed)
        for source_id in removed:
            by_id.pop(source_id, None)
        self.set_rows(by_id.values())

    def set_filter(self, words: str) -> None:
        """Shows the sources whose title, publisher, author or date hold every word."""
        self._words = tuple(words.casefold().split())
        self._refresh()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        answer = _ANSWERS.get(role)
        return None if answer is None else answer(row)

    def _refresh(self) -> None:
        self.show_rows(row for row in self._all if self._fits(row))

    def _fits(self, row: SourceSummary) -> bool:
        source = row.source
        text = f"{source.title} {source.publisher} {source.author} {source.published}".casefold()
        return all(word in text for word in self._words)


def _look(row: SourceSummary) -> Look:
    source = row.source
    where = (
        Run(source.publisher or "publisher not given"),
        Run(f" · {source.published or 'undated'}"),
    )
    found = [Run(_claims(row))]
    if row.open_contradictions:
        found.append(Run(f" · {row.open_contradictions} open", "warning"))
    return Look(source.title, (where, tuple(found)), badge=source.reliability or UNGRADED)


def _claims(row: SourceSummary) -> str:
    return "1 claim" if row.claims == 1 else f"{row.claims} claims"


def _contradictions(row: SourceSummary) -> str:
    many = row.open_contradictions
    return "1 open contradiction" if many == 1 else f"{many} open contradictions"


def _grade(row: SourceSummary) -> str:
    grade = row.source.reliability
    if grade is None:
        return "Reliability not graded yet"
    return f"Reliability {grade}: {grade.label}. {RELIABILITY_HELP[grade]}"


def _tooltip(row: SourceSummary) -> str:
    source = row.source
    date = source.published or "undated"
    basis = f" ({source.date_basis})" if source.date_basis else ""
    return "\n".join(
        (
            source.title,
            f"{source.publisher or 'publisher not given'} · {date}{basis}",
            _grade(row),
            f"{row.annotations} annotations, {_claims(row)}, {_contradictions(row)}",
        )
    )


def _spoken(row: SourceSummary) -> str:
    source = row.source
    return (
        f"{source.title}, {source.publisher}, {source.published or 'undated'}, "
        f"{_grade(row)}, {_claims(row)}, {_contradictions(row)}"
    )


_ANSWERS: Mapping[int, Callable[[SourceSummary], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda row: row.source.title,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Ask.LOOK: _look,
    Ask.VALUE: lambda row: row,
}
