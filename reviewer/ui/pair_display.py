"""What the Compare page says of the two annotations that are selected, and of their relation."""

from reviewer.domain.views import Passage, RelationView
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.domain.wording import short_quantity_text
from reviewer.services import reading
from reviewer.ui.document_pane import DocumentPane
from reviewer.ui.models.claim_comparison import compared_fields, pair_difference, time_between
from reviewer.ui.models.relation_words import typing, value
from reviewer.ui.session import Session
from reviewer.ui.views.compared_documents import ComparedDocuments
from reviewer.ui.views.sides_bar import Side

_CHOOSE = (
    "Choose a source on each side. In Read and in Contradictions, C opens both passages of a"
    " contradiction here."
)
_SELECT = (
    "Select an annotation in each document to compare what they claim. Drag from one to the other,"
    " or press R, to relate them."
)
_SAME = "The same annotation is selected on both sides."
_NO_CLAIM = "The {} annotation has no claim yet: Ctrl+L reads one from its text."
_SHORT = 20


class PairDisplay:
    """Fills the strip and the bar of sides; ``relation_id`` is the relation that is looked at."""

    def __init__(
        self, session: Session, documents: ComparedDocuments, panes: tuple[DocumentPane, ...]
    ) -> None:
        self._session = session
        self._documents = documents
        self._panes = panes
        self.relation_id = ""

    def show(self, served: DocumentPane) -> None:
        """Bring strip and sides in line with what is selected; a side goes into ``served``."""
        left, right = (pane.passage for pane in self._panes)
        views = self._views(left, right)
        if left is None or right is None:
            is_open = all(pane.source_id for pane in self._panes)
            self._documents.strip.set_empty(_SELECT if is_open else _CHOOSE)
        elif left.annotation.id == right.annotation.id:
            self._documents.strip.set_empty(_SAME)
        else:
            self._compare(left, right, views)
        self._offer_sides(next(iter(views), None), served)

    def _views(self, left: Passage | None, right: Passage | None) -> list[RelationView]:
        """The relation that is looked at, and before it one that both sides belong to."""
        if not self._session.is_open:
            return []
        project = self._session.project
        wanted = [self.relation_id] if self.relation_id else []
        if left and right:
            pair = {left.annotation.id, right.annotation.id}
            shared = [view for view in reading.relations_of(project, [left.annotation.id])
                      if pair <= set(view.relation.members)]  # fmt: skip
            shared.sort(key=lambda view: (view.relation.id != self.relation_id, urgency(view)))
            if shared:
                wanted = [shared[0].relation.id]
        found = list(reading.relations(project, wanted)) if wanted else []
        self.relation_id = found[0].relation.id if found else ""
        return found

    def _compare(self, left: Passage, right: Passage, views: list[RelationView]) -> None:
        strip = self._documents.strip
        pair = {left.annotation.id, right.annotation.id}
        view = next((view for view in views if pair <= set(view.relation.members)), None)
        missing = [
            pane.name.lower() for pane, side in zip(self._panes, (left, right), strict=True)
            if side.annotation.claim is None
        ]  # fmt: skip
        told = _NO_CLAIM.format(missing[0]) if missing else pair_difference(left, right, view)
        strip.set_comparison(compared_fields(left, right), told, time_between(left, right))
        words = f"{typing(view.relation)} · {view.relation.status.label}" if view else ""
        strip.set_relation(words, view.relation.id if view else "", may_relate=True)

    def _offer_sides(self, view: RelationView | None, served: DocumentPane) -> None:
        places = {pane.annotation_id: pane.name for pane in self._panes}
        self._documents.sides.set_sides(
            [
                Side(p.annotation.id, _side_words(p), places.get(p.annotation.id, ""))
                for p in (view.passages if view else ())
            ],
            served.name,
        )


def urgency(view: RelationView) -> tuple[bool, bool]:
    """Sorts open contradictions first, then other contradictions."""
    relation = view.relation
    return relation.kind is not RelationKind.CONTRADICTS, relation.status is not Status.OPEN


def other_side(view: RelationView, annotation_id: str, preferred: str) -> str:
    """The preferred side of a relation if it is one, else the first that is not this one."""
    others = [p.annotation.id for p in view.passages if p.annotation.id != annotation_id]
    return preferred if preferred in others else others[0]


def _side_words(passage: Passage) -> str:
    name = passage.source.publisher or passage.source.title
    return f"{_shortened(value(passage, short_quantity_text))} · {_shortened(name)}"


def _shortened(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"
