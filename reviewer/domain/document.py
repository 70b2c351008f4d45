"""A document as an importer gives it: canonical text and the structure laid over it.

Offsets everywhere are Unicode code points of the canonical text, 0-based, end-exclusive.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a run of whole lines is."""

    METADATA = "metadata"  # front matter: known about the text, not part of it
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    CODE = "code"
    TABLE_ROW = "table_row"


class InlineKind(StrEnum):
    """What a run within a block is."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    STRIKE = "strike"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text without its closing newline; blocks are in order and do not overlap."""

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0  # of a heading 1 to 6, of a list item its depth from 0
    boilerplate: bool = False  # sidebars, related links, share bars: read dimmed, not suggested


@dataclass(frozen=True, slots=True)
class Inline:
    """Emphasis, link or the like over ``text[start:end]``."""

    start: int
    end: int
    kind: InlineKind
    target: str = ""  # a link's address


@dataclass(frozen=True, slots=True)
class Document:
    """Canonical text: newlines are ``\\n``; no U+FEFF, no NUL, no lone surrogates.

    ``metadata`` holds what the text says of itself (title, publisher, author, date, address),
    as found, under lower-case keys.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    inlines: tuple[Inline, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    media_type: str = "text/plain"
    encoding: str = "utf-8"
