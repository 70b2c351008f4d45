"""Whether the words around a value make it less, or more, than what its label says: one owner's
share of a cost, what is added to it, two companies together, so much in a day.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from reviewer.analysis.corpus import Item
from reviewer.analysis.stems import content
from reviewer.analysis.vague import WORDS as VAGUE
from reviewer.domain.vocabulary import QuantityKind

_REACH, _BEHIND = 160, 60
_KEPT = 2048  # items: each is compared with several others in a row
_COLUMN = content(["combined"])
_APART, _NOTHING = 0.05, 0.0
_ADDED_UP = (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE)
_AT_COST = re.compile(
    r"\bat (?:a|an|the) (?:[a-z-]+ )?(?:cost|price) of (?:about |some |around )?$", re.IGNORECASE
)
_COSTS = content(("cost", "costs", "price", "million", "billion", "total", "estimated"))
_WORD = re.compile(r"[^\W\d_]+")
_LESS = 2.0  # times: a group that is so much smaller than all is a part of them
_LONGER = 1.4  # times: stretches that are not one

_JOINT = re.compile(
    r"\b(?:together(?! (?:with|at|in|on|to|by|for|as|under|when|from))|combined|collectively"
    r"|jointly|between them|the (?:two|three) of them)\b(?:[^.;,]|[.,]\d){0,80}$"
    r"|^\W*(?:together|combined|collectively), ",
    re.IGNORECASE,
)
_JOINT_BEHIND = re.compile(
    r"[^.;,]{0,40}\b(?:combined|together(?! with)|between them|collectively)\b"
    r"|\s(?:[a-z-]+ )?(?:from|across|at) (?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
    r" (?:[a-z-]+ )?(?:projects|plants|mines|sites|companies|farms|countries|banks|firms)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:both|two|three|four|five|six|all)\s[a-z]", re.IGNORECASE)
_SHARE = re.compile(
    r"(?<!as )\b(?:share|portion|part|slice|proportion|half|third|quarter) of"
    r" (?:the|its|that|those|this|their|all)\b(?:[^.;]|\.\d){0,90}$",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:add(?:s|ed|ing)?|knock(?:s|ed)?|tack(?:s|ed)?)\s"
    r"(?:up to |about |some |around |another )?$",
    re.IGNORECASE,
)
_ADDED_TO = re.compile(r"\s+(?:to|off|onto)\s", re.IGNORECASE)
_LISTED = re.compile(
    r"\b(?:compris(?:es|ed|ing)|consist(?:s|ed|ing) of|made up of|composed of"
    r"|broken down (?:into|as))\b(?:[^.;]|\.\d)*$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^\W*(?:in|at|on|for|from|by) [^,;.]{2,40}\balone\b", re.IGNORECASE)
_SOURCES = re.compile(
    r"\s+(?:[a-z-]+ ){0,2}(?:people|persons|sources|officials|executives|insiders|bankers|lawyers"
    r"|diplomats)\s+(?:familiar|close to|with (?:direct |first-hand )?knowledge|briefed|involved in"
    r"|who (?:asked|declined|spoke|requested))",
    re.IGNORECASE,
)
_CITED = re.compile(r"\b(?:citing|according to|told by|quoting)\s*(?:at least )?$", re.IGNORECASE)
_STRETCH = re.compile(
    r"[^.;:,]{0,30}?\b(?:in|within|over|during|for)\s(?:just |only |about |less than )?"
    r"(?:(?:the|a)\s)?(?:(?:past|last|first|space of|next)\s)?(?P<many>[\w-]+)[ -]"
    r"(?P<unit>hours?|days?|weeks?|months?)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:in|within|over|during)\s(?:just |only |about |less than )?(?:(?:the|a)\s)?"
    r"(?:(?:past|last|first|space of|next)\s)?$",
    re.IGNORECASE,
)
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0}
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "24": 24,
}  # fmt: skip
_HARM = frozenset(("deaths", "injured", "missing", "displaced", "in hospital", "vaccinations"))
_GROUPS = content((
    "migrants", "refugees", "children", "women", "men", "girls", "boys", "students", "pupils",
    "soldiers", "firefighters", "officers", "tourists", "foreigners", "workers", "employees",
    "miners", "patients", "prisoners", "inmates", "nurses", "doctors", "medics", "journalists",
    "peacekeepers", "rescuers", "volunteers", "babies", "infants", "teenagers", "minors",
))  # fmt: skip
_ANYBODY = content((
    "people", "persons", "residents", "victims", "civilians", "citizens", "lives", "dead", "deaths",
    "bodies", "fatalities", "casualties", "injured", "missing", "others",
))  # fmt: skip


class Around(NamedTuple):
    """What the words on both sides of a value say of it."""

    marks: frozenset[str]
    several: bool  # whether it is told of two things or more
    days: float  # of what stretch of time, 0 where none is told
    void: bool  # whether it only counts who said so, or says in what time another value is

    def may_be(self, mark: str) -> bool:
        """Whether it has the mark, or is told so that it could have it."""
        return mark in self.marks or (mark == "joint" and self.several)


def told_narrower(one: Item, other: Item) -> float:
    """0 where a value is of nothing that a text is about, less than 1 where just one of two is
    told as a part, a sum of several or of another stretch of time; else 1."""
    a, b = _around(one), _around(other)
    if a.void or b.void or _is_told_by(one, other) or _is_told_by(other, one):
        return _NOTHING
    if _are_marked_apart(a, b) or _is_listed(one, other) or _is_listed(other, one):
        return _APART
    if a.days and b.days and max(a.days, b.days) >= _LONGER * min(a.days, b.days):
        return _APART
    if _are_costs_of_others(one, other):
        return _APART
    return _APART if _is_group_of(one, other) or _is_group_of(other, one) else 1.0


def _are_marked_apart(a: Around, b: Around) -> bool:
    return any(not a.may_be(mark) or not b.may_be(mark) for mark in a.marks ^ b.marks)


def _is_listed(part: Item, whole: Item) -> bool:
    """Whether one is less, and what its whole consists of: "Revenue comprises oil revenue of"."""
    a, b = part.frame, whole.frame
    if a.kind not in _ADDED_UP or a.span.value >= b.span.value:
        return False
    lead = part.before(_REACH)
    verb = _LISTED.search(lead)
    own = content(a.said[0].split())
    return bool(verb and own & content(_WORD.findall(lead[: verb.start()].lower())))


@lru_cache(_KEPT)
def _around(item: Item) -> Around:
    text, claim, kind = item.text, item.claim, item.frame.kind
    lead = item.before(_REACH)
    if kind in (QuantityKind.DATE, QuantityKind.DURATION):
        bare = kind is QuantityKind.DURATION and not item.frame.thing
        within = bare and bool(_WITHIN.search(lead))
        return Around(frozenset(), several=False, days=0.0, void=within)
    behind = text[claim.end : claim.end + _BEHIND].partition("\n")[0]
    found = {
        "joint": _JOINT.search(lead) or _JOINT_BEHIND.match(behind) or _COLUMN & item.frame.heads,
        "share": kind is QuantityKind.MONEY and _SHARE.search(lead),
        "added": _ADDED.search(lead) and _ADDED_TO.match(behind),
        "alone": _ALONE.search(lead),
    }
    counted = kind is QuantityKind.COUNT
    void = counted and (_SOURCES.match(behind) or _CITED.search(lead))
    marks = frozenset(mark for mark, is_so in found.items() if is_so)
    several = bool(_SEVERAL.search(lead))
    return Around(marks, several=several, days=_days(behind), void=bool(void))


def _days(behind: str) -> float:
    """Of how many days it is told: "412 mm of rain fell in three days"."""
    found = _STRETCH.match(behind)
    many = found["many"].lower() if found else ""
    number = float(many) if many.isdigit() else float(_NUMBERS.get(many, 0))
    return number * _DAYS[found["unit"].lower().removesuffix("s")] if found else 0.0


def _is_told_by(size: Item, figure: Item) -> bool:
    """Whether one only names a size that the other has, or more: "thousands", and 36,000."""
    vague = not VAGUE.isdisjoint(size.claim.exact.lower().split())
    return vague and figure.frame.span.value >= size.frame.span.low


def _are_costs_of_others(one: Item, other: Item) -> bool:
    """Whether both are told of as a cost of something, and beside them no word but names is one."""
    leads = (
        each.text[max(0, each.claim.start - _REACH) : each.claim.start] for each in (one, other)
    )
    if not all(_AT_COST.search(lead) for lead in leads):
        return False
    a, b = one.frame, other.frame
    named = content(word for name in a.names | a.places for word in name.split())
    return not set(a.near).intersection(b.near) - _COSTS - named


def _is_group_of(one: Item, other: Item) -> bool:
    """Whether one counts a group among all that the other counts: 930 migrants of 4,300 people."""
    a, b = one.frame, other.frame
    if a.thing != b.thing or a.thing not in _HARM or not a.heads & _GROUPS:
        return False
    return not b.heads - _ANYBODY and a.span.value * _LESS < b.span.value
