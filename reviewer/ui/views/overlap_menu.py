"""A choice among annotations that lie over one another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.ui.chips import chip_icon
from reviewer.ui.metrics import em
from reviewer.ui.spans import Span

_LONGEST = 80


class OverlapMenu(QMenu):
    """Lists annotations by their labels, with the mark of their tag."""

    chosen = Signal(str)  # annotation id

    def __init__(self, spans: Sequence[Span], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Annotations here")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for span in spans:
            action = self.addAction(self._swatch(span), _name(span))
            action.triggered.connect(lambda _on=False, key=span.id: self.chosen.emit(key))
        self.setActiveAction(self.actions()[0])

    def _swatch(self, span: Span) -> QIcon:
        return chip_icon(span.colours[0] if span.colours else "grey", em(self, 1), self)


def _name(span: Span) -> str:
    label = " ".join(span.label.split()) or "Annotation without a label"
    short = label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"
    return short.replace("&", "&&")
