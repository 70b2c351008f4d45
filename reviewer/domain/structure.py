"""A document's blocks and inlines as one line of JSON, for storage beside its text."""

import json

from reviewer.domain.document import Block, BlockKind, Document, Inline, InlineKind
from reviewer.domain.errors import StorageError

_VERSION = 1


def structure_to_json(document: Document) -> str:
    """``v`` is the version, ``b`` has rows of kind, start, end, level and 1 if boilerplate, ``i``
    rows of kind, start, end and target.

    Values at the end of a row that are the default are left out. Text and metadata are not in it.
    """
    blocks = [
        _trimmed([b.kind.value, b.start, b.end, b.level, int(b.boilerplate)], 3)
        for b in document.blocks
    ]
    inlines = [_trimmed([i.kind.value, i.start, i.end, i.target], 3) for i in document.inlines]
    return json.dumps(
        {"v": _VERSION, "b": blocks, "i": inlines}, ensure_ascii=False, separators=(",", ":")
    )


def structure_from_json(structure: str) -> tuple[tuple[Block, ...], tuple[Inline, ...]]:
    """Blocks and inlines as they were; StorageError if ``structure`` is not what was written."""
    try:
        content = json.loads(structure)
        _require(content["v"] == _VERSION)
        return tuple(_block(*row) for row in content["b"]), tuple(
            _inline(*row) for row in content["i"]
        )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise StorageError("The stored structure of a text is damaged.") from error


def _trimmed(row: list[str | int], least: int) -> list[str | int]:
    while len(row) > least and not row[-1]:
        row.pop()
    return row


def _block(kind: str, start: int, end: int, level: int = 0, dimmed: int = 0) -> Block:
    _require_span(start, end)
    return Block(start, end, BlockKind(kind), int(level), boilerplate=bool(dimmed))


def _inline(kind: str, start: int, end: int, target: str = "") -> Inline:
    _require_span(start, end)
    return Inline(start, end, InlineKind(kind), str(target))


def _require_span(start: object, end: object) -> None:
    _require(type(start) is int and type(end) is int and 0 <= start <= end)


def _require(sound: bool) -> None:
    if not sound:
        raise ValueError("not as it was written")
