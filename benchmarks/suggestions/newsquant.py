"""NewsQuant: sentences of the news with their values and units, as CQE (Almasian et al. 2023)
scores.

A sentence's quantities have a value, a unit and no place, so found and wanted ones are paired by
value within the sentence, each at most once, and F1 is over all sentences together. A bound counts
as its number ("over 60%" is 60), a range by both ends. Two conventions of the data are followed, as
our own reading differs and says no less: "from 20 to 29" is one value there and two here, which are
joined before scoring; dates are no quantities there, and durations and ages are. A wanted value
that
the text does not hold (the data has a few slips) stays wanted.

Value and unit: the pair has one unit too. Currencies and units are compared by name (a bare "$" is
dollar there), with what a rate is per; counted nouns by their head in the singular ("20 coal-fired
power plants" and
"power plants" agree, "shares" and "million shares" too), for the data itself keeps now more, now
less of the words before it.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from rows import Row, Score, absent, alike, shared

from reviewer.analysis.nouns import singular
from reviewer.analysis.quantities import FoundQuantity, read_quantities
from reviewer.domain.vocabulary import QuantityKind

VALUE_BAR, UNIT_BAR = 0.92, 0.78
SCALE = "quantulum3 0.73 and 0.47; CQE, with a neural parser, 0.92 and 0.86 on the whole set"

_NAMES = {
    "%": "percentage", "°C": "celsius", "°F": "fahrenheit", "hp": "horsepower", "kW": "kilowatt",
    "MW": "megawatt", "GW": "gigawatt", "GWh": "gigawatt hour", "W": "watt", "kg": "kilogram",
    "mg": "milligram", "km": "kilometre", "mm": "millimetre", "cm": "centimetre", "m": "metre",
    "m²": "square metre", "km²": "square kilometre", "km/h": "kilometre per hour",
    "mph": "mile per hour",
    "GB": "gigabyte", "TB": "terabyte", "Mbps": "megabit per second", "Hz": "hertz",
    "barrels per day": "barrel per day", "mpg": "mile per gallon", "ppb": "parts-per-billion",
    "MPa": "megapascal", "ksi": "kilopound per square inch", "dB": "decibel",
    "years old": "year of age",
    "p": "point", "litres": "litre", "μm": "micrometre", "gigatonnes": "gigaton", "times": "count",
    "lb-ft": "foot pound-force", "percentage points": "percentage point", "pence": "point",
    "¢": "cent",
    "kV": "kilovolt", "V": "volt", "calories": "calorie", "feet": "foot", "inches": "inch",
    "F": "farad",
}  # fmt: skip
_MONEY = {
    "$": "dollar", "USD": "dollar", "AUD": "australian dollar", "NZD": "new zealand dollar",
    "CAD": "canadian dollar", "HKD": "hong kong dollar", "GBP": "pound sterling", "EUR": "euro",
    "JPY": "japanese yen", "CNY": "chinese yuan", "ILS": "shekel", "MYR": "malaysian ringgit",
    "ZAR": "south african rand", "DKK": "danish krone", "¥": "japanese yen", "£": "pound sterling",
    "HRK": "croatian kuna", "KRW": "south korean won", "INR": "indian rupee",
}  # fmt: skip


class Value(NamedTuple):
    """From ``low`` to ``high``, and what of; the unit's words are in lower case and singular."""

    low: float
    high: float
    unit: str


def rows(*, smoke: bool = False) -> list[Row]:
    """Two scores: values, and values with their units."""
    if (sentences := _sentences()) is None:
        return absent("NewsQuant")
    values, units = Score(), Score()
    for sentence in sentences[:20] if smoke else sentences:
        wanted, read = _wanted(sentence), _read(sentence["text"])
        values.add(len(_pairs(wanted, read)), len(read), len(wanted))
        same = sum(_same_unit(wanted[a].unit, read[b].unit) for a, b in _pairs(wanted, read))
        units.add(same, len(read), len(wanted))
    return [
        values.row(
            "NewsQuant half: value F1", VALUE_BAR, f"{SCALE}; {values.right} of {values.wanted}"
        ),
        units.row("NewsQuant half: value and unit F1", UNIT_BAR),
    ]


