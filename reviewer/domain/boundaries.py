"""Where a passage may begin and end: between characters as a reader sees them, or at words.

Extended grapheme clusters after UAX #29, from what ``unicodedata`` tells: a letter with its marks,
an emoji with its modifiers and joiners, a flag, a Hangul syllable.
"""

import re
from itertools import takewhile
from unicodedata import category, combining

_JOINER = "\u200d"
_REACH = 2_000
"""Code points on either side in which a word is looked for."""
_EXTENDS = re.compile(
    "[\u0e33\u0eb3\u200c\u200d\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_PREPENDED = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e]")
_PICTURE = re.compile("[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_CONJOINED = re.compile("[\u0900-\u09ff\u0a80-\u0b7f\u0c00-\u0c7f\u0d00-\u0d7f]")
_VIRAMA = 9  # canonical combining class
_LEAD, _VOWEL, _TAIL = range(0x1100, 0x1160), range(0x1160, 0x11A8), range(0x11A8, 0x1200)
_SYLLABLES, _TAILS = range(0xAC00, 0xD7A4), 28
_IDEOGRAM = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_IDEOGRAM}]|[^\\s{_IDEOGRAM}]+")
_PART_OF_WORD = frozenset("%‰#@&")


def is_boundary(text: str, at: int) -> bool:
    """Whether ``text`` may be cut before ``at`` without cutting a character apart."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if before < "\u0300" and after < "\u0300":
        return True
    if _ends_alone(before) or _ends_alone(after):
        return True
    return not (
        category(after)[0] == "M"
        or bool(_EXTENDS.match(after))
        or bool(_PREPENDED.match(before))
        or _one_syllable(ord(before), ord(after))
        or _one_picture(text, at)
        or _one_flag(text, at)
        or _one_conjunct(text, at)
    )


def boundary(text: str, at: int, step: int) -> int:
    """The nearest boundary at ``at`` or, by the sign of ``step``, after or before it."""
    at = min(max(at, 0), len(text))
    while not is_boundary(text, at):
        at += 1 if step > 0 else -1
    return at


def next_character(text: str, at: int, step: int) -> int:
    """The boundary one character on (``step`` 1) or back (-1)."""
    return boundary(text, at + step, step)


def next_word(text: str, at: int, step: int, *, end: bool) -> int:
    """The next (``step`` 1) or last (-1) place other than ``at`` where a word begins or ends.

    A word is what stands between white space, without punctuation around it; where a script
    has no spaces, a character. ``at`` itself if there is none near.
    """
    first, last = max(0, at - _REACH), min(len(text), at + _REACH)
    places = (span[end] for span in _words(text, first, last))
    if step > 0:
        return next((place for place in places if place > at), at)
    return max(takewhile(lambda place: place < at, places), default=at)


def _words(text: str, first: int, last: int) -> list[tuple[int, int]]:
    found = []
    for run in _WORD.finditer(text, first, last):
        start, end = run.span()
        while start < end and _is_around(text[start]):
            start += 1
        while start < end and _is_around(text[end - 1]):
            end -= 1
        if start < end:
            found.append((boundary(text, start, -1), boundary(text, end, 1)))
    return found


def _is_around(letter: str) -> bool:
    return category(letter)[0] == "P" and letter not in _PART_OF_WORD


def _ends_alone(letter: str) -> bool:
    kind = category(letter)
    if kind == "Cf":
        return not (_EXTENDS.match(letter) or _PREPENDED.match(letter))
    return kind in {"Cc", "Zl", "Zp"}


def _one_syllable(before: int, after: int) -> bool:
    syllable = before in _SYLLABLES
    open_one = syllable and (before - _SYLLABLES.start) % _TAILS == 0
    if before in _LEAD:
        return after in _LEAD or after in _VOWEL or after in _SYLLABLES
    if before in _VOWEL or open_one:
        return after in _VOWEL or after in _TAIL
    return (before in _TAIL or syllable) and after in _TAIL


def _one_picture(text: str, at: int) -> bool:
    """Two pictures that a joiner makes one."""
    if text[at - 1] != _JOINER or not _PICTURE.match(text[at]):
        return False
    before = at - 2
    while before >= 0 and text[before] != _JOINER and _extends(text[before]):
        before -= 1
    return before >= 0 and bool(_PICTURE.match(text[before]))


def _one_flag(text: str, at: int) -> bool:
    """Two letters of a flag; of a row of them the first and second, the third and fourth …"""
    if not (_FLAG.match(text[at]) and _FLAG.match(text[at - 1])):
        return False
    first = at
    while first > 0 and _FLAG.match(text[first - 1]):
        first -= 1
    return (at - first) % 2 == 1


def _one_conjunct(text: str, at: int) -> bool:
    """Two consonants of an Indic script that a virama joins."""
    if category(text[at]) != "Lo" or not _CONJOINED.match(text[at]):
        return False
    before, joined = at - 1, False
    while before >= 0 and _extends(text[before]):
        joined = joined or combining(text[before]) == _VIRAMA
        before -= 1
    return joined and bool(_CONJOINED.match(text[before])) and category(text[before]) == "Lo"


def _extends(letter: str) -> bool:
    return category(letter) in {"Mn", "Me"} or bool(_EXTENDS.match(letter))
