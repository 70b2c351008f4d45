"""The sample project, and the report of it, as files that are whole or not there."""

import tomllib
from pathlib import Path

import pytest
from hardship import files_no_longer_than, small_disk

from reviewer.assets import asset
from reviewer.domain.errors import ExchangeError, StorageError
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.exchange.formats import FORMATS
from reviewer.services import codebook, history, reading, reporting, sample
from reviewer.services.projects import check_project
from reviewer.storage import journal, queries
from reviewer.storage.project import Project


@pytest.fixture
def made(tmp_path: Path):
    with sample.make_sample(tmp_path / "sample.review", "Ada") as project:
        yield project


def test_the_sample_holds_its_review_and_checks_clean(made: Project) -> None:
    assert not check_project(made)
    found = queries.relations(made)
    assert len(found) >= 10
    assert {r.status for r in found} >= {Status.OPEN, Status.SETTLED}
    assert all(r.rationale for r in found if r.status is Status.SETTLED)
    assert any(r.kind is RelationKind.CONTRADICTS for r in found)
    summaries = reading.source_summaries(made)
    listed = tomllib.loads(asset("seeds", "manifest.toml").read_text("utf-8"))["source"]
    assert [s.source.title for s in summaries] == [source["title"] for source in listed]
    assert all(s.source.reliability for s in summaries)
    assert sum(s.open_contradictions for s in summaries) > 0


def test_what_the_sample_came_with_cannot_be_undone_but_the_persons_own_can(made: Project) -> None:
    assert history.next_undo(made) == ""
    assert not history.undo(made)
    added = codebook.add_tag(made, "place")
    assert history.undo(made).label == added.label
    assert journal.reviewers(made.connection)[-1] == "Ada"


def test_a_sample_that_does_not_fit_is_not_there_at_all(tmp_path: Path) -> None:
    path = tmp_path / "sample.review"
    with files_no_longer_than(150_000), pytest.raises(StorageError, match="not written"):
        sample.make_sample(path, "Ada")
    assert not list(tmp_path.iterdir())
    with sample.make_sample(path, "Ada") as project:
        assert not check_project(project)


def test_a_sample_that_is_there_is_left_alone(made: Project) -> None:
    with pytest.raises(StorageError, match="exists already"):
        sample.make_sample(made.path, "Ada")
    assert not check_project(made)


def test_a_log_of_a_deleted_sample_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "new" / "sample.review"
    path.parent.mkdir()
    path.with_name("sample.review-wal").write_bytes(b"left" * 5000)
    with sample.make_sample(path, "Ada") as project:
        assert not check_project(project)


def test_the_report_is_written_whole(made: Project, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("an earlier one")
    steps = reporting.export(made, target, FORMATS["html"])
    assert reporting.finished(steps) == (target,)
    text = target.read_text("utf-8")
    assert "an earlier one" not in text
    assert text.rstrip().endswith("</html>")
    assert all(e.original_sha256 in text for e in queries.editions(made))


def test_an_earlier_report_stays_when_the_disk_is_full(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("an earlier one")
    with files_no_longer_than(10_000), pytest.raises(ExchangeError, match="cannot be written"):
        reporting.write_whole(target, b"x" * 100_000)
    assert target.read_text() == "an earlier one"
    assert list(tmp_path.iterdir()) == [target]


def test_an_earlier_report_stays_on_a_real_full_disk() -> None:
    with small_disk(50_000) as folder:
        target = folder / "report.html"
        target.write_text("an earlier one")
        with pytest.raises(ExchangeError, match="No space left on device"):
            reporting.write_whole(target, b"x" * 100_000)
        assert target.read_text() == "an earlier one"
        assert list(folder.iterdir()) == [target]


@pytest.mark.parametrize("place", ["none/report.html", "file/report.html", "folder"])
def test_a_report_to_nowhere_is_a_sentence(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("a file")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExchangeError, match="cannot be written"):
        reporting.write_whole(tmp_path / place, b"x")
    assert {file.name for file in tmp_path.iterdir()} == {"file", "folder"}
