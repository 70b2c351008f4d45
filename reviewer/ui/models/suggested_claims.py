"""The suggested claims of one document as rows, in reading order."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt

from reviewer.domain.proposals import ClaimProposal
from reviewer.ui.models.keyed_list import Index, KeyedListModel
from reviewer.ui.models.look import Ask, Look, Run
from reviewer.ui.models.relation_words import Show
from reviewer.ui.models.row_roles import one_line


class SuggestedClaimsModel(KeyedListModel[ClaimProposal]):
    """Rows in the order in which they are given; ``show`` puts a quantity into words."""

    def __init__(self, show: Show, parent: QObject | None = None) -> None:
        super().__init__(lambda each: each.key, parent)
        self._show = show
        self._answers: Mapping[int, Callable[[ClaimProposal], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda each: one_line(each.claim.exact),
            Qt.ItemDataRole.ToolTipRole: self._words,
            Qt.ItemDataRole.AccessibleTextRole: self._words,
            Ask.LOOK: self._look,
            Ask.VALUE: lambda each: each,
        }

    def set_rows(self, rows: Iterable[ClaimProposal]) -> None:
        """All suggested claims of the document."""
        self.show_rows(rows)

    def first_behind(self, offset: int) -> Index:
        """The first claim that ends behind an offset of the text; the last if none does."""
        places = range(self.rowCount())
        behind = (n for n in places if self._rows[n].claim.end > offset)
        return self.index(next(behind, self.rowCount() - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, answer = self.row_at(index), self._answers.get(role)
        return None if row is None or answer is None else answer(row)

    def _look(self, row: ClaimProposal) -> Look:
        claim = row.claim.claim
        value = self._show(claim.quantity) if claim.quantity else ""
        as_of = Run(f" · as of {claim.as_of}" if claim.as_of else "")
        return Look(
            one_line(row.claim.exact), ((Run(topic_words(row)),), (Run(value, "text"), as_of))
        )

    def _words(self, row: ClaimProposal) -> str:
        claim = row.claim.claim
        value = self._show(claim.quantity) if claim.quantity else ""
        as_of = f"as of {claim.as_of}" if claim.as_of else ""
        parts = (f"“{one_line(row.claim.exact)}”", topic_words(row), value, as_of, claim.speaker)
        return ", ".join(filter(None, parts))


def topic_words(row: ClaimProposal) -> str:
    """What the claim is about, as far as the text tells."""
    claim = row.claim.claim
    return ": ".join(filter(None, (claim.subject, claim.measure))) or "no topic read"
