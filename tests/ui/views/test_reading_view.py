"""What a reading view shows beside its text, and what it does not show without one."""

import pytest
from PySide6.QtWidgets import QApplication

from reviewer.domain.document import Document
from reviewer.ui.spans import Span
from reviewer.ui.views.document_view import DocumentView
from reviewer.ui.views.focus_ring import WIDTH
from reviewer.ui.views.span_paint import MARGIN_LANES


@pytest.fixture
def view(qtbot):
    made = DocumentView()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_there_is_no_caret_where_there_is_no_document(view) -> None:
    assert view.cursorWidth() == 0
    view.set_document(Document("Words", ()), "A title", "")
    assert view.cursorWidth() > 0
    view.set_document(None)
    assert view.cursorWidth() == 0


@pytest.mark.parametrize("width", [240, 320, 507, 800, 1400])
@pytest.mark.parametrize("points", [9, 18, 27])
def test_the_sign_of_a_contradiction_is_not_cut_at_the_edge(view, width: int, points: int) -> None:
    view.resize(width, 500)
    view.set_document(Document("Words that are contradicted.", ()), "A title", "")
    view.set_text_size(points)
    view.set_spans([Span("a", 0, 5, open_contradiction=True)])
    QApplication.processEvents()
    pens = view._pens()
    left = pens.margin - MARGIN_LANES * pens.bracket - pens.sign
    assert left >= WIDTH, "nor does it lie on the mark of the focus"
