"""Splitters are remembered for the person; filters and what is compared, for each project."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reviewer.services import reading
from reviewer.ui.main_window import MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.workspace import Workspace


@pytest.fixture
def start(qapp, tmp_path: Path):
    """``start(path)``: Reviewer started anew by the same person, with that project."""
    windows = []

    def begin(path: Path, size: tuple[int, int] = (1360, 860)) -> Workspace:
        for window in windows:
            window.close()
        window = MainWindow(Preferences(tmp_path / "person"))
        windows.append(window)
        space = Workspace(window)
        window.fill(space, space)
        window.resize(*size)
        window.show()
        assert space.open(path)
        qapp.processEvents()
        return space

    yield begin
    for window in windows:
        window.close()
        window.deleteLater()


SPLITTERS = {
    "read": lambda space: (space.read, space.read.panes),
    "sources and codebook": lambda space: (space.read, space.read.left),
    "annotations": lambda space: (space.read, space.read.panel.splitter),
    "compare": lambda space: (space.compare, space.compare.across),
    "documents": lambda space: (space.compare, space.compare.documents._across),
    "strip": lambda space: (space.compare, space.compare.documents._down),
    "contradictions": lambda space: (
        space.contradictions,
        space.contradictions.workbench.splitter,
    ),
}


@pytest.mark.parametrize("which", SPLITTERS)
def test_a_splitter_that_was_moved_stays_so(start, sample_file: Path, annotation_of, which) -> None:
    def shown(space: Workspace):
        space.go_to_annotation(annotation_of(space, "79.5 million"))
        page, splitter = SPLITTERS[which](space)
        space.show_page(page)
        QApplication.processEvents()
        return splitter

    space = start(sample_file)
    splitter = shown(space)
    usual = splitter.sizes()
    splitter.moveSplitter(usual[0] - 60, 1)
    moved = splitter.sizes()
    assert moved != usual
    again = shown(start(sample_file))
    assert again is not splitter
    assert again.sizes() == pytest.approx(moved, abs=1)


def test_what_nobody_moved_goes_on_fitting_the_window(start, sample_file: Path) -> None:
    start(sample_file)
    space = start(sample_file, (1024, 640))
    _, document, _ = space.read.panes.sizes()
    assert document >= 1024 * 0.45


def test_filters_are_remembered_for_each_project(start, sample_file: Path, tmp_path: Path) -> None:
    space = start(sample_file)
    space.contradictions.workbench.set_filters(("open", "contradicts"))
    narrowed = space.contradictions.workbench._list._model.rowCount()
    assert 0 < narrowed < space.contradictions.workbench._list.total
    space.session.new(tmp_path / "Other.review")
    assert space.contradictions.workbench.filters == ("", "")
    space = start(sample_file)
    assert space.contradictions.workbench.filters == ("open", "contradicts")
    assert space.contradictions.workbench._list._model.rowCount() == narrowed
    assert space.contradictions.workbench.current_id


def test_what_was_side_by_side_comes_back_where_it_was_read(start, sample_file: Path) -> None:
    space = start(sample_file)
    ids = reading.source_ids(space.session.project)
    space.perform("show_compare")
    for pane, source_id in zip(space.compare.panes, ids, strict=False):
        pane.open_source(source_id)
    QApplication.processEvents()  # one scrolls in what is laid out
    for pane in space.compare.panes:  # the second may draw the first along
        pane.view.set_top_offset(len(pane.view.canonical()) // 3)
    QApplication.processEvents()
    tops = [pane.view.top_offset() for pane in space.compare.panes]
    assert all(tops)
    space = start(sample_file)
    space.perform("show_compare")
    QApplication.processEvents()
    assert [pane.source_id for pane in space.compare.panes] == list(ids[:2])
    two_lines = 160  # the texts are wrapped anew while the page is put together
    found = [pane.view.top_offset() for pane in space.compare.panes]
    assert found == pytest.approx(tops, abs=two_lines)


def test_what_is_gone_is_not_put_side_by_side(start, sample_file: Path) -> None:
    space = start(sample_file)
    space.preferences.keep(sample_file, "compared", '[["gone", 12], ["", 0]]')
    space.perform("show_compare")
    assert space.compare.panes[0].source_id == space.read.source_id
    assert not space.compare.panes[1].source_id
