"""The session and long work: what is told when, and in which thread."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from reviewer.domain.errors import ReviewerError, StorageError
from reviewer.services import annotating, codebook, reading
from reviewer.services.importing import import_files, read_files
from reviewer.ui.jobs import Job
from reviewer.ui.session import Session, past


@pytest.fixture
def session(qapp, sample_file: Path):
    made = Session("Mara")
    assert made.open(sample_file)
    made._poll.stop()
    yield made
    made.close()
    made.deleteLater()


def listen(signal) -> list[object]:
    got: list[object] = []
    signal.connect(lambda *values: got.append(values[0] if len(values) == 1 else values))
    return got


def test_an_action_is_told_once_with_its_name_and_undo(session) -> None:
    said, changed, failed = map(listen, (session.said, session.changed, session.failed))
    changes = session.run(codebook.add_tag, "ships")
    assert changed == [changes]
    assert said == [("Added tag “ships”", True)]
    session.undo()
    session.redo()
    session.undo()
    assert said[1:] == [
        ("Undid: Add tag “ships”", False), ("Did again: Add tag “ships”", False),
        ("Undid: Add tag “ships”", False),
    ]  # fmt: skip
    session.undo()
    assert said[-1] == ("There is nothing more to undo or redo.", False)
    assert len(changed) == 4
    assert failed == []


def test_a_refused_action_is_told_and_changes_nothing(session) -> None:
    said, changed, failed = map(listen, (session.said, session.changed, session.failed))
    assert session.run(codebook.add_tag, " ") is None
    assert failed == ["A tag needs a name."]
    assert said == changed == []
    with pytest.raises(ReviewerError, match="needs a name"):
        session.attempt(codebook.add_tag, " ")


def test_an_action_that_changes_nothing_is_not_told(session) -> None:
    (tag, *_) = reading.tags(session.project)
    said, changed = map(listen, (session.said, session.changed))
    assert session.run(codebook.change_tag, tag, tag) is not None
    assert said == changed == []


def test_a_bug_is_not_hidden_as_a_sentence(session) -> None:
    def broken(_project: object) -> None:
        raise ZeroDivisionError

    failed = listen(session.failed)
    with pytest.raises(ZeroDivisionError):
        session.run(broken)
    assert failed == []


def test_a_file_that_went_away_meanwhile_is_told(session, monkeypatch) -> None:
    def gone(_project: object) -> None:
        raise StorageError("The disk reported an error.")

    failed = listen(session.failed)
    monkeypatch.setattr("reviewer.services.history.news", gone)
    session.look_for_news()
    session.undo()
    assert failed == ["The disk reported an error."] * 2


def test_labels_are_told_in_the_past() -> None:
    assert past("Tag “x” as y") == "Tagged “x” as y"
    assert past("Settle the contradiction") == "Settled the contradiction"
    assert past("") == ""


def test_the_name_of_the_reviewer_changes_with_the_settings(session) -> None:
    session.set_reviewer("Tane")
    session.run(codebook.add_tag, "ships")
    edition = reading.editions(session.project)[0]
    made = session.run(annotating.tag_passage, edition.id, 10, 20, None)
    (annotation,) = reading.annotations(session.project, made.inserted("annotation"))
    assert annotation.created_by == "Tane"


# Importing


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    made = {name: tmp_path / name for name in ("good.txt", "empty.txt", "late.md", "broken.review")}
    made["good.txt"].write_text("New Zealand has pledged $79.5 million.\n")
    made["late.md"].write_text("# Ships\n\nTwo ships were sent.\n")
    made["empty.txt"].touch()
    made["broken.review"].write_text("no project")
    return made


def wait_for_import(space, qtbot) -> None:
    qtbot.waitUntil(lambda: not space.commands.importing.is_busy)


def test_files_are_read_in_a_thread_and_written_in_the_windows(
    space, files, qtbot, monkeypatch
) -> None:
    threads: dict[str, bool] = {}

    def reads(paths):
        threads["read"] = threading.current_thread() is threading.main_thread()
        yield from read_files(paths)

    def writes(project, found):
        threads["write"] = threading.current_thread() is threading.main_thread()
        return import_files(project, found)

    monkeypatch.setattr("reviewer.ui.file_import.read_files", reads)
    monkeypatch.setattr("reviewer.ui.file_import.import_files", writes)
    space.commands.take_files([files["good.txt"]])
    qtbot.waitUntil(lambda: "write" in threads)
    assert threads == {"read": False, "write": True}
    wait_for_import(space, qtbot)


def test_refused_files_are_told_and_the_others_are_in(space, files, qtbot, tmp_path) -> None:
    paths = [files["good.txt"], files["empty.txt"], tmp_path / "absent.txt", files["late.md"]]
    number = len(reading.source_ids(space.session.project))
    space.commands.take_files(paths)
    wait_for_import(space, qtbot)
    assert len(reading.source_ids(space.session.project)) == number + 2
    told = space.window_frame.messages.text()
    assert told.startswith("2 files imported. ")
    assert "empty.txt" in told
    assert "absent.txt" in told
    assert space.read.view.canonical().startswith("New Zealand has pledged")
    assert f"{number + 2} sources" in space.window_frame.status._state.text()
    space.window_frame.actions_by_id["undo"].trigger()
    assert len(reading.source_ids(space.session.project)) == number
    assert space.read.source_id == ""


def test_the_dialog_leads_to_the_same(space, files, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(
        "reviewer.ui.commands.QFileDialog.getOpenFileNames",
        lambda *_: ([str(files["late.md"])], ""),
    )
    space.perform("import_files")
    wait_for_import(space, qtbot)
    assert space.read.view.canonical().startswith("Ships")


def drop(widget, paths: list[Path]) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(widget, entered)
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(widget, event)
    return entered.isAccepted() and event.isAccepted()


@pytest.mark.parametrize("where", ["window", "document"])
def test_dropped_files_are_imported(space, files, qtbot, where: str) -> None:
    target = space.window_frame if where == "window" else space.read.view.viewport()
    assert drop(target, [files["good.txt"], files["empty.txt"]])
    wait_for_import(space, qtbot)
    assert space.read.view.canonical().startswith("New Zealand has pledged")
    assert "empty.txt" in space.window_frame.messages.text()


def test_a_dropped_project_is_opened_or_refused(space, files, sample_file, tmp_path: Path) -> None:
    here = space.session.project
    drop(space.window_frame, [files["broken.review"]])
    assert space.session.project is here
    assert "broken.review" in space.window_frame.messages.text()
    space.session.close()
    drop(space.window_frame, [files["good.txt"]])
    assert "Open or make a project first" in space.window_frame.messages.text()
    drop(space.window_frame, [sample_file])
    assert space.session.project.path == sample_file


PATIENCE = 120  # seconds


class Gate:
    """A reader of files that waits until it is let go, at the latest when it is cancelled."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.entered, self.opened = threading.Event(), threading.Event()
        monkeypatch.setattr("reviewer.ui.file_import.read_files", self._read)
        cancel = Job.cancel

        def let_go(job: Job) -> None:
            cancel(job)
            self.opened.set()

        monkeypatch.setattr(Job, "cancel", let_go)

    def _read(self, paths):
        self.entered.set()
        assert self.opened.wait(PATIENCE)
        yield from read_files(paths)


