"""Recipes that cannot be run on this machine name what exists, and say what they must."""

import plistlib
import re
import struct
import xml.etree.ElementTree as ET
from collections.abc import Callable
from configparser import ConfigParser
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from PySide6.QtGui import QColor, QImage

from reviewer import __version__
from reviewer.storage.engine import APPLICATION_ID

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
WORKFLOW = ROOT / ".github" / "workflows" / "package.yml"
MIME = "application/x-reviewer-project"
RECIPES = [
    *PACKAGING.glob("*.spec"), *PACKAGING.glob("*.sh"), *PACKAGING.glob("*.md"),
    *PACKAGING.glob("windows/*"), *PACKAGING.glob("macos/*"), WORKFLOW, ROOT / "Makefile",
]  # fmt: skip
# What a recipe may name without its being in a clone: the build makes it, here from these places.
MADE = re.compile(r"(dist|build)[/\\]")


def _read(*parts: str) -> str:
    return PACKAGING.joinpath(*parts).read_text("utf-8")


@pytest.mark.parametrize("path", RECIPES, ids=lambda p: p.name)
def test_what_a_recipe_names_exists(path: Path) -> None:
    text = path.read_text("utf-8").replace("\\", "/")
    named = set(re.findall(r"(?<![\w/.])((?:packaging|resources|tests|docs)/[\w./-]*\w)", text))
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_what_the_spec_puts_together_exists() -> None:
    paths = re.findall(r'PACKAGING(?:\.parent)?((?: / "[\w.]+")+)', _read("reviewer.spec"))
    named = ["/".join(re.findall(r'"([^"]+)"', found)) for found in paths]
    assert "windows/reviewer.manifest" in named
    for name in named:
        assert (PACKAGING / name).exists() or (ROOT / name).exists(), name


def test_the_installer_takes_what_is_built_and_what_is_in_a_clone() -> None:
    text = _read("windows", "reviewer.iss").replace("\\", "/")
    named = re.findall(r"\{#Root\}/([\w./-]+)", text)
    assert {"LICENSE", "build/package/reviewer.ico", "dist/THIRD_PARTY_LICENSES"} <= set(named)
    assert [n for n in named if not (MADE.match(n) or n == "dist" or (ROOT / n).exists())] == []
    build = _read("build.py")
    assert '"reviewer.ico"' in build
    assert "names.LICENCES" in build
    assert MIME in text
    assert 'Software/Classes/.review"' in text


def test_no_recipe_repeats_the_version() -> None:
    repeated = [
        path.name
        for path in PACKAGING.rglob("*")
        if path.is_file()
        and path.parent.name != "licences"
        and f'"{__version__}"' in path.read_text()
    ]
    assert repeated == []


def test_windows_is_told_of_sharp_screens_and_long_paths() -> None:
    settings = {
        element.tag.rpartition("}")[2]: (element.text or "").strip()
        for element in ET.fromstring(_read("windows", "reviewer.manifest")).iter()
    }
    assert settings["dpiAwareness"].startswith("PerMonitorV2")
    assert settings["longPathAware"] == "true"


def test_macos_may_load_replaced_libraries() -> None:
    rights = plistlib.loads(_read("macos", "entitlements.plist").encode())
    assert rights["com.apple.security.cs.disable-library-validation"] is True
    assert not any("network" in right for right in rights)


def test_the_workflow_builds_and_tests_on_each_system() -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    for system in ("linux", "windows", "macos"):
        steps = " && ".join(step.get("run", "") for step in jobs[system]["steps"])
        if system == "linux":
            targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
            assert set(re.findall(r"(?:^|&& )make ([a-z-]+)", steps)) <= set(targets)
            assert "make package" in steps
        else:
            assert "packaging/build.py" in steps
            assert "--self-test" in steps


class TestLinux:
    def test_the_desktop_entry_opens_projects(self) -> None:
        entry = ConfigParser(interpolation=None)
        entry.optionxform = str  # type: ignore[assignment]
        entry.read_string(_read("linux", "reviewer.desktop"))
        told = entry["Desktop Entry"]
        assert told["Exec"] == "reviewer %f"
        assert told["MimeType"] == f"{MIME};"

    def test_the_mime_type_knows_a_project_by_name_and_by_its_first_bytes(self) -> None:
        space = "{http://www.freedesktop.org/standards/shared-mime-info}"
        root = ET.fromstring(_read("linux", "reviewer-mime.xml"))
        (kind,) = root.findall(f"{space}mime-type")
        assert kind.get("type") == MIME
        assert kind.find(f"{space}glob").get("pattern") == "*.review"
        match = kind.find(f".//{space}match/{space}match")
        assert match.get("offset") == "68"
        assert match.get("value").encode() == APPLICATION_ID.to_bytes(4)

    def test_the_metadata_leads_to_the_desktop_entry(self) -> None:
        root = ET.fromstring(_read("linux", "reviewer.metainfo.xml"))
        assert root.findtext("launchable") == "reviewer.desktop"
        assert root.findtext("provides/mediatype") == MIME


@pytest.mark.usefixtures("qapp")
class TestIcons:
    @pytest.fixture
    def icons(self, script: Callable[[str], ModuleType]) -> ModuleType:
        return script("icons")

    def test_each_size_is_drawn(self, icons: ModuleType) -> None:
        images = icons.pngs()
        assert {16, 32, 48, 256, 512} <= images.keys()
        for size, data in images.items():
            image = QImage.fromData(data)
            assert (image.width(), image.height()) == (size, size)
            middle = image.pixelColor(size // 2, size // 2)
            assert middle.alpha() == 255
            assert image.pixelColor(0, 0) != QColor("white")

    def test_windows_and_macos_find_their_images(self, icons: ModuleType) -> None:
        images = icons.pngs()
        ico = icons.ico(images)
        assert struct.unpack_from("<HHH", ico) == (0, 1, len(icons.ICO_SIZES))
        for number, size in enumerate(icons.ICO_SIZES):
            width, *_, length, at = struct.unpack_from("<BBBBHHII", ico, 6 + 16 * number)
            assert width == size % 256
            assert ico[at : at + length] == images[size]
        assert QImage.fromData(ico, "ICO").width() in icons.ICO_SIZES
        icns = icons.icns(images)
        assert (icns[:4], *struct.unpack_from(">I", icns, 4)) == (b"icns", len(icns))
        assert all(images[size] in icns for size in icons.ICNS_NAMES)
