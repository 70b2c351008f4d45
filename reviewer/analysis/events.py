"""What each sentence says came about, or did not: the verb, its stage, who, what and when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from reviewer.analysis.antecedents import is_pronoun, relative_of, taken_up
from reviewer.analysis.clauses import (
    PREPOSITIONS,
    Phrase,
    Run,
    Words,
    after,
    around,
    clause_after,
    is_date_word,
    phrase,
)
from reviewer.analysis.cycles import About, Phrases, Stage, state_words
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.roles import parts_of, placed, roles_of
from reviewer.analysis.stems import noun_stem
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.verbs import BE, Aspect, Verb, aspect_before, is_past, leads_on, verb_at
from reviewer.domain.vocabulary import QuantityKind

Days = tuple[date, date]
_DETERMINERS = frozenset((
    "the", "a", "an", "its", "their", "his", "her", "our", "this", "these", "of", "no", "any",
))  # fmt: skip
_SPEECH = frozenset(("said", "told", "added", "noted", "wrote", "stated", "explained", "recalled"))
_NOT_WHEN = frozenset(("since", "until", "by", "the", "its", "from", "their", "before", "after"))
_DENIED = {Aspect.DONE: Aspect.NOT_DONE, Aspect.NOT_DONE: Aspect.DONE}
_NONE_OF = {Aspect.DONE: Aspect.NOT_DONE, Aspect.PLANNED: Aspect.NOT_PLANNED}
_WANTING = frozenset((
    "need", "needs", "require", "requires", "await", "awaits", "awaiting", "lack", "lacks", "seeks",
    "needed", "required", "awaited", "lacked",
))  # fmt: skip
_CONSENTS = frozenset((
    "approval", "consent", "clearance", "permission", "authorisation", "authorization", "backing",
))  # fmt: skip
_NODS = frozenset(("approval", "consent", "blessing", "backing", "go", "nod", "clearance"))
_LACKING = frozenset(("without", "lost"))
_SIGNS = frozenset(",;:.\u2014\u201c\u201d")
_NOWHERE = (0, 0)
_LONGEST_OBJECT = 10  # tokens
_FAR_CONSENT = 5  # tokens from "needs" to its "approval"
_IN_THE = (["in"], ["during"], ["for"])
_BEHIND = 10_000  # further than any place in a sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text that begins at ``start``; ``found`` has places within the sentence.

    ``context`` holds the name stems of it, of the sentence before and of the opening of the text;
    ``nearby`` all stems of these other two.
    """

    start: int
    tokens: Tokens
    found: tuple[FoundQuantity, ...]
    words: Words
    context: Words
    nearby: Words


@dataclass(frozen=True, slots=True)
class Act:
    """``text[start:end]`` says that ``theme`` came into a state, or did not, or will.

    ``axis`` is a cycle of the table, or ``do:`` and the stem of a verb that is in none.
    """

    start: int
    end: int
    axis: str
    stage: Stage | None
    aspect: Aspect
    agent: Phrase
    theme: Phrase
    words: Words  # stems of the whole sentence
    context: Words
    days: Days | None  # when, if the sentence says so
    dated: tuple[int, int]  # where the text says it
    said: str


def acts_of(sentence: Sentence) -> Iterator[Act]:
    """The acts of one sentence in order; questions have none."""
    tokens = sentence.tokens
    if len(tokens) and tokens[len(tokens) - 1].text == "?":
        return
    index = 0
    while index < len(tokens):
        if tokens[index].low in _WANTING:
            yield from filter(_can_be_met, _wanting(sentence, index))
        stages, end = _phrase_at(tokens, index, state_words().phrases)
        if stages:
            yield from filter(_can_be_met, _states(sentence, stages, index, end))
        if tokens[index].low in state_words().states:
            yield from filter(_can_be_met, _said_to_be(sentence, index))
        if tokens[index].is_word and not _is_nominal(tokens, index):
            verb = verb_at(tokens, index)
            if verb and not _is_unreal(tokens, verb.first):
                yield from filter(_can_be_met, _events(sentence, verb, index))
        index = max(end, index + 1)


