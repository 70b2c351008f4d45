"""The helper that measures layouts finds what it is there to find."""

import pytest
from layout import faults
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QStackedLayout,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.metrics import grid
from reviewer.ui.views.elided import Elided
from reviewer.ui.views.link_button import LinkButton

SENTENCE = "A sentence that is long enough to be cut"


@pytest.fixture
def room(qtbot):
    """``room(widget, width, height)``: the widget in a window, at a size of its own."""

    windows = []

    def make(widget: QWidget, width: int, height: int) -> QWidget:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(600, 400)
        widget.setParent(window)
        widget.setGeometry(10, 10, width, height)
        window.show()
        return window

    return make


MADE = {
    "label": lambda: QLabel(SENTENCE),
    "wrapping": lambda: QLabel(SENTENCE, wordWrap=True),
    "push": lambda: QPushButton(SENTENCE),
    "link": lambda: LinkButton(SENTENCE),
}


@pytest.mark.parametrize("kind", MADE)
def test_text_that_has_its_room_is_no_fault(room, kind) -> None:
    widget = MADE[kind]()
    assert faults(room(widget, 500, 60)) == []


@pytest.mark.parametrize("kind", MADE)
def test_text_that_is_cut_is_found(room, kind) -> None:
    assert any(SENTENCE[:20] in fault for fault in faults(room(MADE[kind](), 60, 20)))


def test_a_hint_or_a_choice_may_be_shortened_but_not_to_nothing(room) -> None:
    line, combo = QLineEdit(placeholderText=SENTENCE), QComboBox()
    combo.addItem(SENTENCE)
    for widget in (line, combo, Elided(SENTENCE)):
        assert faults(room(widget, 160, 40)) == [], type(widget)
        assert faults(room(widget, 44, 40)) != [], type(widget)


def test_a_row_that_is_wider_than_its_list_is_found(room) -> None:
    rows = QListWidget()
    rows.addItem(SENTENCE)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert faults(room(rows, 500, 100)) == []
    assert "outside" in faults(room(rows, 120, 100))[0]


def test_siblings_that_a_layout_puts_over_each_other_are_found(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    one, other = QPushButton("One"), QPushButton("Other")
    row.addWidget(one)
    row.addWidget(other)
    window.show()
    assert faults(window) == []
    other.move(one.pos())
    assert "lies over" in faults(window)[0]


def test_a_part_outside_of_its_parent_is_found(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    floating = QWidget(window)
    floating.setGeometry(150, 50, 100, 20)
    window.show()
    assert "partly outside" in faults(window)[0]


def test_a_widget_that_is_squeezed_is_found(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    button = QPushButton("Press")
    column.addWidget(button)
    window.show()
    button.resize(button.minimumSizeHint().width() - 3, button.height())
    assert any("needs" in fault for fault in faults(window))


def test_spacing_is_in_multiples_of_4_px(space) -> None:
    """At 100 %; 1 or 2 px are lines, and the half step between a field and what is said of it."""
    window = space.window_frame
    assert grid(window) == 4
    odd = []
    for layout in window.findChildren(QLayout):
        owner = layout.parentWidget()
        own = owner is not None and type(owner).__module__.startswith("reviewer")
        of_qt = isinstance(layout, QStackedLayout) or isinstance(owner, (QMainWindow, QStatusBar))
        if not own or of_qt:  # these go by no margins, or by Qt's own
            continue
        margins = layout.contentsMargins()
        sizes = [margins.left(), margins.top(), margins.right(), margins.bottom()]
        if layout.count() > 1:
            sizes.append(layout.spacing())
        if any(size > 2 and size % 4 for size in sizes):
            odd.append(f"{type(owner).__name__}: {sizes}")
    assert odd == []
