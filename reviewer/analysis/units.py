"""Percents, durations and measures: a number and a unit, "450kW", "six-month", "two percent"."""

from decimal import Decimal
from typing import NamedTuple

from reviewer.analysis.nouns import base_after, counted_noun
from reviewer.analysis.numbers import Numeral, plain, read_numeral
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind


class Unit(NamedTuple):
    """What a word or sign stands for; values are multiplied by ``factor``."""

    kind: QuantityKind
    name: str
    factor: int = 1


_PERCENT = Unit(QuantityKind.PERCENT, "%")
_POINTS = Unit(QuantityKind.PERCENT, "percentage points")


def _table() -> dict[tuple[str, ...], Unit]:
    units: dict[tuple[str, ...], Unit] = {
        ("%",): _PERCENT, ("percent",): _PERCENT, ("pct",): _PERCENT, ("per", "cent"): _PERCENT,
        ("\uff05",): _PERCENT, ("percentage", "point"): _POINTS, ("percentage", "points"): _POINTS,
        ("percent", "point"): _POINTS, ("percent", "points"): _POINTS, ("pp",): _POINTS,
        ("fortnight",): Unit(QuantityKind.DURATION, "days", 14),
        ("fortnights",): Unit(QuantityKind.DURATION, "days", 14),
        ("century",): Unit(QuantityKind.DURATION, "years", 100),
        ("centuries",): Unit(QuantityKind.DURATION, "years", 100),
        ("decade",): Unit(QuantityKind.DURATION, "years", 10),
        ("decades",): Unit(QuantityKind.DURATION, "years", 10),
        ("km", "/", "h"): Unit(QuantityKind.MEASURE, "km/h"),
        ("hours",): Unit(QuantityKind.DURATION, "hours"),
    }  # fmt: skip
    for name in ["seconds", "minutes", "hours", "days", "weeks", "months", "years"]:
        for word in (name, name[:-1]):
            units[(word,)] = Unit(QuantityKind.DURATION, name)
    for line in _MEASURES.strip().splitlines():
        name, _, words = line.partition(":")
        for word in words.split(","):
            units[tuple(word.split())] = Unit(QuantityKind.MEASURE, name.strip())
    return units


_MEASURES = """
kW: kw, kilowatt, kilowatts
MW: mw, megawatt, megawatts
GW: gw, gigawatt, gigawatts
TW: tw, terawatt, terawatts
kWh: kwh, kilowatt hours, kilowatt hour
MWh: mwh, megawatt hours, megawatt hour
GWh: gwh, gigawatt hours, gigawatt hour
TWh: twh, terawatt hours, terawatt hour
mm: mm, millimetre, millimetres, millimeter, millimeters
cm: cm, centimetre, centimetres, centimeter, centimeters
m: m, metre, metres, meter, meters
km: km, kms, kilometre, kilometres, kilometer, kilometers
miles: mile, miles
nautical miles: nautical mile, nautical miles, nm
feet: foot, feet, ft
inches: inch, inches
m²: m ², square metre, square metres, square meter, square meters, sq m
km²: km ², square kilometre, square kilometres, square kilometer, square kilometers, sq km
square miles: square mile, square miles, sq mi
hectares: hectare, hectares, ha
acres: acre, acres
m³: m ³, cubic metre, cubic metres, cubic meter, cubic meters
g: gram, grams, gramme, grammes
kg: kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes
tons: ton, tons
tonnes: tonne, tonnes, metric ton, metric tons
kilotons: kiloton, kilotons, kt
pounds: pound, pounds, lb, lbs
ounces: ounce, ounces, oz
litres: litre, litres, liter, liters
barrels: barrel, barrels
gallons: gallon, gallons
km/h: kph, kmh, kilometres per hour, kilometers per hour
mph: mph, miles per hour
knots: knot, knots
°C: ° c, degree celsius, degrees celsius, degree c, degrees c
°F: ° f, degree fahrenheit, degrees fahrenheit
degrees: degree, degrees, °
basis points: basis point, basis points, bps
magnitude: magnitude
MB: mb, megabyte, megabytes
GB: gb, gigabyte, gigabytes
TB: tb, terabyte, terabytes
Hz: hz, hertz
MHz: mhz, megahertz
GHz: ghz, gigahertz
"""
UNITS = _table()
_LONGEST = max(len(words) for words in UNITS)
_FIRST_WORDS = frozenset(words[0] for words in UNITS)
_TIGHT_ONLY = frozenset({"m", "ha", "nm", "kt", "pp"})
"""Letters that are a unit only right behind the figure."""


