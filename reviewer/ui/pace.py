"""How long work will still take, told once that is steady."""

_BEGINS = 2.0
"""Seconds of work before anything is said: the first steps tell little."""
_STEADY = 3
"""So many reckonings in a row must agree, each with the one before to a third."""
_MINUTE, _HOUR = 60, 3600


class Pace:
    """Takes what was done when, in seconds of any clock; one for each piece of work."""

    def __init__(self, began: float) -> None:
        self._began = began
        self._whole = 0.0
        self._agreed = 0

    def left(self, now: float, done: int, total: int) -> float | None:
        """Seconds that ``total - done`` steps will take; None while that is not steady."""
        spent = now - self._began
        if done <= 0 or total <= 0 or spent <= 0:
            return None
        whole = spent * total / done
        agrees = abs(whole - self._whole) <= whole / 3
        self._agreed = self._agreed + 1 if agrees else 0
        self._whole = whole
        return max(0.0, whole - spent) if spent >= _BEGINS and self._agreed >= _STEADY else None


def told(seconds: float | None) -> str:
    """In words that do not change at each step, e.g. ``about 20 seconds left``."""
    if seconds is None:
        return ""
    if seconds < 10:  # noqa: PLR2004 - here and below: where people begin to count otherwise
        return "a few seconds left"
    if seconds < 55:  # noqa: PLR2004
        return f"about {round(seconds / 10) * 10} seconds left"
    if seconds < 90:  # noqa: PLR2004
        return "about a minute left"
    if seconds < 55 * _MINUTE:
        return f"about {round(seconds / _MINUTE)} minutes left"
    hours = max(1, round(seconds / _HOUR))
    return "about an hour left" if hours == 1 else f"about {hours} hours left"
