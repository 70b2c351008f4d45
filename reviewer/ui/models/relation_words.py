"""A relation in words: what it is about, the values on its sides, where it stands."""

from collections.abc import Callable
from datetime import datetime

from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Relation
from reviewer.domain.views import Passage, RelationView
from reviewer.domain.vocabulary import Status

Show = Callable[[Quantity], str]

STATUS_ROLE = {
    Status.SUGGESTED: "accent",
    Status.OPEN: "warning",
    Status.SETTLED: "success",
    Status.DISMISSED: "muted",
}
"""The colour of each status; the word always stands beside it."""

_QUOTE = 60


def heading(view: RelationView) -> str:
    """The topic, from the first side that has one; else the first quote."""
    topics = filter(None, (topic(passage) for passage in view.passages))
    return next(topics, short_quote(view.passages[0]) if view.passages else "No sides")


def topic(passage: Passage) -> str:
    """Subject and measure of the passage's claim; empty without either."""
    claim = passage.annotation.claim
    return ": ".join(filter(None, (claim.subject, claim.measure))) if claim else ""


def value(passage: Passage, show: Show) -> str:
    """What the passage asserts: its value, else its words in short."""
    claim = passage.annotation.claim
    return show(claim.quantity) if claim and claim.quantity else short_quote(passage)


def short_quote(passage: Passage) -> str:
    """The quote on one line, cut between words where it is long."""
    quote = " ".join(passage.annotation.target.exact.split())
    if len(quote) <= _QUOTE:
        return f"“{quote}”"
    return f"“{quote[:_QUOTE].rsplit(' ', 1)[0]} …”"


def values(view: RelationView, show: Show) -> str:
    """The values of all sides in the order in which they were picked."""
    return "  ↔  ".join(value(passage, show) for passage in view.passages)


def typing(relation: Relation) -> str:
    """Kind and dimension."""
    kind = relation.kind.label
    return f"{kind}, {relation.dimension.label}" if relation.dimension else kind


def sources(view: RelationView) -> str:
    """Publishers (or titles) of the sides, each once."""
    names = (passage.source.publisher or passage.source.title for passage in view.passages)
    return ", ".join(dict.fromkeys(names))


def standing(relation: Relation) -> str:
    """Status, verdict, and who and when, in one line."""
    words = [relation.status.label.capitalize()]
    if relation.verdict and relation.status is Status.SETTLED:
        words.append(relation.verdict.label)
    if relation.status in (Status.SETTLED, Status.DISMISSED):
        words.append(_by(relation.decided_by, relation.decided_at))
    elif relation.created_by or relation.created_at:
        by = _by(relation.created_by, relation.created_at)
        words.append(f"marked {by}" if by else "")
    return " · ".join(filter(None, words))


def when(moment: datetime) -> str:
    """Day and minute where the reader is, e.g. ``1 August 2024, 14:02``."""
    local = moment.astimezone()
    return f"{local.day} {local:%B %Y, %H:%M}"


def _by(name: str, moment: datetime | None) -> str:
    return ", ".join(filter(None, (f"by {name}" if name else "", when(moment) if moment else "")))
