"""What the commands on the project's file do: copies, backups, trash, checks, exports."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QInputDialog

from reviewer.domain.errors import ReviewerError
from reviewer.services import projects
from reviewer.services.words import counted
from reviewer.ui.dialogs.backups import BackupsDialog
from reviewer.ui.dialogs.trash import TrashDialog

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace

PROJECT_FILTER = "Reviewer projects (*.review)"


class ProjectCommands:
    """The part of ``Commands`` that acts on the file as a whole."""

    def __init__(self, workspace: "Workspace") -> None:
        self._space = workspace

    def export_report(self) -> None:
        """Show the options of an export and what comes of them."""
        self._space.exporting.open()

    def export_again(self) -> None:
        """Write what was written last time, as the project is now."""
        self._space.exporting.again()

    def save_copy(self) -> None:
        """Ask where, and write a copy of the project there; this project stays open."""
        path = self._ask_save("Save a copy as", f"{self._project.path.stem} copy.review",
                              PROJECT_FILTER)  # fmt: skip
        if path is None:
            return
        self._space.flush()
        try:
            projects.save_copy(self._project, path)
        except ReviewerError as error:
            self._space.session.failed.emit(str(error))
            return
        self._space.session.said.emit(f"Saved a copy as {path}", False)

    def show_backups(self) -> None:
        """The checked copies of this project; one can be put beside it and opened."""
        dialog = BackupsDialog(projects.backups_of(self._project.path), self._space)
        if dialog.exec() and dialog.chosen is not None:
            stem = f"{self._project.path.stem} {dialog.chosen.stem[:17].replace('T', ' ')}.review"
            path = self._ask_save("Restore the backup as", stem, PROJECT_FILTER)
            if path is not None:
                self._restore(dialog.chosen, path)

    def _restore(self, backup: Path, path: Path) -> None:
        try:
            projects.restore_backup(backup, path)
        except ReviewerError as error:
            self._space.session.failed.emit(str(error))
            return
        self._space.open(path)

    def show_trash(self) -> None:
        """The removed sources: restore them, or empty the trash for good."""
        TrashDialog(self._space.session, self._space).exec()

    def rename_project(self) -> None:
        """Ask for another title of the project."""
        before = projects.project_title(self._project)
        title, given = QInputDialog.getText(
            self._space, "Rename the project", "Title:", text=before
        )
        title = " ".join(title.split())
        if given and title and title != before:
            self._space.session.run(projects.rename_project, title)

    def renew_search(self) -> None:
        """Make the search index afresh from what is in the project."""
        try:
            projects.renew_search(self._project)
        except ReviewerError as error:
            self._space.session.failed.emit(str(error))
            return
        self._space.session.said.emit("Made the search index again.", False)

    def check_project(self) -> None:
        """Check file, quotes and journal, and tell what came of it."""
        self._space.flush()
        try:
            wrong = projects.check_project(self._project)
        except ReviewerError as error:
            self._space.session.failed.emit(str(error))
            return
        if wrong:
            more = f" And {counted(len(wrong) - 3, 'more finding')}." if len(wrong) > 3 else ""  # noqa: PLR2004
            self._space.session.failed.emit(" ".join(wrong[:3]) + more)
        else:
            self._space.session.said.emit(
                "Checked: the file, every quote and the journal are as they should be.", False
            )

    @property
    def _project(self) -> projects.Project:
        return self._space.session.project

    def _folder(self) -> Path:
        session = self._space.session
        near = session.project.path.parent if session.is_open else None
        return Path.home() if near is None or near == projects.data_folder() else near

    def _ask_save(self, title: str, name: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._space, title, str(self._folder() / name), kinds
        )
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() == projects.SUFFIX:
            return path
        path = path.with_name(path.name + projects.SUFFIX)
        if path.exists():  # the dialog asked about the other name
            self._space.session.failed.emit(f"“{path}” exists already; nothing was changed.")
            return None
        return path
