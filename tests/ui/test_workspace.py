"""How a click travels: from a view's signal through a service into every view, and no further."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
)

from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.services import annotating, codebook, reading, relating, sources
from reviewer.services.searching import find
from reviewer.ui.dialogs.chooser import Chooser

WORDS = "Comprehensive Assistance Package"


def tag_with(space, key: str):
    return next(tag for tag in space.read.tags.values() if tag.key == key)


def test_a_key_on_a_selection_reaches_the_file_and_every_view(
    space, select_text, open_source, qtbot, monkeypatch
) -> None:
    source_id = open_source(space, "White House")
    select_text(space, WORDS)
    shown: list[int] = []
    update = space.read.panel.update_rows
    monkeypatch.setattr(
        space.read.panel, "update_rows",
        lambda rows, gone: (shown.append(len(list(rows := list(rows)))), update(rows, gone)),
    )  # fmt: skip
    (before,) = reading.source_summaries(space.session.project, [source_id])
    counts = reading.tag_counts(space.session.project)
    qtbot.keyClick(space.read.view, Qt.Key.Key_2)

    made = reading.annotations(space.session.project, [space.read.annotation_id])
    assert [a.target.exact for a in made] == [WORDS]
    assert made[0].tag_ids == (tag_with(space, "2").id,)
    assert made[0].created_by == "Mara"
    assert space.read.panel.model.row(made[0].id) is not None
    assert space.read.panel.editor.annotation_id == made[0].id
    assert space.read.view._marks.index.get(made[0].id) is not None
    assert shown == [1], "only the row that was touched is refreshed"
    (after,) = reading.source_summaries(space.session.project, [source_id])
    row = space.read.sources._model.row_at(space.read.sources._model.place_of(source_id))
    assert row == after != before
    tag_id = tag_with(space, "2").id
    assert reading.tag_counts(space.session.project)[tag_id] == counts[tag_id] + 1
    assert space.window_frame.status.said() == f"Tagged “{WORDS}” as Aid part"
    assert space.read.selection is None

    space.window_frame.status._undo.click()
    assert reading.annotations(space.session.project, [made[0].id]) == ()
    assert space.read.panel.model.row(made[0].id) is None
    assert space.read.view._marks.index.get(made[0].id) is None
    assert space.read.annotation_id != made[0].id


# Two windows


@pytest.fixture
def pair(make_space, sample_file: Path):
    """Two windows on one file; each looks for news only when it is asked to."""
    both = make_space(sample_file), make_space(sample_file)
    for one in both:
        one.session._poll.stop()
    return both


def test_two_windows_see_each_others_changes(pair, open_source, select_text) -> None:
    here, there = pair
    for one in pair:
        open_source(one, "White House")
    select_text(here, WORDS)
    here.read.editing.tag_selection(tag_with(here, "2").id)
    key = here.read.annotation_id
    assert there.read.panel.model.row(key) is None
    there.session.look_for_news()
    assert there.read.panel.model.row(key) is not None
    assert there.read.view._marks.index.get(key) is not None
    assert there.window_frame.status.said() == f"In another window: Tag “{WORDS}” as Aid part"
    undo = there.window_frame.actions_by_id["undo"]
    assert undo.text() == f"Undo: Tag “{WORDS}” as Aid part"
    undo.trigger()
    here.session.look_for_news()
    assert here.read.panel.model.row(key) is None
    assert here.read.annotation_id != key


def test_two_windows_see_contradictions_tags_and_sources(pair, open_source) -> None:
    here, there = pair
    key = here.contradictions.workbench.current_id
    here.session.run(relating.remove_relation, key)
    here.session.run(codebook.add_tag, "Ships")
    first = reading.source_ids(here.session.project)[0]
    here.session.run(sources.remove_source, first)
    there.session.look_for_news()
    assert key not in there.contradictions._views
    assert "Ships" in {tag.name for tag in there.read.tags.values()}
    assert not there.read.sources._model.place_of(first).isValid()
    assert there.contradictions._views.keys() == here.contradictions._views.keys()


def test_a_field_changed_in_both_keeps_what_was_typed_and_tells(pair, annotation_of) -> None:
    here, there = pair
    key = annotation_of(here, "79.5 million")
    for one in pair:
        one.go_to_annotation(key)
    note = there.read.panel.editor.note.editor
    seen = note.toPlainText()
    note.setPlainText("Ours, still being typed")
    here.session.run(annotating.edit_note, key, seen, "Theirs")
    there.flush()
    (stored,) = reading.annotations(there.session.project, [key])
    assert stored.note == "Theirs"
    assert note.toPlainText() == "Ours, still being typed"
    assert "note" in there.window_frame.messages.text()


def test_different_fields_changed_in_both_are_both_kept(pair, annotation_of) -> None:
    here, there = pair
    key = annotation_of(here, "79.5 million")
    there.go_to_annotation(key)
    there.read.panel.editor.note.editor.setPlainText("Ours")
    here.session.run(annotating.remove_tag_from, key, reading.annotations(
        here.session.project, [key])[0].tag_ids[0])  # fmt: skip
    there.flush()
    (stored,) = reading.annotations(there.session.project, [key])
    assert (stored.note, stored.tag_ids) == ("Ours", ())
    assert there.window_frame.messages.text() == ""


def test_acting_on_what_another_window_removed_is_told_in_a_sentence(pair, annotation_of) -> None:
    here, there = pair
    key, tag = annotation_of(here, "79.5 million"), tag_with(there, "2")
    relation_id = next(iter(there.contradictions._views))
    here.session.run(codebook.delete_tag, tag.id)
    here.session.run(relating.remove_relation, relation_id)
    here.session.run(annotating.delete_annotation, key)
    edition_id = there.read.edition_id
    for service, *given in (
        (annotating.add_tag_to, key, tag.id),
        (annotating.remove_tag_from, key, tag.id),
        (annotating.tag_passage, edition_id, 10, 20, tag.id),
        (annotating.delete_annotation, key),
        (annotating.edit_note, key, "", "x"),
        (codebook.change_tag, tag, replace(tag, name="x")),
        (codebook.move_tag, tag.id, None, 0),
        (codebook.merge_tags, tag.id, tag_with(here, "1").id),
        (codebook.delete_tag, tag.id),
        (codebook.add_tag, "below", tag.id),
        (relating.reopen, relation_id),
        (relating.remove_relation, relation_id),
    ):
        there.window_frame.messages.hide()
        assert there.session.run(service, *given) is None, service.__name__
        assert there.window_frame.messages.text().endswith("."), service.__name__


# Projects


def test_a_broken_project_keeps_the_present_one_and_says_why(space, tmp_path: Path) -> None:
    broken = tmp_path / "broken.review"
    broken.write_text("no project")
    here = space.session.project
    assert not space.open(broken)
    assert space.session.project is here
    assert space.window_frame.messages.text() == "“broken.review” is not a Reviewer project."
    assert reading.title(space.session.project) in space.window_frame.windowTitle()


def test_a_new_project_is_empty_and_titled(space, tmp_path: Path) -> None:
    assert space.session.new(tmp_path / "Aid.review")
    assert space.window_frame.windowTitle() == "Aid — Reviewer"
    assert space.read.source_id == ""
    assert space.read.tags == {}
    assert space.contradictions.workbench.current_id == ""
    assert not space.session.new(tmp_path / "Aid.review")
    assert "exists already" in space.window_frame.messages.text()


def test_where_one_left_off_is_where_one_starts(space, open_source, sample_file: Path) -> None:
    source_id = open_source(space, "beehive")
    space.session.close()
    assert space.pages.currentWidget() is space.start
    space.open_first(None)
    assert space.session.project.path == sample_file
    assert space.read.source_id == source_id


def test_recent_projects_are_offered_in_the_menu_and_on_the_start_page(
    space, sample_file: Path, tmp_path: Path
) -> None:
    space.session.new(tmp_path / "Aid.review")
    menu = space.window_frame.recent_menu
    assert [action.text() for action in menu.actions()] == ["Aid", "Sample"]
    menu.actions()[1].trigger()
    assert space.session.project.path == sample_file
    (tmp_path / "Aid.review").unlink()
    space.session.close()
    assert [action.text() for action in menu.actions()] == ["Sample"], "what is gone is not offered"
    space.window_frame.show()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    (button,) = [b for b in space.start.findChildren(QAbstractButton) if b.text() == "Sample"]
    button.click()
    assert space.session.project.path == sample_file


def test_a_start_tells_why_the_last_project_was_not_opened(make_space, tmp_path: Path) -> None:
    space = make_space()
    broken = tmp_path / "broken.review"
    broken.write_text("no project")
    space.preferences.add_recent(broken)
    space.open_first(None)
    assert space.session.is_open, "the sample, instead"
    assert "broken.review" in space.window_frame.messages.text()


def test_a_project_named_that_cannot_be_opened_leads_to_the_start_page(make_space, tmp_path: Path):
    space = make_space()
    space.open_first(tmp_path / "absent.review")
    assert space.pages.currentWidget() is space.start
    assert "does not exist" in space.window_frame.messages.text()


def test_closing_commits_what_is_being_typed(space, sample_file: Path, annotation_of) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    space.read.panel.editor.note.editor.setPlainText("Whose dollar?")
    space.window_frame.close()
    assert not space.session.is_open
    space.open(sample_file)
    (stored,) = reading.annotations(space.session.project, [key])
    assert stored.note == "Whose dollar?"


def test_opening_the_same_project_again_commits_what_is_being_typed(
    space, sample_file: Path, annotation_of
) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    space.read.panel.editor.note.editor.setPlainText("Whose dollar?")
    assert space.open(sample_file)
    (stored,) = reading.annotations(space.session.project, [key])
    assert stored.note == "Whose dollar?"
    assert space.window_frame.actions_by_id["undo"].text().startswith("Undo: Edit the note")
    space.go_to_annotation(key)
    assert space.read.panel.editor.note.editor.toPlainText() == "Whose dollar?"


# Going about


def test_search_goes_there_and_back(space, open_source, qtbot, annotation_of) -> None:
    started = open_source(space, "beehive")
    box = space.top.search
    space.perform("search")
    assert box.hasFocus()
    qtbot.keyClicks(box, "NZ$78 million")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: space.read.source_id != started)
    assert space.pages.currentWidget() is space.read
    assert space.read.view.hasFocus()
    qtbot.keyClick(space.window_frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert space.read.source_id == started


def test_a_rationale_that_was_found_opens_in_the_workbench(space) -> None:
    view = next(v for v in reading.relations(space.session.project) if v.relation.rationale)
    words = " ".join(view.relation.rationale.split()[:4])
    hit = next(h for h in find(space.session.project, words) if h.relation_id)
    space.go_to_hit(hit)
    assert space.pages.currentWidget() is space.contradictions
    assert space.contradictions.workbench.current_id == hit.relation_id


def test_the_other_side_is_a_jump_away_and_so_is_the_way_back(space, annotation_of) -> None:
    here = annotation_of(space, "79.5 million")
    space.go_to_annotation(here)
    began = space.read.source_id
    row = space.read.panel.model.row(here)
    other = next(p for link in row.relations for p in link.others if p.source.id != began)
    space.read.panel.jump_requested.emit(other.annotation.id)
    assert (space.read.source_id, space.read.annotation_id) == (
        other.source.id, other.annotation.id,
    )  # fmt: skip
    space.perform("go_back")
    assert (space.read.source_id, space.read.annotation_id) == (began, here)


def test_the_way_back_to_what_is_gone_selects_nothing(space, annotation_of) -> None:
    here = annotation_of(space, "79.5 million")
    space.go_to_annotation(here)
    row = space.read.panel.model.row(here)
    other = next(p for link in row.relations for p in link.others
                 if p.source.id != space.read.source_id)  # fmt: skip
    space.read.go_to_annotation(other.annotation.id)
    space.session.run(annotating.delete_annotation, here)
    space.perform("go_back")
    assert space.read.annotation_id == ""
    assert not space.window_frame.actions_by_id["relate"].isEnabled()

    space.read.go_to_annotation(other.annotation.id)
    gone = reading.source_ids(space.session.project)
    origin = next(s for s in gone if s != other.source.id)
    space.read.open_source(origin)
    space.read.go_to_annotation(other.annotation.id)
    space.session.run(sources.remove_source, origin)
    space.perform("go_back")
    assert space.read.source_id == other.source.id


# What hangs together


def test_a_deleted_annotation_takes_its_relations_and_undo_brings_all_back(
    space, annotation_of
) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    row = space.read.panel.model.row(key)
    pairs = {v.relation.id for v in reading.relations_of(space.session.project, [key])
             if len(v.passages) == 2}  # fmt: skip
    assert pairs
    assert pairs <= space.contradictions._views.keys()
    label = space.top._buttons["show_contradictions"].text()
    space.window_frame.actions_by_id["delete_annotation"].trigger()
    assert space.read.panel.model.row(key) is None
    assert space.read.view._marks.index.get(key) is None
    assert not pairs & space.contradictions._views.keys()
    assert space.top._buttons["show_contradictions"].text() != label
    space.window_frame.actions_by_id["undo"].trigger()
    assert space.read.panel.model.row(key) == row
    assert space.read.view._marks.index.get(key) is not None
    assert pairs <= space.contradictions._views.keys()
    assert space.top._buttons["show_contradictions"].text() == label


def test_a_removed_source_takes_its_side_of_relations_from_the_open_document(
    space, annotation_of
) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    row = space.read.panel.model.row(key)
    other = next(p.source.id for link in row.relations for p in link.others
                 if p.source.id != space.read.source_id)  # fmt: skip
    space.session.run(sources.remove_source, other)
    left = space.read.panel.model.row(key)
    assert all(p.source.id != other for link in left.relations for p in link.others)
    space.session.undo()
    assert space.read.panel.model.row(key) == row


def test_a_tag_is_deleted_after_its_consequences_were_read(space) -> None:
    tag = tag_with(space, "2")
    number = reading.tag_counts(space.session.project)[tag.id]
    space.read.codebook.delete_requested.emit(tag.id)
    told = space.read.codebook._ask.text
    assert f"{number} annotation" in told
    assert tag.id in space.read.tags, "nothing is deleted before the answer"
    space.read.codebook._ask.yes.click()
    assert tag.id not in space.read.tags
    assert tag_with_or_none(space, "2") is None
    space.session.undo()
    assert reading.tag_counts(space.session.project)[tag.id] == number


def tag_with_or_none(space, key: str):
    return next((tag for tag in space.read.tags.values() if tag.key == key), None)


def test_a_renamed_and_recoloured_tag_shows_so_everywhere(space, annotation_of) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    tag = space.read.panel.model.row(key).tags[0]
    changed = replace(tag, name="Renamed", colour="red" if tag.colour != "red" else "teal")
    space.read.codebook.tag_changed.emit(tag, changed)
    assert space.read.panel.model.row(key).tags[0].name == "Renamed"
    assert changed.colour in space.read.view._marks.index.get(key).colours
    assert "Renamed" in space.read.view._marks.index.get(key).label


def test_a_contradiction_marked_on_the_read_page_is_in_the_workbench(space, annotation_of) -> None:
    key = annotation_of(space, "79.5 million")
    space.go_to_annotation(key)
    space.perform("relate")
    assert space.read.right.currentWidget() is space.read.picker
    other = annotation_of(space, "sanctions")
    known = space.contradictions._views.keys() | set()
    space.read.picker.relation_made.emit(RelationKind.CONTRADICTS, Dimension.OTHER, [key, other])
    (made,) = space.contradictions._views.keys() - known
    assert space.read.right.currentWidget() is space.read.panel
    assert any(link.relation.id == made for link in space.read.panel.model.row(key).relations)
    space.read.relation_requested.emit(made)
    assert space.pages.currentWidget() is space.contradictions
    assert space.contradictions.workbench.current_id == made
    assert QApplication.focusWidget() is not None


def test_a_corrected_value_changes_the_difference_that_is_shown(space, annotation_of) -> None:
    key = annotation_of(space, "79.5 million")
    view = next(v for v in reading.relations_of(space.session.project, [key])
                if len(v.passages) == 2)  # fmt: skip
    space.show_relation(view.relation.id)
    told: list[str] = []
    bench = space.contradictions.workbench
    real = bench.set_difference
    bench.set_difference = lambda text: (told.append(text), real(text))
    (annotation,) = reading.annotations(space.session.project, [key])
    claim = annotation.claim
    larger = replace(claim.quantity, low=claim.quantity.low * 3, high=claim.quantity.high * 3)
    space.session.run(annotating.edit_claim, key, claim, replace(claim, quantity=larger))
    before = told[-1]
    space.session.undo()
    assert told[-1] != before


def test_the_start_page_cuts_no_text(make_space, qapp) -> None:
    space = make_space()
    for scale in (100, 200):
        space.window_frame.scale_text(scale)
        for _ in range(3):  # the new type size goes down the tree, then the layout follows
            qapp.processEvents()
        for label in space.start.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_nothing_of_one_project_is_left_in_the_next(
    space, select_text, open_source, qtbot, tmp_path
):
    open_source(space, "White House")
    select_text(space, WORDS)
    qtbot.keyClick(space.read.view, Qt.Key.Key_2)
    space.top.search.setText("pledged")
    space.session.new(tmp_path / "Next.review")
    assert space.window_frame.status.said() == ""
    assert space.window_frame.status._undo.isHidden(), "it would undo in the other project"
    assert space.top.search.text() == ""


def test_a_number_without_a_tag_offers_to_make_one(
    space, select_text, tmp_path, qtbot, monkeypatch
):
    """The first tag of a new project is made where the hint sends the person: at a key."""
    space.session.new(tmp_path / "Next.review")
    file = tmp_path / "text.txt"
    file.write_text("New Zealand gave NZ$78 million.")
    space.commands.take_files([file])
    qtbot.waitUntil(lambda: space.read.source_id != "")
    said: list[str] = []

    def name_it(chooser: Chooser) -> int:
        said.append(chooser._nothing.text())
        qtbot.keyClicks(chooser.field, "aid")
        qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
        return chooser.result()

    monkeypatch.setattr(Chooser, "exec", name_it)
    select_text(space, "NZ$78 million")
    qtbot.keyClick(space.read.view, Qt.Key.Key_1)
    assert said == ["Type a name and press Enter to make the first."]
    (made,) = reading.annotations(space.session.project, [space.read.annotation_id])
    assert made.tag_ids == (tag_with(space, "1").id,)


def test_damage_that_shows_while_a_project_is_shown_leads_to_the_start_page(space, sample_file):
    broken = sample_file.with_name("broken.review")
    space.session.close()
    shutil.copy(sample_file, broken)
    with closing(sqlite3.connect(broken)) as raw:
        raw.execute("DELETE FROM content")
        raw.commit()
    assert not space.open(broken)
    assert not space.session.is_open
    assert space.pages.currentWidget() is space.start
    assert "damaged" in space.window_frame.messages.text()


@pytest.mark.parametrize("typed", ["note", "rationale"])
def test_what_could_not_be_stored_keeps_the_window_open_once(
    space, sample_file: Path, annotation_of, qtbot, typed: str
) -> None:
    if typed == "note":
        space.go_to_annotation(annotation_of(space, "79.5 million"))
        space.read.panel.focus_note()
        qtbot.keyClicks(space.read.panel.editor.note.editor, "Ask the ministry.")
    else:
        space.show_page(space.contradictions)
        space.contradictions.workbench.form.write_rationale("Different dollars.")
    sample_file.unlink()
    assert not space.window_frame.close()
    told = space.window_frame.messages.text()
    assert told.startswith("Not saved: Note." if typed == "note" else "Not saved: Decision.")
    assert "moved, deleted or replaced" in told
    assert space.window_frame.close()
