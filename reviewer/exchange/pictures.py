"""The figures of a report as SVG; the window and the PDF paint the same drawings."""

import json
from collections.abc import Mapping
from functools import cache

from reviewer.assets import asset
from reviewer.exchange.cross_pictures import counts_drawing, matrix_drawing
from reviewer.exchange.drawing import Drawing
from reviewer.exchange.layout import Counts, Figure, Matrix
from reviewer.exchange.svg import svg
from reviewer.exchange.timeline_picture import timeline_drawing


def drawing_of(figure: Figure) -> Drawing:
    """What a figure looks like."""
    match figure:
        case Matrix():
            return matrix_drawing(figure)
        case Counts():
            return counts_drawing(figure)
        case _:
            return timeline_drawing([figure])


def picture(figure: Figure, name: str, *, alone: bool = False) -> str:
    """SVG; ``name`` is unique on the page. ``alone`` makes a file that needs no page around it."""
    return svg(drawing_of(figure), name, paper_colours() if alone else None)


@cache
def paper_colours() -> Mapping[str, str]:
    """Role, or ``tag.NAME``, → #rrggbb as on paper: pictures that leave the program are light."""
    values = json.loads(asset("resources", "palettes", "light.json").read_text("utf-8"))
    tags = {f"tag.{name}": shade for name, shade in values.pop("tags").items()}
    return {**values, **tags}
