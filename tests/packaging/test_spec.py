"""What the spec hands to PyInstaller on the systems that it cannot be run on here."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reviewer import __version__

pytestmark = pytest.mark.built
ROOT = Path(__file__).parents[2]
Steps = dict[str, list[dict[str, Any]]]


def _steps(system: str, work: Path) -> Steps:
    env = {
        **os.environ, "REVIEWER_WORK": str(work), "REVIEWER_COMMIT": "0" * 40,
        "SOURCE_DATE_EPOCH": "1", "REVIEWER_SIGN_AS": "Developer ID Application: Someone",
    }  # fmt: skip
    python = ROOT / "build" / "environment" / "bin" / "python"
    command = [python, "-P", Path(__file__).with_name("spec_elsewhere.py"), system]
    done = subprocess.run(
        command, env=env, cwd=work, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stderr
    found: Steps = {}
    for name, _, named in json.loads(done.stdout.splitlines()[-1]):
        found.setdefault(name, []).append(named)
    return found


def test_windows_has_a_window_and_a_terminal(dist: Path, tmp_path: Path) -> None:
    assert dist.is_dir()
    steps = _steps("win32", tmp_path)
    window, terminal = steps["EXE"]
    assert (window["name"], window["console"]) == ("reviewer", False)
    assert (terminal["name"], terminal["console"]) == ("reviewer-terminal", True)
    for program in steps["EXE"]:
        assert Path(program["icon"]).name == "reviewer.ico"
        assert Path(program["manifest"]).is_file()
        assert f'"{__version__}"' in json.dumps(program["version"])
        assert not program["strip"]
    assert "BUNDLE" not in steps


def test_macos_has_a_bundle_that_opens_projects(dist: Path, tmp_path: Path) -> None:
    assert dist.is_dir()
    steps = _steps("darwin", tmp_path)
    (program,) = steps["EXE"]
    assert Path(program["entitlements_file"]).is_file()
    assert program["codesign_identity"] == "Developer ID Application: Someone"
    (bundle,) = steps["BUNDLE"]
    assert (bundle["name"], bundle["version"]) == ("Reviewer.app", __version__)
    told = bundle["info_plist"]
    (document,) = told["CFBundleDocumentTypes"]
    (kind,) = told["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["review"]
