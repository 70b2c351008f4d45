"""Whether people came to harm: "no casualties were reported", "at least three people died"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reviewer.analysis.clauses import Words
from reviewer.analysis.cycles import happened_as, state_words
from reviewer.analysis.events import Days, Sentence, days_near
from reviewer.analysis.quantities import FoundQuantity
from reviewer.analysis.stems import noun_stem
from reviewer.analysis.tokens import Tokens
from reviewer.domain.vocabulary import QuantityKind

_NEAR = 6  # tokens between a figure and its "killed", "no" and its "casualties"
_FAR = 7  # tokens from "not aware" to "any"
_DENIALS = frozenset(("not", "no", "unaware", "never", "without"))
_KNOWING = frozenset((
    "aware", "unaware", "report", "reports", "received", "knowledge", "know", "learned", "heard",
))  # fmt: skip
_MORE = frozenset(("further", "more", "other", "additional", "new", "longer", "fewer", "less"))
_ALL = frozenset(("all", "everyone", "everybody"))
_WELL = {
    "survived": "killed", "alive": "killed", "safe": "killed", "safely": "killed",
    "unhurt": "any", "unharmed": "any", "uninjured": "any", "unscathed": "any",
}  # fmt: skip
_GROUPS = frozenset((
    "passenger", "crew", "firefighter", "worker", "employee", "soldier", "civilian", "student",
    "pupil", "child", "resident", "police", "officer", "driver", "pilot", "miner", "protester",
    "bystander", "pedestrian", "motorist", "rescuer", "guest", "patient", "tourist", "american",
    "staff", "member", "troop", "journalist", "animal", "sailor",
))  # fmt: skip
_STOPS = frozenset(",;:.\u201c\u201d()")


@dataclass(frozen=True, slots=True)
class HarmReport:
    """``text[start:end]`` gives how many were harmed; ``none`` where it says nobody was.

    ``kind`` is any, killed or injured; ``events`` stems of what did the harm.
    """

    start: int
    end: int
    kind: str
    none: bool
    said: str
    events: Words
    words: Words
    context: Words
    days: Days | None
    group: str = ""  # of whom nobody was harmed: "firefighter"


def harm_of(sentence: Sentence) -> Iterator[HarmReport]:
    """Every report of harm in one sentence, of each kind once."""
    tokens, seen = sentence.tokens, set()
    for index in range(len(tokens)):
        found = _none_at(tokens, index)
        if found and (found[1], True) not in seen:
            seen.add((found[1], True))
            first = index if tokens[index].low != "any" else _denied_from(tokens, index)
            yield _report(sentence, first, found[0] + 1, found[1], none=True)
    for figure in sentence.found:
        counted = _count_at(tokens, figure)
        if counted and (counted[2], False) not in seen:
            seen.add((counted[2], False))
            yield _report(sentence, counted[0], counted[1], counted[2], none=False)


def _none_at(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """Where "no … casualties" or "nobody was hurt" ends, and of what kind it is."""
    harm = state_words().harm
    low = tokens[index].low
    if low in _ALL:
        return _all_well(tokens, index)
    if low == "any" and _is_unknown(tokens, _denied_from(tokens, index), index):
        place = next((at for at in range(index + 1, index + 4) if tokens[at].low in harm.words), 0)
        return (place, harm.words[tokens[place].low]) if place else None
    nobody = low in harm.nobody or tokens.phrase_at(index, ("no", "one"))
    if low not in harm.none and not nobody:
        return None
    for place in range(index + 1, index + 1 + _NEAR):
        token = tokens[place]
        if token.text in _STOPS or token.low in _MORE or not tokens.near(place):
            return None
        if token.low in harm.words:
            verb = token.low in ("killed", "died", "injured", "hurt", "wounded", "perished")
            return (place, harm.words[token.low]) if nobody or not verb else None
    return None


def _denied_from(tokens: Tokens, index: int) -> int:
    """Where "not aware of any" begins, or ``index``."""
    places = range(index - 1, max(-1, index - _FAR), -1)
    return next((at for at in places if tokens[at].low in _DENIALS), index)


def _is_unknown(tokens: Tokens, first: int, index: int) -> bool:
    """ "Not aware of any", "not received reports of any", "unaware of any"."""
    words = {tokens[place].low for place in range(first, index)}
    return not words.isdisjoint(_KNOWING)


def _all_well(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """ "All 180 on board survived", "everyone got out unhurt"."""
    for place in range(index + 1, index + 1 + 2 * _NEAR):
        low = tokens[place].low
        if tokens[place].text in _STOPS or low in ("but", "except") or not tokens.near(place):
            return None
        if low in _WELL:
            return place, _WELL[low]
    return None


def _count_at(tokens: Tokens, figure: FoundQuantity) -> tuple[int, int, str] | None:
    """The tokens from the figure to its "killed", or from "killed" to the figure, and the kind."""
    quantity = figure.quantity
    least = quantity.low if quantity.low is not None else quantity.high
    if quantity.kind is not QuantityKind.COUNT or not isinstance(least, Decimal) or least <= 0:
        return None
    words = state_words().harm.words
    first = next((i for i in range(len(tokens)) if tokens[i].start >= figure.start), 0)
    behind = next((i for i in range(first, len(tokens)) if tokens[i].start >= figure.end), first)
    for place in range(behind, behind + _NEAR):
        if tokens[place].text in _STOPS or tokens[place].is_number or not tokens.near(place):
            break
        if tokens[place].low in words:
            return first, place + 1, words[tokens[place].low]
    for place in range(first - 1, first - 4, -1):
        low = tokens[place].low
        if low in ("killed", "killing", "kills"):
            return place, behind, "killed"
        if low in ("injured", "injuring", "wounded", "wounding", "hurt"):
            return place, behind, "injured"
    return None


def _report(sentence: Sentence, first: int, end: int, kind: str, *, none: bool) -> HarmReport:
    tokens = sentence.tokens
    own = events_in(sentence.words)
    return HarmReport(
        sentence.start + tokens[first].start,
        sentence.start + tokens[end - 1].end,
        kind,
        none,
        " ".join(tokens.slice(first, end).split()),
        own or events_in(sentence.nearby),
        sentence.words,
        sentence.context,
        days_near(sentence, tokens[end - 1].end),
        _group(tokens, first, end) if none else "",
    )


def _group(tokens: Tokens, first: int, end: int) -> str:
    """ "No passengers were hurt", "no injuries among the crew"; "nobody on board" is any."""
    behind = range(end, end + _NEAR)
    stop = next((place for place in behind if tokens[place].text in _STOPS), end + _NEAR)
    among = any(tokens[place].low in ("among", "to") for place in range(end, stop))
    for place in range(first, stop if among else end):
        stem = noun_stem(tokens[place].low)
        if stem in _GROUPS:
            return stem
    return ""


def events_in(words: Words) -> Words:
    """What the words say has happened, each under one name."""
    events = state_words().harm.events
    return tuple(dict.fromkeys(happened_as(word) for word in words if word in events))


def with_event(report: HarmReport, events: Words) -> HarmReport:
    """The report as of what its text is about, where nothing near it says what did the harm."""
    return report if report.events else replace(report, events=events)
