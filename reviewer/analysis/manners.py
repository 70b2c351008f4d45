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
        "asked", "demanded", "demand", "demands", "sought", "seek", "wanted", "urged",
    )),
    "planned": frozenset((
        "will", "would", "plans", "planned", "plan", "expected", "expects", "expect", "forecast",
        "forecasts", "projected", "aims", "intends", "scheduled", "proposed", "due", "set",
        "slated", "should", "predicted", "predicts", "wants", "hopes", "hoped", "intend",
        "intended", "aim", "aiming", "planning", "hoping", "vowed", "projection", "projections",
    )),
}  # fmt: skip
_TARGETS = frozenset((
    "target", "targets", "goal", "aim", "targeted", "targeting", "ambition", "cap", "limit",
    "ceiling",
))  # fmt: skip
_RATES = frozenset((
    "year", "month", "day", "week", "hour", "annum", "quarter", "person", "capita", "head",
))  # fmt: skip
_AGO = frozenset(["earlier", "ago", "before", "prior"])
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
_PRODUCT = frozenset(["gross", "domestic", "product"])
_LONGER = frozenset(["shorter", "longer", "faster", "quicker", "less", "more"])
_SPARED = frozenset(["avoided", "saved", "prevented", "offset"])
_SPARED_REACH = 10
_SPARING = frozenset((
    "avoid", "avoids", "avoided", "avoiding", "save", "saves", "saved", "saving", "prevent",
    "prevents", "offset", "offsets", "displace", "displaces", "cut", "cuts", "reduce", "reduces",
))  # fmt: skip
_BY_A = frozenset([",", "(", "a", "an", "of", "or", "\u2014", "\u2013"])
_CALLS = (["called", "for"], ["calls", "for"], ["calling", "for"], ["called", "on"])
_NO_VERBS = frozenset(["the", "a", "an", "its", "their", "his", "her", "our", "date"])
_HOLDS = frozenset((
    "was", "were", "is", "are", "had", "has", "came", "stood", "stands", "reached", "rose", "fell",
    "totalled", "totaled", "at", "from",
))  # fmt: skip
_RECENT = 6
_OPENS = 3
_PAPER = ("the", "daily")
_RESET = frozenset((
    "revised", "changed", "moved", "went", "raised", "lowered", "doubled", "tripled", "taken",
    "one",
))  # fmt: skip
_BEFORE = (
    ["from"], ["from", "a"], ["from", "some"], ["from", "about"], ["from", "around"],
    ["from", "an"], ["from", "one", "of"], ["from", "a", "record"], ["had", "been"],
)  # fmt: skip
_WHOLES = frozenset(["total", "totals", "overall", "sum", "all"])
_OF_THEM = (["of", "them"], ["of", "whom"], ["of", "which"], ["of", "these"], ["of", "those"])
_OWN = frozenset(["the", "its", "their"])
_OF_ALL = frozenset(["the", "its", "their", "those", "these", "them", "whom"])
_HARMED = frozenset((
    "dead", "killed", "victims", "fatalities", "deaths", "injured", "wounded", "displaced",
    "missing", "casualties", "cases", "arrested", "detained", "evacuated", "affected",
))  # fmt: skip
_UNTIL_NOW = frozenset([("as", "of"), ("to", "date"), ("so", "far"), ("until", "now")])
_WHOLE = frozenset(["total", "overall", "altogether", "cumulative", "cumulatively"])
_WHOLE_REACH = 6
_OF_WHOLE = 4
_LABELLED = frozenset(["planned", "expected", "proposed", "forecast", "projected", "estimated"])
_ADDED = frozenset(["additional", "extra", "further", "added"])


def role_of(region: Region, quantity: Quantity, thing: str) -> Role:
    """What the reader of quantities says, and what the words around say more plainly."""
    if quantity.kind is QuantityKind.DATE:
        return _of_date(region, quantity)
    adds = quantity.kind in (QuantityKind.MONEY, QuantityKind.COUNT)
    plain = quantity.role is Role.PLAIN
    if _WHOLES & set(region.label):
        return Role.TOTAL
    if _is_part(region, quantity, thing, plain=plain):
        return Role.PART
    if adds and region.after[:1] == ["more"] and region.after[1:2] != ["than"]:
        return Role.ADDITIONAL
    if adds and plain and _WHOLE & set(region.before[-_WHOLE_REACH:]):
        return Role.TOTAL
    return Role.TARGET if _TARGETS & set(region.before[-4:] + region.after[:2]) else quantity.role


def _is_part(region: Region, quantity: Quantity, thing: str, *, plain: bool) -> bool:
    ahead = region.before[-1:]
    if ahead in (["\u00d7"], ["x"]) or (plain and ahead == ["half"]):
        return True
    if region.after[:2] in _OF_THEM or _is_of_which(region.before) or _is_among(region):
        return True
    of_all = region.after[:1] == ["of"] and _OWN & set(region.after[1:2])
    amount = quantity.kind in (QuantityKind.MONEY, QuantityKind.MEASURE)
    if of_all and (amount or _HARMED & set(region.after[2:3])):
        return True
    counted = quantity.kind is QuantityKind.COUNT and not thing
    return counted and region.after[:1] == ["of"] and bool(_OWN & set(region.after[1:2]))


def _is_of_which(before: list[str]) -> bool:
    """ "Of which the state pays $1.4 billion", "of whom 16,000 are children"."""
    for place in range(len(before) - 2, -1, -1):
        if before[place + 1] in STOPS:
            return False
        if before[place] == "of" and before[place + 1] in ("which", "whom"):
            return True
    return False


