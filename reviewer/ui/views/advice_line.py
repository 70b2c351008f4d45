"""A quiet line below a text: how ICD 203 words likelihood. Advice, which stops nobody."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.analysis.likelihood import advise
from reviewer.ui.metrics import SMALL
from reviewer.ui.views.words import Words, rescale

PAUSE = 400  # milliseconds without a key after which a text is looked at
_MOST = 2  # sentences that are shown at once


class AdviceLine(QWidget):
    """Hidden while there is nothing to say; says more only when typing pauses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words("", "muted", size=SMALL).wrapping()
        self._words.setAccessibleName("Advice on words of likelihood")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        self._seen = ""
        self._found: list[str] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, or nothing."""
        return self._words.text()

    def follow(self, text: str) -> None:
        """Look at this text once nothing more comes; what no longer holds goes at once."""
        self._seen = text
        self._pause.start()
        if self._found:
            self._say([sentence for sentence in _sentences(text) if sentence in self._found])

    def look(self) -> None:
        """Look at the text now."""
        self._pause.stop()
        self._say(_sentences(self._seen))

    def _say(self, found: list[str]) -> None:
        self._found = found
        said = found[:_MOST]
        if len(found) > _MOST:
            said.append(f"And {len(found) - _MOST} more like these.")
        self._words.setText("\n".join(said))
        self.setVisible(bool(said))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)


def _sentences(text: str) -> list[str]:
    return list(dict.fromkeys(advice.sentence for advice in advise(text)))
