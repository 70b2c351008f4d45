"""Reports of a real project: whole or not at all, and stopped without a trace."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.domain.errors import ExchangeError
from reviewer.domain.options import ReportOptions, parse_only
from reviewer.exchange.formats import FORMATS
from reviewer.services.projects import check_project
from reviewer.services.reporting import export, finished
from reviewer.services.sample import make_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "Sample.review"
    with make_sample(path, "Ada Sample") as project:
        yield project


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_and_tells_how_far_it_is(sample, tmp_path, name):
    target = tmp_path / f"report{FORMATS[name].suffix}"
    steps = []
    work = export(sample, target, FORMATS[name])
    while True:
        try:
            steps.append(next(work))
        except StopIteration as end:
            files = end.value
            break
    assert names(tmp_path) == sorted(path.name for path in files)
    assert all(path.stat().st_size for path in files)
    assert all(0 <= done <= total for done, total in steps)
    assert steps[-1][0] == steps[-1][1]


@pytest.mark.parametrize("name", FORMATS)
def test_stopping_anywhere_leaves_the_earlier_file(sample, tmp_path, name):
    target = tmp_path / "earlier.zip"
    target.write_bytes(b"earlier")
    taken = 0
    while True:
        work = export(sample, target, FORMATS[name])
        try:
            for _ in range(taken + 1):
                next(work)
        except StopIteration:
            break
        work.close()
        assert names(tmp_path) == ["earlier.zip"]
        assert target.read_bytes() == b"earlier"
        taken += 1
    assert taken > 1


class _FullDisk:
    def __init__(self, file):
        self._file = file

    def __getattr__(self, name):
        return getattr(self._file, name)

    def write(self, _data):
        raise OSError(28, os.strerror(28))


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_is_said_and_leaves_the_earlier_file(sample, tmp_path, name, monkeypatch):
    target = tmp_path / "earlier.zip"
    target.write_bytes(b"earlier")
    real = Path.open
    monkeypatch.setattr(
        Path, "open",
        lambda self, mode="r", *more, **named:
            _Opened(real(self, mode, *more, **named)) if self.suffix == ".part"
            else real(self, mode, *more, **named),
    )  # fmt: skip
    with pytest.raises(ExchangeError, match="cannot be written: No space left on device"):
        finished(export(sample, target, FORMATS[name]))
    assert names(tmp_path) == ["earlier.zip"]
    assert target.read_bytes() == b"earlier"


class _Opened:
    def __init__(self, file):
        self._file = file

    def __enter__(self):
        return _FullDisk(self._file)

    def __exit__(self, *_):
        self._file.close()


@pytest.mark.parametrize("name", ["html", "csv", "docx", "evidence"])
def test_a_folder_that_is_not_there_is_said(sample, tmp_path, name):
    with pytest.raises(ExchangeError, match=r"cannot be written: there is no folder “.*none”"):
        finished(export(sample, tmp_path / "none" / "report", FORMATS[name]))


def test_a_folder_is_said(sample, tmp_path):
    with pytest.raises(ExchangeError, match="cannot be written: it is a folder"):
        finished(export(sample, tmp_path, FORMATS["html"]))


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_is_written_over_a_project(sample, tmp_path, name):
    other = tmp_path / "Other-claims.csv"
    other.write_bytes(sample.path.read_bytes())
    linked = tmp_path / "report.html"
    linked.symlink_to(sample.path)
    beside = [sample.path.with_name(f"{sample.path.name}{end}") for end in ("-wal", "-journal")]
    there = names(tmp_path), names(sample.path.parent), other.read_bytes()
    form = replace(FORMATS[name], files=())
    for target in (sample.path, other, linked, *beside):
        with pytest.raises(ExchangeError, match="is a project, which no report may replace"):
            finished(export(sample, target, form))
    assert (names(tmp_path), names(sample.path.parent), other.read_bytes()) == there
    assert not check_project(sample)


def test_nor_one_of_several_tables(sample, tmp_path):
    other = tmp_path / "Other-claims.csv"
    other.write_bytes(sample.path.read_bytes())
    with pytest.raises(ExchangeError, match=r"Other-claims\.csv” is a project"):
        finished(export(sample, tmp_path / "Other.csv", FORMATS["csv"]))
    assert names(tmp_path) == ["Other-claims.csv"]


def test_the_terminal_passes_every_option_on(sample, tmp_path, capsys):
    target = tmp_path / "aid.html"
    code = main(
        [
            "export", str(sample.path), "--format", "html", "--output", str(target),
            "--only", "contradictions", "--title", "Aid at odds", "--author", "Cy Sample",
            "--marking", "OFFICIAL", "--status", "open", "--context", "40", "--order", "topic",
            "--appendix", "--language", "en",
        ]
    )  # fmt: skip
    assert code == 0
    assert capsys.readouterr().out == f"Wrote {target}.\n"
    page = target.read_text("utf-8")
    for words in ("Aid at odds", "Cy Sample", "OFFICIAL", "Full texts of the sources"):
        assert words in page
    assert "only contradictions; relations that are open" in page


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--only", "tag=none"], "There is no tag “none” in this project."),
        (["--only", "topics"], "no part of a project"),
        (["--only", ""], "no part of a project"),
        (["--language", "xx"], "not written in “xx”"),
        (["--context", "-1"], "The context must be 0 to 10,000 characters."),
    ],
)
def test_wrong_options_are_said_and_nothing_is_written(sample, tmp_path, capsys, more, told):
    target = tmp_path / "aid.html"
    args = ["export", str(sample.path), "--format", "html", "--output", str(target), *more]
    assert main(args) == 1
    assert told in capsys.readouterr().err
    assert not names(tmp_path)


def test_no_context_shows_the_quotes_alone(sample, tmp_path):
    target = tmp_path / "bare.html"
    options = ReportOptions(context=0, only=parse_only("contradictions"))
    finished(export(sample, target, FORMATS["html"], options))
    assert 'class="context"' not in target.read_text("utf-8")
