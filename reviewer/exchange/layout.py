"""What a report is made of before it has a format.

Every word is final here, so that a format only lays out: a heading, a table, a quote. Anchors
name places within the report and are unique; an empty anchor means that there is no such place.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reviewer.domain.overview import Standing
from reviewer.domain.periods import period_text


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of another place in the report."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value; where ``text`` is empty, ``gap`` says so in words."""

    label: str
    text: str
    note: str = ""  # what explains the value: how it is known, what a grade means
    gap: str = "not stated"
    anchor: str = ""  # of the place in the report that the value names
    address: str = ""  # http or https only; anything else stays text
    is_code: bool = False  # a hash or an id: every letter counts


@dataclass(frozen=True, slots=True)
class TagLabel:
    """A tag by its path in the codebook, and the name of its colour."""

    path: str
    colour: str


@dataclass(frozen=True, slots=True)
class Quote:
    """``canonical_text[start:end] == exact`` for the text whose SHA-256 is ``text_sha256``."""

    annotation_id: str
    edition_id: str
    exact: str
    start: int  # code points, half-open
    end: int
    text_sha256: str
    original_sha256: str
    source: Ref
    entry_anchor: str = ""  # of the annotation in the list by source
    before: str = ""
    after: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One member of a relation: A, B, C, …"""

    letter: str
    quote: Quote
    byline: str  # publisher and date
    value: str  # in normal form, else in words, else nothing
    facts: tuple[Fact, ...]
    is_preferred: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation with all of its sides, and what was decided about it."""

    anchor: str
    name: str  # "Contradiction 3"
    title: str
    kind: str  # as its label says: contradicts, supports, …
    status: str
    outcome: str  # the verdict, or the status while there is none; nothing if nothing is to decide
    sides: tuple[Side, ...]
    dimension: str = ""
    headline: str = ""  # one sentence: "Not a contradiction, because …"
    comparison: tuple[Fact, ...] = ()
    checklist: tuple[Fact, ...] = ()
    decision: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; an empty one is a gap and is shown as one."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading; the first cell of a row names the row."""

    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """As many columns as each row has cells."""

    caption: str
    columns: tuple[str, ...]
    groups: tuple[RowGroup, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation in the list of its source."""

    anchor: str
    quote: Quote
    tags: tuple[TagLabel, ...] = ()
    note: str = ""
    facts: tuple[Fact, ...] = ()
    findings: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag of the codebook; parents come before their children, which lie one deeper."""

    depth: int
    name: str
    colour: str
    key: str
    description: str
    own: int  # annotations that carry the tag itself
    total: int  # annotations that carry it or one below it


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One value of a source on a topic, in short; ``grade`` is reliability and credibility: B2."""

    text: str
    as_of: str = ""
    grade: str = ""
    annotation_id: str = ""
    standing: Standing = Standing.NONE

    @property
    def words(self) -> str:
        """All of it in one line."""
        return " · ".join(filter(None, [self.text, self.as_of, self.grade, self.mark]))

    @property
    def mark(self) -> str:
        """Whether others contradict it."""
        return f"contradiction {self.standing}" if self.standing else ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A row a topic, a column a source; a cell without values is a gap."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[tuple[MatrixCell, ...], ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A value and when it held; one bound may be open (None).

    On a timeline of lanes there is no number: its days are what is said, or when it held.
    """

    first: date
    last: date
    low: Decimal | None
    high: Decimal | None
    words: str
    source: str
    is_exact: bool = True
    is_dated: bool = True  # else its days are those of the source
    is_unclear: bool = False  # money whose currency is not stated, among values where it is
    annotation_id: str = ""
    standing: Standing = Standing.NONE

    @property
    def when(self) -> str:
        """Its days in words, and whose they are."""
        days = period_text(self.first, self.last)
        return days if self.is_dated else f"{days} (date of the source)"

    @property
    def mark(self) -> str:
        """Whether others contradict it."""
        return f"contradiction {self.standing}" if self.standing else ""


class Axis(StrEnum):
    """What a timeline has from bottom to top."""

    NUMBERS = "numbers"
    DATES = "dates"  # a lane each: the values are dates themselves
    WORDS = "words"  # a lane each: in words, or alone in its unit, at the time when it held


@dataclass(frozen=True, slots=True)
class Timeline:
    """The values of one topic in one unit, by time."""

    title: str
    unit: str
    points: tuple[Point, ...]
    axis: Axis = Axis.NUMBERS


@dataclass(frozen=True, slots=True)
class Counts:
    """How many annotations of each source (a column) carry each tag (a row)."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[TagLabel, ...]
    numbers: tuple[tuple[int, ...], ...]
    note: str = ""


Figure = Matrix | Timeline | Counts


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a section; what it does not have is empty."""

    title: str = ""
    anchor: str = ""
    link: Ref | None = None
    paragraphs: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    table: Table | None = None
    figure: Figure | None = None  # what ``table`` says, as a picture
    findings: tuple[Finding, ...] = ()
    entries: tuple[Entry, ...] = ()
    tree: tuple[TagRow, ...] = ()
    text: str = ""  # the full text of a source, to the letter


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter; without parts it says, in ``lead``, what is not there yet."""

    anchor: str
    title: str
    lead: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report; the first section opens with ``summary`` and ``figures``, some counts."""

    title: str
    byline: tuple[Fact, ...]
    figures: tuple[Fact, ...]
    sections: tuple[Section, ...]
    marking: str = ""  # at head and foot of every page
    author: str = ""
    language: str = "en"
    summary: tuple[str, ...] = ()  # the author's own words, by paragraph
