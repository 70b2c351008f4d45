"""What happens on a day, by the words around the date."""

from reviewer.analysis.concepts import Concepts
from reviewer.analysis.regions import STOPS, Region
from reviewer.analysis.stems import content

_CLAUSE = 5
_FARTHEST, _WINDOW = 9, 9
_SUBJECT = 3  # words further that the subject of a clause may stand before its date
_CLAUSE_LONG = 14
_DEALS = frozenset((
    "deal", "transaction", "merger", "acquisition", "takeover", "purchase", "buyout", "sale",
))  # fmt: skip
_UNITS = frozenset(["unit", "turbine", "turbines", "power", "generator", "reactor", "electricity"])
_TRIALS = frozenset(["trial", "hearing", "retrial", "inquest"])
_SPEECH = frozenset(("said", "says", "told", "reported", "added", "published", "updated"))
_RATES_SET = frozenset((
    "tax", "vat", "duty", "levy", "tariff", "tariffs", "fare", "fares", "wage", "toll", "rate",
    "excise", "contribution", "pension", "premium", "benefit", "allowance", "limit",
))  # fmt: skip
_RANKS = frozenset(
    [
        "first",
        "second",
        "third",
        "worst",
        "most",
        "record",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "tenth",
    ]
)
_IN = frozenset(("in", "on", "at", "by", "from", "for"))
_CLAUSES_OPEN = frozenset(("after", "when", "before", "following", "while", "as", "because"))
_MOVES_TO = frozenset((
    "goes", "go", "moves", "move", "rises", "rise", "falls", "fall", "drops", "drop", "increases",
    "increase", "cut", "lowered", "raised", "reduced", "comes", "doubles", "halved", "becomes",
))  # fmt: skip


def happening_near(
    table: Concepts, region: Region, inside: frozenset[str] = frozenset()
) -> tuple[str, frozenset[str]]:
    """What happens on a date, and the words around it; the nearest, before the date first. A day
    on which somebody said something is of nothing else; the words ``inside`` names, such as that
    of a cooperation fund, tell of no happening."""
    around = content(region.before[-8:] + region.after[:8])
    if _SPEECH & set(region.before[-2:]) or _is_window(region.before):
        return "", around
    best = (_FARTHEST + _SUBJECT + 1, 0, "")
    for words, before in ((_without_aside(region.before), True), (region.after, False)):
        stops = 0
        order = range(len(words) - 1, -1, -1) if before else range(len(words))
        for distance, place in enumerate(order):
            stops += words[place] in STOPS or (distance and words[place] in _CLAUSES_OPEN)
            label, length = ("", 0) if words[place] in inside else table.happening_at(words, place)
            cost = distance + stops * _CLAUSE + (1 - length if before else 2 + _SUBJECT)
            if label and (cost, -length) < best[:2]:
                best = (cost, -length, label)
    return _of_what(best[2], region) or _in_force(region), around


def _without_aside(words: list[str]) -> list[str]:
    """Before "…, which has 900 workers, in October" stands what is done in October."""
    lead = len(words) - (words[-1:] != [","] and words[-2:-1] == [","] and words[-1] in _IN)
    if words[lead - 1 : lead] != [","]:
        return words
    opening = next((at for at in range(lead - 2, 0, -1) if words[at] == ","), 0)
    return words[:opening] + words[lead:] if opening else words


def _of_what(label: str, region: Region) -> str:
    """A deal that closes is completed, and a trial that opens is a trial."""
    words = {*region.before[-_CLAUSE_LONG:], *region.after[:_CLAUSE_LONG]}
    pairs = zip(region.before, region.before[1:], strict=False)
    if label in ("opening", "start of works", "") and any(
        one == "first" and two in _UNITS for one, two in pairs
    ):
        return "first power"
    if label == "closure" and words & _DEALS:
        return "completion"
    return "trial" if label in ("opening", "start of works") and words & _TRIALS else label


def _is_window(words: list[str]) -> bool:
    """Whether a date opens the time that a rank is of: "the third outbreak since 2010"."""
    ahead = words[-_WINDOW:-1]
    ranks = (word in _RANKS or word.endswith("est") for word in ahead)
    return words[-1:] == ["since"] and any(ranks)


def _in_force(region: Region) -> str:
    """ "The duty falls to 5 per cent from 1 July": from when a rate holds is when it enters into
    force, though no word says so."""
    words = region.before
    sets = _RATES_SET & set(words) and _MOVES_TO & set(words)
    told = words[-1:] in (["from"], ["on"]) or words[-2:] == ["as", "of"]
    return "entry into force" if sets and told else ""
