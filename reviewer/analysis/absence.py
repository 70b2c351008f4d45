"""What one text counts and another says there was none of: "12 votes" / "without any votes"."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reviewer.analysis.clauses import Words
from reviewer.analysis.events import Days, Sentence, days_near
from reviewer.analysis.nouns import FUNCTION_WORDS, is_plural
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.wordforms import stem
from reviewer.domain.vocabulary import QuantityKind

_NONE = frozenset(("no", "zero", "without"))
_MORE = frozenset(("more", "fewer", "less", "longer", "further", "other", "additional", "new"))
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Tally:
    """``text[start:end]`` says how many of a noun there are, or that there is none."""

    start: int
    end: int
    noun: str
    none: bool
    said: str
    words: Words
    context: Words
    days: Days | None


def tallies_of(sentence: Sentence) -> Iterator[Tally]:
    """What the sentence denies with "no …", and what it counts."""
    tokens = sentence.tokens
    for index in range(len(tokens)):
        end = _none_until(tokens, index)
        if end:
            yield _tally(sentence, index, end, stem(tokens[end - 1].low), none=True)
    for found in sentence.found:
        quantity = found.quantity
        least = quantity.low if quantity.low is not None else quantity.high
        counted = quantity.kind is QuantityKind.COUNT and quantity.unit
        if not counted or not isinstance(least, Decimal) or least <= 0:
            continue
        first = next((i for i in range(len(tokens)) if tokens[i].start >= found.start), 0)
        end = next((i for i in range(first, len(tokens)) if tokens[i].start >= found.end), first)
        noun = stem(quantity.unit.split()[-1])
        yield _tally(sentence, first, max(end, first + 1), noun, none=False)


def _none_until(tokens: Tokens, index: int) -> int:
    """Where the plural behind "no", "zero" or "without (any)" ends, or 0."""
    if tokens[index].low not in _NONE:
        return 0
    first = index + 1 + (tokens.word(index + 1) == "any")
    end = first
    while end < first + _LONGEST and tokens.near(end):
        token = tokens[end]
        if not token.is_word or token.low in FUNCTION_WORDS or token.low in _MORE:
            break
        end += 1
        if is_plural(token.text):
            return end
    return 0


def _tally(sentence: Sentence, first: int, end: int, noun: str, *, none: bool) -> Tally:
    tokens = sentence.tokens
    return Tally(
        sentence.start + tokens[first].start,
        sentence.start + tokens[end - 1].end,
        noun,
        none,
        " ".join(tokens.slice(first, end).split()),
        sentence.words,
        sentence.context,
        days_near(sentence, tokens[end - 1].end),
    )
