"""From the start of the process to the first paint, beside an empty QMainWindow."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from measure import Figure, compare, in_turns, median

BAR = 1.5
HERE = Path(__file__).parent


def figures(folder: Path, *, smoke: bool) -> list[Figure]:
    """Whole processes in turns, each in the same home, where the sample project was open last."""
    folder.mkdir(parents=True)
    home = _home(folder)
    waits: list[float] = []
    shown: list[float] = []

    def ours() -> float:
        seen = _start("reviewer", home)
        waits.append(seen["longest_wait"])
        shown.append(seen["shown"])
        return seen["painted"]

    works = {"ours": ours, "empty": lambda: _start("empty", home)["painted"]}
    taken = in_turns(works, 1 if smoke else 15)
    what, against = "start to first paint, sample project", "an empty QMainWindow"
    return [
        compare(what, taken["ours"], against, taken["empty"], BAR),
        Figure("· to the project shown", median(shown[1:])),
        Figure("· longest wait of the window until then", median(waits[1:])),
    ]


def _home(folder: Path) -> dict[str, str]:
    """An environment with a home of its own, so that nothing of the person's is opened.

    Bytecode is kept there too, as Python keeps it for a person: the first start, which compiles
    everything, does not count, and no later one may compile anything.
    """
    places = {"HOME": "", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config",
              "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache",
              "PYTHONPYCACHEPREFIX": "bytecode"}  # fmt: skip
    home = {name: str(folder / place) for name, place in places.items()}
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **home, "PYTHONPATH": str(HERE), "QT_QPA_PLATFORM": "offscreen"}


def _start(kind: str, env: dict[str, str]) -> dict[str, float]:
    code = f"import start_child; start_child.{kind}()"
    born = {"BENCHMARK_BORN": repr(time.time())}
    done = subprocess.run([sys.executable, "-c", code], env={**env, **born}, capture_output=True,
                          text=True, check=False, timeout=60)  # fmt: skip
    if done.returncode or not done.stdout:
        raise SystemExit(f"The {kind} window did not start: {done.stderr}")
    seen: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return seen
