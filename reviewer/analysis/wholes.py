"""Wholes and their parts in running text: "T: A, B and C", "A, B and C, in all T", "of whom A"."""

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
    told,
    values_in,
)
from reviewer.analysis.passage_claims import Passage, passages_of
from reviewer.analysis.readings import Reading
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import QuantityKind

_ENOUGH, _LISTED = 2, 3
_LEAST, _MOST = 0.6, 1.6
_LEAST_COUNTED, _MOST_COUNTED = 0.75, 1.34
_SMALLEST = 1e-4
_ALL_BUT = 0.85
_AT_PLACE = re.compile(r" (in|at|from|to|by|for) (?:(?:the|its|an?) [a-z]|(?:the )?[A-Z])")
_REACH = 90
_LEAD = 70
_COLON = re.compile(r":\s(?=[^:.!?]*$)")
_SEPARATOR = re.compile(r"[,;)]|\b(?:and|plus)\b|[&+]", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:than|up|down|compared|against|versus|rose|fell|grew|increas\w*|decreas\w*|rising|per"
    r"|each|every|ago|previous\w*|earlier|later|last year|instead)\b|\b(?:from|by|between)\s*$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:\b(?:total|sum|aggregate)(?:l?ing|led)?(?: [\w'\u2019-]+){0,4}?"
    r" (?:of|to|at|is|are|was|were|comes|came)"
    r"|\btotall?(?:ing|ed|s)"
    r"|\b(?:in all|in total|altogether|together|all told|combined)\b,?[\w\s]{0,25}"
    r"|\b(?:comes?|came|add(?:s|ed)?(?: up)?|amount(?:s|ed|ing)?|sums?) to)(?: to)?\s*$",
    re.IGNORECASE,
)
_ALTOGETHER = re.compile(
    r"\s*(?:[\w-]+ ){0,2}?(?:in (?:all|total)|altogether|all told|combined)\b", re.IGNORECASE
)
_GROWING = re.compile(r"\b(?:bring|brought|tak(?:e|ing)|took|rais|lift|push)\w*\b", re.IGNORECASE)
_ON_TOP = re.compile(
    r"\s*(?:with|adding|add|including|together with|counting|plus)\b", re.IGNORECASE
)
_OF_ANOTHER = re.compile(
    r"\b(?:compared (?:with|to)|against|versus|than|out of|(?:up|down) from)\b[^,;]*$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s*(?:\w+ )?of (?:them|whom|which|these|those)\b", re.IGNORECASE)
_OF_WHOM = re.compile(
    r"(?<!each )(?<!one )(?<!all )(?<!both )(?<!either )\b(?:of (?:whom|which|them)|among them)\b",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"\s*(?:of|among) (?:these|those|them)\b", re.IGNORECASE)
_OF_THE = re.compile(r"\s*of (?:the|its|their|all)\s*(?:total of )?$", re.IGNORECASE)
_COMMA = re.compile(r"[,(:\u2013\u2014]\s*(?:with |namely |that is )?$")
_OPEN = re.compile(
    r"\b(?:includ\w+|among|such as|as well as|the rest|the others?|elsewhere|than|compared"
    r"|against|respectively)\b",
    re.IGNORECASE,
)
_BETWEEN = 45
_REST = re.compile(r"\b(?:the (?:rest|remaining|remainder|other|others|balance))\b", re.IGNORECASE)

_Claims = Sequence[SuggestedClaim]


