"""What the first reader of quantities finds, and what it leaves alone."""

from datetime import date
from decimal import Decimal, localcontext

import pytest
from hard_texts import HARD
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.analysis.quantities import read_quantities
from reviewer.analysis.tokens import Token, Tokens
from reviewer.assets import asset
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role, UnitBasis

REFERENCE = date(2024, 7, 11)


def only(text: str) -> Quantity:
    found = read_quantities(text, reference=REFERENCE)
    assert len(found) == 1, [f.quantity.raw for f in found]
    assert text[found[0].start : found[0].end] == found[0].quantity.raw
    return found[0].quantity


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "step"),
    [
        ("NZ$78 million", "78000000", "78000000", "NZD", "1000000"),
        ("US$1.2bn", "1200000000", "1200000000", "USD", "100000000"),
        ("U.S. $12 million", "12000000", "12000000", "USD", "1000000"),
        ("A$3m", "3000000", "3000000", "AUD", "1000000"),
        ("AUD 880 million", "880000000", "880000000", "AUD", "1000000"),
        ("11.35 million New Zealand dollars", "11350000", "11350000", "NZD", "10000"),
        ("7.72 trillion JPY", "7720000000000", "7720000000000", "JPY", "10000000000"),
        ("£3.4bn", "3400000000", "3400000000", "GBP", "100000000"),
        ("€500,000", "500000", "500000", "EUR", "1"),
        ("12-million-euro", "12000000", "12000000", "EUR", "1000000"),
        ("US$10–12m", "10000000", "12000000", "USD", "1000000"),
        ("between NZ$10 million and NZ$12 million", "10000000", "12000000", "NZD", "1000000"),
        ("$79.5 million NZD", "79500000", "79500000", "NZD", "100000"),
        ("₹500 crore", "5000000000", "5000000000", "INR", "10000000"),
    ],
)
def test_money_whose_currency_is_stated(text, low, high, unit, step):
    quantity = only(f"They gave {text} to it.")
    assert quantity.kind is QuantityKind.MONEY
    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(high))
    assert (quantity.unit, quantity.unit_basis) == (unit, UnitBasis.EXPLICIT)
    assert quantity.step == Decimal(step)


@pytest.mark.parametrize(("text", "unit"), [("$79.5 million", "$"), ("¥9 billion", "¥")])
def test_a_bare_sign_leaves_the_currency_open(text, unit):
    quantity = only(f"a total of {text} to date")
    assert quantity.unit == unit
    assert quantity.is_currency_unclear
    assert len(quantity.currencies) > 1


def test_from_one_amount_to_another_is_a_change_and_no_range():
    found = read_quantities("It rose from $10 million to $12 million.")
    assert [f.quantity.low for f in found] == [Decimal(10_000_000), Decimal(12_000_000)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("two percent of its 2022 GDP", "2", "2", "%"),
        ("2.5%", "2.5", "2.5", "%"),
        ("12 to 15 percent", "12", "15", "%"),
        ("12-15 percent", "12", "15", "%"),
        ("2–3%", "2", "3", "%"),
        ("3 percentage points", "3", "3", "percentage points"),
        ("-3.5% a year", "-3.5", "-3.5", "%"),
    ],
)
def test_percents(text, low, high, unit):
    quantity = read_quantities(f"It was {text}.")[0].quantity
    assert quantity.kind is QuantityKind.PERCENT
    assert (quantity.low, quantity.high, quantity.unit) == (Decimal(low), Decimal(high), unit)


