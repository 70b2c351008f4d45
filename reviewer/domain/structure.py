"""The structure of a document as compact JSON, for keeping it apart from the text."""

import json

from reviewer.domain.document import Block, BlockKind, Document, Inline, InlineKind

Structure = tuple[tuple[Block, ...], tuple[Inline, ...]]


def structure_to_json(document: Document) -> str:
    """Blocks and inlines as arrays in the order of their fields; metadata as it is."""
    return json.dumps(
        {
            "blocks": [
                [b.start, b.end, str(b.kind), b.level, int(b.boilerplate)] for b in document.blocks
            ],
            "inlines": [[i.start, i.end, str(i.kind), i.target] for i in document.inlines],
            "metadata": dict(document.metadata),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def structure_from_json(text: str) -> Structure:
    """What ``structure_to_json`` wrote, without the metadata."""
    read = json.loads(text)
    return (
        tuple(
            Block(start, end, BlockKind(kind), level, bool(boilerplate))
            for start, end, kind, level, boilerplate in read["blocks"]
        ),
        tuple(
            Inline(start, end, InlineKind(kind), target)
            for start, end, kind, target in read["inlines"]
        ),
    )


def metadata_from_json(text: str) -> dict[str, str]:
    """The metadata in what ``structure_to_json`` wrote."""
    return dict(json.loads(text)["metadata"])
