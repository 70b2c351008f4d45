"""A picture before it has a format: lines, boxes, dots and words in roles.

What is drawn here once is SVG in a report, and is painted in the window and on the pages of a PDF.
A unit is a twelfth of the size of its usual letters; y grows downwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

LETTER = 6.1
"""Mean width of a letter of the usual size, for those who cannot measure."""

SMALL = 10.5
USUAL = 12.0


class Tone(StrEnum):
    """What a shape is for, from which its colour comes."""

    INK = "ink"
    SOFT = "soft"  # words that explain others
    FAINT = "faint"  # rules
    WARNING = "warning"  # what waits for a decision


class Align(StrEnum):
    """Which end of the words is at x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; ``soft`` ones let others shine through."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone = Tone.INK
    width: float = 1.0
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """Straight strokes from corner to corner, not filled."""

    corners: tuple[tuple[float, float], ...]
    tone: Tone = Tone.INK
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; an empty ``colour`` is its tone's, else it names the colour of a tag."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone = Tone.INK
    colour: str = ""
    radius: float = 0.0
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A round mark, or a diamond; hollow where something is not certain."""

    x: float
    y: float
    radius: float
    tone: Tone = Tone.INK
    filled: bool = True
    diamond: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words with y at its base, cut where there is no more ``room``."""

    x: float
    y: float
    words: str
    room: float
    tone: Tone = Tone.INK
    size: float = USUAL
    bold: bool = False
    align: Align = Align.START
    full: str = ""  # what is told of it, if that is more

    @property
    def line(self) -> str:
        """The words without line ends."""
        return " ".join(self.words.split())


Shape = Line | Path | Box | Dot | Text


@dataclass(frozen=True, slots=True)
class Spot:
    """Shapes that are one thing: where it is, what is told of it, and which annotation it is."""

    key: str
    told: str
    area: tuple[float, float, float, float]  # x, y, width, height
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """``told`` says in a sentence what is seen, for those who do not see it."""

    title: str
    told: str
    width: float
    height: float
    shapes: tuple[Shape | Spot, ...]

    def spots(self) -> Iterator[Spot]:
        """What can be pointed at."""
        return (one for one in self.shapes if isinstance(one, Spot))


def width_of(words: str, size: float = USUAL) -> float:
    """About how wide words are."""
    return len(words) * LETTER * size / USUAL