def wholes(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """One alert at most for each sentence whose parts do not come to their whole."""
    for reading in readings:
        text = reading.text.document.text
        before: Passage | None = None
        for passage in passages_of(reading):
            values = values_in(reading, passage)
            earlier = before if before and not passage.opens else None
            for check in (_after_colon, _before_total, _of_whole, _listed_behind):
                found = check(text, passage, values, earlier) if values else None
                if found:
                    yield found
                    break
            before = passage


def _after_colon(
    text: str, passage: Passage, values: _Claims, before: Passage | None
) -> SuggestedRelation | None:
    """ "Savings of more than T are planned: A from x, B from y and C from z"."""
    del before
    for place in range(1, len(values)):
        lead = text[values[place - 1].end : values[place].start]
        colon = _COLON.search(lead)
        if not colon or len(lead) - colon.end() > _LEAD:
            continue
        parts = run_of(text, values[place:])
        totals = [each for each in values[:place] if all(is_one_unit(each, p) for p in parts)]
        if len(parts) < _ENOUGH or not totals or _CHANGE.search(lead[colon.end() :]):
            return None
        if any(not gap(each, parts) for each in totals):
            return None
        total = min(totals, key=lambda each: abs(1 - share(each, parts)))
        if not _is_near(total, parts) or _GROWING.search(text[total.end : parts[0].start]):
            return None
        sure = 0.8 if len(parts) >= _LISTED else 0.7
        return _alert(total, parts, sure)
    del passage
    return None


def _before_total(
    text: str, passage: Passage, values: _Claims, before: Passage | None
) -> SuggestedRelation | None:
    """ "X (A), Y (B) and Z (C), a total of T"; "with X (A) and Y (B), the bill comes to T"."""
    for place in range(_ENOUGH, len(values)):
        total = values[place]
        lead = text[values[place - 1].end : total.start]
        after = text[total.end : total.end + _LEAD]
        if not (_TOTAL.search(lead[-_REACH:]) or _ALTOGETHER.match(after)):
            continue
        if _OF_ANOTHER.search(lead[-_REACH:]):
            continue
        parts = _run_back(text, [*values[:place]], total)
        if len(parts) < _ENOUGH:
            continue
        opening = text[passage.start : parts[0].start]
        growing = bool(_GROWING.search(lead))
        if _ON_TOP.match(opening) and before:
            return _on_top(total, parts, before)
        left = gap(total, parts)
        if not left or (left > 0 and growing) or not _is_near(total, parts):
            continue
        return _alert(total, parts, 0.85 if len(parts) >= _LISTED else 0.75)
    return None


def _on_top(total: SuggestedClaim, parts: _Claims, before: Passage) -> SuggestedRelation | None:
    """What is added to a value of the sentence before."""
    bases = [claim for claim in before.claims if can_be_added(claim) and is_one_unit(claim, total)]
    ways = [[*parts], *([base, *parts] for base in bases)]
    if not bases or any(not gap(total, way) for way in ways):
        return None
    nearest = min(ways, key=lambda way: abs(1 - share(total, way)))
    return _alert(total, nearest, 0.8) if _is_near(total, nearest) else None


def _of_whole(
    text: str, passage: Passage, values: _Claims, before: Passage | None
) -> SuggestedRelation | None:
    """ "T people, of whom A …"; "Of these, A … and B …"; "Of the T, A …, the remaining B …"."""
    sentence = text[passage.start : passage.end]
    total, parts = None, values
    if _OF_THESE.match(sentence) and before:
        whole = [claim for claim in before.claims if can_be_added(claim)]
        total = whole[-1] if len(whole) == 1 else None
    elif _OF_THE.match(text[passage.start : values[0].start]):
        total, parts = values[0], values[1:]
    else:
        for place in range(1, len(values)):
            between = text[values[place - 1].end : values[place].start]
            if len(between) < _REACH and (
                _OF_WHOM.search(between) or _is_of_them(text, values[place])
            ):
                total, parts = values[place - 1], values[place:]
                break
    if total is None or not parts or not is_one_unit(total, parts[0]):
        return None
    if (
        quantity_of(total).kind is QuantityKind.COUNT
        and "%" in text[parts[0].end : parts[0].end + 2]
    ):
        return None
    first = parts[0]
    run = run_of(text, parts)
    if (
        gap(total, [first]) < 0
        and span(total).high < float("inf")
        and share(total, [first]) < _MOST
    ):
        reason = f"A part is more than its whole: {told(first)} of {told(total)}."
        return alert("part of a whole", 0.85, reason, (total, first))
    left = gap(total, run) if len(run) >= _ENOUGH else 0.0
    listed = len(run) == len(parts) and (
        bool(_REST.search(sentence)) or _by_place(text, total, run)
    )
    if not left or not _is_near(total, run) or (left > 0 and not listed):
        return None
    return _alert(total, run, 0.8 if listed else 0.65)


def _is_of_them(text: str, claim: SuggestedClaim) -> bool:
    """ "12 people of whom"; a sum before "of which" is a whole itself."""
    counted = quantity_of(claim).kind is QuantityKind.COUNT
    return counted and bool(_OF_THEM.match(text, claim.end))


def _listed_behind(
    text: str, passage: Passage, values: _Claims, before: Passage | None
) -> SuggestedRelation | None:
    """ "12,000 people, 4,200 in A, 5,100 in B and 3,700 in C": bare numbers, or all of one noun."""
    del before
    for place in range(len(values) - _ENOUGH):
        total, run = values[place], run_of(text, values[place + 1 :])
        if len(run) < _ENOUGH or place + 1 + len(run) < len(values):
            continue
        between = text[total.end : run[0].start]
        if not _COMMA.search(between) or len(between) > _BETWEEN or not is_one_unit(total, run[0]):
            continue
        units = {quantity_of(part).unit for part in run}
        alike = len(units) == 1 and units <= {"", quantity_of(total).unit}
        ends = text[run[-1].end : passage.end]
        if not alike or _OPEN.search(between + ends) or not _is_placed(text, run):
            return None
        left = gap(total, run)
        if len(run) < _LISTED and (left > 0 or "with" not in between):
            return None
        return _alert(total, run, 0.7) if left and _is_all(total, run) else None
    return None


def _is_all(total: SuggestedClaim, run: _Claims) -> bool:
    return _ALL_BUT <= share(total, run) <= _MOST_COUNTED and not span(total).is_bound


def _by_place(text: str, total: SuggestedClaim, run: _Claims) -> bool:
    """Whether three parts or more, each with a place or the like ("in Carlisle"), nearly make the
    whole: who lists them so means all."""
    if len(run) < _LISTED or not _ALL_BUT <= share(total, run) < 1:
        return False
    return _is_placed(text, run)


def _is_placed(text: str, run: _Claims) -> bool:
    """Whether one and the same word says of each where, when or to whom."""
    ends = [*(part.start for part in run[1:]), run[-1].end + _REACH]
    with_ = [_AT_PLACE.search(text, part.end, end) for part, end in zip(run, ends, strict=True)]
    return len({found[1] if found else "" for found in with_}) == 1 and bool(with_[0])


def run_of(text: str, values: _Claims) -> list[SuggestedClaim]:
    """The values from the first that stand in one list: of one unit, with a comma, "and" or the
    like between each, and no word of change."""
    run = list(values[:1])
    for value in values[1:]:
        between = text[run[-1].end : value.start]
        if not is_one_unit(run[0], value) or not _is_list(between):
            break
        run.append(value)
    return run


def _run_back(
    text: str, values: list[SuggestedClaim], total: SuggestedClaim
) -> list[SuggestedClaim]:
    """The same before a total, back from the last."""
    run: list[SuggestedClaim] = []
    for value in reversed(values):
        after = run[0].start if run else None
        if not is_one_unit(total, value):
            break
        if after is not None and not _is_list(text[value.end : after]):
            break
        run.insert(0, value)
    if run and _CHANGE.search(text[max(0, run[0].start - 12) : run[0].start]):
        return []
    return run


def _is_list(between: str) -> bool:
    return (
        len(between) <= _REACH
        and bool(_SEPARATOR.search(between))
        and ". " not in between
        and not _CHANGE.search(between)
        and not _GROWING.search(between)
    )


def _is_near(total: SuggestedClaim, parts: _Claims) -> bool:
    """Whether the parts can be meant for all of it: what is far from that is of other things."""
    part = share(total, parts)
    if any(share(total, [each]) < _SMALLEST for each in parts):
        return False  # "$2.6 and $38 million": a scale was left out
    if quantity_of(total).kind is QuantityKind.COUNT:
        return _LEAST_COUNTED <= part <= _MOST_COUNTED
    return _LEAST <= part <= _MOST


def _alert(total: SuggestedClaim, parts: _Claims, score: float) -> SuggestedRelation:
    reason = f"The parts do not come to the whole: {sum_in_words(total, parts)}."
    return alert("whole", score, reason, (total, *parts))
