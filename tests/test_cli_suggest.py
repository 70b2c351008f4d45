"""``reviewer quantities`` and ``reviewer suggest`` on files: what is printed, where, and the code."""

import io
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.documents.read import read_document
from reviewer.services.deciding import dismiss
from reviewer.services.projects import open_project
from reviewer.services.proposed import pending_relations
from reviewer.services.suggesting import read_suggestions, store

FIXTURES = Path(__file__).parent / "fixtures"
QUANTITY = ["source", "start", "end", "exact", "kind", "low", "high", "unit", "approximator",
            "subject", "measure", "as_of"]  # fmt: skip
SUGGESTION = ["kind", "dimension", "score", "rule", "reason", "members"]
ONE = "# Aid\n\nAs of May 2023, New Zealand had pledged NZ$78 million in aid. 🇳🇿 Over 1,200 sanctions.\n"
OTHER = "New Zealand has pledged $79.5 million in aid. Growth was 2.50 percent of GDP.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "one.md", tmp_path / "other.txt"
    one.write_text(ONE, "utf-8")
    other.write_text(OTHER, "utf-8")
    return one, other


def rows(out: str) -> list[dict[str, object]]:
    return [json.loads(line, parse_float=Decimal) for line in out.splitlines()]


def test_quantities_are_a_line_each_in_the_agreed_form(files, run) -> None:
    code, out, err = run("quantities", *files, "--json")
    assert (code, err) == (0, "")
    found = rows(out)
    assert all(list(row) == QUANTITY for row in found)
    assert [row["source"] for row in found] == ["one.md"] * 3 + ["other.txt"] * 2
    for row in found:
        path = files[row["source"] == "other.txt"]
        text = read_document(path.read_bytes(), path.name).text
        assert text[row["start"] : row["end"]] == row["exact"]
    date, money, count, dollars, percent = found
    assert (date["kind"], date["low"], date["high"]) == ("date", "2023-05-01", "2023-05-31")
    assert (money["low"], money["high"], money["unit"]) == (78_000_000, 78_000_000, "NZD")
    assert (money["subject"], money["as_of"]) == ("New Zealand", "2023-05")
    assert (count["kind"], count["low"], count["high"]) == ("count", 1200, None)
    assert (count["approximator"], count["unit"]) == ("Over", "sanctions")
    assert dollars["unit"] == "$", "whose dollar it is, the text does not say"
    assert (percent["unit"], percent["low"]) == ("percent", Decimal("2.5"))


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("$0.1", "0.1"),
        ("$1.10 trillion", "1100000000000"),
        ("$123456789012345678901.23", "123456789012345678901.23"),
        ("$0.00000012", "0.00000012"),
        ("$1200", "1200"),
    ],
)
def test_bounds_have_all_their_digits_and_no_exponent(
    words: str, digits: str, tmp_path: Path, run
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"It cost {words} then.\n")
    out = run("quantities", path, "--json")[1]
    assert f'"low": {digits}, "high": {digits}, ' in out


def test_the_date_of_the_file_is_what_relative_days_count_from(tmp_path: Path, run) -> None:
    path = tmp_path / "2024-07-12 news.txt"
    path.write_text("Last month the council met.\n")
    (row,) = rows(run("quantities", path, "--json")[1])
    assert (row["low"], row["high"]) == ("2024-06-01", "2024-06-30")


def test_sidebars_are_listed_without_a_frame(tmp_path: Path, run) -> None:
    path = tmp_path / "a.md"
    body = "New Zealand has pledged $79.5 million in aid to Ukraine, the minister said.\n\n"
    path.write_text(f"# Aid\n\n{body * 2}Most read\n\nSpain has 300 ships\n\nA Title\n")
    document = read_document(path.read_bytes(), path.name)
    assert any(block.boilerplate for block in document.blocks)
    last = rows(run("quantities", path, "--json")[1])[-1]
    assert (last["exact"], last["low"]) == ("300", 300)
    assert {last["subject"], last["measure"], last["as_of"]} == {""}


