"""Units that measure one thing, and values in one unit."""

import subprocess
import sys
from decimal import Decimal

import pytest

from reviewer.analysis.conversion import in_base, in_base_units, same_dimension
from reviewer.analysis.quantities import read_quantities
from reviewer.analysis.unit_table import UNITS
from reviewer.domain.quantity import Quantity

INCOMPARABLE = {"magnitude", "degrees", "TEU", "dB", "megapixels"}


def value(text: str) -> tuple[Decimal, str]:
    found = in_base_units(read_quantities(f"It was {text}.")[0].quantity)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        ("140 km/h", "87 mph", "0.2"),
        ("11 km", "seven miles", "3"),
        ("46.3°C", "115.3°F", "0.1"),
        ("1 gigawatt hour", "3,600 gigajoules", "0"),
        ("120,000 acre-feet", "148 gigalitres", "0.5"),
        ("two decades", "240 months", "0"),
        ("18-month-old", "1.5 years old", "0"),
        ("640,000 barrels a day", "1.18 cubic metres per second", "0.5"),
        ("a third of it", "33.3 percent", "0.2"),
        ("25 basis points", "0.25 percentage points", "0"),
    ],
)
def test_the_same_in_another_unit(one, other, within):
    (a, unit), (b, same) = value(one), value(other)
    assert unit == same
    assert abs(a - b) <= abs(a) * Decimal(within) / 100 + Decimal("1e-12")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("km/h", "knots", True), ("MW", "GWh", False), ("m²", "hectares", True), ("%", "kg", False),
        ("m³ per day", "m³/s", True), ("magnitude", "magnitude", True), ("magnitude", "km", False),
        ("%", "percentage points", False), ("years", "years old", False), ("troops", "ships", False),
    ],
)  # fmt: skip
def test_dimensions(one, other, same):
    assert same_dimension(one, other) is same
    assert same_dimension(other, one) is same


@pytest.mark.parametrize("unit", sorted({unit.name: unit for unit in UNITS.values()}.values()))
def test_every_unit_of_the_table_converts_or_is_known_not_to(unit):
    based = in_base_units(Quantity(unit.kind, Decimal(5), Decimal(5), unit=unit.name))
    assert (based is None) is (unit.name in INCOMPARABLE)
    assert based is None or based[0] > 0


def test_ranges_bounds_and_the_last_digit_come_along():
    quantity = read_quantities("It was 8 to 10 km.")[0].quantity
    based = in_base(quantity)
    assert based is not None
    assert (based.low, based.high, based.step, based.unit) == (8000, 10_000, 1000, "m")


@pytest.mark.parametrize(
    "text", ["$5", "12 ships", "in May 2023", "magnitude 5.6", "the third day"]
)
def test_what_has_no_conversion(text):
    assert in_base_units(read_quantities(text)[0].quantity) is None


def test_reading_does_not_load_pint():
    code = (
        "import sys; from reviewer.analysis.quantities import read_quantities;"
        "read_quantities('5 km'); sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