def _can_be_met(act: Act) -> bool:
    """Whether the thing is told by more than one common word or its state is in the table: else no
    other text can be held to speak of the same."""
    theme = act.theme
    known = len(theme.words) > 1 or bool(theme.capitals or act.agent.head)
    denied = act.aspect is Aspect.NOT_DONE
    return bool(theme.core) and (known or denied or act.stage is not None)


def _phrase_at(tokens: Tokens, index: int, known: Phrases) -> tuple[tuple[Stage, ...], int]:
    for words, stages in known.get(tokens[index].low, ()):
        if tokens.phrase_at(index, words):
            return stages, index + len(words)
    return (), index


def _states(sentence: Sentence, stages: tuple[Stage, ...], index: int, end: int) -> Iterator[Act]:
    tokens = sentence.tokens
    aspect, first = aspect_before(tokens, index)
    if aspect is None or _is_unreal(tokens, first):
        return
    be = any(tokens[place].low in BE for place in range(first, index))
    nominal = tokens[end - 1].low == "of" and not is_past(tokens[index].low)
    if nominal and not _opens_milestone(tokens, index, end):
        stages = tuple(stage for stage in stages if stage.lasting)
    if tokens[index].low in _LACKING and stages[0].cycle == "access":
        yield from _lacking(sentence, stages, (first, index, end), aspect)
        return
    leads = tokens[end - 1].low in PREPOSITIONS
    active = leads or (not be and is_past(tokens[index].low))
    for stage in stages:
        verb = Verb("", first, end, aspect, passive=not active, bare=False)
        lasting = aspect is Aspect.DONE and stage.lasting
        yield _act(sentence, verb, stage, Aspect.ONGOING if lasting else aspect)


def _lacking(
    sentence: Sentence, stages: tuple[Stage, ...], places: tuple[int, int, int], aspect: Aspect
) -> Iterator[Act]:
    """ "Homes are without power" is told of the power."""
    first, _, end = places
    verb = Verb("", first, end, aspect, passive=True, bare=False)
    for stage in stages:
        act = _act(sentence, verb, stage, aspect)
        thing = phrase(sentence.tokens, Run(end - 1, end), sentence.start)
        yield replace(act, theme=placed(thing, act.theme))


def _said_to_be(sentence: Sentence, index: int) -> Iterator[Act]:
    """ "Is open", "remains in effect": the word alone, as in "the open road", says nothing."""
    tokens = sentence.tokens
    stages, end = _phrase_at(tokens, index, state_words().states)
    if not stages:
        return
    aspect, first = aspect_before(tokens, index)
    is_said = any(tokens[place].low in BE for place in range(first, index))
    if aspect is None or not is_said or _is_unreal(tokens, first):
        return
    for stage in stages:
        verb = Verb("", first, end, aspect, passive=True, bare=False)
        lasting = aspect is Aspect.DONE and stage.lasting
        yield _act(sentence, verb, stage, Aspect.ONGOING if lasting else aspect)


def _made_so(sentence: Sentence, verb: Verb) -> Iterator[Act]:
    """ "Left its key rate unchanged", "found the mayor guilty": a state behind the object."""
    tokens = sentence.tokens
    if verb.aspect is Aspect.ONGOING:
        return
    for place in range(verb.end + 1, min(verb.end + _LONGEST_OBJECT, len(tokens))):
        if tokens[place].text in _SIGNS or tokens[place].low in PREPOSITIONS:
            return
        stages, end = _phrase_at(tokens, place, state_words().states)
        for stage in stages:
            thing = Run(verb.end, place)
            yield _act(sentence, verb._replace(end=end), stage, verb.aspect, thing)
        if stages:
            return


def _given(sentence: Sentence, verb: Verb) -> Iterator[Act]:
    """ "Gave the transaction their unanimous approval": what the noun tells of is done to the
    object before it."""
    tokens = sentence.tokens
    for place in range(verb.end + 1, min(verb.end + _LONGEST_OBJECT, len(tokens))):
        if tokens[place].text in _SIGNS or tokens[place].low in PREPOSITIONS:
            return
        then = tokens[place + 1]
        if tokens[place].low in _NODS and (not then.is_word or then.low in FUNCTION_WORDS):
            first = next((each for each in range(verb.end + 1, place + 1)
                          if tokens[each].low in _DETERMINERS), place)  # fmt: skip
            for stage in state_words().verbs["approv"]:
                yield _act(sentence, verb, stage, verb.aspect, Run(verb.end, first))
            return


