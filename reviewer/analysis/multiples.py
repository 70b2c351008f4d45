"""Doubled, tripled and halved against the two figures beside the word."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewer.analysis.adding import alert, can_be_added, is_one_unit, span, told
from reviewer.analysis.passage_claims import passages_of
from reviewer.analysis.readings import Reading
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import QuantityKind

_TIMES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_WORD = re.compile(
    r"\b(?P<bound>(?:more|less) than |over |nearly |almost |about |roughly |around |just under )?"
    r"(?P<stem>doubl|tripl|trebl|quadrupl|halv)(?:ed|ing)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?: [^\W\d]\w*){0,2},?\s*\b(from|to)\s*", re.IGNORECASE)
_MORE, _LESS = ("more than ", "over "), ("nearly ", "almost ", "just under ", "less than ")
_ROOM, _ABOUT = 0.05, 0.15
_REACH = 70


def multiples(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """One alert at most for each sentence: "tripled from 40 to 90", "doubled to 90 from 40"."""
    for reading in readings:
        text = reading.text.document.text
        for passage in passages_of(reading):
            values = [claim for claim in passage.claims if can_be_added(claim)]
            match = _WORD.search(text, passage.start, passage.end) if len(values) > 1 else None
            if match and (found := _against(reading, match, values)):
                yield found


def _against(
    reading: Reading, match: re.Match[str], values: Sequence[SuggestedClaim]
) -> SuggestedRelation | None:
    text = reading.text.document.text
    after = [value for value in values if match.end() <= value.start <= match.end() + _REACH]
    if len(after) < 2 or not is_one_unit(after[0], after[1]):  # noqa: PLR2004 - from one to two
        return None
    lead = text[match.end() : after[0].start]
    between = text[after[0].end : after[1].start]
    words = re.compile(r"(?:[^,;.]*\s)?(from|to)\s*", re.IGNORECASE)
    first, second = words.fullmatch(lead), _BETWEEN.fullmatch(between)
    if not first or not second or first[1].lower() == second[1].lower():
        return None
    old, new = after[:2] if first[1].lower() == "from" else (after[1], after[0])
    a, b = span(old), span(new)
    if a.least <= 0 or a.is_bound or b.is_bound:
        return None
    if _fits(match, b.least / a.most, b.most / a.least):
        return None
    times = f"{b.value / a.value:.2f} times as much"
    reason = f"“{match[0]}”, but from {told(old)} to {told(new)} is {times}."
    return alert("multiple", 0.75, reason, (_claim(reading, match), old, new))


def _fits(match: re.Match[str], least: float, most: float) -> bool:
    """Whether a ratio in the range can be meant by the word."""
    times = _TIMES[match["stem"].lower()]
    bound = (match["bound"] or "").lower()
    room = _ABOUT if bound and bound not in _MORE else _ROOM
    up = times > 1
    if bound in _MORE:
        return most >= times if up else least <= times
    if bound in _LESS:
        short = times * (1 - 2 * room if up else 1 + 2 * room)
        return least <= max(times * (1 + _ROOM), short) and most >= min(times * (1 - _ROOM), short)
    return least <= times * (1 + room) and most >= times * (1 - room)


def _claim(reading: Reading, match: re.Match[str]) -> SuggestedClaim:
    quantity = Quantity(QuantityKind.TEXT, raw=match[0])
    return SuggestedClaim(
        reading.text.source, match.start(), match.end(), match[0], Claim(quantity=quantity)
    )
