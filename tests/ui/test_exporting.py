"""Exporting from the window: seen before it is written, written beside one's reading."""

import re
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from reviewer.domain.options import Only, Order, ReportOptions, Scope
from reviewer.domain.vocabulary import Status
from reviewer.services import history, reading
from reviewer.services.report_choice import ReportChoice, keep_choice, read_choice
from reviewer.ui import exporting
from reviewer.ui.exporting import FORMS
from reviewer.ui.jobs import Job
from reviewer.ui.views import file_drag

PATIENCE = 120  # seconds
OPTIONS = ReportOptions(
    title="Aid at odds", author="Cy", marking="OFFICIAL", statuses=(Status.OPEN,), context=40,
    order=Order.TOPIC, appendix=True, only=Only(Scope.CONTRADICTIONS), summary="They likely agree.",
)  # fmt: skip


@pytest.fixture
def rest(qtbot, space):
    """``rest()``: until nothing is being written or previewed."""
    writing = space.exporting

    def wait() -> None:
        qtbot.waitUntil(lambda: not writing.is_busy and not writing.previews.is_busy)

    yield wait
    space.exporting.stop()


@pytest.fixture
def dialog(space, rest):
    """The dialog, opened on the sample, with its first preview."""
    space.perform("export_report")
    rest()
    return space.exporting.dialog


def test_reading_goes_on_beside_it(space, dialog) -> None:
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.preview.pages.count == 8
    assert re.fullmatch(
        r"The first 8 of \d+ pages, laid out as in the PDF, of \d+ annotations\.",
        dialog.preview.told,
    )


def test_every_format_has_a_purpose_and_a_preview(dialog, rest) -> None:
    told = {"evidence": "verify.py", "graphml": "<graphml", "docx-comments": "Comments"}
    for key, form in FORMS.items():
        assert form.purpose.endswith(".")
        dialog.options.form.set_value(key)
        dialog.options.form.list.chosen.emit()
        rest()
        assert dialog.preview.message == ""
        assert dialog.place.path.suffix == form.suffix
        if key not in {"html", "pdf", "docx"}:
            assert told.get(key, "New Zealand") in dialog.preview.text.toPlainText(), key


def test_the_preview_follows_the_options_and_the_last_one_wins(dialog, rest) -> None:
    options = dialog.options
    options.form.set_value("markdown")
    options.title.setText("First")
    options.title.setText("Aid at odds")
    rest()
    assert dialog.preview.text.toPlainText().startswith("# Aid at odds\n")
    assert "\n4 contradictions are open" in dialog.preview.text.toPlainText()
    options.statuses.boxes[Status.OPEN].click()
    rest()
    assert "\n0 contradictions are open" in dialog.preview.text.toPlainText()


def test_the_preview_follows_the_project(space, dialog, rest) -> None:
    from reviewer.services.projects import rename_project  # noqa: PLC0415 - as a person would

    dialog.options.form.set_value("markdown")
    space.session.run(rename_project, "Renamed")
    rest()
    assert dialog.preview.text.toPlainText().startswith("# Renamed\n")
    assert dialog.options.title.placeholderText() == "Renamed"


def test_a_scope_names_a_tag_or_a_source_of_the_project(space, dialog, rest) -> None:
    only = dialog.options.only
    dialog.options.form.set_value("markdown")
    only.scope.set_value(Scope.TAG)
    only.scope.chosen.emit()
    assert not only.name.isHidden()
    assert "Sanctions" in only.name.values
    only.name.set_value("Sanctions")
    only.name.chosen.emit()
    rest()
    assert "only tag “Sanctions”" in dialog.preview.text.toPlainText()
    only.scope.set_value(Scope.SOURCE)
    only.scope.chosen.emit()
    titles = {row.source.title for row in reading.source_summaries(space.session.project)}
    assert set(only.name.values) == titles


def test_one_status_stays_checked(dialog) -> None:
    boxes = dialog.options.statuses.boxes
    for status in (Status.OPEN, Status.SETTLED, Status.DISMISSED):
        boxes[status].click()
    assert dialog.options.options.statuses == (Status.DISMISSED,)


def test_it_writes_beside_the_reading_and_says_so(space, dialog, rest, tmp_path) -> None:
    target = tmp_path / "aid.html"
    dialog.options.set_options(OPTIONS)
    dialog.set_place(target)
    dialog.export_button.click()
    assert not dialog.export_button.isEnabled()
    rest()
    page = target.read_text("utf-8")
    assert "Aid at odds" in page
    assert "They likely agree." in page
    assert dialog.export_button.isEnabled()
    for line in (dialog.work.words, space.window_frame.status.said()):
        assert line == f"Wrote aid.html to {tmp_path}"
    assert "replaced" in dialog.place.note


