"""How large the built application is, and how soon it shows itself beside the same from source.

    make package && .venv/bin/python benchmarks/package.py

Exit code 1 if a bar is not met. Both are started in turns, in one run, in homes of their own.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measure import Figure, compare, in_turns, table

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
ROUNDS = 15
UNPACKED, PACKED, SLOWER = 140, 55, 1.5  # megabytes, megabytes, times
PAINTED = b"painted\n"


def megabytes(path: Path) -> float:
    """Of a file, or of all files in a folder; links count nothing."""
    files = [path] if path.is_file() else [p for p in path.rglob("*") if not p.is_symlink()]
    return sum(p.stat().st_size for p in files if p.is_file()) / 1e6


def start(command: list[str], env: dict[str, str]) -> float:
    """Milliseconds from the start of the process to the first paint, which it tells on a pipe."""
    read, write = os.pipe()
    begun = time.perf_counter()
    with subprocess.Popen(
        command, env={**env, "REVIEWER_TELL_PAINTED": str(write)}, pass_fds=[write],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as program:  # fmt: skip
        os.close(write)
        told = os.read(read, len(PAINTED))
        taken = (time.perf_counter() - begun) * 1000
        os.close(read)
        program.kill()
    if told != PAINTED:
        raise SystemExit(f"{command[0]} showed no window")
    return taken


def starts(folder: Path) -> Figure:
    """The built application against the virtual environment that it was built from."""

    def home(name: str) -> dict[str, str]:
        place = folder / name
        place.mkdir()
        return {"HOME": str(place), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}

    built, source = home("built"), home("source")
    python = ROOT / "build" / "environment" / "bin" / "reviewer"
    taken = in_turns(
        {
            "built": lambda: start([str(DIST / "reviewer" / "reviewer")], built),
            "source": lambda: start([str(python)], source),
        },
        ROUNDS,
    )
    what, against = "built: start to first paint", "from the virtual environment"
    return compare(what, taken["built"], against, taken["source"], SLOWER)


def main() -> int:
    """Print both sizes and the start; 1 if any is over its bar."""
    (deb,) = DIST.glob("*.deb")
    sizes = (("unpacked", DIST / "reviewer", UNPACKED), (".deb", deb, PACKED))
    over = False
    for what, path, bar in sizes:
        size = megabytes(path)
        over |= size > bar
        print(f"{what}: {size:.1f} MB of at most {bar} MB{'  NOT MET' if size > bar else ''}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        figure = starts(Path(folder))
    print(table([figure]))
    return 1 if over or figure.ratio is None or figure.ratio > SLOWER else 0


if __name__ == "__main__":
    sys.exit(main())
