"""Microsoft Recognizers-Text: its English specifications, and what share of them is resolved alike.

A case counts if each result of its type in scope is read at an overlapping place with the same
value and unit, and nothing more of that type is read. What the specifications settle otherwise than
we do on purpose is bridged, never ignored: a bare dollar is "Dollar" there; the upper end of a
range
is left out there ("between 20 and 30" is [20,30), 2014 to 2018 ends where 2018 begins) and counts
as
the same here; a month without a year has two readings there, of which ours must be one; "before",
"after" and "since" make an open range there and are a role here.

Out of scope are whole categories, each told with its reason and its number of cases: what a person
says to a calendar or a query language rather than writes in a document.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from rows import Row, absent, alike, shared

from reviewer.analysis.quantities import FoundQuantity, read_quantities
from reviewer.domain.vocabulary import QuantityKind

BAR = 0.85
MODELS = {
    "CurrencyModel": "money",
    "PercentModel": "percent",
    "NumberRangeModel": "number range",
    "DateTimeModel": "date",
}
Case = dict[str, Any]

_DATES = ("datetimeV2.date", "datetimeV2.daterange")
_HOLIDAYS = re.compile(
    r"christmas|xmas|easter|thanksgiving|black friday|independence day|earth day|new year"
    r"|saint patrick|st patrick|halloween|mother|father|labou?r day|mlk|martin luther|valentine"
    r"|memorial|carnival|juneteenth|cyber monday|holiday|good friday|ramadan|eid|sacrifice"
    r"|islamic|palm sunday|ash wednesday|loyalty|citizenship|presidents|cinco|columbus|veterans"
)
_BARE_DAY = re.compile(
    r"\bthe (\w+-)?(\d{1,2}(st|nd|rd|th)|\w+(th|st|nd|rd|first|second|third))\b(?! (of )?[a-z]{3,}"
    r" ?\d| (of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|^(on )?(mon|sun|fri)day \d\d$"
)
_NUMERIC = re.compile(
    r"(?<![\d/.-])\d{1,2} ?[/.-] ?\d{1,2}(?![\d/.-])|(?<![\d/])\d{1,2}/\d{1,2}-|^[a-z]{3}/?\d{1,2}$"
)
_EITHER_ORDER = re.compile(r"(?<!\d)(0?\d|1[0-2])[/-](0?\d|1[0-2])[/-]\d{2,4}")
_SPELLED = re.compile(r"\b(twenty|thirty|eleventh|nineteen|two thousand)\b|first \d{2}$")
_QUERY = re.compile(r"[<>=]|greater than|\bcy ?\d\d|^otd$|\b(till|to|current) date\b")
_COUNTED = re.compile(
    r"\b(next|last|past|previous|coming|following|within|in|upcoming|first)\b.*\b(\d+|two|three|four"
    r"|five|six|seven|eight|nine|ten|forty|couple|few|several|twenty|thirty)\b.*\b(days?|weeks?"
    r"|months?|years?|decades?|weekends?)\b|\b\w+ (days?|weeks?|months?|years?)"
    r" (from|after|before|since|later|hence|back)|\b(weeks?|months?|years?) ago|fortnight"
    r"|\b\d+ (upcoming|next|past|previous|coming|following) "
    r"|\brest of|\bfrom now|more than|less than|at least"
)
_FEELING = re.compile(
    r"\b(week-?ends?|spring|summer|autumn|fall|winter|eod|eom|eoy|end of|beginning of|start of"
    r"|middle of|later|earlier|now|same|the (day|week|month|year|decade|century)\b|tmr|week \d"
    r"|weekday|working week|workweek"
    r"|workday|business day|day after|day before|school year|mid|early|late)\b"
)
_OPERATORS = re.compile(r"[<>=~]|\bequal|\bx\b")


def _money_scope(case: Case) -> str:
    texts = [r["Text"] for r in case["Results"]]
    if any(r["Resolution"].get("value") is None for r in case["Results"]):
        return "a currency named without an amount: no quantity"
    if (
        any(re.search(r"(dollars?|kuai|\$) (and )?\w|and fifty|\$ 30 cent", t) for t in texts)
        and any(re.search(r"dollar|kuai|cent|and fifty", t) for t in texts)
        and not any(re.match(r"^[\d.,]+ \w+ dollars?$", t) for t in texts)
    ):
        return "dollars and cents as one amount in words, as it is spoken"
    if any(re.search(r"bitcoin|btc|satoshi|₿|ரூ|sen |₡|₾|₭|元", t) for t in texts):
        return "coins and signs that English news does not use"
    return ""


def _percent_scope(case: Case) -> str:
    spoken = any(r["Text"].startswith("per") for r in case["Results"])
    return (
        "the sign before the number ('percent of 10'): in prose that is another sentence" * spoken
    )


def _range_scope(case: Case) -> str:
    texts = [r["Text"].lower() for r in case["Results"]] or [case["Input"].lower()]
    if any(_OPERATORS.search(t) for t in texts) or _OPERATORS.search(case["Input"]):
        return "comparisons of a query: =, <>, 'equal to', variables"
    if any(re.search(r"\d\.\.|,\)$", t) for t in texts):
        return ""
    if any(
        "(" in v
        and v[1] != ","
        and v[-2] != ","
        and not re.search("between|from|-|\u2013|through", t)
        for t, v in ((r["Text"], r["Resolution"]["value"]) for r in case["Results"])
    ):
        return "two bounds joined by 'and' or 'but': read as two quantities"
    if any(re.search(r"tenth|negative|quarter|exceed$|surpass", t) for t in texts):
        return "places in an order, spoken negatives and verbs as comparisons"
    return ""


def _date_scope(case: Case) -> str:
    kinds = {r.get("TypeName", r.get("Typename")) for r in case["Results"]}
    if kinds - set(_DATES):
        return "times of day, lengths, and what recurs: no date is wanted or not a date alone"
    if not case["Results"]:
        return ""
    texts = [r["Text"].lower() for r in case["Results"]]
    for search, why in (
        (_HOLIDAYS, "holidays by name: a calendar of feasts, not a reading of figures"),
        (_FEELING, "stretches that the specification cuts out of a week, month or year by rule"),
        (_COUNTED, "lengths counted from today ('next 5 days', 'in 3 years'): read as lengths"),
        (_NUMERIC, "figures for day and month without a year"),
        (_BARE_DAY, "a day of the month without its month"),
        (_SPELLED, "days and years spelled in words, as they are spoken"),
        (_QUERY, "signs and shorthands of a query"),
        (_EITHER_ORDER, "figures for day and month in either order, which no other date settles"),
    ):
        if any(search.search(text) for text in texts):
            return why
    if any("not resolved" in str(r["Resolution"]) for r in case["Results"]):
        return "not resolved by the specification itself"
    return ""


SCOPES: dict[str, Callable[[Case], str]] = {
    "CurrencyModel": _money_scope,
    "PercentModel": _percent_scope,
    "NumberRangeModel": _range_scope,
    "DateTimeModel": _date_scope,
}


def rows(*, smoke: bool = False) -> list[Row]:
    """One row a model, one for all, and one a category that is out of scope."""
    if shared("bench", "quantities", "recognizers") is None:
        return absent("Recognizers specifications")
    found, total, right_total = [], 0, 0
    outside: Counter[str] = Counter()
    for model, name in MODELS.items():
        right = count = 0
        for case in _cases(model)[: 20 if smoke else None]:
            if why := SCOPES[model](case):
                outside[f"{name}: {why}"] += 1
                continue
            count += 1
            right += _is_alike(model, case)
        found.append(_row(f"Recognizers English: {name}", right, count))
        total, right_total = total + count, right_total + right
    found.insert(0, _row("Recognizers English: all in scope", right_total, total))
    found += [Row(f"· out of scope: {why}", f"{n} cases") for why, n in outside.most_common()]
    return found


def misses() -> Iterator[str]:
    """The cases in scope that are resolved otherwise."""
    if shared("bench", "quantities", "recognizers") is None:
        return
    for model in MODELS:
        for case in _cases(model):
            if not SCOPES[model](case) and not _is_alike(model, case):
                wanted = [(r["Text"], _resolved(r)) for r in case["Results"]]
                read = [(f.quantity.raw, str(f.quantity.low), str(f.quantity.high), f.quantity.unit)
                        for f in _read(case) if f.quantity.kind in _KINDS[model]]  # fmt: skip
                yield f"- {model} {_reference(case)} {case['Input']!r}"
                yield f"  wanted {wanted}\n  read {read}"


def _row(what: str, right: int, count: int) -> Row:
    share = right / count if count else 1.0
    return Row(what, f"{share:.3f}", f"≥ {BAR:.2f}", share >= BAR, f"{right} of {count}")


def _cases(model: str) -> list[Case]:
    path = shared("bench", "quantities", "recognizers", f"{model}.json")
    assert path
    return json.loads(path.read_text("utf-8"))


_KINDS = {
    "CurrencyModel": {QuantityKind.MONEY},
    "PercentModel": {QuantityKind.PERCENT},
    "NumberRangeModel": set(QuantityKind) - {QuantityKind.DATE},
    "DateTimeModel": {QuantityKind.DATE},
}


def _reference(case: Case) -> date | None:
    given = case.get("Context", {}).get("ReferenceDateTime", "")
    return date.fromisoformat(given[:10]) if given else None


def _read(case: Case) -> list[FoundQuantity]:
    return list(read_quantities(case["Input"], reference=_reference(case)))


def _resolved(result: Any) -> Any:
    resolution = result.get("Resolution") or {}
    return resolution.get("values") or (resolution.get("value"), resolution.get("unit"))


def _is_alike(model: str, case: Case) -> bool:
    read = [f for f in _read(case) if f.quantity.kind in _KINDS[model]]
    if model == "NumberRangeModel":
        read = [f for f in read if f.quantity.low != f.quantity.high]
    left = list(read)
    for result in case["Results"]:
        same = _SAME[model]
        near = (f for f in left if _overlaps(f, result) and same(f, result, case["Input"]))
        met = next(near, None)
        if met is None:
            return False
        left.remove(met)
    return not left


def _overlaps(found: FoundQuantity, result: dict[str, Any]) -> bool:
    return found.start <= result["End"] and found.end > result["Start"]


_UNITS = {
    "Dollar": "$", "United States dollar": "USD", "Pound": "GBP £", "British pound": "GBP",
    "Cent": "cent", "Pence": "pence", "Penny": "pence cent", "Japanese yen": "JPY",
    "Chinese yuan": "CNY", "Euro": "EUR", "Franc": "franc CHF", "Hong Kong dollar": "HKD",
    "Canadian dollar": "CAD", "Australian dollar": "AUD", "Swiss franc": "CHF",
    "Turkish lira": "TRY", "Rupee": "₹ INR", "Finnish markka": "FIM", "Peseta": "ESP",
    "Netherlands guilder": "NLG",
}  # fmt: skip


def _same_money(found: FoundQuantity, result: dict[str, Any], text: str) -> bool:
    del text
    quantity, unit = found.quantity, result["Resolution"]["unit"]
    value = quantity.low if quantity.low is not None else quantity.high
    if not isinstance(value, Decimal):
        return False
    wanted = float(result["Resolution"]["value"])
    if unit in ("Cent", "Pence", "Penny"):  # ours are whole dollars and pounds
        return alike(float(value) * 100, wanted)
    return alike(float(value), wanted) and quantity.unit in _UNITS.get(unit, unit).split()


def _same_percent(found: FoundQuantity, result: dict[str, Any], text: str) -> bool:
    del text
    low = found.quantity.low
    wanted = float(result["Resolution"]["value"].rstrip("%"))
    return isinstance(low, Decimal) and alike(float(low), wanted)


def _same_range(found: FoundQuantity, result: dict[str, Any], text: str) -> bool:
    del text
    quantity = found.quantity
    low, high = result["Resolution"]["value"][1:-1].split(",")
    opens, closes = (
        result["Resolution"]["value"][0] == "(",
        result["Resolution"]["value"][-1] == ")",
    )
    ends = [float(e) if isinstance(e, Decimal) else None for e in (quantity.low, quantity.high)]
    wanted = [float(e) if e else None for e in (low, high)]
    same = alike(ends[0], wanted[0]) and alike(ends[1], wanted[1])
    if low and high:
        return same
    return same and (quantity.low_open == opens if low else quantity.high_open == closes)


def _same_date(found: FoundQuantity, result: dict[str, Any], text: str) -> bool:
    low, high = found.quantity.low, found.quantity.high
    if not isinstance(low, date) or not isinstance(high, date):
        return False
    words = (text[max(0, found.start - 10) : found.start] + " " + result["Text"]).lower()
    return any(_fits(low, high, value, words) for value in result["Resolution"]["values"])


def _fits(low: date, high: date, value: dict[str, str], words: str) -> bool:
    if "value" in value:
        return low == high and str(low) == value["value"]
    start, end = value.get("start"), value.get("end")
    day = timedelta(days=1)
    if start is None:  # before, until
        return end in (str(low), str(high), str(high + day))
    if end is None:  # after, since
        return start in (str(low), str(high + day), str(high))
    first = {high, high + day, high.replace(day=1), high.replace(month=1, day=1)}
    return str(low) == start and end in {str(each) for each in first} and bool(words)


_SAME = {
    "CurrencyModel": _same_money,
    "PercentModel": _same_percent,
    "NumberRangeModel": _same_range,
    "DateTimeModel": _same_date,
}