class _Opener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


def test_what_was_written_can_be_opened_and_found(space, dialog, rest, tmp_path) -> None:
    dialog.set_place(tmp_path / "aid.html")
    dialog.export_button.click()
    rest()
    opener = _Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    links = space.window_frame.status.files
    links.open.click()
    dialog.work.links.show_folder.click()
    QDesktopServices.unsetUrlHandler("file")
    assert [url.toLocalFile() for url in opener.opened] == [
        str(tmp_path / "aid.html"), str(tmp_path)
    ]  # fmt: skip
    space.session.said.emit("Something else", True)
    assert links.isHidden()


def test_several_files_have_a_folder_and_no_file_to_open(space, dialog, rest, tmp_path) -> None:
    dialog.options.form.set_value("csv")
    dialog.set_place(tmp_path / "aid.csv")
    dialog.export_button.click()
    rest()
    assert (tmp_path / "aid-claims.csv").exists()
    assert "more beside it" in dialog.work.words
    assert dialog.work.links.open.isHidden()
    assert not dialog.work.links.show_folder.isHidden()


def test_why_it_failed_is_said_and_nothing_is_left(space, dialog, rest, tmp_path) -> None:
    dialog.set_place(tmp_path / "absent" / "aid.html")
    assert "no such folder" in dialog.place.note
    dialog.export_button.click()
    rest()
    assert "cannot be written" in dialog.work.words
    assert "cannot be written" in space.window_frame.messages.text()


def test_a_place_that_is_no_file_is_asked_for_again(space, dialog, tmp_path) -> None:
    dialog.set_place(tmp_path)
    dialog.export_button.click()
    assert not space.exporting.is_busy
    assert dialog.place.note == "This is a folder: add a name."
    dialog.place.field.clear()
    dialog.export_button.click()
    assert not space.exporting.is_busy


@pytest.fixture
def held(monkeypatch) -> threading.Event:
    """Until it is set, or the writing is cancelled, nothing is written to its end."""
    may_go_on = threading.Event()
    write, cancel = exporting._write, Job.cancel

    def slowly(*what):
        steps = write(*what)
        yield next(steps)
        assert may_go_on.wait(PATIENCE)
        return (yield from steps)

    def let_go(job: Job) -> None:
        cancel(job)
        if job.title != "Preview":
            may_go_on.set()

    monkeypatch.setattr(exporting, "_write", slowly)
    monkeypatch.setattr(Job, "cancel", let_go)
    return may_go_on


@pytest.mark.usefixtures("held")
def test_cancel_leaves_the_earlier_file(space, dialog, rest, tmp_path) -> None:
    target = tmp_path / "aid.pdf"
    target.write_bytes(b"earlier")
    dialog.options.form.set_value("pdf")
    dialog.set_place(target)
    dialog.export_button.click()
    dialog.work.cancelled.emit()
    rest()
    assert target.read_bytes() == b"earlier"
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["aid.pdf"]
    assert not list(tmp_path.glob(".aid*"))
    assert dialog.work.words == "Stopped. What was there before is there still."
    assert dialog.export_button.isEnabled()


def test_cancel_that_comes_when_all_is_written_stops_nothing_and_says_so(
    space, dialog, rest, tmp_path
) -> None:
    dialog.set_place(tmp_path / "aid.html")
    dialog.export_button.click()
    assert space.exporting._job.wait()
    dialog.work.cancelled.emit()
    rest()
    assert (tmp_path / "aid.html").exists()
    assert dialog.work.words == f"Wrote aid.html to {tmp_path}"


def test_options_are_kept_with_the_project_and_cannot_be_undone(
    space, dialog, rest, make_space
) -> None:
    project = space.session.project
    before = history.next_undo(project)
    dialog.options.form.set_value("pdf")
    dialog.options.set_options(OPTIONS)
    dialog.close()
    assert read_choice(project) == ReportChoice("pdf", OPTIONS)
    assert history.next_undo(project) == before
    path = project.path
    space.session.close()
    other = make_space(path)
    other.perform("export_report")
    assert other.exporting.dialog.options.options == OPTIONS
    assert other.exporting.dialog.form.id == "pdf"
    other.exporting.stop()


