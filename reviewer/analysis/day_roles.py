"""Which days a date leaves open for what happens once: "by June", "since July", "not until May"."""

import re
from math import inf

from reviewer.analysis.corpus import Item
from reviewer.domain.vocabulary import Role

_ONCE = frozenset((
    "opening", "on sale", "first power", "first shipment", "completion", "closure", "reopening",
    "launch", "founding", "listing", "entry into force", "return to surplus", "handover",
    "investment decision", "start of works", "deadline", "breakthrough", "repayment", "neutrality",
))  # fmt: skip
"""What is on one day, so that "since July" tells of the same as "in July"."""
_BY = re.compile(
    r"\b(?:by|before|no later than|not later than|at the latest by|ahead of)"
    r"(?: the)?(?: (?:end|start|beginning|middle) of)?(?: the)? $",
    re.IGNORECASE,
)
_NOT_UNTIL = re.compile(
    r"(?:\b(?:not|never|cannot|no)\b|n['\u2019]t\b)[^.;:]{0,80}\b(?:until|before|till)"
    r"(?: at least| at the earliest)?(?: the)?(?: (?:end|start|beginning|middle) of)? $",
    re.IGNORECASE,
)
_WAS_TO_BE = re.compile(
    r"\b(?:was|were|been) (?:\w+ly |first |once )?(?:due|expected|supposed|scheduled|meant|set"
    r"|planned|slated|projected|forecast|intended|targeted) (?:to|for|in|by)\b",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\b(?:originally|initially|(?:previously|earlier|at first|first|once|had) "
    r"(?:project|planned|planning|plans|expect|forecast|schedul|target|promis|hope|hoping|aim|announc"
    r"|intend|propos)\w*"
    r"|(?:original|initial|previous|earlier|old|missed) (?:\w+[- ])?"
    r"(?:target|deadline|schedule|date|plan|estimate|forecast|timetable)\b)",
    re.IGNORECASE,
)
_AS_BEFORE = re.compile(
    r"\b(?:instead of|rather than|compared with|brought forward from|pushed back from"
    r"|postponed from|delayed from|moved from)(?: the)? $",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[,;:\u2014]|\bbut\b|\bnow\b")
_TWO = 2
_COUNTED = frozenset(["delivery", "launch", "approval"])
_LARGE = re.compile(r"\d,\d{3}\b|\d (?:million|billion|thousand)\b|\b\d{2,3} (?!20)[a-z]+s\b")
_REACH, _BEHIND = 160, 80
_QUARTER = 89


def days_open(item: Item) -> tuple[float, float] | None:
    """From which to which day it can have been; None where the date says of no day when it was,
    as "closed until June" does."""
    span, role = item.frame.span, item.frame.role
    before = item.before(_REACH)
    if role is Role.PLAIN or _NOT_UNTIL.search(before):
        return span.low, span.high
    if item.frame.thing not in _ONCE:
        return None
    if role is Role.START:
        return span.low, span.high
    return (-inf, span.high) if role is Role.END and _BY.search(before) else None


def is_former_plan(item: Item) -> bool:
    """Whether it was once planned for the day and is no longer: "originally due in June", and
    "was due in June" where June was over when the text was written."""
    written = item.frame.written
    before = _own_clause(item.before(_REACH))
    if _NO_LONGER.search(before) or _AS_BEFORE.search(before):
        return True
    over = written is not None and item.frame.span.low <= written.toordinal()
    return over and bool(_WAS_TO_BE.search(before))


def is_of_figure(item: Item) -> bool:
    """ "Deliveries of 900,000 cars in 2025": the year is that of the figure."""
    span = item.frame.span
    if not _QUARTER <= span.high - span.low < inf or item.frame.thing not in _COUNTED:
        return False
    return bool(_LARGE.search(item.text[item.frame.sentence : item.claim.end + _BEHIND]))


def _own_clause(before: str) -> str:
    """Behind the last sign, or the one before it where that leaves a word or two."""
    parts = _CLAUSES.split(before)
    long = len(parts) < _TWO or len(parts[-1].split()) > _TWO
    return parts[-1] if long else "".join(parts[-2:])
