"""Whether a value is told of something else than the text is about: a rival, another project, or
what was before.
"""

import re
from functools import lru_cache

from reviewer.analysis.corpus import Item
from reviewer.domain.vocabulary import QuantityKind

_ELSE = re.compile(
    r"\b(?:another|(?:an|the|some)?other)\s+(?!(?:than|hand|words|day|side)\b)[a-z]"
    r"|\b(?:rivals?|competitors?|elsewhere|unrelated|separately|separate"
    r"|neighbou?ring|sister|by comparison|by contrast|in contrast)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:previously|formerly|initially|originally|at first|once|used to|had been|was to"
    r"|(?:earlier|previous|former|original|initial|old) [a-z]+)\b[^.;:]{0,50}$",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\b(?:once (?:had|was|were|[a-z]+ed|made|held|ran)|used to|start(?:ed|s)? (?:out )?with"
    r"|began with)\b[^.;:]{0,50}$",
    re.IGNORECASE,
)
_CLAUSES = ("; ", ", and ", ", but ", ", while ")
"""What another clause opens with: "another died in Ohio, and six died in Kanawha"."""
_BEFORE = 90
_SHARE_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|some\s+|about\s+)?(\d[\d,.]*\d|\d)")
_APART, _PAST, _OVER, _SHARE, _OF_OTHER = 0.12, 0.3, 0.04, 0.4, 0.03
_KEPT = 1024  # items: each is compared with several others in a row


def told_aside(one: Item, other: Item) -> float:
    """Less than 1 where just one of two values comes after such a word in its sentence, or
    is counted out of another."""
    alike = _APART if _is_of_else(one) != _is_of_else(other) else 1.0
    if one.frame.kind is other.frame.kind is QuantityKind.COUNT and _is_share(one) != _is_share(
        other
    ):
        alike *= _OF_OTHER if _is_share_of(one, other) or _is_share_of(other, one) else _SHARE
    ages = _age(one), _age(other)
    return alike * (min(ages) if ages[0] != ages[1] else 1.0)


@lru_cache(_KEPT)
def _is_share(item: Item) -> bool:
    """Whether it is counted out of a number that follows: "9,300 of 12,400"."""
    return bool(_SHARE_OF.match(item.text, item.claim.end))


def _is_share_of(item: Item, whole: Item) -> bool:
    """Whether it is counted out of just that number: "20 of the 64" where another text has 64."""
    found = _SHARE_OF.match(item.text, item.claim.end)
    return (
        found is not None and float(found[1].replace(",", "").rstrip(".")) == whole.frame.span.value
    )


@lru_cache(_KEPT)
def _age(item: Item) -> float:
    """1 of what is, less of what is told of as what was before, least of what is no longer."""
    lead = item.before(_BEFORE)
    if _NO_LONGER.search(lead):
        return _OVER
    return _PAST if _FORMER.search(lead) else 1.0


@lru_cache(_KEPT)
def _is_of_else(item: Item) -> bool:
    start = max(
        item.frame.sentence,
        *(item.text.rfind(sign, item.frame.sentence, item.claim.start) for sign in _CLAUSES),
    )
    return bool(_ELSE.search(item.text, start, item.claim.start))
