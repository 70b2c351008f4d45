"""Suggested claims of a document: under its text, in a list, one key for each; in Compare too."""

from pathlib import Path

import pytest
from making import edition_id, mark, rows_of
from pressing import do, enabled, named
from proposing import TWO, claim_at, propose
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.services import annotating, reading, sources
from reviewer.storage import queries
from reviewer.ui.workspace import Workspace

Key = Qt.Key


@pytest.fixture
def space(unread_space: Workspace) -> Workspace:
    """A window in which nothing is annotated and nothing was read yet."""
    return unread_space


@pytest.fixture
def claims(space: Workspace) -> Workspace:
    """The same project with two claims suggested in the open document, and their list in front."""
    project = space.session.project
    propose(project, claims=(claim_at(project, *TWO[0]), claim_at(project, "aid.txt", "May 2023")))
    space.suggesting.renewed.emit()
    do(space, "show_suggested_claims")
    return space


def panel_of(space: Workspace):
    return space.read.suggested.panel


def test_claims_are_listed_and_underlined(claims: Workspace) -> None:
    panel = panel_of(claims)
    assert named(panel)
    assert panel.count == 2
    assert panel.title.text() == "Suggested claims (2)"
    assert QApplication.focusWidget() is panel.list
    view, marks = claims.read.view, claims.read.suggested.served.marks
    view.bring(0)
    before = view.viewport().grab().toImage()
    do(claims, "mark_suggested_claims")
    assert view.viewport().grab().toImage() != before, "the lines are gone"
    assert claims.preferences.suggestions_hidden
    assert not marks.is_shown
    do(claims, "mark_suggested_claims")
    assert view.viewport().grab().toImage() == before
    assert not claims.preferences.suggestions_hidden


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_Return])
def test_one_key_makes_the_claim(claims: Workspace, key: Qt.Key) -> None:
    panel = panel_of(claims)
    QTest.keyClick(panel.list, key)
    (annotation,) = queries.annotations(claims.session.project)
    assert annotation.target.exact == "NZ$78 million"
    assert annotation.claim
    assert panel.count == 1
    assert panel.row_of(panel.current_key).claim.exact == "May 2023", "the next"
    assert "kept 1 of 1 in this project (100 %)" in panel.record.text()
    assert claims.window_frame.status.said().startswith("Accepted the suggested claim")
    do(claims, "undo")
    assert panel.count == 2
    assert not queries.annotations(claims.session.project)


def test_one_key_dismisses_a_claim(claims: Workspace) -> None:
    QTest.keyClick(panel_of(claims).list, Key.Key_D)
    QTest.keyClick(panel_of(claims).list, Key.Key_Delete)
    assert panel_of(claims).count == 0
    assert "any more" in panel_of(claims).empty.text
    assert QApplication.focusWidget() is panel_of(claims).back
    assert not queries.annotations(claims.session.project)


def test_one_key_opens_a_claim_for_editing(claims: Workspace) -> None:
    QTest.keyClick(panel_of(claims).list, Key.Key_E)
    (annotation,) = queries.annotations(claims.session.project)
    assert claims.read.annotation_id == annotation.id
    assert not claims.read.suggested.is_open
    assert claims.read.panel.editor.isAncestorOf(QApplication.focusWidget())


def test_commands_decide_on_a_claim_too(claims: Workspace) -> None:
    do(claims, "accept_suggestion")
    do(claims, "dismiss_suggestion")
    assert panel_of(claims).count == 0
    assert not enabled(claims, "accept_suggestion")


def test_back_to_the_annotations(claims: Workspace) -> None:
    QTest.keyClick(panel_of(claims).list, Key.Key_Escape)
    assert claims.read.right.currentWidget() is claims.read.panel
    assert not enabled(claims, "accept_suggestion")
    link = claims.read.panel.suggested
    assert link.text() == "2 suggested"
    link.click()
    assert claims.read.suggested.is_open


def test_tagging_a_suggested_passage_takes_it_off_the_list(claims: Workspace) -> None:
    start = claims.read.view.canonical().index("NZ$78 million")
    claims.session.run(
        annotating.tag_passage, claims.read.edition_id, start, start + len("NZ$78 million"), None
    )
    assert panel_of(claims).count == 1


def test_a_click_on_the_line_selects_it(claims: Workspace) -> None:
    do(claims, "show_read")
    panel, view = panel_of(claims), claims.read.view
    QTest.keyClick(panel.list, Key.Key_Escape)
    click(view, view.canonical().index("May 2023") + 2)
    assert claims.read.suggested.is_open
    assert panel.row_of(panel.current_key).claim.exact == "May 2023"


