"""The type that documents are read in, as the reader chose it."""

from dataclasses import dataclass

SCALES = (70, 250)
"""Least and most, in percent of what suits the window's own type."""
SPACINGS = (110, 220)
"""Least and most from one line to the next, in percent of the height of a line."""


@dataclass(frozen=True, slots=True)
class ReadingType:
    """``scale`` and ``spacing`` in percent; what is outside of their ranges is taken for an end."""

    serif: bool = True
    scale: int = 100
    spacing: int = 150

    def __post_init__(self) -> None:
        for name, (least, most) in (("scale", SCALES), ("spacing", SPACINGS)):
            object.__setattr__(self, name, max(least, min(most, getattr(self, name))))
