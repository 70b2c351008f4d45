"""How the time for a document and the memory grow with the number of documents.

Each size runs in a process of its own, which reads the documents one after another, compares all,
and tells its processor time and its highest memory; the largest takes a quarter of an hour, so
each size is told on the error stream when it is done.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from generated import documents
from rows import Row

SIZES = (10, 100, 1000, 10_000)
GROWTH_BAR = 1.5
MEMORY_BAR = 1.5  # GB
_FROM, _TO = 100, 10_000
_FIRST = 10


def rows(*, smoke: bool = False) -> list[Row]:
    """Milliseconds of processor time a document by size, their growth, and the memory."""
    sizes = (5, 10) if smoke else SIZES
    found = {size: _in_a_process(size) for size in sizes}
    told = [
        Row(
            f"growth: {size:,} documents of 5 kB, a document",
            f"{each['read'] + each['compare']:.1f} ms",
            scale=f"read {each['read']:.1f} ms, compared {each['compare']:.1f} ms; "
            f"{each['memory']:.2f} GB; {each['found']:,} suggestions",
        )
        for size, each in found.items()
    ]
    if _FROM in found and _TO in found:
        small, large = found[_FROM], found[_TO]
        ratio = (large["read"] + large["compare"]) / (small["read"] + small["compare"])
        told += [
            Row(
                f"· time a document, from {_FROM} to {_TO:,}",
                f"{ratio:.2f} times",
                f"< {GROWTH_BAR:g}",
                ratio < GROWTH_BAR,
            ),
            Row(
                f"· memory at {_TO:,}",
                f"{large['memory']:.2f} GB",
                f"< {MEMORY_BAR:g} GB",
                large["memory"] < MEMORY_BAR,
            ),
        ]
    return told


def _in_a_process(size: int) -> dict[str, float]:
    ran = subprocess.run(
        [sys.executable, __file__, str(size)], check=True, capture_output=True, text=True
    )
    print(f"growth: {size:,} documents: {ran.stdout.strip()}", file=sys.stderr, flush=True)
    told: dict[str, float] = json.loads(ran.stdout)
    return told


def measure(size: int) -> dict[str, float]:
    """Milliseconds a document to read and to compare, gigabytes at most, and how much was found."""
    from reviewer.analysis.suggest import Text, read_text, suggest  # noqa: PLC0415 - its own process
    from reviewer.documents.read import read_document  # noqa: PLC0415

    texts = [
        Text(name, read_document(text.encode(), name), day) for name, text, day in documents(size)
    ]
    # Tables that are read once for all are nothing that a document takes.
    suggest([read_text(text) for text in texts[:_FIRST]])
    began = time.process_time()
    readings = [read_text(text) for text in texts]
    between = time.process_time()
    found = suggest(readings)
    ended = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "read": (between - began) / size * 1000,
        "compare": (ended - between) / size * 1000,
        "memory": peak * (1 if sys.platform == "darwin" else 1024) / 1e9,
        "found": len(found),
    }


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    print(json.dumps(measure(int(sys.argv[1]))))
