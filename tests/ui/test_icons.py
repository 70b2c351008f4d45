"""Icons: of one family, in the palette's colours, sharp where a pixel is many."""

import os
import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.assets import asset
from reviewer.ui import theme
from reviewer.ui.actions import COMMANDS, ICONS
from reviewer.ui.icons import IN_SHEET, icon, tinted

LUCIDE = asset("resources", "icons", "lucide")


@pytest.fixture
def widget(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def used() -> set[str]:
    """Every icon that the code names, by its file."""
    named = set(ICONS.values()) | {name for name, _, _ in IN_SHEET.values()}
    for path in asset("reviewer", "ui").rglob("*.py"):
        calls = r'\b(?:icon\(|(?:put_icon|FieldIcon)\([\w.]+,)\s*"([\w-]+)"'
        named |= set(re.findall(calls, path.read_text("utf-8")))
    return named


def test_what_is_shipped_is_what_is_used_and_its_licence() -> None:
    shipped = {path.stem for path in LUCIDE.glob("*.svg")}
    assert shipped == used()
    licence = (LUCIDE / "LICENSE").read_text("utf-8")
    assert licence.startswith("ISC License")
    assert "Lucide" in licence


def test_they_are_of_one_family() -> None:
    for path in LUCIDE.glob("*.svg"):
        drawing = path.read_text("utf-8")
        assert "@license lucide-static" in drawing
        assert 'viewBox="0 0 24 24"' in drawing
        assert 'stroke-width="2"' in drawing


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_those_of_the_style_sheet_are_the_same_in_the_palettes_colours(dark: bool) -> None:
    """Made anew with ``UPDATE_GOLDEN=1``, when a palette or an icon has changed."""
    shades = theme.shades(dark=dark)
    folder = asset("resources", "icons", "dark" if dark else "light")
    for file, (name, role, stroke) in IN_SHEET.items():
        made, path = tinted(name, shades[role].name(), stroke), folder / f"{file}.svg"
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(made, "utf-8")
        assert path.read_text("utf-8") == made, path
    assert {path.stem for path in folder.iterdir()} == IN_SHEET.keys()


def test_an_icon_is_sharp_at_any_scale_and_pale_when_disabled(widget) -> None:
    made = icon("search", widget, "text")
    side = widget.fontMetrics().height()
    for scale in (1, 2):
        shown = made.pixmap(QSize(side, side), scale)
        assert shown.width() == side * scale, "enlarged from a smaller one"
        assert shown.devicePixelRatio() == pytest.approx(scale)
    pictures = [
        made.pixmap(QSize(side, side), 2.0, mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    ]
    inks = [
        max((image.pixelColor(x, y).alpha(), image.pixelColor(x, y).name())
            for x in range(image.width()) for y in range(image.height()))[1]
        for image in pictures
    ]  # fmt: skip
    assert inks == [theme.shade("text").name(), theme.shade("faint").name()]


def test_commands_have_theirs_in_both_palettes(space) -> None:
    assert ICONS.keys() <= {row.id for row in COMMANDS}
    window = space.window_frame

    def pictures():
        return {
            key: window.actions_by_id[key].icon().pixmap(QSize(16, 16), 2.0).toImage()
            for key in ICONS
        }

    light = pictures()
    assert all(not image.isNull() for image in light.values())
    window.choose_theme("dark")
    dark = pictures()
    assert all(light[key] != dark[key] for key in ICONS)


def test_the_button_that_empties_a_field_is_of_the_family(qtbot, qapp) -> None:
    field = QLineEdit("words", clearButtonEnabled=True)
    qtbot.addWidget(field)
    with theme.laid_aside(qapp):  # as Qt draws it, whatever theme a test before has left
        before = field.grab().toImage()
    theme.apply(qapp, dark=False)
    field.show()
    assert field.grab().toImage() != before
