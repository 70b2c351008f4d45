"""Parts of a sentence against the whole that a sentence before it gives: "a budget with a size of
T. … The spending consists of A, B and C".
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from reviewer.analysis.adding import (
    alert,
    gap,
    is_one_unit,
    share,
    span,
    sum_in_words,
    values_in,
)
from reviewer.analysis.passage_claims import Passage, passages_of
from reviewer.analysis.readings import Reading
from reviewer.analysis.stems import content
from reviewer.analysis.wholes import run_of
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation

_LISTED = 3
_BACK = 2  # sentences
_LEAST, _MOST = 0.8, 1.25
_SCORE, _NAMED_SCORE = 0.65, 0.75
_LONGEST_SUBJECT = 60  # code points
_CONSISTS = re.compile(
    r"(?<![\w-])(?:compris(?:es|ed|ing)|consist(?:s|ed|ing) of|(?:is|was|are) (?:made up|composed)"
    r" of|(?:is|was|are) (?:broken down|split|divided) (?:into|as|between|among))(?![\w-])",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\W*(?:it|this|these|that|the (?:total|sum|figure|amount))\s*$", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:includ\w+|of which|at least|among (?:other|them)|as well as|the rest|others?$|etc)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SPENT = content(["expenditure", "spending", "budget", "outlay", "appropriation"])
_EARNED = content(["revenue", "income", "receipts"])
_SIZED = (_SPENT, _EARNED)
"""Words for one thing: what a budget is, is what is spent."""
_COMMON = content(["total", "amount", "sum", "figure", "million", "billion", "trillion", "new"])


def composed(readings: Iterable[Reading]) -> Iterator[SuggestedRelation]:
    """One alert at most for each sentence that says what something before it consists of."""
    for reading in readings:
        text = reading.text.document.text
        before: deque[tuple[Passage, list[SuggestedClaim]]] = deque(maxlen=_BACK)
        for passage in passages_of(reading):
            if passage.opens:
                before.clear()
            values = values_in(reading, passage) if passage.claims else []
            if len(values) >= _LISTED and before and (found := _in(text, passage, values, before)):
                yield found
            before.append((passage, values))


def _in(
    text: str,
    passage: Passage,
    values: Sequence[SuggestedClaim],
    before: Sequence[tuple[Passage, list[SuggestedClaim]]],
) -> SuggestedRelation | None:
    verb = _CONSISTS.search(text, passage.start, values[0].start)
    if not verb or verb.start() - passage.start > _LONGEST_SUBJECT:
        return None
    parts = run_of(text, values)
    if len(parts) < _LISTED or len(parts) < len(values) or _is_open(text, verb, passage, parts):
        return None
    known = [
        (value, _words(text, sentence, each, place))
        for sentence, each in before
        if not _are_of_other_years(text, sentence, passage)
        for place, value in enumerate(each)
        if is_one_unit(value, parts[0])
    ]
    if not known or any(not gap(value, parts) for value, _ in known):
        return None
    subject = text[passage.start : verb.start()]
    meant = _meant(subject)
    wholes = [value for value, words in known if words & meant]
    if _AGAIN.match(subject) and len(known) == 1:
        wholes = [known[0][0]]
    near = [whole for whole in wholes if _LEAST <= share(whole, parts) <= _MOST]
    if len(near) != 1 or span(near[0]).is_bound:
        return None
    reason = (
        f"The parts do not come to the whole that is given before: {sum_in_words(near[0], parts)}."
    )
    score = _SCORE if _AGAIN.match(subject) else _NAMED_SCORE
    return alert("composed", score, reason, (near[0], *parts))


def _are_of_other_years(text: str, one: Passage, other: Passage) -> bool:
    a, b = (set(_YEAR.findall(text, each.start, each.end)) for each in (one, other))
    return bool(a and b) and not a & b


def _is_open(
    text: str, verb: re.Match[str], passage: Passage, parts: Sequence[SuggestedClaim]
) -> bool:
    """Whether the list leaves room: a bound, a part of a part, or things without a figure."""
    return bool(
        any(span(part).is_bound for part in parts)
        or _OPEN.search(text, verb.end(), passage.end)
        or parts[0].start - verb.end() > _LONGEST_SUBJECT
    )


def _words(
    text: str, passage: Passage, values: Sequence[SuggestedClaim], place: int
) -> frozenset[str]:
    """What stands before a value, from the one before it on."""
    first = values[place - 1].end if place else passage.start
    return _meant(text[first : values[place].start])


def _meant(words: str) -> frozenset[str]:
    """The stems, with those of the same meaning."""
    found = frozenset(content(_WORD.findall(words.lower()))) - _COMMON
    for alike in _SIZED:
        if found & alike:
            found |= alike
    return found