def misses() -> Iterator[str]:
    """Sentence by sentence what is wanted and not read, and read and not wanted."""
    for number, sentence in enumerate(_sentences() or ()):
        wanted, read = _wanted(sentence), _read(sentence["text"])
        pairs = _pairs(wanted, read)
        lost = [w for k, w in enumerate(wanted) if k not in {a for a, _ in pairs}]
        extra = [r for k, r in enumerate(read) if k not in {b for _, b in pairs}]
        other = [(wanted[a].unit, read[b].unit) for a, b in pairs
                 if not _same_unit(wanted[a].unit, read[b].unit)]  # fmt: skip
        if lost or extra or other:
            yield f"- {number} {sentence['text']}\n  wanted {lost} read {extra} units {other}"


def _sentences() -> list[dict[str, Any]] | None:
    path = shared("bench", "quantities", "newsquant.json")
    return json.loads(path.read_text("utf-8")) if path else None


def _wanted(sentence: dict[str, Any]) -> list[Value]:
    return [
        Value(*_ends(quantity["value"]), quantity["normalized_unit"].lower())
        for quantity in sentence["quantities"]
    ]


def _ends(text: str) -> tuple[float, float]:
    low, dash, high = text[1:].replace(" ", "").partition("-")
    low = text[0] + low
    ends = sorted((float(low), float(high) if dash else float(low)))
    return ends[0], ends[1]


def _read(text: str) -> list[Value]:
    """Our reading in the conventions of the data."""
    found = [f for f in read_quantities(text) if _is_theirs(f)]
    values: list[Value] = []
    for place, each in enumerate(found):
        value = _value(each)
        before = found[place - 1] if place else None
        single = values and values[-1].low == values[-1].high and value.low == value.high
        if before and single and _is_change(text, before, each):
            low = values.pop()
            ends = sorted((low.low, low.high, value.low, value.high))
            value = Value(ends[0], ends[-1], value.unit or low.unit)
        values.append(value)
    return values


def _is_theirs(found: FoundQuantity) -> bool:
    kind = found.quantity.kind
    return kind not in (QuantityKind.DATE, QuantityKind.ORDINAL) and (
        found.quantity.low is not None or found.quantity.high is not None
    )


def _is_change(text: str, one: FoundQuantity, other: FoundQuantity) -> bool:
    """Whether the two are "from A to B"."""
    led = text[: one.start].rstrip().rpartition(" ")[2].lower() == "from"
    return (
        led
        and text[one.end : other.start].strip() == "to"
        and one.quantity.kind is other.quantity.kind
    )


def _value(found: FoundQuantity) -> Value:
    quantity = found.quantity
    ends = [float(e) for e in (quantity.low, quantity.high) if isinstance(e, Decimal)]
    unit = quantity.unit
    if quantity.kind is QuantityKind.MONEY:
        unit = _MONEY.get(unit, unit)
        # Theirs is in cents where the text says cents, ours in whole dollars.
        if quantity.raw.lower().rstrip("s").endswith(("cent", "¢", "p", "pence")):
            unit = "pence" if unit == "pound sterling" else "cent"
            ends = [round(e * 100, 6) for e in ends]
    elif quantity.kind is QuantityKind.FRACTION:
        unit = "% " + quantity.base
    else:
        unit = _NAMES.get(unit, unit)
    if quantity.base.startswith("per "):
        unit = f"{unit} {quantity.base}"
    return Value(ends[0], ends[-1], unit.lower())


def _pairs(wanted: list[Value], read: list[Value]) -> list[tuple[int, int]]:
    """Wanted and read ones of one value, those of one unit first; one to one."""
    pairs: list[tuple[int, int]] = []
    for exact in (True, False):
        for a, gold in enumerate(wanted):
            for b, ours in enumerate(read):
                free = all(a != x and b != y for x, y in pairs)
                same = alike(gold.low, ours.low) and alike(gold.high, ours.high)
                if free and same and (not exact or _same_unit(gold.unit, ours.unit)):
                    pairs.append((a, b))
    return pairs


def _same_unit(wanted: str, read: str) -> bool:
    if wanted.startswith("%") and read.startswith("%"):
        return True
    return wanted in (read, "-" if not read else "") or _head(wanted) == _head(read)


def _head(unit: str) -> str:
    """The last word before "of", in the singular; rates keep what they are per."""
    noun, per, rest = unit.partition(" per ")
    word = singular(noun.split(" of ")[0].split(" and ")[-1].strip().rpartition(" ")[2])
    return word + per + _head(rest) if per else word