def _wanting(sentence: Sentence, index: int) -> Iterator[Act]:
    """ "Still needs federal approval of its plans": the plans await a decision."""
    tokens = sentence.tokens
    for place in range(index + 1, index + _FAR_CONSENT):
        if tokens[place].low in _CONSENTS and tokens[place + 1].low in ("of", "for"):
            verb = Verb("", index, place + 2, Aspect.ONGOING, passive=False, bare=False)
            waiting = next(stage for stage in state_words().verbs["await"] if stage.lasting)
            if not _is_unreal(tokens, index):
                yield replace(_act(sentence, verb, waiting, Aspect.ONGOING), agent=Phrase())
        if tokens[place].text in _SIGNS or tokens[place].low in PREPOSITIONS:
            return


def _opens_milestone(tokens: Tokens, index: int, end: int) -> bool:
    """ "Breakthrough of the headrace tunnel: 14 December 2024"; in a sentence the noun says
    nothing of whether it came about."""
    behind = after(tokens, end)
    dated = any(tokens[place].is_number for place in range(behind.end + 1, behind.end + 4))
    opens = not any(tokens[place].is_word or tokens[place].is_number for place in range(index))
    return opens and tokens[behind.end].text == ":" and dated


def _events(sentence: Sentence, verb: Verb, index: int) -> Iterator[Act]:
    if sentence.tokens.word(index + 1) == "to" and leads_on(sentence.tokens[index].low):
        return  # "failed to warn" tells of the warning
    if verb.aspect in _DENIED and _is_denied(sentence.tokens, verb.first):
        verb = verb._replace(aspect=_DENIED[verb.aspect])
    if not verb.passive and verb.stem in state_words().made:
        made = tuple((_given if verb.stem == "giv" else _made_so)(sentence, verb))
        yield from made
        if made:
            return
    for stage in state_words().verbs.get(verb.stem, ()):
        if not (stage.lasting and verb.aspect is Aspect.DONE and verb.bare):
            yield _act(sentence, verb, stage, verb.aspect)
    low = sentence.tokens[index].low
    if low in _SPEECH:
        return
    told = is_past(low) or not verb.bare or verb.stem in state_words().stative
    plain = verb.aspect is not Aspect.DONE or told
    if plain and low not in BE and verb.aspect is not Aspect.ONGOING:
        yield _act(sentence, verb, None, verb.aspect)


def _act(
    sentence: Sentence,
    verb: Verb,
    stage: Stage | None,
    aspect: Aspect,
    thing: Run | None = None,
) -> Act:
    """``thing`` is what is in the state where that is not to be read off the verb."""
    tokens = sentence.tokens
    parts = parts_of(tokens, verb, thing)
    given = thing is not None
    if not given and parts.behind.end <= parts.behind.first and _is_of_object(stage):
        parts = parts._replace(behind=relative_of(tokens, verb, parts.ahead) or parts.behind)
    agent, theme = roles_of(tokens, sentence.start, verb, stage, parts, given=given)
    if not given and not verb.passive and _is_of_object(stage) and is_pronoun(tokens, verb.end):
        agent = phrase(tokens, parts.ahead, sentence.start)
        theme = taken_up(tokens, verb.end, sentence.nearby, sentence.start)
    if aspect in _NONE_OF and any(_is_none(tokens, part) for part in parts):
        aspect = _NONE_OF[aspect]
    clause = stage is not None and stage.about is About.CLAUSE and not given
    last = clause_after(tokens, verb.end) if clause else parts.behind
    if last.end <= last.first:
        last = around(tokens, verb.end)
    first, end = _without_signs(tokens, min(parts.ahead.first, verb.first), max(verb.end, last.end))
    return Act(
        sentence.start + tokens[first].start,
        sentence.start + tokens[end - 1].end,
        stage.cycle if stage else f"do:{state_words().synonyms.get(verb.stem, verb.stem)}",
        stage,
        aspect,
        agent,
        theme,
        sentence.words,
        sentence.context,
        *_dated(sentence, tokens[verb.end - 1].end),
        " ".join(tokens.slice(verb.first, verb.end).split()),
    )


