"""Characters a second of reading quantities, beside quantulum3 in the same run and on one core.

Both read the five sample documents, ours whole, quantulum3 sentence by sentence as its
documentation does, after one reading that does not count (it loads its tables then).
"""

import time
import warnings
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from statistics import median

from rows import Row

from reviewer.analysis.quantities import read_quantities
from reviewer.assets import asset

BAR = 10.0


def rows(*, smoke: bool = False) -> list[Row]:
    """Our speed, theirs and the ratio, median of the turns."""
    names = sorted(path.name for path in asset("seeds").glob("*.txt"))
    text = "\n\n".join(asset("seeds", name).read_text("utf-8") for name in names)
    text = text[:3000] if smoke else text
    day = date(2024, 7, 11)
    if find_spec("quantulum3") is None:
        ours = _speed(text, lambda: read_quantities(text, reference=day))
        return [Row("speed, characters a second", f"{ours:,.0f}", f"≥ {BAR:g} times", None,
                    "not compared: quantulum3 is absent (uv sync --group bench)")]  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses its optional classifier
        from quantulum3 import parser  # noqa: PLC0415 - not on every machine, and slow to load

        def theirs() -> None:
            for line in text.splitlines():
                if line.strip():
                    parser.parse(line)

        theirs()
        turns = [
            (_speed(text, lambda: read_quantities(text, reference=day)), _speed(text, theirs))
            for _ in range(1 if smoke else 5)
        ]
    ratio = median(a / b for a, b in turns)
    scale = f"quantulum3 {median(b for _, b in turns):,.0f} in the same run"
    ours = median(a for a, _ in turns)
    return [
        Row("speed, characters a second", f"{ours:,.0f}", "", None, scale),
        Row("· times quantulum3", f"{ratio:.1f}", f"≥ {BAR:g}", ratio >= BAR),
    ]


def _speed(text: str, work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return len(text) / (time.process_time() - start)
