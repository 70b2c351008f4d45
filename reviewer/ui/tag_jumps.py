"""From one annotation with a tag to the next, through all sources of the project."""

from typing import TYPE_CHECKING

from reviewer.services import reading
from reviewer.ui.session import Session

if TYPE_CHECKING:
    from reviewer.ui.read_page import ReadPage


class TagJumps:
    """Goes on with the tag that the person means.

    That is the codebook's current one while the codebook has the focus; else the one jumped with
    last, if the selected annotation has it; else that annotation's first; else the codebook's.
    """

    def __init__(self, session: Session, page: "ReadPage") -> None:
        self._session, self._page = session, page
        self._tag_id = ""
        page.codebook.next_requested.connect(self.go)

    def step(self, step: int) -> None:
        """The next annotation with the tag (1) or the one before (-1)."""
        tag_id = self._meant()
        if tag_id:
            self.go(tag_id, step)
        else:
            self._session.said.emit(
                "Choose a tag in the codebook, or an annotation that has one.", False
            )

    def go(self, tag_id: str, step: int) -> None:
        """The next with this tag, round the ends of the project."""
        self._tag_id = tag_id
        project, page = self._session.project, self._page
        tagged = reading.tagged_in_order(project, tag_id)
        name = page.tags[tag_id].name
        if not tagged:
            self._session.said.emit(f"No annotation has the tag “{name}”.", False)
            return
        row = page.panel.model.row(page.annotation_id)
        place = row.annotation.target.start if row else page.view.caret()
        known = page.annotation_id if row else ""
        at = reading.step_in_order(project, tagged, (page.edition_id, place, known), step)
        page.go_to_annotation(tagged[at].id)
        self._session.said.emit(f"{at + 1:,} of {len(tagged):,} tagged as {name}", False)

    def _meant(self) -> str:
        page, current = self._page, self._page.codebook.current
        chosen = current.id if current else ""
        focused = page.focusWidget()
        if chosen and focused and page.codebook.isAncestorOf(focused):
            return chosen
        row = page.panel.model.row(page.annotation_id)
        held = row.annotation.tag_ids if row else ()
        if self._tag_id in page.tags and (self._tag_id in held or not held):
            return self._tag_id
        return next(iter(held), chosen)
