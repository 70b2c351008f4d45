"""How far two values are told of the same: shared words, names and label by weight, less for every
sign that they are of different things.
"""

from math import sqrt

from reviewer.analysis.asides import told_aside
from reviewer.analysis.contrasts import told_apart
from reviewer.analysis.corpus import Corpus, Item
from reviewer.analysis.counted_apart import are_counted_apart
from reviewer.analysis.frames import Frame
from reviewer.analysis.incommon import shared
from reviewer.analysis.one_figure import same_figure
from reviewer.analysis.stems import stem
from reviewer.analysis.subjects_alike import places_apart, subjects_apart
from reviewer.domain.vocabulary import QuantityKind, Role

_LONGER = 0.6
_TELLING = 0.15  # a figure that needs no word in common
_UNTOLD = 1.0
_NEARLY = 1.0  # what two labels that are nearly one have in common, of 4
_NO_THING, _BARE = 0.85, 0.5
_STATES = frozenset((
    "damaged", "destroyed", "flooded", "closed", "rebuilt", "cut off", "visited",
))  # fmt: skip
_OF_MANY_SORTS = frozenset(["weapons", "supplies"])
"""Labels under which each noun is a thing of its own: missiles are no launchers."""
_OF_ANOTHER_SORT = 0.05
_OF_HELP = frozenset(["rescued", "evacuated", "sheltered"])
_OTHER_THING, _PERHAPS_OTHER, _NEAR_THING, _ONE_THING = 0.25, 0.3, 0.8, 0.75
_HELPERS = frozenset(map(stem, (
    "members", "troops", "soldiers", "officers", "firefighters", "crews", "crew", "staff",
    "police", "personnel", "volunteers", "guards", "rescuers", "guardsmen", "workers",
)))  # fmt: skip
"""Who comes to those that something happens to."""
_OTHER_PURPOSE = 0.1
_HELPING, _BOTH_HINTED = 0.1, 0.7
_OTHER_NOUN, _OTHER_RATE, _OTHER_SORT, _LONE_SORT = 0.4, 0.5, 0.4, 0.75


def likeness_of(corpus: Corpus, one: Item, other: Item, beside: float = 0.0) -> float:
    """0 (nothing in common, or of different things) to 1 (told in the same words); ``beside`` is
    what their company (``company.py``) adds."""
    a, b = one.frame, other.frame
    common = shared(a, b, corpus.word_weight, corpus.name_weight)
    apart = are_counted_apart(corpus, one, other)
    figure = same_figure(one, other, counted=apart) + beside
    if (common <= 0 and figure < _TELLING) or _is_other_state(corpus, a, b):
        return 0.0
    if corpus.table.are_near(a.thing, b.thing) and a.thing != b.thing:
        common += _NEARLY
    alike = min(1.0, common / _whole(one.weight, other.weight) + figure)
    alike *= (_NEAR_THING if apart else _measure(corpus, a, b)) * _sorts(
        a.qualifiers, b.qualifiers, a, b
    )
    if a.qualifiers and b.qualifiers and not a.qualifiers & b.qualifiers:
        return 0.0
    if a.scope and b.scope and not a.scope & b.scope and not a.scope & set(b.words):
        alike *= _OTHER_PURPOSE
    else:
        alike *= _sorts(a.scope, b.scope, a, b)
    alike *= told_apart(a, b)
    if alike:
        alike *= subjects_apart(corpus, one, other) * places_apart(corpus, one, other)
        alike *= told_aside(one, other)
    return alike


def _is_other_state(corpus: Corpus, a: Frame, b: Frame) -> bool:
    """Whether one counts what was damaged and the other what was rebuilt, or one the first round
    and the other the second."""
    if a.slot and b.slot and not a.slot & b.slot:
        return True
    states = _STATES.intersection((a.act,)), _STATES.intersection((b.act,))
    objects = corpus.table.objects.intersection((a.thing, b.thing))
    return states[0] != states[1] and (bool(objects) or all(states))


def _whole(one: float, other: float) -> float:
    """What both could share: the shorter says how much can be expected of the longer, and what is
    told in hardly any words is never quite alike."""
    small, large = sorted((sqrt(one * one + _UNTOLD), sqrt(other * other + _UNTOLD)))
    return float(small ** (2 - _LONGER) * large**_LONGER)


def _measure(corpus: Corpus, a: Frame, b: Frame) -> float:
    """Less where the labels, the nouns of two counts or the rates are not the same."""
    alike = 1.0
    if a.thing != b.thing:
        if not (a.thing and b.thing):
            alike = _ONE_THING
        else:
            other = _OTHER_THING if a.sure and b.sure else _PERHAPS_OTHER
            alike = _NEAR_THING if corpus.table.are_near(a.thing, b.thing) else other
    elif not (a.sure and b.sure):
        alike = _BOTH_HINTED if a.sure == b.sure else _NO_THING
    elif not a.thing:
        share = a.kind in (QuantityKind.PERCENT, QuantityKind.FRACTION)
        bare = a.kind is QuantityKind.COUNT and not (a.heads and b.heads)
        alike = _NO_THING * (_BARE if share or bare else 1.0)
    if a.kind is QuantityKind.COUNT and not a.heads & b.heads:
        near = alike == _NEAR_THING and not (a.heads and b.heads)
        same = near or (bool(a.thing) and a.thing == b.thing)
        if same and a.thing in _OF_MANY_SORTS and a.heads and b.heads:
            alike *= _OF_ANOTHER_SORT
        persons = _are_persons(corpus, a) and _are_persons(corpus, b)
        helping = same and persons and bool(a.heads & _HELPERS) != bool(b.heads & _HELPERS)
        helping = helping and a.thing in _OF_HELP
        alike *= _HELPING if helping else 1.0 if same or persons else _OTHER_NOUN
    return alike * (_OTHER_RATE if a.rate != b.rate else 1.0)


def _are_persons(corpus: Corpus, frame: Frame) -> bool:
    return not frame.heads or not frame.heads.isdisjoint(corpus.persons)


def _sorts(mine: frozenset[str], theirs: frozenset[str], a: Frame, b: Frame) -> float:
    """Less where one is told of a sort or a purpose that the other does not know."""
    if mine and theirs:
        return 1.0 if mine & theirs else _OTHER_SORT
    lone = mine.difference(b.words) | theirs.difference(a.words)
    if lone and Role.TOTAL in (a.role, b.role):
        return _OTHER_SORT
    return _LONE_SORT if lone else 1.0
