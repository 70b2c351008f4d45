"""The tags of an annotation as chips, and a box that adds another."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from reviewer.domain.codebook import path
from reviewer.domain.records import Tag
from reviewer.ui.metrics import grid
from reviewer.ui.models.folding import fold
from reviewer.ui.views.flow_layout import FlowLayout
from reviewer.ui.views.tag_chip import TagChip

_STEP = " / "


class TagChips(QWidget):
    """Chips in the order of the annotation; the box completes from the codebook.

    Enter takes the first line of the completion list: the best match, or the offer of a new tag.
    """

    added = Signal(str)
    removed = Signal(str)
    new_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Tag, ...] = ()
        self._paths: dict[str, str] = {}
        self._offered: list[tuple[str, str]] = []
        self._chips: list[TagChip] = []
        self.box = _AddBox()
        self._list = QStringListModel(self)
        self._completer = QCompleter(self._list, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.box)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._layout = FlowLayout(self, grid(self))
        self._layout.addWidget(self.box)
        self.box.textEdited.connect(self._offer)
        self.box.opened.connect(lambda: self._offer(self.box.text()))
        self.box.returnPressed.connect(lambda: self._take(0))
        self._completer.activated.connect(self._take_words)

    def set_codebook(self, tags: Sequence[Tag]) -> None:
        """All tags that can be added, shown as paths: "aid / aid total"."""
        by_id = {tag.id: tag for tag in tags}
        self._paths = {
            tag.id: _STEP.join(step.name for step in path(by_id, tag.id)) for tag in tags
        }

    def set_tags(self, tags: tuple[Tag, ...]) -> None:
        """Shows the chips; what is being typed in the box stays."""
        if tags == self._shown:
            return
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.deleteLater()
        self._shown = tags
        self._chips = [TagChip(tag) for tag in tags]
        for at, chip in enumerate(self._chips):
            chip.removed.connect(self._remove)
            self._layout.insert_widget(at, chip)
        self.updateGeometry()

    def _remove(self, tag_id: str) -> None:
        # The chip goes away with its focus: leave the keyboard where tags are added.
        self.box.setFocus()
        self.removed.emit(tag_id)

    def _offer(self, typed: str) -> None:
        wanted = fold(typed)
        here = {tag.id for tag in self._shown}
        found = [
            (tag_id, words)
            for tag_id, words in self._paths.items()
            if tag_id not in here and wanted in fold(words)
        ]
        found.sort(key=lambda pair: _rank(fold(pair[1]), wanted))
        names = {fold(words.rpartition(_STEP)[2]) for words in self._paths.values()}
        self._offered = found
        if wanted and wanted not in names:
            self._offered = [*found, ("", f"New tag “{' '.join(typed.split())}”")]
        self._list.setStringList([words for _, words in self._offered])
        if self._offered and self.box.isVisible():
            self._completer.complete()
            self._popup.setCurrentIndex(self._list.index(0))
        else:
            self._popup.hide()

    def _take_words(self, words: str) -> None:
        self._take(next(row for row, offered in enumerate(self._offered) if offered[1] == words))

    def _take(self, row: int) -> None:
        name = " ".join(self.box.text().split())
        if not 0 <= row < len(self._offered):
            return
        tag_id, _ = self._offered[row]
        self._offered = []
        self._popup.hide()
        self.box.clear()
        if tag_id:
            self.added.emit(tag_id)
        elif name:
            self.new_requested.emit(name)


def _rank(words: str, wanted: str) -> tuple[bool, bool, str]:
    name = words.rpartition(_STEP)[2]
    return name != wanted, not name.startswith(wanted), words


class _AddBox(QLineEdit):
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Add a tag")
        self.setPlaceholderText("Add a tag")
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * 16)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
