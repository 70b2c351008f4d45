"""Whether two units measure the same thing, and quantities in one unit of their dimension.

Through pint, which is loaded with the first unit that is asked for (0.6 s once): reading texts
needs
no conversion, comparing "140 km/h" with "87 mph" does.
"""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from reviewer.analysis.numbers import plain
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

if TYPE_CHECKING:
    from pint import UnitRegistry

_EXPRESSIONS = {
    "W": "watt", "V": "volt", "A": "ampere", "J": "joule", "m": "meter", "g": "gram",
    "mmBtu": "1e6 * Btu", "therms": "thm", "calories": "kilocalorie", "μm": "micrometer",
    "nautical miles": "nautical_mile", "light-years": "light_year", "cm²": "cm**2", "m²": "m**2",
    "km²": "km**2", "square miles": "mile**2", "square feet": "foot**2",
    "square yards": "yard**2", "m³": "m**3", "m³/s": "m**3/s", "cubic feet": "foot**3",
    "cubic yards": "yard**3", "cubic kilometres": "km**3", "cubic miles": "mile**3",
    "cubic feet per second": "foot**3/s", "litres per second": "liter/s", "acre-feet": "acre_foot",
    "tons": "short_ton", "long tons": "long_ton", "tonnes": "metric_ton",
    "kilotons": "kilometric_ton", "megatonnes": "megametric_ton", "gigatonnes": "gigametric_ton",
    "litres": "liter", "ml": "milliliter", "cl": "centiliter", "megalitres": "megaliter",
    "gigalitres": "gigaliter", "barrels": "oil_barrel", "barrels per day": "oil_barrel/day",
    "km/h": "km/hour", "mph": "mile/hour", "mpg": "mile/gallon", "°C": "degC", "°F": "degF",
    "KB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "PB": "petabyte",
    "Mbps": "megabit/s", "Gbps": "gigabit/s", "lb-ft": "foot*force_pound", "Nm": "newton*meter",
    "μg": "microgram", "nanometres": "nanometer", "Hz": "hertz", "Pa": "pascal",
}  # fmt: skip
_NAMED = frozenset((
    "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "kJ", "MJ", "GJ", "PJ", "EJ", "Btu",
    "kcal", "kV", "mAh", "mm", "cm", "km", "miles", "yards", "feet", "inches", "fathoms", "acres",
    "hectares", "mg", "kg", "pounds", "ounces", "carats", "bushels", "gallons", "pints", "m/s",
    "knots", "kelvin", "kPa", "MPa", "hPa", "psi", "ksi", "kHz", "MHz", "GHz", "rpm",
    "hp", "sieverts", "millisieverts", "microsieverts", "becquerels", "seconds", "minutes", "hours",
    "days", "weeks", "months", "years",
))  # fmt: skip
"""Units that pint knows under the name that we keep them under."""
_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
_YEAR_DAYS = Decimal("365.25")
_AGES = {
    "years old": Decimal(1), "months old": Decimal(1) / 12,
    "weeks old": Decimal(7) / _YEAR_DAYS, "days old": Decimal(1) / _YEAR_DAYS,
}  # fmt: skip
_SHARES = {
    "%": ("share", Decimal("0.01")),
    "percentage points": ("share points", Decimal("0.01")),
    "basis points": ("share points", Decimal("0.0001")),
    "ppm": ("parts", Decimal("1e-6")),
    "ppb": ("parts", Decimal("1e-9")),
    "": ("share", Decimal(1)),
}
_Line = tuple[str, Decimal, Decimal]
"""Base unit, factor and offset: ``base = value * factor + offset``."""


def same_dimension(one: str, other: str) -> bool:
    """Whether quantities of the two units can be converted into each other: "km/h" and "knots".

    Units are named as ``Quantity.unit`` names them, with "per day" behind for a rate; two unknown
    ones are of one dimension only if they are the same.
    """
    if one == other:
        return True
    a, b = _line(one), _line(other)
    return a is not None and b is not None and a[0] == b[0]


def in_base_units(quantity: Quantity) -> tuple[Decimal, str] | None:
    """Value and unit in the base unit of its dimension (metres, kilograms, seconds, shares …).

    A bound or a range gives its low end, else its high end. None for what has no conversion: money,
    counts, dates, and units that only compare with themselves ("magnitude", "degrees").
    """
    based = in_base(quantity)
    if based is None:
        return None
    value = based.low if based.low is not None else based.high
    return (value, based.unit) if isinstance(value, Decimal) else None


def in_base(quantity: Quantity) -> Quantity | None:
    """The quantity with both ends and its last stated digit in base units; None as above."""
    measured = (
        QuantityKind.MEASURE,
        QuantityKind.DURATION,
        QuantityKind.PERCENT,
        QuantityKind.FRACTION,
    )
    if quantity.kind not in measured:
        return None
    rate = quantity.base.startswith("per ")
    line = _line(f"{quantity.unit} {quantity.base}" if rate else quantity.unit)
    if line is None:
        return None
    unit, factor, offset = line

    def end(value: object) -> Decimal | None:
        return plain(value * factor + offset) if isinstance(value, Decimal) else None

    step = plain(quantity.step * factor) if quantity.step else None
    base = "" if rate else quantity.base
    return replace(
        quantity, low=end(quantity.low), high=end(quantity.high), unit=unit, step=step, base=base
    )


@lru_cache(512)
def _line(unit: str) -> _Line | None:
    name, _, per = unit.partition(" per ")
    if unit in _EXPRESSIONS or not per:
        name, per = unit, ""
    if per and per not in _TIMES:
        found = _line(name)
        return (f"{found[0]} per {per}", found[1], found[2]) if found else None
    if name in _SHARES:
        share, factor = _SHARES[name]
        return f"{share} per {per}" if per else share, factor, Decimal(0)
    if name in _AGES:
        return "years old", _AGES[name], Decimal(0)
    expression = _EXPRESSIONS.get(name, name if name in _NAMED else "")
    return _from_pint(f"({expression})/{per}" if per else expression) if expression else None


def _from_pint(expression: str) -> _Line:
    registry = _registry()
    if expression in ("degC", "degF"):  # their zero lies elsewhere
        zero, one = (
            registry.Quantity(Decimal(n), expression).to("kelvin").magnitude for n in (0, 1)
        )
        return "kelvin", one - zero, zero
    base = registry.parse_expression(expression).to_base_units()
    return f"{base.units:~}", Decimal(str(base.magnitude)), Decimal(0)


@lru_cache(1)
def _registry() -> "UnitRegistry[Decimal]":
    from pint import UnitRegistry  # noqa: PLC0415 - half a second that reading does without

    return UnitRegistry(non_int_type=Decimal, cache_folder=None)
