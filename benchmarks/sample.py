"""Projects to measure on: a document of any length with as many annotations as one likes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from reviewer.analysis.prefill import read_claim
from reviewer.domain.anchor import select
from reviewer.domain.ids import new_id
from reviewer.domain.journal import EntryKind
from reviewer.domain.records import Annotation
from reviewer.services import codebook, importing, projects, reading
from reviewer.storage import writes
from reviewer.storage.project import Project

SENTENCE = "In May 2023 the government pledged $79.5 million, of which 12 percent was paid. "
REVIEWER = "Benchmark"


def text(size: int) -> str:
    """About ``size`` characters in paragraphs, each tenth a heading; the same on every run."""
    pieces, at, number = [], 0, 0
    while at < size:
        heading = number % 10 == 0
        pieces.append(f"## Part {number}" if heading else f"{number}. " + SENTENCE * (number % 7))
        at += len(pieces[-1]) + 2
        number += 1
    return "\n\n".join(pieces)


def make_project(folder: Path, size: int, annotations: int) -> Project:
    """A project with one document, three tags and that many annotations strewn over it."""
    folder.mkdir(parents=True)
    source = folder / "document.md"
    source.write_text(text(size), encoding="utf-8")
    project = projects.new_project(folder / "benchmark.review", REVIEWER)
    importing.import_files(project, list(importing.read_files([source])))
    tags = [
        codebook.add_tag(project, name).inserted("tag")[0] for name in ("aid", "dates", "sanctions")
    ]
    (edition,) = reading.editions(project)
    body = reading.document(project, edition.id).text
    claim = read_claim(SENTENCE, 0, len(SENTENCE) - 1)
    with project.transaction("Annotate", kind=EntryKind.FINAL) as tx:
        writes.add_annotations(
            tx,
            [
                Annotation(
                    id=new_id(),
                    edition_id=edition.id,
                    target=select(body, start, end),
                    tag_ids=(tags[number % 3],),
                    claim=claim,
                    created_at=datetime.now(UTC),
                    created_by=REVIEWER,
                )
                for number, (start, end) in enumerate(_strewn(len(body), annotations))
            ],
        )
    return project


def _strewn(length: int, count: int) -> Iterator[tuple[int, int]]:
    step = length // (count + 1)
    return ((n * step, n * step + 20 + n * 37 % 100) for n in range(count))
