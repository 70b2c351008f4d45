"""What the benchmarks share: turns taken in one run, medians, and the table that tells them."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what Reviewer takes, what the bare thing takes, how many times that.

    Times in milliseconds. ``ratio`` is the median of the ratios round by round, so that a machine
    that is busy for a while counts in both. ``bar`` is the most that it may be; None: told only.
    """

    what: str
    ours: float
    against: str = ""
    bare: float | None = None
    ratio: float | None = None
    bar: float | None = None


def in_turns(works: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """What each work gives, ``rounds`` times in turn, after one turn that does not count."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            value = work()
            if turn:
                taken[name].append(value)
    return taken


def milliseconds(work: Work) -> float:
    """Of one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def compare(
    what: str, ours: Sequence[float], against: str, bare: Sequence[float], bar: float | None = None
) -> Figure:
    """A figure from times that were taken in turns."""
    ratio = median(a / b for a, b in zip(ours, bare, strict=True))
    return Figure(what, median(ours), against, median(bare), ratio, bar)


def table(figures: Sequence[Figure]) -> str:
    """Markdown; a bar that is not met is in capitals, and cannot be overlooked."""
    lines = [
        "| what | Reviewer | compared with | that | ratio | bar | |",
        "|---|--:|---|--:|--:|--:|---|",
    ]
    for f in figures:
        bare = "" if f.bare is None else _time(f.bare)
        ratio = "" if f.ratio is None else f"{f.ratio:.2f}"
        bar = "" if f.bar is None else f"≤ {f.bar:g}"
        cells = (f.what, _time(f.ours), f.against, bare, ratio, bar, _verdict(f))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _verdict(figure: Figure) -> str:
    if figure.bar is None or figure.ratio is None:
        return ""
    return "met" if figure.ratio <= figure.bar else "**NOT MET**"


def _time(value: float) -> str:
    return f"{value:.2f} ms" if value < 10 else f"{value:.0f} ms"
