"""Where an annotation stands: the two selectors of the W3C Web Annotation model, kept together.

The position finds the passage at once; the quote proves that it is the right one, and finds it
again when the text around it has moved.
"""

from dataclasses import dataclass

from reviewer.domain.errors import AnchorError

CONTEXT = 32
"""Code points of prefix and suffix kept beside each quote."""


@dataclass(frozen=True, slots=True)
class Target:
    """``text[start:end] == exact``, with up to ``CONTEXT`` code points on either side."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


def select(text: str, start: int, end: int) -> Target:
    """The target for a span of ``text``; an empty or outlying span is an AnchorError."""
    if not 0 <= start < end <= len(text):
        raise AnchorError(
            f"The passage {start} to {end} does not lie in the text of {len(text)} characters."
        )
    return Target(
        start,
        end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def stands(text: str, target: Target) -> bool:
    """Whether the quote is found, to the letter, at its position."""
    return text[target.start : target.end] == target.exact and bool(target.exact)


def locate(text: str, target: Target) -> Target | None:
    """The same quote in ``text``: at its position, else where its context fits best, else None.

    Among several places the one with the longest matching prefix and suffix wins, then the one
    nearest to the old position.
    """
    if stands(text, target):
        return select(text, target.start, target.end)
    if not target.exact:
        return None
    places = _occurrences(text, target.exact)
    if not places:
        return None

    def fitness(start: int) -> tuple[int, int]:
        end = start + len(target.exact)
        before = _common_suffix(text[max(0, start - CONTEXT) : start], target.prefix)
        after = _common_prefix(text[end : end + CONTEXT], target.suffix)
        return before + after, -abs(start - target.start)

    start = max(places, key=fitness)
    return select(text, start, start + len(target.exact))


def _occurrences(text: str, exact: str) -> list[int]:
    places, at = [], text.find(exact)
    while at >= 0:
        places.append(at)
        at = text.find(exact, at + 1)
    return places


def _common_prefix(one: str, other: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _common_suffix(one: str, other: str) -> int:
    return _common_prefix(one[::-1], other[::-1])
