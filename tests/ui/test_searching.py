"""Searching goes on beside the window: the newest query is answered, an older one is given up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import text

from reviewer.domain.errors import StorageError
from reviewer.domain.views import Hit
from reviewer.services import searching
from reviewer.services.projects import open_project

ENDLESS = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000)"
    " SELECT count(*) FROM n"
)
"""Takes the better part of a minute unless it is given up."""


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Queries that a thread has begun with; one that begins with “slow” takes for ever."""
    found: Callable[..., tuple[Hit, ...]] = searching.find
    queries: list[str] = []

    def find(project, query: str) -> tuple[Hit, ...]:
        queries.append(query)
        if query.startswith("slow"):
            with searching.translated(project.path):
                project.connection.execute(ENDLESS)
        return found(project, query)

    monkeypatch.setattr(searching, "find", find)
    return queries


def test_what_is_typed_is_found_in_a_thread(space, qtbot) -> None:
    box = space.top.search
    box.setFocus()
    box.setText("NZ$78 million")
    box.ask_now()
    assert space.searcher.is_busy
    assert not box.is_open, "the window went on at once"
    qtbot.waitUntil(lambda: box.is_open)
    qtbot.waitUntil(lambda: not space.searcher.is_busy)  # its thread ends after it has told


def test_a_new_query_takes_the_place_of_one_under_way(space, qtbot, begun) -> None:
    answers: list[tuple[str, tuple[Hit, ...]]] = []
    space.searcher.found.connect(lambda *answer: answers.append(answer))
    space.searcher.ask("slow")
    qtbot.waitUntil(lambda: begun == ["slow"])
    for query in ("sl", "pl", "pledged"):
        space.searcher.ask(query)
    qtbot.waitUntil(lambda: not space.searcher.is_busy)
    assert begun == ["slow", "pledged"]
    ((query, hits),) = answers
    assert query == "pledged"
    assert hits
    assert not space.window_frame.messages.isVisible(), "giving up is no failure"


def test_what_was_given_up_before_it_began_is_not_looked_for(sample_file: Path) -> None:
    with open_project(sample_file, "", read_only=True) as project:
        searching.find_until(project, lambda: True)
        with pytest.raises(StorageError), searching.translated(project.path):
            project.connection.execute(ENDLESS)


def test_enter_waits_for_the_answer(space, qtbot) -> None:
    space.perform("search")
    qtbot.keyClicks(space.top.search, "NZ$78 million")
    qtbot.keyClick(space.top.search, Qt.Key.Key_Return)
    qtbot.waitUntil(space.read.view.hasFocus)
    assert "NZ$78 million" in space.read.view.canonical()


def test_a_project_that_closes_gives_the_search_up(space, qtbot, begun) -> None:
    answers: list[tuple[str, tuple[Hit, ...]]] = []
    space.searcher.found.connect(lambda *answer: answers.append(answer))
    space.searcher.ask("slow")
    qtbot.waitUntil(lambda: begun == ["slow"])
    space.session.close()
    qtbot.waitUntil(lambda: not space.searcher.is_busy)
    space.searcher.ask("pledged")
    assert not space.searcher.is_busy, "there is nothing to search"
    assert answers == []


def test_why_nothing_can_be_found_is_said(space, qtbot, monkeypatch) -> None:
    def fail(_project, _query):
        raise StorageError("The disk reported an error.")

    monkeypatch.setattr(searching, "find", fail)
    space.searcher.ask("pledged")
    qtbot.waitUntil(lambda: not space.searcher.is_busy)
    assert space.window_frame.messages.text() == "The disk reported an error."
