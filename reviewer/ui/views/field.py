"""A field with its name above, and below it what is wrong with it or who else changed it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reviewer.ui.metrics import SMALL
from reviewer.ui.views.ask_bar import AskBar
from reviewer.ui.views.spaced import COLUMN, Spaced
from reviewer.ui.views.words import Words


class Field(Spaced):
    """``mine_kept`` and ``theirs_taken`` answer what ``ask`` asked; ``below`` stands last."""

    mine_kept = Signal()
    theirs_taken = Signal()

    def __init__(
        self,
        name: str,
        widget: QWidget,
        parent: QWidget | None = None,
        *,
        below: QWidget | None = None,
    ) -> None:
        super().__init__(COLUMN, 1, parent)
        self.widget = widget
        label = Words(name, "muted", size=SMALL)
        label.setBuddy(widget)
        self._error = Words("", "danger", size=SMALL).wrapping()
        self._error.hide()
        self._conflict = AskBar("Keep mine", "Take theirs")
        self._conflict.accepted.connect(self.mine_kept)
        self._conflict.declined.connect(self.theirs_taken)
        for part in (label, widget, self._error, self._conflict, below):
            if part is not None:
                self.line.addWidget(part)
        self.line.addStretch()

    @property
    def error(self) -> str:
        """The sentence that is shown as wrong, or empty."""
        return "" if self._error.isHidden() else self._error.text()

    @property
    def question(self) -> str:
        """The sentence that waits for an answer, or empty."""
        return "" if self._conflict.isHidden() else self._conflict.text

    def set_error(self, sentence: str) -> None:
        """Says beside the field what is missing; empty takes it away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.widget.setAccessibleDescription(sentence)

    def ask(self, sentence: str) -> None:
        """Asks whose version stays, without taking the focus from what is being typed."""
        self._conflict.ask(sentence, focus=False)

    def focus_question(self) -> None:
        """Moves to the answers."""
        self._conflict.yes.setFocus()

    def drop_question(self) -> None:
        """Takes the question away unanswered."""
        self._conflict.hide()
