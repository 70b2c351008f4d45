"""Reading in a real project: where one was, what one looks for, the ends of what one marked."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pointing import press
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from reviewer.domain.citation import MEDIA_TYPE, cite
from reviewer.domain.records import Source
from reviewer.services import annotating, importing, reading, sources
from reviewer.services.projects import open_project
from reviewer.ui import finder
from reviewer.ui.preferences import Preferences


def trigger(space, command_id):
    action = space.window_frame.actions_by_id[command_id]
    assert action.isEnabled(), command_id
    action.trigger()


@pytest.fixture
def long_source(space, tmp_path):
    """A source of paragraphs of some screens each."""
    file = tmp_path / "long.txt"
    file.write_text("\n\n".join(f"{n}. " + "Words and 😀 more words. " * 400 for n in range(9)))
    changes = space.session.run(lambda p: importing.import_files(
        p, list(importing.read_files([file]))).changes)  # fmt: skip
    return changes.inserted("source")[0]


# Where one reads


def test_each_source_opens_where_it_was_left(space, open_source, long_source) -> None:
    space.read.open_source(long_source)
    QApplication.processEvents()
    space.read.view.verticalScrollBar().setValue(137)
    place = space.read.view.top_offset()
    assert place > 0
    open_source(space, "White House")
    QApplication.processEvents()
    assert space.read.view.top_offset() == 0
    space.read.open_source(long_source)
    assert space.read.view.top_offset() == place


def test_the_place_survives_closing(make_space, space, long_source, sample_file: Path) -> None:
    space.read.open_source(long_source)
    QApplication.processEvents()
    space.read.view.verticalScrollBar().setValue(90)
    place = space.read.view.top_offset()
    space.window_frame.close()
    again = make_space()
    again.preferences = again.window_frame.preferences = space.preferences
    assert again.open(sample_file)
    QApplication.processEvents()
    assert again.read.source_id == long_source
    assert again.read.view.top_offset() == place


def test_a_jump_goes_where_it_leads_and_not_where_one_was(space, annotation_of) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    source_id, project = space.read.source_id, space.session.project.path
    space.preferences.set_reading_place(project, source_id, len(space.read.view.canonical()))
    other = next(s.source.id for s in reading.source_summaries(space.session.project)
                 if s.source.id != source_id)  # fmt: skip
    space.read.open_source(other)
    space.go_to_annotation(key)
    (mark,) = reading.annotations(space.session.project, [key])
    shown = space.read.view.visible_blocks()
    first, last = (space.read.view.shown_text.from_view(p)
                   for p in (shown[0].first, shown[-1].last))  # fmt: skip
    assert first <= mark.target.start <= last


def test_places_that_are_no_numbers_are_the_beginning(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    assert kept.reading_place(tmp_path, "a") == 0
    kept.set_reading_place(tmp_path, "a", 12)
    kept.set_reading_place(tmp_path, "b", 13)
    kept.flush()
    assert Preferences(tmp_path).reading_place(tmp_path, "a") == 12
    kept.set_reading_place(tmp_path, "a", 0)
    kept._store.setValue(next(k for k in kept._store.allKeys() if k.endswith("/b")), "x")
    assert [kept.reading_place(tmp_path, key) for key in "ab"] == [0, 0]


# Finding


def test_find_is_a_command_and_the_search_box_keeps_its_own(
    space, open_source, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(finder, "TURN", 60)  # done in one, however busy the machine is
    open_source(space, "White House")
    space.read.view.setFocus()
    qtbot.keyClick(space.read.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = space.read.view.finding.bar
    assert bar.field.hasFocus()
    bar.field.setText("NEW zealand")
    assert bar.count().startswith("1 of ")
    qtbot.keyClick(bar.field, Qt.Key.Key_F3)
    assert bar.count().startswith("2 of ")
    qtbot.keyClick(bar.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count().startswith("1 of ")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert space.read.selection is not None
    canonical = space.read.view.canonical()
    assert canonical[slice(*space.read.selection)].lower() == "new zealand"
    (tag,) = [tag for tag in space.read.tags.values() if tag.key == "1"]
    qtbot.keyClick(space.read.view, Qt.Key.Key_1)
    (made,) = reading.annotations(space.session.project, [space.read.annotation_id])
    assert made.target.exact.lower() == "new zealand"
    assert made.tag_ids == (tag.id,)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(space.read.view, Qt.Key.Key_F, both)
    assert space.top.search.hasFocus()


# By tag


def test_jumping_by_tag_goes_through_every_source_and_round(space, annotation_of) -> None:
    project = space.session.project
    start = annotation_of(space, "79.5 million")
    space.go_to_annotation(start)
    (first,) = reading.annotations(project, [start])
    tag_id = first.tag_ids[0]
    order = [place.id for place in reading.tagged_in_order(project, tag_id)]
    assert len(order) > 2
    assert len({a.edition_id for a in reading.annotations(project, order)}) > 1
    seen = []
    for _ in order:
        trigger(space, "next_with_tag")
        seen.append(space.read.annotation_id)
        assert f"of {len(order)} tagged as" in space.window_frame.status.said()
    at = order.index(start)
    assert seen == order[at + 1 :] + order[: at + 1]
    trigger(space, "previous_with_tag")
    assert space.read.annotation_id == order[at - 1]


def test_the_codebook_says_which_tag_while_it_has_the_focus(space, open_source) -> None:
    open_source(space, "White House")
    project = space.session.project
    counts = reading.tag_counts(project)
    two = sorted(counts, key=lambda key: (-counts[key], key))[:2]
    for tag_id in two:
        space.read.codebook.select(tag_id)
        space.read.codebook.setFocus()
        trigger(space, "next_with_tag")
        (here,) = reading.annotations(project, [space.read.annotation_id])
        assert tag_id in here.tag_ids
    menu = space.read.codebook.menu()
    (action,) = [a for a in menu.actions() if a.text().startswith("Next with this tag")]
    before = space.read.annotation_id
    action.trigger()
    assert space.read.annotation_id != before
    menu.deleteLater()


def test_without_a_selected_annotation_it_goes_on_from_the_caret(space, annotation_of) -> None:
    project = space.session.project
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    (mark,) = reading.annotations(project, [key])
    places = reading.tagged_in_order(project, mark.tag_ids[0])
    at = [place.id for place in places].index(key)
    for offset, step, wanted in ((0, 1, at), (1, -1, at), (1, 1, at + 1), (0, -1, at - 1)):
        here = mark.edition_id, mark.target.start + offset, ""
        assert reading.step_in_order(project, places, here, step) == wanted % len(places)


def test_tags_that_nobody_has_say_so(space) -> None:
    tag = next(iter(space.read.tags))
    for place in reading.tagged_in_order(space.session.project, tag):
        annotating.delete_annotation(space.session.project, place.id)
    space.read.tag_jumps.go(tag, 1)
    assert space.window_frame.status.said().startswith("No annotation has the tag")


def test_what_is_in_the_trash_is_not_jumped_to(space) -> None:
    project = space.session.project
    tag_id = max(reading.tag_counts(project).items(), key=lambda pair: pair[1])[0]
    places = reading.tagged_in_order(project, tag_id)
    gone = reading.source_of(project, places[0].edition_id)
    sources.remove_source(project, gone.id)
    left = reading.tagged_in_order(project, tag_id)
    assert left == tuple(p for p in places if p.edition_id != places[0].edition_id)


# The ends


def test_the_ends_are_moved_by_key_and_undone_by_name(space, annotation_of, qtbot) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    project = space.session.project
    (before,) = reading.annotations(project, [key])
    for command_id in ("end_later", "end_later", "begin_earlier"):
        trigger(space, command_id)
    trigger(space, "begin_later")
    (still,) = reading.annotations(project, [key])
    assert still == before, "one action, when the keys pause"
    space.flush()
    (after,) = reading.annotations(project, [key])
    text = space.read.view.canonical()
    start, end = after.target.start, after.target.end
    assert after.target.exact == text[start:end] != before.target.exact
    assert after.target.exact.startswith(before.target.exact)
    assert len(after.target.exact.split()) == len(before.target.exact.split()) + 2
    assert replace(after, target=before.target) == before
    span = space.read.view._marks.index.get(key)
    assert (span.start, span.end) == (start, end)
    assert space.read.panel.model.row(key).annotation == after
    assert space.window_frame.status.said().startswith("Moved the ends of “")
    trigger(space, "undo")
    assert reading.annotations(project, [key]) == (before,)
    assert space.read.view._marks.index.get(key).end == before.target.end


def test_arrows_after_ctrl_b_move_the_end(space, annotation_of, qtbot) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    space.read.view.setFocus()
    (before,) = reading.annotations(space.session.project, [key])
    qtbot.keyClick(space.read.view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert "Arrow keys" in space.window_frame.status.said()
    press(space.read.view, Qt.Key.Key_Left)
    press(space.read.view, Qt.Key.Key_Return)
    (after,) = reading.annotations(space.session.project, [key])
    assert after.target.exact == before.target.exact[:-1]


def test_alt_shift_and_an_arrow_reach_the_ends(space, annotation_of, qtbot) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    space.read.view.setFocus()
    span = space.read.view._marks.index.get(key)
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    for arrow in (Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(space.read.view, arrow, both)
    now = space.read.view._marks.index.get(key)
    assert now.start < span.start < span.end < now.end
    space.read.view.ends.give_up()


def test_ends_that_were_moved_in_another_window_win(space, annotation_of, sample_file) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    (before,) = reading.annotations(space.session.project, [key])
    seen = before.target.start, before.target.end
    trigger(space, "end_later")
    with open_project(sample_file, "Noa") as other:
        annotating.move_span(other, key, seen, seen[0], seen[1] - 1)
    space.flush()
    assert "moved in another window" in space.window_frame.messages.text()
    span = space.read.view._marks.index.get(key)
    assert (span.start, span.end) == (seen[0], seen[1] - 1)


# Copying


SOURCE = Source(
    "s1", "Aid & more", "The Post.", "Ada Byron", "2024-07", address="https://a.example"
)


def test_a_citation_says_what_is_known() -> None:
    told = "Ada Byron. Aid & more. The Post. 2024-07. https://a.example. Characters 3 to 9."
    assert cite(SOURCE, 3, 9) == told
    assert cite(Source("s", "Only a title"), 0, 1) == "Only a title. Characters 0 to 1."


def test_what_is_copied_brings_its_citation_along(space, open_source, select_text, qtbot) -> None:
    source_id = open_source(space, "White House")
    words = "Comprehensive Assistance Package"
    select_text(space, words)
    qtbot.keyClick(space.read.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QApplication.clipboard().mimeData()
    start = space.read.view.canonical().index(words)
    source = reading.source_of(space.session.project, space.read.edition_id)
    assert data.text() == words
    assert cite(source, start, start + len(words)) in data.html().replace("&amp;", "&")
    assert f"<p>{words}</p>" in data.html()
    cited = json.loads(bytes(data.data(MEDIA_TYPE)))
    assert (cited["source"], cited["quote"]) == (source_id, words)
    assert (cited["start"], cited["end"]) == (start, start + len(words))
    assert cited["published"] == source.published


def test_a_source_renamed_is_cited_by_its_new_name(space, open_source, select_text) -> None:
    open_source(space, "White House")
    old = reading.source_of(space.session.project, space.read.edition_id)
    space.session.run(sources.edit_source, old, replace(old, title="<New> name"))
    select_text(space, "Ukraine")
    data = space.read.view.createMimeDataFromSelection()
    assert "&lt;New&gt; name" in data.html()


# What an annotation shows of itself


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_hovering_tells_tags_claim_and_relations(space, annotation_of) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    view = space.read.view
    place = view.boxes_of(key)[0].center().toPoint()
    asked = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), asked)
    told = QToolTip.text()
    QToolTip.hideText()
    assert "Aid total" in told
    assert "New Zealand · aid to Ukraine, total · $79.5 m" in told
    assert "contradicts · open" in told


def test_the_other_sides_of_what_is_selected_stand_out(space, annotation_of) -> None:
    space.go_to_annotation(annotation_of(space, "79.5 million"))
    emphasis, project = space.read.view._emphasis, space.session.project
    assert emphasis.selected == space.read.annotation_id
    sides = {
        member
        for view in reading.relations_of(project, [space.read.annotation_id])
        for member in view.relation.members
    }
    assert sides - {space.read.annotation_id} <= emphasis.related


# A screen reader


def test_text_and_annotations_are_told_to_a_screen_reader(space, annotation_of) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    view = space.read.view
    told = QAccessible.queryAccessibleInterface(view)
    text = told.textInterface()
    canonical = view.canonical()
    (mark,) = reading.annotations(space.session.project, [key])
    start, end = mark.target.start, mark.target.end
    units = view.shown_text.to_view
    assert text.text(units(start), units(end)) == mark.target.exact
    assert text.characterCount() == units(len(canonical))
    assert text.cursorPosition() == units(start)
    said = told.text(QAccessible.Text.Description)
    assert said.startswith(("Annotation: ", "2 annotations: "))
    tags = [space.read.tags[tag_id].name for tag_id in mark.tag_ids]
    assert all(name in said for name in [*tags, mark.claim.subject])
    text.setCursorPosition(units(0))
    assert told.text(QAccessible.Text.Description) == ""
    assert view.caret() == 0
    text.setCursorPosition(units(start + 1))
    assert told.text(QAccessible.Text.Description) == said
    space.session.run(annotating.delete_annotation, key)
    assert told.text(QAccessible.Text.Description) != said
    space.read.clear()
    assert told.text(QAccessible.Text.Description) == "Open a source to read it here."
