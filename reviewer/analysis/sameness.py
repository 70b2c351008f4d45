"""Whether two acts are about one and the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reviewer.analysis.antecedents import DEALS
from reviewer.analysis.clauses import Phrase, Words
from reviewer.analysis.cycles import About, state_words
from reviewer.analysis.events import Act

_ENOUGH = 0.5  # of the stems of the shorter theme
_SAID_ALIKE = 0.7  # of what one confirms and another denies
_CAPITALS = 2  # shared words of a name that make it the same name
_PLACES = 2  # names around in common that stand for those where the thing has none
_ANY_BODY = frozenset(("company", "government", "operator", "ministry", "authority", "agency"))
"""Doers that any name can stand for: "the Company" is Southern Link."""
_DEAL = "deal"
_COMMON = frozenset((
    "person", "man", "woman", "child", "million", "billion", "thing", "case", "work", "service",
    "step", "move", "plan", "worker", "resident", "family", "decision", "measure", "effort",
))  # fmt: skip
"""What one matter has many of: a bare "the dam" is one dam, "people" are not the same people."""
_UNITS = 12  # the most units that are numbered
_LOOSE = 3  # shared stems that stand for names where none are given


@dataclass(frozen=True, slots=True)
class Sameness:
    """``theme`` 0 to 1: how much of the thing's words are shared; ``agents``: whether the doers
    are named alike; ``named``: whether the thing itself is named alike."""

    theme: float
    agents: bool
    named: bool


def spelt_out(act: Act, aliases: Mapping[str, Words]) -> Act:
    """The act with what its short forms stand for: "the NWA" is the National Water Agency; a bare
    "the transaction" is the deal."""
    if len(act.theme.words) == 1 and act.theme.head in DEALS:
        act = replace(act, theme=replace(act.theme, head=_DEAL, core=(_DEAL,), words=(_DEAL,)))
    if not aliases.keys().isdisjoint(act.theme.words + act.agent.words):
        agent, theme = (_spelt_out(each, aliases) for each in (act.agent, act.theme))
        act = replace(act, agent=agent, theme=theme)
    agent, theme = (_in_one_word(each) for each in (act.agent, act.theme))
    return (
        act if (agent, theme) == (act.agent, act.theme) else replace(act, agent=agent, theme=theme)
    )


def _in_one_word(phrase: Phrase) -> Phrase:
    """ "Factory" is "plant"; the words of a name stay."""
    nouns = state_words().nouns
    if nouns.keys().isdisjoint(phrase.words):
        return phrase
    kept = set(phrase.capitals)

    def one(words: Words) -> Words:
        return tuple(dict.fromkeys(w if w in kept else nouns.get(w, w) for w in words))

    head = phrase.head if phrase.head in kept else nouns.get(phrase.head, phrase.head)
    return replace(phrase, head=head, core=one(phrase.core), words=one(phrase.words))


def _spelt_out(phrase: Phrase, aliases: Mapping[str, Words]) -> Phrase:
    def longer(words: Words) -> Words:
        return tuple(dict.fromkeys(full for word in words for full in aliases.get(word, (word,))))

    head = aliases.get(phrase.head, (phrase.head,))[-1]
    return replace(
        phrase,
        head=head,
        core=longer(phrase.core),
        words=longer(phrase.words),
        capitals=longer(phrase.capitals),
    )


def same_thing(
    one: Act, other: Act, openings: tuple[Words, Words], shared_names: int = 0
) -> Sameness | None:
    """How surely both acts are about one thing, or None.

    ``openings`` are the name stems at the beginning of the two texts: a bridge without a name is
    the same bridge only where the texts have a place in common. ``shared_names`` are those that
    both texts are about.
    """
    a, b = one.theme, other.theme
    shared = set(a.words) & set(b.words)
    if not shared or _contrast(a, b) or _contrast(_uncounted(one), _uncounted(other)):
        return None
    clause = one.stage is not None and one.stage.about is About.CLAUSE
    alike_in_words = _same_saying(a, b) if clause else _same_name(a, b)
    if not alike_in_words or (not clause and agents_differ(one, other)):
        return None
    if _foreign(one, other) and _foreign(other, one):
        return None
    coverage = len(shared) / min(len(a.words), len(b.words))
    if clause and coverage < _SAID_ALIKE and agents_differ(one, other):
        return None
    alike = Sameness(
        coverage,
        agents=bool(set(one.agent.words) & set(other.agent.words)),
        named=bool(set(a.capitals) & set(b.capitals)) or _is_there(one, other),
    )
    around = len(_context(one, openings[0]) & _context(other, openings[1]))
    if around and len((set(one.words) & set(other.words)) - shared) >= _LOOSE:
        around = _PLACES
    if shared_names >= _PLACES:
        around = _PLACES
        if one.stage and len(a.core) == 1 and a.core == b.core and a.head not in _COMMON:
            return alike
    return alike if coverage >= _ENOUGH and _is_known(alike, a, b, around) else None


def _is_there(one: Act, other: Act) -> bool:
    """Whether the one is named, and the other's sentence has that name: "the crossing at Kalna is
    closed" / "cars rolled through Kalna; the crossing is open"."""
    a, b = sorted((one, other), key=lambda act: -len(act.theme.capitals))
    return bool(a.theme.capitals and not b.theme.capitals and set(a.theme.capitals) <= set(b.words))