def test_a_click_on_an_annotation_opens_the_annotation(claims: Workspace) -> None:
    project, view = claims.session.project, claims.read.view
    there = mark(project, "aid.txt", "had committed NZ$78 million")
    annotating.edit_claim(project, there, queries.annotation(project, there).claim, None)
    claims.session.look_for_news()
    claims.read.refresh(claims.session.run(annotating.edit_note, there, "", "of old"))
    assert panel_of(claims).count == 2, "the annotation tells no value"
    click(view, view.canonical().index("NZ$78 million") + 2)
    assert not claims.read.suggested.is_open
    assert claims.read.annotation_id == there


def click(view, offset: int) -> None:
    cursor = view.textCursor()
    cursor.setPosition(view.shown_text.to_view(offset))
    point = view.cursorRect(cursor).center() + QPoint(2, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_another_document_has_its_own(claims: Workspace) -> None:
    other = [row.source.id for row in reading.source_summaries(claims.session.project)][1]
    claims.read.open_source(other)
    assert panel_of(claims).count == 0
    assert "No claims" in panel_of(claims).empty.text


def test_without_a_document_it_says_to_open_one(claims: Workspace) -> None:
    claims.read.pane.close()
    panel = panel_of(claims)
    assert panel.empty.text.startswith("Open a source")
    assert panel.isVisible()
    assert not panel.empty.button.isVisible()


@pytest.mark.parametrize("page", ["show_read", "show_compare"])
def test_in_a_new_project_it_offers_to_import_sources(
    claims: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """It stays open while another project is opened, and what it says is about that one."""
    asked: list[str] = []
    monkeypatch.setattr(claims.commands, "import_files", lambda: asked.append("import"))
    do(claims, page)
    do(claims, "show_suggested_claims")
    claims.session.new(tmp_path / "empty.review")
    do(claims, page)
    panel = claims.documents.suggested.panel
    assert panel.isVisible()
    assert "no sources to read yet" in panel.empty.text
    assert panel.empty.accessibleName() == panel.empty.text
    QTest.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)
    assert asked == ["import"]
    assert not claims.suggesting.is_busy


def test_when_the_last_source_goes_it_offers_to_import_others(claims: Workspace) -> None:
    claims.read.pane.close()
    there = [row.source.id for row in reading.source_summaries(claims.session.project)]
    for number, source_id in enumerate(there, start=1):
        assert panel_of(claims).empty.text.startswith("Open a source"), number
        claims.session.run(sources.remove_source, source_id)
    assert "no sources to read yet" in panel_of(claims).empty.text
    claims.session.undo()
    assert panel_of(claims).empty.text.startswith("Open a source")


def decision(space: Workspace, key: str) -> tuple[object, object]:
    row = rows_of(space.session.project)["suggestion_decision"][key]
    return row["outcome"], row["why"]


def test_a_why_is_typed_before_and_enter_dismisses_a_claim(claims: Workspace) -> None:
    panel = panel_of(claims)
    key = panel.current_key
    QTest.keyClick(panel.list, Key.Key_W)
    assert QApplication.focusWidget() is panel.why
    QTest.keyClicks(panel.why, " a plan ")
    QTest.keyClick(panel.why, Key.Key_Return)
    assert decision(claims, key) == ("dismissed", "a plan")
    assert QApplication.focusWidget() is panel.list
    assert panel.row_of(panel.current_key).claim.exact == "May 2023", "the next"
    assert panel.why.text() == "", "which has a why of its own"
    key = panel.current_key
    QTest.keyClick(panel.list, Key.Key_D)
    assert decision(claims, key) == ("dismissed", ""), "one key stays enough"


def test_a_why_goes_with_the_button_and_the_command(claims: Workspace) -> None:
    panel = panel_of(claims)
    first, second = panel.current_key, None
    panel.why.setText("of another year")
    panel.dismiss_button.click()
    second = panel.current_key
    panel.why.setText("not of the text")
    do(claims, "dismiss_suggestion")
    assert decision(claims, first) == ("dismissed", "of another year")
    assert decision(claims, second) == ("dismissed", "not of the text")


def test_esc_leaves_the_why_and_another_row_has_its_own(claims: Workspace) -> None:
    panel = panel_of(claims)
    QTest.keyClick(panel.list, Key.Key_W)
    QTest.keyClicks(panel.why, "a plan")
    QTest.keyClick(panel.why, Key.Key_Escape)
    assert QApplication.focusWidget() is panel.list
    assert panel.count == 2
    QTest.keyClick(panel.list, Key.Key_Down)
    assert panel.why.text() == ""


def test_a_claim_that_is_taken_back_is_selected_again(claims: Workspace) -> None:
    panel = panel_of(claims)
    first = panel.current_key
    QTest.keyClick(panel.list, Key.Key_A)
    assert panel.current_key != first
    do(claims, "undo")
    assert panel.current_key == first


def test_the_list_begins_where_one_reads(claims: Workspace) -> None:
    panel = panel_of(claims)
    model = panel._model
    first, second = (model.row_at(model.index(row)).claim for row in range(2))
    assert [model.first_behind(n).row() for n in (0, first.end, second.end)] == [0, 1, 1]
    QTest.keyClick(panel.list, Key.Key_Escape)
    panel.clear()
    claims.read.suggested.load()
    claims.read.view.top_offset = lambda: first.end
    do(claims, "show_suggested_claims")
    assert panel.row_of(panel.current_key).claim == second


# In Compare


@pytest.fixture
def compared(space: Workspace) -> Workspace:
    """Both documents side by side, two claims suggested in the left and one in the right."""
    project = space.session.project
    places = (TWO[0], ("aid.txt", "May 2023"), TWO[1])
    propose(project, claims=tuple(claim_at(project, *place) for place in places))
    space.suggesting.renewed.emit()
    do(space, "show_compare")
    for pane, file_name in zip(space.compare.panes, ("aid.txt", "pledge.txt"), strict=True):
        edition = edition_id(project, file_name)
        pane.open_source(reading.source_of(project, edition).id)
    space.compare.panes[0].view.setFocus()
    QApplication.processEvents()
    return space


def pictures(space: Workspace) -> list[object]:
    return [pane.view.viewport().grab().toImage() for pane in space.compare.panes]


def beside(space: Workspace):
    return space.compare.suggested.panel


def test_both_panes_underline_them_under_the_one_switch(compared: Workspace) -> None:
    before = pictures(compared)
    do(compared, "mark_suggested_claims")
    assert all(a != b for a, b in zip(before, pictures(compared), strict=True))
    assert not compared.read.suggested.are_marked
    assert compared.preferences.suggestions_hidden
    do(compared, "mark_suggested_claims")
    assert pictures(compared) == before
    assert compared.read.suggested.are_marked


@pytest.mark.parametrize(("side", "words", "count"), [(0, "May 2023", 2), (1, TWO[1][1], 1)])
def test_a_click_in_either_pane_offers_what_read_offers(
    compared: Workspace, side: int, words: str, count: int
) -> None:
    pane, panel = compared.compare.panes[side], beside(compared)
    click(pane.view, pane.view.canonical().index(words) + 2)
    assert compared.compare.suggested.is_open
    assert panel.row_of(panel.current_key).claim.exact == words
    assert panel.title.text() == f"Suggested claims, {('left', 'right')[side]} ({count})"
    do(compared, "accept_suggestion")
    (annotation,) = queries.annotations(compared.session.project)
    assert annotation.target.exact == words
    assert annotation.edition_id == pane.edition_id
    assert panel.count == count - 1


def test_the_list_follows_the_document_with_the_focus(compared: Workspace) -> None:
    panel = beside(compared)
    do(compared, "show_suggested_claims")
    assert compared.pages.currentWidget() is compared.compare
    assert panel.count == 2
    compared.compare.panes[1].view.setFocus()
    QApplication.processEvents()
    assert panel.count == 1
    assert not panel.current_key, "nothing of it was chosen yet"
    assert not enabled(compared, "accept_suggestion")
    do(compared, "show_suggested_claims")
    assert QApplication.focusWidget() is panel.list
    QTest.keyClick(panel.list, Key.Key_D)
    assert panel.count == 0
    assert not queries.annotations(compared.session.project)


def test_looking_into_the_other_document_does_not_scroll_it(compared: Workspace) -> None:
    do(compared, "show_suggested_claims")
    view = compared.compare.panes[1].view
    view.resize(view.width(), view.height())
    compared.compare.set_tied(tied=False)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    before = view.verticalScrollBar().value()
    view.setFocus()
    QApplication.processEvents()
    assert view.verticalScrollBar().value() == before


def test_e_opens_the_claim_in_the_same_page(compared: Workspace) -> None:
    do(compared, "show_suggested_claims")
    QTest.keyClick(beside(compared).list, Key.Key_E)
    (annotation,) = queries.annotations(compared.session.project)
    page = compared.compare
    assert page.panes[0].annotation_id == annotation.id
    assert page.panel.editor.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(page.panel, Key.Key_Escape)
    assert page.panel.suggested.text() == "1 suggested"


def test_what_is_decided_on_one_page_is_gone_on_the_other(compared: Workspace) -> None:
    do(compared, "show_suggested_claims")
    QTest.keyClick(beside(compared).list, Key.Key_A)
    do(compared, "show_read")
    assert compared.read.suggested.panel.count == 1
    do(compared, "undo")
    assert compared.read.suggested.panel.count == 2
    assert beside(compared).count == 2


def test_a_click_for_the_other_side_of_a_relation_leaves_the_picker(compared: Workspace) -> None:
    there = mark(compared.session.project, "pledge.txt", "military aid")
    compared.session.look_for_news()
    page = compared.compare
    compared.compare.refresh(compared.session.run(annotating.edit_note, there, "", "x"))
    page.right.follow(page.panes[1])
    page.panes[1].select(there)
    do(compared, "relate")
    assert page.right.is_picking
    click(page.panes[0].view, page.panes[0].view.canonical().index("May 2023") + 2)
    assert page.right.is_picking
