"""Reports of harm to people from one event: nobody in the one text, somebody in the other."""

from collections.abc import Iterator

from reviewer.analysis.events import Days
from reviewer.analysis.harm import HarmReport
from reviewer.analysis.matters import names_shared
from reviewer.analysis.numbers import NUMBER_WORDS
from reviewer.analysis.proposing import (
    Told,
    claim_in_words,
    days_apart,
    in_denial,
    of_two_texts,
    on_day,
    when_told,
)
from reviewer.analysis.sharing import sharing
from reviewer.domain.suggestion import SuggestedRelation

HARM = "harm to people"
VERSION = 1
_SAME_EVENT = 30  # days within which reports of harm are of one event
_LONG_AGO = 3 * 366  # days: what was so long before is of another event
_CHIEF = 5  # names that a text is chiefly about
_PERFECT = frozenset(("has", "have", "aware", "unaware"))
_TOLD_ALIKE = 5  # stems of two sentences that make the event one where no word names it
_LOCAL = 2  # names in common that make the place the same


def opposed_harms(reports: list[Told[HarmReport]]) -> Iterator[SuggestedRelation]:
    """Of an event and place that both texts name; later reports update those of days before."""
    for one, other in sharing(reports, _keys, _one_denies):
        gap = days_apart(_when(one), _when(other))
        event = _shared_event(one.item, other.item) or _shared_matter(one, other)
        if event and (gap is None or abs(gap) <= _SAME_EVENT):
            earlier, later = (other, one) if gap and gap < 0 else (one, other)
            yield _relation(earlier, later, f"On the same {event}", event, gap)
            continue
        denial, count = (one, other) if one.item.none else (other, one)
        if _never_yet(denial.item) and _on_one_matter(denial, count):
            since = days_apart(_when(denial), _when(count))
            if since is not None and since < -_LONG_AGO:
                continue
            new = since is not None and since > 0
            pair = (denial, count) if new else (count, denial)
            about = denial.text.topic[0]
            yield _relation(*pair, "In texts on one matter", about, since if new else 0)


def _never_yet(denial: HarmReport) -> bool:
    """ "Nobody has died on the project": said of all time before."""
    return not _PERFECT.isdisjoint(denial.said.lower().split())


def _on_one_matter(denial: Told[HarmReport], count: Told[HarmReport]) -> bool:
    """Whether both texts are about one matter and the harm is not placed elsewhere."""
    named = set(count.item.context) - NUMBER_WORDS
    elsewhere = named - {*denial.text.topic, *denial.text.opening, *denial.item.context}
    events = set(count.item.events) - set(denial.item.events)
    shared = names_shared(denial.text.topic, count.text.topic)
    return shared >= _LOCAL and not elsewhere and not events


def _relation(
    one: Told[HarmReport], other: Told[HarmReport], lead: str, event: str, gap: int | None
) -> SuggestedRelation:
    first, second = _when(one), _when(other)
    return in_denial(
        (HARM, VERSION),
        (0.74, 0.6),
        f"{lead}: “{one.item.said}”{on_day(first)} against “{other.item.said}”{on_day(second)}.",
        (
            claim_in_words(told, event, "casualties", told.item.said, when=when)
            for told, when in ((one, first), (other, second))
        ),
        later=bool(gap),
    )


def _when(told: Told[HarmReport]) -> Days | None:
    days = None if told.item.none and _never_yet(told.item) else told.item.days
    return when_told(days, told.text.reference)


def _shared_event(one: HarmReport, other: HarmReport) -> str:
    """The event that did the harm, if it and the place seem to be the same, or nothing."""
    events = sorted(set(one.events) & set(other.events))
    a, b = set(one.context), set(other.context)
    words = set(one.words) & set(other.words)
    local = len(a & b) >= max(1, min(_LOCAL, len(a), len(b)))
    if not one.events and not other.events and a & b and len(words) >= _TOLD_ALIKE:
        return "event"
    if not events or not (a & b) or not (local or len(words) > len(events) + _LOCAL):
        return ""
    return events[0]


def _shared_matter(one: Told[HarmReport], other: Told[HarmReport]) -> str:
    """What happened, where texts on one matter tell of the same group of people."""
    denial, count = (one, other) if one.item.none else (other, one)
    events = sorted(set(denial.item.events) & set(count.item.events))
    if not events or not denial.item.group:
        return ""
    return events[0] if names_shared(one.text.topic, other.text.topic) else ""


def _keys(told: Told[HarmReport]) -> Iterator[tuple[str, str]]:
    for event in told.item.events:
        for name in told.item.context:
            yield event, name
    for name in told.text.topic[:_CHIEF]:
        yield "", name


def _one_denies(one: Told[HarmReport], other: Told[HarmReport]) -> bool:
    a, b = one.item, other.item
    if not of_two_texts(one, other) or a.none == b.none:
        return False
    denial, count = (a, b) if a.none else (b, a)
    if denial.group and denial.group not in count.words:
        return False
    return denial.kind == "any" or a.kind == b.kind
