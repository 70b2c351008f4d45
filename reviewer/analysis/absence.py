"""What one text counts and another says there was none of: "12 votes" / "without any votes"."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reviewer.analysis.clauses import Words
from reviewer.analysis.events import Days, Sentence, days_near
from reviewer.analysis.nouns import FUNCTION_WORDS, is_plural
from reviewer.analysis.numbers import NUMBER_WORDS
from reviewer.analysis.stems import noun_stem
from reviewer.analysis.tokens import Tokens
from reviewer.domain.vocabulary import QuantityKind

_NONE = frozenset(("no", "zero", "without"))
_MORE = frozenset(("more", "fewer", "less", "longer", "further", "other", "additional", "new"))
_BEHIND = frozenset(("of", "has", "have", "was", "is", "were", "in", "following", "had"))
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Tally:
    """``text[start:end]`` says how many of a noun there are, or that there is none."""

    start: int
    end: int
    noun: str
    phrase: Words  # stems of the noun with what stands before it
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
            yield _tally(sentence, index, end, noun_stem(tokens[end - 1].low), none=True)
    for found in sentence.found:
        quantity = found.quantity
        least = quantity.low if quantity.low is not None else quantity.high
        counted = quantity.kind is QuantityKind.COUNT and quantity.unit
        if not counted or not isinstance(least, Decimal) or least <= 0:
            continue
        first = next((i for i in range(len(tokens)) if tokens[i].start >= found.start), 0)
        end = next((i for i in range(first, len(tokens)) if tokens[i].start >= found.end), first)
        noun = noun_stem(quantity.unit.split()[-1])
        last = _counted_until(tokens, first, max(end, first + 1))
        yield _tally(sentence, first, last, noun, none=False)


def _none_until(tokens: Tokens, index: int) -> int:
    """Where the noun behind "no", "zero" or "without (any)" ends, or 0: a plural, or two words and
    more before a verb or "of"."""
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
    return end if end > first + 1 and tokens.word(end) in _BEHIND else 0


def _counted_until(tokens: Tokens, first: int, end: int) -> int:
    """Where the noun phrase that a figure counts ends."""
    while end < first + _LONGEST + 1 and tokens.near(end):
        token = tokens[end]
        if not token.is_word or token.low in FUNCTION_WORDS or is_plural(tokens[end - 1].text):
            break
        end += 1
    return end


def _tally(sentence: Sentence, first: int, end: int, noun: str, *, none: bool) -> Tally:
    tokens = sentence.tokens
    return Tally(
        sentence.start + tokens[first].start,
        sentence.start + tokens[end - 1].end,
        noun,
        _words_of(tokens, first, end),
        none,
        " ".join(tokens.slice(first, end).split()),
        sentence.words,
        sentence.context,
        days_near(sentence, tokens[end - 1].end),
    )


def _words_of(tokens: Tokens, first: int, end: int) -> Words:
    """Stems without the figure or "no"."""
    words = (tokens[place] for place in range(first, end) if tokens[place].is_word)
    return tuple(
        noun_stem(word.low)
        for word in words
        if word.low not in FUNCTION_WORDS and word.low not in NUMBER_WORDS and word.low not in _NONE
    )
