"""So many at so much each, against the sum that the same sentence gives for all of them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewer.analysis.adding import alert, is_one_unit, quantity_of, span, told
from reviewer.analysis.passage_claims import Passage, passages_of
from reviewer.analysis.readings import Reading
from reviewer.analysis.scales import span_of
from reviewer.analysis.stems import content
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import QuantityKind

_PRICED = (QuantityKind.MONEY, QuantityKind.MEASURE)
_EACH = re.compile(r"\s*(?:each|apiece)\b", re.IGNORECASE)
_PER = re.compile(r"\s*(?:per|an?|for (?:each|every))\s+(?P<noun>[a-z]+)\b", re.IGNORECASE)
_EACH_OF = re.compile(r"\b(?:each|every one) of (?:the |its |their )?$", re.IGNORECASE)
_TIMES = re.compile(
    r"^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|quarters?|time|annum|km|mile)$"
)
_NO_SUM = re.compile(
    r"\b(?:from|up|down|than|against|compared|instead|rose|fell|increase\w*|previous\w*|earlier"
    r"|worth|profit|loss|debt|dividend)\b",
    re.IGNORECASE,
)
_FEWEST, _THREE = 2, 3
_FAR = 3.0
_ROOM = 0.02  # of a price: its rounding would let pass too much of a sum
_SCORE = 0.78


def products(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """One alert at most for each sentence whose number and price do not make its sum."""
    for reading in readings:
        text = reading.text.document.text
        for passage in passages_of(reading):
            if len(passage.claims) >= _THREE and (found := _in(text, passage)):
                yield found


def _in(text: str, passage: Passage) -> SuggestedRelation | None:
    counts = [
        claim
        for claim in passage.claims
        if quantity_of(claim).kind is QuantityKind.COUNT and _is_plain(claim)
    ]
    for price in passage.claims:
        if quantity_of(price).kind not in _PRICED or not _is_plain(price):
            continue
        number = _number(text, passage, price, counts)
        sums = [claim for claim in passage.claims if number and _is_sum(text, claim, price, number)]
        if number and len(sums) == 1:
            return _against(number, price, sums[0])
    return None


def _is_plain(claim: SuggestedClaim) -> bool:
    quantity = quantity_of(claim)
    return quantity.low is not None and quantity.low == quantity.high and bool(span_of(quantity))


def _number(
    text: str, passage: Passage, price: SuggestedClaim, counts: Sequence[SuggestedClaim]
) -> SuggestedClaim | None:
    """How many have the price: what is counted right before "each", or by the price's noun."""
    before = [count for count in counts if count.end <= price.start]
    if _EACH.match(text, price.end):
        return before[-1] if before else None
    for count in before:
        if _EACH_OF.search(text[passage.start : count.start]):
            return count
    per = _PER.match(text, price.end) or _PER.search(price.exact)
    if not per or _TIMES.match(per["noun"].lower()):
        return None
    noun = content([per["noun"].lower()])
    return next(
        (count for count in counts if noun & content(quantity_of(count).unit.lower().split())), None
    )


def _is_sum(
    text: str, claim: SuggestedClaim, price: SuggestedClaim, number: SuggestedClaim
) -> bool:
    if claim in (price, number) or not _is_plain(claim) or not is_one_unit(price, claim):
        return False
    if _EACH.match(text, claim.end) or _PER.match(text, claim.end):
        return False
    first, last = sorted((claim, price), key=lambda each: each.start)
    return not _NO_SUM.search(text[first.end : last.start])


def _against(
    number: SuggestedClaim, price: SuggestedClaim, whole: SuggestedClaim
) -> SuggestedRelation | None:
    many, each, given = span(number), span(price), span(whole)
    if many.value < _FEWEST or each.value <= 0 or given.is_bound or many.is_bound or each.is_bound:
        return None
    made = many.value * each.value
    least, most = many.least * each.value * (1 - _ROOM), many.most * each.value * (1 + _ROOM)
    fits = least <= given.most and given.least <= most
    if fits or not 1 / _FAR < given.value / made < _FAR:
        return None
    way = "less" if given.value < made else "more"
    apart = abs(1 - given.value / made) * 100
    reason = (
        f"{told(number)} at {told(price)} each come to {made:,.10g}, and the text gives "
        f"{told(whole)}: {apart:.1f} % {way}."
    )
    return alert("product", _SCORE, reason, (whole, number, price))
