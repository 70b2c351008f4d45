import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui import theme
from reviewer.ui.top_bar import PageTab
from reviewer.ui.views.gathered_text import GatheredText
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.note_edit import NoteEdit


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    parts = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def dressed(request, qapp):
    theme.apply(qapp, dark=request.param)
    yield request.param
    theme.apply(qapp, dark=False)


FIELDS = {
    "line": QLineEdit,
    "note": lambda: NoteEdit("note"),
    "rationale": lambda: GatheredText("rationale", 3),
    "spin": QSpinBox,
    "combo": QComboBox,
    "radio": QRadioButton,
    "check": QCheckBox,
    "push": lambda: QPushButton("Press"),
}


@pytest.mark.parametrize("kind", FIELDS)
def test_edges_are_seen(dressed, qtbot, kind):
    """Somewhere on the way inwards from the left edge stands a line of 3:1 on the window."""
    widget = FIELDS[kind]()
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    ground = theme.shades(dark=dressed)["window"]
    image = widget.grab().toImage()
    row = [image.pixelColor(x, image.height() // 2) for x in range(12)]
    assert max(contrast(colour, ground) for colour in row) >= 3


@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox])
def test_a_mark_is_seen(dressed, qtbot, kind):
    widget = kind()
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    empty = widget.grab().toImage()
    widget.setChecked(True)
    assert changed(empty, widget.grab().toImage()) > 6


def changed(before, after):
    """How many pixels differ by 3:1 or more."""
    return sum(
        contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= 3
        for x in range(before.width())
        for y in range(before.height())
    )


FOCUSABLE = {
    **FIELDS,
    "tab": lambda: PageTab("Read"),
    "link": lambda: LinkButton("Undo"),
    "tool": QToolButton,
}


@pytest.mark.parametrize("kind", FOCUSABLE)
def test_focus_is_seen_and_moves_nothing(dressed, qtbot, kind):
    """Pixels in the accent's colour come, most of them along the edge, and the size stays."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    other, widget = QPushButton("Other"), FOCUSABLE[kind]()
    column.addWidget(other)
    column.addWidget(widget)
    window.resize(240, 160)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    accent = theme.shades(dark=dressed)["accent"].rgb()
    before, hint = accents(widget, accent), widget.sizeHint()
    widget.setFocus()
    assert widget.hasFocus()
    assert accents(widget, accent) - before >= widget.width()
    assert widget.sizeHint() == hint


def accents(widget, accent):
    image = widget.grab().toImage()
    return sum(
        image.pixel(x, y) == accent for x in range(image.width()) for y in range(image.height())
    )


def test_scroll_bars_have_no_arrows_and_a_handle_that_is_seen(dressed, qtbot):
    bar = QScrollBar()
    qtbot.addWidget(bar)
    bar.setRange(0, 100)
    bar.setPageStep(50)
    bar.resize(bar.sizeHint().width(), 200)
    image = bar.grab().toImage()
    middle = [image.pixelColor(image.width() // 2, y) for y in range(200)]
    ground = theme.shades(dark=dressed)["window"]
    assert contrast(middle[20], ground) >= 3
    assert middle[199] == ground


def test_every_size_follows_the_type(qapp, qtbot):
    theme.apply(qapp, dark=False)
    before = qapp.font().pointSizeF()
    try:
        bar = QScrollBar()
        qtbot.addWidget(bar)
        bar.show()
        narrow = bar.sizeHint().width()
        theme.resize(qapp, before * 2)
        assert bar.sizeHint().width() == pytest.approx(2 * narrow, abs=2)
    finally:
        theme.resize(qapp, before)


def test_switching_recolours_what_is_shown(qapp, qtbot):
    theme.apply(qapp, dark=False)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    light = field.grab().toImage().pixelColor(field.width() // 2, field.height() // 2)
    theme.apply(qapp, dark=True)
    dark = field.grab().toImage().pixelColor(field.width() // 2, field.height() // 2)
    theme.apply(qapp, dark=False)
    assert (light, dark) == tuple(theme.shades(dark=d)["base"] for d in (False, True))


class Told(QWidget):
    """Keeps whether Python's collector was on at each change of its look."""

    def __init__(self):
        super().__init__()
        self.collector = set()

    def event(self, event):
        if event.type() is QEvent.Type.StyleChange:
            self.collector.add(gc.isenabled())
        return super().event(event)


@pytest.mark.usefixtures("own_look")
def test_no_widget_is_collected_while_qt_goes_through_them(qapp, qtbot):
    """One that went meanwhile took the process with it."""
    theme.apply(qapp, dark=False)
    told = Told()
    qtbot.addWidget(told)
    told.show()
    told.collector.clear()
    theme.apply(qapp, dark=True)
    theme.resize(qapp, qapp.font().pointSizeF() * 2)
    assert told.collector == {False}
    assert gc.isenabled()


def test_a_widget_knows_whether_it_is_dark(dressed, qtbot):
    """The style sheet gives widgets palettes of their own; their colours must still be right."""
    for make in (QScrollBar, QLineEdit, QPushButton, lambda: PageTab("Read")):
        widget = make()
        qtbot.addWidget(widget)
        widget.show()
        assert theme.is_dark(widget) is dressed


def test_the_sheet_names_only_roles_that_there_are(dressed):
    assert "$" not in theme.sheet(dark=dressed)


def test_the_palette_has_what_is_disabled_apart(dressed, qapp):
    group = QPalette.ColorGroup
    text = QPalette.ColorRole.Text
    assert qapp.palette().color(group.Disabled, text) != qapp.palette().color(group.Active, text)
