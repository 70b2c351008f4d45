"""Which words and signs are units, and under which name each is kept."""

from typing import NamedTuple

from reviewer.domain.vocabulary import QuantityKind


class Unit(NamedTuple):
    """What a word or sign stands for; values are multiplied by ``factor``."""

    kind: QuantityKind
    name: str
    factor: int = 1


_PERCENTS = """
%: %, \uff05, percent, pct, pc, per cent, percents, percentage
percentage points: percentage - point, percentage - points, percent - point, percentage point
percentage points: percentage points, percent point, percent points, per cent points, pp, ppt
percentage points: ppts, % point, % points
basis points: basis point, basis points, bps, bp
"""

_MEASURES = """
W: w, watt, watts
kW: kw, kilowatt, kilowatts
MW: mw, megawatt, megawatts
GW: gw, gigawatt, gigawatts
TW: tw, terawatt, terawatts
Wh: wh, watt hour, watt hours, watt - hour, watt - hours
kWh: kwh, kilowatt hours, kilowatt hour, kilowatt - hour, kilowatt - hours
MWh: mwh, megawatt hours, megawatt hour, megawatt - hour, megawatt - hours
GWh: gwh, gigawatt hours, gigawatt hour, gigawatt - hour, gigawatt - hours
TWh: twh, terawatt hours, terawatt hour, terawatt - hour, terawatt - hours
hp: hp, horsepower, bhp
J: joule, joules
kJ: kj, kilojoule, kilojoules
MJ: mj, megajoule, megajoules
GJ: gj, gigajoule, gigajoules
PJ: pj, petajoule, petajoules
EJ: ej, exajoule, exajoules
Btu: btu, btus
mmBtu: mmbtu
therms: therm, therms
calories: calorie, calories
kcal: kcal, kilocalorie, kilocalories
V: volt, volts
kV: kv, kilovolt, kilovolts
A: ampere, amperes, amp, amps
mAh: mah
μm: μm, µm, micron, microns, micrometre, micrometres, micrometer, micrometers
mm: mm, millimetre, millimetres, millimeter, millimeters
cm: cm, centimetre, centimetres, centimeter, centimeters
m: m, metre, metres, meter, meters
km: km, kms, kilometre, kilometres, kilometer, kilometers
miles: mile, miles
nautical miles: nautical mile, nautical miles, nm
nanometres: nanometre, nanometres, nanometer, nanometers
light-years: light year, light years, light - year, light - years
yards: yard, yards, yd, yds
feet: foot, feet, ft
inches: inch, inches
fathoms: fathom, fathoms
cm²: cm ², cm 2, square centimetre, square centimetres, square centimeter, square centimeters, sq cm
m²: m ², m 2, square metre, square metres, square meter, square meters, sq m, sqm, sq metres
m²: sq meters
km²: km ², km 2, square kilometre, square kilometres, square kilometer, square kilometers, sq km
km²: sqkm
square miles: square mile, square miles, sq mi, sq miles
square feet: square foot, square feet, sq ft, sqft, ft ², ft 2
square yards: square yard, square yards
hectares: hectare, hectares, ha
acres: acre, acres
m³: m ³, m 3, cubic metre, cubic metres, cubic meter, cubic meters, cu m
m³/s: m ³ / s, m 3 / s, cubic metres per second, cubic metre per second, cubic meters per second
m³/s: cubic meter per second, cubic metres a second, cubic meters a second, cumecs, cumec
cubic feet per second: cubic feet per second, cubic feet a second, cfs, cusecs, cusec
litres per second: litres per second, liters per second, litres a second, liters a second, l / s
cubic feet: cubic foot, cubic feet, cu ft
cubic yards: cubic yard, cubic yards
cubic kilometres: cubic kilometre, cubic kilometres, cubic kilometer, cubic kilometers, km ³, km 3
cubic miles: cubic mile, cubic miles
acre-feet: acre - foot, acre - feet, acre foot, acre feet
mg: mg, milligram, milligrams, milligramme, milligrammes
μg: μg, µg, mcg, microgram, micrograms
g: gram, grams, gramme, grammes, g
kg: kg, kgs, kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes
tons: ton, tons, short ton, short tons
long tons: long ton, long tons
tonnes: tonne, tonnes, metric ton, metric tons, metric tonne, metric tonnes
kilotons: kiloton, kilotons, kt, kilotonne, kilotonnes
megatonnes: megatonne, megatonnes, megaton, megatons, mt
gigatonnes: gigatonne, gigatonnes, gigaton, gigatons
pounds: pound, pounds, lb, lbs
ounces: ounce, ounces, oz
carats: carat, carats
bushels: bushel, bushels
ml: ml, millilitre, millilitres, milliliter, milliliters
cl: cl, centilitre, centilitres
litres: litre, litres, liter, liters, l
megalitres: megalitre, megalitres, megaliter, megaliters
gigalitres: gigalitre, gigalitres, gigaliter, gigaliters
barrels: barrel, barrels, bbl, bbls
barrels per day: barrels per day, barrels a day, barrel per day, barrel a day, barrel - a - day
barrels per day: barrel - per - day, barrels - a - day, barrels - per - day, bpd, b / d
barrels per day: barrels daily
gallons: gallon, gallons
pints: pint, pints
TEU: teu, teus
m/s: m / s, metres per second, meters per second, metres a second, meters a second
km/h: km / h, kph, kmh, km / hr, km per hour, km an hour, kilometres per hour
km/h: kilometers per hour, kilometres an hour, kilometers an hour
mph: mph, miles per hour, miles an hour, m . p . h .
mpg: mpg, miles per gallon
knots: knot, knots, kts
°C: ° c, ℃, celsius, degree celsius, degrees celsius, degree c, degrees c, degrees centigrade
°C: degree centigrade, deg c
°F: ° f, ℉, fahrenheit, degree fahrenheit, degrees fahrenheit, degree f, degrees f, deg f
kelvin: kelvin, kelvins
degrees: degree, degrees, °
magnitude: magnitude
Pa: pascal, pascals
kPa: kpa, kilopascal, kilopascals
MPa: mpa, megapascal, megapascals
hPa: hpa, hectopascal, hectopascals, millibar, millibars, mbar
psi: psi
lb-ft: lb - ft, ft - lb, lb ft, pound - feet, pound feet
Nm: newton metres, newton meters
ksi: ksi
dB: db, decibel, decibels
ppm: ppm, parts per million
ppb: ppb, parts per billion
KB: kb, kilobyte, kilobytes
MB: mb, megabyte, megabytes
GB: gb, gigabyte, gigabytes
TB: tb, terabyte, terabytes
PB: pb, petabyte, petabytes
Mbps: mbps, mbit / s, megabits per second, megabit per second, megabits a second
Gbps: gbps, gbit / s, gigabits per second, gigabit per second, gigabits a second
Hz: hz, hertz
kHz: khz, kilohertz
MHz: mhz, megahertz
GHz: ghz, gigahertz
rpm: rpm
megapixels: megapixel, megapixels
sieverts: sievert, sieverts
millisieverts: millisievert, millisieverts, msv
microsieverts: microsievert, microsieverts
becquerels: becquerel, becquerels
"""

