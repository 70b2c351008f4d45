"""What a quantity is per, and what part it plays by the words right beside it."""

from dataclasses import replace

from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role

_TIMES = frozenset((
    "second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "year",
    "decade", "annum", "session", "shift", "season",
))  # fmt: skip
_THINGS = frozenset((
    "share", "barrel", "tonne", "ton", "litre", "liter", "gallon", "pound", "kilo", "kilogram",
    "kg",
    "gram", "ounce", "head", "person", "household", "family", "unit", "piece", "head", "ticket",
    "mile",
    "kilometre", "kilometer", "km", "acre", "hectare", "bushel", "bottle", "pint", "kwh", "mwh",
    "therm", "vote", "seat", "student", "pupil", "worker", "plate", "dose", "shot", "bag",
    "kilowatt",
    "megawatt", "mmbtu", "dozen", "copy", "t", "ride", "trip", "pop", "time", "megawatt-hour",
    "child",
))  # fmt: skip
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week",
            "daily": "day", "hourly": "hour", "apiece": "piece", "nightly": "night"}  # fmt: skip
_RATED = (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.PERCENT, QuantityKind.MEASURE)
_SHORT = {"t": "tonne"}
_ENDS = FUNCTION_WORDS | frozenset(_ADVERBS)
_ROLES = {
    ("total", "of"): Role.TOTAL, ("totalling",): Role.TOTAL, ("totaling",): Role.TOTAL,
    ("totalled",): Role.TOTAL, ("totaled",): Role.TOTAL, ("totals",): Role.TOTAL,
    ("additional",): Role.ADDITIONAL, ("further",): Role.ADDITIONAL, ("extra",): Role.ADDITIONAL,
    ("another",): Role.ADDITIONAL, ("including",): Role.PART, ("includes",): Role.PART,
    ("target", "of"): Role.TARGET, ("goal", "of"): Role.TARGET, ("targets",): Role.TARGET,
    ("targeting",): Role.TARGET, ("combined",): Role.TOTAL, ("overall",): Role.TOTAL,
}  # fmt: skip
_LAST_WORDS = frozenset(words[-1] for words in _ROLES)


def placed(tokens: Tokens, reading: Reading) -> Reading:
    """The reading with what it is per ("per year", "per barrel") and its role, where told."""
    quantity = reading.quantity
    if quantity.kind not in _RATED:
        return reading
    per = _per(tokens, reading.end, quantity)
    if per and not quantity.base:
        quantity = replace(quantity, base=f"per {per}", role=Role.RATE)
        if per[0].isdigit():  # "9.8 per 1,000": the second figure counts nothing of its own
            return Reading(reading.first, reading.end + 2, quantity)
    elif quantity.role is Role.PLAIN:
        quantity = replace(quantity, role=_role(tokens, reading))
    return reading._replace(quantity=quantity)


def _per(tokens: Tokens, end: int, quantity: Quantity) -> str:
    """What stands behind "per", "a", "each" or "/", or nothing."""
    if tokens.word(end) == "per" and tokens[end + 1].is_number:
        return tokens[end + 1].text if tokens.near(end + 1) else ""
    place = _past_noun(tokens, end, quantity)
    if not tokens.near(place):
        return ""
    if tokens[place].low in _ADVERBS:
        return _ADVERBS[tokens[place].low]
    place = _over_hyphen(tokens, place)
    sign, after = tokens[place], _over_hyphen(tokens, place + 1)
    word = tokens.word(after)
    if sign.low == "per":
        named = tokens[after].is_word and word not in FUNCTION_WORDS and word != "cent"
        end = _over_hyphen(tokens, after + 1)  # "per kilowatt-hour"
        return tokens.slice(after, max(end, after) + (end > after + 1)) if named and word else ""
    tied = sign.text == "/" and tokens.tight(place) and tokens.tight(after)
    each = sign.low in ("each", "every")
    one = sign.low in ("a", "an") and not _starts_other(tokens, after)
    if word not in _TIMES | _THINGS or not (tied or each or one):
        return ""
    return _SHORT.get(word, tokens[after].text if tied else word)


def _over_hyphen(tokens: Tokens, index: int) -> int:
    joins = tokens[index].is_dash and tokens.tight(index) and tokens.tight(index + 1)
    return index + joins


def _starts_other(tokens: Tokens, index: int) -> bool:
    """ "A year ago", "a day after", "a month earlier": a time and no rate."""
    return tokens.word(index + 1) in (
        "ago",
        "after",
        "before",
        "earlier",
        "later",
        "on",
        "old",
    ) or (tokens[index + 1].is_dash and tokens.tight(index + 1))


def _past_noun(tokens: Tokens, end: int, quantity: Quantity) -> int:
    """Behind the counted noun, and behind "of gas" after a measure."""
    if quantity.kind is QuantityKind.COUNT and quantity.unit:
        last = quantity.unit.rpartition(" ")[2]
        for place in range(end, end + 8):
            if tokens[place].text == last:
                return place + 1
        return end
    if tokens.word(end) != "of" or quantity.kind is not QuantityKind.MEASURE:
        return end
    place = end + 1
    while place < end + 4 and tokens[place].text.islower() and tokens[place].low not in _ENDS:
        place += 1
    return place


def _role(tokens: Tokens, reading: Reading) -> Role:
    first = reading.first
    if tokens[first - 1].low in _LAST_WORDS and tokens.near(first):
        for length in (2, 1):
            words = tuple(tokens[place].low for place in range(first - length, first))
            if words in _ROLES:
                return _ROLES[words]
    end = reading.end
    whole = tokens.phrase_at(end, ("in", "total")) or tokens.phrase_at(end, ("in", "all"))
    return Role.TOTAL if whole and tokens.near(end) else reading.quantity.role
