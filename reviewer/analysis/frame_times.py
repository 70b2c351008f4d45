"""The time that a sentence gives for a value."""

import re
from datetime import date, timedelta
from itertools import pairwise

from reviewer.analysis.frames import Frame
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.quarters import part_of_year
from reviewer.analysis.scenes import Scene
from reviewer.domain.claim import Claim
from reviewer.domain.periods import Period, parse_period
from reviewer.domain.vocabulary import QuantityKind, Role

_SLOTS = frozenset((
    "quarter", "half", "quarterly", "month", "monthly", "nine", "six", "week", "weekly",
))  # fmt: skip
_QUARTERS = frozenset(["quarter", "quarterly"])
_ANNUAL = frozenset(["annual", "annually", "yearly", "full-year"])
_BEYOND = frozenset((
    "since", "until", "till", "before", "after", "from", "when", "and", "but", "while", "that",
    "which", "who", "where", "although", "though", "because", "compared", "against", "than",
))  # fmt: skip
_PARTS = re.compile(r"[;:()\u2014]| \u2013 |, | (?:and|but|while|which|who|when|as) ")
_ENDS = re.compile(r"\bplans? to |[;()\u2014]| \u2013 ")
_PREPOSITIONS = frozenset(("at", "to", "of", "with", "by"))
_LENGTHS = {
    "year": 365, "12 months": 365, "twelve months": 365, "half year": 182, "six months": 182,
    "half": 182, "quarter": 91, "three months": 91, "nine months": 273,
}  # fmt: skip
_ENDED = re.compile(
    r"\b(?P<length>(?:twelve|12|six|three|nine) months|half[- ]year|half|quarter|year)"
    r" (?:to|ended|ending|through) (?:on |the end of |end-)?$"
)
_LEAD = 32
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:a|the) year (?:earlier|before|ago|prior)|(?:year-ago|prior-year) (?:period|quarter)"
    r"|same (?:quarter|period|three months) (?:of )?last year|previous year's)\b"
)
_COMPARED = re.compile(
    r"\b(?:from|than|compared|against|versus|up|down|over|above|below|since)\b|;"
)
_TO_COME = re.compile(r"\b(?:will|expects?|expected|guidance|outlook|forecasts?|targeted)\b")
_LEADS = ("in ", "for ", "during ", "by ", "at ")
_LEAD_WORDS = frozenset((
    "", "in", "on", "for", "by", "during", "as of", "at", "in early", "in late", "in the", "early",
    "late", "in mid", "at the end of", "by the end of", "in fiscal", "for the year to",
    "in the year to", "for fiscal", "in the half year to", "at the start of", "since",
))  # fmt: skip
_ROUNDS = frozenset(["round", "phase", "stage", "tranche", "wave", "instalment", "leg"])
_OPENING_REACH = 40  # code points before a date that a sentence opens with
_BEHIND = 20  # what a date behind the value costs against one before it, in code points
_YEAR = 366
_SLOT_NAMES = {"quarterly": "quarter", "monthly": "month", "weekly": "week", "six": "half"}
_SPANS = (("week", 7, 7), ("quarter", 85, 95), ("half", 178, 186), ("nine", 270, 276))
PLACES = frozenset(["first", "second", "third", "fourth", "final", "initial"])


def period_of(scene: Scene, found: FoundQuantity, claim: Claim) -> Period | None:
    """What the claim says of its time, else the quarter or the nearest date of its own clause, or
    of what the sentence opens with; None for dates and durations."""
    if found.quantity.kind in (QuantityKind.DATE, QuantityKind.DURATION):
        return None
    told = parse_period(claim.as_of) if claim.as_of else None
    if told:
        return _joined(scene, told, found)
    told = _quarter(_clause(scene, found), scene)
    if told:
        return told
    ahead = scene.tokens.lower[: found.start - scene.start]
    if ";" not in ahead and (told := _quarter(ahead, scene)):
        return told
    nearest = [
        (_distance(found, other), place)
        for place, other in enumerate(scene.found)
        if other is not found and _stretch(scene, other) and _belongs(scene, found, other)
    ]
    if not nearest:
        return _quarter(_opening(scene), scene)
    period = _stretch(scene, scene.found[min(nearest)[1]])
    return _joined(scene, period, found) if period else None


def is_of_year_before(scene: Scene, found: FoundQuantity) -> bool:
    """Whether the value is the one that another is compared with: "net income of 166 million, or 17
    cents a share, a year earlier"."""
    behind = scene.tokens.lower[found.end - scene.start :]
    told = _YEAR_BEFORE.search(behind)
    return told is not None and not _COMPARED.search(behind, 0, told.start())