_MULTIPLES = {
    ("bcm",): ("m³", 10**9), ("bcf",): ("cubic feet", 10**9), ("tcf",): ("cubic feet", 10**12),
    ("mbpd",): ("barrels per day", 10**6), ("mb", "/", "d"): ("barrels per day", 10**6),
    ("kb", "/", "d"): ("barrels per day", 10**3), ("boe",): ("barrels", 1),
}  # fmt: skip
_SPANS = ("second", "minute", "hour", "day", "week", "month", "year")
_LONG_SPANS = {
    "fortnight": ("days", 14), "decade": ("years", 10), "century": ("years", 100),
    "centurie": ("years", 100), "millenniu": ("years", 1000),
}  # fmt: skip
_SHORT_SPANS = {"h": "hours", "hr": "hours", "hrs": "hours", "min": "minutes", "mins": "minutes",
                "sec": "seconds", "secs": "seconds", "yr": "years", "yrs": "years"}  # fmt: skip
_AGES = ("month", "year", "week", "day")

TIGHT_ONLY = frozenset(
    {"m", "ha", "nm", "kt", "mt", "pp", "pc", "g", "w", "bp", "kb", "mb", "cl", "l", "h"}
)
"""Letters that are a unit only right behind the figure."""
SMALL_ONLY = frozenset("mgl")
"""Of these the ones that are something else as a capital: "5M", "4G"."""
CAPITALS = {"C": "°C", "F": "°F", "W": "W"}
"""Capitals that are a unit behind a figure, where no name follows."""


def _lines(table: str, kind: QuantityKind) -> dict[tuple[str, ...], Unit]:
    found: dict[tuple[str, ...], Unit] = {}
    for line in table.strip().splitlines():
        name, _, words = line.partition(":")
        for word in words.split(","):
            found[tuple(word.split())] = Unit(kind, name.strip())
    return found


def _durations() -> dict[tuple[str, ...], Unit]:
    found: dict[tuple[str, ...], Unit] = {}
    for name in _SPANS:
        for word in (name, f"{name}s"):
            found[(word,)] = Unit(QuantityKind.DURATION, f"{name}s")
    for word, (name, factor) in _LONG_SPANS.items():
        for form in (word, f"{word}s", f"{word}m"):
            found[(form,)] = Unit(QuantityKind.DURATION, name, factor)
    for word, name in _SHORT_SPANS.items():
        found[(word,)] = Unit(QuantityKind.DURATION, name)
    for name in _AGES:
        aged = Unit(QuantityKind.DURATION, f"{name}s old")
        for word in (name, f"{name}s"):
            for end in ("old", "olds"):
                found[(word, "-", end)] = found[(word, end)] = aged
        found[(f"{name}s", "of", "age")] = aged
    return found


UNITS = {
    **_lines(_PERCENTS, QuantityKind.PERCENT),
    **_lines(_MEASURES, QuantityKind.MEASURE),
    **{words: Unit(QuantityKind.MEASURE, *name) for words, name in _MULTIPLES.items()},
    **_durations(),
}
"""Words of a unit, in lower case → what they stand for."""
LONGEST = max(len(words) for words in UNITS)
FIRST_WORDS: dict[str, int] = {}
"""First word of a unit → how many words the longest unit that begins with it has."""
for _words in UNITS:
    FIRST_WORDS[_words[0]] = max(len(_words), FIRST_WORDS.get(_words[0], 0))
