"""Totals that their parts do not come to, and later totals that cannot hold what was added."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.reasons import subject_of, told
from reviewer.analysis.shares import shares
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind, Role
from reviewer.domain.wording import short_quantity_text

VERSION = 1
_ADDED = (QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.MEASURE)
_WHOLE = re.compile(
    r"\b(?:made up of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|composed of|is the sum of"
    r"|broken down (?:into|as)|(?:split|divided) (?:between|into|among))\b",
    re.IGNORECASE,
)
_PAID_BY = re.compile(
    r"\b(?:paid(?: for)?|financed|funded|borne|shared) (?:jointly )?by\b", re.IGNORECASE
)
_AND_MORE = re.compile(
    r"\b(?:as well as|among (?:other|them)|the rest|the remain\w+|others?|more|etc|so on)\b",
    re.IGNORECASE,
)
_NET = re.compile(
    r"\b(?:profits?|loss(?:es)?|earnings|results?|surplus|deficit|balance|eps|ebitd?a?|net"
    r"|operating|margin)\b",
    re.IGNORECASE,
)
"""What is left over: a charge that is taken off can be more than all of it."""
_TAKEN_OFF = re.compile(
    r"\b(?:after|before|excluding|excludes?|exclusive|without|despite|net of|charges?)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"[.!?]\s|\b(?:than|compared|against|versus|adjusted|a year (?:ago|earlier|before)"
    r"|year-ago|previous\w*|earlier|up from|down from|while|whereas|but)\b",
    re.IGNORECASE,
)
_INCLUDES = re.compile(r"\b(?:includes|included|include)\b", re.IGNORECASE)
_INCLUDING = re.compile(r"\b(?:including|of which)\b", re.IGNORECASE)
_ENOUGH, _LISTED = 2, 3
_MOST_GAP = 0.3
_OVERLAP = (
    1.4  # times its whole: some are counted in two of the parts, "1,342 delivered, 1,312 in use"
)
_MOST = 1.6  # times its whole: what is more is no part of it
_LEAD = 80
_FEW = 24


def sums(corpus: Corpus) -> Iterator[SuggestedRelation]:
    """What does not add up, in one sentence or from an earlier total to a later one."""
    sentences: dict[tuple[int, int], list[Item]] = defaultdict(list)
    for item in corpus.items:
        sentences[item.reading, item.frame.sentence].append(item)
    for items in sentences.values():
        if len(items) >= _ENOUGH:
            yield from _in_sentence(items)
            yield from shares(items)
    yield from _grown(corpus)


def gap_of(total: Item, parts: Sequence[Item]) -> float:
    """Total less parts beyond what rounding can make; 0 within it."""
    whole = total.frame.span
    added = sum(part.frame.span.value for part in parts)
    slack = (whole.most - whole.least) / 2 + sum(
        (part.frame.span.most - part.frame.span.least) / 2 for part in parts
    )
    gap = whole.value - added
    return gap if abs(gap) > slack + 1e-9 * abs(whole.value) else 0.0


def _in_sentence(items: Sequence[Item]) -> Iterator[SuggestedRelation]:
    """ "Total … includes A, B and C"."""
    for place, total in enumerate(items):
        if total.frame.kind not in _ADDED or total.frame.role is Role.PART:
            continue
        parts = _parts(total, items[place + 1 :])
        if len(parts) < _ENOUGH or any(part.frame.span.is_bound for part in parts):
            continue
        cue = _cue(total, parts[0])
        gap = gap_of(total, parts)
        if not cue or not gap or not _tells(cue, total, parts, gap):
            continue
        yield _relation(
            "sum", 0.92 if cue == "whole" else 0.85, _sum_reason(total, parts, gap), (total, *parts)
        )
        return


def _parts(total: Item, after: Sequence[Item]) -> list[Item]:
    """What is of its unit up to where the sentence turns to something else."""
    parts: list[Item] = []
    for item in after:
        if not _can_be_part(total, item):
            continue
        if parts and _OF_OTHERS.search(item.text[parts[-1].claim.end : item.claim.start]):
            break
        parts.append(item)
    return parts


def _can_be_part(total: Item, item: Item) -> bool:
    one, other = total.claim.claim.quantity, item.claim.claim.quantity
    assert one is not None
    assert other is not None
    same = other.kind is one.kind and other.unit.casefold() == one.unit.casefold()
    if one.kind is QuantityKind.COUNT:
        same = other.kind is one.kind
    return same and item.frame.change != "from" and other.role is not Role.TOTAL


def _cue(total: Item, part: Item) -> str:
    """How the words between a total and its first part announce the parts."""
    text = total.text[total.claim.end : part.claim.start]
    if not text:
        return ""
    if _WHOLE.search(text):
        return "whole"
    if _INCLUDES.search(text) or _PAID_BY.search(text):
        return "includes"
    if _INCLUDING.search(text):
        return "including"
    return ""


def _tells(cue: str, total: Item, parts: Sequence[Item], gap: float) -> bool:
    """Whether a gap is worth a look: "including" leaves room for more, "made up of" does not."""
    bound = total.frame.span
    if gap < 0:
        over = bound.high < float("inf") or bound.value * 1.1 < bound.value - gap
        if cue == "including" and bound.value - gap > _OVERLAP * abs(bound.value):
            return False
        return over and (cue == "whole" or not _is_left_over(total, parts))
    if cue == "including" or bound.is_bound:
        return False
    small = gap <= _MOST_GAP * abs(bound.value)
    nouns = total.frame.kind is not QuantityKind.COUNT or _same_noun(total, parts)
    if cue == "whole" or not nouns:
        return cue == "whole" and (small or nouns)
    last = parts[-1].claim.end
    paid = bool(_PAID_BY.search(total.text, total.claim.end, parts[0].claim.start))
    if paid and _AND_MORE.search(total.text, total.claim.end, last + _LEAD):
        return False
    listed = len(parts) >= _LISTED and (paid or total.frame.role is Role.TOTAL)
    return listed and small


def _is_left_over(total: Item, parts: Sequence[Item]) -> bool:
    """Whether it is a profit or the like, or what is named behind it was taken off it."""
    first = parts[0].claim.start
    lead = total.text[max(total.frame.sentence, total.claim.start - _LEAD) : total.claim.start]
    return bool(
        _NET.search(lead)
        or _TAKEN_OFF.search(total.text, total.claim.end, first)
        or any(part.frame.span.value > _MOST * abs(total.frame.span.value) for part in parts)
    )


def _same_noun(total: Item, parts: Sequence[Item]) -> bool:
    return all(part.frame.heads & total.frame.heads or not part.frame.heads for part in parts)


def _sum_reason(total: Item, parts: Sequence[Item], gap: float) -> str:
    added = " + ".join(_short(part) for part in parts)
    quantity = total.claim.claim.quantity
    assert quantity is not None
    share = abs(gap) / abs(total.frame.span.value) * 100 if total.frame.span.value else 0.0
    way = "short of" if gap > 0 else "more than"
    return (
        f"The parts do not come to the total: {added} is {share:.1f} % {way} "
        f"{_short(total)}, beyond rounding."
    )


def _short(item: Item) -> str:
    quantity = item.claim.claim.quantity
    assert quantity is not None
    return short_quantity_text(quantity)


def _grown(corpus: Corpus) -> Iterator[SuggestedRelation]:
    """An earlier total and what was added since are more than a later total."""
    totals: dict[tuple[str, str, str], list[Item]] = defaultdict(list)
    for item in corpus.items:
        frame = item.frame
        if frame.kind in _ADDED and frame.cumulative and frame.role in (Role.PLAIN, Role.TOTAL):
            for name in frame.who:
                totals[frame.dimension, frame.thing, name].append(item)
    for item in corpus.items:
        if item.frame.role is not Role.ADDITIONAL or item.frame.kind not in _ADDED:
            continue
        best: SuggestedRelation | None = None
        for name in sorted(item.frame.who):
            known = totals.get((item.frame.dimension, item.frame.thing, name), [])
            for relation in _against(item, known[:_FEW]):
                if best is None or relation.score > best.score:
                    best = relation
        if best:
            yield best


def _against(added: Item, totals: Sequence[Item]) -> Iterator[SuggestedRelation]:
    at = _day(added)
    for first in totals:
        for last in totals:
            if first is last or not _day(first) < at <= _day(last):
                continue
            if not _one_unit((first, last, added)) or _day(first) == 0:
                continue
            sum_ = first.frame.span.least + added.frame.span.least
            if sum_ <= last.frame.span.most:
                continue
            if sum_ > 3 * last.frame.span.most:
                continue
            stated = first.frame.stated and last.frame.stated
            score = 0.8 if stated else 0.65
            yield _relation(
                "growing total", score, _grown_reason(first, added, last), (first, last, added)
            )


def _day(item: Item) -> int:
    """The last day that a value is of, as an ordinal; 0 if unknown."""
    period, written = item.frame.period, item.frame.written
    day = period.last if period and period.last else written
    return day.toordinal() if day else 0


def _one_unit(items: Iterable[Item]) -> bool:
    """Whether all can be of one unit; a sign whose country is open can be any of its own."""
    quantities = [item.claim.claim.quantity for item in items]
    known = {q.unit.casefold() for q in quantities if q and not q.is_currency_unclear}
    unclear = [q for q in quantities if q and q.is_currency_unclear]
    if quantities[0] and quantities[0].kind is QuantityKind.COUNT:
        return True
    return len(known) <= 1 and all(
        not known or not q.currencies or known <= {code.casefold() for code in q.currencies}
        for q in unclear
    )


def _grown_reason(first: Item, added: Item, last: Item) -> str:
    values: list[Quantity] = [
        quantity for item in (first, added, last) if (quantity := item.claim.claim.quantity)
    ]
    unclear = any(quantity.is_currency_unclear for quantity in values)
    currency = " if all are in one currency" if unclear else ""
    subject = subject_of(first, last)
    return (
        f"{subject}\u2019s earlier total {told(first)} and the additional {told(added)} are more "
        f"than the later total {told(last)}{currency}."
    )


def _relation(rule: str, score: float, reason: str, items: Sequence[Item]) -> SuggestedRelation:
    members: tuple[SuggestedClaim, ...] = tuple(item.claim for item in items)
    return SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.SUM, score, rule, VERSION, reason, members
    )
