"""Work under way: progress, time left and Cancel, also where two things go on at once."""

import pytest
from layout import faults
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QProgressBar

from reviewer.ui.jobs import Progress
from reviewer.ui.pace import Pace, told
from reviewer.ui.status_line import StatusLine
from reviewer.ui.views.link_button import LinkButton


class Work(QObject):
    """A job that does nothing by itself."""

    progressed = Signal(object)
    ended = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title, self.cancels = title, 0

    def cancel(self) -> None:
        self.cancels += 1


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(qtbot, clock: Clock) -> StatusLine:
    made = StatusLine(clock=clock)
    qtbot.addWidget(made)
    made.show()
    return made


def be_patient(line: StatusLine) -> None:
    line._patience.timeout.emit()


def test_a_second_job_does_not_hide_the_first(line) -> None:
    first, second = Work("Reading 3 files"), Work("Backing up")
    line.watch(first)
    be_patient(line)
    assert line.work.isVisible()
    first.progressed.emit(Progress(1, 3))
    line.watch(second)
    assert line.work.words[0] == "Reading 3 files · 1 more"
    second.progressed.emit(Progress(0, 1))
    assert line.work.findChild(QProgressBar).value() == 1, "still the first one's"
    first.ended.emit()
    assert line.work.isVisible()
    assert line.work.words[0] == "Backing up"
    second.ended.emit()
    assert line.work.isHidden()


def test_the_end_of_the_second_leaves_the_first_in_sight(line) -> None:
    first, second = Work("Reading"), Work("Backing up")
    line.watch(first)
    be_patient(line)
    line.watch(second)
    second.ended.emit()
    assert line.work.isVisible()
    assert line.work.words[0] == "Reading"


def test_cancel_ends_what_is_shown(line) -> None:
    first, second = Work("Reading"), Work("Backing up")
    line.watch(first)
    line.watch(second)
    be_patient(line)
    line.work.findChild(LinkButton).click()
    assert (first.cancels, second.cancels) == (1, 0)


def test_work_that_is_done_at_once_is_never_shown(line, qtbot) -> None:
    work = Work("Reading")
    line.watch(work)
    work.ended.emit()
    assert not line._patience.isActive()
    assert line.work.isHidden()


def test_time_left_is_told_once_it_is_steady(line, clock: Clock) -> None:
    work = Work("Reading")
    line.watch(work)
    be_patient(line)
    for done in range(1, 31):
        clock.now = float(done)
        work.progressed.emit(Progress(done, 100))
        if done == 1:
            assert line.work.words[1] == ""
    assert line.work.words[1] == "about a minute left"
    clock.now = 95.0
    work.progressed.emit(Progress(95, 100))
    assert line.work.words[1] == "a few seconds left"


def test_an_unsteady_pace_is_told_to_nobody() -> None:
    pace = Pace(0.0)
    steps = [(1.0, 1), (3.0, 20), (9.0, 21), (10.0, 80), (30.0, 81)]
    assert [pace.left(now, done, 100) for now, done in steps] == [None] * len(steps)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""), (3, "a few seconds left"), (22, "about 20 seconds left"),
        (70, "about a minute left"), (200, "about 3 minutes left"),
        (3600, "about an hour left"), (7300, "about 2 hours left"),
    ],
)  # fmt: skip
def test_words_for_it(seconds, words: str) -> None:
    assert told(seconds) == words


def settle() -> None:
    """What is laid out anew asks for it once more, from the inside out."""
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def narrow(qtbot, clock: Clock) -> tuple[QMainWindow, StatusLine]:
    """In a window of 1024 px with type of 200 %, the least that Reviewer is made for."""
    window, line = QMainWindow(), StatusLine(clock=clock)
    qtbot.addWidget(window)
    font = window.font()
    font.setPixelSize(24)
    window.setFont(font)
    line.setFont(font)
    window.setStatusBar(line)
    window.resize(1024, 640)
    window.show()
    line.set_state("5 sources · saved")
    return window, line


def test_all_at_once_has_room_in_the_least_window(narrow, tmp_path) -> None:
    window, line = narrow
    work = Work("Reading all sources for suggestions")
    line.watch(work)
    be_patient(line)
    line.work.show_work("Reading all sources for suggestions", 1, 9, "about 12 minutes left")
    line.say_written(f"Wrote report.html to {tmp_path}", (tmp_path / "report.html",))
    settle()
    assert window.width() == 1024
    assert faults(line) == []
    assert not line._state.isVisible(), "what can be done goes before what is so anyway"
    assert line.work.isVisible()
    line.say("Tagged “words” as aid total", can_undo=True)
    settle()
    assert window.width() == 1024
    work.ended.emit()
    settle()
    assert line._state.isVisible(), "it comes back"


def test_the_bar_of_the_progress_goes_before_its_words(narrow) -> None:
    window, line = narrow
    line.watch(Work("Reading all sources for suggestions"))
    be_patient(line)
    line.work.show_work("Reading all sources for suggestions", 1, 9, "about 12 minutes left")
    bar = line.work.findChild(QProgressBar)
    settle()
    assert bar.isVisible()
    window.resize(line.minimumSizeHint().width(), 640)
    settle()
    assert not bar.isVisible()
    assert line.work.is_working
    assert faults(line) == []
    window.resize(1024, 640)
    settle()
    assert bar.isVisible()


def test_undo_stands_beside_what_it_takes_back(line) -> None:
    line.resize(1200, line.height())
    line.say("Tagged “words” as aid total", can_undo=True)
    settle()
    gap = line._undo.x() - (line._last.x() + line._last.width())
    assert 0 < gap < 2 * line.fontMetrics().height()
