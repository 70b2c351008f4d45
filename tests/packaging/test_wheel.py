"""The wheel, installed where there is nothing else: by uv, by pip, and as a tool."""

import os
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from reviewer import __version__

pytestmark = pytest.mark.built
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def uv() -> str:
    return shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")


def _run(*command: str | Path, **env: str) -> str:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("VIRTUAL_ENV", "PYTHON"))}
    done = subprocess.run(
        [str(word) for word in command], env={**kept, **env}, cwd="/", capture_output=True,
        text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def uv_cache() -> str:
    """The person's own, asked for before each test has a home of its own: it saves a download."""
    return _run(shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv"), "cache", "dir").strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, uv: str, uv_cache: str, dist: Path) -> Path:
    assert dist.is_dir()
    folder = tmp_path_factory.mktemp("wheel")
    _run(uv, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT, UV_CACHE_DIR=uv_cache)
    (made,) = folder.glob("*.whl")
    return made


def test_everything_is_inside(wheel: Path) -> None:
    with ZipFile(wheel) as packed:
        names = set(packed.namelist())
    for folder in ("resources", "seeds"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"reviewer/_data/{path.relative_to(ROOT).as_posix()}" in names
    for path in (ROOT / "reviewer").rglob("*.py"):
        assert path.relative_to(ROOT).as_posix() in names
    assert "reviewer/storage/migrations/versions/0001_first.py" in names
    assert not [name for name in names if "tests/" in name or "packaging/" in name]


def test_it_works_in_an_empty_environment(
    wheel: Path, uv: str, tmp_path: Path, uv_cache: str
) -> None:
    python = tmp_path / "venv" / "bin" / "python"
    _run(uv, "venv", "--quiet", "--seed", python.parents[1], UV_CACHE_DIR=uv_cache)
    _run(uv, "pip", "install", "--quiet", "--python", python, wheel, UV_CACHE_DIR=uv_cache)
    # pip itself takes the wheel as well; what it depends on is there already.
    pip = (python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall")
    _run(*pip, "--disable-pip-version-check", wheel)
    program = python.with_name("reviewer")
    assert _run(program, "--version") == f"Reviewer {__version__}\n"
    assert "All is well." in _run(program, "--self-test", QT_QPA_PLATFORM="offscreen")


def test_it_works_as_a_tool(wheel: Path, uv: str, tmp_path: Path, uv_cache: str) -> None:
    places = {"UV_TOOL_DIR": str(tmp_path / "tools"), "UV_TOOL_BIN_DIR": str(tmp_path / "bin")}
    _run(uv, "tool", "install", "--quiet", wheel, UV_CACHE_DIR=uv_cache, **places)
    program = tmp_path / "bin" / "reviewer"
    assert "All is well." in _run(program, "--self-test", QT_QPA_PLATFORM="offscreen")
