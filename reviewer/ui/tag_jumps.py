"""From one annotation with a tag to the next, through all sources of the project."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from reviewer.services import reading
from reviewer.ui.passage_desk import PassageDesk
from reviewer.ui.session import Session
from reviewer.ui.views.codebook_tree import CodebookTree

_CHOOSE = "Choose a tag in the codebook, or an annotation that has one."
_CHOOSE_HERE = "Choose an annotation that has a tag."


class TagJumps:
    """Goes on with the tag that the person means; ``show`` shows the annotation with that id.

    That is the codebook's current one while the codebook has the focus; else the one jumped with
    last, if the selected annotation has it; else that annotation's first; else the codebook's.
    A page may have no codebook.
    """

    def __init__(
        self,
        session: Session,
        desk: PassageDesk,
        show: Callable[[str], None],
        codebook: CodebookTree | None = None,
    ) -> None:
        self._session, self._desk, self._show, self._codebook = session, desk, show, codebook
        self._tag_id = ""
        if codebook:
            codebook.next_requested.connect(self.go)

    def step(self, step: int) -> None:
        """The next annotation with the tag (1) or the one before (-1)."""
        tag_id = self._meant()
        if tag_id:
            self.go(tag_id, step)
        else:
            self._session.said.emit(_CHOOSE if self._codebook else _CHOOSE_HERE, False)

    def go(self, tag_id: str, step: int) -> None:
        """The next with this tag, round the ends of the project."""
        self._tag_id = tag_id
        project, pane = self._session.project, self._desk.pane
        tagged = reading.tagged_in_order(project, tag_id)
        name = self._desk.tags[tag_id].name
        if not tagged:
            self._session.said.emit(f"No annotation has the tag “{name}”.", False)
            return
        row = pane.rows.get(pane.annotation_id)
        place = row.annotation.target.start if row else pane.view.caret()
        known = pane.annotation_id if row else ""
        at = reading.step_in_order(project, tagged, (pane.edition_id, place, known), step)
        self._show(tagged[at].id)
        self._session.said.emit(f"{at + 1:,} of {len(tagged):,} tagged as {name}", False)

    def _meant(self) -> str:
        pane, tree, focused = self._desk.pane, self._codebook, QApplication.focusWidget()
        chosen = tree.current.id if tree and tree.current else ""
        if chosen and tree and focused and tree.isAncestorOf(focused):
            return chosen
        row = pane.rows.get(pane.annotation_id)
        held = row.annotation.tag_ids if row else ()
        if self._tag_id in self._desk.tags and (self._tag_id in held or not held):
            return self._tag_id
        return next(iter(held), chosen)
