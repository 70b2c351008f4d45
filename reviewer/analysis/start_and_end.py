"""Years from a start to an end against the length that is told beside them."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from reviewer.analysis.adding import quantity_of
from reviewer.analysis.passage_claims import passages_of
from reviewer.analysis.readings import Reading
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

VERSION = 1
_YEAR = r"(?:(?:[A-Z][a-z]{{2,8}}\.? )?(?P<{0}>(?:19|20)\d\d))\b"
_RANGE = re.compile(
    rf"\b(?:from|between) {_YEAR.format('first')} (?:to|until|till|and) {_YEAR.format('last')}"
)
_LASTED = re.compile(
    r"[- ](?:\w+[- ]){0,2}(?:project|programme|program|term|period|war|contract"
    r"|plan|ban|deal|study|tenure|span|closure|strike|which|lasting)\b"
)
_FOR = re.compile(r"\b(?:for|lasted|took|lasting)\s*$", re.IGNORECASE)
_NEAR = 60
_SCORE = 0.7


def start_and_end(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """A period that ends before it starts, or is of other years than the sentence says."""
    for reading in readings:
        text = reading.text.document.text
        for passage in passages_of(reading):
            for match in _RANGE.finditer(text, passage.start, passage.end):
                years = int(match["last"]) - int(match["first"])
                if years < 0:
                    reason = f"“{match[0]}” ends before it starts."
                    members = [_claim(reading, match, key) for key in ("first", "last")]
                    yield _alert("start and end", reason, members)
                    continue
                lasting = [claim for claim in passage.claims if _is_its_length(text, match, claim)]
                if len(lasting) != 1:
                    continue
                length = quantity_of(lasting[0]).low
                if isinstance(length, Decimal) and abs(length - years) > 1:
                    reason = f"“{match[0]}” is {years} years, and the text gives {length} years."
                    members = [
                        lasting[0], *(_claim(reading, match, key) for key in ("first", "last")),
                    ]  # fmt: skip
                    yield _alert("start and end", reason, members)


def _is_its_length(text: str, match: re.Match[str], claim: SuggestedClaim) -> bool:
    quantity = quantity_of(claim)
    if quantity.kind is not QuantityKind.DURATION or quantity.unit != "years":
        return False
    if quantity.approximator or quantity.low != quantity.high:
        return False
    if max(match.start() - claim.end, claim.start - match.end()) > _NEAR:
        return False
    before = claim.end <= match.start()
    return bool(
        (before and _LASTED.match(text, claim.end))
        or _FOR.search(text[max(0, claim.start - 10) : claim.start])
    )


def _claim(reading: Reading, match: re.Match[str], key: str) -> SuggestedClaim:
    quantity = Quantity(QuantityKind.TEXT, raw=match[key])
    return SuggestedClaim(
        reading.text.source, *match.span(key), match[key], Claim(quantity=quantity)
    )


def _alert(rule: str, reason: str, members: list[SuggestedClaim]) -> SuggestedRelation:
    return SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.TEMPORAL, _SCORE, rule, VERSION, reason, tuple(members)
    )
