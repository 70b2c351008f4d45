"""A claim as the strings of a form, and what a changed string makes of the claim."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

from reviewer.domain.claim import Claim
from reviewer.domain.errors import ReviewerError
from reviewer.domain.periods import parse_period
from reviewer.domain.quantity import Bound, Quantity
from reviewer.domain.vocabulary import Credibility, QuantityKind, Role, UnitBasis

Parse = Callable[[str], Quantity]
"""What a person typed → its quantity; raises ReviewerError with a sentence if it is none."""
Show = Callable[[Quantity], str]

NOT_STATED = "?"
"""The currency field's value while the text leaves the currency open."""

PERIOD_HELP = "Write a day, month or year: 2023-05-09, 2023-05, 2023, or 2022-03/2024-07."

_TEXTS = ("subject", "measure", "speaker", "credibility_basis")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


class Exactness(StrEnum):
    """How the value is bounded, as the form offers it."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    UP_TO = "up to"


def field_values(claim: Claim, show: Show) -> dict[str, str]:
    """Field name → what the form's field holds; combos hold the value of their member."""
    quantity = claim.quantity
    values = {name: getattr(claim, name) for name in _TEXTS}
    values["as_of"] = claim.as_of
    values["credibility"] = claim.credibility or ""
    values["value"] = show(quantity) if quantity else ""
    values["currency"] = currency_value(quantity) if quantity else ""
    values["exactness"] = exactness_of(quantity) if quantity else ""
    values["kind"] = quantity.kind if quantity else ""
    values["base"] = quantity.base if quantity else ""
    values["role"] = quantity.role if quantity else Role.PLAIN
    return {name: str(value) for name, value in values.items()}


def with_field(claim: Claim, name: str, text: str, parse: Parse) -> Claim:
    """The claim with one field as typed or chosen; ReviewerError says what cannot be read."""
    tidy = " ".join(text.split())
    if name in _TEXTS:
        return replace(claim, **cast("dict[str, Any]", {name: tidy}))
    if name == "as_of":
        return replace(claim, as_of=_period(tidy))
    if name == "credibility":
        return replace(claim, credibility=Credibility(tidy) if tidy else None)
    if name == "value":
        return replace(claim, quantity=retyped(claim.quantity, parse(tidy)) if tidy else None)
    if claim.quantity is None:
        if not tidy or (name, tidy) == ("role", Role.PLAIN):
            return claim
        raise ReviewerError("Give the value first.")
    return replace(claim, quantity=_with_part(claim.quantity, name, tidy))


def _with_part(quantity: Quantity, name: str, text: str) -> Quantity:
    if name == "currency":
        return with_currency(quantity, text)
    if name == "exactness":
        return with_exactness(quantity, Exactness(text))
    if name == "kind":
        return with_kind(quantity, QuantityKind(text))
    if name == "role":
        return replace(quantity, role=Role(text))
    return replace(quantity, base=text)


def retyped(old: Quantity | None, new: Quantity) -> Quantity:
    """A corrected value keeps what the value alone does not say: role, base, source words.

    A currency that was settled before is kept where the new words leave it open.
    """
    if old is None:
        return new
    made = replace(
        new,
        role=old.role if new.role is Role.PLAIN else new.role,
        base=new.base or (old.base if new.kind is old.kind else ""),
        raw=old.raw or new.raw,
    )
    settled = old.kind is QuantityKind.MONEY and not old.is_currency_unclear
    if made.is_currency_unclear and settled and old.unit in made.currencies:
        return replace(made, unit=old.unit, unit_basis=old.unit_basis)
    return made


def currency_value(quantity: Quantity) -> str:
    """An ISO 4217 code, ``NOT_STATED``, or empty for what is not money."""
    if quantity.kind is not QuantityKind.MONEY:
        return ""
    return NOT_STATED if quantity.is_currency_unclear else quantity.unit