def test_what_was_read_for_one_project_does_not_land_in_another(
    space, files, qtbot, monkeypatch, tmp_path: Path
) -> None:
    gate = Gate(monkeypatch)
    space.commands.take_files([files["good.txt"]])
    assert gate.entered.wait(PATIENCE)
    space.session.new(tmp_path / "Other.review")
    wait_for_import(space, qtbot)
    assert reading.source_ids(space.session.project) == ()
    assert "was stopped" in space.window_frame.messages.text()


def test_reading_can_be_cancelled_and_says_so(space, files, qtbot, monkeypatch) -> None:
    gate = Gate(monkeypatch)
    number = len(reading.source_ids(space.session.project))
    space.commands.take_files([files["good.txt"]])
    assert gate.entered.wait(PATIENCE)
    space.commands.take_files([files["late.md"]])
    assert "goes on" in space.window_frame.messages.text()
    space.window_frame.status.work._cancel.click()
    wait_for_import(space, qtbot)
    assert len(reading.source_ids(space.session.project)) == number
    assert "Reading 1 file was stopped" in space.window_frame.messages.text()


def test_closing_while_files_are_read_waits_for_the_thread(
    space, files, qtbot, monkeypatch
) -> None:
    gate = Gate(monkeypatch)
    space.commands.take_files([files["good.txt"], files["late.md"]])
    assert gate.entered.wait(PATIENCE)
    ended = listen(space.commands.importing._job.ended)
    space.window_frame.close()
    assert not space.session.is_open
    qtbot.waitUntil(lambda: bool(ended))


def test_a_bug_in_a_thread_is_reported_in_the_windows(space, files, qtbot, monkeypatch) -> None:
    def broken(_paths):
        raise ZeroDivisionError
        yield

    monkeypatch.setattr("reviewer.ui.file_import.read_files", broken)
    threads: list[bool] = []
    real = Job._report

    def report(self: Job, error: BaseException) -> None:
        threads.append(threading.current_thread() is threading.main_thread())
        real(self, error)

    monkeypatch.setattr(Job, "_report", report)
    with qtbot.captureExceptions() as caught:
        space.commands.take_files([files["good.txt"]])
        wait_for_import(space, qtbot)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert threads == [True]
