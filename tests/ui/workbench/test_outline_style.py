import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QRadioButton

from reviewer.ui import theme


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
def dressed(request, qapp, qtbot):
    theme.apply(qapp, dark=request.param)
    yield
    theme.apply(qapp, dark=False)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QRadioButton, QCheckBox])
def test_edges_are_seen(dressed, qtbot, kind):
    """Somewhere on the way inwards from the left edge stands a line of 3:1 on the window."""
    widget = kind()
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    ground = widget.palette().color(QPalette.ColorRole.Window)
    image = widget.grab().toImage()
    row = [image.pixelColor(x, image.height() // 2) for x in range(8)]
    assert max(contrast(colour, ground) for colour in row) >= 3


@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox])
def test_a_mark_is_seen(dressed, qtbot, kind):
    widget = kind()
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    empty = widget.grab().toImage()
    widget.setChecked(True)
    marked = widget.grab().toImage()
    differing = [
        contrast(empty.pixelColor(x, y), marked.pixelColor(x, y))
        for x in range(empty.width())
        for y in range(empty.height())
    ]
    assert sum(each >= 3 for each in differing) > 6


def test_the_style_is_set_once(dressed, qapp):
    before = qapp.style().objectName()
    theme.apply(qapp, dark=True)
    assert qapp.style().objectName() == before == "outlined"
