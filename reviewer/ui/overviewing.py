"""The ways from the Overview page: to a passage, to Compare, and into files."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from reviewer.domain.errors import ReviewerError
from reviewer.exchange.drawing import Drawing
from reviewer.ui.overview_pictures import save

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_MEMORY, _SPLITTER = "overview", "overview"
_LONGEST = 80


class Overviewing:
    """Joins the Overview page to the other pages of a workspace."""

    def __init__(self, workspace: "Workspace") -> None:
        self._space = workspace
        page = workspace.overview
        page.jump_requested.connect(workspace.go_to_annotation)
        page.compare_requested.connect(workspace.comparing.open_relation)
        page.pair_requested.connect(workspace.comparing.open_pair)
        page.read_requested.connect(lambda: workspace.perform("show_read"))
        page.save_requested.connect(self.ask_and_save)
        page.state_changed.connect(workspace.enable_commands)
        workspace.session.closing.connect(self.remember)
        workspace.session.closing.connect(page.keeper.stop)
        page.keeper.started.connect(workspace.window_frame.status.watch)
        state = workspace.preferences.layout(_SPLITTER)
        if state is not None:
            page.panes.down.restoreState(state)

    def load(self) -> None:
        """Begin where the person left the page when this project was last open."""
        path = self._space.session.project.path
        self._space.overview.load(self._space.preferences.kept(path, _MEMORY))

    def remember(self) -> None:
        """Keep filter, order, place and how the page is split."""
        page, preferences = self._space.overview, self._space.preferences
        preferences.keep(self._space.session.project.path, _MEMORY, page.memory())
        preferences.set_layout(_SPLITTER, page.panes.down.saveState())

    def ask_and_save(self, drawing: Drawing, name: str, kind: str) -> None:
        """Ask where, and write the picture there."""
        fit = _UNFIT.sub(" ", name)[:_LONGEST].strip()
        near = self._space.session.project.path.parent / f"{fit}.{kind}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._space, "Save picture", str(near), f"{kind.upper()} (*.{kind})"
        )
        if chosen:
            self.save(drawing, Path(chosen), kind)

    def save(self, drawing: Drawing, path: Path, kind: str) -> None:
        """Write the picture and say so; a name without an ending gets one."""
        say = self._space.session
        target = path
        if path.suffix.lower() != f".{kind}":
            target = path.with_name(f"{path.name}.{kind}")
            if target.exists():  # the dialog asked about the other name
                say.failed.emit(f"“{target}” exists already; nothing was changed.")
                return
        try:
            save(drawing, target, self._space.font())
        except ReviewerError as error:
            say.failed.emit(str(error))
            return
        say.said.emit(f"Wrote the picture to {target}", False)
