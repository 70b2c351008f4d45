"""Statements that cannot both hold: "has signed" / "has yet to sign", "no casualties" / "three
dead"; and those of which the later took the place of the earlier."""

from collections.abc import Iterable, Iterator

from reviewer.analysis.absence_pairs import opposed_tallies
from reviewer.analysis.causes_apart import opposed_causes
from reviewer.analysis.clauses import Phrase
from reviewer.analysis.cycles import CycleKind, state_words
from reviewer.analysis.dated_acts import differing_days
from reviewer.analysis.events import Act, Days
from reviewer.analysis.groups import opposed_groups
from reviewer.analysis.harm_pairs import opposed_harms
from reviewer.analysis.matters import names_shared
from reviewer.analysis.opposition import Order, opposed
from reviewer.analysis.proposing import (
    Stated,
    Told,
    best_first,
    claim_in_words,
    days_apart,
    of_two_texts,
    on_day,
    when_told,
)
from reviewer.analysis.sameness import Sameness, same_thing, spelt_out
from reviewer.analysis.sharing import sharing
from reviewer.analysis.verbs import Aspect
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, RelationKind

STATUS, DOER = "status", "who did it"
VERSION = 1
_HAS = frozenset(("has", "have", "hasn't", "haven't", "had", "hadn't", "never", "yet"))
_WEEK = 7  # days
_PLAIN_GAP = 120  # days: a verb outside the table tells of one event only for so long


def suggest_statements(readings: Iterable[Stated]) -> tuple[SuggestedRelation, ...]:
    """Acts and reports of harm of different texts that do not agree, best first."""
    texts = [reading.statements for reading in readings]
    acts = [
        Told(text, spelt_out(act, aliases))
        for text in texts
        for aliases in [dict(text.aliases)]
        for act in text.acts
    ]
    harms = [Told(text, report) for text in texts for report in text.harms]
    causes = [Told(text, cause) for text in texts for cause in text.causes]
    tallies = [Told(text, tally) for text in texts for tally in text.tallies]
    return best_first(
        [
            *_statuses(acts),
            *_doers(acts),
            *differing_days(acts),
            *opposed_groups(acts),
            *opposed_harms(harms),
            *opposed_tallies(tallies),
            *opposed_causes(causes),
        ]
    )


def _statuses(acts: list[Told[Act]]) -> Iterator[SuggestedRelation]:
    for one, other in sharing(acts, _act_keys, _may_oppose):
        order = opposed(one.item, other.item)
        if order is None:
            continue
        shared = names_shared(one.text.topic, other.text.topic)
        alike = same_thing(one.item, other.item, (one.text.opening, other.text.opening), shared)
        if alike:
            relation = _status(one, other, order, alike)
            if relation:
                yield relation


def _act_keys(told: Told[Act]) -> Iterator[tuple[str, str]]:
    theme = told.item.theme
    for word in {*theme.core, *theme.capitals}:
        yield told.item.axis, word


def _may_oppose(one: Told[Act], other: Told[Act]) -> bool:
    a, b = one.item, other.item
    return of_two_texts(one, other) and (a.stage, a.aspect) != (b.stage, b.aspect)


def _status(
    one: Told[Act], other: Told[Act], order: Order, alike: Sameness
) -> SuggestedRelation | None:
    first, second = _when(one), _when(other)
    gap = days_apart(first, second)
    if gap is not None and gap < 0:
        return _status(other, one, order.turned(), alike)
    a, b = one.item, other.item
    kind = _kind(a, b, order, gap)
    if kind is None or (gap and _went_on(a, b, order)) or _came_as_planned(a, b):
        return None
    updates = kind is RelationKind.UPDATES
    thing = _text(one, a.theme) or _text(other, b.theme)
    between = ", then" if updates else " against"
    states = _state(a), _state(b)
    stages = f" ({states[0]} → {states[1]})" if all(states) and states[0] != states[1] else ""
    return SuggestedRelation(
        kind,
        Dimension.TEMPORAL if updates else Dimension.NEGATION,
        _score(a, b, alike, gap, kind),
        STATUS,
        VERSION,
        f"Both are about “{thing}”: “{a.said}”{on_day(first)}{between} “{b.said}”{on_day(second)}"
        f"{stages}.",
        (_member(one, thing, first), _member(other, thing, second)),
    )


def _went_on(earlier: Act, later: Act, order: Order) -> bool:
    """Whether both say when they were stages of one course: begun in 2019, completed in 2024."""
    course = earlier.stage is not None and earlier.stage.kind is CycleKind.COURSE
    steps = course and earlier.stage != later.stage
    came = earlier.aspect is Aspect.NOT_DONE and later.aspect is Aspect.DONE
    dated = earlier.days and later.days
    return bool((steps or came) and order is Order.FIRST and dated)


def _came_as_planned(earlier: Act, later: Act) -> bool:
    plan = earlier.stage == later.stage and earlier.aspect is Aspect.PLANNED
    if not (plan and later.aspect is Aspect.DONE and earlier.days and later.days):
        return False
    return earlier.days[0] <= later.days[1] and later.days[0] <= earlier.days[1]


