"""The ways to the Compare page and from it: one key from wherever two passages disagree."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace


class Comparing:
    """Joins the Compare page to the other pages of a workspace."""

    def __init__(self, workspace: "Workspace") -> None:
        self._space = workspace
        page, read, judge = workspace.compare, workspace.read, workspace.contradictions
        page.relation_requested.connect(workspace.show_relation)
        page.files_dropped.connect(self._take_files)
        page.tags_requested.connect(workspace.commands.offer_tags)
        page.tie_changed.connect(self._remember_tie)
        page.set_tied(tied=workspace.preferences.scrolls_together)
        read.right.compare_requested.connect(self.open_annotation)
        judge.compare_requested.connect(self.open_relation)

    def show(self) -> None:
        """The page, with the source that is read on the left unless something is there."""
        read, page = self._space.read, self._space.compare
        self._space.show_page(page)
        self._space.remembering.restore_compared()
        page.start_with(read.source_id, read.annotation_id)
        page.pane.view.setFocus()

    def open_selected(self) -> None:
        """Compare the selected relation, or the selected annotation with its other side."""
        shown = self._space.pages.currentWidget()
        if shown is self._space.contradictions and self._space.contradictions.shows_suggestions:
            self._space.contradictions.suggestions.workbench.act("compare")
        elif shown is self._space.contradictions:
            self.open_relation(self._space.contradictions.workbench.current_id)
        elif shown is self._space.compare:
            self._space.compare.compare_selected()
        elif shown is self._space.overview:
            self._space.overview.compare()
        else:
            self.open_annotation(self._space.read.annotation_id)

    def open_relation(self, relation_id: str) -> None:
        """Both passages of a relation side by side."""
        self._space.show_page(self._space.compare)
        self._space.compare.open_relation(relation_id)

    def open_pair(self, first_id: str, other_id: str) -> None:
        """Two annotations side by side, related or not."""
        self._space.show_page(self._space.compare)
        self._space.compare.open_pair(first_id, other_id)

    def open_annotation(self, annotation_id: str, relation_id: str = "") -> None:
        """An annotation beside the other side of a relation of it."""
        self._space.show_page(self._space.compare)
        self._space.compare.open_annotation(annotation_id, relation_id)

    def _take_files(self, names: list[Path]) -> None:
        self._space.commands.take_files(map(Path, names))

    def _remember_tie(self, tied: bool) -> None:
        self._space.preferences.scrolls_together = tied
        told = "The documents scroll together." if tied else "Each document scrolls alone."
        self._space.session.said.emit(told, False)
