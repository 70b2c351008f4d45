"""What a build noted about itself, and that a part which is gone or altered is named."""

import hashlib
from pathlib import Path

import pytest

from reviewer import build


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "_internal" / "reviewer" / "_data"
    made.mkdir(parents=True)
    monkeypatch.setattr(build, "asset", made.joinpath)
    return made


def _list(folder: Path, *names: str) -> None:
    (folder / build.PARTS).write_text(
        "".join(f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names),
        "utf-8",
    )


def test_nothing_was_noted_where_nothing_was_built(folder: Path) -> None:
    assert build.commit() == build.third_party_licences() == ""
    assert build.parts() == {}


def test_missing_and_altered_parts_are_named(folder: Path) -> None:
    for name in ("whole.txt", "gone.txt", "altered.txt", "../../plugin.so"):
        (folder / name).write_text(name)
    _list(folder, "whole.txt", "gone.txt", "altered.txt", "../../plugin.so")
    listed = build.parts()
    assert len(listed) == 4
    assert list(build.damaged_parts(listed)) == []
    (folder / "gone.txt").unlink()
    (folder / "altered.txt").write_text("other")
    (folder / "../../plugin.so").unlink()
    told = [sentence.partition(" (")[0] for sentence in build.damaged_parts(listed)]
    assert told == [
        "gone.txt is missing",
        "altered.txt is not as it was built",
        "plugin.so is missing",
    ]
