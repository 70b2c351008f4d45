"""Settings: who reviews, and how the window looks. Every change is taken at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.dialogs.sizes import open_around
from reviewer.ui.metrics import grid, set_spacing
from reviewer.ui.preferences import THEMES, Preferences
from reviewer.ui.reading_type import SCALES, SPACINGS, ReadingType
from reviewer.ui.templates_folder import templates_setting
from reviewer.ui.views.scrolled import Scrolled


class SettingsDialog(QDialog):
    """Writes to the preferences as fields change; ``changed`` asks the window to follow."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._preferences = preferences
        self.name = QLineEdit(preferences.reviewer)
        self.theme = QComboBox()
        self.theme.addItems([name.capitalize() for name in THEMES])
        self.theme.setCurrentIndex(THEMES.index(preferences.theme))
        self.text_size = _percent((60, 300), preferences.text_scale)
        reading = preferences.reading
        self.serif = QCheckBox("Read documents in a serif face")
        self.serif.setChecked(reading.serif)
        self.reading_size = _percent(SCALES, reading.scale)
        self.line_spacing = _percent(SPACINGS, reading.spacing)
        form = QFormLayout()
        form.setSpacing(grid(self, 2))
        for label, field in (
            ("Your &name", self.name),
            ("&Theme", self.theme),
            ("Text &size", self.text_size),
            ("&Document text", self.reading_size),
            ("Line s&pacing", self.line_spacing),
            ("", self.serif),
        ):
            form.addRow(label, field)
            field.setAccessibleName(label.replace("&", "") or self.serif.text())
        form.addRow("My templates", templates_setting(preferences.templates))
        told = QLabel("The name is written into the journal and the report.", wordWrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=4, between=3)
        scroll = Scrolled()
        inner = QVBoxLayout(scroll.page)
        set_spacing(inner, self, between=3)
        inner.addLayout(form)
        inner.addWidget(told)
        inner.addStretch()
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        open_around(self, 24, scroll)
        self.name.editingFinished.connect(self._take)
        self.theme.activated.connect(self._take)
        for number in (self.text_size, self.reading_size, self.line_spacing):
            number.valueChanged.connect(self._take)
        self.serif.toggled.connect(self._take)

    def _take(self, *_: object) -> None:
        chosen = self._preferences
        if self.name.text().strip():
            chosen.reviewer = self.name.text()
        chosen.theme = THEMES[self.theme.currentIndex()]
        chosen.text_scale = self.text_size.value()
        chosen.reading = ReadingType(
            self.serif.isChecked(), self.reading_size.value(), self.line_spacing.value()
        )
        self.changed.emit()


def _percent(ends: tuple[int, int], value: int) -> QSpinBox:
    field = QSpinBox(minimum=ends[0], maximum=ends[1], singleStep=10, suffix=" %")
    field.setValue(value)
    field.lineEdit().setTextMargins(grid(field), 0, 0, 0)
    return field
