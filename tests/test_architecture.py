"""The house rules that a program can check: who imports whom, sizes, errors, and clean files."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "reviewer").rglob("*.py"))
LONGEST = 400  # lines; aim at 300

# File → why it may catch everything. A handler that ends with a bare `raise` needs no entry.
CATCHES_ALL: dict[str, str] = {
    "reviewer/ui/jobs.py": "a bug in a thread is carried to the window's thread, and raised there",
    "reviewer/ui/selftest.py": "whatever a step fails of is what the self-test is there to tell",
}

# What make and the tools leave behind, which is in no clone.
MADE = {"build", "dist", "__pycache__"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_imports_keep_to_the_layers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    # It would set logging up anew, and silence every logger for the tests that follow.
    monkeypatch.setattr("logging.config.dictConfig", lambda _: None)
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def _catches_all(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    broad = any(
        kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})
        for kind in kinds
    )
    last = handler.body[-1]
    return broad and not (isinstance(last, ast.Raise) and last.exc is None)


def _broad_handlers(code: str) -> list[int]:
    nodes = ast.walk(ast.parse(code))
    return [n.lineno for n in nodes if isinstance(n, ast.ExceptHandler) and _catches_all(n)]


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_no_error_is_swallowed_with_the_rest(path: Path) -> None:
    found = _broad_handlers(path.read_text("utf-8"))
    assert bool(found) == (_name(path) in CATCHES_ALL), f"catches everything in lines {found}"


@pytest.mark.parametrize("clause", ["", " Exception", " (OSError, Exception) as error"])
def test_a_broad_handler_is_seen(clause: str) -> None:
    assert _broad_handlers(f"try:\n    go()\nexcept{clause}:\n    pass") == [3]
    assert not _broad_handlers(f"try:\n    go()\nexcept{clause}:\n    undo()\n    raise")


def _texts() -> Iterator[tuple[Path, str]]:
    """Every text file of a clone; by walking, as git refuses a clone that another user made."""
    for folder, folders, files in os.walk(ROOT):
        keep = [name for name in folders if name not in MADE and not name.endswith(".egg-info")]
        folders[:] = [
            name for name in keep if not name.startswith(".") or name in {".ci", ".github"}
        ]
        for name in set(files) - {".git"}:  # a file in a work tree of git's
            path = Path(folder, name)
            try:
                yield path, path.read_text("utf-8")
            except UnicodeDecodeError:
                continue  # a picture


def test_no_file_names_a_folder_of_one_machine() -> None:
    place = re.compile(r"(?<![\w.~*}/-])/(?:work|root|home|Users)/")
    found = [
        f"{_name(path)}:{number}: {line.strip()[:100]}"
        for path, text in _texts()
        for number, line in enumerate(text.splitlines(), 1)
        if place.search(line)
    ]
    assert not found, "\n".join(found)


def test_the_lock_names_the_public_index_alone() -> None:
    lock = (ROOT / "uv.lock").read_text("utf-8")
    hosts = set(re.findall(r"https?://[^/\"]+", lock))
    # An index and its files, both public: no mirror of one place, no plain http, no file.
    assert len(hosts) == 2
    assert all(re.fullmatch(r"https://[a-z.]+\.org", host) for host in hosts)
    assert "file://" not in lock