def test_suggestions_are_a_line_each_in_the_agreed_form(files, run) -> None:
    code, out, err = run("suggest", *files, "--json")
    assert (code, err) == (0, "")
    found = rows(out)
    assert found
    scores = [row["score"] for row in found]
    assert scores == sorted(scores, reverse=True)
    for row in found:
        assert list(row) == SUGGESTION
        for member in row["members"]:
            assert list(member) == ["source", "start", "end", "exact"]
            path = files[member["source"] == "other.txt"]
            text = read_document(path.read_bytes(), path.name).text
            assert text[member["start"] : member["end"]] == member["exact"]
    quotes = [{member["exact"] for member in row["members"]} for row in found]
    assert {"NZ$78 million", "$79.5 million"} in quotes


def test_files_of_one_name_are_told_apart(tmp_path: Path, run) -> None:
    for folder, text in (("a", ONE), ("b", OTHER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "news.md").write_text(text, "utf-8")
    out = run("suggest", tmp_path / "a" / "news.md", tmp_path / "b" / "news.md", "--json")[1]
    sources = {member["source"] for row in rows(out) for member in row["members"]}
    assert sources == {"news.md"}


def test_what_cannot_be_read_is_told_of_and_the_rest_is_done(files, tmp_path: Path, run) -> None:
    absent, empty = tmp_path / "absent.txt", tmp_path / "empty.txt"
    empty.touch()
    for command in ("quantities", "suggest"):
        good = run(command, *files, "--json")[1]
        code, out, err = run(command, absent, files[0], empty, tmp_path, files[1], "--json")
        assert (code, out) == (1, good)
        told = err.splitlines()
        assert len(told) == 3
        assert all(line.startswith("reviewer: ") and line.endswith(".") for line in told)


def test_a_listing_for_people(files, run) -> None:
    code, out, err = run("quantities", *files)
    assert (code, err) == (0, "")
    (line,) = [line for line in out.splitlines() if "NZ$78 million" in line]
    assert "money: NZD 78,000,000" in line
    assert "New Zealand" in line
    assert "as of 2023-05" in line
    code, out, err = run("suggest", *files)
    assert (code, err) == (0, "")
    assert out.startswith("contradicts, ")
    assert "“NZ$78 million”" in out


def test_neither_the_window_nor_the_database_is_loaded_for_files(files) -> None:
    script = (
        "import sys; from reviewer.cli import main; main(sys.argv[1:]);"
        "sys.exit(any(name in sys.modules for name in ('PySide6', 'sqlalchemy', 'sqlite3')))"
    )
    for command in ("quantities", "suggest"):
        ended = subprocess.run(
            [sys.executable, "-c", script, command, *files, "--json"],
            capture_output=True, text=True, encoding="utf-8", timeout=900, check=False,
        )  # fmt: skip
        assert (ended.returncode, ended.stderr) == (0, "")
        assert ended.stdout


@pytest.fixture
def project(files, tmp_path: Path, run) -> Path:
    path = tmp_path / "Aid.review"
    run("new", path)
    run("import", path, *files)
    return path


def test_a_project_gives_the_same_as_its_files_and_stays_as_it_is(files, project, run) -> None:
    before = project.read_bytes()
    assert run("suggest", project, "--json") == run("suggest", *files, "--json")
    assert run("suggest", project) == run("suggest", *files)
    assert project.read_bytes() == before


def test_what_was_decided_in_a_project_is_not_told_again(project, run) -> None:
    found = rows(run("suggest", project, "--json")[1])
    with open_project(project, "Ada") as opened:
        store(opened, read_suggestions(opened))
        first = pending_relations(opened)[0]
        dismiss(opened, first.key)
    left = rows(run("suggest", project, "--json")[1])
    assert len(left) == len(found) - 1
    quotes = {p.annotation.target.exact for p in first.passages}
    assert quotes not in [{m["exact"] for m in row["members"]} for row in left]


def test_one_project_alone(files, project, tmp_path: Path, run) -> None:
    for given in ((project, files[0]), (files[0], project), (project, project)):
        code, out, err = run("suggest", *given)
        assert (code, out, err) == (1, "", "reviewer: Name one project alone, or files alone.\n")
    code, out, err = run("suggest", tmp_path / "absent.review")
    assert (code, out) == (1, "")
    assert "does not exist" in err
    named = tmp_path / "project.txt"
    named.write_bytes(project.read_bytes())
    assert run("suggest", named, "--json") == run("suggest", project, "--json")


# What programs rely on

LISTINGS = Path(__file__).parents[1] / "docs" / "listings.md"
UNDATED = "The council met on 12 March and last June. It has over 1,200 members.\n"
MANY = "\n\n".join(f"In {year} the dam cost ${year} million." for year in range(1950, 2020))


def test_every_name_is_documented_in_its_order() -> None:
    told = LISTINGS.read_text("utf-8")
    for section, names in (("## quantities", QUANTITY), ("## suggest", SUGGESTION)):
        table = told.partition(section)[2].partition("##")[0]
        cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
        assert [name.strip("` ") for cell in cells for name in cell.split(",")] == names


def test_what_the_words_do_not_tell_is_null_as_documented(tmp_path: Path, run) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(UNDATED)
    found = {
        row["exact"]: (row["low"], row["high"])
        for row in rows(run("quantities", path, "--json")[1])
    }
    assert found["12 March"] == found["last June"] == (None, None)
    assert found["over 1,200"] == (1200, None)
    assert "`null`" in LISTINGS.read_text("utf-8")


def hostile(tmp_path: Path) -> dict[str, Path]:
    made = {name: tmp_path / name for name in ("binary.txt", "damaged.review", "other.review")}
    made["binary.txt"].write_bytes(bytes(range(256)) * 40)
    made["damaged.review"].write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    made["other.review"].write_text("No project.")
    return made | {"absent.review": tmp_path / "absent.review", "a folder": tmp_path}


@pytest.mark.parametrize(
    "name", ["binary.txt", "damaged.review", "other.review", "absent.review", "a folder"]
)
def test_hostile_input_gives_one_sentence(name: str, tmp_path: Path, run) -> None:
    path = hostile(tmp_path)[name]
    code, out, err = run("suggest", path, "--json")
    assert (code, out) == (1, "")
    assert err.startswith("reviewer: “")
    assert err.count("\n") == 1


def _suggested(files: list[Path], seed: str) -> str:
    """What a new process prints, in which Python orders its sets by ``seed``."""
    return subprocess.run(
        [sys.executable, "-m", "reviewer", "suggest", *files, "--json"],
        env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, encoding="utf-8",
        timeout=900, check=True,
    ).stdout  # fmt: skip


def test_every_run_says_the_same() -> None:
    files = sorted((FIXTURES / "opened" / "retailer").glob("*.txt"))
    first, second = (_suggested(files, seed) for seed in "12")
    assert first
    assert first == second


def test_each_line_is_flushed(files, monkeypatch: pytest.MonkeyPatch) -> None:
    class Flushed(io.StringIO):
        seen: tuple[str, ...] = ()

        def flush(self) -> None:
            self.seen = (*self.seen, self.getvalue())

    for command in ("quantities", "suggest"):
        stream = Flushed()
        monkeypatch.setattr(sys, "stdout", stream)
        assert main([command, *map(str, files), "--json"]) == 0
        lines = stream.getvalue().splitlines(keepends=True)
        assert list(stream.seen) == ["".join(lines[: n + 1]) for n in range(len(lines))]


def test_a_reader_that_stops_early_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "many.txt"
    path.write_text(MANY)
    with subprocess.Popen(
        [sys.executable, "-m", "reviewer", "quantities", path, path, "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    ) as running:  # fmt: skip
        assert running.stdout
        assert running.stderr
        assert json.loads(running.stdout.readline())["source"] == "many.txt"
        running.stdout.close()
        assert running.stderr.read() == ""
        assert running.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_output_that_cannot_be_written_is_told_in_one_sentence(files) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "reviewer", "quantities", *files],
            stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8", timeout=900,
            check=False,
        )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr == "reviewer: The output cannot be written: No space left on device.\n"
