"""What a clause takes up from before it: "has yet to approve it", "the pact, which both signed"."""

from reviewer.analysis.clauses import PREPOSITIONS, Phrase, Run, Words
from reviewer.analysis.cycles import state_words
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.stems import noun_stem
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.verbs import Verb

DEALS = frozenset((
    "purchase", "takeover", "acquisition", "merger", "deal", "sale", "transaction", "buyout",
    "combination", "bid", "offer", "term", "concentration", "tieup",
))  # fmt: skip
"""What companies conclude with each other: in texts on one matter it is one."""
_THINGS = frozenset((
    "budget", "measure", "proposal", "project", "plant", "dam", "bridge", "tender", "rule",
    "resolution", "motion", "permit", "licence", "license", "vaccine", "drug", "report", "tax",
))  # fmt: skip
"""And what else a verb with "it" is told of."""
_PRONOUNS = frozenset(("it", "them", "this", "these"))
_FAR, _LONG = 6, 8  # tokens from "which" to its verb's doer, and of what it takes up


def is_pronoun(tokens: Tokens, place: int) -> bool:
    """Whether "it" and not "this bridge" stands there."""
    then = tokens[place + 1]
    return tokens[place].low in _PRONOUNS and (not then.is_word or then.low in FUNCTION_WORDS)


def taken_up(tokens: Tokens, place: int, nearby: Words, start: int) -> Phrase:
    """What the pronoun at ``place`` can stand for: the last thing named that is concluded, approved
    or built, in the sentence or before; nothing where none is."""
    named = {word for word, kind in state_words().names.items() if kind not in ("body", "inquiry")}
    known = named | DEALS | _THINGS
    own = [noun_stem(tokens[each].low) for each in range(place - 1, -1, -1)]
    found = next((word for word in (*own, *reversed(nearby)) if word in known), "")
    token = tokens[place]
    words = (found,) if found else ()
    return Phrase(start + token.start, start + token.end, found, words, words)


def relative_of(tokens: Tokens, verb: Verb, ahead: Run) -> Run | None:
    """The name before "which", where "which" is what the verb is done to: "the pact, which the
    council signed on 11 March"."""
    if verb.passive or ahead.end <= ahead.first:
        return None
    place = ahead.first - 1
    while place > max(0, ahead.first - _FAR) and tokens[place].low != "which":
        if not tokens[place].is_word:
            return None
        place -= 1
    if tokens[place].low != "which":
        return None
    end = place - (tokens[place - 1].text == ",")
    first = end
    while first > 0 and end - first < _LONG and _is_of_name(tokens, first - 1):
        first -= 1
    return Run(first, end) if first < end else None


def _is_of_name(tokens: Tokens, place: int) -> bool:
    token = tokens[place]
    return token.is_word and token.low not in FUNCTION_WORDS and token.low not in PREPOSITIONS
