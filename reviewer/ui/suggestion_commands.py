"""What the commands on suggestions do: read for them, go to them, decide on them."""

from typing import TYPE_CHECKING

from reviewer.domain.errors import ReviewerError
from reviewer.domain.term import Term
from reviewer.domain.views import Passage
from reviewer.services import lexicon
from reviewer.ui.dialogs.lexicon import LexiconDialog

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace


class SuggestionCommands:
    """The part of ``Commands`` that is about suggestions."""

    _space: "Workspace"

    def suggest_all(self) -> None:
        """Read every source of the project; reading goes on meanwhile."""
        self._space.suggesting.read_all()

    def show_suggestions(self) -> None:
        """The suggested relations, best first."""
        judge = self._space.contradictions
        self._space.show_page(judge)
        judge.show_suggestions(True)
        judge.section.setFocus()

    def show_suggested_claims(self) -> None:
        """The claims that are suggested for the open document, or the one with the focus."""
        documents = self._space.documents
        self._space.show_page(documents)
        documents.suggested.open()

    def mark_suggested_claims(self) -> None:
        """Underline suggested claims in documents, or leave them unmarked."""
        marked = not self._space.read.suggested.are_marked
        for page in (self._space.read, self._space.compare):
            page.suggested.set_marked(marked=marked)
        self._space.preferences.suggestions_hidden = not marked
        told = "underlined" if marked else "not marked"
        self._space.session.said.emit(f"Suggested claims are {told} in documents.", False)

    def accept_suggestion(self) -> None:
        """Make what is suggested."""
        self._decide("accept")

    def edit_suggestion(self) -> None:
        """Make what is suggested, and open it for editing."""
        self._decide("edit")

    def dismiss_suggestion(self) -> None:
        """Make nothing of it, now or later."""
        self._decide("dismiss")

    def _decide(self, name: str) -> None:
        judge = self._space.contradictions
        shown = self._space.pages.currentWidget()
        if shown is judge and judge.shows_suggestions:
            judge.suggestions.workbench.act(name)
        elif shown is self._space.documents:
            self._space.documents.suggested.panel.act(name)

    def show_words(self) -> None:
        """The reviewer's own words: what means the same in the texts of this project."""
        session = self._space.session
        seen = lexicon.terms(session.project)
        dialog = LexiconDialog(seen, self._space)

        def keep(terms: list[Term]) -> None:
            try:
                session.attempt(lexicon.set_terms, seen, terms)
            except ReviewerError as error:
                dialog.answer(str(error))
            else:
                dialog.answer("")

        dialog.kept.connect(keep)
        dialog.exec()

    def compare_passages(self, passages: list[Passage]) -> None:
        """Put the passages of a suggestion side by side."""
        self._space.show_page(self._space.compare)
        self._space.compare.open_passages(passages)

    def go_to_passage(self, passage: Passage) -> None:
        """Open the source of a passage, and light it up."""
        target = passage.annotation.target
        self._space.show_page(self._space.read)
        self._space.read.go_to_passage(passage.source.id, target.start, target.end)
        self._space.read.view.setFocus()
