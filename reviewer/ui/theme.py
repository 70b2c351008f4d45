"""Colours of the window: two palettes of our own on Fusion, switched live.

``setColorScheme`` does nothing on bare X11, KDE or offscreen, so the palettes are explicit. Fusion
makes its outlines from the window's colour, which on a dark ground leaves none to be seen: the few
classes that need one get it from ``resources/theme.qss``.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from reviewer.assets import asset
from reviewer.services.collector import collector_rests


@cache
def _shades(name: str) -> dict[str, QColor]:
    values = json.loads(asset("resources", "palettes", f"{name}.json").read_text("utf-8"))
    tags = values.pop("tags")
    named = {**values, **{f"tag.{tag}": shade for tag, shade in tags.items()}}
    return {role: QColor(shade) for role, shade in named.items()}


def shades(*, dark: bool) -> dict[str, QColor]:
    """Role name → colour; tag colours are under ``tag.NAME``."""
    return _shades("dark" if dark else "light")


def is_dark(widget: QWidget | None = None) -> bool:
    """Whether the widget (or the application) now shows the dark palette."""
    base = widget.palette().color(QPalette.ColorRole.Base) if widget else QColor()
    if base.alpha() == 0 or not widget:  # the style sheet took the widget's ground away
        base = QApplication.palette().color(QPalette.ColorRole.Base)
    return base.lightness() < 128  # noqa: PLR2004 - half of 255


def shade(role: str, widget: QWidget | None = None) -> QColor:
    """A role's colour in the palette that is shown now, e.g. ``shade("muted", self)``."""
    return QColor(shades(dark=is_dark(widget))[role])


def tag_shade(colour: str, widget: QWidget | None = None) -> QColor:
    """A tag colour in the palette that is shown now; an unknown name is grey."""
    known = shades(dark=is_dark(widget))
    return QColor(known.get(f"tag.{colour}", known["tag.grey"]))


def palette(*, dark: bool) -> QPalette:
    """The whole application's palette."""
    c = shades(dark=dark)
    role = QPalette.ColorRole
    made = QPalette()
    for key, shade_name in {
        role.Window: "window", role.WindowText: "text", role.Base: "base",
        role.AlternateBase: "alternate", role.Text: "text", role.Button: "panel",
        role.ButtonText: "text", role.BrightText: "danger", role.Highlight: "selection",
        role.HighlightedText: "selection_text", role.Link: "link", role.LinkVisited: "link",
        role.ToolTipBase: "panel", role.ToolTipText: "text", role.PlaceholderText: "muted",
        role.Light: "panel", role.Midlight: "hover", role.Mid: "border", role.Dark: "control",
        role.Shadow: "control", role.Accent: "accent",
    }.items():  # fmt: skip
        made.setColor(key, c[shade_name])
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, c["faint"])
    return made


@cache
def sheet(*, dark: bool) -> str:
    """``resources/theme.qss`` with the roles of a palette in it."""
    roles = {role: colour.name() for role, colour in shades(dark=dark).items()}
    icons = asset("resources", "icons", "dark" if dark else "light").as_posix()
    template = Template(asset("resources", "theme.qss").read_text("utf-8"))
    return template.substitute(roles, icons=icons)


@collector_rests()
def apply(app: QApplication, *, dark: bool) -> None:
    """Fusion with the light or dark palette on the whole application."""
    if not app.styleSheet():  # with one, Qt names its own style over Fusion, and not Fusion
        app.setStyle("Fusion")
        # A style sheet would else cut fonts and palettes off from the widgets below.
        app.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    if app.styleSheet() == sheet(dark=dark):
        app.setPalette(palette(dark=dark))
        return
    with steady(app):
        app.setStyleSheet("")  # straight from one sheet to another Qt takes six times as long
        app.setPalette(palette(dark=dark))
        app.setStyleSheet(sheet(dark=dark))


@contextmanager
def steady(app: QApplication) -> Iterator[None]:
    """Leave each pane as wide and as high as it is while style sheets are changed.

    Qt dresses widgets in no order, and lays some out while others beside them are still undressed:
    that moves splitters, and leaves sizes behind that nobody asks for again.
    """
    shown = [widget for widget in app.allWidgets() if widget.isVisible()]
    sizes = {one: one.sizes() for one in shown if isinstance(one, QSplitter)}
    yield
    for widget in shown:
        widget.updateGeometry()
    for splitter, before in sizes.items():
        splitter.setSizes(before)


@contextmanager
def laid_aside(app: QApplication) -> Iterator[None]:
    """Without the style sheet, while a great many widgets are made.

    With it Qt dresses each widget anew whenever one is put into another: a quarter of a second for
    all of the window, in which it answers nobody. Dressing them all once takes a tenth of that.
    """
    worn = app.styleSheet()
    with collector_rests():
        app.setStyleSheet("")
    try:
        yield
    finally:
        with collector_rests():
            app.setStyleSheet(worn)


@collector_rests()
def resize(app: QApplication, points: float) -> None:
    """All text at ``points``; sizes of the style sheet follow."""
    font = app.font()
    if abs(font.pointSizeF() - points) < 0.01:  # noqa: PLR2004 - a hundredth of a point is nothing
        return
    font.setPointSizeF(points)
    with laid_aside(app):  # Qt reckons ems once, when the sheet is set
        app.setFont(font)