def _quarter(words: str, scene: Scene) -> Period | None:
    """A quarter or half; of what is expected it is the one to come, where no year is given."""
    period = part_of_year(words, scene.reference)
    if not (period and period.first and period.last and scene.reference):
        return period
    over = period.last < scene.reference and not _YEARS.search(words)
    if over and _TO_COME.search(scene.tokens.lower):
        later = [moment.replace(year=moment.year + 1) for moment in (period.first, period.last)]
        return Period(*later)
    return period


def _clause(scene: Scene, found: FoundQuantity) -> str:
    """The words in lower case around a value, up to the signs and joins that part clauses."""
    text = scene.tokens.lower
    first, end = found.start - scene.start, found.end - scene.start
    before = max((m.end() for m in _PARTS.finditer(text, 0, first)), default=0)
    after = _PARTS.search(text, end)
    return text[before : after.start() if after else len(text)]


def _opening(scene: Scene) -> str:
    """What a sentence opens with before its first comma, if that is a time: "In Q1, …"."""
    lead, comma, _ = scene.tokens.lower.strip(' "\u201c').partition(",")
    return lead if comma and lead.startswith(_LEADS) else ""


def _stretch(scene: Scene, other: FoundQuantity) -> Period | None:
    """The days of a date of at most a year that a value can be of: "by 2033" only if to come, and
    "by midnight on 4 September", which says until when."""
    low, high = other.quantity.low, other.quantity.high
    if not (isinstance(low, date) and isinstance(high, date)) or (high - low).days > _YEAR:
        return None
    lead = scene.tokens.text[max(0, other.start - scene.start - _LEAD) : other.start - scene.start]
    ended = _ENDED.search(lead.lower())
    if ended and low == high:
        return Period(low - timedelta(_LENGTHS[ended["length"].replace("-", " ")] - 1), high)
    ahead = other.quantity.role is Role.END and low > (scene.reference or date.max)
    until = other.quantity.role is Role.END and lead.lower().endswith((" by ", "midnight on "))
    return Period(low, high) if ahead or until or other.quantity.role is Role.PLAIN else None


def _joined(scene: Scene, period: Period, found: FoundQuantity) -> Period:
    """ "In 2012 and 2013" is both years, where they are of one value."""
    dates = [other for other in scene.found if other.quantity.kind is QuantityKind.DATE]
    for one, other in pairwise(dates):
        first, last = _stretch(scene, one), _stretch(scene, other)
        between = scene.tokens.text[one.end - scene.start : other.start - scene.start].strip()
        paired = first and last and between in ("and", "or", "to", "\u2013", "-")
        if paired and first == period and found.end <= one.start and last and last.last:
            return Period(period.first, last.last)
    return period


def _belongs(scene: Scene, found: FoundQuantity, other: FoundQuantity) -> bool:
    """Whether no other clause begins between the two; what a sentence opens with is for all."""
    if other is found:
        return False
    text = scene.tokens.lower
    first, last = sorted(((found.start, found.end), (other.start, other.end)))
    between = text[first[1] - scene.start : last[0] - scene.start]
    if other.start - scene.start < _OPENING_REACH and other.end <= found.start:
        lead = text[: other.start - scene.start].strip(' "\u201c\u2022*-(')
        if lead in _LEAD_WORDS:
            return ";" not in between
    words = between.replace(",", " , ").replace(";", " ; ").split()
    if other.start >= found.end and "," in words:
        return False
    if other.end <= found.start and "," in words:
        lead = text[: other.start - scene.start].rpartition(",")[2].strip()
        if between.rpartition(",")[2].strip() in _PREPOSITIONS:
            return words[0] != "," and not {";", "and", "but", "which", "who"} & set(words)
        return words[0] == "," and lead in _LEAD_WORDS and not _BEYOND & set(words)
    return not _BEYOND & set(words) and not _ENDS.search(between)


def _distance(found: FoundQuantity, other: FoundQuantity) -> int:
    if other.end <= found.start:
        return found.start - other.end
    return other.start - found.end + _BEHIND


def slots_of(frame: Frame) -> frozenset[str]:
    """Words that say that a figure is of a part: of a quarter, of a first round. How long its
    period is says more than the words around."""
    rounds = frame.slot if _ROUNDS.intersection(frame.near) else frozenset()
    period = frame.period
    if period and period.first and period.last:
        days = (period.last - period.first).days + 1
        length = next((name for name, least, most in _SPANS if least <= days <= most), "")
        return rounds | ({length} if length else frozenset())
    told = _SLOTS.intersection(frame.near)
    if not told and _ANNUAL.isdisjoint(frame.words):
        told = _QUARTERS.intersection(frame.words)  # "a loss of 4 million, or 5 a share, in the …"
    return rounds | {_SLOT_NAMES.get(word, word) for word in told}
