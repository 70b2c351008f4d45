"""Markdown's tokens to text: what a reader sees, with blocks and inlines at its offsets."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from markdown_it.token import Token

from reviewer.documents.decode import canonical
from reviewer.domain.document import Block, BlockKind, Inline, InlineKind

_OPENS = {
    "em_open": InlineKind.EMPHASIS,
    "strong_open": InlineKind.STRONG,
    "s_open": InlineKind.STRIKE,
    "link_open": InlineKind.LINK,
}
_CLOSES = frozenset({"em_close", "strong_close", "s_close", "link_close"})
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TO_SPACE = str.maketrans("\n\t", "  ")
_TAG = re.compile(r"<[A-Za-z/!?]")
_UNSEEN = {
    name: re.compile(rf"</{name}>", re.IGNORECASE)  # what a page's reader does not see
    for name in ("script", "style")
}
_BLANK = " \t\n"


@dataclass(slots=True)
class Run:
    """Text of one block and the inlines at its offsets."""

    text: str = ""
    inlines: list[Inline] = field(default_factory=list)

    def stripped(self) -> "Run":
        """Without white space at either end, the inlines clipped to what is left."""
        lead = len(self.text) - len(self.text.lstrip(_BLANK))
        text = self.text.strip(_BLANK)
        clipped = [
            replace(i, start=max(0, i.start - lead), end=min(len(text), i.end - lead))
            for i in self.inlines
        ]
        return Run(text, [i for i in clipped if i.start < i.end])


class Writer:
    """Puts blocks one below the other, and keeps account of where each of them stands."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.inlines: list[Inline] = []
        self._pieces: list[str] = []
        self._length = 0
        self._numbers: list[int | None] = []  # of each open list: its next number, None for bullets
        self._marker = ""  # of a list item whose first paragraph has yet to come
        self._heading = 0
        self._in_table = False
        self._quotes = 0
        self._group = 0  # counts outermost lists and tables: only within one are lines close
        self._last_group = -1
        self._cells: list[Run] = []

    def text(self) -> str:
        """All that was put so far."""
        return "".join(self._pieces)

    def put(
        self, text: str, kind: BlockKind, level: int = 0, inlines: Sequence[Inline] = ()
    ) -> None:
        """One block below the last, its ``inlines`` relative to ``text``."""
        close = (
            bool(self.blocks)
            and kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
            and self.blocks[-1].kind is kind
            and self._last_group == self._group
        )
        gap = ("\n" if close else "\n\n") if self.blocks else ""
        start = self._length + len(gap)
        self._pieces += gap, text
        self._length = start + len(text)
        self._last_group = self._group
        self.blocks.append(Block(start, self._length, kind, level))
        self.inlines += [replace(i, start=i.start + start, end=i.end + start) for i in inlines]

    def walk(self, tokens: Sequence[Token]) -> None:
        """The blocks of all ``tokens`` of a parsed text, in order."""
        for token in tokens:
            match token.type:
                case "inline" if self._in_table:
                    self._cells.append(_run(token.children or []).stripped())
                case "inline":
                    self._put_run(_run(token.children or []))
                case "html_block":
                    for part in re.split(r"\n[ \t]*\n", without_tags(token.content)):
                        self._put_run(Run(part.replace("\t", " ")))
                case "fence" | "code_block":
                    self._put_code(token.content)
                case _:
                    self._step(token)

    def _step(self, token: Token) -> None:
        """Into or out of what holds blocks: headings, tables, lists, quotes."""
        match token.type:
            case "heading_open" | "heading_close":
                self._heading = int(token.tag[1]) if token.nesting > 0 else 0
            case "table_open" | "table_close":
                self._in_table = token.nesting > 0
                self._group += 1
            case "tr_close":
                self._put_row()
            case "bullet_list_open" | "ordered_list_open":
                self._group += not self._numbers
                ordered = token.type == "ordered_list_open"
                self._numbers.append(int(token.attrs.get("start", 1)) if ordered else None)
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
            case "list_item_open" | "list_item_close":
                self._marker = self._next_marker(token) if token.nesting > 0 else ""
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting

    def _next_marker(self, token: Token) -> str:
        number = self._numbers[-1]
        if number is None:
            return "• "
        self._numbers[-1] = number + 1
        return f"{number}{token.markup} "

    def _put_run(self, run: Run) -> None:
        run = run.stripped()
        if not run.text:
            return
        if self._heading:
            self.put(run.text, BlockKind.HEADING, self._heading, run.inlines)
        elif self._marker:
            level = len(self._numbers) - 1
            lead = "  " * level + self._marker
            shift = len(lead)
            moved = [replace(i, start=i.start + shift, end=i.end + shift) for i in run.inlines]
            self.put(lead + run.text, BlockKind.LIST_ITEM, level, moved)
        elif self._quotes:
            self.put(run.text, BlockKind.QUOTE, self._quotes - 1, run.inlines)
        else:
            self.put(run.text, BlockKind.PARAGRAPH, 0, run.inlines)
        self._marker = ""

    def _put_code(self, content: str) -> None:
        code = canonical(content).strip("\n")
        if code.strip():
            self.put(code, BlockKind.CODE)
            self._marker = ""

    def _put_row(self) -> None:
        cells, self._cells = self._cells, []
        if not any(cell.text for cell in cells):
            return
        row = Run()
        for index, cell in enumerate(cells):
            row.text += "\t" if index else ""
            at = len(row.text)
            row.text += cell.text.translate(_TO_SPACE)
            row.inlines += [replace(i, start=i.start + at, end=i.end + at) for i in cell.inlines]
        self.put(row.text, BlockKind.TABLE_ROW, 0, row.inlines)


