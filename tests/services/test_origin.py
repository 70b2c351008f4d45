"""Reports hold what a person accepted, and say which relations began as suggestions."""

import io
import zipfile
from pathlib import Path

import pytest
from making import mark
from proposing import PARTS, TWO, claim_at, propose, relation_of

from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.exchange.formats import FORMATS
from reviewer.services import annotating, deciding, reading, relating, reporting
from reviewer.storage import queries
from reviewer.storage.project import Project

LISTING = sorted(FORMATS.keys() - {"dot", "docx-comments"})
"""A drawing has no room for it, and comments hang on passages, not on relations."""


def everything_in(path: Path) -> str:
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())


@pytest.fixture
def decided(project: Project) -> Project:
    """One suggestion accepted, one pending with a claim; and a relation that a person marked."""
    for annotation in queries.annotations(project):
        annotating.delete_annotation(project, annotation.id)
    accepted = relation_of(project, *TWO, rule="stepwise", version=3)
    pending = relation_of(project, *PARTS, rule="undecided")
    propose(project, accepted, pending, claims=(claim_at(project, "aid.txt", "May 2023"),))
    deciding.accept(project, accepted.key)
    sides = [mark(project, "aid.txt", "committed"), mark(project, "pledge.txt", "military aid")]
    relating.relate(project, RelationKind.CONTRADICTS, Dimension.OTHER, sides)
    return project


def test_a_relation_knows_what_it_began_as(decided: Project) -> None:
    assert [view.origin for view in reading.relations(decided)] == ["stepwise v3", ""]


@pytest.mark.parametrize("name", LISTING)
def test_each_format_says_so_and_holds_nothing_undecided(
    name: str, decided: Project, tmp_path: Path
) -> None:
    target = tmp_path / "report.zip" if name == "csv" else tmp_path / "report"
    reporting.finished(reporting.export(decided, target, FORMATS[name]))
    told = everything_in(target)
    assert "stepwise v3" in told
    assert "undecided" not in told
