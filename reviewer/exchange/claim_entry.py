"""A claim and its quantity as they are written in a sample review."""

from datetime import date
from decimal import Decimal

from reviewer.domain.claim import Claim
from reviewer.domain.periods import parse_period
from reviewer.domain.quantity import Bound, Quantity
from reviewer.domain.vocabulary import Credibility, QuantityKind, Role, UnitBasis
from reviewer.exchange.toml_entry import Entry


def read_claim(entry: Entry) -> Claim:
    """The claim in this table; ExchangeError if it makes no sense."""
    quantity = entry.table("quantity")
    claim = Claim(
        subject=entry.text("subject"),
        measure=entry.text("measure"),
        quantity=_read_quantity(quantity) if quantity else None,
        as_of=entry.text("as_of", ""),
        speaker=entry.text("speaker", ""),
        credibility=entry.choice_or_none("credibility", Credibility),
        credibility_basis=entry.text("credibility_basis", ""),
    )
    if claim.as_of and parse_period(claim.as_of) is None:
        raise entry.error(f"“{claim.as_of}” is no date or period, like 2023-05 or 2022-03/2024-07")
    if claim.credibility_basis and claim.credibility is None:
        raise entry.error("“credibility_basis” is given without “credibility”")
    entry.close()
    return claim


def _read_quantity(entry: Entry) -> Quantity:
    kind = entry.choice("kind", QuantityKind)
    low, high = _read_bounds(entry, kind)
    quantity = Quantity(
        kind=kind,
        low=low,
        high=high,
        low_open=entry.flag("low_open"),
        high_open=entry.flag("high_open"),
        unit=entry.text("unit", ""),
        unit_basis=entry.choice("unit_basis", UnitBasis, UnitBasis.EXPLICIT),
        currencies=entry.texts("currencies", ()),
        approximator=entry.text("approximator", ""),
        step=entry.decimal("step"),
        base=entry.text("base", ""),
        role=entry.choice("role", Role, Role.PLAIN),
        raw=entry.text("raw"),
    )
    if kind is QuantityKind.MONEY and not quantity.unit:
        raise entry.error("money needs a “unit”")
    if quantity.step is not None and quantity.step <= 0:
        raise entry.error("“step” must be more than 0")
    entry.close()
    return quantity


def _read_bounds(entry: Entry, kind: QuantityKind) -> tuple[Bound | None, Bound | None]:
    """``value`` stands for both bounds; words have none, everything else has at least one."""

    def bound(key: str) -> Bound | None:
        return entry.day(key) if kind is QuantityKind.DATE else entry.decimal(key)

    value, low, high = bound("value"), bound("low"), bound("high")
    if value is not None:
        if low is not None or high is not None:
            raise entry.error("give “value”, or “low” and “high”, not both")
        low = high = value
    if (low is None and high is None) != (kind is QuantityKind.TEXT):
        raise entry.error("a value in words has no number, and every other one needs one")
    if _descends(low, high):
        raise entry.error("“low” is above “high”")
    return low, high


def _descends(low: Bound | None, high: Bound | None) -> bool:
    if isinstance(low, date) and isinstance(high, date):
        return low > high
    return isinstance(low, Decimal) and isinstance(high, Decimal) and low > high
