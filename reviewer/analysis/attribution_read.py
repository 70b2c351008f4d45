"""Who says what: quotations, and what follows "said"."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.analysis.clauses import Words
from reviewer.analysis.events import Sentence
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.subjects import speaker_in
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.wordforms import stem

_FEWEST = 5  # stems: shorter sayings are common property
_OPENING, _CLOSING = "\u201c", "\u201d"
_SAYING = frozenset(("said", "says", "stated", "insisted", "claimed", "announced", "added",
                     "warned", "argued", "confirmed", "reported", "that"))  # fmt: skip
_DENIALS = frozenset(("not", "no", "never", "nobody", "none", "without", "cannot"))


@dataclass(frozen=True, slots=True)
class Utterance:
    """``text[start:end]`` is what ``speaker`` says; ``words`` are its stems in order.

    ``denials`` and ``figures`` are what a like utterance must share.
    """

    start: int
    end: int
    speaker: str
    quoted: bool
    words: Words
    denials: int
    figures: frozenset[str]
    context: Words


def utterances_of(paragraph: tuple[Sentence, ...]) -> Iterator[Utterance]:
    """The sayings of a paragraph whose speaker is named in it."""
    speakers = [speaker_in(each.tokens, 0, len(each.tokens)) for each in paragraph]
    inside = False
    for sentence, own in zip(paragraph, speakers, strict=True):
        speaker = own or next(filter(None, speakers), "")
        runs, inside = _quotations(sentence.tokens, inside)
        for first, end in runs:
            yield from _utterance(sentence, first, end, speaker, quoted=True)
        if own and not runs:
            first = _reported_from(sentence.tokens)
            yield from _utterance(sentence, first, len(sentence.tokens), own, quoted=False)


def _utterance(
    sentence: Sentence, first: int, end: int, speaker: str, *, quoted: bool
) -> Iterator[Utterance]:
    tokens = sentence.tokens
    while end > first and not (tokens[end - 1].is_word or tokens[end - 1].is_number):
        end -= 1
    kept = [tokens[place] for place in range(first, end)]
    words = tuple(
        stem(token.low) for token in kept if token.is_word and token.low not in FUNCTION_WORDS
    )
    if not speaker or len(set(words)) < _FEWEST:
        return
    yield Utterance(
        sentence.start + tokens[first].start,
        sentence.start + tokens[end - 1].end,
        speaker,
        quoted,
        words,
        sum(token.low in _DENIALS or token.low.endswith("n't") for token in kept) % 2,
        frozenset(token.text for token in kept if token.is_number),
        sentence.context,
    )


def _quotations(tokens: Tokens, inside: bool) -> tuple[list[tuple[int, int]], bool]:
    """The runs of tokens between quotation marks, and whether one is open at the end."""
    runs, first = [], 0
    for place in range(len(tokens)):
        text = tokens[place].text
        opens = text == _OPENING or (text == '"' and not inside)
        if opens:
            inside, first = True, place + 1
        elif inside and text in (_CLOSING, '"'):
            inside = False
            runs.append((first, place))
    if inside:
        runs.append((first, len(tokens)))
    return [run for run in runs if run[1] > run[0]], inside


def _reported_from(tokens: Tokens) -> int:
    """Behind the word of saying; the whole sentence where it stands at the end."""
    for place in range(len(tokens)):
        if tokens[place].low in _SAYING and place + _FEWEST < len(tokens):
            return place + 1 + (tokens[place + 1].low == "that")
    return 0
