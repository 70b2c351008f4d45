"""What a person chooses about a report: words, scope, order. The same for every format."""

import json
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum

from reviewer.domain.errors import ExchangeError
from reviewer.domain.vocabulary import Status

CONTEXT = 220
"""Code points of text shown on either side of a passage unless something else is chosen."""

CONTEXT_LIMIT = 10_000
LANGUAGES = ("en",)


class Order(StrEnum):
    """In what order annotations stand within their list."""

    TEXT = "text"  # source by source, as each text reads
    TIME = "time"  # as they were made
    TOPIC = "topic"  # by subject and measure; what claims nothing comes last


class Scope(StrEnum):
    """What of the project the report is about."""

    ALL = "all"
    CONTRADICTIONS = "contradictions"
    CLAIMS = "claims"
    TAG = "tag"  # and the tags below it
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Only:
    """A scope, and for a tag or a source the name, path or id of it."""

    scope: Scope = Scope.ALL
    name: str = ""

    def __str__(self) -> str:
        return f"{self.scope}={self.name}" if self.name else str(self.scope)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """``statuses`` are those of the relations to report; suggestions are left out unless named."""

    title: str = ""  # instead of the project's
    author: str = ""
    marking: str = ""  # at head and foot of every page, e.g. OFFICIAL
    statuses: tuple[Status, ...] = (Status.OPEN, Status.SETTLED, Status.DISMISSED)
    context: int = CONTEXT  # code points on either side of a passage
    order: Order = Order.TEXT
    appendix: bool = False  # with the full text of each source
    only: Only = Only()
    language: str = "en"
    summary: str = ""  # the author's own words at the head; a blank line parts paragraphs

    def __post_init__(self) -> None:
        if not 0 <= self.context <= CONTEXT_LIMIT:
            raise ExchangeError(f"The context must be 0 to {CONTEXT_LIMIT:,} characters.")
        if self.language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise ExchangeError(f"Reports are not written in “{self.language}”, only in {known}.")


USUAL = ReportOptions()


def parse_only(text: str) -> Only:
    """Reads ``contradictions``, ``claims``, ``all``, ``tag=NAME``, ``source=NAME``."""
    word, equals, name = text.strip().partition("=")
    named = word in (Scope.TAG, Scope.SOURCE)
    if word not in list(Scope) or named != bool(equals and name.strip()):
        raise ExchangeError(
            f"“{text}” is no part of a project: write contradictions, claims, tag=NAME or"
            " source=NAME."
        )
    return Only(Scope(word), name.strip())


def options_to_json(options: ReportOptions) -> str:
    """For keeping with a project; what is as it would be anyhow is left out."""
    usual = asdict(USUAL)
    chosen = {key: value for key, value in asdict(options).items() if value != usual[key]}
    if "only" in chosen:
        chosen["only"] = str(options.only)
    return json.dumps(chosen, ensure_ascii=False)


def options_from_json(text: str) -> ReportOptions:
    """What was kept; ExchangeError if it is not what ``options_to_json`` writes."""
    try:
        kept = json.loads(text)
        known = {field.name: kept[field.name] for field in fields(ReportOptions)
                 if field.name in kept}  # fmt: skip
        if "statuses" in known:
            known["statuses"] = tuple(map(Status, known["statuses"]))
        if "order" in known:
            known["order"] = Order(known["order"])
        if "only" in known:
            known["only"] = parse_only(str(known["only"]))
        return replace(USUAL, **known)
    except (ValueError, TypeError, ExchangeError) as error:
        raise ExchangeError("The options kept for reports cannot be read.") from error
