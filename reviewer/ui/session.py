"""The bridge between the window and the services: runs actions, tells who must refresh."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.domain.changes import Changes
from reviewer.domain.errors import ConflictError, ReviewerError, StorageError
from reviewer.services import history
from reviewer.services.projects import Project, new_project, open_project
from reviewer.services.sample import make_sample

P = ParamSpec("P")
POLL_MILLISECONDS = 400


class Session(QObject):
    """The open project and what happens to it. There is at most one project a window."""

    opened = Signal()
    closing = Signal()  # flush what is being typed; the project is still open
    closed = Signal()
    changed = Signal(object)  # Changes, of this window or another
    said = Signal(str, bool)  # what just happened; whether Undo should be offered with it
    failed = Signal(str)  # one sentence that the person can act on

    def __init__(self, reviewer: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reviewer = reviewer
        self._project: Project | None = None
        self.may_leave: Callable[[], bool] = lambda: True  # asked before another project opens
        self._poll = QTimer(self, interval=POLL_MILLISECONDS)
        self._poll.timeout.connect(self.look_for_news)

    @property
    def project(self) -> Project:
        """The open project; only asked for where there is one."""
        assert self._project is not None, "no project is open"
        return self._project

    @property
    def is_open(self) -> bool:
        """Whether there is a project."""
        return self._project is not None

    def open(self, path: Path) -> bool:
        """Open a project in place of the present one; on failure the present one stays."""
        return self._replace(lambda: open_project(path, self.reviewer))

    def new(self, path: Path) -> bool:
        """Make an empty project and open it."""
        return self._replace(lambda: new_project(path, self.reviewer))

    def open_sample(self, path: Path) -> bool:
        """Open the person's copy of the sample, making it first if there is none."""
        if path.exists():
            return self.open(path)
        return self._replace(lambda: make_sample(path, self.reviewer))

    def _replace(self, opening: Callable[[], Project]) -> bool:
        if self.is_open and not self.may_leave():
            return False
        try:
            project = opening()
        except ReviewerError as error:
            self.failed.emit(str(error))
            return False
        self.close()
        history.news(project)  # closing may have written to this same file
        self._project = project
        self._poll.start()
        self.opened.emit()
        return True

    def close(self) -> None:
        """Close the project, if there is one; what is being typed is committed first."""
        if self._project is None:
            return
        self.closing.emit()
        self._poll.stop()
        project, self._project = self._project, None
        project.close()
        self.closed.emit()

    def set_reviewer(self, name: str) -> None:
        """Who does what is done from now on."""
        self.reviewer = name
        if self._project is not None:
            self._project.reviewer = name

    def run(
        self,
        service: Callable[Concatenate[Project, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes | None:
        """Carry out one action; None if it was refused, and why was said."""
        try:
            return self.attempt(service, *args, **kwargs)
        except ReviewerError as error:
            self.failed.emit(str(error))
            return None

    def keep(
        self, store: Callable[Concatenate[Project, P], None], *args: P.args, **kwargs: P.kwargs
    ) -> bool:
        """Store what is nobody's work and can be made again; False if that failed, and why."""
        try:
            store(self.project, *args, **kwargs)
        except ReviewerError as error:
            self.failed.emit(str(error))
            return False
        return True

    def attempt(
        self,
        service: Callable[Concatenate[Project, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes:
        """Like ``run``, for callers that answer a refusal themselves."""
        if self._project is None:  # a field that was refused before tries again while it goes
            raise StorageError("The project was closed before this could be stored.")
        self.look_for_news()  # so that what is refreshed is never behind what is written
        changes = service(self.project, *args, **kwargs)
        if changes:
            self.changed.emit(changes)
            self.said.emit(past(changes.label), True)
        return changes

    def edit(
        self,
        service: Callable[..., Changes],
        *args: Any,
        on_conflict: Callable[[str, object], None],
    ) -> Changes | None:
        """Carry out an edit of fields; a field changed elsewhere is handed to ``on_conflict``."""
        try:
            return self.attempt(service, *args)
        except ConflictError as conflict:
            self.failed.emit(str(conflict))
            for field, theirs in conflict.theirs.items():
                on_conflict(field, theirs)
            return None
        except ReviewerError as error:
            self.failed.emit(str(error))
            return None

    def undo(self) -> None:
        """Take back the last action and say which it was."""
        self._step(history.undo, "Undid: {}")

    def redo(self) -> None:
        """Do again what was undone last and say which it was."""
        self._step(history.redo, "Did again: {}")

    def _step(self, service: Callable[[Project], Changes], words: str) -> None:
        try:
            self.look_for_news()
            changes = service(self.project)
        except ReviewerError as error:
            self.failed.emit(str(error))
            return
        if changes:
            self.changed.emit(changes)
            self.said.emit(words.format(changes.label), False)
        else:
            self.said.emit("There is nothing more to undo or redo.", False)

    def look_for_news(self) -> None:
        """Pass on what other windows and programs did since the last look."""
        if self._project is None:
            return
        try:
            news = history.news(self._project)
        except ReviewerError as error:
            self.failed.emit(str(error))
            return
        for changes in news:
            self.changed.emit(changes)
        if news:
            self.said.emit(f"In another window: {news[-1].label}", False)


_PAST = {
    "Tag": "Tagged", "Mark": "Marked", "Edit": "Edited", "Grade": "Graded", "Import": "Imported",
    "Delete": "Deleted", "Remove": "Removed", "Settle": "Settled", "Dismiss": "Dismissed",
    "Reopen": "Reopened", "Add": "Added", "Rename": "Renamed", "Recolour": "Recoloured",
    "Give": "Gave", "Move": "Moved", "Merge": "Merged", "Take": "Took", "Make": "Made",
    "Accept": "Accepted", "Restore": "Restored", "Empty": "Emptied",
}  # fmt: skip


def past(label: str) -> str:
    """ "Tag “x” as y" → "Tagged “x” as y": the label of an action, told after it was done."""
    verb, space, rest = label.partition(" ")
    return f"{_PAST.get(verb, verb)}{space}{rest}"
