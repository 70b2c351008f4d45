"""Work in a thread: how far it is is told from wherever it is, and Cancel ends it there."""

import threading
from collections.abc import Generator, Iterator

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.jobs import Job, Progress

PATIENCE = 120  # seconds


class Deep:
    """Work that never yields: it calls, and waits in the middle until it is let go."""

    def __init__(self) -> None:
        self.tell = lambda _share: None
        self.is_there, self.may_go_on = threading.Event(), threading.Event()
        self.was_left = False

    def run(self) -> Generator[Progress, None, str]:
        yield Progress(0, 1)
        try:
            self.tell(0.25)
            self.is_there.set()
            assert self.may_go_on.wait(PATIENCE)
            self.tell(0.5)
        finally:
            self.was_left = True
        return "done"


@pytest.fixture
def deep() -> Iterator[Deep]:
    made = Deep()
    yield made
    made.may_go_on.set()


@pytest.fixture
def job(deep: Deep) -> Job:
    made = Job("Work", deep.run)
    deep.tell = made.tell
    return made


def test_what_is_told_is_heard(job: Job, deep: Deep, qtbot: QtBot) -> None:
    heard: list[Progress] = []
    results: list[object] = []
    job.progressed.connect(heard.append)
    job.succeeded.connect(results.append)
    deep.may_go_on.set()
    with qtbot.waitSignal(job.ended):
        job.start()
    assert results == ["done"]
    assert heard[:2] == [Progress(0, 1), Progress(250, 1000)]


def test_cancel_ends_it_where_it_is(job: Job, deep: Deep, qtbot: QtBot) -> None:
    results: list[object] = []
    for signal in (job.succeeded, job.failed, job.crashed):
        signal.connect(results.append)
    job.start()
    assert deep.is_there.wait(PATIENCE)
    with qtbot.waitSignal(job.ended):
        job.cancel()
        deep.may_go_on.set()
    assert deep.was_left
    assert results == []
