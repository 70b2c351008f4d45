"""In which format, and what that is for."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.metrics import SMALL, grid
from reviewer.ui.views.choice import Choice
from reviewer.ui.views.words import Words, rescale


class FormatChoice(QWidget):
    """A list of formats with a line below that says what the chosen one is for."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list: Choice[str] = Choice("Format")
        self._purposes: dict[str, str] = {}
        self._purpose = Words("", "muted", size=SMALL).wrapping()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.list)
        self._column.addWidget(self._purpose)
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._tell)
        self.list.chosen.connect(self.chosen)
        self._space()

    @property
    def value(self) -> str:
        """The id of the format."""
        return self.list.value

    def set_formats(self, formats: Iterable[tuple[str, str, str]]) -> None:
        """Ids, labels and what each is for."""
        listed = list(formats)
        self._purposes = {key: purpose for key, _, purpose in listed}
        self.list.setMaxVisibleItems(len(listed))
        self.list.set_options([(label, key) for key, label, _ in listed])
        self._tell()

    def set_value(self, key: str) -> None:
        """Without a signal; an unknown one leaves what is chosen."""
        if key in self._purposes:
            self.list.set_value(key)
            self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            rescale(self)
            self._space()

    def _tell(self) -> None:
        purpose = self._purposes[self.list.value]
        self._purpose.setText(purpose)
        self.list.setAccessibleDescription(purpose)

    def _space(self) -> None:
        self._column.setSpacing(grid(self))
