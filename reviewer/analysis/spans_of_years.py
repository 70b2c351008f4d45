"""How old a thing is said to be against the year in which it is said to have begun."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.scales import Span
from reviewer.analysis.stems import content
from reviewer.domain.suggestion import SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind
from reviewer.domain.wording import short_quantity_text

VERSION = 1
_NEAR = 60
_SENTENCE, _TAIL = 200, 4
_GOING = (
    r"in (?:the air|business|existence|operation|service|use)|operating|trading|running|open|going"
)
_BEGUN = re.compile(
    r"(?P<founded>\b(?:founded|established|set up|incorporated|formed|created"
    r"|began (?:operations|trading)"
    rf"|(?:{_GOING})(?= since)))(?:\W+(?:\w+\W+){{0,5}})?$"
    r"|(?P<opened>\bopened)(?:\W+(?:\w+\W+)?)?$"
    r"|(?P<built>\b(?:built|completed|finished|erected|constructed|inaugurated))(?:\W+(?:\w+\W+){0,4})?$"
    r"|(?P<born>\bborn)(?:\W+(?:\w+\W+){0,4})?$",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"[- ](?:(?:of|long|and more|or more) )*(?:its |their )?"
    r"(?:history|existence|operations?|trading|business|service|anniversary)\b",
    re.IGNORECASE,
)
_DOING = re.compile(r" of [a-z]+ing\b")
_AFTER = re.compile(r"\b(?:after|in|for|over) (?:its |their |the )?$", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w'\u2019-]+")
_STRUCTURE = re.compile(
    r"[- ]old (?:[a-z]+[- ]){0,2}?(?:wall|dike|dyke|dam|levee|embankment|bridge|tunnel|building"
    r"|tower|plant|factory|reactor|station|mill|stadium|pipeline|pier|quay|barrage|structure|facility|school"
    r"|hospital|line|road|vessel|ship|ferry)\b"
)
_OLD = re.compile(r"[- ]old\b", re.IGNORECASE)
_YEARS = 365.25
_ROUND, _HALF_ROUND = 10, 5
_SCORE = 0.75
_FEW = 8
_CHIEF = 3
_HISTORY_ONLY = frozenset(["founded"])
_WORK = frozenset(["founded", "opened"])
_AGED = frozenset(["founded", "built", "born"])
_BUILT = frozenset(["founded", "opened", "built", "born"])


def spans_of_years(corpus: Corpus) -> Iterator[SuggestedRelation]:
    """One alert for each length that no year of its subject allows; linear in the items."""
    begun: dict[str, list[tuple[str, Item]]] = defaultdict(list)
    lengths: list[tuple[frozenset[str], Item]] = []
    for item in corpus.items:
        if kind := _begun(item):
            born = item.frame.names if kind == "born" else frozenset()
            for name in sorted(item.frame.who | item.frame.beside | born):
                begun[name].append((kind, item))
        elif kinds := _lasts(item):
            lengths.append((kinds, item))
    for kinds, item in lengths:
        names = item.frame.who | (
            _subjects(corpus, item) if kinds == _HISTORY_ONLY else frozenset()
        )
        names |= _beside(item)
        years = [
            other
            for name in sorted(names)
            for kind, other in begun.get(name, [])[:_FEW]
            if kind in kinds and _is_of_one(name, item, other)
        ]
        if years and not any(_allows(item, year) for year in years):
            yield _relation(years[0], item)


def _subjects(corpus: Corpus, item: Item) -> frozenset[str]:
    """The chief names of its text, for "its 54-year history" where the sentence names nobody."""
    if item.frame.stated:
        return frozenset()
    topics = corpus.topics[item.reading]
    return frozenset(sorted(topics, key=lambda name: (-topics[name], name))[:_CHIEF])


def _beside(item: Item) -> frozenset[str]:
    """Who else it may be of: a thing named before, or any name of a sentence that tells how long
    something was done."""
    if _is_of_thing(item) and not _DOING.match(item.text, item.claim.end):
        return item.frame.beside
    if _DOING.match(item.text, item.claim.end):
        return frozenset(name.lower() for name in _NAME.findall(_around(item, 0)))
    return frozenset()


def _is_of_thing(item: Item) -> bool:
    return bool(
        _STRUCTURE.match(item.text, max(0, item.claim.end - _TAIL))
        or _STRUCTURE.match(item.text, item.claim.end)
        or _DOING.match(item.text, item.claim.end)
    )


def _around(item: Item, before: int = _SENTENCE) -> str:
    """Its sentence and, up to ``before`` code points back, what the paragraph says before."""
    start = max(0, item.claim.start - max(before, _NEAR))
    text = item.text[start : item.claim.end + _SENTENCE]
    here = item.claim.start - start
    opening = text.rfind("\n", 0, here) + 1
    if not before:
        opening = max(opening, text.rfind(". ", 0, here) + 1)
    ends = re.search(r"[.!?](?=\s|$)|\n", text[here:])
    return text[opening : here + ends.start() if ends else None]


def _is_of_one(name: str, length: Item, begun: Item) -> bool:
    """Who both sentences are of is enough for a history; for a thing's age, and for a name beside
    them, both must have a word in common as well."""
    if name in length.frame.who and name in begun.frame.who and not _is_of_thing(length):
        return True
    words, others = (
        content(re.findall(r"[^\W\d_]{3,}", _around(item).lower())) for item in (length, begun)
    )
    return bool((words & others) - content(name.split()))


def _begun(item: Item) -> str:
    """ "founded", "built" or "born" of a year, else ""."""
    span = item.frame.span
    if (
        item.frame.kind is not QuantityKind.DATE
        or span.is_bound
        or span.high - span.low > _YEARS + 1
    ):
        return ""
    before = item.text[max(0, item.claim.start - _NEAR) : item.claim.start]
    found = _BEGUN.search(re.split(r"[.;:!?]\s", before)[-1])
    return found.lastgroup or "" if found else ""


def _lasts(item: Item) -> frozenset[str]:
    """What a length of years can be counted from."""
    quantity = item.claim.claim.quantity
    if item.frame.kind is not QuantityKind.DURATION or not quantity or not item.frame.written:
        return frozenset()
    if quantity.unit not in ("years", "years old") or item.frame.span.value < _YEARS * 2:
        return frozenset()
    after = item.text[item.claim.end : item.claim.end + _NEAR]
    if quantity.unit == "years old" or _OLD.match(after):
        return _BUILT if _is_of_thing(item) else _AGED
    if _DOING.match(item.text, item.claim.end):
        before = item.text[max(0, item.claim.start - _TAIL * 2) : item.claim.start]
        return _WORK if _AFTER.search(before) else frozenset()
    return _HISTORY_ONLY if _HISTORY.match(after) else frozenset()


def _allows(length: Item, begun: Item) -> bool:
    """Whether so many years can have gone by; a round number of years is rounder."""
    written = length.frame.written
    assert written is not None
    span = length.frame.span
    years = round(span.value / _YEARS)
    passed = written.year - _year(begun.frame.span)
    slack = 1.0
    if years % _ROUND == 0:
        slack = max(slack, 0.1 * years)
    elif years % _HALF_ROUND == 0:
        slack = max(slack, 0.05 * years)
    least = span.least / _YEARS - slack
    most = span.most / _YEARS + slack
    return least <= passed <= most


def _year(span: Span) -> int:

    return date.fromordinal(int(span.low)).year


def _relation(begun: Item, length: Item) -> SuggestedRelation:
    written = length.frame.written
    quantity = length.claim.claim.quantity
    assert written is not None
    assert quantity is not None
    year = _year(begun.frame.span)
    reason = (
        f"“{length.claim.exact}”, written in {written.year}, goes back to "
        f"{written.year - round(length.frame.span.value / _YEARS)}, but the beginning is given as "
        f"{year}: {written.year - year} years, not {short_quantity_text(quantity)}."
    )
    return SuggestedRelation(
        RelationKind.CONTRADICTS, Dimension.TEMPORAL, _SCORE, "years since", VERSION, reason,
        (begun.claim, length.claim),
    )  # fmt: skip
