"""The words that belong to a value: on either side of it, up to the next value's words."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.scenes import Scene
from reviewer.domain.vocabulary import QuantityKind

_FAR = 24
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
STOPS = frozenset([",", ";", ":", "(", ")", "\u2014", "\u2013"])


@dataclass(frozen=True, slots=True)
class Region:
    """Words in lower case: ``before`` ends and ``after`` begins at the value."""

    before: list[str]
    after: list[str]
    first: int  # the value's first token
    end: int  # the token behind its last


def region_of(scene: Scene, lows: list[str], found: FoundQuantity) -> Region:
    """The words of one value of the sentence. A date's words go up to other dates alone."""
    first, end = scene.place(found.start), scene.place(found.end)
    place = bisect_left(scene.found, found.start, key=lambda each: each.start)
    before, after = scene.found[:place][::-1], scene.found[place + 1 :]
    left = next((scene.place(o.end) for o in before if _are_rivals(found, o)), 0)
    right = next((scene.place(o.start) for o in after if _are_rivals(found, o)), len(lows))
    if left:
        left = _border(lows, left, first, left)
    if right < len(lows):
        right = _border(lows, end, right, right)
    return Region(
        lows[max(left, first - _FAR) : first], lows[end : min(right, end + _FAR)], first, end
    )


def _are_rivals(one: FoundQuantity, other: FoundQuantity) -> bool:
    kinds = one.quantity.kind, other.quantity.kind
    dates = (kinds[0] is QuantityKind.DATE) == (kinds[1] is QuantityKind.DATE)
    return dates and kinds[1] is not QuantityKind.ORDINAL


def _border(lows: Sequence[str], first: int, end: int, otherwise: int) -> int:
    """Where the words between two values part: at the first sign or conjunction; else both have
    them."""
    for place in range(first, end):
        if lows[place] in _BORDERS:
            return place
    return otherwise
