"""The hand annotation of the bundles in ``tests/fixtures/bundles``, as values with offsets."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from reviewer.documents.read import read_document
from reviewer.domain.document import Document
from reviewer.domain.vocabulary import QuantityKind

FIXTURES = Path(__file__).parent.parent / "fixtures"
FOLDER, OPENED, UNSEEN = (FIXTURES / name for name in ("bundles", "opened", "unseen"))
SENTENCE_END = re.compile(r"\n+|(?<=[.!?])[\"”’)*]*\s+(?=[\"“‘(*]*[A-Z])")

Bound = Decimal | date
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldText:
    """One document; ``starts`` are the offsets where its sentences and lines begin."""

    file: str
    title: str
    publisher: str
    published: date
    document: Document
    starts: tuple[int, ...]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that ``offset`` lies in."""
        return bisect_right(self.starts, offset)


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    """``spans`` are those that are right, the first being the one annotated."""

    file: str
    quote: str
    spans: tuple[Span, ...]
    kind: QuantityKind
    low: Bound | None
    high: Bound | None
    unit: str
    optional: bool
    fuzzy: bool


@dataclass(frozen=True, slots=True)
class GoldMember:
    """A passage, and the quantities that lie in it or that it lies in."""

    file: str
    start: int
    end: int
    quantities: tuple[GoldQuantity, ...]


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """``expect`` is suggest, never or may; ``group`` names the disagreement that it shows."""

    id: str
    expect: str
    kind: str
    dimensions: tuple[str, ...]
    group: str
    explanation: str
    members: tuple[GoldMember, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """One folder."""

    name: str
    texts: Mapping[str, GoldText]
    quantities: tuple[GoldQuantity, ...]
    relations: tuple[GoldRelation, ...]

    def expected(self, expect: str) -> tuple[GoldRelation, ...]:
        return tuple(r for r in self.relations if r.expect == expect)

    @property
    def wanted(self) -> frozenset[str]:
        """The disagreements that a reviewer would want to see."""
        return frozenset(r.group for r in self.expected("suggest"))


def names(folder: Path = FOLDER) -> tuple[str, ...]:
    """Of all bundles."""
    return tuple(sorted(path.parent.name for path in folder.glob("*/gold.toml")))


def read_bundle(name: str, folder: Path = FOLDER) -> Bundle:
    """With every quote found in its text; ValueError says which one is not."""
    raw = tomllib.loads((folder / name / "gold.toml").read_text("utf-8"))
    texts = {entry["file"]: _text(folder / name, entry) for entry in raw["documents"]}
    quantities = tuple(_quantity(texts, entry) for entry in raw.get("quantities", ()))
    relations = tuple(_relation(texts, quantities, entry) for entry in raw["relations"])
    return Bundle(name, texts, quantities, relations)


def overlap(one: Span, other: Span) -> bool:
    """Whether they share a code point."""
    return one[0] < other[1] and other[0] < one[1]


def _text(folder: Path, entry: Mapping[str, str]) -> GoldText:
    file = entry["file"]
    document = read_document((folder / file).read_bytes(), file)
    starts = (0, *(found.end() for found in SENTENCE_END.finditer(document.text)))
    published = date.fromisoformat(entry["published"])
    return GoldText(file, entry["title"], entry["publisher"], published, document, starts)


def _once(text: str, part: str) -> int:
    if text.count(part) != 1:
        raise ValueError(f"{part!r} is {text.count(part)} times in {text[:60]!r}, not once.")
    return text.index(part)


def _place(texts: Mapping[str, GoldText], entry: Mapping[str, Any]) -> Span:
    text, quote = texts[entry["file"]].document.text, entry["quote"]
    around = entry.get("in", quote)
    start = _once(text, around) + _once(around, quote)
    return start, start + len(quote)


def _quantity(texts: Mapping[str, GoldText], entry: Mapping[str, Any]) -> GoldQuantity:
    kind = QuantityKind(entry["kind"])
    start, end = _place(texts, entry)
    text = texts[entry["file"]].document.text
    low, high = (_bound(kind, entry.get(side)) for side in ("low", "high"))
    return GoldQuantity(
        entry["file"], entry["quote"],
        ((start, end), *_others(text, start, end, entry.get("also", ()))),
        kind, low, high, entry["unit"],
        entry.get("optional", False), entry.get("fuzzy", False),
    )  # fmt: skip


def _others(text: str, start: int, end: int, also: tuple[str, ...]) -> Iterator[Span]:
    """Where the other spans are that hold ``text[start:end]`` or lie in it."""
    quote = text[start:end]
    for other in also:
        first = start - _once(other, quote) if quote in other else start + _once(quote, other)
        if text[first : first + len(other)] != other:
            raise ValueError(f"{other!r} is not about {quote!r}.")
        yield first, first + len(other)


def _bound(kind: QuantityKind, value: str | None) -> Bound | None:
    if value is None:
        return None
    return date.fromisoformat(value) if kind is QuantityKind.DATE else Decimal(value)


def _relation(
    texts: Mapping[str, GoldText],
    quantities: tuple[GoldQuantity, ...],
    entry: Mapping[str, Any],
) -> GoldRelation:
    members = tuple(_member(texts, quantities, member) for member in entry["members"])
    return GoldRelation(
        entry["id"], entry["expect"], entry["kind"], tuple(entry["dimensions"]),
        entry.get("group", entry["id"]), entry["explanation"], members,
    )  # fmt: skip


def _member(
    texts: Mapping[str, GoldText],
    quantities: tuple[GoldQuantity, ...],
    entry: Mapping[str, str],
) -> GoldMember:
    file, span = entry["file"], _place(texts, entry)
    within = tuple(q for q in quantities if q.file == file and overlap(q.spans[0], span))
    return GoldMember(file, *span, within)
