"""A small project, fixed to the letter, and what every test of reports needs."""

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

import pytest

from reviewer.domain.anchor import select
from reviewer.domain.checklist import Checklist
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Edition, Relation, Source, Tag
from reviewer.domain.views import Passage, RelationView, SourceSummary
from reviewer.domain.vocabulary import (
    Answer,
    Credibility,
    Dimension,
    QuantityKind,
    RelationKind,
    Reliability,
    Role,
    Status,
    UnitBasis,
    Verdict,
)
from reviewer.exchange.report import ReportMaterial

MADE = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
DECIDED = datetime(2026, 1, 6, 16, 45, tzinfo=UTC)
WRITTEN = datetime(2026, 1, 7, 9, 30, tzinfo=UTC)

USIP = (
    "New Zealand and NATO ahead of Vilnius\n\n"
    "Wellington has welcomed the invitation. As of May 2023, New Zealand had committed NZ$78 "
    "million in assistance to help Ukraine, and trained soldiers in the United Kingdom. "
    "The visit is the second in a row."
)
WHITE_HOUSE = (
    "US Welcomes NATO Indo-Pacific Partners' Security Boost\n\n"
    "In February it announced an additional $15.8 million. This brings New Zealand's total "
    "$79.5 million in pledged support to date, which includes $50.8 million in military "
    "assistance, $19.5 million in humanitarian assistance and $3.19 million for international "
    "legal processes.\n\nThis is the third consecutive NATO summit that the partners attend. "
    "Korea pledged over $12 billion."
)
BEEHIVE = "Prime Minister leads Indo-Pacific Four at NATO\n\nMr Luxon met the other three leaders."


@dataclass
class Project:
    """Builds material from texts and quotes, so that every offset is true."""

    texts: dict[str, str] = field(default_factory=dict)  # edition id → canonical text
    sources: list[Source] = field(default_factory=list)
    editions: list[Edition] = field(default_factory=list)
    passages: dict[str, Passage] = field(default_factory=dict)
    relations: list[RelationView] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)

    def source(self, key: str, text: str, **known: object) -> None:
        source = replace(Source(f"s-{key}", known.pop("title", key)), **known)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        original = hashlib.sha256(b"original " + digest.encode()).hexdigest()
        edition = Edition(
            f"e-{key}", source.id, 1, f"{key}.txt", "text/plain", "utf-8", original, digest,
            len(text), MADE, "Ada Sample",
        )  # fmt: skip
        self.texts[edition.id] = text
        self.sources.append(source)
        self.editions.append(edition)

    def annotate(
        self, key: str, source: str, quote: str, *, start: int = -1, **known: object
    ) -> None:
        text = self.texts[f"e-{source}"]
        start = text.index(quote) if start < 0 else start
        end = start + len(quote)
        annotation = Annotation(
            f"a-{key}", f"e-{source}", select(text, start, end),
            created_at=MADE, created_by="Ada Sample", **known,
        )  # fmt: skip
        self.passages[key] = Passage(
            annotation,
            next(one for one in self.sources if one.id == f"s-{source}"),
            before=text[max(0, start - 60) : start],
            after=text[end : end + 60],
        )

    def relate(
        self, key: str, kind: RelationKind, *members: str, origin: str = "", **known: object
    ) -> None:
        ids = tuple(f"a-{member}" for member in members)
        relation = Relation(
            f"r-{key}", kind, ids, created_at=MADE, created_by="Ada Sample", **known
        )
        views = tuple(self.passages[member] for member in members)
        self.relations.append(RelationView(relation, views, origin))

    def material(self, title: str = "Indo-Pacific partners and NATO") -> ReportMaterial:
        return ReportMaterial(
            title=title,
            reviewers=("Ada Sample", "Ben Sample"),
            generated_at=WRITTEN,
            app_version="0.1.0",
            schema_version="0001",
            sources=tuple(map(self._summary, self.sources, self.editions)),
            annotations=tuple(self.passages.values()),
            relations=tuple(self.relations),
            tags=tuple(self.tags),
            journal_entries=42,
            journal_hash="ab" * 32,
        )

    def _summary(self, source: Source, edition: Edition) -> SourceSummary:
        of = [p for p in self.passages.values() if p.source.id == source.id]
        ids = {passage.annotation.id for passage in of}
        return SourceSummary(
            source,
            edition,
            annotations=len(of),
            claims=sum(passage.annotation.claim is not None for passage in of),
            open_contradictions=sum(
                bool(ids & set(view.relation.members))
                for view in self.relations
                if view.relation.status is Status.OPEN
                and view.relation.kind is RelationKind.CONTRADICTS
            ),
        )


