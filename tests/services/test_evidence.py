"""The evidence proves itself with plain Python, and fails on one changed byte anywhere."""

import ast
import hashlib
import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from making import bring_in, edition_id

from reviewer.assets import asset
from reviewer.domain.options import ReportOptions, parse_only
from reviewer.exchange.formats import FORMATS
from reviewer.services.annotating import tag_passage
from reviewer.services.projects import new_project
from reviewer.services.reporting import export, finished
from reviewer.services.sample import make_sample
from reviewer.storage import contents

VERIFY = asset("resources", "evidence", "verify.py")


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "Sample.review"
    with make_sample(path, "Ada Sample") as project:
        yield project


@pytest.fixture(scope="module")
def packed(sample, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("packed") / "aid.zip"
    finished(export(sample, target, FORMATS["evidence"]))
    return target


@pytest.fixture
def folder(packed, tmp_path) -> Path:
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "aid")
    return tmp_path / "aid"


@pytest.fixture(scope="module")
def verify():
    """``main`` of verify.py, for the many times that it is asked here."""
    spec = importlib.util.spec_from_file_location("verify", VERIFY)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.main


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Plain Python: no site packages, nothing of the environment, not the checkout."""
    return subprocess.run(
        [sys.executable, "-I", "-S", *map(str, arguments)],
        capture_output=True, encoding="utf-8", check=False, cwd="/",
    )  # fmt: skip


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_plain_python_proves_it_unpacked_and_packed(folder, packed):
    for arguments in ([folder / "verify.py"], [folder / "verify.py", packed]):
        done = run(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.endswith("All is as it was packed.\n")
        assert "67 annotations" in done.stdout


def test_originals_are_to_the_byte_what_was_imported(folder, sample):
    originals = sorted((folder / "originals").iterdir())
    assert len(originals) == 5
    for path in originals:
        assert path.read_bytes() == contents.read(sample, path.stem)


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def test_one_changed_byte_of_any_file_is_found(folder, verify, capsys):
    assert verify([str(folder)]) == 0
    for name in files(folder):
        path = folder / name
        whole = path.read_bytes()
        for at in {0, len(whole) // 3, len(whole) // 2, len(whole) - 1}:
            path.write_bytes(flipped(whole, at))
            assert verify([str(folder)]) == 1, f"{name} at {at}"
        path.write_bytes(whole + b"\n")
        assert verify([str(folder)]) == 1, f"{name} with a byte more"
        path.unlink()
        assert verify([str(folder)]) == 1, f"{name} gone"
        path.write_bytes(whole)
    assert verify([str(folder)]) == 0
    assert "NOT AS IT WAS PACKED" in capsys.readouterr().out


def test_a_changed_verify_does_not_pass_itself(folder):
    path = folder / "verify.py"
    whole = path.read_bytes()
    for at in range(0, len(whole), len(whole) // 25):
        path.write_bytes(flipped(whole, at))
        assert run(path).returncode != 0


def test_one_changed_byte_of_the_zip_is_found(packed, tmp_path, verify, capsys):
    whole = packed.read_bytes()
    copy = tmp_path / "copy.zip"
    places = {
        *range(0, len(whole), len(whole) // 200),
        len(whole) - 1,
        len(whole) - 64,
        len(whole) - 65,
    }
    for at in places:
        copy.write_bytes(flipped(whole, at))
        assert verify([str(copy)]) == 1, f"byte {at} of {len(whole)}"
    copy.write_bytes(whole)
    assert verify([str(copy)]) == 0
    capsys.readouterr()


def rewritten(folder: Path, name: str, old: str, new: str) -> None:
    """A file changed, and the manifest made to agree: what only the inner checks can see."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())
    manifest = folder / "manifest.sha256"
    lines = []
    for line in manifest.read_text().splitlines(keepends=True)[:-1]:
        of = line[66:-1]
        lines.append(f"{hashlib.sha256((folder / of).read_bytes()).hexdigest()}  {of}\n")
    own = hashlib.sha256("".join(lines).encode()).hexdigest()
    manifest.write_bytes(("".join(lines) + own + "\n").encode())


@pytest.mark.parametrize(
    ("name", "spoilt"),
    [
        ("annotations.jsonl", ('"start": ', '"start": 1', "The quote at")),
        (
            "report.html",
            ("$79.5 million in pledged support to date</mark>", "x</mark>", "The quote at"),
        ),
        ("report.html", ('data-start="', 'data-start="1', "The quote at")),
        ("journal.jsonl", ("Sample review", "Simple review", "Entry 1 of the journal was changed")),
        ("journal.jsonl", ('"seq": 2', '"seq": 3', "The journal lacks entry 2")),
        (
            "review.json",
            ('"journal_entries": ', '"journal_entries": 1', "another number of entries"),
        ),
        ("review.json", ('"length": ', '"length": 1', "has another length")),
    ],
)
def test_a_change_that_the_manifest_hides_is_found(folder, verify, capsys, name, spoilt):
    old, new, told = spoilt
    rewritten(folder, name, old, new)
    assert verify([str(folder)]) == 1
    assert told in capsys.readouterr().out


def test_a_part_of_a_project_proves_itself_too(sample, tmp_path, verify, capsys):
    target = tmp_path / "part.zip"
    options = ReportOptions(only=parse_only("contradictions"), appendix=True, marking="OFFICIAL")
    finished(export(sample, target, FORMATS["evidence"], options))
    assert verify([str(target)]) == 0, capsys.readouterr().out
    with zipfile.ZipFile(target) as archive:
        assert "OFFICIAL" in archive.read("README.txt").decode()


def test_quotes_that_no_page_can_hold_to_the_letter_stand_where_they_say(tmp_path, verify, capsys):
    text = f"{'Aid was paid. ' * 200}It rose\x02 to\x85 $3 million\uffff.\n"
    target = tmp_path / "odd.zip"
    with new_project(tmp_path / "odd.review", "Ada") as project:
        bring_in(project, "odd.txt", text)
        start = text.index("It rose")
        tag_passage(project, edition_id(project, "odd.txt"), start, len(text) - 1, None)
        finished(export(project, target, FORMATS["evidence"]))
    assert verify([str(target)]) == 0, capsys.readouterr().out
    with zipfile.ZipFile(target) as archive:
        assert "It rose\ufffd to\ufffd $3 million\ufffd" in archive.read("report.html").decode()
        assert "It rose\\u0002 to" in archive.read("annotations.jsonl").decode()


def test_an_older_python_can_run_it():
    ast.parse(VERIFY.read_text("utf-8"), feature_version=(3, 8))
