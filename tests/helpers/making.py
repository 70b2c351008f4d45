"""Projects for tests: a small one of two sources, and what to compare of it."""

import tempfile
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

from sqlalchemy import select

from reviewer.documents.guess import guess_source
from reviewer.documents.read import read_document
from reviewer.domain.changes import Changes
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Relation, Tag
from reviewer.domain.vocabulary import Credibility, Dimension, QuantityKind, RelationKind
from reviewer.services import annotating, codebook, importing, projects, relating
from reviewer.storage import queries
from reviewer.storage.project import Project
from reviewer.storage.tables import JOURNALLED, PassageRow, key_of

AID = """\
New Zealand and Ukraine

New Zealand had committed NZ$78 million to Ukraine as of May 2023, an official said.

The café in Wellington was quiet. Kiwis shrugged 🥝 and read the news.
"""
PLEDGE = """\
Partners welcome a new programme

New Zealand's total of $79.5 million in pledged support includes $50.8 million in military aid.

新西兰与北约签署了合作计划。 Über 1,500 soldiers were trained.
"""
MONEY = Quantity(
    QuantityKind.MONEY, Decimal(78000000), Decimal(78000000), unit="NZD", step=Decimal(1000000)
)
FILES = {"aid.txt": AID, "pledge.txt": PLEDGE}


def read(name: str, text: str) -> importing.ReadFile:
    """A file as if it had been read from the disk."""
    data = text.encode()
    document = read_document(data, name)
    return importing.ReadFile(name, data, document, guess_source(document, name))


def bring_in(project: Project, name: str, text: str) -> Changes:
    """Import one text."""
    return importing.import_files(project, [read(name, text)]).changes


def fill(project: Project) -> None:
    """Two sources, three tags, four annotations, and a contradiction of two of them."""
    importing.import_files(project, [read(name, text) for name, text in FILES.items()])
    total = codebook.add_tag(project, "total").inserted("tag")[0]
    codebook.add_tag(project, "military", total)
    codebook.add_tag(project, "date")
    marks = [
        mark(project, "aid.txt", "NZ$78 million", "total"),
        mark(project, "pledge.txt", "total of $79.5 million", "total"),
        mark(project, "pledge.txt", "$50.8 million", "military"),
        mark(project, "aid.txt", "May 2023", "date"),
    ]
    claim = Claim("New Zealand", "aid", MONEY, "2023-05", "an official", Credibility.PROBABLE, "x")
    _set_claim(project, marks[0], claim)
    _set_claim(project, marks[3], None)
    annotating.edit_note(project, marks[0], "", "Whose dollars are these?")
    _decide(project)
    relating.relate(project, RelationKind.CONTRADICTS, Dimension.NUMERIC, marks[:2])


def _decide(project: Project) -> None:
    """A term of the reviewer's own, and a suggestion dismissed."""
    term = {"id": "t", "kind": "name", "word": "Kiwis", "meaning": "New Zealand"}
    decision = {
        "id": "d", "rule": "value", "version": 1, "outcome": "dismissed", "why": "other dollars",
        "relation_id": None, "annotation_id": None, "body": "{}",
        "decided_at": "2026-01-01T00:00:00+00:00", "decided_by": "Ada",
    }  # fmt: skip
    with project.transaction("Decide") as tx:
        tx.execute(JOURNALLED["term"].insert(), [term])
        tx.execute(JOURNALLED["suggestion_decision"].insert(), [decision])


def _set_claim(project: Project, annotation_id: str, claim: Claim | None) -> None:
    """Whatever the text reads like."""
    found = queries.annotation(project, annotation_id)
    annotating.edit_claim(project, annotation_id, found.claim, claim)


@cache
def _filled() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "small.review"
        with projects.new_project(path, "Ada") as project:
            fill(project)
        return path.read_bytes()


def small_project(path: Path) -> Path:
    """The small project, closed, at ``path``."""
    path.write_bytes(_filled())
    return path


def edition_id(project: Project, file_name: str) -> str:
    """The edition that came from a file."""
    return next(e.id for e in queries.editions(project) if e.file_name == file_name)


def span(file_name: str, words: str) -> tuple[int, int]:
    """Where the words stand in one of the two texts."""
    start = FILES[file_name].index(words)
    return start, start + len(words)


def tag_named(project: Project, name: str) -> Tag:
    """The tag of that name."""
    return next(tag for tag in queries.tags(project) if tag.name == name)


def mark(project: Project, file_name: str, words: str, tag: str | None = None) -> str:
    """Annotate the words; returns the annotation's id."""
    tag_id = tag_named(project, tag).id if tag else None
    place = edition_id(project, file_name), *span(file_name, words)
    return annotating.tag_passage(project, *place, tag_id).inserted("annotation")[0]


def annotation_of(project: Project, words: str) -> Annotation:
    """The annotation whose quote is these words."""
    return next(a for a in queries.annotations(project) if a.target.exact == words)


def only_relation(project: Project) -> Relation:
    """The one relation of the small project."""
    (relation,) = queries.relations(project)
    return relation


Rows = dict[str, dict[str, dict[str, object]]]


def rows_of(project: Project) -> Rows:
    """Everything in every journalled table: table → key → row."""
    return {
        name: {key_of(table, r): dict(r) for r in project.execute(select(table)).mappings()}
        for name, table in JOURNALLED.items()
    }


def index_of(project: Project) -> Counter[tuple[object, ...]]:
    """What is searched, whatever the numbers of its rows."""
    query = select(
        PassageRow.kind, PassageRow.owner_id, PassageRow.start, PassageRow.end, PassageRow.text
    )
    return Counter(tuple(row) for row in project.execute(query))
