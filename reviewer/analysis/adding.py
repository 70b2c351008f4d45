"""Values that can be added: of one unit, with the room that their rounding leaves."""

import re
from collections.abc import Sequence
from decimal import Decimal

from reviewer.analysis.passage_claims import LONGEST, Passage
from reviewer.analysis.readings import Reading
from reviewer.analysis.scales import Span, span_of
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind, Role
from reviewer.domain.wording import short_quantity_text

_ADDED = (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE)
_TINY = 1e-9
_BARE = re.compile(
    r"(?<![\w.,$\u20ac\u00a3#/:\u2013+-])(?:\d{1,3}(?:,\d{3})+|\d{1,7})"
    r"(?![\w%/:\u2013-]|[.,]\d| ?per ?cent)"
)
_LIKE_A_YEAR = re.compile(r"(?:19|20)\d\d")


def quantity_of(claim: SuggestedClaim) -> Quantity:
    """The claim's quantity; every claim that is read from a text has one."""
    assert claim.claim.quantity is not None
    return claim.claim.quantity


def can_be_added(claim: SuggestedClaim) -> bool:
    """Whether it is an amount, and no rate."""
    quantity = quantity_of(claim)
    return (
        quantity.kind in _ADDED
        and quantity.role is not Role.RATE
        and quantity.low is not None
        and (quantity.high is None or quantity.low == quantity.high)
        and span_of(quantity) is not None
    )


def values_in(reading: Reading, passage: Passage) -> list[SuggestedClaim]:
    """The amounts of a sentence, in order, with the bare numbers that stand among counts."""
    values = [claim for claim in passage.claims if can_be_added(claim)]
    if passage.end - passage.start > LONGEST:
        return []
    if not any(quantity_of(value).kind is QuantityKind.COUNT for value in values):
        return values
    text = reading.text.document.text
    taken = [(claim.start, claim.end) for claim in passage.claims]
    for match in _BARE.finditer(text, passage.start, passage.end):
        if any(first < match.end() and match.start() < last for first, last in taken):
            continue
        if not _LIKE_A_YEAR.fullmatch(match[0]):
            values.append(bare(reading, match.start(), match.end()))
    return sorted(values, key=lambda claim: claim.start)


def bare(reading: Reading, start: int, end: int) -> SuggestedClaim:
    """A number without a unit, as a count."""
    exact = reading.text.document.text[start:end]
    value = Decimal(exact.replace(",", ""))
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    quantity = Quantity(QuantityKind.COUNT, value, value, step=step, raw=exact)
    return SuggestedClaim(reading.text.source, start, end, exact, Claim(quantity=quantity))


def span(claim: SuggestedClaim) -> Span:
    """Of a claim that can be added, or is a percentage."""
    found = span_of(quantity_of(claim))
    assert found is not None
    return found


def is_one_unit(one: SuggestedClaim, other: SuggestedClaim) -> bool:
    """Of counts any: nouns differ from whole to part; a bare dollar can be any country's."""
    a, b = quantity_of(one), quantity_of(other)
    if a.kind is not b.kind:
        return False
    if a.kind is QuantityKind.COUNT or a.unit.casefold() == b.unit.casefold():
        return True
    if a.is_currency_unclear:
        return b.unit in a.currencies
    return b.is_currency_unclear and a.unit in b.currencies


def gap(total: SuggestedClaim, parts: Sequence[SuggestedClaim]) -> float:
    """Total less parts, beyond what rounding can make: 0 within it."""
    whole = span(total)
    spans = [span(part) for part in parts]
    least = sum(each.least for each in spans)
    most = sum(each.most for each in spans)
    room = _TINY * abs(whole.value)
    if least > whole.most + room or most < whole.least - room:
        return whole.value - sum(each.value for each in spans)
    return 0.0


def share(total: SuggestedClaim, parts: Sequence[SuggestedClaim]) -> float:
    """What the parts are of the total: 1.0 is all of it."""
    whole = span(total).value
    return sum(span(part).value for part in parts) / whole if whole else 0.0


def told(claim: SuggestedClaim) -> str:
    """The value in a few words."""
    return short_quantity_text(quantity_of(claim))


def sum_in_words(total: SuggestedClaim, parts: Sequence[SuggestedClaim]) -> str:
    """ "A + B + C is 7.6 % short of T, beyond rounding"."""
    added = " + ".join(told(part) for part in parts)
    part = share(total, parts)
    way = "short of" if part < 1 else "more than"
    return f"{added} is {abs(1 - part) * 100:.1f} % {way} {told(total)}, beyond rounding"


def alert(
    rule: str, score: float, reason: str, members: Sequence[SuggestedClaim], *, version: int = 1
) -> SuggestedRelation:
    """A contradiction of a sum."""
    return SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.SUM, score, rule, version, reason, tuple(members)
    )