def money(amount: str, unit: str, raw: str, **known: object) -> Quantity:
    value = Decimal(amount)
    if unit == "$":
        known |= {"unit_basis": UnitBasis.UNKNOWN, "currencies": ("USD", "NZD")}
    return Quantity(QuantityKind.MONEY, low=value, high=value, unit=unit, raw=raw, **known)


def aid(measure: str, quantity: Quantity, as_of: str = "2024-07", **known: object) -> Claim:
    return Claim("New Zealand", measure, quantity, as_of, **known)


def sample_project() -> Project:
    project = Project()
    _add_sources(project)
    _add_tags(project)
    _add_annotations(project)
    _add_relations(project)
    return project


def _add_sources(project: Project) -> None:
    project.source(
        "usip", USIP, title="New Zealand and NATO ahead of Vilnius", publisher="USIP",
        author="David Capie", published="2023-07",
        date_basis="Inferred from “the July 11-12 Vilnius Summit”.",
        address="https://www.usip.org/publications/2023/07/new-zealand", reliability=Reliability.B,
        reliability_basis="Author and institute are named; no figures are sourced.",
    )  # fmt: skip
    project.source(
        "white-house", WHITE_HOUSE, title="US Welcomes NATO Indo-Pacific Partners' Security Boost",
        publisher="The White House", published="2024-07-11", date_basis="Date of the summit.",
        address="archive box 12, folder 3", reliability=Reliability.B,
        reliability_basis="Official, by way of an aggregator.",
    )  # fmt: skip
    project.source("beehive", BEEHIVE, title="Prime Minister leads Indo-Pacific Four at NATO")


def _add_tags(project: Project) -> None:
    project.tags += [
        Tag("t-aid", "aid", colour="blue", key="1", description="Money and goods for Ukraine"),
        Tag("t-total", "total", "t-aid", colour="green", key="2"),
        Tag("t-military", "military", "t-aid", colour="red", position=1),
        Tag("t-summits", "summits", colour="purple", position=1),
    ]


def _add_annotations(project: Project) -> None:
    project.annotate(
        "nz78", "usip",
        "As of May 2023, New Zealand had committed NZ$78 million in assistance to help Ukraine",
        tag_ids=("t-total",),
        claim=aid(
            "aid to Ukraine, total", money("78000000", "NZD", "NZ$78 million"), "2023-05",
            speaker="David Capie", credibility=Credibility.PROBABLE,
            credibility_basis="Fits what the government had announced.",
        ),
    )  # fmt: skip
    project.annotate(
        "us79", "white-house", "New Zealand's total $79.5 million in pledged support to date",
        tag_ids=("t-total", "t-aid"), note="Whose dollars?\nAsk the embassy.",
        claim=aid(
            "Aid to Ukraine, total",
            money("79500000", "$", "$79.5 million", role=Role.TOTAL, step=Decimal(100000)),
        ),
    )  # fmt: skip
    for key, words, amount, measure in (
        ("military", "$50.8 million in military assistance", "50800000", "military aid"),
        ("humanitarian", "$19.5 million in humanitarian assistance", "19500000", "humanitarian"),
        ("legal", "$3.19 million for international legal processes", "3190000", "legal"),
    ):
        raw = " ".join(words.split()[:2])
        claim = aid(measure, money(amount, "$", raw, role=Role.PART))
        project.annotate(key, "white-house", words, tag_ids=("t-military",), claim=claim)
    third = Claim("NATO", "summits in a row", _ordinal(3, "third"), "2024")
    project.annotate("third", "white-house", "third consecutive NATO summit", claim=third)
    second = Claim("NATO", "summits in a row", _ordinal(2, "second"), "2023")
    project.annotate("second", "usip", "second in a row", claim=second, tag_ids=("t-summits",))
    day = date(2024, 7, 11)
    met = Claim("Christopher Luxon", "meeting", Quantity(QuantityKind.DATE, day, day, raw="met"))
    project.annotate("met", "beehive", "Mr Luxon met the other three leaders.", claim=met)
    project.annotate("plain", "usip", "Wellington has welcomed the invitation.")


def _ordinal(value: int, raw: str) -> Quantity:
    return Quantity(QuantityKind.ORDINAL, Decimal(value), Decimal(value), unit="summit", raw=raw)


