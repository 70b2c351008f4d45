"""Draws a tag of the codebook: its mark, its name, its key and on how many annotations it is."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer.ui.chips import paint_chip
from reviewer.ui.metrics import SMALL, grid, scaled
from reviewer.ui.models.codebook import TagRow
from reviewer.ui.models.look import Ask, Run
from reviewer.ui.views.row_delegate import paint_line, paint_row_ground, run_colour

Index = QModelIndex | QPersistentModelIndex


class TagDelegate(QStyledItemDelegate):
    """Columns from the right: count, then key; the name takes what is left."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        return QSize(0, option.fontMetrics.height() + 3 * grid(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Ask.VALUE)
        if not isinstance(row, TagRow):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_row_ground(painter, option)
        small = scaled(option.font, SMALL)
        step, metrics = grid(option.fontMetrics), QFontMetrics(small)
        chip = self._chip_box(option)
        paint_chip(painter, QRectF(chip), row.tag.colour, option.widget)
        right = option.rect.right() - 3 * step
        count = QRect(option.rect)
        count.setLeft(right - metrics.horizontalAdvance("000"))
        count.setRight(right)
        painter.setFont(small)
        painter.setPen(run_colour("muted", option.widget, chosen=chosen))
        painter.drawText(
            count,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            str(row.count) if row.count else "",
        )
        cap = QRect(0, 0, metrics.height(), metrics.height())
        cap.moveCenter(option.rect.center())
        cap.moveRight(count.left() - step)
        if row.tag.key:
            _paint_key(painter, cap, row.tag.key, option.widget, chosen=chosen)
        painter.setFont(option.font)
        name = QRect(option.rect)
        name.setLeft(chip.right() + 2 * step)
        name.setRight((cap.left() if row.tag.key else count.left()) - step)
        paint_line(painter, name, (Run(row.tag.name, "text"),), option.widget, chosen)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName("Name of the tag")
        return editor

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002 - Qt's
    ) -> None:
        box = QRect(option.rect)
        box.setLeft(self._chip_box(option).right() + grid(option.fontMetrics))
        editor.setGeometry(box)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    @staticmethod
    def _chip_box(option: QStyleOptionViewItem) -> QRect:
        side = round(option.fontMetrics.ascent() * 0.85)
        box = QRect(0, 0, side, side)
        box.moveCenter(option.rect.center())
        box.moveLeft(option.rect.left() + grid(option.fontMetrics))
        return box


def _paint_key(
    painter: QPainter, box: QRect, key: str, widget: QWidget | None, *, chosen: bool
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(run_colour("border", widget, chosen=chosen), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(run_colour("muted", widget, chosen=chosen))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
