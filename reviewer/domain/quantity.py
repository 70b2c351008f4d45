"""A quantity in normal form, and how two of them differ."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reviewer.domain.vocabulary import QuantityKind, Role, UnitBasis

Bound = Decimal | date


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a text gives as a value, in units (78000000, not 78 million), and its words.

    An exact value has ``low == high``. "More than 1,500" is ``low=1500, low_open=True, high=None``;
    "at least 5" is ``low=5, high=None``. Dates are days; "May 2023" is its first to its last day.
    """

    kind: QuantityKind
    low: Bound | None = None
    high: Bound | None = None
    low_open: bool = False  # the bound itself is left out
    high_open: bool = False
    unit: str = ""  # ISO 4217 code; the sign where the country is not stated; noun; unit name
    unit_basis: UnitBasis = UnitBasis.EXPLICIT
    currencies: tuple[str, ...] = ()  # ISO 4217 codes that the sign may stand for
    approximator: str = ""  # the word as written: over, nearly, about
    step: Decimal | None = None  # size of the last stated digit: 100000 in "79.5 million"
    base: str = ""  # what a percentage is of
    role: Role = Role.PLAIN
    raw: str = ""  # the words that it was read from

    @property
    def is_exact(self) -> bool:
        """Whether it is one number or one day."""
        return self.low is not None and self.low == self.high

    @property
    def is_currency_unclear(self) -> bool:
        """Whether it is money whose currency the text does not state."""
        return self.kind is QuantityKind.MONEY and self.unit_basis is UnitBasis.UNKNOWN


@dataclass(frozen=True, slots=True)
class Difference:
    """``other - one``: in units, percent of ``one``, or days; None where it has no meaning."""

    absolute: Decimal | None = None
    percent: Decimal | None = None
    days: int | None = None
    unit: str = ""
    caveat: str = ""  # what must hold for the figure to mean anything


def difference(one: Quantity, other: Quantity) -> Difference | None:
    """How far ``other`` is from ``one``; None if they are not of one kind and unit.

    A bound stands for the value: "over 12" is compared as 12, and the caveat says so. Money of
    unclear currency is compared as if it were the same, and the caveat says that too.
    """
    if one.kind is not other.kind or one.kind is QuantityKind.TEXT:
        return None
    a, b = _representative(one), _representative(other)
    if isinstance(a, date) and isinstance(b, date):
        return Difference(days=(b - a).days, caveat=_caveat(one, other))
    if not isinstance(a, Decimal) or not isinstance(b, Decimal):
        return None
    if not _comparable_units(one, other):
        return None
    percent = (b - a) / abs(a) * 100 if a else None
    unit = one.unit if one.unit_basis is not UnitBasis.UNKNOWN else other.unit
    return Difference(b - a, percent, unit=unit, caveat=_caveat(one, other))


def _representative(quantity: Quantity) -> Bound | None:
    return quantity.low if quantity.low is not None else quantity.high


def _comparable_units(one: Quantity, other: Quantity) -> bool:
    if one.kind is not QuantityKind.MONEY or one.unit == other.unit:
        return one.unit.casefold() == other.unit.casefold() or one.kind in (
            QuantityKind.PERCENT,
            QuantityKind.COUNT,
        )
    readings, others = _currencies(one), _currencies(other)
    return not readings or not others or bool(readings & others)


def _currencies(quantity: Quantity) -> frozenset[str]:
    if quantity.is_currency_unclear:
        return frozenset(quantity.currencies)
    return frozenset({quantity.unit})


def _caveat(one: Quantity, other: Quantity) -> str:
    caveats = []
    if one.is_currency_unclear or other.is_currency_unclear:
        caveats.append("if both are in one currency")
    if not (one.is_exact and other.is_exact):
        caveats.append("taking each bound as the value")
    return ", ".join(caveats)
