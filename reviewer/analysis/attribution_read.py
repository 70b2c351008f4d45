"""Who says what: quotations, and what follows "said"."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.analysis.clauses import Run, Words
from reviewer.analysis.events import Sentence
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.speakers import NOBODY, Speaker, speaker_of_quotation, subject_of
from reviewer.analysis.stems import noun_stem
from reviewer.analysis.subjects import speaker_in
from reviewer.analysis.tokens import Tokens

FEWEST = 5  # stems: shorter sayings are common property
_FEWEST_QUOTED = 2  # stems of at least five words
_PLAIN = 6  # words of a quotation that is known by small ones: "what we did not have was boats"
_NEAR = 12  # sentences behind a quotation in which its speaker may be named
_MARKS = {
    "\u201c": "\u201d", '"': '"', "\u2018": "\u2019", "\u00ab": "\u00bb", "\u201e": "\u201c",
}  # fmt: skip
"""What opens a quotation, and what closes it."""
_SAYING = frozenset(("said", "says", "stated", "insisted", "claimed", "announced", "added",
                     "warned", "argued", "confirmed", "reported", "that"))  # fmt: skip
_TELLING = (_SAYING - {"that"}) | {"according", "told"}
_TAIL = 12  # tokens
_SPELT = {
    f"{sign}{number}": (noun_stem(word), whole)
    for sign, whole in (("q", "quarter"), ("h", "half"))
    for number, word in enumerate(("first", "second", "third", "fourth"), 1)
}
"""How companies write what they say as "second quarter"."""
_DENIALS = frozenset(("not", "no", "never", "nobody", "none", "without", "cannot"))


@dataclass(frozen=True, slots=True)
class Utterance:
    """``text[start:end]`` is what ``speaker`` says; ``words`` are its stems in order.

    ``denials`` and ``figures`` are what a like utterance must share.
    """

    start: int
    end: int
    speaker: str
    sure: bool  # a word of saying stands by the name
    quoted: bool
    words: Words
    denials: int
    figures: frozenset[str]
    context: Words


def utterances_of(paragraph: tuple[Sentence, ...], last: str = "") -> Iterator[Utterance]:
    """The sayings of a paragraph whose speaker is known; ``last`` spoke in the one before."""
    if not any(_has_mark(each.tokens) for each in paragraph):
        for sentence in paragraph:
            own = _reporter(sentence.tokens)
            if own:
                yield from _utterance(sentence, *_reported(sentence.tokens), Speaker(own), False)
        return
    quotations = _quotations_of(paragraph)
    speakers = _speakers(paragraph, quotations, last)
    for sentence, runs, speaker in zip(paragraph, quotations, speakers, strict=True):
        for first, end in runs:
            yield from _utterance(sentence, first, end, speaker, True)
        if speaker.sure and not runs:
            yield from _utterance(sentence, *_reported(sentence.tokens), speaker, False)


def _quotations_of(paragraph: tuple[Sentence, ...]) -> list[list[tuple[int, int]]]:
    closing, found = "", []
    for sentence in paragraph:
        runs, closing = quotations(sentence.tokens, closing)
        found.append(runs)
    return found


def _speakers(
    paragraph: tuple[Sentence, ...], quotations: list[list[tuple[int, int]]], last: str
) -> list[Speaker]:
    """Whose each sentence's quotations are: named beside them, by "he said" for who was named
    before, or by the sentence next to them."""
    own = [
        speaker_of_quotation(sentence.tokens, runs)
        for sentence, runs in zip(paragraph, quotations, strict=True)
    ]
    subjects = [
        "" if runs else subject_of(sentence.tokens)
        for sentence, runs in zip(paragraph, quotations, strict=True)
    ]
    told = Speaker(last)
    found: list[Speaker] = []
    for place, speaker in enumerate(own):
        named = speaker
        if speaker.pronoun:
            named = Speaker(told.name)
        elif not speaker.name and not speaker.unnamed and quotations[place]:
            later = next(
                (each for each in own[place : place + _NEAR] if each.name and each.sure), NOBODY
            )
            before = found[-1] if found else NOBODY
            spoke = bool(place and quotations[place - 1])
            behind = Speaker(next(filter(None, subjects[place + 1 : place + _NEAR]), ""))
            choices = (before if spoke else NOBODY, later, told if place else behind)
            named = next((each for each in choices if each.name), NOBODY)
        found.append(named)
        if named.name or subjects[place]:
            told = Speaker(named.name or subjects[place])
    return found


def _has_mark(tokens: Tokens) -> bool:
    return any(mark in tokens.text for mark in _MARKS)


def _reporter(tokens: Tokens) -> str:
    return speaker_in(tokens, 0, len(tokens))


def _utterance(
    sentence: Sentence, first: int, end: int, speaker: Speaker, quoted: bool
) -> Iterator[Utterance]:
    tokens = sentence.tokens
    while end > first and not (tokens[end - 1].is_word or tokens[end - 1].is_number):
        end -= 1
    kept = [tokens[place] for place in range(first, end)]
    words, figures = _words_said(tokens, first, end)
    said = sum(token.is_word or token.is_number for token in kept)
    if quoted and said >= _PLAIN and len(words) < _FEWEST_QUOTED:
        words = tuple(token.low for token in kept if token.is_word)
    long = said >= FEWEST
    enough = long and len(words) >= _FEWEST_QUOTED if quoted else len(set(words)) >= FEWEST
    if not speaker.name or not enough:
        return
    yield Utterance(
        sentence.start + tokens[first].start,
        sentence.start + tokens[end - 1].end,
        speaker.name,
        speaker.sure,
        quoted,
        words,
        sum(token.low in _DENIALS or token.low.endswith("n't") for token in kept) % 2,
        figures,
        sentence.context,
    )


def _words_said(tokens: Tokens, first: int, end: int) -> tuple[Words, frozenset[str]]:
    """Stems in order, and figures; "Q2" is the second quarter."""
    words: list[str] = []
    figures: set[str] = set()
    for place in range(first, end):
        token = tokens[place]
        spelt = _SPELT.get(tokens[place - 1].low + token.low) if tokens.tight(place) else None
        if spelt:
            words[-1:] = spelt
        elif token.is_number:
            figures.add(token.text)
        elif token.is_word and token.low not in FUNCTION_WORDS:
            words.append(noun_stem(token.low))
    return tuple(words), frozenset(figures)


def quotations(tokens: Tokens, closing: str = "") -> tuple[list[tuple[int, int]], str]:
    """The runs of tokens between quotation marks; ``closing`` is the mark that ends an open one."""
    runs, first = [], 0
    for place in range(len(tokens)):
        text = tokens[place].text
        if closing:
            if text == closing:
                runs.append((first, place))
                closing = ""
        elif text in _MARKS:
            closing, first = _MARKS[text], place + 1
    if closing:
        runs.append((first, len(tokens)))
    return [run for run in runs if run[1] > run[0]], closing


def _reported(tokens: Tokens) -> Run:
    """What is reported: behind the word of saying, or the sentence without ", Ana Lund said on
    Monday" at its end or "According to Ana Lund," at its beginning."""
    commas = [place for place in range(len(tokens)) if tokens[place].text == ","]
    if tokens[0].low == "according" and commas:
        return Run(commas[0] + 1, len(tokens))
    tail = range(max(commas[-1], len(tokens) - _TAIL), len(tokens)) if commas else range(0)
    if tail and commas[-1] >= FEWEST and any(tokens[place].low in _TELLING for place in tail):
        return Run(0, commas[-1])
    for place in range(len(tokens)):
        if tokens[place].low in _SAYING and place + FEWEST < len(tokens):
            return Run(place + 1 + (tokens[place + 1].low == "that"), len(tokens))
    return Run(0, len(tokens))
