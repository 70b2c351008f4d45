"""Who does it, and what it is done to: the phrases around a verb in their parts."""

from dataclasses import replace
from typing import NamedTuple

from reviewer.analysis.clauses import Phrase, Run, after, around, before, clause_after, phrase
from reviewer.analysis.cycles import About, Stage
from reviewer.analysis.nouns import FUNCTION_WORDS
from reviewer.analysis.stems import noun_stem
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.verbs import Verb

_FEW = 2  # words that tell a thing too barely
_ANYBODY = frozenset((
    "traffic", "public", "everyone", "all", "business", "visitors", "repairs", "maintenance", "at",
    "homes", "customers", "households",
))  # fmt: skip
_OWN = frozenset(("its", "their", "his", "her", "our"))
_DOORS = frozenset(("door", "doors", "gates", "shutters"))
"""What shuts with the whole: a school that closes its doors closes."""
_NOBODY = Run(0, 0)


class Parts(NamedTuple):
    """What stands before the verb and behind it."""

    ahead: Run
    behind: Run


def parts_of(tokens: Tokens, verb: Verb, thing: Run | None) -> Parts:
    """``thing`` stands for what is behind. Before ", built by" it is what the aside is about."""
    aside = verb.passive and verb.bare and tokens[verb.first - 1].text == ","
    ahead = before(tokens, verb.first - 1 if aside else verb.first)
    return Parts(ahead, thing or after(tokens, verb.end))


def roles_of(
    tokens: Tokens, start: int, verb: Verb, stage: Stage | None, parts: Parts, *, given: bool
) -> tuple[Phrase, Phrase]:
    """Who acts, and what is acted on; ``start`` is where the text of the tokens begins, ``given``
    whether what is behind is known to be the thing."""
    about = stage.about if stage and not given else About.OBJECT
    ahead, behind = parts
    if about is About.CLAUSE:
        who, what = ahead, clause_after(tokens, verb.end)
    elif about is About.SUBJECT:
        who, what = _NOBODY, ahead
    elif verb.passive:
        by = tokens[verb.end].low in (("by", "from") if stage and stage.lasting else ("by",))
        who, what = after(tokens, verb.end + 1) if by else _NOBODY, ahead
    else:
        who, what = ahead, behind
    theme = phrase(tokens, what, start)
    its_own = tokens[verb.end].low in _OWN and tokens[verb.end + 1].low in _DOORS
    if what is behind and (not theme.words or its_own):
        who, what, theme = _NOBODY, ahead, phrase(tokens, ahead, start)
    agent = phrase(tokens, who, start)
    if stage and stage.cycle == "access" and what is ahead and (user := _user(tokens, verb.end)):
        theme = replace(theme, marks=(*theme.marks, user))
    if what is ahead and len(theme.words) <= _FEW and not theme.capitals:
        theme = placed(theme, phrase(tokens, around(tokens, verb.end)))
    return agent, theme


def _user(tokens: Tokens, end: int) -> str:
    """ "Closed to lorries" says nothing of cars."""
    if tokens.word(end) not in ("to", "for"):
        return ""
    low = tokens.word(end + 1)
    plain = low.isalpha() and low not in FUNCTION_WORDS and low not in _ANYBODY
    return noun_stem(low) if plain else ""


def placed(thing: Phrase, circumstances: Phrase) -> Phrase:
    """ "Power was restored to homes in Porto Lagos": a bare thing is known by its surroundings."""
    return replace(
        thing,
        words=thing.words + tuple(w for w in circumstances.words if w not in thing.words),
        capitals=thing.capitals + circumstances.capitals,
        marks=thing.marks + circumstances.marks,
    )
