"""How long work under way will still take, told once there is enough to judge by."""

import time
from collections.abc import Callable

_SOON = 1.0  # seconds of work before anything is foretold
_MINUTE = 60


class TimeLeft:
    """Made when the work begins; takes what is left to be as quick as what is done."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()

    def words(self, done: int, total: int) -> str:
        """``about 12 s left``, or nothing while it is too early to say."""
        spent = self._clock() - self._began
        if spent < _SOON or not 0 < done < total:
            return ""
        left = spent * (total - done) / done
        if left < _MINUTE:
            return f"about {max(1, round(left))} s left"
        return f"about {round(left / _MINUTE)} min left"
