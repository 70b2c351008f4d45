"""`python benchmarks/suggestions`: how well texts are read and compared, as a table in Markdown.

Each part is a file of this folder with ``rows(*, smoke)``; ``--smoke`` does all of it small, to see
that it works. ``--misses`` names what was not read as wanted, for those parts that can tell.
"""

import argparse
import platform
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bundles
import growth
import newsquant
import quantities
import recognizers
import relations
import speed
import vitaminc
from rows import table

PARTS = {
    "quantities": quantities.rows,
    "newsquant": newsquant.rows,
    "recognizers": recognizers.rows,
    "vitaminc": vitaminc.rows,
    "speed": speed.rows,
    "relations": relations.rows,
    "bundles": bundles.rows,
    "growth": growth.rows,
}
MISSES = {
    "quantities": quantities.misses,
    "newsquant": newsquant.misses,
    "recognizers": recognizers.misses,
    "vitaminc": vitaminc.misses,
    "relations": relations.misses,
}


def main() -> int:
    """Run the parts asked for; a bar that is not met is said in the table, and is no failure."""
    parser = argparse.ArgumentParser(prog="python benchmarks/suggestions", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; or all")
    parser.add_argument("--smoke", action="store_true", help="small, to see that it works")
    parser.add_argument("--misses", action="store_true", help="name what was read otherwise")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    began = time.monotonic()
    wanted = given.parts or list(PARTS)
    print(table([row for name in wanted for row in PARTS[name](smoke=given.smoke)]))
    if given.misses:
        for name in wanted:
            for line in MISSES[name]() if name in MISSES else ():
                print(line)
    where = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    print(f"\n{where}; {time.monotonic() - began:.0f} s in all.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
