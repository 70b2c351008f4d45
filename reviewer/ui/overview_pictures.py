"""Pictures and tables that leave the window: to the clipboard, and into files."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QFont, QGuiApplication

from reviewer.exchange.clipboard import html_table, tsv
from reviewer.exchange.drawing import Drawing
from reviewer.exchange.layout import Table
from reviewer.exchange.pictures import paper_colours
from reviewer.exchange.svg import svg
from reviewer.services.reporting import write_whole
from reviewer.ui.drawing_paint import picture_of

SVG_TYPE = "image/svg+xml"


def svg_file(drawing: Drawing) -> bytes:
    """The drawing as a file of its own."""
    return svg(drawing, "overview", paper_colours()).encode()


def png_file(drawing: Drawing, font: QFont) -> bytes:
    """The same in pixels, at twice its size."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture_of(drawing, font).save(buffer, "PNG")  # type: ignore[call-overload]  # its stub wants bytes
    buffer.close()
    return bytes(data.data())


def save(drawing: Drawing, target: Path, font: QFont) -> Path:
    """Write a picture in the format that the name ends in; ExchangeError says why it cannot be."""
    is_png = target.suffix.lower() == ".png"
    return write_whole(target, png_file(drawing, font) if is_png else svg_file(drawing))


def copy_picture(drawing: Drawing, font: QFont) -> None:
    """Put a picture on the clipboard, as lines and in pixels: who pastes it takes what it can."""
    data = QMimeData()
    data.setData(SVG_TYPE, svg_file(drawing))
    data.setImageData(picture_of(drawing, font))
    QGuiApplication.clipboard().setMimeData(data)


def copy_table(table: Table) -> None:
    """Put a table on the clipboard, for spreadsheets and for writing programs."""
    data = QMimeData()
    data.setText(tsv(table))
    data.setHtml(html_table(table))
    QGuiApplication.clipboard().setMimeData(data)
