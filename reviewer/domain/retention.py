"""Which backups to keep: many of the last days, fewer of the weeks and months before."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime

DAILY, WEEKLY, MONTHLY = 12, 10, 9


def to_keep(times: Iterable[datetime]) -> frozenset[datetime]:
    """The newest of each of the last 12 days, 10 weeks and 9 months that have a backup at all."""
    newest_first = sorted(times, reverse=True)
    kept: set[datetime] = set()

    def keep(limit: int, period: Callable[[datetime], Hashable]) -> None:
        seen: set[Hashable] = set()
        for when in newest_first:
            if period(when) not in seen and len(seen) < limit:
                seen.add(period(when))
                kept.add(when)

    keep(DAILY, lambda when: when.date())
    keep(WEEKLY, lambda when: when.isocalendar()[:2])
    keep(MONTHLY, lambda when: (when.year, when.month))
    return frozenset(kept)