def test_the_base_of_a_percentage():
    assert read_quantities("two percent of its 2022 GDP by then")[0].quantity.base == "2022 GDP"


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        (
            "1,500 Russian and Belarussian individuals and entities.",
            1500,
            "individuals and entities",
        ),
        ("two large autotransformers, and", 2, "autotransformers"),
        ("440 troops and sanctioned others", 440, "troops"),
        ("four of the most advanced democracies in", 4, "advanced democracies"),
        ("four Indo-Pacific partners (IP4)", 4, "partners"),
        (
            "two New Zealand Defence Force infantry training teams were",
            2,
            "infantry training teams",
        ),
        ("two hundred and fifty thousand people fled", 250_000, "people"),
        ("half a million refugees", 500_000, "refugees"),
        ("a dozen ships", 12, "ships"),
        ("twenty-five soldiers", 25, "soldiers"),
        ("15k soldiers", 15_000, "soldiers"),
        ("2000 troops left", 2000, "troops"),
    ],
)
def test_counts_and_what_they_count(text, low, unit):
    quantity = only(f"they sent {text}")
    assert (quantity.kind, quantity.low, quantity.unit) == (QuantityKind.COUNT, low, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "low_open", "high_open", "word"),
    [
        ("more than 1,700 people", 1700, None, True, False, "more than"),
        ("over 1,700 people", 1700, None, True, False, "over"),
        ("at least 40 people", 40, None, False, False, "at least"),
        ("1,500 or more people", 1500, None, False, False, "or more"),
        ("30-plus people", 30, None, False, False, "-plus"),
        ("500+ people", 500, None, False, False, "+"),
        ("up to 500 people", None, 500, False, False, "up to"),
        ("fewer than 30 people", None, 30, False, True, "fewer than"),
        ("nearly 300 people", 300, 300, False, False, "nearly"),
        ("about 300 people", 300, 300, False, False, "about"),
        ("between 12 and 15 people", 12, 15, False, False, ""),
        ("12-15 people", 12, 15, False, False, ""),
    ],
)
def test_bounds(  # noqa: PLR0917 - the columns of the table
    text, low, high, low_open, high_open, word
):
    quantity = only(f"it hit {text}")
    assert (quantity.low, quantity.high) == (low, high)
    assert (quantity.low_open, quantity.high_open) == (low_open, high_open)
    assert quantity.approximator == word


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("its six-month deployment", QuantityKind.DURATION, "6", "months"),
        ("a 25-year history", QuantityKind.DURATION, "25", "years"),
        ("for two decades", QuantityKind.DURATION, "20", "years"),
        ("200 450kW", QuantityKind.MEASURE, "450", "kW"),
        ("a 5.6-magnitude quake", QuantityKind.MEASURE, "5.6", "magnitude"),
        ("magnitude 5.6 quake", QuantityKind.MEASURE, "5.6", "magnitude"),
        ("1,200 square kilometres", QuantityKind.MEASURE, "1200", "km²"),
        ("a quarter of it", QuantityKind.FRACTION, "0.25", ""),
        ("1/4 German", QuantityKind.FRACTION, "0.25", ""),
        ("the third summit", QuantityKind.ORDINAL, "3", "summit"),
        ("its 75th anniversary", QuantityKind.ORDINAL, "75", "anniversary"),
    ],
)
def test_durations_measures_fractions_ordinals(text, kind, value, unit):
    quantity = only(text)
    assert (quantity.kind, quantity.low, quantity.unit) == (kind, Decimal(value), unit)


def test_over_before_a_duration_says_when():
    assert only("funding over four years").is_exact
    assert only("lasted over four years").low_open


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("in May 2023", "2023-05-01", "2023-05-31"),
        ("on July 10, 2024", "2024-07-10", "2024-07-10"),
        ("on 10th of July 2024", "2024-07-10", "2024-07-10"),
        ("Tuesday, April 23, 2024", "2024-04-23", "2024-04-23"),
        ("the July 11-12 summit", "2024-07-11", "2024-07-12"),
        ("until mid-2024", "2024-05-01", "2024-08-31"),
        ("the early 1990s", "1990-01-01", "1994-12-31"),
        ("in late May", "2024-05-21", "2024-05-31"),
        ("in fiscal year 2027", "2027-01-01", "2027-12-31"),
        ("FY2024-25", "2024-01-01", "2025-12-31"),
        ("for 2023-26", "2023-01-01", "2026-12-31"),
        ("on 2024-07-12", "2024-07-12", "2024-07-12"),
        ("in 2026 June", "2026-06-01", "2026-06-30"),
        ("Q3 2024", "2024-07-01", "2024-09-30"),
        ("from March 2022 to July 2024", "2022-03-01", "2024-07-31"),
        ("last June", "2023-06-01", "2023-06-30"),
        ("last month", "2024-06-01", "2024-06-30"),
        ("this week", "2024-07-08", "2024-07-14"),
        ("two years ago", "2022-01-01", "2022-12-31"),
        ("last Thursday", "2024-07-04", "2024-07-04"),
        ("next Thursday", "2024-07-18", "2024-07-18"),
        ("today", "2024-07-11", "2024-07-11"),
        ("In February", "2024-02-01", "2024-02-29"),
        ("the 2021 Defence Assessment", "2021-01-01", "2021-12-31"),
        ("13/7/2024", "2024-07-13", "2024-07-13"),
    ],
)
def test_dates(text, low, high):
    quantity = only(text)
    assert quantity.kind is QuantityKind.DATE
    assert (str(quantity.low), str(quantity.high)) == (low, high)


