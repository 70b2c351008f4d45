"""In what role and manner a value stands: total or part, planned or asked for, a change, a rate."""

from itertools import pairwise

from reviewer.analysis.regions import STOPS, Region
from reviewer.analysis.stems import content
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind, Role

_REACH = 12  # words before a value that say how it is meant
_MANNERS = {
    "possible": frozenset(["could", "might", "possibly", "potentially", "if"]),
    "asked": frozenset((
        "asked", "demanded", "demand", "demands", "sought", "seek", "wanted", "urged", "called",
    )),
    "planned": frozenset((
        "will", "would", "plans", "planned", "plan", "expected", "expects", "expect", "forecast",
        "forecasts", "projected", "aims", "intends", "scheduled", "proposed", "due", "set",
        "slated", "should", "predicted", "predicts",
    )),
}  # fmt: skip
_TARGETS = frozenset((
    "target", "targets", "goal", "aim", "targeted", "targeting", "ambition", "cap", "limit",
    "ceiling",
))  # fmt: skip
_RATES = frozenset((
    "year", "month", "day", "week", "hour", "annum", "quarter", "person", "capita", "head",
))  # fmt: skip
_RATE_ADVERBS = {
    "annually": "year", "yearly": "year", "daily": "day", "monthly": "month", "weekly": "week",
    "annual": "year",
}  # fmt: skip
_MOVES = frozenset(["increase", "decrease"])
_LEVELS = frozenset((
    "to", "at", "was", "is", "stands", "stood", "of", "totalled", "totaled", "reached", "reaching",
))  # fmt: skip
_MOVED = frozenset((
    "increase", "rise", "decline", "drop", "fall", "reduction", "growth", "cut", "jump", "decrease",
    "boost", "gain", "higher", "lower", "more", "less",
))  # fmt: skip
_BEFORE = (["from"], ["from", "a"], ["from", "some"], ["had", "been"])
_WHOLE = frozenset(["total", "overall", "altogether"])
_WHOLE_REACH = 6
_OWN = frozenset(["the", "its", "their"])
_UNTIL_NOW = frozenset([("as", "of"), ("to", "date"), ("so", "far")])


def role_of(region: Region, quantity: Quantity, thing: str) -> Role:
    """What the reader of quantities says, and what the words around say more plainly."""
    if quantity.kind is QuantityKind.DATE:
        return _of_date(region, quantity)
    if quantity.role is Role.PLAIN and "half" in region.before[-1:]:
        return Role.PART
    if quantity.kind is QuantityKind.COUNT and not thing and region.after[:1] == ["of"]:
        return Role.PART if _OWN & set(region.after[1:2]) else quantity.role
    if _lies_in(region.before, "of", "which"):
        return Role.PART
    adds = quantity.kind in (QuantityKind.MONEY, QuantityKind.COUNT)
    if adds and quantity.role is Role.PLAIN and _WHOLE & set(region.before[-_WHOLE_REACH:]):
        return Role.TOTAL
    return Role.TARGET if _TARGETS & set(region.before[-4:] + region.after[:2]) else quantity.role


def _lies_in(words: list[str], one: str, other: str) -> bool:
    return any(pair == (one, other) for pair in pairwise(words))


def _of_date(region: Region, quantity: Quantity) -> Role:
    """ "Since initial contacts in …" is a start, however far "since" stands before."""
    if quantity.role is Role.END and {"not", "never"} & set(region.before[-8:]):
        return Role.PLAIN
    if quantity.role is Role.PLAIN:
        for word in reversed(region.before[-8:]):
            if word in STOPS:
                break
            if word in _EDGES:
                return _EDGES[word]
    return quantity.role


_EDGES = {"since": Role.START, "until": Role.END, "till": Role.END}


def manner_of(lows: list[str], region: Region) -> str:
    """ "possible", "asked" or "planned" by the words before the value, or ""."""
    ahead = set(lows[max(0, region.first - _REACH) : region.first])
    found = next((manner for manner, words in _MANNERS.items() if words & ahead), "")
    return found or ("planned" if "to" in region.before[-4:-1] else "")


def change_of(region: Region, quantity: Quantity, act: str) -> str:
    """ "by" for a change, "from" for the value before one, "" for a value that holds."""
    ahead = region.before
    if any(ahead[-len(words) :] == words for words in _BEFORE):
        return "from"
    if ahead[-1:] == ["by"]:
        return "by"
    share = quantity.kind in (QuantityKind.PERCENT, QuantityKind.FRACTION)
    if (share or quantity.kind is QuantityKind.MONEY) and _MOVED & set(region.after[:2]):
        return "by"
    return "by" if share and act in _MOVES and not _LEVELS & set(ahead[-1:]) else ""


def rate_of(region: Region, quantity: Quantity) -> str:
    """ "year" in "a year", "annually" or "an annual", else ""."""
    if quantity.base.startswith("per "):
        return quantity.base.removeprefix("per ")
    behind = region.after[:7]
    end = next((i for i, word in enumerate(behind) if word in STOPS or word == "and"), len(behind))
    for place, word in enumerate(behind[:end]):
        after = behind[place + 1 : place + 2]
        if word in ("a", "per", "each", "every", "/") and after and after[0] in _RATES:
            return after[0]
    near = behind[:end] + region.before[-4:]
    return next((_RATE_ADVERBS[word] for word in near if word in _RATE_ADVERBS), "")


def base_of(quantity: Quantity) -> frozenset[str]:
    """What a percentage is of; a rate ("per day") is no base."""
    if quantity.base.startswith("per "):
        return frozenset()
    words = quantity.base.lower().split()
    return content(words).union(word for word in words if word.isdigit())


def is_until_now(lows: list[str]) -> bool:
    """Whether a sentence tells of all until a day: "as of", "to date", "so far"."""
    return not _UNTIL_NOW.isdisjoint(pairwise(lows))
