"""The report as one HTML file: no script, nothing loaded from anywhere, and a policy that says so.

The style is allowed by its hash, so that a browser refuses anything else that may slip in.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reviewer.assets import asset
from reviewer.exchange.characters import html_text
from reviewer.exchange.layout import Figure, Report
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.pictures import picture
from reviewer.exchange.pieces import write_pieces
from reviewer.exchange.report import build_report
from reviewer.exchange.templates import FAULTS, NAME, refused, sandboxed

_PALETTE_ROLES = (
    "window", "panel", "base", "text", "muted", "border", "link", "selection", "selection_text",
    "danger", "warning", "success",
)  # fmt: skip


_CHUNKS = 200  # pieces of the template's output between two looks at whether to go on


def write_html(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """The report as a web page, piece by piece."""
    template = _environment().get_template("report.html")
    context = template.new_context(_context(build_report(material)))
    pieces = template.root_render_func(context)
    # Each entry and each finding comes as a piece of its own, with one of white space before it.
    total = 2 * (len(material.annotations) + len(material.relations)) + 2 * _CHUNKS
    yield from write_pieces(pieces, file, _CHUNKS, total)
    context.parent = {}  # the template's macros hold the context, and that would hold the report
    yield total, total


def write_html_by(folder: Path) -> Callable[[ReportMaterial, BinaryIO], Iterator[tuple[int, int]]]:
    """A writer that uses the template of the person's own in that folder.

    ExchangeError says what is wrong with it. What it is filled with is what our own gets.
    """

    def write(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
        report = build_report(material)
        yield 0, 2
        try:
            page = _equipped(sandboxed(folder)).get_template(NAME).render(_context(report))
        except FAULTS as error:
            raise refused(error, folder) from error
        yield 1, 2
        file.write(page.encode())
        yield 2, 2

    return write


def _equipped(environment: Environment) -> Environment:
    """With what our own template uses, so that it can be a beginning for others."""
    environment.finalize = _finalize
    environment.filters["tag_class"] = _tag_class
    environment.filters["picture"] = _picture
    return environment


def _context(report: Report) -> dict[str, object]:
    style = _style() + _marking_style(report.marking)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return {"report": report, "style": Markup(style), "style_hash": f"sha256-{digest}"}  # noqa: S704 - our own files


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(asset("resources", "templates"), encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return _equipped(made)


def _finalize(value: object) -> object:
    """What a parser would report or drop is replaced; the template escapes all the rest."""
    return html_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _style() -> str:
    """The palettes of the window as variables, then the report's own rules."""
    rules = asset("resources", "templates", "report.css").read_text("utf-8")
    tags = "\n".join(
        f".tag-{name}::before {{ background: var(--tag-{name}); }}" for name in _tag_names()
    )
    return (
        f":root {{ color-scheme: light dark; {_variables('light')} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_variables('dark')} }} }}\n"
        f"@media print {{ :root {{ color-scheme: light; }} }}\n"
        f"{rules}\n{tags}\n"
    )


def _marking_style(marking: str) -> str:
    """The marking in the margins of every printed page, as far as the browser can."""
    if not marking:
        return ""
    # Each letter by its number: whatever the person wrote, it stays one string of the style.
    words = "".join(f"\\{ord(letter):x} " for letter in html_text(marking))
    box = f'{{ content: "{words}"; font: 600 8pt system-ui, sans-serif; }}'
    return f"@page {{ @top-center {box} @bottom-center {box} }}\n"


def _variables(name: str) -> str:
    values = _palette(name)
    named = {role: values[role] for role in _PALETTE_ROLES}
    named |= {f"tag-{tag}": shade for tag, shade in values["tags"].items()}
    return " ".join(f"--{role}: {shade};" for role, shade in named.items())


@cache
def _palette(name: str) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(
        asset("resources", "palettes", f"{name}.json").read_text("utf-8")
    )
    return values


def _tag_names() -> tuple[str, ...]:
    return tuple(_palette("light")["tags"])


def _picture(figure: Figure, anchor: str) -> Markup:
    return Markup(html_text(picture(figure, anchor)))  # noqa: S704 - the picture escapes every text


def _tag_class(colour: str) -> str:
    """A class that the style knows; an unknown colour is grey, as in the window."""
    return f"tag tag-{colour if colour in _tag_names() else 'grey'}"
