"""One sentence for a person on why two or more claims were put side by side."""

import re
from datetime import date

from reviewer.analysis.corpus import Item
from reviewer.analysis.stems import content
from reviewer.analysis.verdicts import Verdict
from reviewer.domain.periods import Period
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind
from reviewer.domain.wording import short_quantity_text

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_LEADING = re.compile(r"^(?:the|a|an|its|their)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_BEHIND = 80  # code points after the value
_MOST_WORDS = 4
_COUNTED = (
    "",
    "a further passage gives",
    "two further passages give",
    "three further passages give",
)


def reason_for(one: Item, other: Item, verdict: Verdict, *, further: int = 0) -> str:
    """What both are about, the two values with their times, and what is between them; ``further``
    members give one of the two values as well."""
    both = f"Both give {_topic(one, other)}{_alike(one, other)}"
    values = f"{told(one)} and {told(other)}"
    note = _note(one, other, verdict)
    also = f"; {_COUNTED[min(further, 3)]} one of the two as well" if further else ""
    return f"{both}: {values}{note}{also}."


def told(item: Item) -> str:
    """A value in normal form with its time and speaker."""
    quantity = item.claim.claim.quantity
    assert quantity is not None
    low, high = quantity.low, quantity.high
    if isinstance(low, date) and isinstance(high, date) and not quantity.approximator:
        value = in_words(Period(low, high))
    else:
        value = short_quantity_text(quantity)
    if quantity.base and item.frame.kind is QuantityKind.PERCENT and quantity.base not in value:
        value += f" of {quantity.base}"
    when = time_of(item)
    speaker = item.claim.claim.speaker
    return "".join((value, when, f", according to {speaker}" if speaker else ""))


def time_of(item: Item) -> str:
    """ " as of May 2023", or when it was written; empty where neither is known."""
    frame = item.frame
    if frame.period and frame.kind is not QuantityKind.DATE:
        lead = "as of" if frame.cumulative else "for"
        return f" {lead} {in_words(frame.period)}"
    if frame.written:
        return f" (written {day_in_words(frame.written)})"
    return ""


def in_words(period: Period) -> str:
    """ "2023", "May 2023", "9 May 2023" or two days."""
    first, last = period.first, period.last
    if not first or not last:
        edge = first or last
        return day_in_words(edge) if edge else ""
    if first == last:
        return day_in_words(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}\u2013{last.year}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{day_in_words(first)} to {day_in_words(last)}"


def day_in_words(day: date) -> str:
    """ "9 May 2023"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def subject_of(one: Item, other: Item) -> str:
    """The subject as the text that names it in the sentence writes it; empty where neither does,
    unless both texts are about one: else it may be no more than who publishes."""
    subjects = (one.claim.claim.subject, other.claim.claim.subject)
    for item, subject in zip((one, other), subjects, strict=True):
        if item.frame.stated and subject:
            return subject
    both = one.frame.who & other.frame.who
    return next(filter(None, subjects), "") if both else ""


def _topic(one: Item, other: Item) -> str:
    a, b = one.frame, other.frame
    measure = _LEADING.sub("", a.thing or b.thing or _own_words(one, other))
    subject = _LEADING.sub("", subject_of(one, other))
    if not a.thing and not b.thing:
        words = _like_words(one, other)
        counted = a.kind is QuantityKind.COUNT and measure
        what = "a time" if a.kind is QuantityKind.DATE else "a figure"
        what = f"a number of {measure}" if counted else what
        whose = f" for {subject}" if subject else ""
        return f"{what}{whose}{f', in like words ({words})' if words else ''}"
    if QuantityKind.DATE in (a.kind, b.kind):
        return f"the time of {measure}{f' for {subject}' if subject else ''}"
    if a.kind is QuantityKind.COUNT and measure.endswith("ed"):
        return f"the number {measure}{f' for {subject}' if subject else ''}"
    if not subject:
        return f"the {'number of ' if _is_number(one, measure) else ''}{measure}"
    return f"{subject}{chr(0x2019)}{'' if subject.endswith('s') else 's'} {measure}"


def _is_number(one: Item, measure: str) -> bool:
    return one.frame.kind is QuantityKind.COUNT and measure.endswith("s")


def _own_words(one: Item, other: Item) -> str:
    quantity = one.claim.claim.quantity
    if quantity and quantity.kind is QuantityKind.COUNT and quantity.unit:
        return quantity.unit
    return one.claim.claim.measure or other.claim.claim.measure


def _like_words(one: Item, other: Item) -> str:
    """The words beside the first value that stand beside the second too, as written."""
    a, b = one.frame, other.frame
    both = a.heads.union(a.near) & b.heads.union(b.near)
    found: dict[str, str] = {}
    for word in _WORD.findall(one.text[a.sentence : one.claim.end + _BEHIND]):
        key = min(content([word.lower()]), default="")
        if key in both:
            found.setdefault(key, word)
    return ", ".join(list(found.values())[:_MOST_WORDS])


def _alike(one: Item, other: Item) -> str:
    """Which words of the two were taken for one: "(committed ≈ pledged, assistance ≈ support)"."""
    pairs = [
        f"{mine} \u2248 {theirs}"
        for mine, theirs in zip(reversed(one.frame.said), reversed(other.frame.said), strict=True)
        if mine and theirs and mine.rstrip("s") != theirs.rstrip("s")
    ]
    return f" ({', '.join(pairs)})" if pairs and one.frame.thing == other.frame.thing else ""


def _note(one: Item, other: Item, verdict: Verdict) -> str:
    if verdict.rule in _OF_RULES:
        return _OF_RULES[verdict.rule]
    if verdict.dimension is Dimension.UNIT:
        return _on_currency(one, other)
    if verdict.kind in _NOTES:
        return _NOTES[verdict.kind]
    if verdict.dimension is Dimension.TEMPORAL:
        return "; the two cannot both be right"
    return "; the difference is beyond rounding"


_OF_RULES = {
    "base": "; the shares are equal, but not of the same whole",
    "currencies": "; the figures are alike and the currencies are not",
    "unit": "; the figure is the same and the unit is not",
    "counted": "; the figure is the same and what is counted is not",
    "rate": "; one is the sum of each year and the other that of several",
    "bounds": "; the two bounds are not the same",
}
_NOTES = {
    RelationKind.UPDATES: "; the later one may update the earlier",
    RelationKind.QUALIFIES: "; one is only a possibility",
}


def _on_currency(one: Item, other: Item) -> str:
    unclear = [_is_unclear(one), _is_unclear(other)]
    if all(unclear):
        return "; neither says whose currency it is"
    which = "first" if unclear[0] else "second"
    return f"; the {which} does not say whose {_sign(one if unclear[0] else other)} it is"


def _is_unclear(item: Item) -> bool:
    quantity = item.claim.claim.quantity
    return bool(quantity and quantity.is_currency_unclear)


def _sign(item: Item) -> str:
    quantity = item.claim.claim.quantity
    unit = quantity.unit if quantity else ""
    return "dollar" if unit == "$" else unit
