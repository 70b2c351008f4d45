"""A drop-down list of values that the wheel never turns by accident."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

Value = TypeVar("Value", bound=Hashable)


class Choice(QComboBox, Generic[Value]):
    """``chosen`` when a person picks, never when ``set_value`` does.

    The values are kept here and not as item data, for Qt would turn an enumeration into its text.
    """

    chosen = Signal()

    def __init__(
        self, name: str, options: Iterable[tuple[str, Value]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[Value] = []
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.set_options(options)
        self.activated.connect(self.chosen)

    @property
    def value(self) -> Value:
        """What is picked."""
        return self._values[self.currentIndex()]

    @property
    def values(self) -> tuple[Value, ...]:
        """What there is to pick from."""
        return tuple(self._values)

    def set_options(self, options: Iterable[tuple[str, Value]]) -> None:
        """Texts and values; the first is picked."""
        listed = list(options)
        self.clear()
        self._values = [value for _, value in listed]
        self.addItems([text for text, _ in listed])

    def set_value(self, value: Value) -> None:
        """Picks a value without a signal."""
        self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the pane around it scrolls
