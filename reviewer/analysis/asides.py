"""Whether a value is told of something else than the text is about: a rival, another project."""

import re

from reviewer.analysis.corpus import Item

_ELSE = re.compile(
    r"\b(?:another|(?:an|the|some)?other)\s+(?!(?:than|hand|words|day|side)\b)[a-z]"
    r"|\b(?:rivals?|competitors?|counterparts?|elsewhere|unrelated|separately|separate"
    r"|neighbou?ring|sister|by comparison|by contrast|in contrast)\b",
    re.IGNORECASE,
)
_APART = 0.4


def told_aside(one: Item, other: Item) -> float:
    """Less than 1 where just one of two values comes after such a word in its sentence."""
    return _APART if _is_of_else(one) != _is_of_else(other) else 1.0


def _is_of_else(item: Item) -> bool:
    return bool(_ELSE.search(item.text, item.frame.sentence, item.claim.start))
