"""How well the engine does on the bundles of ``tests/fixtures``; prints a table.

The rules were tuned on those in ``bundles`` and ``opened`` after their first score, never on those
in ``unseen``.

``--misses`` also names what was wanted and not found, and what was alerted and should not be.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "tests" / "helpers"))

from bundle_gold import FOLDER, OPENED, UNSEEN, names, read_bundle
from bundle_scores import Score, score, table
from rows import Row


def scores() -> tuple[Score, ...]:
    """Of every bundle, by name, those that the rules were tuned on first."""
    return tuple(
        score(read_bundle(name, folder))
        for folder in (FOLDER, OPENED, UNSEEN)
        for name in names(folder)
    )


def rows(*, smoke: bool = False) -> list[Row]:
    """What was found of each bundle; for ``smoke`` of the first alone."""
    found = scores()[:1] if smoke else scores()
    return [
        Row(
            f"bundle {one.bundle}: disagreements found",
            f"{len(one.found)} of {len(one.wanted)}",
            scale=f"{one.false_first} false among the first {min(10, one.suggestions)}, "
            f"{len(one.alerts)} that must not alert",
        )
        for one in found
    ]


def misses(one: Score) -> str:
    """A line for what is missing, and one for what is never wanted and yet there."""
    missing = ", ".join(sorted(one.wanted - one.found)) or "nothing"
    alerted = ", ".join(one.alerts) or "nothing"
    return f"{one.bundle}: missing {missing}\n{one.bundle}: alerted {alerted}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python benchmarks/suggestions/bundles.py")
    parser.add_argument("--misses", action="store_true", help="name them")
    given = parser.parse_args()
    found = scores()
    print(table(found))
    if given.misses:
        print("\n" + "\n".join(misses(one) for one in found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
