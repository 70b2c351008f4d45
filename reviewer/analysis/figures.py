"""Every figure of a short text with the words around it, for holding a claim against evidence.

Wider than what is suggested as a claim: here "the number of recoveries reached 66" counts as well.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from reviewer.analysis.bounds import bounded, leading_bound
from reviewer.analysis.concepts import concepts
from reviewer.analysis.conversion import in_base
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.quantities import read_quantities
from reviewer.analysis.stems import verb_stem
from reviewer.analysis.tokens import Tokens
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_AROUND = 6  # tokens on either side that tell what a figure is of
_BREAKS = frozenset(",;.:()")
_LEADS = frozenset(("before", "after", "by", "following"))
_BETWEEN = frozenset(("the", "in", "on", "of", "early", "late", "mid", "year", "day", "beginning"))
_QUALIFIERS = frozenset(("some", "almost", "just", "about", "another", "only", "less", "more"))
_ONE = Decimal(1)
_SCORE = "score"
_SCORES = ("/10", "/5", "/100")


@dataclass(frozen=True, slots=True)
class Figure:
    """``quantity`` is in the base unit of its ``dimension``. ``near`` are stems on its side of the
    nearest breaks, ``around`` those of a wider window; ``lead`` is a word such as "before" that
    stands before a date."""

    quantity: Quantity
    dimension: str
    near: frozenset[str]
    around: frozenset[str]
    lead: str


def figures_of(text: str, reference: date | None = None) -> tuple[Figure, ...]:
    """The figures of a text in order. Time grows with its length."""
    tokens = Tokens(text)
    starts = {tokens[place].start: place for place in range(len(tokens))}
    found: list[Figure] = []
    covered = 0
    for each in read_quantities(text, reference=reference):
        first = starts.get(each.start, 0)
        end = first
        while end < len(tokens) and tokens[end].start < each.end:
            end += 1
        if each.quantity.kind is QuantityKind.COUNT and _score(tokens, end - 1, _ONE)[0] > end:
            continue  # "7.4 out of 10": the bare numbers are one score
        covered = _bare(tokens, covered, first, found)
        if first >= covered:
            found.append(_figure(tokens, first, end, each.quantity))
            covered = end
    _bare(tokens, covered, len(tokens), found)
    return tuple(found)


def _bare(tokens: Tokens, first: int, end: int, found: list[Figure]) -> int:
    """Adds the numbers that no reader took: they count what stands before them, or are a score.

    Gives the token behind the last of them, or ``first``.
    """
    place = behind = first
    while place < end:
        value = _value(tokens, place)
        if value is None or _is_name_part(tokens, place):
            place += 1
            continue
        stop, quantity = _score(tokens, place, value)
        bound, start = leading_bound(tokens, place, first)
        if bound:
            quantity = bounded(quantity, bound, tokens.slice(start, place))
        raw = tokens.slice(start, stop)
        found.append(_figure(tokens, start, stop, replace(quantity, raw=raw)))
        place = behind = stop
    return behind


def _value(tokens: Tokens, place: int) -> Decimal | None:
    if not tokens[place].is_number:
        return None
    try:
        return Decimal(tokens[place].text.replace(",", ""))
    except InvalidOperation:
        return None


def _is_name_part(tokens: Tokens, place: int) -> bool:
    """ "Mi-26", "Maroon 5", "Student of the Year 2"."""
    before = tokens[place - 1]
    if tokens.tight(place):
        return before.is_word or before.is_dash or before.text in ("#", ":", "/")
    if not (before.is_capital and tokens.near(place) and len(before.text) > 1):
        return False
    loose = before.low in FUNCTION_WORDS or before.low.endswith("ly") or before.low in _QUALIFIERS
    return not tokens.opens_sentence(place - 1) or not loose


def _score(tokens: Tokens, place: int, value: Decimal) -> tuple[int, Quantity]:
    """ "8.4/10" and "55 out of 100" as percent, and where they end."""
    behind = 0
    if tokens[place + 1].text == "/" and tokens.tight(place + 1):
        behind = place + 2
    elif tokens.phrase_at(place + 1, ("out", "of")):
        behind = place + 3
    whole = _value(tokens, behind) if behind else None
    if not whole:
        return place + 1, Quantity(QuantityKind.COUNT, value, value)
    share = value / whole
    return behind + 1, Quantity(QuantityKind.FRACTION, share, share, base=_SCORE)


def _figure(tokens: Tokens, first: int, end: int, told: Quantity) -> Figure:
    quantity = in_base(told) or told
    unit = frozenset(_root(word) for word in told.unit.split() if word.isalpha())
    near = unit | _stems(tokens, _edge(tokens, first - 1, -1), first)
    near |= _stems(tokens, end, _edge(tokens, end, 1))
    around = _stems(tokens, max(0, first - 2 * _AROUND), end + 2 * _AROUND)
    return Figure(quantity, _dimension(told, quantity), near, around, _lead(tokens, first))


def _lead(tokens: Tokens, first: int) -> str:
    place = first - 1
    while place > first - 4 and tokens[place].low in _BETWEEN:
        place -= 1
    return tokens[place].low if tokens[place].low in _LEADS else ""


def _edge(tokens: Tokens, place: int, step: int) -> int:
    """Where the clause of the figure breaks off, or another figure stands."""
    for _ in range(_AROUND):
        token = tokens[place]
        if not token.text or token.text in _BREAKS or token.is_number:
            break
        place += step
    return place + 1 if step < 0 else place


def _stems(tokens: Tokens, first: int, end: int) -> frozenset[str]:
    return frozenset(
        _root(tokens[place].low)
        for place in range(max(0, first), end)
        if tokens[place].is_word and tokens[place].low not in FUNCTION_WORDS
    )


def _root(word: str) -> str:
    """The stem, or what the word is called in the table of concepts: "deaths", "killed"."""
    low = word.lower()
    return concepts().folded.get(low) or verb_stem(low)


def _dimension(told: Quantity, quantity: Quantity) -> str:
    """What the figure can be held against: shares, scores, lengths, people and dams alike."""
    scored = told.kind is QuantityKind.FRACTION and told.raw.endswith(_SCORES)
    if told.base == _SCORE or scored:
        return _SCORE
    return told.kind.value if quantity is told else quantity.unit