def _same_saying(one: Phrase, other: Phrase) -> bool:
    """Whether two that-clauses share more than the names in them."""
    plain = (set(one.words) - set(one.capitals)) & (set(other.words) - set(other.capitals))
    return len(plain) >= _CAPITALS


def _is_known(alike: Sameness, one: Phrase, other: Phrase, around: int) -> bool:
    """Whether enough is shared to know the thing by."""
    shared = set(one.words) & set(other.words)
    if len(shared) == 1:
        return alike.named or (alike.agents and one.core == other.core)
    return alike.named or alike.agents or around >= _PLACES or len(shared) >= _LOOSE


def _same_name(one: Phrase, other: Phrase) -> bool:
    """Whether the phrases have one head, share a name, or the one core holds the other.

    "Food prices" and "fuel prices" have one head, and each a word that sets it apart.
    """
    sides = {*one.marks, *other.marks}
    a, b = set(one.core) - sides, set(other.core) - sides
    shared = a & b
    if shared <= {one.head, other.head} and shared < a and shared < b:
        return False
    capitals = set(one.capitals) & set(other.capitals) & set(one.core) & set(other.core)
    return one.head == other.head or len(capitals) >= _CAPITALS or _contains(one, other)


def _contrast(one: Phrase, other: Phrase) -> bool:
    """ "Phase 1" and "Phase 2", "the northern section" and "the southern section"."""
    a, b = set(one.marks), set(other.marks)
    return bool(a - b and b - a)


def _uncounted(act: Act) -> Phrase:
    """Who does it, without how many they are: "214 landowners"; "Unit 3" is a name."""
    marks = (mark for mark in act.agent.marks if not (mark.isdecimal() and int(mark) > _UNITS))
    return replace(act.agent, marks=tuple(marks))


def agents_differ(one: Act, other: Act) -> bool:
    """Whether both name doers, and none of the one is among those of the other."""
    a, b = one.agent, other.agent
    if not a.head or not b.head or a.head in _ANY_BODY or b.head in _ANY_BODY:
        return False
    if a.capitals and b.capitals:
        small, large = sorted((set(a.capitals), set(b.capitals)), key=len)
        return not small & large or bool(small - large and large - small and len(small) > 1)
    return a.head != b.head and not set(a.words) & set(b.words)


def _foreign(one: Act, other: Act) -> set[str]:
    """Names of the one's phrases that the whole other sentence and its surroundings lack."""
    mine = set(one.theme.capitals) | set(one.agent.capitals)
    if len(one.agent.core) == 1:
        mine.add(one.agent.head)  # a name that opens its sentence looks like any word
    theirs = {*other.words, *other.context, *other.theme.words, *other.agent.words}
    return mine - theirs


def _contains(one: Phrase, other: Phrase) -> bool:
    """ "The water treaty" and "the water": one core within the other, both of some words."""
    a, b = set(one.core), set(other.core)
    return min(len(a), len(b)) >= _CAPITALS and (a <= b or b <= a)


def _context(act: Act, opening: Words) -> set[str]:
    return set(act.context) | set(opening)
