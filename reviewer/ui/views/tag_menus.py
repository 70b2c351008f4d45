"""The submenus of a tag: its colour, its key, and the tag that it is merged into."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.domain.codebook import TAG_COLOURS, is_within, path, walk
from reviewer.domain.records import Tag
from reviewer.ui.chips import chip_icon
from reviewer.ui.metrics import em

Picked = TypeVar("Picked")

KEYS = "123456789"


def colour_menu(tag: Tag, chosen: Callable[[Tag], None], parent: QWidget) -> QMenu:
    """The twelve colours as marks with names; ``chosen`` gets the tag in its new colour."""
    menu = QMenu("Colour", parent)
    for colour in TAG_COLOURS:
        action = menu.addAction(chip_icon(colour, em(parent, 1), parent), colour.capitalize())
        action.setEnabled(colour != tag.colour)
        _choose(action, chosen, replace(tag, colour=colour))
    return menu


def key_menu(
    tag: Tag, tags: Mapping[str, Tag], chosen: Callable[[Tag], None], parent: QWidget
) -> QMenu:
    """1 to 9 with who has each now, and none; ``chosen`` gets the tag with its new key."""
    menu = QMenu("Key", parent)
    holders = {other.key: other.name for other in tags.values() if other.key}
    for key in KEYS:
        text = f"{key}   {holders[key]}" if key in holders else key
        action = menu.addAction(text.replace("&", "&&"))
        action.setEnabled(key != tag.key)
        _choose(action, chosen, replace(tag, key=key))
    menu.addSeparator()
    none = menu.addAction("No key")
    none.setEnabled(bool(tag.key))
    _choose(none, chosen, replace(tag, key=""))
    return menu


def merge_menu(
    tag: Tag, tags: Mapping[str, Tag], chosen: Callable[[str], None], parent: QWidget
) -> QMenu:
    """Every tag that is not this one nor below it; ``chosen`` gets the id of the one picked."""
    menu = QMenu("Merge into", parent)
    for _, other in walk(tags.values()):
        if is_within(tags, other.id, tag.id):
            continue
        name = " / ".join(step.name for step in path(tags, other.id)).replace("&", "&&")
        action = menu.addAction(chip_icon(other.colour, em(parent, 1), parent), name)
        _choose(action, chosen, other.id)
    menu.setEnabled(not menu.isEmpty())
    return menu


def _choose(action: QAction, chosen: Callable[[Picked], None], what: Picked) -> None:
    action.triggered.connect(lambda: chosen(what))