def _run(children: Sequence[Token]) -> Run:
    """The text of a paragraph's tokens; inlines in the order of their starts, outer ones first."""
    pieces: list[str] = []
    found: list[Inline | None] = []
    opened: list[tuple[int, int, Token]] = []
    length = 0
    for token in children:
        if token.type in _OPENS:
            opened.append((len(found), length, token))
            found.append(None)
        elif token.type in _CLOSES:
            slot, start, opener = opened.pop()
            target = canonical(str(opener.attrs.get("href", "")))
            found[slot] = Inline(start, length, _OPENS[opener.type], target)
        else:
            piece = _PIECES.get(token.type, _no_piece)(token)
            if token.type == "code_inline":
                found.append(Inline(length, length + len(piece), InlineKind.CODE))
            pieces.append(piece)
            length += len(piece)
    return Run("".join(pieces), [i for i in found if i is not None and i.start < i.end])


def _no_piece(_token: Token) -> str:
    return ""


def _words(token: Token) -> str:
    # A character reference may stand for a line break, which is not one in Markdown.
    return canonical(token.content).translate(_TO_SPACE)


_PIECES: dict[str, Callable[[Token], str]] = {
    "text": _words,
    "code_inline": _words,
    "softbreak": lambda _token: " ",
    "hardbreak": lambda _token: "\n",
    "html_inline": lambda token: "\n" if _BREAK_TAG.fullmatch(token.content) else "",
    "image": lambda token: _run(token.children or []).text.translate(_TO_SPACE),
}


def without_tags(html: str) -> str:
    """The words of a piece of HTML: no tags, no comments, no scripts, references resolved.

    What is opened and never closed is text, so that no slip of an author hides the rest. One
    pass with ``find``: regular expressions for this go back over the rest at each "<".
    """
    last = {close: html.rfind(close) for close in (">", "-->")}
    last |= {name: _last_close(html, name) for name in _UNSEEN}
    pieces: list[str] = []
    at = 0
    while (start := html.find("<", at)) >= 0:
        pieces.append(html[at:start])
        at = _tag_end(html, start, last)
        if at == start:
            pieces.append("<")
            at += 1
        elif _BREAK_TAG.fullmatch(html, start, at):
            pieces.append("\n")
    pieces.append(html[at:])
    return canonical(unescape("".join(pieces)))


def _tag_end(html: str, start: int, last: dict[str, int]) -> int:
    """Where the tag, comment or script that begins at ``start`` is over; ``start`` if it is text.

    ``last`` holds where each closing mark stands last, so that none is looked for in vain.
    """
    if html.startswith("<!--", start) and last["-->"] >= start + 4:
        return html.find("-->", start + 4) + 3
    if not _TAG.match(html, start) or last[">"] < start:
        return start
    end = html.find(">", start) + 1
    for name, closing in _UNSEEN.items():
        if html[start + 1 : start + 1 + len(name)].lower() == name and last[name] >= end:
            close = closing.search(html, end)
            assert close is not None
            return close.end()
    return end


def _last_close(html: str, name: str) -> int:
    return max((close.start() for close in _UNSEEN[name].finditer(html)), default=-1)
