"""A form that puts labels beside the fields where there is room, and above them where not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QSizePolicy, QWidget

from reviewer.ui.views.field_slot import FieldSlot
from reviewer.ui.views.spacing import space
from reviewer.ui.views.tone_label import ToneLabel


def form_layout(widget: QWidget) -> QFormLayout:
    layout = QFormLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    layout.setVerticalSpacing(space(widget, 1.5))
    layout.setHorizontalSpacing(space(widget, 2))
    return layout


def add_field(layout: QFormLayout, label: str, slot: FieldSlot) -> None:
    """A row; its label is the editor's buddy, so that readers of the screen say it."""
    words = ToneLabel(label)
    words.setWordWrap(False)
    words.setBuddy(slot.editor)
    words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    pad = space(words)
    words.setContentsMargins(0, pad, 0, 0)
    layout.addRow(words, slot)