@pytest.mark.parametrize("text", ["last June", "in February", "next year", "two years ago"])
def test_without_a_day_of_writing_a_relative_date_stays_unresolved(text):
    quantity = read_quantities(text)[0].quantity
    assert (quantity.kind, quantity.low, quantity.high) == (QuantityKind.DATE, None, None)
    assert quantity.raw


def test_a_date_with_two_readings_stays_unresolved():
    assert only("7/10/2024").low is None


def test_since_and_until_give_the_role():
    assert only("since March 2022").role is Role.START
    assert only("until June 2025").role is Role.END


@pytest.mark.parametrize(
    "text",
    [
        "an E-7A Wedgetail", "NH90 helicopters", "the IP4 met", "a C-130 aircraft", "the G7 Summit",
        "COVID-19", "along Highway 1", "version 2.1.3", "Defense Innovation 4.0 goals",
        "Resolution 1701", "Article 5 of the treaty", "Boeing 737", "open 24/7", "after 9/11",
        "at 10:30", "the Five Eyes", "World War Two", "the Indo-Pacific Four", "Three-Axis System",
        "on the one hand", "one reason was", "A second and related issue", "it may be", "5G networks",
        "https://example.org/four-2024/12", "write to a12@b34.org", "At first, they", "1.2.3.4",
    ],
)  # fmt: skip
def test_names_and_turns_of_phrase_are_no_quantities(text):
    assert read_quantities(text, reference=REFERENCE) == ()


def test_decimals_are_exact_whatever_the_context():
    with localcontext() as context:
        context.prec = 3
        assert only("it cost $123,456,789.01").low == Decimal("123456789.01")
        assert only("0.1234567891 km").low == Decimal("0.1234567891")
        assert only("$1.23456789 billion").low == Decimal(1234567890)


SEEDS = {  # file → a few places of it: quote, low or first day, unit
    "000_a95dab0e95ffea5c.txt": [
        (3574, "over AUD 1.1 billion", "1100000000", "AUD"),
        (6390, "more than 1,700", "1700", "individuals and entities"),
        (6646, "$79.5 million", "79500000", "$"),
        (8592, "7.72 trillion JPY", "7720000000000", "JPY"),
        (11500, "early 1990s", "1990-01-01", ""),
    ],
    "004_99fdc6c8f06cb720.txt": [
        (463, "Last June", "2022-06-01", ""),
        (3322, "NZ$78 million", "78000000", "NZD"),
        (3402, "more than 1,500", "1500", "individuals and entities"),
    ],
}


@pytest.mark.parametrize("name", SEEDS)
def test_places_of_the_sample_documents(name):
    text = asset("seeds", name).read_bytes().decode()
    reference = REFERENCE if name.startswith("000") else date(2023, 7, 10)
    found = {f.start: f.quantity for f in read_quantities(text, reference=reference)}
    for start, quote, low, unit in SEEDS[name]:
        assert start in found, quote
        assert found[start].raw == quote
        assert (str(found[start].low), found[start].unit) == (low, unit)