def _state(act: Act) -> str:
    """The stage that the act tells of, in a word or two."""
    if act.stage is None:
        return ""
    match act.aspect:
        case Aspect.NOT_DONE | Aspect.NOT_PLANNED:
            return f"not {act.stage.name}"
        case Aspect.PLANNED:
            return f"to be {act.stage.name}"
        case _:
            return act.stage.name


def _when(told: Told[Act]) -> Days | None:
    """A day to come is what is planned for: the plan itself is told on the day of writing."""
    reference, days = told.text.reference, told.item.days
    ahead = bool(days and reference and days[0] > reference)
    planned = told.item.aspect in (Aspect.PLANNED, Aspect.NOT_PLANNED)
    return when_told(None if ahead or planned else days, reference)


def _kind(earlier: Act, later: Act, order: Order, gap: int | None) -> RelationKind | None:
    """What it is that the later statement differs; ``gap`` in days, 0 for one time."""
    kind = earlier.stage.kind if earlier.stage else None
    moves = kind is CycleKind.MOVEMENT
    if gap == 0 and not (moves and _are_two_periods(earlier.days, later.days)):
        return RelationKind.CONTRADICTS
    if moves or (kind is None and not _reaches(earlier, later, gap)):
        return None
    if gap is None:
        return RelationKind.UPDATES if order is not Order.NONE else RelationKind.CONTRADICTS
    still = earlier.stage != later.stage and "still" in later.said.lower().split()
    undone = earlier.stage == later.stage and _is_of_all_time(later)
    back = order is Order.SECOND and (kind in (None, CycleKind.COURSE) or undone)
    final = earlier.stage and earlier.stage.final and earlier.aspect is Aspect.DONE
    over = final and later.stage != earlier.stage
    return RelationKind.CONTRADICTS if still or back or over else RelationKind.UPDATES


def _are_two_periods(one: Days | None, other: Days | None) -> bool:
    """A quarter and the one behind it, which lie within a week of each other."""
    if one is None or other is None or (one[1] >= other[0] and other[1] >= one[0]):
        return False
    return max(one[1] - one[0], other[1] - other[0]).days > _WEEK


def _reaches(earlier: Act, later: Act, gap: int | None) -> bool:
    """Whether two plain verbs can be of one event: "has not paid" is said of all time before."""
    denial = later if later.aspect.is_negative else earlier
    return gap is not None and (gap <= _PLAIN_GAP or _is_of_all_time(denial))


def _is_of_all_time(denial: Act) -> bool:
    words = denial.said.lower().replace("\u2019", "'").split()
    return not _HAS.isdisjoint(words)


def _score(a: Act, b: Act, alike: Sameness, gap: int | None, kind: RelationKind) -> float:
    score = 0.46 + 0.16 * alike.theme + 0.08 * alike.agents + 0.1 * alike.named
    score += 0.08 * (a.stage is not None)
    score += 0.06 * (gap == 0 and bool(a.days and b.days))
    score -= 0.08 * (set(a.theme.marks) != set(b.theme.marks))
    as_planned = a.stage == b.stage and (a.aspect, b.aspect) == (Aspect.PLANNED, Aspect.DONE)
    score -= 0.15 * as_planned  # what came as it was planned is hardly news
    score -= 0.06 * (kind is RelationKind.UPDATES) + 0.1 * (gap is None)
    return round(min(0.95, score), 3)


def _member(told: Told[Act], thing: str, when: Days | None) -> SuggestedClaim:
    subject = _text(told, told.item.agent) or thing
    return claim_in_words(told, subject, f"status of {thing}", told.item.said, when=when)


def _text(told: Told[Act], part: Phrase) -> str:
    return " ".join(told.text.text[part.start : part.end].split())


def _doers(acts: list[Told[Act]]) -> Iterator[SuggestedRelation]:
    """One deed that is put down to two doers."""
    sole, once = state_words().sole, state_words().once
    done = [
        told
        for told in acts
        if told.item.axis.removeprefix("do:") in sole | once
        and told.item.aspect is Aspect.DONE
        and told.item.agent.head
    ]
    for one, other in sharing(done, _act_keys, of_two_texts):
        a, b = one.item, other.item
        when = _when(one), _when(other)
        ever = a.axis.removeprefix("do:") in once
        if _same_deed(a, b) and (ever or days_apart(*when) == 0):
            thing = _text(one, a.theme)
            yield SuggestedRelation(
                RelationKind.CONTRADICTS, Dimension.ATTRIBUTION, 0.7, DOER, VERSION,
                f"Both tell who “{a.said}” {thing}: {_text(one, a.agent)} in the one, "
                f"{_text(other, b.agent)} in the other.",
                (_member(one, thing, when[0]), _member(other, thing, when[1])),
            )  # fmt: skip


def _same_deed(one: Act, other: Act) -> bool:
    a, b = set(one.theme.words), set(other.theme.words)
    agents = set(one.agent.words), set(other.agent.words)
    apart = one.agent.head != other.agent.head and not agents[0] & agents[1]
    same = len(a & b) >= 2 and len(a & b) >= 0.7 * len(a | b)  # noqa: PLR2004 - nearly the same words
    return apart and same and not set(one.theme.marks) ^ set(other.theme.marks)
