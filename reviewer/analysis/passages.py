"""The sentence and the paragraph around a span, found from the span outwards."""

import re

_ABBREVIATIONS = frozenset((
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "st", "no",
    "nos", "vs", "inc", "ltd", "co", "corp", "jr", "sr", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.n", "u.k", "e.g", "i.e",
    "approx", "rs",
))  # fmt: skip
_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*+(?=\s)")
_WIDEST = 5000
"""Code points on either side of a span that are looked at: sentences are shorter than that."""


def paragraph_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The line or lines that hold the span, at most ``_WIDEST`` code points around it."""
    first = text.rfind("\n", max(0, start - _WIDEST), start) + 1 or max(0, start - _WIDEST)
    last = text.find("\n", end, end + _WIDEST)
    return first, last if last >= 0 else min(len(text), end + _WIDEST)


def sentences(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """The sentences of ``text[first:last]``, as offsets of ``text``, without gaps."""
    found, start = [], first
    for match in _END.finditer(text, first, last):
        word = text[max(start, match.start() - 8) : match.start()].rpartition(" ")[2].lower()
        bare = word.lstrip("(\"'\u201c\u2018")
        if text[match.start()] == "." and (bare in _ABBREVIATIONS or len(bare) == 1):
            continue
        found.append((start, match.end()))
        start = match.end()
    if start < last:
        found.append((start, last))
    return found