WORDS = [
    "$",
    "£",
    "NZ$",
    "US$",
    "$US",
    "Rs",
    "RM",
    "kr",
    "¢",
    "p",
    "cents",
    "1",
    "12",
    "1,500",
    "3.5",
    ".5",
    "2024",
    "31",
    "99999999999999999999999999",
    "million",
    "bn",
    "m",
    "k",
    "percent",
    "%",
    "pc",
    "points",
    "basis",
    "-",
    "–",
    "—",
    "/",
    ",",
    ".",
    ":",
    "(",
    ")",
    ";",
    "May",
    "February",
    "July",
    "Tuesday",
    "mid",
    "early",
    "last",
    "next",
    "past",
    "this",
    "week",
    "month",
    "quarter",
    "year",
    "years",
    "day",
    "fiscal",
    "FY",
    "Q3",
    "H1",
    "century",
    "two",
    "hundred",
    "thousand",
    "dozen",
    "first",
    "third",
    "half",
    "quarters",
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "by",
    "to",
    "from",
    "between",
    "and",
    "or",
    "over",
    "under",
    "more",
    "than",
    "less",
    "about",
    "at",
    "least",
    "up",
    "just",
    "some",
    "hundreds",
    "thousands",
    "tens",
    "per",
    "each",
    "troops",
    "people",
    "dead",
    "Party",
    "Nations",
    "one",
    "who",
    "them",
    "aged",
    "old",
    "30",
    "00",
    "kW",
    "km/h",
    "°",
    "C",
    "F",
    "m2",
    "acre",
    "feet",
    "magnitude",
    "minus",
    "negative",
    "ago",
    "since",
    "until",
    "will",
    "plus",
    "+",
    "½",
    "¼",
    "~",
    "<",
    ">",
    "≥",
    "s",
    "'",
    "\n",
    "\xa0",
    "total",
    "additional",
    "target",
    "Resolution",
    "No.",
]
PIECES = st.lists(st.sampled_from(WORDS), max_size=14)


@example("12 450troops")  # a plural tied to a figure: no head for the counted noun
@example("two 3troops of")
@given(st.one_of(st.text(max_size=80), PIECES.map(" ".join), PIECES.map("".join)))
def test_any_text_is_read_without_error_and_spans_slice_exactly(text):
    for reference in (None, date(1, 1, 1), REFERENCE, date(9999, 12, 31)):
        end = 0
        for found in read_quantities(text, reference=reference):
            assert end <= found.start < found.end
            assert text[found.start : found.end] == found.quantity.raw
            end = found.end


@pytest.mark.parametrize("case", HARD)
def test_hard_texts_are_read_without_error_and_spans_slice_exactly(case):
    text, words = HARD[case]
    for whole in (text, f"{text} 12 million people {words} $5bn", f"{words} on 3 May 2024"):
        for found in read_quantities(whole, reference=REFERENCE):
            assert whole[found.start : found.end] == found.quantity.raw


def test_offsets_are_code_points():
    text = "😀 𝔗𝔥𝔢 👩🏽‍🚀 gave NZ$78\u00a0million and 440 troops"
    found = read_quantities(text)
    assert [text[f.start : f.end] for f in found] == ["NZ$78\u00a0million", "440"]


def visits(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a token is looked at while the text is read, and the code points sliced of it."""
    work = 0
    get, cut = Tokens.__getitem__, Tokens.slice

    def counting_get(tokens: Tokens, index: int) -> Token:
        nonlocal work
        work += 1
        return get(tokens, index)

    def counting_slice(tokens: Tokens, first: int, end: int) -> str:
        nonlocal work
        found = cut(tokens, first, end)
        work += len(found)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(Tokens, "__getitem__", counting_get)
        patch.setattr(Tokens, "slice", counting_slice)
        read_quantities(text)
    return work


@pytest.mark.parametrize(
    "unit",
    ["1", ",", "1,", "1.", "1 ", "1-", "$1", "one ", " ", "A and ", "a@", "more than ", "12th ",
     "May ", "2024/", "half a ", "between 1 and ", "twenty-", "1 Aids-",
     "hundreds of ", "tens of thousands of ", "Tuesday ", "will on Tuesday ", "first week of ",
     "1/2/2024 ", "Rs 1 ", "from 1 to ", "$1 to ", "1 per ", "1 a year ", "aged 1, ", "A, 34, ", "1½",
     ".5", "1 of the ", "one in ", "1 km per ", "three quarters of a ", "minus ", "12-Aug-",
     "1.2.", "week of ", "5 feet and ", "1 to 2 to ", "WELLINGTON, 12 July 2024 - ", "1 dead ",
     "A\t1\n", "A\t£m\n1\t2\n\n", "1\t"],
)  # fmt: skip
def test_the_work_grows_with_length_alone(unit, monkeypatch):
    """Each further stretch of one text costs what the stretch before it cost, and no more."""
    one, two, three = (visits(unit * 240 * times, monkeypatch) for times in (1, 2, 3))
    assert three - two <= two - one
