"""The suggested relations as rows, best first."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt

from reviewer.domain.proposals import RuleRecord, SuggestionView
from reviewer.domain.records import Relation
from reviewer.domain.views import RelationView
from reviewer.domain.vocabulary import Status
from reviewer.ui.models import relation_words as words
from reviewer.ui.models.keyed_list import Index, KeyedListModel
from reviewer.ui.models.look import Ask, Look, Run


class SuggestionListModel(KeyedListModel[SuggestionView]):
    """Rows in the order in which they are given."""

    def __init__(self, show: words.Show, parent: QObject | None = None) -> None:
        super().__init__(lambda view: view.key, parent)
        self._show = show
        self._answers: Mapping[int, Callable[[SuggestionView], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda view: words.heading(as_relation(view)),
            Qt.ItemDataRole.ToolTipRole: lambda view: view.relation.reason,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Ask.LOOK: self._look,
            Ask.VALUE: lambda view: view,
        }

    def set_rows(self, rows: Iterable[SuggestionView]) -> None:
        """All suggestions, best first."""
        self.show_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        view, answer = self.row_at(index), self._answers.get(role)
        return None if view is None or answer is None else answer(view)

    def _look(self, view: SuggestionView) -> Look:
        shown = as_relation(view)
        typed = (Run(words.sources(shown)), Run(f" · {words.typing(shown.relation)}"))
        values = (Run(words.values(shown, self._show), "text"),)
        return Look(words.heading(shown), (values, typed), aside=Run(score(view)))

    def _spoken(self, view: SuggestionView) -> str:
        shown = as_relation(view)
        return (
            f"{words.heading(shown)}, {words.values(shown, self._show)}, {words.sources(shown)}, "
            f"{words.typing(shown.relation)}, suggested with {score(view)} of 100. "
            f"{view.relation.reason}"
        )


def as_relation(view: SuggestionView) -> RelationView:
    """The relation that accepting would make."""
    given = view.relation
    members = tuple(passage.annotation.id for passage in view.passages)
    relation = Relation(view.key, given.kind, members, given.dimension, Status.SUGGESTED)
    return RelationView(relation, view.passages)


def score(view: SuggestionView) -> str:
    """How sure it is, of 100."""
    return f"{round(view.score * 100)}"


def rule_words(view: SuggestionView) -> str:
    """Which rule suggests it, in which version, how sure, and how it has done in this project."""
    rule, record = view.relation, view.record
    return f"Rule {rule.rule} v{rule.version} · {score(view)} of 100 · {record_words(record)}"


def record_words(record: RuleRecord) -> str:
    """What became of the rule's suggestions so far."""
    if not record.decided:
        return "not decided on yet in this project"
    share = round(100 * record.kept / record.decided)
    return f"kept {record.kept} of {record.decided} in this project ({share} %)"
