"""Whose work is in a build is known file by file, or the build ends."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import jinja2
import PySide6
import pytest


@pytest.fixture
def bill(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("bill")


def test_packages_are_known_by_their_files(bill: ModuleType, tmp_path: Path) -> None:
    owners = {bill._origin(Path(m.__file__)).name for m in (jinja2, PySide6, json)}
    assert owners == {"Jinja2", "PySide6_Essentials", "Python"}


def test_qt_comes_with_its_terms(bill: ModuleType) -> None:
    qt = bill._origin(Path(PySide6.__file__))
    assert qt.terms == "LGPL-3.0-only"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text
    assert "may be replaced" in qt.text


def test_what_the_build_made_is_ours(bill: ModuleType, tmp_path: Path) -> None:
    made = tmp_path / "base_library.zip"
    assert bill._is_ours(made, tmp_path)
    assert not bill._is_ours(tmp_path / "site-packages" / "x.py", tmp_path)
    assert not bill._is_ours(Path(sys.base_prefix, "bin", "python3"), tmp_path)


def test_a_file_that_is_nobodys_ends_the_build(bill: ModuleType, tmp_path: Path) -> None:
    for stray in (tmp_path / "libstray.so", tmp_path / "site-packages" / "stray" / "x.py"):
        with pytest.raises(bill.UnknownOriginError, match=stray.name):
            bill._origin(stray)


def test_a_text_that_several_share_is_told_once(bill: ModuleType) -> None:
    one = bill.Component("One", "1", "MIT", "Do as you like.\n", "pkg:pypi/one@1")
    two = bill.Component("Two", "2", "MIT", "Do as you like.", "pkg:pypi/two@2")
    told = bill.licences([one, two], "Reviewer")
    assert told.count("Do as you like.") == 1
    assert "One 1 (MIT)\nTwo 2 (MIT)\n" in told


def test_the_bill_is_the_same_for_the_same_parts(bill: ModuleType) -> None:
    own = bill.Component("reviewer", "1", "MIT", "", "pkg:generic/reviewer@1")
    part = bill.Component("Odd", "3", "see text", "Text", "pkg:deb/debian/odd@3")
    told = bill.bill_of_materials([part], own, "2026-01-01T00:00:00+00:00")
    assert told == bill.bill_of_materials([part], own, "2026-01-01T00:00:00+00:00")
    (entry,) = json.loads(told)["components"]
    assert entry["licenses"] == [{"license": {"name": "see text"}}]
    assert json.loads(told)["metadata"]["component"]["licenses"] == [{"expression": "MIT"}]


def test_the_icons_are_named_with_their_version_and_terms(bill: ModuleType) -> None:
    icons = bill._icons()
    assert icons.name == "Lucide"
    assert icons.purl == f"pkg:npm/lucide-static@{icons.version}"
    assert "ISC License" in icons.text
    assert "Cole Bemis" in icons.text, "some are Feather's, under the MIT licence"
