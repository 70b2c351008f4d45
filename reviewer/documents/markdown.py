"""Markdown (CommonMark, tables, strikethrough): the canonical text is what a reader would see.

The marks go, their meaning stays as blocks and inlines. HTML is never interpreted: its tags are
left out and the words between them are kept.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from reviewer.documents.boilerplate import boilerplate
from reviewer.documents.front_matter import split
from reviewer.documents.headings import leading_title
from reviewer.documents.markdown_text import Writer
from reviewer.domain.document import Block, BlockKind, Document
from reviewer.domain.errors import DocumentError

# The parser is linear in each of these alone, and their product is what hostile files multiply.
# At the limits the worst that was found takes some seconds and a few hundred megabytes.
LENGTH_LIMIT = 5_000_000  # characters
LINES_LIMIT = 100_000
MARKS_LIMIT = 200_000  # characters that could open or close a mark
QUOTED_LIMIT = 500_000  # lines times the deepest quote: each line may belong to each of its quotes
_BLOCK_NESTING = 32  # levels; the parser leaves out what is deeper, so that is refused here
_INLINE_NESTING = 10  # levels; what is deeper stays as the characters that it is written in
_MARK = re.compile(r"[\[*_`~<|&\\]")
_MARKER = re.compile(r">|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_PREFIX = re.compile(r"^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*)++", re.MULTILINE)


def lay(text: str, name: str, *, encoding: str = "utf-8") -> Document:
    """The rendered text of Markdown ``text``, its blocks and inlines; front matter stays on top.

    Too large, too full of marks, nested too deeply, or nothing left to read: DocumentError.
    """
    head = split(text)
    body = text[head.end :]
    _require_modest(body, name)
    tokens = _parser().parse(body)
    if any(t.type != "inline" and t.level >= _BLOCK_NESTING - 1 for t in tokens):
        raise _refusal(name, f"has quotes and lists nested more than {_BLOCK_NESTING // 2} deep")
    writer = Writer()
    if head.end:
        writer.put(text[: head.end], BlockKind.METADATA)
    writer.walk(tokens)
    rendered = writer.text()
    blocks = _dimmed(rendered, writer.blocks)
    if not any(b.kind is not BlockKind.METADATA for b in blocks) or not rendered.strip():
        raise DocumentError(f"“{name}” holds no text besides its markup.")
    metadata = leading_title(rendered, blocks) | {k: v for k, v in head.fields.items() if v}
    return Document(
        rendered, tuple(blocks), tuple(writer.inlines), metadata, "text/markdown", encoding
    )


def _require_modest(body: str, name: str) -> None:
    if len(body) > LENGTH_LIMIT:
        raise _refusal(name, f"has more than {LENGTH_LIMIT:,} characters")
    lines = body.count("\n") + 1
    if lines > LINES_LIMIT:
        raise _refusal(name, f"has more than {LINES_LIMIT:,} lines")
    marks = sum(1 for _ in _MARK.finditer(body))
    deepest = 0
    for prefix in _PREFIX.finditer(body):
        markers = len(_MARKER.findall(prefix[0]))
        marks += markers
        deepest = max(deepest, prefix[0].count(">"))
    if marks > MARKS_LIMIT:
        raise _refusal(name, f"has more than {MARKS_LIMIT:,} marks")
    if lines * deepest > QUOTED_LIMIT:
        raise _refusal(name, "has quotes too deep for its length")


def _refusal(name: str, what: str) -> DocumentError:
    return DocumentError(
        f"“{name}” {what}, too much to read as Markdown; with the extension .txt it is read as "
        "plain text."
    )


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.options["maxNesting"] = _BLOCK_NESTING
    parser.core.ruler.at("inline", _parse_inlines)
    return parser


def _parse_inlines(state: StateCore) -> None:
    """The parser's own rule, at a nesting of its own: unclosed brackets cost that much each."""
    state.md.options["maxNesting"] = _INLINE_NESTING
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _dimmed(text: str, blocks: Sequence[Block]) -> list[Block]:
    own = [b for b in blocks if b.kind is not BlockKind.METADATA]
    words = [
        "" if b.kind is BlockKind.CODE else text[b.start : b.end].strip().removeprefix("• ")
        for b in own
    ]
    dim = boilerplate(words)
    head = [b for b in blocks if b.kind is BlockKind.METADATA]
    return head + [replace(b, boilerplate=i in dim) for i, b in enumerate(own)]
