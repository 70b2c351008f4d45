"""Figures of the report as lines within a text that Qt lays out."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QPyTextObject, QTextDocument, QTextFormat

from reviewer.exchange.drawing import USUAL, Drawing
from reviewer.ui.drawing_paint import DrawingPainter, paper


def draw_figures(document: QTextDocument, figures: Mapping[str, Drawing], font: QFont) -> None:
    """Let the document draw a figure where its HTML, set afterwards, has an image of that name."""
    if figures:
        handler = _Figures(document, figures, font)
        document.documentLayout().registerHandler(
            QTextFormat.ObjectTypes.ImageObject.value, handler
        )


class _Figures(QPyTextObject):
    """Draws figures as lines where the text has an image of their name."""

    def __init__(
        self, document: QTextDocument, figures: Mapping[str, Drawing], font: QFont
    ) -> None:
        super().__init__(document)
        self._figures, self._font = figures, QFont(font)
        self._font.setPixelSize(round(USUAL))

    def intrinsicSize(self, _document: QTextDocument, _place: int, form: QTextFormat) -> QSizeF:
        drawing = self._figures[form.toImageFormat().name()]
        return QSizeF(drawing.width, drawing.height)

    def drawObject(
        self, painter: QPainter, box: QRectF | QRect, _document: QTextDocument, _place: int,
        form: QTextFormat,
    ) -> None:  # fmt: skip
        painter.save()
        painter.translate(box.topLeft())
        drawing = self._figures[form.toImageFormat().name()]
        DrawingPainter(painter, self._font, 1.0, paper).paint(drawing)
        painter.restore()
