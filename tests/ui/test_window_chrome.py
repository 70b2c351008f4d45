"""What frames the pages: tabs, hint, start page, widths."""

import pytest
from PySide6.QtCore import Qt

from reviewer.services.projects import new_project
from reviewer.services.sample import make_sample
from reviewer.ui.main_window import MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.workspace import Workspace


@pytest.fixture
def space(qtbot, tmp_path):
    window = MainWindow(Preferences(tmp_path / "preferences"))
    qtbot.addWidget(window)
    made = Workspace(window)
    window.fill(made, made)
    window.resize(1024, 640)
    window.show()
    yield made
    window.close()


@pytest.fixture
def sample(tmp_path):
    make_sample(tmp_path / "sample.review", "Tester").close()
    return tmp_path / "sample.review"


def test_the_hint_stands_below_a_text_until_it_is_hidden_for_good(qtbot, space, sample, tmp_path):
    assert space.hint.isHidden()
    space.open(sample)
    assert not space.hint.isHidden()
    space.show_page(space.contradictions)
    assert space.hint.isHidden()
    space.show_page(space.read)
    qtbot.mouseClick(space.hint.hide_button, Qt.MouseButton.LeftButton)
    assert space.hint.isHidden()
    space.show_page(space.read)
    assert space.hint.isHidden()
    space.preferences.flush()
    assert Preferences(tmp_path / "preferences").hint_hidden


def test_an_empty_project_says_how_to_begin(space, tmp_path):
    new_project(tmp_path / "empty.review", "Tester").close()
    space.open(tmp_path / "empty.review")
    assert space.hint.isHidden()
    assert "Import sources to begin" in space.read.view.accessibleDescription()


def test_a_narrow_window_leaves_half_of_it_to_the_document(space, sample):
    space.open(sample)
    space.window_frame.resize(1024, 640)
    assert (space.window_frame.width(), space.window_frame.height()) == (1024, 640)
    left, document, right = space.read.panes.sizes()
    assert document >= 1024 * 0.45
    assert left >= 180
    assert right >= 280


def test_the_tab_of_the_page_is_checked(space, sample):
    space.open(sample)
    tabs = space.top._buttons
    assert tabs["show_read"].isChecked()
    space.show_page(space.contradictions)
    assert [key for key, tab in tabs.items() if tab.isChecked()] == ["show_contradictions"]