def _add_relations(project: Project) -> None:
    contradicts = RelationKind.CONTRADICTS
    project.relate(
        "summits", contradicts, "second", "third", dimension=Dimension.TEMPORAL,
        status=Status.SETTLED, verdict=Verdict.UPDATE, rationale="One summit a year.",
        checklist=Checklist(Answer.YES, Answer.YES, Answer.NO),
        decided_at=DECIDED, decided_by="Ben Sample",
    )  # fmt: skip
    project.relate(
        "total", contradicts, "nz78", "us79", dimension=Dimension.NUMERIC,
        checklist=Checklist(Answer.YES, Answer.YES, Answer.NO, Answer.UNCLEAR),
        would_settle="The ministry's own table of commitments, with currency.",
    )  # fmt: skip
    project.relate(
        "sum", contradicts, "us79", "military", "humanitarian", "legal", dimension=Dimension.SUM,
        status=Status.SETTLED, verdict=Verdict.GENUINE, preferred_id="a-us79",
        checklist=Checklist(*[Answer.YES] * 5),
        rationale="The parts fall short of the total.\n\n“Includes” permits a remainder, but no "
        "source names one.",
        would_settle="A list of all packages.", decided_at=DECIDED, decided_by="Ben Sample",
        origin="sum v2",
    )  # fmt: skip
    project.relate(
        "meeting", contradicts, "met", "third", status=Status.DISMISSED,
        rationale="Different events.", decided_at=DECIDED, decided_by="Ada Sample",
    )  # fmt: skip
    project.relate("support", RelationKind.SUPPORTS, "military", "us79")
    project.relate("same", RelationKind.SAME_AS, "humanitarian", "legal", "military")


@pytest.fixture(scope="session")
def project() -> Project:
    return sample_project()


@pytest.fixture(scope="session")
def material(project: Project) -> ReportMaterial:
    return project.material()


@pytest.fixture
def new_project() -> type[Project]:
    return Project


def hostile_project(text: str, quote: str = "") -> Project:
    """The same text in every field that a person or a source can fill."""
    quote = quote or text
    project = Project()
    for key in ("one", "other"):
        project.source(
            key, f"{text}{quote}{text}", title=text, publisher=text, author=text, published=text,
            date_basis=text, address=text, reliability=Reliability.C, reliability_basis=text,
        )  # fmt: skip
    project.editions = [
        replace(edition, file_name=text, media_type=text, encoding=text, imported_by=text)
        for edition in project.editions
    ]
    project.tags += [
        Tag("t-1", text, colour=text, key=text[:1], description=text),
        Tag("t-2", text, "t-1", colour="blue", description=text),
    ]
    value = Quantity(QuantityKind.MEASURE, Decimal(3), Decimal(3), unit=text, raw=text, base=text)
    for key in ("one", "other"):
        claim = Claim(text, text, value, text, text, Credibility.DOUBTFUL, text)
        project.annotate(
            key, key, quote, start=len(text), tag_ids=("t-1", "t-2"), note=text, claim=claim
        )
    decided = {
        "rationale": text, "would_settle": text, "decided_at": DECIDED, "decided_by": text,
        "preferred_id": "a-one", "origin": text,
    }  # fmt: skip
    for kind in RelationKind:
        project.relate(kind.value, kind, "one", "other", **decided)
    for status in Status:
        project.relate(
            status.value, RelationKind.CONTRADICTS, "one", "other", status=status, **decided
        )
    return project


@pytest.fixture(scope="session")
def hostile() -> Callable[..., Project]:
    return hostile_project


def bytes_of(write: Callable[..., Iterator[tuple[int, int]]], material: ReportMaterial) -> bytes:
    """What a writer writes; its steps are held to what they promise."""
    file: BinaryIO = io.BytesIO()
    steps = list(write(material, file))
    assert all(0 <= done <= total for done, total in steps)
    assert steps[-1][0] == steps[-1][1]
    file.seek(0)
    return file.read()


@pytest.fixture(scope="session")
def made() -> Callable[..., bytes]:
    return bytes_of


@pytest.fixture(scope="session")
def golden() -> Callable[[str, str], None]:
    """Compares with a file in tests/golden, or writes it: ``UPDATE_GOLDEN=1 uv run pytest``."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parents[1] / "golden" / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(text, "utf-8", newline="")
        assert text == path.read_bytes().decode("utf-8")

    return compare
