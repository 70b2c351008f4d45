"""Each command of the terminal: what it prints, where, and its exit code."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hardship import open_folder, without_rights

from reviewer import __version__
from reviewer.cli import _COMMANDS, _parse
from reviewer.services.sample import make_sample

SPOIL_A_TEXT = (
    "UPDATE content SET data = data || ' ' WHERE sha256 IN"
    " (SELECT text_sha256 FROM edition WHERE rowid = 1)"
)


@pytest.fixture(scope="module")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample project that is made once; tests work on copies."""
    path = tmp_path_factory.mktemp("sample") / "Sample.review"
    make_sample(path, "Mara").close()
    return path


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made_sample, tmp_path / "Sample.review"))


def is_one_sentence(err: str) -> bool:
    """One line, ending like a sentence, that is no traceback."""
    return err.count("\n") == 1 and err.endswith(".\n") and "Traceback" not in err


def change(path: Path, statement: str, *values: object) -> None:
    """Alter the file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(statement, values).rowcount == 1
        connection.commit()


# Help, version, wrong use


def test_version(run) -> None:
    assert run("--version") == (0, f"Reviewer {__version__}\n", "")


@pytest.mark.parametrize("name", ["", *_COMMANDS])
def test_help_has_an_example_that_parses(name: str, run) -> None:
    code, out, err = run(*filter(None, [name]), "--help")
    assert (code, err) == (0, "")
    (example,) = re.findall(r"^example: +(reviewer .*)$", out, re.MULTILINE)
    assert name in example.split()[1:2] or not name
    assert _parse(example.split()[1:]).run


def test_the_overview_names_every_command(run) -> None:
    out = run("--help")[1]
    for name, (usage, *_) in _COMMANDS.items():
        assert f"\n  {usage}" in out, name


@pytest.mark.parametrize(
    "words",
    [
        ["new"],
        ["import", "Aid.review"],
        ["export", "Aid.review", "--format", "odt", "--output", "x"],
        ["export", "Aid.review", "--format", "html"],
        ["check"],
        ["log", "Aid.review", "--xml"],
        ["tour"],
        ["frobnicate"],
        ["--frobnicate"],
    ],
)
def test_wrong_use_is_one_sentence_and_2(words: list[str], run) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert is_one_sentence(err)
    assert "--help" in err


# What a person can act on


@pytest.mark.parametrize(
    "words",
    [["import", "{}", "x.txt"], ["export", "{}", "--format", "html", "--output", "x.html"],
     ["check", "{}"], ["log", "{}"], ["log", "{}", "--json"]],
)  # fmt: skip
def test_what_is_no_project_is_refused_in_a_sentence_and_left(
    words: list[str], tmp_path: Path, run
) -> None:
    text = tmp_path / "notes.review"
    text.write_text("Only notes.")
    empty = tmp_path / "empty.review"
    empty.touch()
    other = tmp_path / "other.review"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE a (b)")
        connection.commit()
    before = {path: path.read_bytes() for path in (text, empty, other)}
    for path in (text, empty, other, tmp_path / "absent.review", tmp_path):
        code, out, err = run(*(word.format(path) for word in words))
        assert (code, out) == (1, "")
        assert is_one_sentence(err), err
        assert path.name in err
    assert {path: path.read_bytes() for path in before} == before
    assert set(tmp_path.iterdir()) == before.keys()


def test_a_damaged_project_is_told_of(sample: Path, run) -> None:
    with sample.open("r+b") as file:
        file.truncate(sample.stat().st_size // 2)
    for words in (["check", sample], ["log", sample], ["import", sample, __file__]):
        code, _, err = run(*words)
        assert code == 1
        assert "Traceback" not in err
    assert is_one_sentence(err), err


def test_a_newer_schema_is_refused(sample: Path, run) -> None:
    with closing(sqlite3.connect(sample)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    before = sample.read_bytes()
    code, _, err = run("check", sample)
    assert code == 1
    assert "newer Reviewer" in err
    assert is_one_sentence(err) or err.count("\n") == 1
    assert sample.read_bytes() == before


def test_new_makes_a_project_and_does_not_replace_one(tmp_path: Path, run) -> None:
    path = tmp_path / "Aid.review"
    assert run("new", path) == (0, f"Made {path}.\n", "")
    before = path.read_bytes()
    code, out, err = run("new", path)
    assert (code, out) == (1, "")
    assert "exists already" in err
    assert is_one_sentence(err) or err.count("\n") == 1
    assert path.read_bytes() == before
    assert run("check", path)[0] == 0


def test_new_in_a_missing_folder(tmp_path: Path, run) -> None:
    code, out, err = run("new", tmp_path / "nowhere" / "Aid.review")
    assert (code, out) == (1, "")
    assert is_one_sentence(err)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written(run) -> None:
    with open_folder() as folder:
        with without_rights(folder):
            code, _, err = run("new", folder / "Aid.review")
        assert code == 1
        assert is_one_sentence(err)
        assert list(folder.iterdir()) == []


# import


def test_import_goes_on_after_refusals(tmp_path: Path, run) -> None:
    project, good, late = tmp_path / "Aid.review", tmp_path / "a.txt", tmp_path / "z.md"
    good.write_text("New Zealand has pledged $79.5 million.\n")
    late.write_text("# Sanctions\n\nOver 1,200 people.\n")
    twin = tmp_path / "twin.txt"
    twin.write_bytes(good.read_bytes())
    empty, picture = tmp_path / "empty.txt", tmp_path / "picture.png"
    empty.touch()
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\xff\xfe")
    run("new", project)
    refused = [empty, picture, twin, tmp_path / "absent.txt", tmp_path]
    code, out, err = run("import", project, good, *refused, late)
    assert code == 1
    assert out == "a.txt: imported\nz.md: imported\n"
    told = err.splitlines()
    assert [line.split(": ")[0] for line in told] != []
    assert {line.split(": ")[0] for line in told} == {path.name for path in refused}
    assert len(told) == len(refused)
    assert all(line.endswith(".") for line in told)
    assert run("check", project)[0] == 0


def test_import_of_good_files_is_0_and_the_same_again_is_1(tmp_path: Path, run) -> None:
    project, good = tmp_path / "Aid.review", tmp_path / "a.txt"
    good.write_text("New Zealand has pledged $79.5 million.\n")
    run("new", project)
    assert run("import", project, good) == (0, "a.txt: imported\n", "")
    entries = run("log", project)[1]
    code, out, err = run("import", project, good)
    assert (code, out) == (1, "")
    assert "already" in err
    assert run("log", project)[1] == entries, "nothing was done, so nothing is in the journal"


def test_import_into_a_read_only_file(sample: Path, run) -> None:
    with open_folder() as folder:
        project, good = folder / "Aid.review", folder / "a.txt"
        shutil.copyfile(sample, project)
        good.write_text("New Zealand has pledged $79.5 million.\n")
        with without_rights(project):
            code, out, err = run("import", project, good)
        assert (code, out) == (1, "")
        assert is_one_sentence(err)
        assert run("check", project)[0] == 0, "it can still be read"


# export


def test_export_writes_the_report(sample: Path, tmp_path: Path, run) -> None:
    target = tmp_path / "aid.html"
    code, out, err = run("export", sample, "--format", "html", "--output", target)
    assert (code, out, err) == (0, f"Wrote {target}.\n", "")
    page = target.read_text("utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "NZ$78 million" in page
    assert "$79.5 million" in page
    assert "<script" not in page.lower()
    assert not list(tmp_path.glob(".*")), "no draft is left"


def test_a_failed_export_leaves_the_earlier_file(
    sample: Path, tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "aid.html"
    target.write_text("earlier")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, out, err = run("export", sample, "--format", "html", "--output", target)
    assert (code, out) == (1, "")
    assert "No space left" in err
    assert is_one_sentence(err)
    assert target.read_text() == "earlier"
    assert not list(tmp_path.glob(".*")), "no draft is left"


def test_export_to_a_place_that_is_none(sample: Path, tmp_path: Path, run) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    for target in (tmp_path / "folder", tmp_path / "absent" / "x.html", tmp_path / "file" / "x"):
        code, out, err = run("export", sample, "--format", "html", "--output", target)
        assert (code, out) == (1, "")
        assert is_one_sentence(err), err


# check


def test_check_of_a_sound_project(sample: Path, run) -> None:
    code, out, err = run("check", sample)
    assert (code, err) == (0, "")
    assert out.count("\n") == 1


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE source SET title = 'Another' WHERE position = 1", "Row .* of “source” is not"),
        ("UPDATE annotation SET exact = 'invented' WHERE id = (SELECT min(id) FROM annotation)",
         "The quote “invented” does not stand"),
        ("UPDATE annotation SET start = start + 1 WHERE id = (SELECT min(id) FROM annotation)",
         "does not stand at"),
        ("DELETE FROM relation_member WHERE rowid = (SELECT min(rowid) FROM relation_member)",
         "Row .* of “relation_member” is not"),
        ("UPDATE journal SET label = 'Nothing happened' WHERE seq = 2",
         "Entry 2 of the journal .“Nothing happened”. is not as it was written"),
        ("UPDATE journal SET reviewer = 'Somebody' WHERE seq = 1", "Entry 1 of the journal"),
        ("DELETE FROM journal WHERE seq = 1", "The journal lacks entry 1"),
        (SPOIL_A_TEXT, "The text of “.*” is not as it was stored"),
    ],
)  # fmt: skip
def test_check_finds_what_was_done_by_a_back_door(
    statement: str, finding: str, sample: Path, run
) -> None:
    change(sample, statement)
    code, out, err = run("check", sample)
    assert code == 1
    assert err == ""
    assert re.search(finding, out), out
    assert all(line.endswith(".") for line in out.splitlines())


# log


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def chained(lines: list[dict[str, object]]) -> bool:
    """Recompute the chain with nothing but what is printed."""
    previous = "0" * 64
    for line in lines:
        told = [line[k] for k in ("seq", "kind", "label", "reviewer", "at", "of")]
        body = compact([previous, *told, compact(line["rows"])])
        if line["previous_hash"] != previous:
            return False
        if line["hash"] != hashlib.sha256(body.encode()).hexdigest():
            return False
        previous = str(line["hash"])
    return True


def test_log_json_is_a_chain_that_anyone_can_verify(sample: Path, tmp_path: Path, run) -> None:
    good = tmp_path / "a.txt"
    good.write_text("Größe: „79,5 Millionen“ 🇳🇿\n", "utf-8")
    run("import", sample, good)
    code, out, err = run("log", sample, "--json")
    assert (code, err) == (0, "")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["seq"] for line in lines] == [1, 2, 3]
    assert chained(lines)
    lines[1]["label"] = "Something else"
    assert not chained(lines)


def test_log_tells_a_line_an_entry(sample: Path, run) -> None:
    code, out, err = run("log", sample)
    assert (code, err) == (0, "")
    assert re.fullmatch(
        r" +1  \d{4}-\d\d-\d\d \d\d:\d\d:\d\d  Sample review  Create the project\n"
        r" +2  .*  Sample review  Load the sample review \(5 sources\)\n",
        out,
    ), out


def test_the_journal_has_the_name_that_was_given(
    tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_NAME", " Mara ")
    run("new", tmp_path / "Aid.review")
    assert "  Mara  Create the project" in run("log", tmp_path / "Aid.review")[1]


# The process itself


def test_the_program_as_a_process_ends_as_it_should(sample: Path, tmp_path: Path) -> None:
    def call(words: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            f'"{sys.executable}" -m reviewer {words}',
            shell=True, capture_output=True, text=True, timeout=900, check=False, cwd=tmp_path,
            env=os.environ | env,
        )  # fmt: skip

    refused = call("check absent.review")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert is_one_sentence(refused.stderr)
    narrow = call("log Sample.review --json", PYTHONIOENCODING="ascii")
    assert (narrow.returncode, narrow.stderr) == (0, "")
    lines = [json.loads(line) for line in narrow.stdout.splitlines()]
    assert chained(lines), "the letters that the terminal has not are escaped as JSON does"
    cut = call("log Sample.review --json | head -c 10")
    assert cut.returncode == 0
    assert cut.stderr == ""
