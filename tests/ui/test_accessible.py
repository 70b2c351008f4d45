"""Every control has a name and a role; the focus is seen wherever it goes."""

from pathlib import Path

import pytest
from accessible import own_widgets, silent
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.ui.dialogs.licences import LicencesDialog
from reviewer.ui.spans import Span
from reviewer.ui.tour import take_tour
from reviewer.ui.tour_hands import Look
from reviewer.ui.views.overlap_menu import OverlapMenu


@pytest.fixture
def own_look(qapp: QApplication):
    """The theme and the type size are taken back afterwards."""
    before = qapp.palette(), qapp.font(), qapp.styleSheet()
    yield
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    qapp.setStyleSheet(before[2])


def test_every_widget_of_every_view_and_dialog_has_a_name(own_look, qtbot, tmp_path: Path) -> None:
    """Whatever the tour shows; and there is no class of widget that it does not show."""
    nameless: set[str] = set()
    met: set[type] = set()

    def listen(widget: QWidget, _picture: Path) -> None:
        nameless.update(silent(widget))
        met.update(map(type, (widget, *widget.findChildren(QWidget))))

    list(take_tour(tmp_path, [Look("light")], listen))
    licences = LicencesDialog("MIT")  # a build's own
    qtbot.addWidget(licences)
    menu = OverlapMenu([Span("a", 0, 1, label="aid")], licences)  # stands at the pointer
    for widget in (licences, menu):
        listen(widget, tmp_path)
    assert not nameless, "\n".join(sorted(nameless))
    unseen = {one.__name__ for one in own_widgets() - met}
    assert not unseen, "the tour (reviewer/ui/tour.py) shows none of these"


def test_a_control_without_a_name_or_a_role_is_found(qtbot) -> None:
    class Bare(QWidget):
        pass

    bare = Bare()
    qtbot.addWidget(bare)
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert silent(bare) == ["Bare: no name"]
    bare.setAccessibleName("Bare")
    assert silent(bare) == ["Bare: no role, but Client"]
