"""The line that says that a field was changed elsewhere while it is being edited here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.metrics import grid, set_spacing
from reviewer.ui.views.flow_layout import FlowLayout
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.tone_label import ToneLabel

_SHOWN = 200


class ConflictLine(QWidget):
    """ "Changed elsewhere: …" with the two ways out."""

    mine_kept = Signal()
    theirs_taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ToneLabel(role="warning")
        self.keep = LinkButton("Keep mine")
        self.take = LinkButton("Take theirs")
        buttons = QWidget()
        flow = FlowLayout(buttons, grid(self, 2))
        flow.addWidget(self.keep)
        flow.addWidget(self.take)
        layout = QVBoxLayout(self)
        set_spacing(layout, self, between=0)
        layout.addWidget(self.words)
        layout.addWidget(buttons)
        self.keep.clicked.connect(self.mine_kept)
        self.take.clicked.connect(self.theirs_taken)

    def show_theirs(self, theirs: str | None) -> None:
        """Shows what the other side stored; None hides the line."""
        if theirs is not None:
            short = theirs if len(theirs) <= _SHOWN else theirs[:_SHOWN].rstrip() + "…"
            self.words.setText(f"Changed elsewhere: {short}" if theirs else "Emptied elsewhere.")
            self.words.setToolTip(theirs)
        self.setVisible(theirs is not None)
