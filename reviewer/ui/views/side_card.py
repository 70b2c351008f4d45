"""One side of a relation that is being made: its words, its value, and where it comes from."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reviewer.domain.quantity import Quantity
from reviewer.domain.views import Passage
from reviewer.ui.metrics import set_spacing
from reviewer.ui.models.candidate_list import source_words
from reviewer.ui.models.row_roles import one_line
from reviewer.ui.views.elided import Elided
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.tone_label import ToneLabel

_SHORT = 110


class SideCard(QFrame):
    """``removed`` carries the annotation's id; the side that it started from stays."""

    removed = Signal(str)

    def __init__(
        self,
        passage: Passage,
        show: Callable[[Quantity], str],
        *,
        removable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        annotation = passage.annotation
        line = one_line(annotation.target.exact)
        quote = line if len(line) <= _SHORT else f"{line[:_SHORT].rstrip()}…"
        quantity = annotation.claim.quantity if annotation.claim else None
        value = show(quantity) if quantity else ""
        self._brief = Elided(" · ".join(filter(None, (value, f"“{quote}”"))))
        self._whole = [ToneLabel(f"“{quote}”", "text"), ToneLabel(source_words(passage.source))]
        if value:
            self._whole.insert(0, ToneLabel(value, "text", strong=True))
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=1.5, between=0.5)
        for part in (self._brief, *self._whole):
            layout.addWidget(part)
        self.setToolTip(annotation.target.exact)
        self.set_brief(brief=False)
        if removable:
            remove = LinkButton("Take this side out")
            remove.clicked.connect(lambda: self.removed.emit(annotation.id))
            layout.addWidget(remove)

    def set_brief(self, *, brief: bool) -> None:
        """One line that is shortened, where the pane is low; the tooltip has the quote."""
        self._brief.setVisible(brief)
        for part in self._whole:
            part.setVisible(not brief)
