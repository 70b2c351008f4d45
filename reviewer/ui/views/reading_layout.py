"""Lays out text for reading: a centred column, spaced lines and paragraphs, structure as formats.

Qt asks for a block's rectangle only when the block is about to be seen. Each block is given its
formats and lines at that moment, so opening costs the same however much structure there is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QPlainTextDocumentLayout

from reviewer.domain.document import Block, BlockKind, InlineKind
from reviewer.ui.offsets import ShownText
from reviewer.ui.views.reading_style import BlockStyle, Structure, style_of

MARKER = re.compile(r"\s*(?:[-*+•\u2013·▪◦]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+")
"""How a line begins that brings its own bullet or number."""

_BLANK_LINE = 0.42
"""Size of the font of empty lines, in em: this is all the space that they take."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How text is set: the font with its size, the line spacing, and colours by role."""

    font: QFont
    line_spacing: float
    shades: Mapping[str, QColor]

    @property
    def em(self) -> float:
        """Pixels."""
        return QFontMetricsF(self.font).height() / 1.17


def reading_font(*, serif: bool = True) -> QFont:
    """A face made for screens, a little larger than the interface; serif if there is one."""
    font = QFont(QApplication.font())
    if serif:
        font.setFamilies(["Charter", "Georgia", "Source Serif 4", "Noto Serif", "Liberation Serif"])
        font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(QApplication.font().pointSizeF() * 1.25)
    return font


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines stand in the view, in pixels."""

    left: int = 40
    width: int = 600


class ReadingLayout(QPlainTextDocumentLayout):
    """The layout of one view's document."""

    def __init__(self, document: QTextDocument, reading: Reading) -> None:
        super().__init__(document)
        self.column = Column()
        self.layings = 0  # how often all lines were forgotten
        self._shown = ShownText("")
        self._structure = Structure(None)
        self._formats: dict[BlockStyle, QTextCharFormat] = {}
        self._grown = QTimer(self, singleShot=True, interval=0)
        self._grown.timeout.connect(self.settle)
        self.set_reading(reading)

    def set_content(self, shown: ShownText, structure: Structure) -> None:
        """What the document's text means; to be called before the text is set."""
        self.layings += 1
        self._shown, self._structure = shown, structure

    def set_reading(self, reading: Reading) -> None:
        """Set everything anew in this way, each block when it is next seen."""
        self.reading = reading
        self._formats.clear()
        # Formats cannot make an empty line smaller; the document's own font can, and every line
        # that is not empty gets a font of its own.
        blank = QFont(reading.font)
        blank.setPointSizeF(max(1.0, reading.font.pointSizeF() * _BLANK_LINE))
        self.document().setDefaultFont(blank)
        self.relayout()

    def relayout(self) -> None:
        """Forget all lines; the place that is shown stays."""
        self.layings += 1
        self.document().markContentsDirty(0, self.document().characterCount())

    def settle(self) -> None:
        """Tell the scroll bar of lines that were laid out since."""
        if self._grown.isActive():
            self._grown.stop()
        self.documentSizeChanged.emit(self.documentSize())

    def block_of(self, block: QTextBlock) -> Block | None:
        """The document's block that a line of the view belongs to."""
        return self._structure.block_at(self._shown.from_view(block.position()))

    def goes_on(self, block: QTextBlock) -> bool:
        """Whether a line of the view goes on with the block that the line before it is of."""
        if self._shown.is_soft(block.position()):
            return True
        owner = self.block_of(block)
        return owner is not None and self._shown.from_view(block.position()) > owner.start

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if block.isValid() and not block.layout().lineCount():
            self._lay_out(block)
        return super().blockBoundingRect(block)

    def _lay_out(self, block: QTextBlock) -> None:
        owner = self.block_of(block)
        style = style_of(owner)
        layout = block.layout()
        length = block.length() - 1
        option = QTextOption(self.document().defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if length:
            layout.setFormats(self._ranges(block, owner, style, length))
            if owner and owner.kind is BlockKind.TABLE_ROW:
                option.setTabStopDistance(self._tab_distance(block.text()))
        layout.setTextOption(option)
        self._place_lines(layout, block, owner, style)
        before = self.document().lineCount()
        block.setLineCount(layout.lineCount())
        if self.document().lineCount() != before and not self._grown.isActive():
            self._grown.start()

    def _place_lines(
        self, layout: QTextLayout, block: QTextBlock, owner: Block | None, style: BlockStyle
    ) -> None:
        em = self.reading.em
        spacing = max(0.0, self.reading.line_spacing * style.leading - 1)
        y = float(round(self._space_above(block, owner, style) * em))
        left = round(self.column.left + style.indent * em)
        width = max(self.column.width - (left - self.column.left), em)
        hang = 0
        layout.beginLayout()
        line = layout.createLine()
        while line.isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(width - hang)
            y += round(line.height() * spacing) if block.length() > 1 else 0
            line.setPosition(QPointF(left + hang, y))
            y += round(line.height())
            if not hang and owner and owner.kind is BlockKind.LIST_ITEM:
                hang = _hang(line, block.text(), left, width)
            line = layout.createLine()
        layout.endLayout()

    def _space_above(self, block: QTextBlock, owner: Block | None, style: BlockStyle) -> float:
        """In em. Blank lines are part of the space, and a line within a block needs none."""
        before = block.previous()
        if block.length() == 1 or self.goes_on(block) or not before.isValid():
            return 0.0
        if before.length() == 1:
            return max(0.0, style.above - _BLANK_LINE * 1.2)
        above = self.block_of(before)
        if above and owner and above.kind is BlockKind.METADATA is not owner.kind:
            return style.above + 1.2
        return style.above

    def _ranges(
        self, block: QTextBlock, owner: Block | None, style: BlockStyle, length: int
    ) -> list[QTextLayout.FormatRange]:
        ranges = [_range(0, length, self._format(style))]
        if owner and owner.kind is BlockKind.METADATA:
            ranges.append(self._label_range(block.text()))
        first = block.position()
        start, end = self._shown.from_view(first), self._shown.from_view(first + length)
        for inline in self._structure.inlines(owner, start, end):
            a = max(self._shown.to_view(inline.start) - first, 0)
            b = min(self._shown.to_view(inline.end, end=True) - first, length)
            if a < b:
                ranges.append(_range(a, b - a, self._inline_format(inline.kind, style)))
        return ranges

    def _label_range(self, text: str) -> QTextLayout.FormatRange:
        """Front matter as a card: its fences out of sight, the name of each field in bold."""
        made = QTextCharFormat()
        if not text.strip("-. "):
            made.setForeground(self.reading.shades["alternate"])
            return _range(0, len(text), made)
        made.setFontWeight(QFont.Weight.Bold)
        label = text.partition(":")[0] if ":" in text else ""
        return _range(0, 0 if label.strip().startswith("-") else len(label), made)

    def _format(self, style: BlockStyle) -> QTextCharFormat:
        if style not in self._formats:
            made = QTextCharFormat()
            made.setFont(self._font(style))
            made.setForeground(self.reading.shades[style.shade])
            self._formats[style] = made
        return self._formats[style]

    def _font(self, style: BlockStyle) -> QFont:
        system = QFontDatabase.SystemFont
        font = QFont(self.reading.font)
        if style.mono:
            font.setFamilies(QFontDatabase.systemFont(system.FixedFont).families())
        elif style.sans:
            font.setFamilies(QFontDatabase.systemFont(system.GeneralFont).families())
        font.setPointSizeF(self.reading.font.pointSizeF() * style.scale)
        font.setBold(style.bold)
        font.setItalic(style.italic)
        return font

    def _inline_format(self, kind: InlineKind, style: BlockStyle) -> QTextCharFormat:
        made = QTextCharFormat()
        if kind is InlineKind.EMPHASIS:
            made.setFontItalic(not style.italic)
        elif kind is InlineKind.STRONG:
            made.setFontWeight(QFont.Weight.Bold)
        elif kind is InlineKind.CODE:
            made.setFont(self._font(replace(style, mono=True, scale=style.scale * 0.92)))
        elif kind is InlineKind.STRIKE:
            made.setFontStrikeOut(True)
        elif style.shade == "text":
            made.setForeground(self.reading.shades["link"])
        return made

    def _tab_distance(self, row: str) -> float:
        """Even columns over the whole width; a row of one cell has no tab to place."""
        return self.column.width / (row.count("\t") + 1)


def _hang(line: QTextLine, text: str, left: int, width: float) -> int:
    """Pixels by which later lines of a list item stand in, to clear its marker."""
    marker = MARKER.match(text)
    reach = round(cursor_x(line, marker.end()) - left) if marker else 0
    return reach if 0 < reach < width / 2 else 0


def cursor_x(line: QTextLine, at: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Where the caret stands before (or, trailing, after) the unit ``at`` of the line's block."""
    # The stubs leave the type open: the call gives the place and the offset that it belongs to.
    x: float = line.cursorToX(at, edge)[0]  # type: ignore[index]
    return x


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, form
    return made
