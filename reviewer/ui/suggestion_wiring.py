"""Suggestions joined to the pages of a workspace: who asks for what, and who shows it."""

from typing import TYPE_CHECKING

from reviewer.domain.changes import Changes

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace


class SuggestionWiring:
    """Joins the run that reads texts, both places that show what came of it, and the commands."""

    def __init__(self, workspace: "Workspace") -> None:
        self._space = workspace
        run, commands = workspace.suggesting, workspace.commands
        page = workspace.contradictions.suggestions
        self._claims = workspace.read.suggested, workspace.compare.suggested
        workspace.session.closing.connect(run.stop)
        workspace.session.changed.connect(self._keep_up)
        run.renewed.connect(self._show)
        page.run_requested.connect(run.read_all)
        page.import_requested.connect(lambda: workspace.perform("import_files"))
        for claims in self._claims:
            claims.panel.run_requested.connect(run.read_all)
            claims.panel.import_requested.connect(lambda: workspace.perform("import_files"))
            claims.selected.connect(lambda *_: workspace.enable_commands())
            claims.set_marked(marked=not workspace.preferences.suggestions_hidden)
        page.compare_requested.connect(commands.compare_passages)
        page.passage_requested.connect(commands.go_to_passage)
        for signal in (page.selected, workspace.contradictions.section_changed):
            signal.connect(lambda *_: workspace.enable_commands())
        page.workbench.wants_hint = not workspace.preferences.suggestion_hint_hidden
        page.workbench.hint.dismissed.connect(self._hide_hint)

    @property
    def selected(self) -> str:
        """The key of the suggestion that is selected on the page that is shown; else empty."""
        space = self._space
        shown, judge = space.pages.currentWidget(), space.contradictions
        if shown is space.documents:
            return space.documents.suggested.current_key
        return judge.suggestion_key if shown is judge else ""

    def _keep_up(self, changes: Changes) -> None:
        """Words mean something else, also after an undo: what was read was read with the old."""
        if changes.touched("term"):
            self._space.suggesting.read_all()

    def _hide_hint(self) -> None:
        self._space.preferences.suggestion_hint_hidden = True
        self._space.contradictions.suggestions.workbench.wants_hint = False
        self._space.contradictions.section.setFocus()

    def _show(self) -> None:
        """The texts were read again."""
        self._space.contradictions.suggestions.load()
        for claims in self._claims:
            claims.load()
        self._space.refreshed.emit()
