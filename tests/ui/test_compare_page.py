"""The Compare page: two documents, both live, and how two of their claims differ."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.records import Annotation
from reviewer.domain.vocabulary import Reliability
from reviewer.services import annotating, reading, relating, sources
from reviewer.ui.preferences import Preferences
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.placing import height_of

PLEDGED = "NZ$78 million"


def relation(space, words: str, sides: int = 2):
    """The relation of so many sides, one of which has the words."""
    return next(
        view for view in reading.relations(space.session.project)
        if len(view.passages) == sides
        and any(words in p.annotation.target.exact for p in view.passages)
    )  # fmt: skip


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def compare(space, words: str = PLEDGED, sides: int = 2):
    """Opens it as from the workbench; its sides' ids."""
    view = relation(space, words, sides)
    space.comparing.open_relation(view.relation.id)
    settle()
    return [passage.annotation.id for passage in view.passages]


def height(pane, annotation_id: str) -> float:
    """Where an annotation begins, in pixels from the top of its view."""
    found = height_of(pane.view, pane.rows[annotation_id].annotation.target.start, 10_000)
    assert found is not None
    return found


def centred(page) -> None:
    left, right = (height(pane, pane.annotation_id) for pane in page.panes)
    line = page.panes[0].view.line_gap() * 3
    assert abs(left - right) <= line / 2, "the two are beside each other"
    for pane, at in zip(page.panes, (left, right), strict=True):
        assert 0.25 < at / pane.view.viewport().height() < 0.6


