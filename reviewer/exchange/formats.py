"""The formats that a project is written in: what each is called, needs, and is written by.

A writer takes the chosen material and a file open for bytes, and yields how far it is; whoever
drives it may stop at any yield. Libraries are loaded when their format is asked for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from reviewer.exchange.material import ReportMaterial

Step = tuple[int, int]
"""How many steps are done, of how many."""

Writer = Callable[[ReportMaterial, BinaryIO], Iterator[Step]]


@dataclass(frozen=True, slots=True)
class NamedFile:
    """One of several files that a format consists of."""

    name: str  # without ending: "claims"
    write: Writer


@dataclass(frozen=True, slots=True)
class Format:
    """``suffix`` has its dot. Where ``files`` is given, ``write`` packs them into one ``.zip``."""

    id: str
    label: str
    suffix: str
    write: Writer
    has_journal: bool = False  # needs ``ReportMaterial.journal``
    has_contents: bool = False  # needs ``ReportMaterial.contents``, whatever the options say
    files: tuple[NamedFile, ...] = ()


def _html(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.html import write_html  # noqa: PLC0415 - only when asked for

    return write_html(material, file)


FORMATS = {
    one.id: one
    for one in (
        Format("html", "Web page", ".html", _html),
    )
}  # fmt: skip
"""All but PDF, which Qt writes: see ``reviewer.ui.pdf``."""
