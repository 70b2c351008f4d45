"""Matrix and timeline as SVG: for a page, where they take its ink, or as files of their own.

Ink is ``currentColor``, so that the same picture is right on light and dark ground and on paper.
Each has a title and a description for those who do not see it, and each mark says what it is.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from reviewer.exchange.characters import xml_text
from reviewer.exchange.facts import count
from reviewer.exchange.layout import Matrix, MatrixCell, Point, Timeline

_WIDTH = 1000
_FAINT, _SOFT = 'opacity="0.25"', 'opacity="0.72"'
_LETTER = 6.1  # mean width of a letter at the size of labels, in units of the picture
_LINE = 17
_LABELS = 260  # width of the column of topics
_PLOT_HEIGHT, _PLOT_LEFT, _PLOT_RIGHT, _PLOT_TOP = 220, 120, 60, 24
_MOST_TICKS = 5
_ROW = 22


def picture(figure: Matrix | Timeline, name: str, *, alone: bool = False) -> str:
    """SVG; ``name`` is unique on the page. ``alone`` makes a file that needs no page around it."""
    body, height, told = _matrix(figure) if isinstance(figure, Matrix) else _timeline(figure)
    space = ' xmlns="http://www.w3.org/2000/svg" color="#1f1d1a"' if alone else ""
    head = (
        f'<svg{space} role="img" viewBox="0 0 {_WIDTH} {height}" aria-labelledby='
        f'"{name}-picture {name}-told" font-size="12" font-family="sans-serif"'
        ' fill="currentColor" stroke="none">'
    )
    words = (
        f'<title id="{name}-picture">{_text(figure.title)}</title>'
        f'<desc id="{name}-told">{_text(told)}</desc>'
    )
    return f"{head}{words}{''.join(body)}</svg>"


def _text(words: str) -> str:
    return escape(xml_text(words))


def _label(x: float, y: float, words: str, room: float, more: str = "", *, full: str = "") -> str:
    """Words cut to their room, with all of them in a title that a pointer shows."""
    letters = max(3, int(room / _LETTER))
    line = " ".join(words.split())
    shown = line if len(line) <= letters else f"{line[: letters - 1]}…"
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" {more}><title>{_text(full or words)}</title>{_text(shown)}'
        "</text>"
    )


def _rule(x1: float, y1: float, x2: float, y2: float, more: str = _FAINT) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
        f' stroke="currentColor" {more}/>'
    )


def _matrix(matrix: Matrix) -> tuple[Iterable[str], int, str]:
    width = (_WIDTH - _LABELS) / len(matrix.columns)
    body = [
        _label(_LABELS + place * width + 6, 16, title, width - 26, 'font-weight="600"')
        for place, title in enumerate(matrix.columns)
    ]
    y = 28.0
    for title, line in zip(matrix.rows, matrix.cells, strict=True):
        body.append(_rule(0, y, _WIDTH, y))
        body.append(_label(0, y + _LINE, title, _LABELS - 12))
        for place, cells in enumerate(line):
            body.extend(_values(cells, _LABELS + place * width + 6, y, width - 12))
        y += max(1, *(2 * len(cells) for cells in line)) * _LINE + 8
    if matrix.note:
        body.append(_label(0, y + _LINE, matrix.note, _WIDTH, _SOFT))
        y += _LINE + 8
    told = (
        f"{count(len(matrix.rows), 'topic')} by {count(len(matrix.columns), 'source')}."
        " The table below says the same."
    )
    return body, int(y) + 4, told


def _values(cells: tuple[MatrixCell, ...], x: float, y: float, room: float) -> Iterator[str]:
    """A value above what it is as of and its grade; a gap is a faint dash."""
    if not cells:
        yield _rule(x, y + _LINE - 4, x + 10, y + _LINE - 4, 'opacity="0.5"')
    for number, cell in enumerate(cells):
        top = y + _LINE + 2 * number * _LINE
        yield _label(x, top, cell.text, room, full=cell.words)
        under = " · ".join(filter(None, [cell.as_of, cell.grade]))
        yield _label(x, top + _LINE - 3, under, room, f'{_SOFT} font-size="10.5"')


def _timeline(timeline: Timeline) -> tuple[Iterable[str], int, str]:
    """Values by time above; below, a line for each point that says what it is."""
    points = timeline.points
    across, up = _Scale.of_days(points), _Scale.of_values(points)
    bottom = _PLOT_TOP + _PLOT_HEIGHT
    body = [_label(0, 14, timeline.unit, 400, _SOFT)]
    for value in up.ticks():
        y = up.place(value)
        body.append(_rule(_PLOT_LEFT, y, _WIDTH - _PLOT_RIGHT, y))
        body.append(
            _label(_PLOT_LEFT - 8, y + 4, _number(value), 110, f'text-anchor="end" {_SOFT}')
        )
    for value in across.ticks():
        x, day = across.place(value), date.fromordinal(int(value)).isoformat()
        body.append(_rule(x, bottom, x, bottom + 5, ""))
        body.append(_label(x, bottom + 18, day, 90, f'text-anchor="middle" {_SOFT}'))
    for number, point in enumerate(points, start=1):
        body.extend(_mark(number, point, across, up))
    y = bottom + 40.0
    for number, point in enumerate(points, start=1):
        days = f"{point.first}" if point.first == point.last else f"{point.first} to {point.last}"
        dated = "" if point.is_dated else " (date of the source)"
        line = f"{number}. {point.words}, {days}{dated}, {point.source}"
        body.append(_label(0, y, line, _WIDTH))
        y += _ROW
    told = f"{count(len(points), 'value')} by date. The table below says the same."
    return body, int(y), told


def _mark(number: int, point: Point, across: "_Scale", up: "_Scale") -> Iterator[str]:
    """A bar across the days that are meant, a bar up the values; hollow where it is not exact.

    An open bound is an arrow to where the value may go on.
    """
    x1, x2 = across.place(point.first.toordinal()), across.place(point.last.toordinal())
    low = point.low if point.low is not None else point.high
    high = point.high if point.high is not None else point.low
    assert low is not None
    assert high is not None
    y1, y2 = up.place(float(low)), up.place(float(high))
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    yield f"<g><title>{_text(f'{number}. {point.words}, {point.source}')}</title>"
    yield _rule(x1, y, x2, y, 'stroke-width="2" opacity="0.5"')
    yield _rule(x, y1, x, y2, 'stroke-width="2"')
    if point.high is None:
        yield _arrow(x, y, -1)
    if point.low is None:
        yield _arrow(x, y, 1)
    fill = "currentColor" if point.is_exact else "none"
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{fill}" stroke="currentColor"/>'
    yield f'<text x="{x + 8:.1f}" y="{y - 6:.1f}" font-size="11">{number}</text></g>'


def _arrow(x: float, y: float, way: int) -> str:
    tip = y + way * 26
    return (
        f'<path d="M{x:.1f} {y:.1f}V{tip:.1f}M{x - 4:.1f} {tip - way * 6:.1f}L{x:.1f} {tip:.1f}'
        f'L{x + 4:.1f} {tip - way * 6:.1f}" fill="none" stroke="currentColor"/>'
    )


class _Scale:
    """From values to places along one side of the plot."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        room = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
        self._low, self._high = low - room, high + room
        self._start, self._end = start, end

    @classmethod
    def of_days(cls, points: tuple[Point, ...]) -> "_Scale":
        first = min(point.first for point in points).toordinal()
        last = max(point.last for point in points).toordinal()
        made = cls(first, last, _PLOT_LEFT, _WIDTH - _PLOT_RIGHT)
        made._low = max(made._low, date.min.toordinal())
        made._high = min(made._high, date.max.toordinal())
        return made

    @classmethod
    def of_values(cls, points: tuple[Point, ...]) -> "_Scale":
        found = [float(v) for p in points for v in (p.low, p.high) if v is not None]
        return cls(min(found), max(found), _PLOT_TOP + _PLOT_HEIGHT, _PLOT_TOP)

    def place(self, value: float) -> float:
        return self._start + (value - self._low) / (self._high - self._low) * (
            self._end - self._start
        )

    def ticks(self) -> list[float]:
        step = (self._high - self._low) / _MOST_TICKS
        return [self._low + step * (number + 0.5) for number in range(_MOST_TICKS)]


def _number(value: float) -> str:
    """Three figures: a scale is to be glanced at."""
    return f"{Decimal(f'{value:.3g}'):,f}"
