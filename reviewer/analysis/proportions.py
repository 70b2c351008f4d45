"""Percentages against the two figures that they are worked out from, in one sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewer.analysis.adding import alert, can_be_added, is_one_unit, quantity_of, span, told
from reviewer.analysis.passage_claims import passages_of
from reviewer.analysis.readings import Reading
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import QuantityKind

_ROOM = 0.05
"""Percentage points beyond rounding that are let pass: a last digit may have been cut off."""
_ABOUT_ROOM = 1.0
_WHOLE = 100
_FARTHEST = 4.0
_THREE, _BOTH_BEFORE = 3, 2
_OF = re.compile(r"\s*(?:of|out of) (?:[^\W\d][\w'\u2019-]*\s+){0,4}$")
_NOUNS_OF = re.compile(
    r"\s*(?:[^\W\d][\w'\u2019-]*\s+){0,2}(?:of|out of)(?: [^\W\d][\w'\u2019-]*){0,4}\s*$"
)
_OR = re.compile(
    r"\s*(?:(?:[^\W\d][\w'\u2019-]*|(?:19|20)\d\d)\s*){0,3}[,(\u2013\u2014]\s*"
    r"(?:(?:which|that) (?:is|was|were|makes?|amounts to|represents?|corresponds to)|or|i\.e\."
    r"|(?:is )?(?:equal|equivalent) to|representing|making|amounting to)?"
    r"\s*(?:about|some|nearly|just)?\s*$"
)
_SO = re.compile(
    r"\s*(?:[^\W\d][\w'\u2019-]*\s*){0,3}[,(\u2013\u2014]\s*"
    r"(?:or|that is|i\.e\.|(?:which|that) (?:is|was|makes?)|(?:equal|equivalent|amounting) to"
    r"|making)\s*(?:about|some|nearly|just)?\s*$"
)
_FIRST = re.compile(r"[^\w]*(?:Of|Out of) (?:the |its |their |all )?(?:total (?:of )?)?\s*$")
_ON = re.compile(r"[^.;\d]{0,60}$")
_OPENED = re.compile(r"\s*(?:[^\W\d]\w*\s){0,2}[:(\u2013\u2014]\s*$")
_HELD = re.compile(
    r"\s*(?:[^\W\d][\w'\u2019-]*\s*){0,3}(?:is|was|are|were|now)\s*(?:now |only |just |so far )?$"
)
_DONE = re.compile(
    r"\s*(?:funded|financed|covered|spent|disbursed|paid|met|filled|subscribed)\b[\s:,;(\u2013-]*"
    r"(?:[^\W\d.][\w'\u2019-]*[\s,:]+){0,6}$"
)
_CHANGE = re.compile(
    r"\b(?:up|ris[ei]\w*|rose|increas\w+|grew|grow\w*|gain\w*|jump\w*|climb\w*"
    r"|down|fall\w*|fell|decreas\w+|drop\w*|declin\w+|shr[aiu]nk|cut)\b",
    re.IGNORECASE,
)
_FROM_BEFORE = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_FROM = re.compile(r"(?: [^\W\d]\w*){0,2},?\s*\bfrom\s*", re.IGNORECASE)
_TO = re.compile(r"(?: [^\W\d]\w*){0,2}\s*\bto\s*", re.IGNORECASE)
_LEADS = re.compile(r"\s*,?\s*(?:from|to)\s*", re.IGNORECASE)
_TAILS = re.compile(
    r"[\s,(\u2013\u2014]*(?:or |up |down |an? (?:\w+ )?"
    r"(?:rise|increase|gain|jump|fall|drop|decline|decrease|cut) of )?",
    re.IGNORECASE,
)
_NEAR = 80

_Claims = Sequence[SuggestedClaim]


def proportions(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """One alert at most for each sentence whose percentage its figures do not bear out."""
    for reading in readings:
        text = reading.text.document.text
        for passage in passages_of(reading):
            claims = [each for each in passage.claims if not _is_day(each)]
            shares = [claim for claim in claims if _is_share(claim)]
            if len(shares) != 1 or len(claims) < _THREE:
                continue
            place = claims.index(shares[0])
            opening = text[passage.start : claims[0].start]
            found = _of_base(text, claims, place, opening) or _growth(text, claims, place)
            if found:
                yield found


def _is_day(claim: SuggestedClaim) -> bool:
    return quantity_of(claim).kind is QuantityKind.DATE


def _is_share(claim: SuggestedClaim) -> bool:
    quantity = quantity_of(claim)
    return (
        quantity.kind is QuantityKind.PERCENT
        and quantity.unit == "%"
        and (quantity.low is not None or quantity.high is not None)
    )


def _of_base(text: str, claims: _Claims, place: int, opening: str) -> SuggestedRelation | None:
    """ "A, about P % of B"; "A of B (P %)"; "P %: A of B"; "of B, A, that is P %"; "B is P %
    funded: A has been received"."""
    found = _parts(text, claims, place) or _first_base(text, claims, place, opening)
    if not found:
        return None
    part, base = found
    if not (can_be_added(part) and can_be_added(base) and is_one_unit(part, base)):
        return None
    a, b, share = span(part), span(base), span(claims[place])
    if b.least <= 0 or a.is_bound or b.is_bound:
        return None
    least, most = a.least / b.most * _WHOLE, a.most / b.least * _WHOLE
    if not _is_off(claims[place], (least, most)) or a.value > b.value * 1.5:
        return None
    exact = a.value / b.value * _WHOLE
    # beyond that the three are hardly meant to belong together
    if not 1 / _FARTHEST < exact / max(share.value, 1e-9) < _FARTHEST:
        return None
    reason = (
        f"{told(part)} of {told(base)} is {exact:.1f} %, and the text gives {told(claims[place])}."
    )
    return alert("percentage", 0.8, reason, (claims[place], part, base))


