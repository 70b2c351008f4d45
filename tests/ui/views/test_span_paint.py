"""What annotations look like where a pixel of ours is several of the screen's."""

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from same_picture import is_same_picture

from reviewer.ui.spans import Marks, Span
from reviewer.ui.views.span_paint import Emphasis, Pens, SpanPainter
from reviewer.ui.views.span_places import KeptPicture

SPAN = Span("a", 0, 9, ("red",), open_contradiction=True)
BOX = QRectF(80, 10, 300, 16)


def drawn(scale: int, *, times: int) -> QImage:
    """The annotation on a screen of that scale, as it looks when a kept picture was asked for so
    many times; 0 is at once."""
    pens = Pens(
        em=16, margin=70, unit=16, tag=lambda _name: QColor("red"),
        role=lambda _name: QColor("navy"), room=8, scale=scale,
    )  # fmt: skip

    def draw(onto: QPainter) -> None:
        onto.setRenderHint(QPainter.RenderHint.Antialiasing)
        SpanPainter(onto, Marks([SPAN]), Emphasis(), pens).paint(
            [(SPAN, [BOX])], (0, 99, QRectF(0, 0, 400, 60))
        )

    kept = KeptPicture()
    for _ in range(times or 1):
        image = QImage(400 * scale, 60 * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        if times:
            kept.play(painter, ("whole",), draw, QSize(400, 60))
        else:
            draw(painter)
        painter.end()
    return image


def part(image: QImage, box: QRectF) -> QImage:
    scale = image.devicePixelRatio()
    return image.copy(QRectF(*(n * scale for n in box.getRect())).toRect())


ZIGZAG = QRectF(80, 24, 300, 10)
CHIP = QRectF(62, 8, 16, 14)


@pytest.mark.parametrize("scale", [1, 2, 3])
@pytest.mark.parametrize("where", [ZIGZAG, CHIP], ids=["zigzag", "shape"])
def test_what_is_kept_is_as_sharp_as_what_is_drawn_at_once(qapp, scale: int, where: QRectF) -> None:
    at_once = part(drawn(scale, times=0), where)
    assert part(drawn(scale, times=1), where) == at_once
    assert is_same_picture(part(drawn(scale, times=3), where), at_once)


@pytest.mark.parametrize("where", [ZIGZAG, CHIP], ids=["zigzag", "shape"])
def test_a_finer_screen_shows_finer_lines(qapp, where: QRectF) -> None:
    """Not the same enlarged: that would be in squares of two by two."""
    fine = part(drawn(2, times=3), where)
    squares = [
        {fine.pixel(x + dx, y + dy) for dx in (0, 1) for dy in (0, 1)}
        for x in range(0, fine.width() - 1, 2)
        for y in range(0, fine.height() - 1, 2)
    ]
    assert any(len(square) > 1 for square in squares)
