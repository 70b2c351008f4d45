"""Sources, tags and relations as the sample review has them, in small."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from reviewer.domain.anchor import Target
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Edition, Relation, Source, Tag
from reviewer.domain.views import Passage, RelationView, SourceSummary
from reviewer.domain.vocabulary import (
    Credibility,
    Dimension,
    QuantityKind,
    RelationKind,
    Reliability,
    Status,
    UnitBasis,
)

NOW = datetime(2024, 8, 1, 14, 2, tzinfo=UTC)


class Samples:
    """Makes values; every call makes equal ones."""

    def source(self, name: str, **known: object) -> Source:
        made = Source(name, f"Title of {name}", f"Publisher of {name}", published="2024-07")
        return replace(made, **known)

    def row(self, name: str, position: int = 0, **counts: int) -> SourceSummary:
        edition = Edition(
            f"e-{name}",
            name,
            1,
            f"{name}.txt",
            "text/plain",
            "utf-8",
            "0" * 64,
            "0" * 64,
            9,
            NOW,
            "",
        )
        return SourceSummary(self.source(name, position=position), edition, **counts)

    def tags(self) -> tuple[Tag, ...]:
        return (
            Tag("aid", "aid", None, "blue", "1", "", 0),
            Tag("military", "military", "aid", "cyan", "", "", 0),
            Tag("humanitarian", "humanitarian", "aid", "teal", "", "", 1),
            Tag("sanctions", "sanctions", None, "orange", "2", "", 1),
            Tag("dates", "dates", None, "grey", "", "", 2),
        )

    def passage(self, name: str, source: str, quote: str, **claim: object) -> Passage:
        quantity = Quantity(
            QuantityKind.MONEY, Decimal(78), Decimal(78), unit="NZD",
            unit_basis=UnitBasis.EXPLICIT, raw=quote,
        )  # fmt: skip
        made = replace(
            Claim("New Zealand", "aid to Ukraine", quantity, "2023-05", "", Credibility.PROBABLE),
            **claim,
        )
        target = Target(10, 10 + len(quote), quote)
        annotation = Annotation(name, f"e-{source}", target, ("aid",), "", made)
        graded = self.source(source, reliability=Reliability.B, date_basis="dateline")
        return Passage(annotation, graded, "had committed ", " in assistance <b>now</b>")

    def view(self, name: str = "r1", sides: int = 2, **known: object) -> RelationView:
        sources = ("usip", "white-house", "beehive", "herald")
        quotes = ("NZ$78 million", "$79.5 million", "$50.8 million", "$19.5 million")
        passages = tuple(self.passage(f"{name}-{i}", sources[i], quotes[i]) for i in range(sides))
        relation = Relation(
            name, RelationKind.CONTRADICTS, tuple(p.annotation.id for p in passages),
            Dimension.NUMERIC, Status.OPEN, created_at=NOW, created_by="Mara",
        )  # fmt: skip
        return RelationView(replace(relation, **known), passages)


@pytest.fixture
def samples() -> Samples:
    return Samples()


@pytest.fixture
def heard():
    """Collects what a signal gives: ``heard(signal)`` is a list that grows."""

    def listen(signal):
        got = []
        signal.connect(lambda *values: got.append(values[0] if len(values) == 1 else values))
        return got

    return listen