def with_currency(quantity: Quantity, code: str) -> Quantity:
    """The person's choice of a currency counts as stated; the possible readings are kept."""
    if code != NOT_STATED:
        return replace(quantity, unit=code, unit_basis=UnitBasis.EXPLICIT)
    sign = next((c for c in quantity.raw if unicodedata.category(c) == "Sc"), "$")
    return replace(quantity, unit=sign, unit_basis=UnitBasis.UNKNOWN)


def exactness_of(quantity: Quantity) -> Exactness:
    """How the quantity's bounds read."""
    if quantity.low is None and quantity.high is not None:
        return Exactness.LESS_THAN if quantity.high_open else Exactness.UP_TO
    if quantity.high is None and quantity.low is not None:
        return Exactness.MORE_THAN if quantity.low_open else Exactness.AT_LEAST
    return Exactness.ABOUT if quantity.approximator else Exactness.EXACTLY


def with_exactness(quantity: Quantity, exactness: Exactness) -> Quantity:
    """The same value bounded anew; "more than" a range or a month starts at its end."""
    if exactness is exactness_of(quantity):
        return quantity
    first = quantity.low if quantity.low is not None else quantity.high
    last = quantity.high if quantity.high is not None else quantity.low
    low: Bound | None = first
    high: Bound | None = last
    if exactness in (Exactness.MORE_THAN, Exactness.AT_LEAST):
        low, high = (last if exactness is Exactness.MORE_THAN else first), None
    elif exactness in (Exactness.LESS_THAN, Exactness.UP_TO):
        low, high = None, (first if exactness is Exactness.LESS_THAN else last)
    return replace(
        quantity,
        low=low,
        high=high,
        low_open=exactness is Exactness.MORE_THAN,
        high_open=exactness is Exactness.LESS_THAN,
        # The word as written goes: it said the old bound.
        approximator="about" if exactness is Exactness.ABOUT else "",
    )


def kinds_for(quantity: Quantity) -> tuple[QuantityKind, ...]:
    """The kinds that the value can be read as: a day is no amount, and the reverse."""
    if isinstance(_bound(quantity), date):
        return (QuantityKind.DATE, QuantityKind.TEXT)
    if isinstance(_bound(quantity), Decimal):
        return tuple(kind for kind in QuantityKind if kind is not QuantityKind.DATE)
    return (quantity.kind,)


def with_kind(quantity: Quantity, kind: QuantityKind) -> Quantity:
    """Another reading of the same value; a unit that the new kind cannot have is dropped."""
    if kind is quantity.kind:
        return quantity
    if kind is QuantityKind.TEXT:
        return Quantity(kind, role=quantity.role, raw=quantity.raw)
    if kind is QuantityKind.MONEY:
        return replace(quantity, kind=kind, unit="", unit_basis=UnitBasis.UNKNOWN, currencies=())
    if quantity.kind is QuantityKind.MONEY or kind is QuantityKind.PERCENT:
        return replace(quantity, kind=kind, unit="", unit_basis=UnitBasis.EXPLICIT, currencies=())
    return replace(quantity, kind=kind)


def _bound(quantity: Quantity) -> Bound | None:
    return quantity.low if quantity.low is not None else quantity.high


def _period(text: str) -> str:
    if text and parse_period(text) is None:
        raise ReviewerError(PERIOD_HELP)
    return text


def period_words(text: str) -> str:
    """An ISO period in words: ``2022-03/2024`` is "from March 2022 to 2024"; else empty."""
    text = text.strip()
    if parse_period(text) is None:
        return ""
    first, slash, last = text.partition("/")
    if not slash:
        return _partial_words(first)
    if not last:
        return f"since {_partial_words(first)}"
    if not first:
        return f"up to {_partial_words(last)}"
    return f"from {_partial_words(first)} to {_partial_words(last)}"


def _partial_words(text: str) -> str:
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    words = [str(day)] if day else []
    return " ".join([*words, *([_MONTHS[month - 1]] if month else []), str(year)])
