"""Quantities and differences as people read them, and as the value field of a form holds them."""

from collections.abc import Callable
from datetime import date
from decimal import Context, Decimal, localcontext
from fractions import Fraction

from reviewer.domain.periods import Period, parse_period, period_text
from reviewer.domain.quantity import Difference, Quantity, difference
from reviewer.domain.unitwords import unit_words
from reviewer.domain.vocabulary import QuantityKind
from reviewer.domain.yearparts import PARTS, part_of

_SCALES = ((12, "trillion", "tn"), (9, "billion", "bn"), (6, "million", "m"), (3, "thousand", "k"))
_SHORT_DIGITS = 3
_TEN = Decimal(10)
_EXACT = Context(prec=200)
_FIRST_YEAR, _LAST_YEAR = 1500, 2199  # in words; other years are written as ISO days
_FRACTION_DIGITS = 28
_LARGEST_DENOMINATOR = 100
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_OPENINGS = {">": "more than ", ">=": "at least ", "<": "less than ", "<=": "up to ", "=": ""}
_MEASURED = (QuantityKind.DURATION, QuantityKind.MEASURE, QuantityKind.PERCENT)
_SIGNS = {">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "=": ""}


def quantity_text(quantity: Quantity) -> str:
    """The value in full: "more than 1,500 troops", "79,500,000 $ (currency not stated)"."""
    if quantity.kind is QuantityKind.DATE:
        return _date_text(quantity)
    if quantity.kind is QuantityKind.TEXT or (quantity.low is None and quantity.high is None):
        return quantity.raw
    return _with_unit(quantity, _bounds(quantity, _number))


def short_quantity_text(quantity: Quantity) -> str:
    """The value for a narrow column: "NZD 78 m", "> 1,500 troops", "more than 25 years"."""
    if quantity.kind is QuantityKind.DATE:
        return _part_name(quantity) or _period_words(*_days(quantity)) or quantity.raw
    if quantity.kind is QuantityKind.TEXT or (quantity.low is None and quantity.high is None):
        return quantity.raw
    if quantity.kind is QuantityKind.DURATION:
        return quantity_text(quantity)
    if quantity.kind is not QuantityKind.MONEY:
        return _with_unit(quantity, _signed(quantity, _short_number))
    value = _signed(quantity, _short_number)
    gap = "" if quantity.is_currency_unclear and len(quantity.unit) == 1 else " "
    sign = "" if value[0] not in "<>≤≥" else value[:2]
    return f"{sign}{quantity.unit}{gap}{value[len(sign) :]}".strip()


def form_text(quantity: Quantity) -> str:
    """What the value field shows, and what ``analysis.amounts.parse_amount`` reads back.

    Kept: kind, bounds, unit and its basis where unknown, approximator, base and last stated digit.
    Role and raw words have no place in the field.
    """
    if quantity.kind is QuantityKind.DATE:
        return _date_form(quantity)
    if quantity.kind is QuantityKind.TEXT or (quantity.low is None and quantity.high is None):
        return quantity.raw
    return _with_unit(quantity, _bounds(quantity, _stated(quantity.step)), plain=True)


def difference_text(one: Quantity, other: Quantity) -> str:
    """``other`` against ``one``: "+1,500,000 (+1.9 %), if both are in one currency", "+396 days".

    Empty where the two cannot be compared.
    """
    found = difference(one, other)
    if found is None:
        return ""
    text = _days_text(found) if found.days is not None else _amount_text(found)
    return f"{text}, {found.caveat}" if found.caveat else text


def _days_text(found: Difference) -> str:
    assert found.days is not None
    if not found.days:
        return "the same day"
    return f"{found.days:+,} day{'s' if abs(found.days) != 1 else ''}"


def _amount_text(found: Difference) -> str:
    assert found.absolute is not None
    if not found.absolute:
        return "no difference"
    unit = "percentage points" if found.unit == "%" else found.unit
    number = _number(abs(found.absolute))
    words = "" if len(unit) == 1 else unit_words(unit, number)
    text = f"{'+' if found.absolute > 0 else '-'}{number} {words}".rstrip()
    if found.percent is None or unit == "percentage points":
        return text
    percent = f"{found.percent:+,.1f}"
    return f"{text} ({percent} %)"


def _number(value: Decimal) -> str:
    return f"{value:,f}"


def _stated(step: Decimal | None) -> Callable[[Decimal], str]:
    """Writes a number so that its last stated digit is ``step``: 78 million, 2.50, 1,500."""

    def write(value: Decimal) -> str:
        if not step or _beyond(value, step) or _EXACT.remainder(value, step):
            return _number(value)
        if step < 1:
            return f"{value:,.{-int(step.as_tuple().exponent)}f}"
        for power, word, _ in _SCALES:
            scale = Decimal(10**power)
            if step >= _TEN and scale <= max(abs(value), step):
                decimals = max(0, power - step.adjusted())
                return f"{value.scaleb(-power, _EXACT):,.{decimals}f} {word}"
        return _number(value)

    return write


def _beyond(value: Decimal, step: Decimal) -> bool:
    """Whether the two are too far apart to divide exactly."""
    return abs(value.adjusted() - step.adjusted()) >= _EXACT.prec


def _short_number(value: Decimal) -> str:
    """At most four figures and a scale letter: "79.5 m"; below a million in full."""
    for power, _, letter in _SCALES[:3]:
        scale = Decimal(10**power)
        if abs(value) >= scale:
            return f"{_trimmed(value / scale)} {letter}"
    return _trimmed(value)


def _trimmed(value: Decimal) -> str:
    text = f"{value:,.{_SHORT_DIGITS}f}"
    return text.rstrip("0").rstrip(".")


def _bounds(quantity: Quantity, write: Callable[[Decimal], str]) -> str:
    """The number or range with the words of its bound."""
    low, high = _decimals(quantity)
    if low is not None and high is not None and low != high:
        return _led(quantity.approximator, f"{write(low)}\u2013{write(high)}")
    value = low if low is not None else high
    assert value is not None
    number = _fraction(value) if quantity.kind is QuantityKind.FRACTION else write(value)
    if quantity.kind is QuantityKind.ORDINAL:
        number += _ordinal_ending(value)
    if quantity.approximator:
        return _led(quantity.approximator, number)
    return f"{_OPENINGS[_shape(quantity)]}{number}"


def _led(approximator: str, number: str) -> str:
    if approximator in ("+", "-plus"):
        return number + approximator
    if approximator.startswith("or ") or approximator == "plus":
        return f"{number} {approximator}"
    return f"{approximator} {number}".strip()


def _shape(quantity: Quantity) -> str:
    if quantity.high is None:
        return ">" if quantity.low_open else ">="
    if quantity.low is None:
        return "<" if quantity.high_open else "<="
    return "="


def _signed(quantity: Quantity, write: Callable[[Decimal], str]) -> str:
    low, high = _decimals(quantity)
    if low is not None and high is not None and low != high:
        return f"{write(low)}\u2013{write(high)}"
    value = low if low is not None else high
    assert value is not None
    about = quantity.approximator and _shape(quantity) == "="
    number = _fraction(value) if quantity.kind is QuantityKind.FRACTION else write(value)
    if quantity.kind is QuantityKind.ORDINAL:
        number += _ordinal_ending(value)
    return f"{'~ ' if about else _SIGNS[_shape(quantity)]}{number}"


def _decimals(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    low, high = quantity.low, quantity.high
    return (
        low if isinstance(low, Decimal) else None,
        high if isinstance(high, Decimal) else None,
    )


def _with_unit(quantity: Quantity, value: str, *, plain: bool = False) -> str:
    """Codes stand before the amount for readers, and behind it where it is typed."""
    if quantity.kind is QuantityKind.MONEY and not plain:
        rate = f" {quantity.base}" if quantity.base else ""
        if quantity.is_currency_unclear:
            return f"{value} {quantity.unit}{rate} (currency not stated)"
        return _before_number(quantity, value) + rate
    unit = unit_words(quantity.unit, value) if quantity.kind in _MEASURED else quantity.unit
    text = f"{value} {unit}".strip()
    if not quantity.base:
        return text
    return f"{text} {quantity.base}" if _is_rate(quantity) else f"{text} of {quantity.base}"


def _is_rate(quantity: Quantity) -> bool:
    return quantity.base.startswith("per ")


def _before_number(quantity: Quantity, value: str) -> str:
    """ "More than NZD 5": the code goes between the words of the bound and the figures."""
    at = next((place for place, letter in enumerate(value) if letter.isdigit()), 0)
    return f"{value[:at]}{quantity.unit} {value[at:]}"


def _fraction(value: Decimal) -> str:
    """ "2/3" if the value is a small fraction to 28 digits, else its digits."""
    small = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
    with localcontext() as context:
        context.prec = _FRACTION_DIGITS
        exact = Decimal(small.numerator) / Decimal(small.denominator) == value
    return f"{small.numerator}/{small.denominator}" if exact else _number(value)


def _ordinal_ending(value: Decimal) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return _ORDINAL_ENDINGS.get(int(value % 10), "th")


def _days(quantity: Quantity) -> tuple[date | None, date | None]:
    first, last = quantity.low, quantity.high
    return first if isinstance(first, date) else None, last if isinstance(last, date) else None


def _date_text(quantity: Quantity) -> str:
    first, last = _days(quantity)
    if first is None and last is None:
        return quantity.raw
    words = _period_words(first, last)
    if quantity.approximator in PARTS or "/" in words:
        name = _part_name(quantity) or quantity.raw
        return f"{name} ({first} to {last})" if name and first and last else words
    return f"{quantity.approximator} {words}".strip()


def _date_form(quantity: Quantity) -> str:
    part = _part_name(quantity)
    if part:
        return part
    words = _period_words(*_days(quantity)) or quantity.raw
    return words if quantity.approximator in PARTS else f"{quantity.approximator} {words}".strip()


def _period_words(first: date | None, last: date | None) -> str:
    """ "10 July 2024", "May 2023", "2024", "1990s", else an ISO interval."""
    short = period_text(first, last)
    if not (first and last) or not _FIRST_YEAR <= first.year <= last.year <= _LAST_YEAR:
        return _iso(first, last)
    if _is_decade(first, last):
        return f"{first.year}s"
    if "/" in short:
        return _iso(first, last)
    if short.count("-") == 0:
        return short
    month = f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{first.day} {month}" if first == last else month


def _iso(first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return ""
    if first == last and first:
        return first.isoformat()
    return f"{first.isoformat() if first else ''}/{last.isoformat() if last else ''}"


def _is_decade(first: date, last: date) -> bool:
    return first.year % 10 == 0 and Period(first, last) == Period(
        date(first.year, 1, 1), date(first.year + 9, 12, 31)
    )


def _part_name(quantity: Quantity) -> str:
    """ "Mid-2024", "late May 2023", "early 1990s", if the days are what the word means there."""
    first, last = _days(quantity)
    word = quantity.approximator
    if not (first and last) or word not in PARTS:
        return ""
    if not _FIRST_YEAR <= first.year <= last.year <= _LAST_YEAR:
        return ""
    month = parse_period(f"{first.year:04}-{first.month:02}")
    year = parse_period(f"{first.year:04}")
    start = first.year - first.year % 10
    decade = Period(date(start, 1, 1), date(start + 9, 12, 31))
    names = (
        (month, f"{_MONTHS[first.month - 1]} {first.year}"),
        (year, f"{first.year}"),
        (decade, f"{start}s"),
    )
    for whole, name in names:
        if whole and part_of(word, whole) == Period(first, last):
            return f"{word}-{name}" if word == "mid" else f"{word} {name}"
    return ""
