"""The words that belong to a value: on either side of it, up to the next value's words."""

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
    dates = found.quantity.kind is QuantityKind.DATE
    rivals = [
        other
        for other in scene.found
        if other is not found
        and other.quantity.kind is not QuantityKind.ORDINAL
        and (other.quantity.kind is QuantityKind.DATE) == dates
    ]
    left = max((scene.place(o.end) for o in rivals if o.end <= found.start), default=0)
    right = min((scene.place(o.start) for o in rivals if o.start >= found.end), default=len(lows))
    if left:
        left = _border(lows, left, first, left)
    if right < len(lows):
        right = _border(lows, end, right, right)
    return Region(
        lows[max(left, first - _FAR) : first], lows[end : min(right, end + _FAR)], first, end
    )


def _border(lows: Sequence[str], first: int, end: int, otherwise: int) -> int:
    """Where the words between two values part: at the first sign or conjunction; else both have
    them."""
    for place in range(first, end):
        if lows[place] in _BORDERS:
            return place
    return otherwise
