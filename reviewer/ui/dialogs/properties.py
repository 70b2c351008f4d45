"""Grade and properties of a source."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reviewer.domain.records import Source
from reviewer.services import reading, sources
from reviewer.ui.metrics import set_spacing
from reviewer.ui.session import Session
from reviewer.ui.views.grade_editor import GradeEditor


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
        layout.addWidget(self.editor, 1)
        layout.addWidget(buttons)
        self.resize(self.fontMetrics().height() * 32, self.sizeHint().height())

    def _edit(self, seen: Source, new: Source) -> None:
        # A conflict is answered in the editor: it is shown the stored values next.
        self._session.edit(sources.edit_source, seen, new, on_conflict=lambda *_: None)
        for row in reading.source_summaries(self._session.project, [seen.id]):
            self.editor.set_source(row.source)

    def done(self, result: int) -> None:
        self.editor.flush()
        super().done(result)