def test_options_that_are_not_understood_are_the_usual_ones(space) -> None:
    from reviewer.storage import settings  # noqa: PLC0415 - as a newer program would keep them

    project = space.session.project
    for odd in ({"format": "html", "options": {"order": "backwards"}}, ["html"], {"format": 3}):
        settings.keep(project, "report", odd)
        assert read_choice(project) is None


def test_export_again_is_one_key(space, dialog, rest, tmp_path) -> None:
    dialog.options.set_options(OPTIONS)
    dialog.set_place(tmp_path / "aid.html")
    dialog.export_button.click()
    rest()
    dialog.close()
    (tmp_path / "aid.html").unlink()
    assert [
        keys.toString() for keys in space.window_frame.actions_by_id["export_again"].shortcuts()
    ]
    space.perform("export_again")
    rest()
    assert "Aid at odds" in (tmp_path / "aid.html").read_text("utf-8")
    assert not dialog.isVisible()


def test_export_again_asks_the_first_time(space, rest) -> None:
    space.perform("export_again")
    assert space.exporting.dialog.isVisible()
    rest()


def test_one_export_at_a_time(space, dialog, rest, tmp_path) -> None:
    dialog.set_place(tmp_path / "aid.html")
    dialog.export_button.click()
    space.perform("export_again")
    assert "goes on" in space.window_frame.messages.text()
    rest()


@pytest.mark.usefixtures("held")
def test_closing_the_project_lets_go_of_it(space, dialog, tmp_path) -> None:
    dialog.options.form.set_value("pdf")
    dialog.set_place(tmp_path / "aid.pdf")
    dialog.export_button.click()
    dialog.options.title.setText("x")
    space.session.close()
    assert not dialog.isVisible()
    assert not (tmp_path / "aid.pdf").exists()


def test_advice_on_the_summary_gives_figures_and_stops_nobody(dialog, rest, tmp_path) -> None:
    dialog.options.summary.setPlainText("The totals might agree.")
    dialog.options.advice.look()
    assert "45 to 55 %" in dialog.options.advice.text
    dialog.options.summary.setPlainText("The totals are likely to agree.")
    dialog.options.advice.look()
    assert dialog.options.advice.isHidden()
    dialog.options.summary.setPlainText("Maybe.")
    dialog.set_place(tmp_path / "aid.md")
    dialog.options.form.set_value("markdown")
    dialog.export_button.click()
    rest()
    assert "Maybe." in (tmp_path / "aid.md").read_text("utf-8")


def test_the_file_is_copied_with_a_key(dialog, rest) -> None:
    dialog.options.form.set_value("csv")
    dialog.preview.handle.click()
    rest()
    (url,) = QGuiApplication.clipboard().mimeData().urls()
    path = Path(url.toLocalFile())
    assert zipfile.is_zipfile(path)
    assert "Copied" in dialog.work.words


def test_a_drag_begins_when_the_file_is_there(space, dialog, rest, monkeypatch) -> None:
    dragged = []
    monkeypatch.setattr(
        file_drag.QDrag, "exec", lambda drag, _action: dragged.append(drag.mimeData().urls())
    )
    handle = dialog.preview.handle
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseMove(handle, QPoint(60, 60))
    rest()
    ((url,),) = dragged
    assert Path(url.toLocalFile()).read_text("utf-8").startswith("<!DOCTYPE html>")
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))


def test_nothing_is_dragged_once_the_button_is_up(space, dialog, rest, held, monkeypatch) -> None:
    dragged = []
    monkeypatch.setattr(file_drag.QDrag, "exec", lambda *_: dragged.append(1))
    pages = dialog.preview.pages
    QTest.mousePress(pages, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseMove(pages, QPoint(150, 150))
    QTest.mouseRelease(pages, Qt.MouseButton.LeftButton, pos=QPoint(150, 150))
    assert space.exporting.is_busy
    held.set()
    rest()
    assert not dragged


def test_a_large_project_is_previewed_in_part_and_says_so(space, dialog, rest, monkeypatch) -> None:
    monkeypatch.setattr("reviewer.ui.preview.MOST", 10)
    dialog.options.changed.emit()
    rest()
    assert dialog.preview.told.startswith("Made from the first 10 of ")


def test_a_scope_without_annotations_says_so(space, dialog, rest) -> None:
    keep_choice(space.session.project, ReportChoice("html", replace(OPTIONS, title="x")))
    dialog.options.statuses.set_value([Status.SUGGESTED])
    dialog.options.only.set_value(Only(Scope.CONTRADICTIONS))
    dialog.options.changed.emit()
    rest()
    assert dialog.preview.told == "No annotation is within this scope."
