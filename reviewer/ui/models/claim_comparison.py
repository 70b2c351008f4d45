"""Two claims field by field: what each says, whether they agree, and how far apart they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reviewer.domain.claim import Claim
from reviewer.domain.grades import CREDIBILITY_HELP, RELIABILITY_HELP
from reviewer.domain.periods import Period, parse_period
from reviewer.domain.quantity import Quantity
from reviewer.domain.sums import add, total_among
from reviewer.domain.views import Passage, RelationView
from reviewer.domain.vocabulary import Dimension, QuantityKind
from reviewer.domain.wording import difference_text, quantity_text
from reviewer.ui.models.claim_fields import period_words


class Agreement(StrEnum):
    """How the two sides of one field stand to each other; the value is the sign for it."""

    SAME = "="
    DIFFERENT = "≠"
    UNSAID = "?"  # one side does not say, or may mean the same
    NEITHER = ""

    @property
    def words(self) -> str:
        """The sign in words."""
        return _WORDS[self]


_WORDS = {
    Agreement.SAME: "the same",
    Agreement.DIFFERENT: "differs",
    Agreement.UNSAID: "not stated on both sides",
    Agreement.NEITHER: "not stated",
}


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One field of two claims in words; ``help`` is what a grade means."""

    name: str
    left: str
    right: str
    agreement: Agreement
    left_help: str = ""
    right_help: str = ""


def compared_fields(left: Passage, right: Passage) -> tuple[ComparedField, ...]:
    """Subject, measure, value, as-of date, currency, speaker, credibility and source grade."""
    one, other = (side.annotation.claim or Claim() for side in (left, right))
    a, b = one.quantity, other.quantity
    words = [
        _compared("subject", one.subject, other.subject, _folded),
        _compared("measure", one.measure, other.measure, _folded),
        ComparedField("value", _value(a), _value(b), _values_agree(a, b)),
        _as_of(one.as_of, other.as_of),
    ]
    if any(side and side.kind is QuantityKind.MONEY for side in (a, b)):
        words.append(ComparedField("currency", _currency(a), _currency(b), _currencies_agree(a, b)))
    words.append(_compared("speaker", one.speaker, other.speaker, _folded))
    return (*words, _credibility(one, other), _grade(left, right))


def pair_difference(left: Passage, right: Passage, view: RelationView | None) -> str:
    """How far the value of the right side is from that of the left; empty if nobody can say.

    Of two sides of a sum, ``view``, it is the sum that is told: a part need not equal its total.
    """
    if view and view.relation.dimension is Dimension.SUM:
        return difference_of(view)
    one, other = (side.annotation.claim for side in (left, right))
    a, b = one and one.quantity, other and other.quantity
    return difference_text(a, b) if a and b else ""


def time_between(left: Passage, right: Passage) -> str:
    """How far apart the times are that both values are given for; empty if it is one time."""
    one, other = (side.annotation.claim or Claim() for side in (left, right))
    first, second = _as_quantity(one.as_of), _as_quantity(other.as_of)
    if not first or not second or first.low == second.low:
        return ""
    days = difference_text(first, second).removesuffix(", taking each bound as the value")
    basis = "" if first.is_exact and second.is_exact else ", from the first day of each"
    return f"as of: {days}{basis}"


def difference_of(view: RelationView) -> str:
    """How the sides differ from the first; of a sum, how the parts differ from their total."""
    claims = [passage.annotation.claim for passage in view.passages]
    values = [claim.quantity for claim in claims if claim and claim.quantity]
    if len(values) < 2 or len(values) < len(claims):  # noqa: PLR2004 - one value has no difference
        return ""
    if view.relation.dimension is Dimension.SUM:
        return _sum_text(values)
    told = [difference_text(values[0], other) for other in values[1:]]
    return " · ".join(words for words in told if words)


def _sum_text(values: Sequence[Quantity]) -> str:
    at = total_among(values)
    added = add([*values[:at], *values[at + 1 :]])
    if added is None:
        return ""
    told = difference_text(added, values[at])
    return f"The parts add up to {quantity_text(added)}; the total: {told}"


def _compared(name: str, left: str, right: str, key: Callable[[str], str]) -> ComparedField:
    return ComparedField(name, left, right, _agreement(left, right, key(left) == key(right)))


def _agreement(left: object, right: object, are_equal: bool) -> Agreement:
    if not left and not right:
        return Agreement.NEITHER
    if not left or not right:
        return Agreement.UNSAID
    return Agreement.SAME if are_equal else Agreement.DIFFERENT


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _value(quantity: Quantity | None) -> str:
    return quantity_text(quantity) if quantity else ""


def _values_agree(a: Quantity | None, b: Quantity | None) -> Agreement:
    return _agreement(a, b, a is not None and b is not None and _normal(a) == _normal(b))


def _normal(quantity: Quantity) -> tuple[object, ...]:
    """What makes two values one value; of money the amount, for the currency is told beside it."""
    if quantity.kind is QuantityKind.TEXT or (quantity.low is None and quantity.high is None):
        return quantity.kind, _folded(quantity.raw)
    unit = "" if quantity.kind is QuantityKind.MONEY else quantity.unit.casefold()
    bounds = quantity.low, quantity.high, quantity.low_open, quantity.high_open
    return quantity.kind, *bounds, unit, _folded(quantity.base)


def _as_of(left: str, right: str) -> ComparedField:
    agreement = _agreement(left, right, parse_period(left) == parse_period(right))
    return ComparedField(
        "as of", period_words(left) or left, period_words(right) or right, agreement
    )


def _as_quantity(as_of: str) -> Quantity | None:
    period = parse_period(as_of) if as_of else None
    return (
        Quantity(QuantityKind.DATE, period.first, period.last)
        if isinstance(period, Period) and period.first
        else None
    )


def _currency(quantity: Quantity | None) -> str:
    if quantity is None or quantity.kind is not QuantityKind.MONEY:
        return ""
    if not quantity.is_currency_unclear:
        return quantity.unit
    readings = f": {', '.join(quantity.currencies)}?" if quantity.currencies else ""
    return f"{quantity.unit}, not stated{readings}"


def _currencies_agree(a: Quantity | None, b: Quantity | None) -> Agreement:
    money = [q for q in (a, b) if q and q.kind is QuantityKind.MONEY]
    if len(money) < 2 or any(q.is_currency_unclear for q in money):  # noqa: PLR2004 - two sides
        return Agreement.UNSAID
    return Agreement.SAME if money[0].unit == money[1].unit else Agreement.DIFFERENT


def _credibility(one: Claim, other: Claim) -> ComparedField:
    a, b = one.credibility, other.credibility
    return ComparedField(
        "credibility",
        f"{a}, {a.label}" if a else "",
        f"{b}, {b.label}" if b else "",
        _agreement(a, b, a is b),
        CREDIBILITY_HELP[a] if a else "",
        CREDIBILITY_HELP[b] if b else "",
    )


def _grade(left: Passage, right: Passage) -> ComparedField:
    a, b = left.source.reliability, right.source.reliability
    return ComparedField(
        "source grade",
        f"{a}, {a.label}" if a else "",
        f"{b}, {b.label}" if b else "",
        _agreement(a, b, a is b),
        RELIABILITY_HELP[a] if a else "",
        RELIABILITY_HELP[b] if b else "",
    )
