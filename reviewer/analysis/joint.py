"""Whether a value is told of several owners together, or only of one owner's share of a whole."""

import re
from functools import lru_cache

from reviewer.analysis.corpus import Item
from reviewer.domain.vocabulary import QuantityKind

_SEVERAL = r"(?:two|three|four|five|six)"
_TOGETHER = re.compile(
    rf"\b(?:both|all {_SEVERAL}|the {_SEVERAL})(?: [a-z-]+){{1,3}} (?:together|combined|jointly)\b"
    rf"|\b(?:together|combined|jointly|between them),? (?:the|both|all) (?:{_SEVERAL}\b|[a-z]+s\b)"
    r"|\bbetween them\b|\btogether with\b"
    r"|\bcombined (?:company|group|business|undertaking|entity|firm|bank|airline|fleet|staff)\b",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"\b(?:the|this|that|one) (?:[a-z-]+ )?(plant|factory|mill|mine|smelter|shipyard|refinery|store"
    r"|shop|branch|school|depot|warehouse|workshop|brewery|quarry|foundry|farm)\b"
    r"(?! (?:maker|operator|owner|chain|closures?|workers?)\b)",
    re.IGNORECASE,
)
_PARTS = frozenset((
    "units", "reactors", "turbines", "phases", "stages", "blocks", "lines", "towers", "engines",
    "lanes", "sections", "shifts", "halves", "years", "quarters", "months", "days",
))  # fmt: skip
"""Of which one thing consists: who counts one of them has that thing in mind."""
_SHARE = re.compile(
    r"(?:['\u2019]s?|\bits|\btheir|\bour|\bhis|\bher) (?:own )?(?:share|portion|part|contribution)"
    r" (?:of|in|to|towards?) (?:the|its|that|those|these|all|this|total)\b",
    re.IGNORECASE,
)
_AMOUNTS = (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE)
_ONE_OF_THEM, _OF_SHARE, _OF_SITE, _PART = 0.06, 0.2, 0.15, 0.75
_HALF = 0.5
_KEPT = 1024  # items: each is compared with several others in a row


def told_in_part(one: Item, other: Item) -> float:
    """Less than 1 where one is what several have together and the other, clearly less, what one
    has; or where one is somebody's share of what the other is told of as a whole."""
    if one.frame.kind not in _AMOUNTS or one.frame.kind is not other.frame.kind:
        return 1.0
    factor = _OF_SHARE if _is_share(one) != _is_share(other) else 1.0
    factor *= _OF_SITE if _is_of_site(one, other) or _is_of_site(other, one) else 1.0
    if _is_joint(one) == _is_joint(other):
        return factor
    every, single = (one, other) if _is_joint(one) else (other, one)
    less = single.frame.span.value < _PART * every.frame.span.value
    return factor * (_ONE_OF_THEM if less else 1.0)


def _is_of_site(item: Item, other: Item) -> bool:
    """Whether less than the other is told of one of an owner's places of work, of which the other
    text's sentence does not tell."""
    a, b = item.frame, other.frame
    if a.kind is not QuantityKind.COUNT or a.span.value >= _HALF * b.span.value:
        return False
    site = _site(item)
    return bool(site) and site != _site(other)


@lru_cache(_KEPT)
def _site(item: Item) -> str:
    found = _SITE.search(item.text, item.frame.sentence, item.claim.start)
    return found[1].lower() if found else ""


@lru_cache(_KEPT)
def _is_joint(item: Item) -> bool:
    found = _TOGETHER.search(item.text, item.frame.sentence, item.claim.start)
    return found is not None and _PARTS.isdisjoint(found[0].lower().split())


@lru_cache(_KEPT)
def _is_share(item: Item) -> bool:
    return bool(_SHARE.search(item.text, item.frame.sentence, item.claim.start))
