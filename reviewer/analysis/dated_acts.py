"""When one thing was done, told of two days: "signed on 3 March" / "signed on 10 March"."""

from collections.abc import Iterator
from datetime import date

from reviewer.analysis.antecedents import DEALS
from reviewer.analysis.cycles import CycleKind, state_words
from reviewer.analysis.events import Act, Days
from reviewer.analysis.matters import names_shared
from reviewer.analysis.numbers import NUMBER_WORDS
from reviewer.analysis.proposing import Told, of_two_texts, on_day
from reviewer.analysis.sameness import same_thing
from reviewer.analysis.sharing import sharing
from reviewer.analysis.verbs import Aspect
from reviewer.domain.claim import Claim
from reviewer.domain.periods import period_text
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

DAYS = "when it was done"
VERSION = 1
_YEAR = 366
_APART = ((62, 0.68), (_YEAR, 0.6), (4 * _YEAR, 0.5))
"""Days between the two, and the score: what is told of years apart was perhaps done twice."""
_COVERED = 0.7  # of the stems of the shorter theme
_THE = frozenset(("the", "its", "their", "his", "her", "this", "our", "construction", "work"))
_ANOTHER = frozenset(("previous", "earlier", "prior", "preceding", "former", "another"))
_TOGETHER = 2  # names of two texts, or stems of two themes, that make the thing one


def differing_days(acts: list[Told[Act]]) -> Iterator[SuggestedRelation]:
    """One deed of which two texts give days that exclude each other."""
    dated = [told for told in acts if _is_dated(told)]
    for one, other in sharing(dated, _keys, of_two_texts):
        a, b = one.item, other.item
        apart = _apart(a.days, b.days)
        score = next((score for most, score in _APART if apart <= most), 0.0)
        if not apart or not score or not _is_one_deed(one, other):
            continue
        moved = _is_to_come(one) or _is_to_come(other)
        yield SuggestedRelation(
            RelationKind.UPDATES if moved else RelationKind.CONTRADICTS,
            Dimension.TEMPORAL,
            score,
            DAYS,
            VERSION,
            f"Both give a time for “{_words(one, a.theme.start, a.theme.end)}”: "
            f"“{a.said}”{on_day(a.days)} against “{b.said}”{on_day(b.days)}.",
            (_claim(one), _claim(other)),
        )


def _is_dated(told: Told[Act]) -> bool:
    """Not what goes up and down each year, and not "50 years ago", which is a round number."""
    act = told.item
    moves = act.stage is not None and act.stage.kind is CycleKind.MOVEMENT
    often = moves or act.axis.removeprefix("do:") in state_words().often
    if often or act.days is None or act.aspect not in (Aspect.DONE, Aspect.PLANNED):
        return False
    ago = told.text.text[slice(*act.dated)].endswith("ago")
    return not ago and (act.days[1] - act.days[0]).days <= _YEAR


def _keys(told: Told[Act]) -> Iterator[tuple[str, str]]:
    act = told.item
    deed = f"{act.axis} {act.stage.name}" if act.stage else act.axis
    if deed == "do:clos" and act.theme.head in DEALS:
        deed = "do:complet"
    for word in {*act.theme.core, *act.theme.capitals}:
        yield deed, word


def _is_one_deed(one: Told[Act], other: Told[Act]) -> bool:
    a, b = one.item, other.item
    names = names_shared(one.text.topic, other.text.topic)
    alike = same_thing(a, b, (one.text.opening, other.text.opening), names)
    if not alike or alike.theme < _COVERED or set(a.theme.marks) != set(b.theme.marks):
        return False
    if _is_another(one) != _is_another(other):
        return False
    if a.theme.head != b.theme.head or not (_is_definite(one) and _is_definite(other)):
        return False
    mine, theirs = set(a.theme.core), set(b.theme.core)
    if not (mine <= theirs | set(b.theme.words) or theirs <= mine | set(a.theme.words)):
        return False
    known = alike.named or alike.agents or names >= _TOGETHER
    return known or len(mine & theirs) > _TOGETHER


def _is_another(told: Told[Act]) -> bool:
    """ "The previous outbreak", "a second ship"."""
    theme = told.item.theme
    return not _ANOTHER.isdisjoint(told.text.text[theme.start : theme.end].lower().split())


def _is_definite(told: Told[Act]) -> bool:
    """Whether the thing is one that is known, and not "nine more cases": named, or with "the"."""
    theme = told.item.theme
    first = told.text.text[theme.start : theme.end].lower().partition(" ")[0]
    counted = first in NUMBER_WORDS or first[:1].isdigit()
    named = not set(theme.capitals).isdisjoint(theme.core)
    return not counted and (named or first in _THE)


def _apart(one: Days | None, other: Days | None) -> int:
    """Days between the two periods; 0 where they meet."""
    if one is None or other is None:
        return 0
    return max((other[0] - one[1]).days, (one[0] - other[1]).days, 0)


def _is_to_come(told: Told[Act]) -> bool:
    days = told.item.days
    return bool(days and days[1] > (told.text.reference or date.max))


def _words(told: Told[Act], start: int, end: int) -> str:
    return " ".join(told.text.text[start:end].split())


def _claim(told: Told[Act]) -> SuggestedClaim:
    """The day itself is what is claimed."""
    act = told.item
    assert act.days is not None
    start, end = act.dated
    exact = told.text.text[start:end]
    day = Quantity(QuantityKind.DATE, *act.days, raw=exact)
    thing = _words(told, act.theme.start, act.theme.end)
    claim = Claim(thing, act.said, day, period_text(*act.days))
    return SuggestedClaim(told.text.source, start, end, exact, claim)
