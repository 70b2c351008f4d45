"""The whole loop off screen, as `reviewer tour` takes it."""

import html
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

THEMES = ("light", "dark")
STEPS = 18  # as many pictures at least in each theme
NOISE = "This plugin does not support propagateSizeHints()"  # of every window off screen


WITHOUT_SOCKETS = Path(__file__).parents[1] / "packaging" / "without_sockets.py"
OFFLINE = [sys.executable, str(WITHOUT_SOCKETS)] if sys.platform == "linux" else []


def run(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """What the program does where the kernel ends it at once if it asks for the network."""
    return subprocess.run(
        [*OFFLINE, sys.executable, "-m", "reviewer", *map(str, words)],
        capture_output=True, text=True, timeout=900, check=False, cwd=folder,
        env={k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM"}},
    )  # fmt: skip


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder of one tour, in which an older one has left a picture, and what it printed."""
    folder = tmp_path_factory.mktemp("tour")
    (folder / "99-old-light.png").touch()
    done = run(folder, "tour", folder)
    complaints = [line for line in done.stderr.splitlines() if line != NOISE]
    assert (done.returncode, complaints) == (0, []), done.stdout
    return folder, done.stdout.splitlines()


def test_it_prints_what_it_wrote_and_nothing_else(tour: tuple[Path, list[str]]) -> None:
    folder, lines = tour
    assert all(Path(line).is_file() for line in lines), lines
    there = {path for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm"))}
    assert there == set(map(Path, lines))
    assert folder / "report.html" in there


@pytest.mark.parametrize("theme", THEMES)
def test_every_step_has_a_picture_that_is_not_blank(
    tour: tuple[Path, list[str]], theme: str
) -> None:
    pictures = sorted(tour[0].glob(f"*{theme}.png"))
    assert len(pictures) >= STEPS
    numbers = [int(path.name[:2]) for path in pictures]
    assert numbers == list(range(1, len(pictures) + 1))
    for path in pictures:
        image = QImage(str(path))
        assert not image.isNull(), path
        colours = Colours(image)
        assert colours.number > 30, f"{path.name} is blank"
        assert (colours.commonest_lightness < 128) == (theme == "dark"), path.name


def test_both_themes_go_through_the_same_steps(tour: tuple[Path, list[str]]) -> None:
    names = [
        {path.name.removesuffix(f"-{theme}.png") for path in tour[0].glob(f"*-{theme}.png")}
        for theme in THEMES
    ]
    assert names[0] == names[1]
    told = " ".join(names[0])
    for step in ("select", "tagged", "contradiction", "settled", "search", "keys", "palette"):
        assert step in told


class Colours:
    """What stands on a grid of points of a picture."""

    def __init__(self, image: QImage) -> None:
        self.number = len(_counts(image, image.width()))
        # A report's pages are white in both themes; they are at the right.
        left = _counts(image, image.width() // 3)
        self.commonest_lightness = QColor(left.most_common(1)[0][0]).lightness()


def _counts(image: QImage, width: int) -> Counter[int]:
    return Counter(
        image.pixel(x, y) for x in range(0, width, 6) for y in range(0, image.height(), 6)
    )


def test_the_report_has_what_was_found_and_decided(tour: tuple[Path, list[str]]) -> None:
    page = (tour[0] / "report.html").read_text("utf-8")
    text = html.unescape(re.sub(r"<[^>]+>", "", page))
    for words in (
        "NZ$78 million",
        "$79.5 million",
        "$67 million to the NATO Comprehensive Assistance Package for Ukraine",
        "SHA-256",
        "Tour",
    ):
        assert words in text, words
    assert "<script" not in page.lower()


@pytest.mark.parametrize("theme", THEMES)
def test_the_project_passes_the_check(tour: tuple[Path, list[str]], theme: str) -> None:
    (project,) = tour[0].glob(f"*{theme}.review")
    done = run(tour[0], "check", project)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_a_folder_that_cannot_be_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run(tmp_path, "tour", tmp_path / "file")
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if line != NOISE]
    assert len(told) == 1
    assert "cannot be written" in told[0]
