"""What the tests of packaging share: its scripts by name, and the application that was built."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def script() -> Callable[[str], ModuleType]:
    """A script of packaging/ as a module; the folder is no package, so it is loaded by its path."""

    def load(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(
            f"packaging_{name}", ROOT / "packaging" / f"{name}.py"
        )
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module

    return load


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def bare(tmp_path: Path) -> Run:
    """Run a program with nothing of this environment but a home of its own, off screen."""

    def run(*command: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
        home = tmp_path / "bare home"
        home.mkdir(exist_ok=True)
        given = {"HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", **env}
        return subprocess.run(
            [str(word) for word in command], env=given, cwd=tmp_path, capture_output=True,
            text=True, timeout=900, check=False,
        )  # fmt: skip

    return run


@pytest.fixture
def copied(app: Path, tmp_path: Path) -> Path:
    """A copy of the application, to be broken; its files are links, so removing is all one may."""
    return Path(shutil.copytree(app, tmp_path / "copy", copy_function=os.link, symlinks=True))
