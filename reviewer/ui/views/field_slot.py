"""One field with what must be said about it: a hint, an error, a change made elsewhere.

What a person typed is never overwritten: the slot remembers the stored text that the typing
started from, and asks when that has changed underneath.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.metrics import set_spacing
from reviewer.ui.views.choice_field import ChoiceField
from reviewer.ui.views.conflict_line import ConflictLine
from reviewer.ui.views.note_edit import NoteEdit
from reviewer.ui.views.text_field import TextField
from reviewer.ui.views.tone_label import ToneLabel

Editor = TextField | ChoiceField | NoteEdit


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and not stored, and the stored text that it was to replace."""

    base: str
    text: str


class FieldSlot(QWidget):
    """Holds an editor; ``committed`` says that what it shows should now be stored."""

    committed = Signal()

    def __init__(self, editor: Editor, hint: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        self._base = ""
        self._shown = ""
        self._committed: Draft | None = None
        self.theirs: str | None = None
        self.hint_line = ToneLabel()
        self.error_line = ToneLabel(role="danger")
        self.conflict = ConflictLine()
        layout = QVBoxLayout(self)
        set_spacing(layout, self, between=0.5)
        for widget in (editor, self.error_line, self.conflict, self.hint_line):
            layout.addWidget(widget)
        for widget in (self.error_line, self.conflict, self.hint_line):
            widget.hide()
        self.setFocusProxy(editor)
        editor.installEventFilter(self)
        editor.committed.connect(self.committed)
        editor.changed.connect(self._changed)
        self.conflict.mine_kept.connect(self.keep_mine)
        self.conflict.theirs_taken.connect(self.take_theirs)

    @property
    def text(self) -> str:
        """What the editor shows now."""
        return self.editor.value()

    @property
    def is_modified(self) -> bool:
        """Whether the person changed it since it was last loaded."""
        return self.text != self._shown

    @property
    def draft(self) -> Draft | None:
        """What would be lost if something else were loaded now."""
        return Draft(self._base, self.text) if self.is_modified else None

    def load(self, stored: str) -> None:
        """Shows what is stored and forgets what was typed."""
        self._base = stored
        self._committed = None
        self.editor.set_value(stored)
        self._shown = self.editor.value()
        self.show_error("")
        self._set_theirs(None)
        self.refresh_hint()

    def receive(self, stored: str) -> None:
        """Takes what is stored now, unless that would overwrite what the person typed."""
        answered = self._committed is not None and stored == self._committed.base
        if not self.is_modified or stored == self.text:
            self.load(stored)
        elif answered and self._committed is not None:
            self._answer(stored, self._committed.text)
        elif stored != self._base:
            self._set_theirs(stored)

    def restore(self, draft: Draft, stored: str) -> None:
        """Loads what is stored, then puts what was typed before on top of it."""
        self.load(stored)
        if draft.text in (stored, self.text):
            return
        self._base = draft.base
        self.editor.set_value(draft.text)
        if stored != draft.base:
            self._set_theirs(stored)

    def expect(self, stored: str) -> None:
        """What the store will hold if it takes what was just committed."""
        self._committed = Draft(stored, self.text)

    def show_error(self, sentence: str) -> None:
        self.error_line.show_text(sentence)
        self.refresh_hint()

    def refresh_hint(self) -> None:
        """Shows what the hint says of the present text; an error takes its place."""
        hint = self._hint(self.text) if self._hint and not self.error_line.text() else ""
        self.hint_line.show_text(hint)
        meaning = self.error_line.text() or hint
        self.editor.setAccessibleDescription(meaning)

    def keep_mine(self) -> None:
        """The person's text is to replace what was stored elsewhere."""
        if self.theirs is not None:
            self._base = self.theirs
            self._set_theirs(None)
            self.editor.setFocus()
            self.committed.emit()

    def take_theirs(self) -> None:
        if self.theirs is not None:
            self.load(self.theirs)
            self.editor.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            escape = event.key() == Qt.Key.Key_Escape
            if escape and self.theirs is None and (self.is_modified or self.error_line.text()):
                self.load(self._base)
                return True
        return super().eventFilter(watched, event)

    def _answer(self, stored: str, committed: str) -> None:
        """The store took what was committed, perhaps in its own words."""
        if self.text != committed:  # typing went on from there
            self._base = stored
        elif self.text.split() == stored.split():
            # Only spaces differ: rewriting them would move the cursor of a typing person.
            self.load(self.text)
            self._base = stored
        else:
            self.load(stored)

    def _changed(self) -> None:
        self.show_error("")

    def _set_theirs(self, theirs: str | None) -> None:
        self.theirs = theirs
        self.conflict.show_theirs(theirs)
