"""No text is cut and nothing overlaps in any picture of the tour, in each of its looks."""

from pathlib import Path

import pytest
from layout import faults
from PySide6.QtWidgets import QWidget

from reviewer.ui.tour import LOOKS, take_tour
from reviewer.ui.tour_hands import Look

# The looks of the pictures; half of them in the smallest window that Reviewer is made for.
SMALLEST = (1024, 640)
WAYS = [
    Look("light", 100, SMALLEST),
    Look("dark", 100),
    Look("light", 200, (1920, 1080)),
    Look("dark", 200, SMALLEST),
]


@pytest.mark.parametrize("look", WAYS, ids=lambda look: look.name)
def test_nothing_is_cut(own_look, tmp_path: Path, look: Look) -> None:
    found: dict[str, str] = {}
    pictures: list[str] = []

    def measure(widget: QWidget, picture: Path) -> None:
        pictures.append(picture.stem)
        room = widget.window().size().boundedTo(widget.size())
        if room.width() > look.size[0] or room.height() > look.size[1]:
            found.setdefault(f"{type(widget).__name__} needs {room.toTuple()}", picture.stem)
        for fault in faults(widget):
            found.setdefault(fault, picture.stem)

    list(take_tour(tmp_path, [look], measure))
    assert len(pictures) > 20
    assert not found, "\n".join(f"{picture}: {fault}" for fault, picture in found.items())


def test_every_look_of_the_pictures_is_measured() -> None:
    assert {(look.theme, look.scale) for look in LOOKS} == {(way.theme, way.scale) for way in WAYS}
