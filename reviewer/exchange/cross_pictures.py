"""What stands against sources, as drawings: topics with their values, tags with their counts."""

from collections.abc import Iterator

from reviewer.exchange.drawing import SMALL, Box, Drawing, Line, Shape, Spot, Text, Tone
from reviewer.exchange.facts import count
from reviewer.exchange.layout import Counts, Matrix, MatrixCell

_WIDTH = 1000.0
_LABELS = 260.0  # width of the column of topics
_LINE = 17.0
_HEAD = 28.0
_BAR = 9.0


def matrix_drawing(matrix: Matrix) -> Drawing:
    """A value above what it is as of and its grade; a gap is a faint dash."""
    width = (_WIDTH - _LABELS) / len(matrix.columns)
    shapes: list[Shape | Spot] = list(_heads(matrix.columns, width))
    y = _HEAD
    for title, line in zip(matrix.rows, matrix.cells, strict=True):
        shapes.append(Line(0, y, _WIDTH, y, Tone.FAINT))
        shapes.append(Text(0, y + _LINE, title, _LABELS - 12))
        for place, cells in enumerate(line):
            shapes += _values(cells, _LABELS + place * width + 6, y, width - 12)
        y += max(1, *(2 * len(cells) for cells in line)) * _LINE + 8
    told = (
        f"{count(len(matrix.rows), 'topic')} by {count(len(matrix.columns), 'source')}."
        " The table says the same."
    )
    return _noted(matrix.title, told, shapes, y, matrix.note)


def counts_drawing(counts: Counts) -> Drawing:
    """A bar for each number, all on one scale; none for none."""
    width = (_WIDTH - _LABELS) / len(counts.columns)
    most = max((number for line in counts.numbers for number in line), default=0) or 1
    room = width - 48
    shapes: list[Shape | Spot] = list(_heads(counts.columns, width))
    y = _HEAD
    for label, line in zip(counts.rows, counts.numbers, strict=True):
        shapes.append(Line(0, y, _WIDTH, y, Tone.FAINT))
        shapes.append(Text(0, y + _LINE, label.path, _LABELS - 12))
        for place, number in enumerate(line):
            if number:
                x = _LABELS + place * width + 6
                long = room * number / most
                shapes.append(Box(x, y + _LINE - _BAR, long, _BAR, Tone.INK, label.colour, 2))
                shapes.append(Text(x + long + 6, y + _LINE, f"{number:,}", 42))
        y += _LINE + 8
    told = (
        f"{count(len(counts.rows), 'tag')} by {count(len(counts.columns), 'source')}."
        " The table says the same."
    )
    return _noted(counts.title, told, shapes, y, counts.note)


def _heads(columns: tuple[str, ...], width: float) -> Iterator[Shape]:
    for place, title in enumerate(columns):
        yield Text(_LABELS + place * width + 6, 16, title, width - 18, bold=True)


def _noted(title: str, told: str, shapes: list[Shape | Spot], y: float, note: str) -> Drawing:
    if note:
        shapes.append(Text(0, y + _LINE, note, _WIDTH, Tone.SOFT))
        y += _LINE + 8
    return Drawing(title, told, _WIDTH, y + 4, tuple(shapes))


def _values(
    cells: tuple[MatrixCell, ...], x: float, y: float, room: float
) -> Iterator[Spot | Line]:
    if not cells:
        yield Line(x, y + _LINE - 4, x + 10, y + _LINE - 4, Tone.INK, soft=True)
    for number, cell in enumerate(cells):
        top = y + _LINE + 2 * number * _LINE
        tone = Tone.WARNING if cell.standing == "open" else Tone.INK
        under = " · ".join(filter(None, [cell.as_of, cell.grade]))
        mark = f"≠ {cell.standing}" if cell.standing else ""
        words = (
            Text(x, top, cell.text, room, tone, full=cell.words),
            Text(x, top + _LINE - 3, " · ".join(filter(None, [mark, under])), room,
                 Tone.WARNING if tone is Tone.WARNING else Tone.SOFT, SMALL),
        )  # fmt: skip
        yield Spot(cell.annotation_id, cell.words, (x, top - _LINE, room, 2 * _LINE), words)
