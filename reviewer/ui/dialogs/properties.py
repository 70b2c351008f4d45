"""Grade and properties of a source."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reviewer.domain.records import Source
from reviewer.services import reading, sources
from reviewer.ui.dialogs.sizes import open_at
from reviewer.ui.metrics import set_spacing
from reviewer.ui.session import Session
from reviewer.ui.views.grade_editor import GradeEditor
from reviewer.ui.views.scrolled import Following


class PropertiesDialog(QDialog):
    """Every change is written at once, and can be undone."""

    def __init__(self, source: Source, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Grade and properties")
        self._session = session
        self.editor = GradeEditor()
        self.editor.set_source(source)
        self.editor.source_edited.connect(self._edit)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=2, between=3)
        scroll = Following()
        scroll.setAccessibleName("Grade and properties")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.editor)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        open_at(self, 32, 26)

    def _edit(self, seen: Source, new: Source) -> None:
        # A conflict is answered in the editor: it is shown the stored values next.
        self._session.edit(sources.edit_source, seen, new, on_conflict=lambda *_: None)
        for row in reading.source_summaries(self._session.project, [seen.id]):
            self.editor.set_source(row.source)

    def done(self, result: int) -> None:
        self.editor.flush()
        super().done(result)
