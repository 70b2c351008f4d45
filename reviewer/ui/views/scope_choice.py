"""What of the project a report is about."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.domain.options import Only, Scope
from reviewer.ui.metrics import grid
from reviewer.ui.views.choice import Choice

_LABELS = {
    Scope.ALL: "Everything",
    Scope.CONTRADICTIONS: "Contradictions",
    Scope.CLAIMS: "Claims",
    Scope.TAG: "One tag, and the tags below it",
    Scope.SOURCE: "One source",
}


class ScopeChoice(QWidget):
    """A scope, and below it which tag or source where one is needed."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope: Choice[Scope] = Choice("Contents")
        self.name: Choice[str] = Choice("Which one")
        self._names: dict[Scope, tuple[str, ...]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.scope)
        self._column.addWidget(self.name)
        self.setFocusProxy(self.scope)
        self.scope.chosen.connect(self._offer)
        self.scope.chosen.connect(self.chosen)
        self.name.chosen.connect(self.chosen)
        self.set_names((), ())
        self._space()

    @property
    def value(self) -> Only:
        """The scope; one that names nothing that is there is all."""
        scope = self.scope.value
        if scope not in self._names:
            return Only(scope)
        return Only(scope, self.name.value) if self.name.count() else Only()

    def set_names(self, tags: Sequence[str], sources: Sequence[str]) -> None:
        """Paths of tags and titles of sources; a scope without any is not offered."""
        kept = self.value if self.scope.count() else Only()
        self._names = {Scope.TAG: tuple(tags), Scope.SOURCE: tuple(sources)}
        offered = [(label, scope) for scope, label in _LABELS.items()
                   if self._names.get(scope, True)]  # fmt: skip
        self.scope.set_options(offered)
        self.set_value(kept)

    def set_value(self, only: Only) -> None:
        """Without a signal; what is not there any more becomes all."""
        names = self._names.get(only.scope)
        is_there = only.scope in self.scope.values and (names is None or only.name in names)
        self.scope.set_value(only.scope if is_there else Scope.ALL)
        self._offer()
        if is_there and names:
            self.name.set_value(only.name)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _offer(self) -> None:
        names = self._names.get(self.scope.value, ())
        self.name.set_options([(name, name) for name in names])
        self.name.setVisible(bool(names))

    def _space(self) -> None:
        self._column.setSpacing(grid(self))
