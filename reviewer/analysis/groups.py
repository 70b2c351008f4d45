"""None of a group in the one text, some of it in the other: "no official has been charged"."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewer.analysis.clauses import Phrase
from reviewer.analysis.cycles import About, CycleKind, state_words
from reviewer.analysis.events import Act, Days
from reviewer.analysis.matters import names_shared
from reviewer.analysis.naming_read import ROLES
from reviewer.analysis.proposing import (
    Told,
    claim_in_words,
    days_apart,
    in_denial,
    of_two_texts,
    on_day,
    when_told,
)
from reviewer.analysis.sameness import agents_differ
from reviewer.analysis.sharing import sharing
from reviewer.analysis.verbs import Aspect
from reviewer.domain.suggestion import SuggestedRelation

GROUP = "none of a group"
VERSION = 1
_CHIEF = 8  # names of a text by which pairs are looked up
_SHARED = 2  # names that make the matter one
_SAME_TIME = 30  # days
_NOTHING = frozenset((
    "nothing", "paper", "document", "text", "agreement", "deal", "piece", "such",
))  # fmt: skip
"""None of which is signed where nothing is."""
_SIGNED = "agreement"
_NONE = ("nothing", "no ", "none ", "nobody", "neither ", "not one ", "not a single ", "no-one")
_ANYBODY = frozenset(("person", "nobody", "one", "anyone", "single", "none", "individual"))
_PEOPLE = frozenset((
    "person", "official", "worker", "soldier", "civilian", "resident", "suspect", "man", "woman",
    "child", "employee", "farmer", "family", "villager", "student", "teacher", "protester",
    "journalist", "fighter", "migrant", "passenger", "patient", "executive", "owner", "resident",
    "council", "community", "neighbor", "driver", "member", "guard", "activist", "citizen",
)) | ROLES  # fmt: skip


def opposed_groups(acts: list[Told[Act]]) -> Iterator[SuggestedRelation]:
    """Where one text says of nobody in a group what the other says of somebody in it."""
    for one, other in sharing(_sides(acts), _keys, _one_denies):
        denial, deed = (one.told, other.told) if one.denies else (other.told, one.told)
        when = _denied_when(denial), _done_when(deed)
        gap = days_apart(*when)
        promised = denial.item.aspect is Aspect.NOT_PLANNED
        later = gap is not None and gap > 0 and not promised
        if not later and not _is_ever(denial) and (gap is None or gap < -_SAME_TIME):
            continue
        if _of_one_group(denial, deed):
            yield _relation(denial, deed, when, later=later)


def _relation(
    denial: Told[Act], deed: Told[Act], when: tuple[Days | None, Days | None], *, later: bool
) -> SuggestedRelation:
    said = [_in_words(each) for each in (denial, deed)]
    return in_denial(
        (GROUP, VERSION),
        (0.72, 0.62),
        f"In texts on one matter: “{said[0]}”{on_day(when[0])} against “{said[1]}”"
        f"{on_day(when[1])}.",
        (
            claim_in_words(each, _words(each, each.item.theme), "status", words, when=day)
            for each, words, day in zip((denial, deed), said, when, strict=True)
        ),
        later=later,
    )


class _Side(NamedTuple):
    told: Told[Act]
    denies: bool


def _sides(acts: list[Told[Act]]) -> list[_Side]:
    """The denials, and the deeds that one of them can be about: most deeds nobody denies."""
    sides = [_Side(each, _denies(each)) for each in acts if _can_oppose(each)]
    asked = {key for side in sides if side.denies for key in _keys(side)}
    return [side for side in sides if side.denies or not asked.isdisjoint(_keys(side))]


def _can_oppose(told: Told[Act]) -> bool:
    stage = told.item.stage
    if stage is None or stage.kind is CycleKind.MOVEMENT or stage.about is About.CLAUSE:
        return False
    return told.item.aspect in (Aspect.DONE, Aspect.PLANNED) or _denies(told)


def _denies(told: Told[Act]) -> bool:
    if not told.item.aspect.is_negative:
        return False
    start = told.item.theme.start
    return told.text.text[start : start + 16].lower().startswith(_NONE)


def _one_denies(one: _Side, other: _Side) -> bool:
    if one.denies == other.denies:
        return False
    a, b = (one.told, other.told) if one.denies else (other.told, one.told)
    planned = b.item.aspect is Aspect.PLANNED
    if a.item.stage != b.item.stage or not of_two_texts(a, b):
        return False
    return a.item.aspect is (Aspect.NOT_PLANNED if planned else Aspect.NOT_DONE)


def _keys(side: _Side) -> Iterator[tuple[str, str, str]]:
    act = side.told.item
    words = set(act.theme.words)
    if _is_any_instrument(side.told) if side.denies else _is_instrument(side.told):
        words.add(_SIGNED)
    if side.denies:
        words = (words - _ANYBODY) | ({""} if act.theme.head in _ANYBODY else set())
    elif not words.isdisjoint(_PEOPLE):
        words.add("")
    for name in side.told.text.topic[:_CHIEF]:
        for word in words:
            yield act.axis, word, name


def _of_one_group(denial: Told[Act], deed: Told[Act]) -> bool:
    """Whether what is said of the deed's people, or things, is denied of them."""
    a, b = denial.item, deed.item
    if names_shared(denial.text.topic, deed.text.topic) < _SHARED or agents_differ(a, b):
        return False
    anything = _is_any_instrument(denial) and _is_instrument(deed)
    asked = set(a.theme.words) - _ANYBODY - (_NOTHING if anything else set())
    known = {*b.words, *b.context, *deed.text.topic}
    if set(a.theme.marks) - set(b.theme.marks) or asked - known:
        return False
    foreign = set(b.theme.capitals) - {*a.words, *a.context, *denial.text.topic}
    if anything or (a.aspect is Aspect.NOT_PLANNED and a.theme.head == b.theme.head):
        foreign -= set(b.theme.core)  # "no library": each of them has a name
    heads = a.theme.head in b.theme.words or a.theme.head in _ANYBODY
    return (heads or anything) and not foreign


def _is_any_instrument(denial: Told[Act]) -> bool:
    """ "Nothing has been signed", "no paper": whatever else there may be to sign."""
    theme = denial.item.theme
    return denial.item.axis == _SIGNED and bool(theme.core) and set(theme.core) <= _NOTHING


def _is_instrument(deed: Told[Act]) -> bool:
    names = state_words().names
    kinds = (names.get(word) for word in deed.item.theme.words)
    return deed.item.axis == _SIGNED and "instrument" in kinds


def _is_ever(denial: Told[Act]) -> bool:
    return not {"has", "have"}.isdisjoint(denial.item.said.lower().split())


def _denied_when(denial: Told[Act]) -> Days | None:
    planned = denial.item.aspect is Aspect.NOT_PLANNED
    days = None if planned or _is_ever(denial) else denial.item.days
    return when_told(days, denial.text.reference)


def _done_when(deed: Told[Act]) -> Days | None:
    """What is planned is told on the day of writing."""
    days = None if deed.item.aspect is Aspect.PLANNED else deed.item.days
    return when_told(days, deed.text.reference)


def _in_words(told: Told[Act]) -> str:
    act = told.item
    return _words(told, Phrase(act.start, act.end))


def _words(told: Told[Act], part: Phrase) -> str:
    return " ".join(told.text.text[part.start : part.end].split())
