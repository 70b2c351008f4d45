"""Plain text: the text stays as it is, and structure is laid over its lines.

Nothing is put into the text, for its offsets are the file's. That holds for lines of megabytes
too: breaking those for display is for the view, which knows the widget's limits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.documents.boilerplate import boilerplate
from reviewer.documents.front_matter import split
from reviewer.documents.headings import heading_levels, leading_title
from reviewer.documents.lines import ends_sentence
from reviewer.domain.document import Block, BlockKind, Document
from reviewer.domain.errors import DocumentError

LINES_LIMIT = 700_000
"""A 50 MB text of ordinary lines has 600,000; one of empty lines would fill the memory."""

_WRAP_LIMIT = 100  # characters; longer lines were not wrapped by hand or by an e-mail program
_WRAP_LEAST = 40  # characters; narrower columns are addresses, verse and lists
_RAGGED = 12  # characters by which a wrapped line may fall short of the next word
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*•‣◦▪]|\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_HASHES = re.compile(r"(#{1,6}) +\S")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,})")
_UNDERLINE = re.compile(r"(={3,}|-{3,})[ \t]*")
_SHORT_LINE = 200  # characters; patterns are not tried on longer lines


@dataclass(slots=True)
class Draft:
    """A block while its lines are still being gathered."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    lines: int = 1
    after_gap: bool = True  # a blank line, or the text's beginning, stands before it
    before_gap: bool = False


def lay(text: str, name: str, *, encoding: str = "utf-8") -> Document:
    """Structure over canonical ``text``, whose offsets stay those of the file."""
    if text.count("\n") >= LINES_LIMIT:
        raise DocumentError(f"“{name}” has more than {LINES_LIMIT:,} lines.")
    head = split(text)
    drafts = _drafts(text, head.end)
    texts = [text[d.start : d.end].strip() for d in drafts]
    dim = boilerplate(texts)
    levels = heading_levels(drafts, texts, dim)
    blocks = [Block(0, head.end, BlockKind.METADATA)] if head.end else []
    for index, draft in enumerate(drafts):
        level = levels.get(index, 0)
        kind = BlockKind.HEADING if level else draft.kind
        blocks.append(Block(draft.start, draft.end, kind, level or draft.level, index in dim))
    metadata = leading_title(text, blocks) | {k: v for k, v in head.fields.items() if v}
    return Document(text, tuple(blocks), (), metadata, "text/plain", encoding)


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _drafts(text: str, start: int) -> list[Draft]:
    column = _column(text, start)
    drafts: list[Draft] = []
    indents: list[int] = []
    gap, last = True, ""
    for begin, end in _lines(text, start):
        line = text[begin:end]
        if not line.strip():
            gap = True
            if drafts:
                drafts[-1].before_gap = True
            continue
        previous = None if gap or not drafts else drafts[-1]
        if _underlines(line, previous, last):
            assert previous is not None
            previous.kind = BlockKind.HEADING
            previous.level = 1 if line[0] == "=" else 2
            previous.before_gap = gap = True
            continue
        if len(line) <= _SHORT_LINE and _RULE.fullmatch(line):
            gap = True
            continue
        draft = _draft(line, begin, end, indents)
        draft.after_gap = gap
        if previous is not None and _continues(previous, last, draft, line, column):
            previous.end = end
            previous.lines += 1
        else:
            drafts.append(draft)
        gap, last = False, line
    if drafts:
        drafts[-1].before_gap = True
    return drafts


def _draft(line: str, start: int, end: int, indents: list[int]) -> Draft:
    """One line as a block of its own; ``indents`` are those of the list's open levels."""
    head = line[:_SHORT_LINE]
    if item := _ITEM.match(head):
        indent = len(item["indent"].expandtabs(4))
        while indents and indents[-1] >= indent:
            indents.pop()
        indents.append(indent)
        return Draft(start, end, BlockKind.LIST_ITEM, level=len(indents) - 1)
    if not head[0].isspace():
        indents.clear()
    if head.startswith(">"):
        return Draft(start, end, BlockKind.QUOTE)
    if hashes := _HASHES.match(head):
        return Draft(start, end, BlockKind.HEADING, level=len(hashes[1]))
    return Draft(start, end, BlockKind.PARAGRAPH)


def _underlines(line: str, previous: Draft | None, title: str) -> bool:
    """Whether ``line`` is a row of = or - under a title, about as long as that."""
    return (
        previous is not None
        and previous.kind is BlockKind.PARAGRAPH
        and previous.lines == 1
        and len(title) <= _WRAP_LIMIT
        and bool(_UNDERLINE.fullmatch(line[:_SHORT_LINE]))
        and len(title.strip()) <= 2 * len(line.strip())
    )


def _continues(previous: Draft, last: str, draft: Draft, line: str, column: int) -> bool:
    """Whether ``line`` goes on with the block of the line before it."""
    if previous.kind is BlockKind.QUOTE or draft.kind is BlockKind.QUOTE:
        return previous.kind is draft.kind
    if draft.kind is not BlockKind.PARAGRAPH or previous.kind is BlockKind.HEADING:
        return False
    if previous.kind is BlockKind.LIST_ITEM and line[0].isspace():
        return True
    if not column or len(last) > _WRAP_LIMIT or len(line) > _WRAP_LIMIT:
        return False
    return _room(last, line) > column - _RAGGED or (line[0].islower() and not ends_sentence(last))


def _room(line: str, following: str) -> int:
    """Columns that ``line`` would need to take in the first word of the ``following`` line."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0])


def _column(text: str, start: int) -> int:
    """The width at which the text was wrapped, or 0 if its lines are paragraphs.

    Wrapped lines end where the next word would not fit, rarely at a sentence's end; the lines of
    a text with one paragraph a line do the opposite.
    """
    breaks = []
    last = ""
    for begin, end in _lines(text, start):
        line = text[begin:end].rstrip() if end - begin <= _WRAP_LIMIT else ""
        if last and line.strip():
            breaks.append((len(last), _room(last, line), ends_sentence(last)))
        last = line if len(line) >= _WRAP_LEAST else ""
    if not breaks:
        return 0
    column = sorted(length for length, _, _ in breaks)[len(breaks) * 9 // 10]
    full = sum(room > column - _RAGGED // 3 for _, room, _ in breaks)
    sentences = sum(ends for _, _, ends in breaks)
    return column if full * 10 >= len(breaks) * 6 and sentences * 2 <= len(breaks) else 0
