"""``reviewer --self-test``: whether all of it works where it was put, one line a step.

A build is proved with it on a machine that has nothing but the build: each step uses another part
of what is bundled, and a part that is missing is named.
"""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QImage,
    QImageReader,
    QPainter,
    QPalette,
    QRawFont,
)
from PySide6.QtWidgets import QApplication, QWidget

from reviewer import __version__
from reviewer.assets import asset
from reviewer.build import commit
from reviewer.exchange.formats import FORMATS
from reviewer.services import reading
from reviewer.services.sample import make_sample
from reviewer.services.selftest import NAME, Step, expect, project_steps, told
from reviewer.services.words import counted
from reviewer.ui import theme
from reviewer.ui.app import make_application
from reviewer.ui.main_window import MainWindow, apply_look
from reviewer.ui.pdf import PDF
from reviewer.ui.preferences import Preferences
from reviewer.ui.workspace import Workspace

INK = 56  # of 255: text in the light palette is darker than that, and nothing else there is
LARGE = QSize(256, 256)


def run_self_test(tell: Callable[[str], None] = print) -> int:
    """Try everything; returns 0 if all of it works, else 1."""
    tell(f"Reviewer {__version__} {commit()[:12]}".rstrip())
    failed = 0
    with tempfile.TemporaryDirectory(prefix="reviewer-", ignore_cleanup_errors=True) as private:
        for what, step in _steps(Path(private)):
            try:
                came = step()
            except Exception as error:  # noqa: BLE001 - whatever it is, the person must be told
                failed += 1
                tell(f"FAILED  {what}: {told(error)}")
            else:
                tell(f"ok      {what}: {came}")
    tell(f"{counted(failed, 'step')} failed" if failed else "All is well.")
    return 1 if failed else 0


def _steps(folder: Path) -> Iterator[Step]:
    app = make_application()  # before the PDF, which makes one of its own if there is none
    yield from project_steps(folder, [*FORMATS.values(), PDF])
    yield "read the palettes", _palettes
    yield "paint letters", lambda: _letters(app.font())
    yield "paint the window", lambda: _window(app, folder)
    yield "load the icons", _icons


def _palettes() -> str:
    role = QPalette.ColorRole
    for dark in (False, True):
        paper, ink = (theme.palette(dark=dark).color(r).lightness() for r in (role.Base, role.Text))
        expect(abs(paper - ink) > INK, "text would not be seen")
    return "light and dark"


def _letters(font: QFont) -> str:
    """Without a font Qt paints nothing, or the same box for every letter, and says so nowhere."""
    raw = QRawFont.fromFont(font)
    expect(raw.isValid(), f"there is no font “{font.family()}”")
    lacking = [letter for letter in "Reviewžß“…”€" if not raw.supportsCharacter(ord(letter))]
    narrow, wide = _painted("i", font), _painted("W", font)
    expect(0 < _inked(narrow) < _inked(wide), "letters are not painted")
    return f"{raw.familyName()}{' without ' + ''.join(lacking) if lacking else ''}"


def _window(app: QApplication, folder: Path) -> str:
    preferences = Preferences(folder / "preferences")
    preferences.theme, preferences.reviewer = "light", NAME
    apply_look(app, preferences)
    frame = MainWindow(preferences)
    space = Workspace(frame)
    frame.fill(space, space)
    try:
        frame.show()
        _settle(app)
        path = folder / "window.review"
        make_sample(path, NAME).close()
        expect(space.open(path), "the sample does not open")
        space.read.open_source(reading.source_ids(space.session.project)[0])
        _settle(app)
        inked = {
            name: _share_of_ink(widget)
            for name, widget in (
                ("document", space.read.view.viewport()),
                ("list of sources", space.read.sources),
            )
        }
        frame_size = frame.grab().size()
    finally:
        frame.close()
        frame.deleteLater()
        _settle(app)
    for name, share in inked.items():
        expect(share > 0.002, f"the {name} shows no text")  # noqa: PLR2004 - a line of text is more
    return (
        f"{frame_size.width()} by {frame_size.height()} on {QGuiApplication.platformName()}, "
        f"{inked['document']:.1%} of the document is ink"
    )


def _icons() -> str:
    found = sorted(asset("resources", "icons").rglob("*.svg"))
    expect(asset("resources", "icons", "reviewer.svg") in found, "reviewer.svg is missing")
    known = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    expect("svg" in known, "Qt's SVG plugin for images (qsvg) is missing")
    for path in found:
        icon = QIcon(str(path))
        # Drawn by the SVG engine, an icon has any size; what stands in for it knows one.
        expect(
            not icon.availableSizes(),
            f"{path.name}: Qt's SVG plugin for icons (qsvgicon) is missing",
        )
        expect(_covered(icon.pixmap(LARGE).toImage()) > 0, f"{path.name} is empty")
    return counted(len(found), "icon")


def _painted(letter: str, font: QFont) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(QColor("black"))
    painter.drawText(8, 48, letter)
    painter.end()
    return image


def _share_of_ink(widget: QWidget) -> float:
    # Its lower half: a document's header lies over the upper one.
    image = widget.grab(widget.rect().adjusted(0, widget.height() // 2, 0, 0)).toImage()
    return _inked(image) / (image.width() * image.height())


def _inked(image: QImage) -> int:
    """How many pixels are as dark as text."""
    grey = _bytes(image, QImage.Format.Format_Grayscale8)
    return sum(grey.count(shade) for shade in range(INK))


def _covered(image: QImage) -> int:
    """How many pixels are not wholly transparent."""
    alpha = _bytes(image, QImage.Format.Format_Alpha8)
    return len(alpha) - alpha.count(0)


def _bytes(image: QImage, form: QImage.Format) -> bytes:
    """A byte a pixel; the lines of an image are padded to four bytes, which are no pixels."""
    converted = image.convertToFormat(form)  # named, as its bytes go when it goes
    padded, length, width = bytes(converted.constBits()), converted.bytesPerLine(), image.width()
    return b"".join(padded[at : at + width] for at in range(0, len(padded), length))


def _settle(app: QApplication) -> None:
    for _ in range(4):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
