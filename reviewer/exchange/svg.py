"""A drawing as SVG: for a page, where it takes its ink, or as a file of its own.

On a page ink is ``currentColor``, so that the same picture is right on light and dark ground and on
paper. Each has a title and a description for those who do not see it.
"""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from reviewer.exchange.characters import xml_text
from reviewer.exchange.drawing import (
    LETTER,
    USUAL,
    Align,
    Box,
    Dot,
    Drawing,
    Line,
    Path,
    Shape,
    Spot,
    Text,
    Tone,
)

_OPACITY = {Tone.FAINT: ' opacity="0.25"', Tone.SOFT: ' opacity="0.72"'}
_LESS = ' opacity="0.5"'
_LEAST_LETTERS = 3
_BOLDER = 1.12
_NAME = re.compile("[a-z]+")  # of a colour; what a project of others says it is may be anything


def svg(drawing: Drawing, name: str, colours: Mapping[str, str] | None = None) -> str:
    """``name`` is unique on the page.

    With ``colours`` (role or ``tag.NAME`` → #rrggbb) it needs no page around it; a page must give
    the variables ``--warning`` and ``--tag-NAME``.
    """
    size = f'viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    alone = ""
    if colours is not None:
        alone = (
            f' xmlns="http://www.w3.org/2000/svg" color="{colours["text"]}"'
            f' width="{drawing.width:g}" height="{drawing.height:g}"'
        )
    head = (
        f'<svg{alone} role="img" {size} aria-labelledby="{name}-picture {name}-told" font-size="12"'
        ' font-family="sans-serif" fill="currentColor" stroke="none">'
        f'<title id="{name}-picture">{_text(drawing.title)}</title>'
        f'<desc id="{name}-told">{_text(drawing.told)}</desc>'
    )
    ground = f'<rect width="100%" height="100%" fill="{colours["base"]}"/>' if colours else ""
    body = "".join(_spot(one, colours) if isinstance(one, Spot) else _shape(one, colours)
                   for one in drawing.shapes)  # fmt: skip
    return f"{head}{ground}{body}</svg>"


def _spot(spot: Spot, colours: Mapping[str, str] | None) -> str:
    body = "".join(_shape(one, colours) for one in spot.shapes)
    return f"<g><title>{_text(spot.told)}</title>{body}</g>"


def _shape(shape: Shape, colours: Mapping[str, str] | None) -> str:
    ink = _ink(shape, colours)
    less = _OPACITY.get(shape.tone, "")
    match shape:
        case Line():
            seen = _LESS if shape.soft else less
            return (
                f'<line x1="{shape.x1:.1f}" y1="{shape.y1:.1f}" x2="{shape.x2:.1f}"'
                f' y2="{shape.y2:.1f}" stroke="{ink}" stroke-width="{shape.width:g}"{seen}/>'
            )
        case Path():
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in shape.corners)
            return (
                f'<polyline points="{points}" fill="none" stroke="{ink}"'
                f' stroke-width="{shape.width:g}"{less}/>'
            )
        case Box():
            seen = _LESS if shape.soft else less
            return (
                f'<rect x="{shape.x:.1f}" y="{shape.y:.1f}" width="{max(0, shape.width):.1f}"'
                f' height="{shape.height:.1f}" rx="{shape.radius:g}" fill="{ink}"{seen}/>'
            )
        case Dot():
            return _dot(shape, ink)
        case Text():
            return _words(shape, ink, less)


def _dot(dot: Dot, ink: str) -> str:
    paint = f'fill="{ink if dot.filled else "none"}" stroke="{ink}" stroke-width="1.5"'
    if dot.diamond:
        x, y, r = dot.x, dot.y, dot.radius * 1.25
        return (
            f'<path d="M{x:.1f} {y - r:.1f}L{x + r:.1f} {y:.1f}L{x:.1f} {y + r:.1f}'
            f'L{x - r:.1f} {y:.1f}Z" {paint}/>'
        )
    return f'<circle cx="{dot.x:.1f}" cy="{dot.y:.1f}" r="{dot.radius:g}" {paint}/>'


def _words(text: Text, ink: str, less: str) -> str:
    wide = LETTER * text.size / USUAL * (_BOLDER if text.bold else 1)
    letters = max(_LEAST_LETTERS, int(text.room / wide))
    line = text.line
    shown = line if len(line) <= letters else f"{line[: letters - 1]}…"
    more = "".join((
        f' font-size="{text.size:g}"' if text.size != USUAL else "",
        ' font-weight="600"' if text.bold else "",
        f' text-anchor="{text.align}"' if text.align is not Align.START else "",
        f' fill="{ink}"' if ink != "currentColor" else "",
    ))  # fmt: skip
    title = f"<title>{_text(text.full or text.words)}</title>" if shown != text.full else ""
    return f'<text x="{text.x:.1f}" y="{text.y:.1f}"{more}{less}>{title}{_text(shown)}</text>'


def _ink(shape: Shape, colours: Mapping[str, str] | None) -> str:
    if isinstance(shape, Box) and shape.colour:
        if colours is not None:
            return colours.get(f"tag.{shape.colour}", colours["tag.grey"])
        name = shape.colour if _NAME.fullmatch(shape.colour) else "grey"
        return f"var(--tag-{name}, var(--tag-grey))"
    if shape.tone is Tone.WARNING:
        return "var(--warning)" if colours is None else colours["warning"]
    return "currentColor"


def _text(words: str) -> str:
    return escape(xml_text(words))
