"""The Contradictions page: the workbench wired to the session."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.changes import Changes
from reviewer.domain.views import RelationView
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.domain.wording import quantity_text
from reviewer.services import reading, relating
from reviewer.ui.actions import command
from reviewer.ui.models.claim_comparison import difference_of
from reviewer.ui.session import Session
from reviewer.ui.suggestions_page import SuggestionsPage
from reviewer.ui.views.contradictions import ContradictionsWorkbench
from reviewer.ui.views.section_tabs import SectionTabs
from reviewer.ui.views.suggestions_workbench import SuggestionsWorkbench


class ContradictionsPage(QWidget):
    """Shows every relation of the project; the selected one is judged here."""

    jump_requested = Signal(str)  # to an annotation
    compare_requested = Signal(str)  # of a relation's sides
    relation_changed = Signal(str)  # which is selected; empty for none
    open_count_changed = Signal(int)
    section_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._views: dict[str, RelationView] = {}
        self.workbench = ContradictionsWorkbench(quantity_text)
        self.suggestions = SuggestionsPage(session)
        self.tabs = SectionTabs(["Relations", "Suggestions"])
        for number, shows in enumerate(("show_contradictions", "show_suggestions")):
            self.tabs.set_keys(number, command(shows).keys[0])
        self._sections = QStackedWidget()
        for section in (self.workbench, self.suggestions):
            self._sections.addWidget(section)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._sections, 1)
        self.tabs.chosen.connect(self._show_section)
        self.suggestions.counted.connect(lambda count: self.tabs.set_count(1, count))
        self.suggestions.edit_requested.connect(self.edit_relation)
        bench = self.workbench
        bench.relation_selected.connect(self._selected)
        bench.jump_requested.connect(self.jump_requested)
        bench.compare_requested.connect(self.compare_requested)
        bench.relation_edited.connect(
            lambda seen, new: self._edit(relating.edit_relation, seen, new)
        )
        bench.settled.connect(lambda seen, new: self._edit(relating.settle, seen, new))
        bench.dismissed.connect(lambda seen, new: self._edit(relating.dismiss, seen, new))
        bench.reopened.connect(lambda key: session.run(relating.reopen, key))
        bench.remove_requested.connect(lambda key: session.run(relating.remove_relation, key))

    @property
    def section(self) -> ContradictionsWorkbench | SuggestionsWorkbench:
        """What is shown: the relations, or the suggestions."""
        return self.suggestions.workbench if self.shows_suggestions else self.workbench

    @property
    def shows_suggestions(self) -> bool:
        """Whether the suggestions are shown in place of the relations."""
        return self._sections.currentWidget() is self.suggestions

    @property
    def relation_id(self) -> str:
        """Which relation is selected; empty while suggestions are shown."""
        return "" if self.shows_suggestions else self.workbench.current_id

    @property
    def suggestion_key(self) -> str:
        """Which suggestion is selected; empty while relations are shown."""
        return self.suggestions.workbench.current_key if self.shows_suggestions else ""

    def show_suggestions(self, shown: bool) -> None:
        """Show the suggestions, or the relations."""
        if shown != self.shows_suggestions:
            self.workbench.flush()
        self._sections.setCurrentWidget(self.suggestions if shown else self.workbench)
        self.tabs.set_current(1 if shown else 0)
        self.section_changed.emit()

    def _show_section(self, number: int) -> None:
        self.show_suggestions(number == 1)
        self.section.setFocus()

    def load(self) -> None:
        """Show the relations of the project that was just opened."""
        self._views = {v.relation.id: v for v in reading.relations(self._session.project)}
        self._colour()
        self.workbench.set_rows(tuple(self._views.values()))
        self._tell()
        self.suggestions.load()

    def _colour(self) -> None:
        tags = reading.tags(self._session.project)
        self.workbench.set_tag_colours({tag.id: tag.colour for tag in tags})

    def clear(self) -> None:
        """Show nothing: the project is closed."""
        self._views = {}
        self.workbench.set_rows(())
        self._tell()
        self.suggestions.clear()
        self.show_suggestions(False)

    def refresh(self, changes: Changes) -> None:
        """Bring just those relations up to date that the changes touched."""
        project = self._session.project
        self.suggestions.refresh(changes)
        if changes.touched("tag"):
            self._colour()
        if changes.touched("source"):  # titles, grades, and what the trash hides
            self.load()
            return
        touched = reading.relations_touched(project, changes)
        if not touched:
            return
        found = reading.relations(project, touched)
        alive = {v.relation.id: v for v in found if len(v.passages) == len(v.relation.members)}
        gone = touched - alive.keys()
        for key in gone:
            self._views.pop(key, None)
        self._views.update(alive)
        self.workbench.update_rows(tuple(alive.values()), gone)
        self._tell()

    def _tell(self) -> None:
        self.open_count_changed.emit(
            sum(
                view.relation.kind is RelationKind.CONTRADICTS
                and view.relation.status is Status.OPEN
                for view in self._views.values()
            )
        )
        self.tabs.set_count(0, len(self._views) if self._session.is_open else None)
        self._show_difference(self.workbench.current_id)

    def _selected(self, relation_id: str) -> None:
        self._show_difference(relation_id)
        self.relation_changed.emit(relation_id)

    def _show_difference(self, relation_id: str) -> None:
        view = self._views.get(relation_id)
        self.workbench.set_difference(difference_of(view) if view else "")

    def _edit(self, service: object, seen: object, new: object) -> None:
        self._session.edit(
            service,  # type: ignore[arg-type]
            seen,
            new,
            on_conflict=self.workbench.show_conflict,
        )

    def show_relation(self, relation_id: str) -> None:
        """Select a relation."""
        self.show_suggestions(False)
        self.workbench.select(relation_id)

    def edit_relation(self, relation_id: str) -> None:
        """Select a relation, with the keyboard in its form."""
        self.show_relation(relation_id)
        self.workbench.form.focus_first()

    def flush(self) -> None:
        """Commit what is being typed."""
        self.workbench.flush()
