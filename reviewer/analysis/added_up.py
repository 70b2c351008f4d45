"""What a paragraph adds up: a sum, what was added to it and the whole that comes then ("5 million
in August and an additional 7 million in September. In total, 14 million"), or a list before "In
all".
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewer.analysis.adding import (
    alert,
    can_be_added,
    gap,
    is_one_unit,
    quantity_of,
    share,
    span,
    sum_in_words,
)
from reviewer.analysis.frames import Frame
from reviewer.analysis.passage_claims import Passage, passages_of
from reviewer.analysis.readings import Reading
from reviewer.analysis.stems import content
from reviewer.analysis.wholes import run_of
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import QuantityKind, Role

_MORE = re.compile(
    r"\b(?:additional|further|another|extra|supplementary)\s+(?:sum of\s+)?$", re.IGNORECASE
)
_BEHIND = re.compile(r"\s+(?:more|extra|on top)\b(?!\s+than)", re.IGNORECASE)
_TO_NOW = re.compile(
    r"\b(?:(?:bring|brought|tak(?:e|es|ing)|took|rais|lift|push|increas|swell)\w*\b[^.;\d]{0,60}\bto"
    r"|(?:now|then|thus|thereby|therefore)\b[^.;\d]{0,30}"
    r"|(?:in (?:all|total)|altogether|all told|together|combined)\b[^.;\d]{0,40}"
    r"|totals?|totall?ing|total (?:of|is|was|to|now|comes to|stands at))\s*$",
    re.IGNORECASE,
)
_TOTAL_BEHIND = re.compile(r"\s*(?:[\w-]+ ){0,3}?(?:in (?:all|total)|altogether|all told)\b")
_OTHER_TIME = re.compile(
    r"\b(?:last year|a year (?:ago|earlier|before)|compared|against|than|instead|would"
    r"|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\W*(?:(?:so |that makes |this makes |that is )?(?:in all|in total|altogether|all told)\b"
    r"|(?:a|the) total of)\W*(?:[\w'\u2019-]+ ){0,3}$",
    re.IGNORECASE,
)
_LEAST, _MOST = 0.72, 1.4
_ALL_BUT = 0.85
_LEAD = 110
_ENOUGH = 2
_SCORE, _COUNTED_SCORE = 0.72, 0.66

_Claims = Sequence[SuggestedClaim]


def added_up(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """One alert at most for each paragraph whose sum and additions do not come to their whole."""
    for reading in readings:
        frames = {reading.claims[frame.claim].start: frame for frame in reading.frames}
        paragraph: list[Passage] = []
        for passage in passages_of(reading):
            if passage.opens:
                yield from _in(reading, paragraph, frames)
                paragraph = []
            elif found := _in_all(reading.text.document.text, paragraph[-1], passage, frames):
                yield found
            paragraph.append(passage)
        yield from _in(reading, paragraph, frames)


def _in(
    reading: Reading, paragraph: Sequence[Passage], frames: dict[int, Frame]
) -> Iterator[SuggestedRelation]:
    text = reading.text.document.text
    values = [claim for passage in paragraph for claim in passage.claims if _counts(claim)]
    added = [place for place, claim in enumerate(values) if _is_added(text, claim)]
    if not added or not added[0]:
        return
    first = added[0]
    total = next(
        (
            place
            for place in range(first + 1, len(values))
            if is_one_unit(values[first], values[place]) and place not in added
        ),
        0,
    )
    if not total or not _is_whole(text, paragraph, values, total):
        return
    more = [values[place] for place in added if place < total]
    known = [
        claim
        for claim in values[:first]
        if is_one_unit(claim, values[total]) and _are_of_one(claim, values[total], frames)
    ]
    beyond = values[total + 1 : total + 2]
    if (
        beyond
        and is_one_unit(beyond[0], values[total])
        and not gap(values[total], [*known, *more, *beyond])
    ):
        return
    found = _against(values[total], more, known)
    if found:
        yield found


def _in_all(
    text: str, before: Passage, passage: Passage, frames: dict[int, Frame]
) -> SuggestedRelation | None:
    """ "A men, B women and C children were killed. In all, T people died"."""
    totals = [claim for claim in passage.claims if can_be_added(claim)]
    listed = [claim for claim in before.claims if can_be_added(claim)]
    if not totals or not _IN_ALL.match(text[passage.start : totals[0].start]):
        return None
    total, parts = totals[0], run_of(text, listed)
    if len(parts) < max(_ENOUGH, len(listed)) or not is_one_unit(total, parts[0]):
        return None
    if any(_is_added(text, part) for part in parts):
        return None
    things = {frame.thing for part in parts if (frame := frames.get(part.start))}
    own = frames.get(total.start)
    another = own is None or (own.thing and own.thing not in things)
    if another or span(total).is_bound or not gap(total, parts):
        return None
    least = _LEAST if len(parts) > _ENOUGH else _ALL_BUT
    if not least <= share(total, parts) <= _MOST:
        return None
    return alert(
        "added up",
        _SCORE,
        f"The parts before do not come to the whole: {sum_in_words(total, parts)}.",
        (total, *parts),
    )


def _counts(claim: SuggestedClaim) -> bool:
    """ "Another 300" is read as added, and so is a rate."""
    return can_be_added(claim) and quantity_of(claim).kind is not QuantityKind.MEASURE


def _is_added(text: str, claim: SuggestedClaim) -> bool:
    return bool(
        quantity_of(claim).role is Role.ADDITIONAL
        or _MORE.search(text, max(0, claim.start - _LEAD), claim.start)
        or _BEHIND.match(text, claim.end)
    )


def _is_whole(text: str, paragraph: Sequence[Passage], values: _Claims, place: int) -> bool:
    """Whether the words before a value, since the one before it, say that it is all until now."""
    value, before = values[place], values[place - 1]
    sentence = max(passage.start for passage in paragraph if passage.start <= value.start)
    lead = text[max(before.end, sentence, value.start - _LEAD) : value.start]
    behind = _TOTAL_BEHIND.match(text, value.end)
    if _OTHER_TIME.search(lead.rpartition(" and ")[2]) or span(value).is_bound:
        return False
    return bool(_TO_NOW.search(lead) or behind)


def _are_of_one(claim: SuggestedClaim, total: SuggestedClaim, frames: dict[int, Frame]) -> bool:
    """Whether what is measured, or counted, can be the same."""
    a, b = frames.get(claim.start), frames.get(total.start)
    if a and b and a.thing and b.thing and a.thing != b.thing:
        return False
    if quantity_of(claim).kind is not QuantityKind.COUNT:
        return True
    mine, theirs = (content(quantity_of(each).unit.split()) for each in (claim, total))
    return not mine or not theirs or bool(mine & theirs)


def _against(total: SuggestedClaim, more: _Claims, known: _Claims) -> SuggestedRelation | None:
    """Only one sum before can be what was added to; none where any of them fits."""
    if len({span(claim).value for claim in known}) != 1:
        return None
    ways = [[known[0], *more], [known[0], more[-1]], [*more]]
    if any(not gap(total, way) for way in ways):
        return None
    parts = ways[0]
    if any(span(part).is_bound for part in parts) or not _LEAST <= share(total, parts) <= _MOST:
        return None
    counted = quantity_of(total).kind is QuantityKind.COUNT
    reason = (
        f"What was given and what was added do not come to the whole: {sum_in_words(total, parts)}."
    )
    return alert("added up", _COUNTED_SCORE if counted else _SCORE, reason, (total, *parts))
