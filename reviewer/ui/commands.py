"""What each command of the table does. The name of a method is the id of its row."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from reviewer.services import projects, reading
from reviewer.ui.chips import chip_icon
from reviewer.ui.dialogs.about import AboutDialog
from reviewer.ui.dialogs.chooser import Choice, Chooser, command_choices
from reviewer.ui.dialogs.keys import KeysPage
from reviewer.ui.dialogs.properties import PropertiesDialog
from reviewer.ui.dialogs.settings import SettingsDialog
from reviewer.ui.file_import import FileImport
from reviewer.ui.project_commands import PROJECT_FILTER, ProjectCommands
from reviewer.ui.suggestion_commands import SuggestionCommands

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace

SOURCE_FILTER = "Text and Markdown (*.txt *.text *.md *.markdown);;All files (*)"


class Commands(SuggestionCommands, ProjectCommands):
    """Acts on the workspace it is given; dialogs are opened here and nowhere else."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._keys_page: KeysPage | None = None
        self.importing = FileImport(workspace.session, workspace.window_frame.status)
        self.importing.taken.connect(self._show_source)
        self.importing.arrived.connect(workspace.suggesting.read_editions)

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

    def show_settings(self) -> None:
        """Name, theme, type size."""
        dialog = SettingsDialog(self._space.preferences, self._space)
        dialog.changed.connect(self._take_settings)
        _show_beside(dialog)

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

    def find(self) -> None:
        """Look for words in the open document."""
        self._space.documents.pane.view.finding.open()

    def find_next(self) -> None:
        """Go to the next place where the words are."""
        self._space.documents.pane.view.finding.step(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._space.documents.pane.view.finding.step(-1)

    def search(self) -> None:
        """Put the caret into the search box."""
        box = self._space.top.search
        box.setFocus()
        box.selectAll()

    # Annotate

    def tag_more(self) -> None:
        """Offer every tag for the selected text."""
        selection = self._space.documents.pane.selection
        if selection is not None:
            self.offer_tags(*selection)

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
            self._space.documents.editing.tag_with_new(picker.typed_new, start, end)
        elif picker.picked is not None:
            self._space.documents.editing.tag_span(picker.picked.value.id, start, end)  # type: ignore[attr-defined]

    def note_passage(self) -> None:
        """Annotate the selected text and write a note."""
        self._space.documents.editing.note_on_selection()

    def make_claim(self) -> None:
        """Read a claim from the annotation's text, and edit it."""
        self._space.documents.editing.make_claim()

    def relate(self) -> None:
        """Start a relation from the selected annotation."""
        self._space.documents.editing.relate_selected()

    def compare(self) -> None:
        """Put the sides of the selected relation, or of the selected annotation's, side by side."""
        self._space.comparing.open_selected()

    def change_ends(self) -> None:
        """Let the arrow keys move the ends of the selected annotation."""
        self._space.documents.pane.view.change_ends()

    def end_later(self) -> None:
        """Take one more word in."""
        self._space.documents.pane.view.ends.step(1, end=True, by_word=True)

    def end_earlier(self) -> None:
        """Leave the last word out."""
        self._space.documents.pane.view.ends.step(-1, end=True, by_word=True)

    def begin_earlier(self) -> None:
        """Take the word before in."""
        self._space.documents.pane.view.ends.step(-1, end=False, by_word=True)

    def begin_later(self) -> None:
        """Leave the first word out."""
        self._space.documents.pane.view.ends.step(1, end=False, by_word=True)

    def delete_annotation(self) -> None:
        """Delete the selected annotation."""
        self._space.documents.editing.delete_annotation()

    def next_annotation(self) -> None:
        """Go to the next annotation of the document."""
        self._space.documents.pane.step(1)

    def previous_annotation(self) -> None:
        """Go to the annotation before."""
        self._space.documents.pane.step(-1)

    def next_with_tag(self) -> None:
        """Go to the next annotation with the same tag, in whichever source."""
        self._space.documents.tag_jumps.step(1)

    def previous_with_tag(self) -> None:
        """Go to the annotation with the same tag before."""
        self._space.documents.tag_jumps.step(-1)

    def go_back(self) -> None:
        """Return to where the last jump began."""
        self._space.show_page(self._space.read)
        self._space.read.go_back()

    def source_properties(self) -> None:
        """Grade the open source, and correct what is known of it."""
        self.show_properties(self._space.documents.pane.source_id)

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
        """Select the next relation, or suggestion, in the list."""
        self._space.show_page(self._space.contradictions)
        self._space.contradictions.section.step(1)

    def previous_relation(self) -> None:
        """Select the relation before."""
        self._space.show_page(self._space.contradictions)
        self._space.contradictions.section.step(-1)

    # View

    def show_read(self) -> None:
        """Sources, document, annotations."""
        self._space.show_page(self._space.read)
        self._space.read.view.setFocus()

    def show_contradictions(self) -> None:
        """The workbench."""
        self._space.show_page(self._space.contradictions)
        self._space.contradictions.section.setFocus()

    def show_compare(self) -> None:
        """Two documents side by side; the one that is read is there already."""
        self._space.comparing.show()

    def show_overview(self) -> None:
        """Values by topic and source, a topic's timeline, tags by source."""
        self._space.show_page(self._space.overview)
        self._space.overview.setFocus()

    def tie_scrolling(self) -> None:
        """Scroll the two documents together, or each alone."""
        self._space.compare.toggle_tie()

    def next_pane(self) -> None:
        """Give the focus to the next pane."""
        self._focus_pane(1)

    def previous_pane(self) -> None:
        """Give the focus to the pane before."""
        self._focus_pane(-1)

    def _focus_pane(self, step: int) -> None:
        page = self._space.pages.currentWidget()
        if page is self._space.documents:
            self._space.documents.focus_pane(step)
        elif page is self._space.contradictions:
            self._space.contradictions.section.focus_pane(step)
        elif page is self._space.overview:
            self._space.overview.focus_pane(step)

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
        _show_beside(AboutDialog(self._space))


def _show_beside(dialog: QDialog) -> None:
    """Without barring the window, and gone for good when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


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
