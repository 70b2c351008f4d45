# ruff: noqa: RUF001 - the marks that texts really use look like others
"""Which lines of a plain text are headings, and of what level."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from reviewer.documents.boilerplate import is_prompt, is_teaser_heading
from reviewer.documents.lines import (
    author_of,
    ends_sentence,
    is_body,
    is_date_line,
    is_title_case,
    publisher_of,
)
from reviewer.domain.document import Block, BlockKind

_TITLE = 160  # characters of the line that opens a text
_HEADING = 100  # characters of a heading in capitals
_SENTENCE = 60  # characters of a heading that is cased like a sentence
_STACKED = 2  # headings on end; three are a list of names
_HEAD = 6  # blocks within which a title must come to its text
_NOT_AT_END = frozenset(".,;:!。，；：！")


class _Laid(Protocol):
    kind: BlockKind
    level: int
    lines: int
    after_gap: bool
    before_gap: bool


def heading_levels(
    drafts: Sequence[_Laid], texts: Sequence[str], dim: frozenset[int]
) -> dict[int, int]:
    """Levels, 1 to 6, by index of those drafts that are headings.

    The title is 1. Others are 2, or 3 where the same words head several sections, as countries
    do under topics: without typography that is what tells the one from the other.
    """
    found: dict[int, int] = {}
    stacked, below = 0, -1  # below: the next block that is not dimmed
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        if index in dim:
            if is_teaser_heading(texts[index]) and not is_prompt(texts[index]):
                found[index] = 2
            continue
        if draft.kind is BlockKind.HEADING:
            found[index] = draft.level
        elif stacked < _STACKED and below >= 0 and _heads(drafts, texts, index, below, found):
            found[index] = 2
        stacked = stacked + 1 if index in found else 0
        below = index
    first = next((i for i in range(len(drafts)) if i not in dim), -1)
    if first >= 0 and (first in found or _is_title(drafts, texts, first)):
        found[first] = drafts[first].level or 1
    _lower_recurring(found, drafts, texts, dim)
    return found


def leading_title(text: str, blocks: Sequence[Block]) -> dict[str, str]:
    """``{"title": …}`` if a heading opens the text or one alone is of the first level, else {}."""
    own = [b for b in blocks if b.kind is not BlockKind.METADATA and not b.boilerplate]
    top = [b for b in own if b.kind is BlockKind.HEADING and b.level == 1]
    opening = own[0] if own and own[0].kind is BlockKind.HEADING else None
    title = opening or (top[0] if len(top) == 1 else None)
    if title is None:
        return {}
    return {"title": " ".join(text[title.start : title.end].lstrip("# ").split())}


def _heads(
    drafts: Sequence[_Laid], texts: Sequence[str], index: int, below: int, found: dict[int, int]
) -> bool:
    """Whether the words of block ``index`` head the block ``below`` it."""
    draft, text, under = drafts[index], texts[index], texts[below]
    isolated = draft.after_gap and draft.before_gap
    numbered = draft.kind is BlockKind.LIST_ITEM  # "1. Introduction"
    if not _could_head(draft, text) or (numbered and not isolated):
        return False
    if index < _HEAD and publisher_of(text) and not any(is_body(t) for t in texts[:index]):
        return False  # between title and text a name says whose text it is
    if below in found:
        return isolated and is_title_case(text)
    kind = drafts[below].kind
    if (numbered and kind is BlockKind.LIST_ITEM) or (
        kind is BlockKind.PARAGRAPH and not ends_sentence(under)
    ):
        return False
    if is_title_case(text):
        return isolated or is_body(under)
    return isolated and index > 0 and is_body(under) and _is_sentence_cased(text)


def _is_sentence_cased(text: str) -> bool:
    return (
        len(text) <= _SENTENCE
        and (text[0].isupper() or text[0].isdigit())
        and (text[-1].isalnum() or text[-1] == "?")
    )


def _could_head(draft: _Laid, text: str) -> bool:
    return (
        draft.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and draft.lines == 1
        and len(text) <= _HEADING
        and text[-1] not in _NOT_AT_END
        and any(c.isalpha() for c in text)
        and not (text.startswith(("“", '"', "‘")) or ends_sentence(text.rstrip("?")))
        and not (is_date_line(text) or author_of(text))
    )


def _is_title(drafts: Sequence[_Laid], texts: Sequence[str], first: int) -> bool:
    """Whether the first block is the text's title, whatever its case: it stands alone."""
    draft, text = drafts[first], texts[first]
    return (
        draft.kind is BlockKind.PARAGRAPH
        and draft.lines == 1
        and draft.before_gap
        and len(text) <= _TITLE
        and text[-1] not in _NOT_AT_END
        and any(c.isalpha() for c in text)
        and not (is_date_line(text) or author_of(text) or publisher_of(text))
        and any(is_body(under) for under in texts[first + 1 : first + 1 + _HEAD])
    )


def _lower_recurring(
    found: dict[int, int], drafts: Sequence[_Laid], texts: Sequence[str], dim: frozenset[int]
) -> None:
    guessed = [
        i
        for i in sorted(found)
        if found[i] == 2 and i not in dim and drafts[i].kind is not BlockKind.HEADING  # noqa: PLR2004
    ]
    times = Counter(texts[i] for i in guessed)
    under_section = False
    for index in guessed:
        if times[texts[index]] == 1:
            under_section = True
        elif under_section:
            found[index] = 3
