"""What each command of the table does. The name of a method is the id of its row."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from reviewer.domain.errors import ReviewerError
from reviewer.services import projects, reading, reporting
from reviewer.services.words import counted
from reviewer.ui.chips import chip_icon
from reviewer.ui.dialogs.about import AboutDialog
from reviewer.ui.dialogs.backups import BackupsDialog
from reviewer.ui.dialogs.chooser import Choice, Chooser, command_choices
from reviewer.ui.dialogs.keys import KeysPage
from reviewer.ui.dialogs.properties import PropertiesDialog
from reviewer.ui.dialogs.settings import SettingsDialog
from reviewer.ui.dialogs.trash import TrashDialog
from reviewer.ui.document_commands import DocumentCommands
from reviewer.ui.file_import import FileImport

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace

PROJECT_FILTER = "Reviewer projects (*.review)"
SOURCE_FILTER = "Text and Markdown (*.txt *.text *.md *.markdown);;All files (*)"
REPORT_FILTER = "HTML (*.html)"


class Commands(DocumentCommands):
    """Acts on the workspace it is given; dialogs are opened here and nowhere else."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._keys_page: KeysPage | None = None
        self.importing = FileImport(workspace.session, workspace.window_frame.status)
        self.importing.taken.connect(self._show_source)

    # File

    def new_project(self) -> None:
        """Ask where, and make an empty project there."""
        path = self._ask_save("New project", "Untitled.review", PROJECT_FILTER)
        if path is not None:
            self._space.session.new(path)

    def open_project(self) -> None:
        """Ask which, and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._space, "Open project", str(self._folder()), PROJECT_FILTER
        )
        if name:
            self._space.open(Path(name))

    def open_sample(self) -> None:
        """Open the person's own copy of the sample."""
        self._space.open_sample()

    def import_files(self) -> None:
        """Ask for files and bring them in."""
        names, _ = QFileDialog.getOpenFileNames(
            self._space, "Import sources", str(self._folder()), SOURCE_FILTER
        )
        self.take_files(map(Path, names))

    def take_files(self, paths: Iterable[Path]) -> None:
        """Import the files, or open the one project among them; reading goes on meanwhile."""
        given = list(paths)
        opened = [path for path in given if path.suffix == projects.SUFFIX]
        if opened:
            self._space.open(opened[0])
        self.importing.take([path for path in given if path not in opened])

    def _show_source(self, source_id: str) -> None:
        self._space.show_page(self._space.read)
        self._space.read.open_source(source_id)

    def export_report(self) -> None:
        """Ask where, and write the report there."""
        path = self._ask_save(
            "Export report", f"{self._project.path.stem} report.html", REPORT_FILTER
        )
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the report to a file and say so."""
        self._space.flush()
        try:
            reporting.export_html(self._project, path)
        except ReviewerError as error:
            self._space.session.failed.emit(str(error))
            return
        self._space.session.said.emit(f"Wrote the report to {path}", False)

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

    def show_settings(self) -> None:
        """Name, theme, type size."""
        dialog = SettingsDialog(self._space.preferences, self._space)
        dialog.changed.connect(self._take_settings)
        dialog.exec()

    def _take_settings(self) -> None:
        self._space.session.set_reviewer(self._space.preferences.reviewer)
        self._space.window_frame.apply_look()

    # Edit

    def undo(self) -> None:
        """Take back typing in the field that has the focus, else the last action."""
        if not _undo_typing(QApplication.focusWidget(), redo=False):
            self._space.flush()
            self._space.session.undo()

    def redo(self) -> None:
        """Do again what was undone last, typing first."""
        if not _undo_typing(QApplication.focusWidget(), redo=True):
            self._space.flush()
            self._space.session.redo()

    def search(self) -> None:
        """Put the caret into the search box."""
        box = self._space.top.search
        box.setFocus()
        box.selectAll()

    # Annotate

    def tag_more(self) -> None:
        """Offer every tag for the selected text."""
        if self._space.read.selection is not None:
            self.offer_tags(*self._space.read.selection)

    def offer_tags(self, start: int, end: int) -> None:
        """Pick a tag for a passage by typing, or make a new one."""
        size = self._space.fontMetrics().height()
        choices = [
            Choice(tag.name, tag.key, tag, chip_icon(tag.colour, size, self._space))
            for tag in self._space.read.tags.values()
        ]
        picker = Chooser("Tag with", "Type a tag's name", choices, self._space, "New tag")
        if not picker.exec():
            return
        if picker.typed_new:
            self._space.read.editing.tag_with_new(picker.typed_new, start, end)
        elif picker.picked is not None:
            self._space.read.editing.tag_span(picker.picked.value.id, start, end)  # type: ignore[attr-defined]

    def note_passage(self) -> None:
        """Annotate the selected text and write a note."""
        self._space.read.editing.note_on_selection()

    def make_claim(self) -> None:
        """Read a claim from the annotation's text, and edit it."""
        self._space.show_page(self._space.read)
        self._space.read.editing.make_claim()

    def relate(self) -> None:
        """Start a relation from the selected annotation."""
        self._space.show_page(self._space.read)
        self._space.read.editing.start_relating()

    def delete_annotation(self) -> None:
        """Delete the selected annotation."""
        self._space.read.editing.delete_annotation()

    def next_annotation(self) -> None:
        """Go to the next annotation of the document."""
        self._space.read.view.next_annotation(1)

    def previous_annotation(self) -> None:
        """Go to the annotation before."""
        self._space.read.view.next_annotation(-1)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        self._space.show_page(self._space.read)
        self._space.read.go_back()

    def source_properties(self) -> None:
        """Grade the open source, and correct what is known of it."""
        self.show_properties(self._space.read.source_id)

    def show_properties(self, source_id: str) -> None:
        """Grade and properties of a source."""
        found = reading.source_summaries(self._project, [source_id])
        if found:
            PropertiesDialog(found[0].source, self._space.session, self._space).exec()

    # Decide

    def settle(self) -> None:
        """Settle the selected relation with its verdict and rationale."""
        self._space.contradictions.workbench.form.settle()

    def dismiss(self) -> None:
        """Say that the selected relation is no contradiction, and why."""
        self._space.contradictions.workbench.form.dismiss()

    def reopen(self) -> None:
        """Take the decision on the selected relation back."""
        self._space.contradictions.workbench.form.reopen()

    def remove_relation(self) -> None:
        """Remove the selected relation; its annotations stay."""
        self._space.contradictions.workbench.remove()

    def next_relation(self) -> None:
        """Select the next relation in the list."""
        self._space.show_page(self._space.contradictions)
        self._space.contradictions.workbench.step(1)

    def previous_relation(self) -> None:
        """Select the relation before."""
        self._space.show_page(self._space.contradictions)
        self._space.contradictions.workbench.step(-1)

    # View

    def show_read(self) -> None:
        """Sources, document, annotations."""
        self._space.show_page(self._space.read)
        self._space.read.view.setFocus()

    def show_contradictions(self) -> None:
        """The workbench."""
        self._space.show_page(self._space.contradictions)
        self._space.contradictions.workbench.setFocus()

    def next_pane(self) -> None:
        """Give the focus to the next pane."""
        self._focus_pane(1)

    def previous_pane(self) -> None:
        """Give the focus to the pane before."""
        self._focus_pane(-1)

    def _focus_pane(self, step: int) -> None:
        page = self._space.pages.currentWidget()
        if page is self._space.read:
            self._space.read.focus_pane(step)
        elif page is self._space.contradictions:
            self._space.contradictions.workbench.focus_pane(step)

    # Help

    def show_palette(self) -> None:
        """Every command that can be done now, by name."""
        actions = list(self._space.window_frame.actions_by_id.values())
        chooser = Chooser("All commands", "Type a command", command_choices(actions), self._space)
        if chooser.exec() and chooser.picked is not None:
            chooser.picked.value.trigger()  # type: ignore[attr-defined]

    def show_keys(self) -> None:
        """The page of keys; it may stay open beside the window."""
        if self._keys_page is None:
            self._keys_page = KeysPage(self._space)
        self._keys_page.show()
        self._keys_page.raise_()

    def show_about(self) -> None:
        """Version, schema, licence, where things lie."""
        AboutDialog(self._space).exec()

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
        endings = (".html", ".htm") if kinds == REPORT_FILTER else (projects.SUFFIX,)
        if path.suffix.lower() in endings:
            return path
        path = path.with_name(path.name + endings[0])
        if path.exists():  # the dialog asked about the other name
            self._space.session.failed.emit(f"“{path}” exists already; nothing was changed.")
            return None
        return path


def _undo_typing(field: QWidget | None, *, redo: bool) -> bool:
    """Undo or redo within a text field, if it has the focus and anything to take back."""
    if isinstance(field, QLineEdit):
        available = field.isRedoAvailable() if redo else field.isUndoAvailable()
    elif isinstance(field, QPlainTextEdit) and not field.isReadOnly():
        document = field.document()
        available = document.isRedoAvailable() if redo else document.isUndoAvailable()
    else:
        return False
    if available:
        field.redo() if redo else field.undo()
    return available
