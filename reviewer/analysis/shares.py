"""Percentages of one whole in one sentence that come to more than all of it, or, where the last is
the rest, to less.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reviewer.analysis.adding import alert, told
from reviewer.analysis.corpus import Item
from reviewer.domain.suggestion import SuggestedRelation
from reviewer.domain.vocabulary import QuantityKind

_LISTED, _TWO = 3, 2
_WHOLE = 100
_OWNED = ("stake", "shares")
_OF_ONE = ("votes", "share of electricity", "market share", *_OWNED)
_DIVIDED = re.compile(r"\b(?:while|whereas|with|leaving|and)\b|;", re.IGNORECASE)
_OTHER_WHOLE = re.compile(r"^ of\b|\b(?:than|from|up|down|was|were|year|earlier|before)\b")
_STAKE_IN = re.compile(r"\s+(?:stake|share|holding|interest) in (?:an?|the)\s", re.IGNORECASE)
_REST = re.compile(
    r"\b(?:the )?(?:remaining|rest|remainder|balance|other)(?: [\w'-]+){0,3}?\s*$", re.IGNORECASE
)
_MADE_UP = re.compile(
    r"\b(?:of (?:those|the people|the [\d,]+ people) (?:asked|polled|surveyed|questioned)"
    r"|of respondents|don't know|undecided|electricity|power|energy|revenue|sales|funding|costs?"
    r"|budget|spending|electorate|votes?)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:both|more than one|multiple|several|overlap\w*)\b", re.IGNORECASE)
_NO_LIST = re.compile(
    r"\bfrom\s*(?:\w+\s*)?$|\b(?:up|down|than|compared|rose|fell|rises?|falls?|grew|growth|by|increase\w*"
    r"|drop\w*|more than one|several answers|multiple|last year|earlier)\b|[.;]\s",
    re.IGNORECASE,
)
_LONGEST = 70  # code points between two shares of a list
_BEFORE = 40
_SENTENCE = 400


def shares(items: Sequence[Item]) -> Iterator[SuggestedRelation]:
    """One alert at most for the ``items`` of a sentence."""
    plain = [item for item in items if _is_plain(item)]
    if len(plain) < _TWO or _BOTH.search(plain[0].text, plain[0].frame.sentence, _end(plain[-1])):
        return
    found = _with_rest(plain) or _of_thing(plain) or _listed(plain)
    if found:
        yield found


def _is_plain(item: Item) -> bool:
    frame = item.frame
    share = frame.kind is QuantityKind.PERCENT and frame.dimension == "percent"
    return share and not frame.change and not frame.span.is_bound and frame.span.value > 0


def _with_rest(items: Sequence[Item]) -> SuggestedRelation | None:
    """ "48 % A, 37 % B and the remaining 9 % C": all of it, so neither more nor less."""
    last = items[-1]
    lead = last.text[max(items[-2].claim.end, last.claim.start - _BEFORE) : last.claim.start]
    run = _run(items)
    if not _REST.search(lead) or len(run) < _TWO:
        return None
    least = sum(item.frame.span.least for item in run)
    most = sum(item.frame.span.most for item in run)
    if least <= _WHOLE <= most:
        return None
    total = sum(item.frame.span.value for item in run)
    reason = f"What remains does not make it all: {_sum(run)} is {total:g} %, not 100 %."
    return alert("shares", 0.8, reason, [item.claim for item in run])


def _of_thing(items: Sequence[Item]) -> SuggestedRelation | None:
    """Votes, stakes and the like, of which there are 100 in all."""
    by_whole: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_whole[item.frame.thing].append(item)
    for thing, each in by_whole.items():
        bases = {item.frame.base for item in each if item.frame.base}
        of_one = thing in _OF_ONE or (not thing and len(bases) == 1)
        if not of_one or len(bases) > 1 or (len(each) < _LISTED and not _are_all(thing, each)):
            continue
        if _is_over(each):
            whole = " ".join(sorted(next(iter(bases), ()))) or thing
            reason = f"The shares of one whole ({whole}) come to more than all of it: {_sum(each)}."
            return alert("shares", 0.8, reason, [item.claim for item in each])
    return None


def _are_all(thing: str, each: Sequence[Item]) -> bool:
    """ "The founders keep 62 %, while 43 % goes to the bank": what two owners divide."""
    if thing not in _OWNED or len(each) != _TWO:
        return False
    one, other = each
    between = one.text[one.claim.end : other.claim.start]
    if all(_STAKE_IN.match(item.text, item.claim.end) for item in each):
        return False
    return bool(_DIVIDED.search(between)) and not _OTHER_WHOLE.search(between)


def _listed(items: Sequence[Item]) -> SuggestedRelation | None:
    """A list of shares of what a poll or a sum is made up of."""
    run = _run(items)
    if len(run) < _LISTED or not _is_over(run):
        return None
    first = run[0]
    around = first.text[first.frame.sentence : min(run[-1].claim.end + 60, _end(first))]
    if not _MADE_UP.search(around):
        return None
    reason = f"The shares of one whole come to more than all of it: {_sum(run)}."
    return alert("shares", 0.7, reason, [item.claim for item in run])


def _end(item: Item) -> int:
    end = item.text.find("\n", item.claim.end)
    return min(end if end >= 0 else len(item.text), item.frame.sentence + _SENTENCE)


def _run(items: Sequence[Item]) -> list[Item]:
    """The items up to the last that stand in one list."""
    run: list[Item] = []
    for item in reversed(items):
        between = item.text[item.claim.end : run[0].claim.start] if run else ","
        listed = len(between) <= _LONGEST and ("," in between or " and " in between)
        if not listed or _NO_LIST.search(between):
            break
        run.insert(0, item)
    return run


def _is_over(items: Sequence[Item]) -> bool:
    return sum(item.frame.span.least for item in items) > _WHOLE


def _sum(items: Sequence[Item]) -> str:
    return " + ".join(told(item.claim) for item in items)
