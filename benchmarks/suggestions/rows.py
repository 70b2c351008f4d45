"""What the parts share: where their data lies, scores, and the table that tells them."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_ALIKE = 1e-9  # relative; data sets hold floats


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, what came of it, and the bar it should meet."""

    what: str
    ours: str
    bar: str = ""
    met: bool | None = None
    scale: str = ""  # what others reach, or how the figure is made up


@dataclass(slots=True)
class Score:
    """Counts of what was found, what should be, and what is both."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        self.right += right
        self.found += found
        self.wanted += wanted

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def row(self, what: str, bar: float, scale: str = "") -> Row:
        told = f"{self.right} right of {self.found} found and {self.wanted} wanted"
        return Row(what, f"{self.f1:.3f}", f"≥ {bar:.2f}", self.f1 >= bar, scale or told)


def shared(*parts: str) -> Path | None:
    """A file of the data that is measured with and never shipped, or None where it is not there.

    It lies in the folder that REVIEWER_SHARED names, else in ``shared`` beside the checkout or
    beside one of the folders around it.
    """
    named = os.environ.get("REVIEWER_SHARED")
    folders = [Path(named)] if named else [each / "shared" for each in ROOT.parents]
    return next((p for each in folders if (p := each.joinpath(*parts)).exists()), None)


def absent(what: str) -> list[Row]:
    """What a part says whose data is not on this machine."""
    return [
        Row(what, "not measured: its data is absent (see REVIEWER_SHARED in benchmarks/README.md)")
    ]


def alike(one: float | None, other: float | None) -> bool:
    """Whether two numbers, or two open ends, are the same."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _ALIKE * max(1.0, abs(one), abs(other))


def table(rows: Sequence[Row]) -> str:
    """Markdown; a bar that is not met is in capitals, and cannot be overlooked."""
    lines = ["| what | Reviewer | bar | | |", "|---|--:|--:|---|---|"]
    verdicts = {None: "", True: "met", False: "**NOT MET**"}
    for row in rows:
        cells = (row.what, row.ours, row.bar, verdicts[row.met], row.scale)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