def _parts(text: str, claims: _Claims, place: int) -> tuple[SuggestedClaim, SuggestedClaim] | None:
    """The part and the base that a percentage is said to be of."""
    share = claims[place]
    before = text[claims[place - 1].end : share.start] if place else ""
    after = text[share.end : claims[place + 1].start] if place + 1 < len(claims) else ""
    if place and after and _OR.fullmatch(before) and _OF.fullmatch(after):
        return claims[place - 1], claims[place + 1]
    if place + _BOTH_BEFORE < len(claims) and _OF.fullmatch(after):
        between = text[claims[place + 1].end : claims[place + 2].start]
        if _SO.fullmatch(between):
            return claims[place + 2], claims[place + 1]
    if place > 1 and _OR.fullmatch(before):
        between = text[claims[place - 2].end : claims[place - 1].start]
        if _NOUNS_OF.fullmatch(between):
            return claims[place - 2], claims[place - 1]
    if place and after and _HELD.fullmatch(before) and _DONE.fullmatch(after):
        return claims[place + 1], claims[place - 1]
    return None


def _first_base(
    text: str, claims: _Claims, place: int, opening: str
) -> tuple[SuggestedClaim, SuggestedClaim] | None:
    """Where the base opens the sentence, or both follow the percentage."""
    share = claims[place]
    if place == _BOTH_BEFORE and _FIRST.fullmatch(opening):
        base, part = claims[:place]
        joined = _ON.fullmatch(text[base.end : part.start])
        if joined and _OR.fullmatch(text[part.end : share.start]):
            return part, base
    if place + _BOTH_BEFORE < len(claims):
        part, base = claims[place + 1], claims[place + 2]
        lead = text[max(0, share.start - _NEAR) : share.start]
        if not _OPENED.fullmatch(text[share.end : part.start]) or _CHANGE.search(lead):
            return None
        if _NOUNS_OF.fullmatch(text[part.end : base.start]):
            return part, base
    return None


def _growth(text: str, claims: _Claims, place: int) -> SuggestedRelation | None:
    """ "Rose by P % from A to B"; "from A to B, up P %"; "to B from A, down P %"."""
    share = claims[place]
    for one, other, lead, tail in (
        (place + 1, place + 2, share.end, -1),
        (place - 2, place - 1, -1, share.start),
    ):
        if one < 0 or other >= len(claims):
            continue
        first, last = claims[one], claims[other]
        beside = text[lead : first.start] if lead >= 0 else text[last.end : tail]
        joined = (_LEADS if lead >= 0 else _TAILS).fullmatch(beside)
        if not joined or not can_be_added(first) or not can_be_added(last):
            continue
        between = text[first.end : last.start]
        if _FROM.fullmatch(between):
            first, last = last, first
        elif not (
            _TO.fullmatch(between) and _FROM_BEFORE.search(text, first.start - 6, first.start)
        ):
            continue
        words = text[max(0, share.start - _NEAR) : share.end + _NEAR]
        if is_one_unit(first, last) and _CHANGE.search(words):
            return _grown(first, last, share)
    return None


def _grown(
    first: SuggestedClaim, last: SuggestedClaim, share: SuggestedClaim
) -> SuggestedRelation | None:
    a, b = span(first), span(last)
    if min(a.least, b.least) <= 0 or a.is_bound or b.is_bound:
        return None
    ratios = ((b.least / a.most - 1) * _WHOLE, (b.most / a.least - 1) * _WHOLE)
    least, most = ratios if b.value >= a.value else (-ratios[1], -ratios[0])
    if not _is_off(share, (least, most)):
        return None
    exact = abs(b.value / a.value - 1) * _WHOLE
    if exact > 10 * abs(span(share).value):
        return None
    way = "rise" if b.value > a.value else "fall"
    reason = (
        f"From {told(first)} to {told(last)} is a {way} of {exact:.1f} %, and the text gives "
        f"{told(share)}."
    )
    return alert("percentage", 0.75, reason, (share, first, last))


def _is_off(share: SuggestedClaim, worked_out: tuple[float, float]) -> bool:
    """Whether no value in the range of those worked out can be meant by the percentage."""
    given = span(share)
    room = _ABOUT_ROOM if quantity_of(share).approximator else _ROOM
    low, high = (given.least, given.most) if given.value >= 0 else (-given.most, -given.least)
    return worked_out[0] > high + room or worked_out[1] < low - room
