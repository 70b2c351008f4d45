"""A quote among the words around it: the quote marked in its tag's colour, the rest muted."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reviewer.domain.views import Passage
from reviewer.ui.theme import shade, tag_shade

_TINT = 0.2
_REACH = 160
"""Characters of context on either side."""


class QuoteInContext(QLabel):
    """Text that can be selected and copied; re-coloured when the palette changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passage: Passage | None = None
        self._colour = "blue"
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setMinimumWidth(1)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def set_passage(self, passage: Passage, colour: str) -> None:
        """The passage, and the name of the colour of its first tag."""
        self._passage, self._colour = passage, colour
        before, after = around(passage)
        self.setAccessibleName(f"{before}“{passage.annotation.target.exact}”{after}")
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        if self._passage is None:
            return
        ink = tag_shade(self._colour, self)
        ground = _mixed(ink, self.palette().color(QPalette.ColorRole.Base), _TINT)
        muted = shade("muted", self).name()
        before, after = around(self._passage)
        quote = escape(self._passage.annotation.target.exact).replace("\n", "<br>")
        self.setText(
            f'<div style="line-height:130%; color:{muted}">'
            f"{escape(before)}"
            f'<span style="background-color:{ground.name()}; color:{shade("text", self).name()}; '
            f'text-decoration:underline">{quote}</span>'
            f"{escape(after)}</div>"
        )


def around(passage: Passage) -> tuple[str, str]:
    """What stands before and after the quote in its own paragraph, cut between words if long."""
    before, after = passage.before.rpartition("\n"), passage.after.partition("\n")
    starts = bool(before[1]) or passage.annotation.target.start == len(passage.before)
    left, right = before[2], after[0]
    if len(left) > _REACH or not starts:
        left = "… " + left[-_REACH:].partition(" ")[2]
    if len(right) > _REACH or not after[1]:
        right = right[:_REACH].rpartition(" ")[0] + " …" if right else ""
    return left, right


def _mixed(ink: QColor, ground: QColor, share: float) -> QColor:
    def part(one: int, other: int) -> int:
        return round(one * share + other * (1 - share))

    return QColor(
        part(ink.red(), ground.red()),
        part(ink.green(), ground.green()),
        part(ink.blue(), ground.blue()),
    )
