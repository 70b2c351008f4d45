"""What is remembered beyond the window: splitters for the person; filters and places a project."""

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace


class Remembering(QObject):
    """Keeps what the person has moved, and only that: the rest goes on fitting the window."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._space = workspace
        self._chosen: set[str] = set()
        documents = workspace.compare.documents
        documents.arranged.connect(self._restore_documents)
        self._splitters = {
            "panes": workspace.read.panes,
            "left": workspace.read.left,
            "annotations": workspace.read.panel.splitter,
            "compare": workspace.compare.across,
            "compare annotations": workspace.compare.panel.splitter,
            "contradictions": workspace.contradictions.workbench.splitter,
        }
        for name, splitter in self._splitters.items():
            splitter.splitterMoved.connect(lambda *_, name=name: self._chosen.add(name))
            self._restore(name, splitter)
        for splitter in documents.splitters.values():
            splitter.splitterMoved.connect(lambda *_: self._chosen.update(documents.splitters))
        self._restore_documents()

    def keep_layout(self) -> None:
        """Note how the person has divided the window."""
        for name, splitter in (self._splitters | self._space.compare.documents.splitters).items():
            if name in self._chosen:
                self._space.preferences.set_layout(name, splitter.saveState())

    def keep_project(self) -> None:
        """Note the filters, and what stands side by side, of the project that is being closed."""
        preferences, path = self._space.preferences, self._space.session.project.path
        filters = self._space.contradictions.workbench.filters
        preferences.keep(path, "filters", json.dumps(filters))
        panes = self._space.compare.panes
        if any(pane.source_id for pane in panes):
            places = [(pane.source_id, pane.view.top_offset()) for pane in panes]
            preferences.keep(path, "compared", json.dumps(places))

    def restore_filters(self) -> None:
        """Filter the relations of the project that was just opened as they were."""
        self._space.contradictions.workbench.set_filters(self._kept("filters"))

    def restore_compared(self) -> None:
        """Put side by side what was so when the project was closed, unless something is."""
        panes = self._space.compare.panes
        if any(pane.source_id for pane in panes):
            return
        opened = [
            (pane.view, offset)
            for pane, (source_id, offset) in zip(panes, self._kept("compared"), strict=False)
            if source_id and pane.open_source(source_id)
        ]
        for view, offset in opened:  # once all stand there: a document beside it narrows a text
            view.set_top_offset(offset)

    def _kept(self, what: str) -> list[Any]:
        return self._space.preferences.kept_list(self._space.session.project.path, what)

    def _restore_documents(self) -> None:
        for name, splitter in self._space.compare.documents.splitters.items():
            self._restore(name, splitter)

    def _restore(self, name: str, splitter: QSplitter) -> None:
        state = self._space.preferences.layout(name)
        if state is not None and splitter.restoreState(state):
            splitter.splitterMoved.emit(0, 0)  # as if it had been moved: its page leaves it alone