def point_of(view, offset: int) -> QPoint:
    """The middle of a character in the viewport."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.shown_text.to_view(offset))
    first = view.cursorRect(cursor)
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    return QPoint((first.left() + view.cursorRect(cursor).left()) // 2, first.center().y())


def select(pane, words: str) -> None:
    view = pane.view
    start = view.canonical().index(words)
    cursor = view.textCursor()
    cursor.setPosition(view.shown_text.to_view(start))
    cursor.setPosition(view.shown_text.to_view(start + len(words)),
                       QTextCursor.MoveMode.KeepAnchor)  # fmt: skip
    view.setFocus()
    view.setTextCursor(cursor)
    view.settle_selection()


def stored(space, annotation_id: str) -> Annotation:
    (found,) = reading.annotations(space.session.project, [annotation_id])
    return found


# Opening


def test_a_contradiction_opens_with_both_passages_in_the_middle(space, qtbot) -> None:
    first, second = (p.annotation.id for p in relation(space, PLEDGED).passages)
    space.show_relation(relation(space, PLEDGED).relation.id)
    listed = space.contradictions.workbench._list._list
    qtbot.keyClick(listed, Qt.Key.Key_C)
    settle()
    page = space.compare
    assert space.pages.currentWidget() is page
    assert space.top._buttons["show_compare"].isChecked()
    assert [pane.annotation_id for pane in page.panes] == [first, second]
    assert PLEDGED in stored(space, first).target.exact
    centred(page)
    assert page.panes[0].view.hasFocus()
    assert page.panel.editor.annotation_id == first


def test_the_button_and_the_command_do_the_same_in_the_workbench(space) -> None:
    view = relation(space, PLEDGED)
    for go in (
        space.contradictions.workbench._detail.compare_button.click,
        space.window_frame.actions_by_id["compare"].trigger,
    ):
        space.show_relation(view.relation.id)
        go()
        assert space.compare.panes[1].annotation_id == view.passages[1].annotation.id
        space.compare.clear()


@pytest.mark.parametrize("where", ["list", "document", "command", "link"])
def test_an_annotation_opens_beside_its_other_side(space, annotation_of, qtbot, where) -> None:
    key = annotation_of(space, PLEDGED)
    space.go_to_annotation(key)
    settle()
    if where == "list":
        qtbot.keyClick(space.read.panel.list, Qt.Key.Key_C)
    elif where == "document":
        qtbot.keyClick(space.read.view, Qt.Key.Key_C)
    elif where == "command":
        space.window_frame.actions_by_id["compare"].trigger()
    else:
        link = space.read.panel.editor.relations.findChildren(LinkButton)[0]
        qtbot.keyClick(link, Qt.Key.Key_C)
    settle()
    assert space.pages.currentWidget() is space.compare
    left, right = space.compare.panes
    assert left.annotation_id == key
    other = stored(space, right.annotation_id)
    assert any(
        {key, other.id} <= set(view.relation.members)
        for view in reading.relations(space.session.project)
    )
    centred(space.compare)


def test_an_annotation_without_relations_opens_alone(space, open_source, select_text) -> None:
    open_source(space, "White House")
    select_text(space, "Comprehensive Assistance Package")
    space.read.editing.tag_selection(next(iter(space.read.tags)))
    key = space.read.annotation_id
    space.comparing.open_selected()
    left, right = space.compare.panes
    assert (left.annotation_id, right.source_id) == (key, "")
    assert "Choose a source on each side" in space.compare.strip.empty.text()


def test_the_page_begins_with_the_source_that_is_read(space, open_source) -> None:
    source_id = open_source(space, "USIP")
    space.window_frame.actions_by_id["show_compare"].trigger()
    left, right = space.compare.panes
    assert (left.source_id, right.source_id) == (source_id, "")
    assert left.view.hasFocus()
    other = open_source(space, "beehive")
    space.window_frame.actions_by_id["show_compare"].trigger()
    assert left.source_id == source_id != other, "what is open here stays"


def test_choosing_a_source_by_hand(space) -> None:
    compare(space)
    page = space.compare
    left, right = page.panes
    kept = left.view.verticalScrollBar().value()
    choice = page.frames[1].choice
    place = next(i for i, text in enumerate(choice.values) if text not in ("", right.source_id))
    choice.setCurrentIndex(place)
    choice.activated.emit(place)
    settle()
    assert right.source_id == choice.values[place]
    assert page.pane is right
    assert page.panel.model.total == len(right.rows)
    assert left.view.verticalScrollBar().value() == kept, "the other one is not scrolled by it"
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert right.source_id == ""
    assert page.panel.model.total == 0


# Working in both


@pytest.mark.parametrize("side", [0, 1])
def test_tagging_in_either_writes_to_its_edition(space, qtbot, side) -> None:
    compare(space)
    pane = space.compare.panes[side]
    words = ("humanitarian aid", "emergency rations")[side]
    select(pane, words)
    qtbot.keyClick(pane.view, Qt.Key.Key_2)
    made = stored(space, pane.annotation_id)
    assert made.target.exact == words
    assert made.edition_id == pane.edition_id
    assert space.compare.panel.editor.annotation_id == made.id
    assert pane.view._marks.index.get(made.id) is not None
    other = space.compare.panes[1 - side]
    assert other.view._marks.index.get(made.id) is None
    space.commands.undo()
    assert pane.view._marks.index.get(made.id) is None
    assert pane.annotation_id != made.id


def test_the_bar_tags_in_its_own_document_whatever_has_the_focus(space) -> None:
    compare(space)
    left, right = space.compare.panes
    select(right, "emergency rations")
    left.view.setFocus()
    assert space.compare.pane is left
    tag = next(tag for tag in space.read.tags.values() if tag.key == "2")
    right.view._bar.tag_chosen.emit(tag.id)
    assert stored(space, right.annotation_id).edition_id == right.edition_id
    assert stored(space, right.annotation_id).target.exact == "emergency rations"
    assert space.compare.pane is right


def test_a_note_in_the_right_pane(space, qtbot) -> None:
    compare(space)
    pane = space.compare.panes[1]
    select(pane, "emergency rations")
    qtbot.keyClick(pane.view, Qt.Key.Key_N)
    assert space.compare.panel.editor.note.isAncestorOf(QApplication.focusWidget())
    assert stored(space, pane.annotation_id).edition_id == pane.edition_id


def test_one_source_on_both_sides_shows_a_tag_in_both(space, qtbot) -> None:
    compare(space, "$344 million", 3)
    left, right = space.compare.panes
    assert left.source_id == right.source_id
    select(left, "emergency rations")
    qtbot.keyClick(left.view, Qt.Key.Key_2)
    assert right.view._marks.index.get(left.annotation_id) is not None
    assert left.annotation_id in right.rows


def test_the_panel_follows_the_focus(space) -> None:
    first, second = compare(space)
    page = space.compare
    for pane, key in ((page.panes[1], second), (page.panes[0], first)):
        page.focus_pane(1 if pane is page.panes[1] else -1)
        assert pane.view.hasFocus()
        assert page.pane is pane
        assert page.panel.editor.annotation_id == key
        assert page.panel.model.total == len(pane.rows)
        assert pane.name.lower() in page.panel.title.text()
    page.focus_pane(-1)
    assert page.panel.isAncestorOf(QApplication.focusWidget())
    assert page.pane is page.panes[0], "the panel's own focus changes nothing"


def test_what_is_typed_is_kept_when_the_focus_moves_on(space) -> None:
    first, _second = compare(space)
    space.compare.panel.editor.note.editor.setPlainText("Whose dollar?")
    space.compare.panes[1].view.setFocus()
    assert stored(space, first).note == "Whose dollar?"


def test_commands_act_on_the_document_with_the_focus(space) -> None:
    compare(space)
    page, actions = space.compare, space.window_frame.actions_by_id
    right = page.panes[1]
    right.view.setFocus()
    before = right.annotation_id
    actions["next_annotation"].trigger()
    assert right.annotation_id != before
    actions["delete_annotation"].trigger()
    assert len(right.rows) == len(
        reading.annotations_in(space.session.project, right.edition_id)
    )  # fmt: skip
    assert space.read.panel.model.total


# Relating


def drag(page, start: str, end: str, *, stop_short: bool = False) -> None:
    """With the mouse from an annotation on the left to one on the right."""
    left, right = page.panes
    views = left.view, right.view
    offsets = [
        pane.rows[key].annotation.target.start + 1
        for pane, key in ((left, start), (right, end))
    ]  # fmt: skip
    source = views[0].viewport()
    there = views[1].viewport().mapToGlobal(point_of(views[1], offsets[1]))
    begin = point_of(views[0], offsets[0])
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(source, button, pos=begin)
    for step in (begin + QPoint(20, 4), source.mapFromGlobal(there)):
        QTest.mouseMove(source, step)
    settle()
    assert page.documents.drag.isVisible()
    assert page.documents.drag._target == end
    if stop_short:
        QTest.keyClick(source, Qt.Key.Key_Escape)
    QTest.mouseRelease(source, button, pos=source.mapFromGlobal(there))


def two_unrelated(space) -> tuple[str, str]:
    """Annotations that both views show now, and that no relation joins."""
    compare(space)
    left, right = space.compare.panes
    related = {frozenset(v.relation.members) for v in reading.relations(space.session.project)}

    def shown(pane) -> list[str]:
        inside = pane.view.viewport().height() - 40
        found = []
        for row in pane.rows.values():
            at = height_of(pane.view, row.annotation.target.start, 2000)
            if at is not None and 10 < at < inside:
                found.append(row.id)
        return found

    return next(
        (a, b) for a in shown(left) for b in shown(right)
        if not any({a, b} <= members for members in related)
        and len(left.view._marks.index.overlapping(
            left.rows[a].annotation.target.start, left.rows[a].annotation.target.start + 2)) == 1
        and len(right.view._marks.index.overlapping(
            right.rows[b].annotation.target.start, right.rows[b].annotation.target.start + 2)) == 1
    )  # fmt: skip


def test_dragging_from_one_to_the_other_relates_them(space, qtbot) -> None:
    start, end = two_unrelated(space)
    page = space.compare
    drag(page, start, end)
    assert page.right.is_picking
    assert [side.annotation.id for side in page.picker.sides] == [start, end]
    assert page.picker.pages.currentIndex() == 1, "kind and dimension are all that is asked"
    assert page.panes[0].selection is None
    assert not page.panes[0].view.textCursor().hasSelection(), "no text is being selected any more"
    before = len(reading.relations(space.session.project))
    qtbot.keyClick(page.picker.choice.kinds, Qt.Key.Key_Return)
    made = reading.relations(space.session.project)
    assert len(made) == before + 1
    assert any(view.relation.members == (start, end) for view in made)
    assert not page.right.is_picking


def test_escape_gives_a_drag_up(space) -> None:
    start, end = two_unrelated(space)
    drag(space.compare, start, end, stop_short=True)
    assert not space.compare.documents.drag.isVisible()
    assert not space.compare.right.is_picking


def test_a_drag_within_one_document_selects_text(space) -> None:
    start, _end = two_unrelated(space)
    pane = space.compare.panes[0]
    at = pane.rows[start].annotation.target.start
    source, button = pane.view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(source, button, pos=point_of(pane.view, at))
    for offset in (at + 2, at + 6):
        QTest.mouseMove(source, point_of(pane.view, offset))
    assert not space.compare.documents.drag.isVisible()
    QTest.mouseRelease(source, button, pos=point_of(pane.view, at + 6))
    assert pane.selection is not None
    assert not space.compare.right.is_picking


def test_keys_alone_relate_what_is_selected_in_both(space, qtbot) -> None:
    start, end = two_unrelated(space)
    page = space.compare
    left, right = page.panes
    left.select(start)
    right.select(end)
    left.view.setFocus()
    page.focus_pane(1)
    qtbot.keyClick(right.view, Qt.Key.Key_R)
    assert [side.annotation.id for side in page.picker.sides] == [start, end]
    assert page.picker.pages.currentIndex() == 1


def test_a_side_is_picked_in_the_other_document_by_key(space, qtbot) -> None:
    start, end = two_unrelated(space)
    page = space.compare
    left, right = page.panes
    right.select("")
    left.select(start)
    qtbot.keyClick(left.view, Qt.Key.Key_R)
    assert page.picker.pages.currentIndex() == 0, "nothing is selected on the other side yet"
    page.focus_pane(1)
    right.view.setFocus()
    space.window_frame.actions_by_id["next_annotation"].trigger()
    assert page.right.is_picking
    assert len(page.picker.sides) == 1, "going from one to the next picks none"
    right.select(end)
    qtbot.keyClick(right.view, Qt.Key.Key_R)
    assert [side.annotation.id for side in page.picker.sides] == [start, end]
    assert page.picker.pages.currentIndex() == 1


# The strip


def test_the_strip_marks_what_differs_and_reckons_the_difference(space) -> None:
    compare(space)
    strip = space.compare.strip
    told = strip.rows.texts()
    assert "≠  value" in told
    assert {"NZD 78,000,000", "79,500,000 $ (currency not stated)"} <= set(told)
    assert {"≠  as of", "May 2023", "July 2024", "?  currency"} <= set(told)
    assert any(text.startswith("= subject: New Zealand · measure: aid") for text in told)
    assert "+1,500,000 NZD (+1.9 %), if both are in one currency" in strip.difference.text()
    assert "+427 days" in strip.time.text()
    assert "contradicts, numeric · open" in strip.relation.text()
    assert "value" in strip.rows.accessibleName()


def test_the_strip_follows_an_edit_in_another_window(space, make_space, sample_file) -> None:
    first, _second = compare(space)
    there = make_space(sample_file)
    for one in (space, there):
        one.session._poll.stop()
    claim = stored(there, first).claim
    assert claim is not None
    assert claim.quantity is not None
    value = Decimal(79500000)
    new = replace(
        claim, quantity=replace(claim.quantity, low=value, high=value, raw="79.5 million")
    )
    there.session.run(annotating.edit_claim, first, claim, new)
    assert "≠  value" in space.compare.strip.rows.texts()
    space.session.look_for_news()
    assert "≠  value" not in space.compare.strip.rows.texts()
    assert "no difference" in space.compare.strip.difference.text()


def test_the_strip_follows_a_new_grade_of_a_source(space) -> None:
    compare(space)
    seen = space.compare.panes[0].source
    assert seen is not None
    space.session.run(sources.edit_source, seen, replace(seen, reliability=Reliability.D))
    assert "≠  source grade" in space.compare.strip.rows.texts()
    assert "D · not usually reliable" in space.compare.panes[0].view._header.accessibleName()


def test_the_strip_says_what_to_do_where_there_is_nothing_to_compare(space) -> None:
    space.show_page(space.compare)
    strip = space.compare.strip
    assert "Choose a source on each side" in strip.empty.text()
    compare(space)
    assert strip.empty.isHidden()
    space.compare.panes[0].select("")
    assert "Select an annotation in each document" in strip.empty.text()
    assert strip.rows.isHidden()
    assert strip.relation.isHidden()


def test_the_relation_goes_with_its_removal(space) -> None:
    compare(space, "1,700 individuals")
    view = relation(space, "1,700 individuals")
    space.session.run(relating.remove_relation, view.relation.id)
    strip = space.compare.strip
    assert strip.relation.isHidden()
    assert not strip.relate.isHidden()
    space.commands.undo()
    assert not strip.relation.isHidden()
    strip.relation.click()
    assert space.contradictions.workbench.current_id == view.relation.id


def test_a_removed_source_leaves_its_side(space) -> None:
    compare(space)
    left, right = space.compare.panes
    space.session.run(sources.remove_source, left.source_id)
    assert (left.source_id, left.view.canonical()) == ("", "")
    assert right.source_id
    assert left.source_id == space.compare.frames[0].choice.value == ""
    assert "Choose a source" in space.compare.strip.empty.text()


# More than two sides


def test_of_three_sides_any_two_stand_side_by_side(space, qtbot) -> None:
    first, second, third = compare(space, PLEDGED, 3)
    page = space.compare
    assert [side.annotation_id for side in page.sides.sides] == [first, second, third]
    assert [side.shown for side in page.sides.sides] == ["Left", "Right", ""]
    assert not page.sides.isHidden()
    assert "The parts add up to" in page.strip.difference.text()
    page.sides._buttons[2].click()
    settle()
    assert [pane.annotation_id for pane in page.panes] == [third, second]
    centred(page)
    page.panes[1].view.setFocus()
    qtbot.keyClick(page.panes[1].view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    settle()
    assert [pane.annotation_id for pane in page.panes] == [third, first]
    centred(page)
    qtbot.keyClick(page.panes[1].view, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert [pane.annotation_id for pane in page.panes] == [first, third], "they change places"


def test_two_sides_need_no_choice(space) -> None:
    compare(space)
    assert space.compare.sides.isHidden()


def test_the_panel_jumps_into_the_other_document(space) -> None:
    first, second, third = compare(space, PLEDGED, 3)
    space.compare.panel.jump_requested.emit(third)
    settle()
    assert [pane.annotation_id for pane in space.compare.panes] == [first, third]
    assert second not in (pane.annotation_id for pane in space.compare.panes)
    centred(space.compare)


# Scrolling


def test_tied_documents_keep_their_passages_level(space) -> None:
    compare(space)
    page = space.compare
    left, right = page.panes
    line = left.view.line_gap() * 3
    for lines in (3, -7, 5):
        bar = left.view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + lines)
        assert bar.value() != before
        at = height(left, left.annotation_id)
        assert abs(at - height(right, right.annotation_id)) <= line
    bar = right.view.verticalScrollBar()
    bar.setValue(bar.value() + 4)
    assert abs(height(left, left.annotation_id) - height(right, right.annotation_id)) <= line, (
        "either one leads"
    )


def test_free_documents_scroll_alone_and_that_is_remembered(space) -> None:
    compare(space)
    page = space.compare
    assert page.strip.tie.isChecked()
    space.window_frame.actions_by_id["tie_scrolling"].trigger()
    assert not page.strip.tie.isChecked()
    kept = page.panes[1].view.verticalScrollBar().value()
    bar = page.panes[0].view.verticalScrollBar()
    bar.setValue(bar.value() + 5)
    assert page.panes[1].view.verticalScrollBar().value() == kept
    assert not space.preferences.scrolls_together
    page.strip.tie.click()
    assert space.preferences.scrolls_together
    centred(page)


def test_the_choice_of_scrolling_outlives_the_window(tmp_path) -> None:
    one = Preferences(tmp_path)
    assert one.scrolls_together
    one.scrolls_together = False
    one.flush()
    assert not Preferences(tmp_path).scrolls_together


def test_documents_without_passages_scroll_in_proportion(space) -> None:
    compare(space)
    page = space.compare
    for pane in page.panes:
        source_id = pane.source_id
        pane.close()
        pane.open_source(source_id)
    settle()
    bars = [pane.view.verticalScrollBar() for pane in page.panes]
    bars[0].setValue(bars[0].maximum())
    assert bars[1].value() == bars[1].maximum()
    bars[0].setValue(bars[0].maximum() // 2)
    assert 0.4 < bars[1].value() / bars[1].maximum() < 0.6


def test_passages_stay_in_the_middle_while_the_window_changes(space) -> None:
    compare(space)
    for size in ((1024, 640), (1920, 1080)):
        space.window_frame.resize(*size)
        settle()
        centred(space.compare)
    assert space.compare.documents.is_between
    space.window_frame.scale_text(200)
    settle()
    assert not space.compare.documents.is_between
    settle()
    left, right = (height(p, p.annotation_id) for p in space.compare.panes)
    assert abs(left - right) <= space.compare.panes[0].view.line_gap() * 1.5


def test_without_sources_it_says_how_to_get_some(space, tmp_path: Path) -> None:
    space.session.new(tmp_path / "New.review")
    space.perform("show_compare")
    for pane in space.compare.panes:
        assert "Ctrl+I" in pane.view.accessibleDescription()
