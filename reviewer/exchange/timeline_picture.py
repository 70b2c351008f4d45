"""Timelines as a drawing: values by time, and a line for each that says what it is.

Certain values are full dots, others hollow; a diamond is money whose currency is not stated. A
range is a bar up the values, an open bound an arrow to where the value may go on, a period a bar
across the days that are meant.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from reviewer.exchange import scales
from reviewer.exchange.drawing import (
    SMALL,
    Align,
    Box,
    Dot,
    Drawing,
    Line,
    Path,
    Shape,
    Spot,
    Text,
    Tone,
    width_of,
)
from reviewer.exchange.facts import count
from reviewer.exchange.layout import Axis, Point, Timeline
from reviewer.exchange.scales import Scale

WIDTH = 1000.0
_HEIGHT = 200.0
_LEFT, _RIGHT, _TOP = 84.0, 24.0, 26.0
_BELOW = 40.0  # for the dates below a plot
_ROW = 22.0
_LANE = 26.0
_LABEL = 190.0  # what stands beside a point at most
_RADIUS = 4.5
_ARROW = 26.0
_GAP = 16.0
_SHARE = 0.3  # of the width, for the names of lanes


def timeline_drawing(
    timelines: Sequence[Timeline], undated: Iterable[tuple[str, str]] = (), *,
    width: float = WIDTH, listed: bool = True,
) -> Drawing:  # fmt: skip
    """Timelines below each other, then what has no date: annotation ids and words.

    Without ``listed`` the lines below the numbers are left out: a table says them.
    """
    shapes: list[Shape | Spot] = []
    y = 0.0
    for timeline in timelines:
        draw = _plot if timeline.axis is Axis.NUMBERS else _lanes
        more, y = draw(timeline, y, width)
        shapes += more
        if listed and timeline.axis is Axis.NUMBERS:
            shapes += _lines(timeline.points, y, width)
            y += _ROW * len(timeline.points)
        y += _GAP
    without = list(undated)
    if without:
        shapes.append(Text(0, y + 14, "Without a date", width, Tone.SOFT))
        for number, (key, words) in enumerate(without, start=1):
            at = y + 14 + number * _ROW
            shapes.append(Spot(key, words, (0, at - 15, width, _ROW), (Text(8, at, words, width),)))
        y += (len(without) + 1) * _ROW + _GAP
    points = sum(len(timeline.points) for timeline in timelines) + len(without)
    title = timelines[0].title if timelines else "Without a date"
    told = f"{count(points, 'value')} by date. The table says the same."
    return Drawing(title, told, width, max(y, 1.0), tuple(shapes))


def told(point: Point) -> str:
    """A point in a sentence."""
    unclear = "currency not stated" if point.is_unclear else ""
    return ", ".join(filter(None, [point.words, unclear, point.when, point.source, point.mark]))


def _plot(timeline: Timeline, top: float, width: float) -> tuple[list[Shape | Spot], float]:
    points = timeline.points
    plot_top, bottom = top + _TOP, top + _TOP + _HEIGHT
    across = scales.of_days(_all_days(points), _LEFT, width - _RIGHT)
    found = [float(v) for p in points for v in (p.low, p.high) if v is not None]
    up = scales.of_values(found, bottom, plot_top)
    shapes: list[Shape | Spot] = list(_heading(timeline, top, width))
    for value, words in scales.value_ticks(up):
        y = up.place(value)
        shapes.append(Line(_LEFT, y, width - _RIGHT, y, Tone.FAINT))
        shapes.append(Text(_LEFT - 8, y + 4, words, _LEFT - 8, Tone.SOFT, SMALL, align=Align.END))
    shapes += _days_below(across, bottom)
    labels = _Labels((_LEFT, plot_top - 8, width - _RIGHT, bottom))
    placed = [_where(point, across, up) for point in points]
    for x, y, *_ in placed:
        labels.keep_free(x, y)
    for number, (point, place) in enumerate(zip(points, placed, strict=True), start=1):
        shapes.append(_mark(number, point, place, labels))
    return shapes, bottom + _BELOW


def _heading(timeline: Timeline, top: float, width: float) -> Iterator[Shape]:
    """The unit, and at the right what the marks that are used mean."""
    points = timeline.points
    numbers = timeline.axis is Axis.NUMBERS
    meant = (
        ("hollow: not exact", any(not p.is_exact for p in points)),
        ("diamond: currency not stated", numbers and any(p.is_unclear for p in points)),
        ("arrow: open bound", numbers and any(None in (p.low, p.high) for p in points)),
        ("upright: range", numbers and any(None not in (p.low, p.high) and p.low != p.high
                                           for p in points)),
        ("bar: period", any(p.first != p.last for p in points)),
    )  # fmt: skip
    legend = ", ".join(words for words, is_used in meant if is_used)
    beside = width - width_of(legend, SMALL)
    yield Text(0, top + 14, timeline.unit, max(60.0, beside - 12), Tone.SOFT)
    if legend:
        room = width - 72
        yield Text(width, top + 14, legend, room, Tone.SOFT, SMALL, align=Align.END)


def _all_days(points: Iterable[Point]) -> Iterator[date]:
    for point in points:
        yield point.first
        yield point.last


def _days_below(across: Scale, y: float) -> Iterator[Shape]:
    yield Line(across.start, y, across.end, y, Tone.SOFT)
    for value, words in scales.day_ticks(across):
        x = across.place(value)
        yield Line(x, y, x, y + 5, Tone.SOFT)
        yield Text(x, y + 18, words, 90, Tone.SOFT, SMALL, align=Align.MIDDLE)


_Place = tuple[float, float, float, float, float, float]  # x, y, and the ends across and up


def _where(point: Point, across: Scale, up: Scale) -> _Place:
    x1, x2 = across.place(point.first.toordinal()), across.place(point.last.toordinal())
    low = point.low if point.low is not None else point.high
    high = point.high if point.high is not None else point.low
    assert low is not None
    assert high is not None
    y1, y2 = up.place(float(low)), up.place(float(high))
    return (x1 + x2) / 2, (y1 + y2) / 2, x1, x2, y1, y2


def _mark(number: int, point: Point, place: _Place, labels: "_Labels") -> Spot:
    x, y, x1, x2, y1, y2 = place
    tone = Tone.WARNING if point.standing == "open" else Tone.INK
    shapes: list[Shape] = []
    if x1 != x2:
        shapes.append(Line(x1, y, x2, y, tone, 3, soft=True))
    if y1 != y2:
        shapes += [Line(x, y1, x, y2, tone, 2)]
        shapes += [Line(x - 4, end, x + 4, end, tone, 2) for end in (y1, y2)]
    if point.high is None:
        shapes += _arrow(x, y, -1, tone)
    if point.low is None:
        shapes += _arrow(x, y, 1, tone)
    shapes.append(Dot(x, y, _RADIUS, tone, point.is_exact, point.is_unclear))
    shapes += labels.label(x, y, number, point, tone)
    area = (x - 9, min(y1, y2, y) - 9, 18, abs(y1 - y2) + 18)
    return Spot(point.annotation_id, f"{number}. {told(point)}", area, tuple(shapes))


def _arrow(x: float, y: float, way: int, tone: Tone) -> Iterator[Shape]:
    tip = y + way * _ARROW
    yield Line(x, y, x, tip, tone)
    yield Path(((x - 4, tip - way * 6), (x, tip), (x + 4, tip - way * 6)), tone)


def _lines(points: Sequence[Point], y: float, width: float) -> Iterator[Spot]:
    """A line for each point, with the same number."""
    for number, point in enumerate(points, start=1):
        base = y + number * _ROW - 7
        words = f"{number}. {told(point)}"
        tone = Tone.WARNING if point.standing == "open" else Tone.INK
        yield Spot(
            point.annotation_id, words, (0, base - 15, width, _ROW),
            (Text(8, base, words, width - 8, tone),),
        )  # fmt: skip


def _lanes(timeline: Timeline, top: float, width: float) -> tuple[list[Shape | Spot], float]:
    """Who says it at the left, then when, with the words where there is room."""
    names = min(260.0, width * _SHARE)
    points = timeline.points
    across = scales.of_days(_all_days(points), names, width - _RIGHT)
    shapes: list[Shape | Spot] = list(_heading(timeline, top, width))
    y = top + _TOP
    for point in points:
        shapes.append(Line(0, y, width, y, Tone.FAINT))
        shapes.append(_lane(point, across, y, names, width))
        y += _LANE
    shapes += _days_below(across, y)
    return shapes, y + _BELOW


def _lane(point: Point, across: Scale, top: float, names: float, width: float) -> Spot:
    x1, x2 = across.place(point.first.toordinal()), across.place(point.last.toordinal())
    tone = Tone.WARNING if point.standing == "open" else Tone.INK
    middle = top + _LANE / 2
    shapes: list[Shape] = [Text(0, middle + 4, point.source, names - 12, Tone.SOFT)]
    if x2 - x1 > 2 * _RADIUS:
        shapes.append(Box(x1, middle - _RADIUS, x2 - x1, 2 * _RADIUS, tone, "", 2, soft=True))
    else:
        shapes.append(Dot((x1 + x2) / 2, middle, _RADIUS, tone, point.is_exact))
    right, left = width - x2 - 10, x1 - names - 10
    if right >= min(width_of(point.words), left):
        shapes.append(Text(x2 + 10, middle + 4, point.words, right, tone))
    else:
        shapes.append(Text(x1 - 10, middle + 4, point.words, left, tone, align=Align.END))
    return Spot(point.annotation_id, told(point), (0, top, width, _LANE), tuple(shapes))


class _Labels:
    """Puts words beside points where nothing else is, else the number alone, else nothing."""

    def __init__(self, bounds: tuple[float, float, float, float]) -> None:
        self._bounds = bounds
        self._taken: list[tuple[float, float, float, float]] = []

    def keep_free(self, x: float, y: float) -> None:
        """Nothing is written over a point."""
        self._taken.append((x - _RADIUS, y - _RADIUS, x + _RADIUS, y + _RADIUS))

    def label(self, x: float, y: float, number: int, point: Point, tone: Tone) -> Iterator[Text]:
        """The number and the source."""
        source = " ".join(point.source.split())
        short = f"{number}  {source}"
        wide = min(_LABEL, width_of(short, SMALL))
        for words, room in ((short, wide), (f"{number}", width_of(f"{number}", SMALL))):
            for left, base in (
                (x + 8, y - 5), (x + 8, y + 13), (x - 8 - room, y - 5), (x - 8 - room, y + 13),
            ):  # fmt: skip
                box = (left, base - 10, left + room, base + 3)
                if self._fits(box):
                    self._taken.append(box)
                    yield Text(left, base, words, room + 2, tone, SMALL, full=told(point))
                    return

    def _fits(self, box: tuple[float, float, float, float]) -> bool:
        x1, y1, x2, y2 = self._bounds
        inside = x1 <= box[0] and box[2] <= x2 and y1 <= box[1] and box[3] <= y2
        return inside and not any(
            box[0] < right and left < box[2] and box[1] < bottom and top < box[3]
            for left, top, right, bottom in self._taken
        )