def _is_of_object(stage: Stage | None) -> bool:
    return stage is None or stage.about is About.OBJECT


def _is_none(tokens: Tokens, run: Run) -> bool:
    """ "No convoy", "none of the", "nobody"; "no fewer than 12" is some."""
    low, then = tokens[run.first].low, tokens[run.first + 1].low
    denies = low in ("no", "none", "nobody", "neither", "nothing") and run.end > run.first
    if tokens[run.first - 1].low == "neither" and run.end > run.first:
        return True
    return denies and then not in ("more", "fewer", "less", "later", "doubt", "longer")


def _is_nominal(tokens: Tokens, index: int) -> bool:
    """Whether a word that looks like a verb is an adjective or noun: "the affected area"."""
    if tokens[index].is_capital or tokens[index - 1].low in _DETERMINERS:
        return True
    dashed = tokens[index - 1].is_dash and tokens.tight(index)
    return dashed or (tokens[index + 1].is_dash and tokens.tight(index + 1))


def _is_unreal(tokens: Tokens, first: int) -> bool:
    """Whether "if", "unless", "before" and the like open the clause."""
    irrealis = state_words().irrealis
    for place in range(first - 1, max(-1, first - 16), -1):
        token = tokens[place]
        if token.text in (",", ";", ":", "\u201c", "\u201d", "\u2014"):
            return False
        doing = token.low == "before" and tokens[place + 1].low.endswith("ing")
        if token.low in irrealis and not doing:
            return True  # "before reaching this decision" leads a clause that is real
    return False


def _is_denied(tokens: Tokens, first: int) -> bool:
    """ "Denied that water had leaked": told as what did not come about."""
    for place in range(first - 1, max(-1, first - 12), -1):
        token = tokens[place]
        if token.text in _SIGNS:
            return False
        if token.low == "that" and place:
            lead = {tokens[each].low for each in range(max(0, place - 3), place)}
            return not lead.isdisjoint(("denied", "denies", "denying", "untrue", "false", "ruled"))
    return False


def _without_signs(tokens: Tokens, first: int, end: int) -> tuple[int, int]:
    while first < end - 1 and not (tokens[first].is_word or tokens[first].is_number):
        first += 1
    while end - 1 > first and tokens[end - 1].text in (",", ".", ";", ":", "\u201d", '"'):
        end -= 1
    return first, end


def days_near(sentence: Sentence, at: int) -> Days | None:
    """The date that stands nearest behind ``at``, a place in the sentence, else nearest before."""
    return _dated(sentence, at)[0]


def _dated(sentence: Sentence, at: int) -> tuple[Days | None, tuple[int, int]]:
    best: tuple[int, Days, tuple[int, int]] | None = None
    for found in sentence.found:
        low, high = found.quantity.low, found.quantity.high
        dated = found.quantity.kind is QuantityKind.DATE
        if not dated or not isinstance(low, date) or not isinstance(high, date):
            continue
        lead = sentence.tokens.text[max(0, found.start - 12) : found.start].lower().split()
        if lead and lead[-1] in _NOT_WHEN and lead[-2:-1] not in _IN_THE:
            continue
        far = found.start - at if found.start >= at else _BEHIND + at - found.end
        if best is None or far < best[0]:
            best = (far, (low, high), (sentence.start + found.start, sentence.start + found.end))
    return best[1:] if best else (None, _NOWHERE)


@lru_cache(256)
def names_in(tokens: Tokens) -> Words:
    """Stems of capital words; those that open a sentence may be no names."""
    return tuple(dict.fromkeys(noun_stem(tokens[place].low) for place in _names(tokens)))


def inner_names(tokens: Tokens) -> Words:
    """Stems of the capital words that open no sentence."""
    places = (place for place in _names(tokens) if not tokens.opens_sentence(place))
    return tuple(dict.fromkeys(noun_stem(tokens[place].low) for place in places))


def _names(tokens: Tokens) -> Iterator[int]:
    for place, token in enumerate(tokens):
        name = token.is_word and token.is_capital and token.low not in FUNCTION_WORDS
        if name and not is_date_word(token.low):
            yield place
