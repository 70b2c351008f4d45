"""What sort of measure a unit is of: "length" for kilometres, without the library that converts."""

_SORTS = {
    "length": "mm cm m km feet inches miles yards|nautical miles",
    "area": "hectares acres km² m² ha|square metres|square miles|square feet|square kilometres",
    "volume": "m³ litres gallons barrels km³|acre-feet|cubic feet|cubic metres|million litres",
    "mass": "tonnes tons kg g pounds ounces Mt|short tons|long tons",
    "speed": "km/h mph m/s knots",
    "flow": "m³/s|cubic feet per second|barrels per day|litres per second",
    "power": "W kW MW GW TW MWp GWp hp",
    "energy": "Wh kWh MWh GWh TWh J MJ GJ PJ",
    "temperature": "°C °F K",
}
_OF_UNITS = {
    unit: sort
    for sort, units in _SORTS.items()
    for place, part in enumerate(units.split("|"))
    for unit in ([part] if place else part.split())
}
_PER_TIME = frozenset(["second", "minute", "hour", "day"])


def sort_of(unit: str, base: str) -> str:
    """One of the lexicon's sorts of measure, or "measure"; ``base`` is what follows "per "."""
    sort = _OF_UNITS.get(unit, "measure")
    timed = base.removeprefix("per ") in _PER_TIME
    return "flow" if sort == "volume" and timed else sort