def is_whole_of(region: Region) -> bool:
    """Whether another value right before is a share of this one: "30% of its 120,000 people"."""
    before = region.before
    return before[:1] == ["of"] and len(before) <= _OF_WHOLE and region.first > len(before)


def _is_among(region: Region) -> bool:
    """ "Among the dead were 12 children", "including 12 children": since the last sign or so."""
    before = region.before
    for place in range(len(before) - 1, max(-1, len(before) - _REACH - 1), -1):
        if before[place] in ("including", "includes", "included"):
            return True
        if before[place] == "among" and _OF_ALL & set(before[place + 1 : place + 2]):
            return True
        opens = place == 0 and region.first <= len(before)
        if before[place] == "of" and (opens or (place and before[place - 1] == ",")):
            return bool(_OF_ALL & set(before[place + 1 : place + 2]))
    return False


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
    if is_whole_of(region):
        return ""
    ahead = set(lows[max(0, region.first - _REACH) : region.first])
    if any(
        lows[at : at + 2] in _CALLS for at in range(max(0, region.first - _REACH), region.first)
    ):
        ahead.add("urged")
    if region.lead:  # "Deaths due to flood: 17"
        return "planned" if _LABELLED & set(region.lead) else ""
    found = next((manner for manner, words in _MANNERS.items() if words & ahead), "")
    return found or ("planned" if _is_to_do(region.before[-4:]) else "")


def _is_to_do(ahead: list[str]) -> bool:
    """ "Plans to cut about", and not "migration to Norland was"."""
    for place in range(len(ahead) - 1):
        if ahead[place] == "to":
            after = ahead[place + 1 :]
            return after[0] not in _NO_VERBS and _HOLDS.isdisjoint(after)
    return False


def change_of(region: Region, quantity: Quantity, act: str) -> str:
    """ "by" for a change, "from" for the value before one, "" for a value that holds."""
    ahead = region.before
    moved = act in _MOVES or "to" in region.after[:6] or bool(_RESET & set(ahead))
    if moved and any(ahead[-len(words) :] == words for words in _BEFORE):
        return "from"
    if "previously" in ahead[-_RECENT:]:
        return "from"
    if ahead[-1:] == ["by"]:
        return "" if quantity.kind is QuantityKind.COUNT and not moved else "by"
    share = quantity.kind in (QuantityKind.PERCENT, QuantityKind.FRACTION)
    if (share or quantity.kind is QuantityKind.MONEY) and _MOVED & set(region.after[:2]):
        return "by"
    goes_to = share and region.after == ["to"]  # "raised revenue 8 percent to 1.8 billion"
    if goes_to or _is_moved(ahead, region.after, quantity):
        return "by"
    return "by" if share and act in _MOVES and not _LEVELS & set(ahead[-1:]) else ""


def _is_moved(ahead: list[str], after: list[str], quantity: Quantity) -> bool:
    """ "A rise of" an amount; "of additional" capacity; "will avoid" so many tonnes."""
    if after[:1] == ["of"] and _ADDED & set(after[1:2]):
        return True
    if quantity.kind is QuantityKind.DURATION:
        return bool(_LONGER & set(after[:1]))
    spared = _SPARING & set(ahead[-1:]) or _SPARED & set(after[:_SPARED_REACH])
    if quantity.kind is QuantityKind.MEASURE and spared:
        return True
    moved = ahead[-1:] == ["of"] and _MOVED & set(ahead[-2:-1])
    return bool(moved) and quantity.kind is not QuantityKind.COUNT


def is_move(ahead: list[str]) -> bool:
    """Whether nothing but ", an increase of" leads to a value."""
    bare = [word for word in ahead if word not in _BY_A]
    return ahead[-1:] == ["of"] and len(bare) == 1 and bare[0] in _MOVED


def rate_of(region: Region, quantity: Quantity) -> str:
    """ "year" in "a year", "annually" or "an annual", else ""."""
    if quantity.base.startswith("per "):
        return quantity.base.removeprefix("per ")
    behind = region.after[:7]
    end = next((i for i, word in enumerate(behind) if word in STOPS or word == "and"), len(behind))
    for place, word in enumerate(behind[:end]):
        after = behind[place + 1 : place + 2]
        ago = bool(_AGO & set(behind[place + 2 : place + 3]))
        if word in ("a", "per", "each", "every", "/") and after and after[0] in _RATES and not ago:
            return after[0]
    own = int(region.first > len(region.before))  # "4.64 per share on revenue of": of the 4.64
    for place, word in enumerate(region.before[:-1]):
        if place < own and word == "per":
            continue
        if word in ("each", "every", "per") and region.before[place + 1] not in STOPS:
            return region.before[place + 1]
    near = behind[:end] + region.before[-4:] + _own_clause(region.before)
    pairs = zip(["", *near], near, strict=False)
    told = (_RATE_ADVERBS.get(word, "") for ahead, word in pairs if (ahead, word) != _PAPER)
    return next(filter(None, told), "")


def _own_clause(words: list[str]) -> list[str]:
    """ "Annual output at the plant will be": back to the last sign, where it opens the words."""
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i] in STOPS), -1)
    return words[last + 1 : last + 1 + _OPENS]


def base_of(quantity: Quantity) -> frozenset[str]:
    """What a percentage is of; a rate ("per day") is no base."""
    if quantity.base.startswith("per "):
        return frozenset()
    words = quantity.base.lower().split()
    if _PRODUCT.issubset(words) or words[-2:] == ["economic", "output"]:
        words = ["gdp"]
    return content(words).union(word for word in words if word.isdigit())


def is_until_now(lows: list[str]) -> bool:
    """Whether a sentence tells of all until a day: "as of", "to date", "so far"."""
    return not _UNTIL_NOW.isdisjoint(pairwise(lows))
