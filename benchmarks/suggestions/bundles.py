"""How well the engine does on the four bundles of ``tests/fixtures/bundles``; prints a table.

``--misses`` also names what was wanted and not found, and what was alerted and should not be.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "tests" / "helpers"))

from bundle_gold import names, read_bundle
from bundle_scores import Score, score, table


def scores() -> tuple[Score, ...]:
    """Of every bundle, by name."""
    return tuple(score(read_bundle(name)) for name in names())


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
