"""What fills the window once a project can be opened: pages, search, and every command."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.changes import Changes
from reviewer.domain.errors import ReviewerError
from reviewer.domain.views import Hit, HitKind
from reviewer.services import history, reading
from reviewer.services.sample import sample_path
from reviewer.services.words import counted
from reviewer.ui.actions import COMMANDS, Needs
from reviewer.ui.commands import Commands
from reviewer.ui.compare_page import ComparePage
from reviewer.ui.comparing import Comparing
from reviewer.ui.contradictions_page import ContradictionsPage
from reviewer.ui.exporting import Exporting
from reviewer.ui.idle_backup import IdleBackup
from reviewer.ui.main_window import MainWindow
from reviewer.ui.metrics import em
from reviewer.ui.overview_page import OverviewPage
from reviewer.ui.overviewing import Overviewing
from reviewer.ui.read_page import ReadPage
from reviewer.ui.remembering import Remembering
from reviewer.ui.searching import Searcher
from reviewer.ui.session import Session
from reviewer.ui.start_page import StartPage
from reviewer.ui.suggesting import SuggestionRun
from reviewer.ui.suggestion_wiring import SuggestionWiring
from reviewer.ui.top_bar import TopBar
from reviewer.ui.views.document_view import DocumentView
from reviewer.ui.views.hint_strip import HintStrip

_HINT = (
    "Select a passage and press 1 to 9 to tag it. R marks a contradiction of the selected"
    " annotation. F1 lists all keys."
)

_ROOMY = 24
"""Em of height below which the hint makes room for the pages."""


class Workspace(QWidget):
    """Joins session, pages and frame; says which commands can be done now."""

    refreshed = Signal()  # after every change, once all views show it

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window_frame = window
        self.preferences = window.preferences
        self.session = Session(self.preferences.reviewer, self)
        self.top = TopBar()
        self.start = StartPage()
        self.read = ReadPage(self.session)
        self.contradictions = ContradictionsPage(self.session)
        self.compare = ComparePage(self.session)
        self.overview = OverviewPage(self.session)
        self.hint = HintStrip(_HINT)
        self.pages = QStackedWidget()
        for page in (self.start, self.read, self.contradictions, self.compare, self.overview):
            self.pages.addWidget(page)
        self.suggesting = SuggestionRun(self.session, window.status)
        self.commands = Commands(self)
        self.exporting = Exporting(self)
        self._warned_of: tuple[str, ...] = ()
        self.backup = IdleBackup(self.session, window.status, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.hint)
        self._connect()
        self.remembering = Remembering(self)
        self.session.closing.connect(self.remembering.keep_project)
        self.dress()
        self._offer_recent()
        self.show_page(self.start)
        self.enable_commands()

    def _connect(self) -> None:
        session, window = self.session, self.window_frame
        session.may_leave = self.may_leave
        session.opened.connect(self._opened)
        session.closing.connect(self.flush)
        session.closing.connect(self.commands.importing.stop)
        session.closing.connect(self.backup.finish)
        session.closing.connect(self.exporting.stop)
        session.closed.connect(self._closed)
        session.changed.connect(self._changed)
        session.said.connect(window.status.say)
        session.said.connect(lambda *_: window.messages.hide())
        session.failed.connect(window.messages.say)
        window.files_dropped.connect(lambda names: self.commands.take_files(map(Path, names)))
        window.retyped.connect(self.dress)
        for view in self.document_views:
            view.zoom_requested.connect(window.scale_reading)
        self.hint.dismissed.connect(self._hide_hint)
        self.top.page_chosen.connect(self.perform)
        self.searcher = Searcher(session)
        self.top.search.query_changed.connect(self.searcher.ask)
        self.searcher.found.connect(self.top.search.set_hits)
        self.top.search.hit_activated.connect(self.go_to_hit)
        self.start.command_requested.connect(self.perform)
        self.start.project_requested.connect(lambda path: self.open(Path(path)))
        read, judge = self.read, self.contradictions
        read.relation_requested.connect(self.show_relation)
        read.import_requested.connect(lambda: self.perform("import_files"))
        read.files_dropped.connect(lambda names: self.commands.take_files(map(Path, names)))
        read.tags_requested.connect(self.commands.offer_tags)
        read.properties_requested.connect(self.commands.show_properties)
        read.source_left.connect(self._remember_reading)
        read.source_changed.connect(self._source_changed)
        for signal in (read.annotation_changed, read.selection_changed, judge.relation_changed):
            signal.connect(lambda *_: self.enable_commands())
        judge.jump_requested.connect(self.go_to_annotation)
        judge.open_count_changed.connect(self.top.set_open_contradictions)
        self.compare.state_changed.connect(self.enable_commands)
        self.comparing: Comparing = Comparing(self)
        self.overviewing: Overviewing = Overviewing(self)
        self.suggestions: SuggestionWiring = SuggestionWiring(self)

    # Opening and closing

    def open_first(self, project: Path | None) -> None:
        """What a start opens: the project named, else the last one, else the sample."""
        if project is not None:
            self.open(project)
            return
        last = next((path for path in self.preferences.recent if path.exists()), None)
        if last is not None and self.open(last):
            return
        why = self.window_frame.messages.text()
        if self.open_sample() and why:
            self.window_frame.messages.say(why)

    def open(self, path: Path) -> bool:
        """Open a project; on failure the present one stays, and why is said."""
        return self.session.open(path) and self.session.is_open

    def open_sample(self) -> bool:
        """Open the person's own copy of the sample, making it on the first start."""
        return self.session.open_sample(sample_path()) and self.session.is_open

    def _opened(self) -> None:
        try:
            self._show_project()
        except ReviewerError as error:  # damage that shows only where it is read
            self.session.close()
            self.window_frame.messages.say(str(error))

    def _show_project(self) -> None:
        project = self.session.project
        self.preferences.add_recent(project.path)
        self._offer_recent()
        self.window_frame.messages.hide()
        self.window_frame.setWindowTitle(f"{reading.title(project)} — Reviewer")
        self.read.load(self.preferences.place(project.path))
        self.contradictions.load()
        self.compare.load()
        self.remembering.restore_filters()
        self.overviewing.load()
        self.show_page(self.read)
        self._tell_state()
        self.enable_commands()
        self.read.view.setFocus()
        self.refreshed.emit()

    def _offer_recent(self) -> None:
        """Put the projects opened last into the menu and on the start page."""
        paths = [path for path in self.preferences.recent if path.is_file()]
        self.start.set_recent(paths)
        menu = self.window_frame.recent_menu
        menu.clear()
        menu.setEnabled(bool(paths))
        for path in paths:
            action = menu.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.open(path))

    def _closed(self) -> None:
        self._offer_recent()
        self.read.clear()
        self.contradictions.clear()
        self.compare.clear()
        self.overview.clear()
        self.window_frame.setWindowTitle("Reviewer")
        self.window_frame.status.say("", can_undo=False)  # it was of this project
        self.top.search.clear()
        self.show_page(self.start)
        self._tell_state()
        self.enable_commands()

    def may_close(self) -> bool:
        """Commit what is being typed, and let go of the project, if that may be."""
        if not self.may_leave():
            return False
        self.remembering.keep_layout()
        self.session.close()
        return True

    def may_leave(self) -> bool:
        """Commit what is being typed; a field that holds what cannot be stored says no, once."""
        refused: list[str] = []
        listening = self.session.failed.connect(refused.append)
        self.flush()
        self.session.failed.disconnect(listening)
        unsaved = self._unsaved() if self.session.is_open else ()
        if unsaved and unsaved != self._warned_of:
            self._warned_of = unsaved
            why = refused[-1] if refused else "Correct it."
            self.window_frame.messages.say(
                f"Not saved: {', '.join(unsaved)}. {why} To leave it unsaved, do it again."
            )
            return False
        return True

    def _unsaved(self) -> tuple[str, ...]:
        """The fields that hold what could not be stored; the page of the first is shown."""
        decision = ("Decision",) if self.contradictions.workbench.form.is_unsaved else ()
        pages: tuple[tuple[QWidget, tuple[str, ...]], ...] = (
            (self.compare, self.compare.panel.unsaved()),
            (self.read, self.read.panel.unsaved()),
            (self.contradictions, decision),
        )
        held = [(page, fields) for page, fields in pages if fields]
        if held:
            self.show_page(held[0][0])
        return tuple(field for _, fields in held for field in fields)

    def flush(self) -> None:
        """Commit what is being typed, on every page; keep where one reads."""
        self._remember_reading(self.read.source_id)
        self.read.flush()
        self.contradictions.flush()
        self.compare.flush()

    # Keeping up

    def _changed(self, changes: Changes) -> None:
        self.read.refresh(changes)
        self.contradictions.refresh(changes)
        self.compare.refresh(changes)
        self.overview.refresh(changes)
        if changes.touched("project"):
            title = reading.title(self.session.project)
            self.window_frame.setWindowTitle(f"{title} — Reviewer")
        self._tell_state()
        self.enable_commands()
        self.backup.note_change()
        self.exporting.refresh()
        self.refreshed.emit()

    def _tell_state(self) -> None:
        if not self.session.is_open:
            self.window_frame.status.set_state("")
            return
        sources = len(reading.source_ids(self.session.project))
        self.window_frame.status.set_state(f"{counted(sources, 'source')} · saved")

    def _source_changed(self, source_id: str) -> None:
        if self.session.is_open and source_id:
            path = self.session.project.path
            self.preferences.set_place(path, source_id)
            self.read.view.set_top_offset(self.preferences.reading_place(path, source_id))
        self._show_hint()
        self.enable_commands()

    def _remember_reading(self, source_id: str) -> None:
        if source_id:
            place = self.read.view.top_offset()
            self.preferences.set_reading_place(self.session.project.path, source_id, place)

    def enable_commands(self) -> None:
        """Say which commands can be done now."""
        page = self.pages.currentWidget()  # what is not in sight is not acted upon
        reads, judges = page is self.documents, page is self.contradictions
        pane, judged = self.documents.pane, self.contradictions.relation_id
        proposed = self.suggestions.selected
        both = (
            self.overview.can_compare if page is self.overview else judges and (judged or proposed)
        )
        has = {
            Needs.NOTHING: True,
            Needs.PROJECT: self.session.is_open,
            Needs.SOURCE: reads and bool(pane.source_id),
            Needs.SELECTION: reads and pane.selection is not None,
            Needs.ANNOTATION: reads and bool(pane.annotation_id),
            Needs.RELATION: judges and bool(judged),
            Needs.COMPARABLE: bool(pane.annotation_id if reads else both),
            Needs.PAIR: page is self.compare,
            Needs.SUGGESTION: bool(proposed),
        }
        actions = self.window_frame.actions_by_id
        for row in COMMANDS:
            actions[row.id].setEnabled(has[row.needs])
        undo = history.next_undo(self.session.project) if self.session.is_open else ""
        redo = history.next_redo(self.session.project) if self.session.is_open else ""
        for key, verb, label in (("undo", "Undo", undo), ("redo", "Redo", redo)):
            actions[key].setEnabled(bool(label))
            actions[key].setText(f"{verb}: {label}" if label else verb)
        self.top.setEnabled(self.session.is_open)

    # Going somewhere

    def perform(self, command_id: str) -> None:
        """Do the command with that id."""
        getattr(self.commands, command_id)()

    @property
    def documents(self) -> ReadPage | ComparePage:
        """The page whose documents are acted upon: Compare while it is shown, else Read."""
        return self.compare if self.pages.currentWidget() is self.compare else self.read

    @property
    def document_views(self) -> tuple[DocumentView, ...]:
        """Every view of a document that there is."""
        return self.read.view, *(pane.view for pane in self.compare.panes)

    def show_page(self, page: QWidget) -> None:
        """Read, Contradictions, Compare, or the start page."""
        if self.pages.currentWidget() is not page:
            self.flush()
        if page is self.compare and self.session.is_open:
            self.compare.catch_up()
        self.pages.setCurrentWidget(page)
        self.top.setVisible(page is not self.start)
        self._show_hint()
        shows = {self.contradictions: "show_contradictions", self.compare: "show_compare",
                 self.overview: "show_overview"}  # fmt: skip
        self.top.set_page(shows.get(page, "show_read"))
        self.enable_commands()

    def show_relation(self, relation_id: str) -> None:
        """Open a relation in the workbench."""
        self.show_page(self.contradictions)
        self.contradictions.show_relation(relation_id)

    def go_to_annotation(self, annotation_id: str) -> None:
        """Open an annotation in its document."""
        self.show_page(self.read)
        self.read.go_to_annotation(annotation_id)

    def go_to_hit(self, hit: Hit) -> None:
        """Go where a search result is."""
        if hit.kind is HitKind.RATIONALE:
            self.show_relation(hit.relation_id)
            return
        self.show_page(self.read)
        if hit.annotation_id:
            self.read.go_to_annotation(hit.annotation_id)
        else:
            self.read.go_to_passage(hit.source_id, hit.start, hit.end)
        self.read.view.setFocus()

    # Look

    def _show_hint(self) -> None:
        """Where there is a text to select in, until it was put away."""
        reading_now = self.pages.currentWidget() is self.read and bool(self.read.source_id)
        roomy = self.height() >= em(self, _ROOMY)
        self.hint.setVisible(reading_now and roomy and not self.preferences.hint_hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()

    def _hide_hint(self) -> None:
        self.preferences.hint_hidden = True
        self.read.view.setFocus()

    def dress(self) -> None:
        """Take over the preferred type for reading."""
        self.compare.scrolling.settle_later()
        for view in self.document_views:
            view.set_reading_type(self.preferences.reading)