def read_unit_quantity(tokens: Tokens, index: int) -> Reading | None:
    """A number or a range with a unit, or "magnitude 5.6", that begins at ``index``."""
    if tokens[index].low == "magnitude":
        return _magnitude(tokens, index)
    between = tokens[index].low == "between"
    start = index + between
    sign = _minus(tokens, start)
    low = read_numeral(tokens, start + sign)
    if low is None:
        return None
    unit, end = unit_at(tokens, low.end)
    joined = _joint(tokens, end, between=between)
    high = read_numeral(tokens, joined) if joined else None
    if high and not sign:
        other, other_end = unit_at(tokens, high.end)
        if other and unit in (None, other) and low.value < high.value:
            if high.power and not low.power:
                low = low.scaled(high.power)
            return Reading(index, other_end, _quantity(tokens, low, high, other, other_end))
    if unit is None or between or (sign and unit.kind is QuantityKind.DURATION):
        return None
    return Reading(index, end, _quantity(tokens, low, low, unit, end, negative=bool(sign)))


def unit_at(tokens: Tokens, index: int) -> tuple[Unit | None, int]:
    """The unit that begins at ``index``, over a tight hyphen too, and where it ends."""
    asked = index
    if tokens[index].is_dash and tokens.tight(index) and tokens.tight(index + 1):
        index += 1
    if tokens[index].low not in _FIRST_WORDS or not tokens.near(index):
        return None, asked
    for length in range(_LONGEST, 0, -1):
        words = tuple(
            tokens[index + k].low for k in range(length) if k == 0 or tokens.near(index + k)
        )
        unit = UNITS.get(words) if len(words) == length else None
        if unit and (words[0] not in _TIGHT_ONLY or _is_sign(tokens, index, length)):
            return unit, index + length
    return None, asked


def _is_sign(tokens: Tokens, index: int, length: int) -> bool:
    """Whether a letter is a unit: the one of "12m people" is a million."""
    return length > 1 or (tokens.tight(index) and not counted_noun(tokens, index + 1))


def _minus(tokens: Tokens, index: int) -> int:
    """1 if a dash that opens a number is a minus: "-3 %", not "2020-3"."""
    opens = not tokens.tight(index) or tokens[index - 1].text == "("
    return int(
        tokens[index].is_dash and opens and tokens.tight(index + 1) and tokens[index + 1].is_number
    )


def _joint(tokens: Tokens, index: int, *, between: bool) -> int:
    if not tokens.near(index):
        return 0
    if between:
        return index + 1 if tokens[index].low == "and" else 0
    if tokens[index].is_dash or tokens[index].low in ("to", "or"):
        changed = any(tokens[index - back].low == "from" for back in range(2, 5))
        return 0 if changed and tokens[index].low == "to" else index + 1
    return 0


def _quantity(
    tokens: Tokens, low: Numeral, high: Numeral, unit: Unit, end: int, *, negative: bool = False
) -> Quantity:
    factor = Decimal(-unit.factor if negative else unit.factor)
    return Quantity(
        unit.kind,
        plain(low.value * factor),
        plain(high.value * factor),
        unit=unit.name,
        step=plain(min(low.step, high.step) * unit.factor),
        base=base_after(tokens, end) if unit.kind is QuantityKind.PERCENT else "",
    )


def _magnitude(tokens: Tokens, index: int) -> Reading | None:
    place = index + 1 + (tokens.word(index + 1) in ("of", "-"))
    numeral = read_numeral(tokens, place) if tokens[place].is_number else None
    if numeral is None or not tokens.near(place):
        return None
    unit = UNITS[("magnitude",)]
    return Reading(index, numeral.end, _quantity(tokens, numeral, numeral, unit, numeral.end))
