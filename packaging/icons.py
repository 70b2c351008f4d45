"""The icon in every size and container that a desktop asks for, from the one SVG."""

import os
import struct
from collections.abc import Mapping
from pathlib import Path

SVG = Path(__file__).parents[1] / "resources" / "icons" / "reviewer.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Apple's names for a PNG of that many pixels.
ICNS_NAMES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def pngs(svg: Path = SVG) -> dict[int, bytes]:
    """Size in pixels → a square PNG of the drawing, transparent where nothing is drawn."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice  # noqa: PLC0415 - after the line above
    from PySide6.QtGui import QGuiApplication, QIcon  # noqa: PLC0415 - likewise

    app = QGuiApplication.instance() or QGuiApplication([])
    icon, made = QIcon(str(svg)), {}
    for size in SIZES:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not icon.pixmap(size, size).toImage().save(buffer, "PNG"):
            raise RuntimeError(f"{svg} cannot be drawn in {size} pixels")
        made[size] = bytes(data.data())
    del app
    return made


def ico(images: Mapping[int, bytes]) -> bytes:
    """A Windows icon that holds PNGs: a directory, then the images one after the other."""
    head = struct.pack("<HHH", 0, 1, len(ICO_SIZES))
    at = len(head) + 16 * len(ICO_SIZES)
    entries, bodies = b"", b""
    for size in ICO_SIZES:
        body = images[size]
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), at + len(bodies))
        bodies += body
    return head + entries + bodies


def icns(images: Mapping[int, bytes]) -> bytes:
    """An icon of macOS: chunks of a name, a length that counts its head, and a PNG."""
    chunks = b"".join(
        name + struct.pack(">I", len(images[size]) + 8) + images[size]
        for size, name in ICNS_NAMES.items()
    )
    return b"icns" + struct.pack(">I", len(chunks) + 8) + chunks
