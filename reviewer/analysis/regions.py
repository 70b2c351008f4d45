"""The words that belong to a value: on either side of it, up to the next value's words."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.analysis.concepts import words_of
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.scenes import Scene
from reviewer.domain.document import BlockKind
from reviewer.domain.vocabulary import QuantityKind

_FAR = 24
_LABEL = 7  # words
_NUMBER = ["number", "of"]
_BORDERS = frozenset(
    [
        ",",
        ";",
        ":",
        "and",
        "while",
        "but",
        "as",
        "(",
        ")",
        "\u2014",
        "\u2013",
        "with",
        "which",
        "who",
    ]
)
_HEDGES = frozenset((
    "about", "around", "approximately", "some", "nearly", "almost", "over", "more", "than", "at",
    "least", "up", "to", "roughly", "circa", "ca", "~",
))  # fmt: skip
_SPOKEN = frozenset(("said", "announced", "told", "reported", "confirmed"))
"""Before a day that is of the telling alone: what follows it is told from there on."""
_LINE_ENDS = frozenset([".", "!", "?", ";", "\u2022", "*"])
_MEASURED = frozenset([QuantityKind.MEASURE, QuantityKind.MONEY])
STOPS = frozenset([",", ";", ":", "(", ")", "\u2014", "\u2013"])


@dataclass(frozen=True, slots=True)
class Region:
    """Words in lower case: ``before`` ends and ``after`` begins at the value."""

    before: list[str]
    after: list[str]
    first: int  # the value's first token
    end: int  # the token behind its last
    label: tuple[str, ...] = ()  # of a value in a table, what its row is called
    lead: tuple[str, ...] = ()  # of "Label: value", the label; of a cell without a column, its row


def region_of(scene: Scene, lows: list[str], found: FoundQuantity) -> Region:
    """The words of one value of the sentence. A date's words go up to other dates alone."""
    first, end = scene.place(found.start), scene.place(found.end)
    if scene.kind is BlockKind.TABLE_ROW and "\t" in scene.tokens.text:
        return _cell(scene, lows, found, first, end)
    place = bisect_left(scene.found, found.start, key=lambda each: each.start)
    before, after = scene.found[:place][::-1], scene.found[place + 1 :]
    if before and _converts(scene, before[0], found):
        return replace(region_of(scene, lows, before[0]), first=first, end=end)
    if after and _converts(scene, found, after[0]):
        after = after[1:]
    rival = next((each for each in before if _are_rivals(found, each)), None)
    left = scene.place(rival.end) if rival else 0
    right = next((scene.place(o.start) for o in after if _are_rivals(found, o)), len(lows))
    opens = left
    if rival and _SPOKEN.isdisjoint(lows[max(0, scene.place(rival.start) - 2) : left]):
        left = _border(lows, left, first, left)
    if right < len(lows):
        right = _border(lows, end, right, right)
    if before and lows[scene.place(before[0].end) : first] == ["to"]:
        opens = scene.place(before[0].start) - 1  # "from 19 to 21 percent" has one side before it
        if lows[opens] == "from" and _are_rivals(found, before[0]):
            earlier = region_of(scene, lows, before[0])
            return Region([*earlier.before[:-1], "to"], _after(lows, end, right), first, end)
    if before and lows[scene.place(before[0].end) : first] == ["votes", "to"]:
        return replace(region_of(scene, lows, before[0]), after=_after(lows, end, right), end=end)
    ahead = _bare(lows[max(left, first - _FAR) : first])
    lead = _lead(scene, lows, first, opens)
    return Region(ahead, _after(lows, end, right), first, end, lead=lead)


def _converts(scene: Scene, found: FoundQuantity, other: FoundQuantity) -> bool:
    """Whether the second says in brackets what the first is in another unit: "9 inches (23 cm)"."""
    one, two = found.quantity, other.quantity
    if one.kind is not two.kind or one.unit == two.unit or one.kind not in _MEASURED:
        return False
    text, at = scene.tokens.text, scene.start
    opens, closes = text[found.end - at : other.start - at], text[other.end - at :]
    return opens.strip() in ("(", "(about", "(some") and closes[:1] == ")"


def _lead(scene: Scene, lows: list[str], first: int, left: int) -> tuple[str, ...]:
    """What stands before the colon, back to where its line or sentence opens; of "the number of
    towers, 620," the towers."""
    tokens, place = scene.tokens, first - 1
    while place > left and lows[place] in _HEDGES:
        place -= 1
    if place <= left or lows[place] not in (":", ","):
        return ()
    opens = place
    while opens > left and tokens.same_line(opens) and tokens[opens - 1].text not in _LINE_ENDS:
        opens -= 1
    words = lows[opens:place]
    if lows[place] == ",":
        at = next((i for i in range(len(words) - 1) if words[i : i + 2] == _NUMBER), None)
        return tuple(words[at + 2 :]) if at is not None else ()
    label = [word for word in words if word[0].isalpha()]
    return tuple(label) if len(label) <= _LABEL and STOPS.isdisjoint(words) else ()


def _after(lows: list[str], end: int, right: int) -> list[str]:
    return _bare(lows[end : min(right, end + _FAR)])


def _are_rivals(one: FoundQuantity, other: FoundQuantity) -> bool:
    kinds = one.quantity.kind, other.quantity.kind
    dates = (kinds[0] is QuantityKind.DATE) == (kinds[1] is QuantityKind.DATE)
    return dates and kinds[1] is not QuantityKind.ORDINAL


def _bare(words: list[str]) -> list[str]:
    """Without what stands in brackets that are closed again, and the colon before a value."""
    if words[-1:] == [":"]:
        words = words[:-1]
    if ")" not in words:
        return words
    kept: list[str] = []
    for word in words:
        if word == ")" and "(" in kept:
            del kept[len(kept) - 1 - kept[::-1].index("(") :]
        else:
            kept.append(word)
    return kept


def _cell(scene: Scene, lows: list[str], found: FoundQuantity, first: int, end: int) -> Region:
    """In a table the words of the column and of the cell; the row's label goes before them where
    the column has none."""
    text = scene.tokens.text
    at = found.start - scene.start
    opens, closes = text.rfind("\t", 0, at) + 1, text.find("\t", at)
    left = scene.place(scene.start + opens)
    right = scene.place(scene.start + closes) if closes >= 0 else len(lows)
    left = max([left, *(scene.place(o.end) for o in scene.found if o.end <= found.start)])
    right = min([right, *(scene.place(o.start) for o in scene.found if o.start >= found.end)])
    label = lows[: scene.place(scene.start + text.find("\t"))] if opens else []
    column = text.count("\t", 0, at)
    over = words_of(scene.header[column]) if column < len(scene.header) else []
    ahead = [*over, *lows[left:first]]
    lead = tuple(label) if not scene.header and _HEDGES.issuperset(ahead) else ()
    return Region(ahead, lows[end:right], first, end, tuple(label), lead)


def _border(lows: Sequence[str], first: int, end: int, otherwise: int) -> int:
    """Where the words between two values part: at the first sign or conjunction; else both have
    them."""
    for place in range(first, end):
        if lows[place] in _BORDERS:
            return place
    return otherwise
