"""The relations as rows: open first, narrowed by words, status and kind.

Sorting and filtering are done here, once a change, over plain values: a proxy model asks for
every row again and again and takes seconds where this takes milliseconds.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from reviewer.domain.views import RelationView
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.ui.models import relation_words as words
from reviewer.ui.models.keyed_list import Index, KeyedListModel
from reviewer.ui.models.look import Ask, Look, Run
from reviewer.ui.models.passage_mime import relations_mime

_ORDER = {Status.OPEN: 0, Status.SUGGESTED: 1, Status.SETTLED: 2, Status.DISMISSED: 3}


class RelationListModel(KeyedListModel[RelationView]):
    """Rows by status, then oldest first (their ids sort by time)."""

    def __init__(self, show: words.Show, parent: QObject | None = None) -> None:
        super().__init__(lambda view: view.relation.id, parent)
        self._show = show
        self._all: dict[str, RelationView] = {}
        self._texts: dict[str, str] = {}
        self._words: tuple[str, ...] = ()
        self._status: Status | None = None
        self._kind: RelationKind | None = None
        self._answers: Mapping[int, Callable[[RelationView], object]] = {
            Qt.ItemDataRole.DisplayRole: words.heading,
            Qt.ItemDataRole.ToolTipRole: self._tooltip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Ask.LOOK: self._look,
            Ask.VALUE: lambda view: view,
        }

    @property
    def total(self) -> int:
        """How many relations there are, shown or not."""
        return len(self._all)

    def find(self, relation_id: str) -> RelationView | None:
        """A relation, shown or not."""
        return self._all.get(relation_id)

    def counts(self) -> dict[Status, int]:
        """How many relations there are of each status, shown or not."""
        found = dict.fromkeys(Status, 0)
        for view in self._all.values():
            found[view.relation.status] += 1
        return found

    def set_rows(self, rows: Iterable[RelationView]) -> None:
        """All relations there are."""
        before, self._all = self._all, {view.relation.id: view for view in rows}
        self._texts = {
            key: text for key, text in self._texts.items() if self._all.get(key) is before[key]
        }
        self._refresh()

    def update_rows(self, changed: Iterable[RelationView], removed: Iterable[str] = ()) -> None:
        """Relations that are new or different, and ids of those that are gone."""
        for view in changed:
            self._all[view.relation.id] = view
            self._texts.pop(view.relation.id, None)
        for relation_id in removed:
            self._all.pop(relation_id, None)
            self._texts.pop(relation_id, None)
        self._refresh()

    def set_filter(
        self, text: str = "", status: Status | None = None, kind: RelationKind | None = None
    ) -> None:
        """Shows the relations that hold every word and have the status and kind, if given."""
        self._words, self._status, self._kind = tuple(text.casefold().split()), status, kind
        self._refresh()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        view, answer = self.row_at(index), self._answers.get(role)
        return None if view is None or answer is None else answer(view)

    def flags(self, index: Index) -> Qt.ItemFlag:
        dragged = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | dragged

    def mimeTypes(self) -> list[str]:
        return ["text/plain", "text/html"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Every side of the relations with its citation."""
        rows = [self.row_at(index) for index in sorted(indexes, key=QModelIndex.row)]
        return relations_mime(row for row in rows if row is not None)

    def _refresh(self) -> None:
        shown = [view for view in self._all.values() if self._fits(view)]
        shown.sort(key=lambda view: (_ORDER[view.relation.status], view.relation.id))
        self.show_rows(shown)

    def _fits(self, view: RelationView) -> bool:
        relation = view.relation
        if self._status not in (None, relation.status) or self._kind not in (None, relation.kind):
            return False
        return not self._words or all(word in self._text(view) for word in self._words)

    def _text(self, view: RelationView) -> str:
        relation = view.relation
        if relation.id not in self._texts:
            self._texts[relation.id] = " ".join(
                (
                    words.heading(view),
                    words.typing(relation),
                    words.standing(relation),
                    relation.rationale,
                    *(words.value(passage, self._show) for passage in view.passages),
                    *(passage.annotation.target.exact for passage in view.passages),
                    *(f"{p.source.title} {p.source.publisher}" for p in view.passages),
                )
            ).casefold()
        return self._texts[relation.id]

    def _look(self, view: RelationView) -> Look:
        relation = view.relation
        typed = (Run(words.sources(view)), Run(f" · {words.typing(relation)}"))
        status = Run(relation.status.label, words.STATUS_ROLE[relation.status])
        values = (Run(words.values(view, self._show), "text"),)
        return Look(words.heading(view), (values, typed), aside=status)

    def _tooltip(self, view: RelationView) -> str:
        return "\n".join(
            (
                words.heading(view),
                *(f"{words.value(p, self._show)}: {p.source.title}" for p in view.passages),
                f"{words.typing(view.relation)} · {words.standing(view.relation)}",
            )
        )

    def _spoken(self, view: RelationView) -> str:
        relation = view.relation
        return (
            f"{words.heading(view)}, {words.values(view, self._show)}, {words.sources(view)}, "
            f"{words.typing(relation)}, {words.standing(relation)}"
        )
