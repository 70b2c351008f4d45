"""How fast texts are read for quantities, and candidates ranked; no network, no window.

Prints characters a second and, for texts ten times as long, what one character costs against the
short text (1 is linear); then milliseconds for ranking 1,000 and 10,000 candidates.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from reviewer.analysis.likeness import rank
from reviewer.analysis.quantities import read_quantities
from reviewer.assets import asset
from reviewer.domain.anchor import Target
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation
from reviewer.domain.vocabulary import QuantityKind

SHORT, LONG = 100_000, 1_000_000  # code points
HARD = ("1 ", "1-", "$1", "one ", "A and ")
"""Texts of nothing but what the readers look at longest, over and over."""


def best_seconds(work: Callable[[], object], times: int) -> float:
    """Processor time of the fastest of several calls: other work disturbs that one least."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def sample_text() -> str:
    """The five sample documents, one after another."""
    names = sorted(path.name for path in asset("seeds").glob("*.txt"))
    return "\n\n".join(asset("seeds", name).read_text("utf-8") for name in names)


def reading_seconds(unit: str, length: int, times: int = 3) -> float:
    """For one text of ``length`` code points, made of ``unit`` over and over."""
    text = (unit * (length // len(unit) + 1))[:length]
    return best_seconds(lambda: read_quantities(text, reference=date(2024, 7, 11)), times)


def annotation(number: int) -> Annotation:
    """One of the many claims that a large project holds, alike in parts."""
    quote = f"Country {number % 97} had committed NZ${number} million in assistance to {number}"
    value = Decimal(number) * 10**6
    money = Quantity(QuantityKind.MONEY, value, value, unit="NZD")
    claim = Claim(f"Country {number % 97}", "assistance committed", money)
    return Annotation(f"{number:06}", "edition", Target(0, len(quote), quote), claim=claim)


def ranking_seconds(count: int, times: int = 5) -> float:
    """For ranking ``count`` candidates that have been ranked before, as while a person types."""
    target, others = annotation(count + 1), [annotation(number) for number in range(count)]
    rank(target, others)
    return best_seconds(lambda: rank(target, others), times)


def report_reading(name: str, unit: str, times: int) -> None:
    short, long = (reading_seconds(unit, length, times) for length in (SHORT, LONG))
    ratio = long / LONG / (short / SHORT)
    print(f"{name:<16} {LONG / long:>10,.0f} characters/s   1 MB against 100 kB: {ratio:.2f}")


def main() -> int:
    report_reading("sample documents", sample_text() + "\n\n", 3)
    for unit in HARD:
        report_reading(f"{unit!r} repeated", unit, 1)
    for count in (1_000, 10_000):
        print(f"rank {count:>6,} candidates: {ranking_seconds(count) * 1000:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
