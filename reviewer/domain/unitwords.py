"""Names of units beside a number: "75 years", "1 year", "450 kW"."""

_SINGULAR = {
    f"{name}s": name
    for name in (
        "second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade",
        "mile", "nautical mile", "square mile", "hectare", "acre", "ton", "tonne",
        "kiloton", "pound", "ounce", "litre", "barrel", "gallon", "knot", "degree", "basis point",
        "percentage point",
    )
} | {"centuries": "century", "feet": "foot", "inches": "inch"}  # fmt: skip
_PLURAL = {one: many for many, one in _SINGULAR.items()}


def unit_words(unit: str, value: str) -> str:
    """The unit's name behind a value as it is written: singular after "1" and "more than 1".

    Units without a plural ("kW", "%") and all that is not in the table stay as they are.
    """
    if value.rpartition(" ")[2] == "1":
        return _SINGULAR.get(unit, unit)
    return _PLURAL.get(unit, unit)
