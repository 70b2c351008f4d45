"""The table of commands, and what stands behind each row."""

import inspect
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit

from reviewer.domain.vocabulary import Status
from reviewer.services import reading
from reviewer.services.projects import back_up, backups_of
from reviewer.ui.actions import COMMANDS, MENUS, Needs
from reviewer.ui.commands import Commands
from reviewer.ui.dialogs.chooser import Choice, Chooser, command_choices
from reviewer.ui.dialogs.keys import keys_html

OWN_OF_THE_WINDOW = {
    "quit", "larger_text", "smaller_text", "usual_text",
    "larger_reading", "smaller_reading", "looser_lines", "tighter_lines", "other_face",
    "theme_light", "theme_dark", "theme_system",
}  # fmt: skip


def test_every_command_is_carried_out_by_someone() -> None:
    methods = {name for name, _ in inspect.getmembers(Commands, inspect.isfunction)}
    ids = [row.id for row in COMMANDS]
    assert len(ids) == len(set(ids))
    assert set(ids) - OWN_OF_THE_WINDOW <= methods


def test_no_key_means_two_things(space) -> None:
    keys = Counter(
        QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
        for row in COMMANDS
        for key in row.keys
    )
    assert "" not in keys, "a key that Qt does not know"
    assert [key for key, times in keys.items() if times > 1] == []
    # An action of a pane with a key of the window's is ambiguous there, and Qt carries out neither,
    # unless the pane takes its key first as the codebook does (see own_keys).
    ours = set(space.window_frame.actions_by_id.values())
    others = {
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for action in space.window_frame.findChildren(QAction)
        if action not in ours
        for key in action.shortcuts()
    }
    assert others & keys.keys() <= {"Alt+Left"}


def test_menus_and_the_page_of_keys_hold_every_command(space) -> None:
    listed: list[str] = []
    for entry in space.window_frame.menuBar().actions():
        listed += [action.objectName() for action in entry.menu().actions()]
    assert {row.id for row in COMMANDS} <= set(listed)
    page = keys_html("#777777")
    for row in COMMANDS:
        assert row.text.rstrip("…").replace("&", "&amp;") in page
        for key in row.keys:
            told = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            assert f"{told}" in page.replace("&lt;", "<"), row.id
    assert [f"<h3>{menu}</h3>" in page for menu in MENUS] == [True] * len(MENUS)


def enabled(space) -> set[str]:
    return {key for key, action in space.window_frame.actions_by_id.items() if action.isEnabled()}


def needing(*needs: Needs) -> set[str]:
    return {row.id for row in COMMANDS if row.needs in needs}


def test_commands_wait_for_what_they_need(make_space, sample_file: Path, select_text, open_source):
    space = make_space()
    assert enabled(space) == needing(Needs.NOTHING)

    assert space.open(sample_file)
    usual = needing(Needs.NOTHING, Needs.PROJECT, Needs.SOURCE) - {"undo", "redo", "go_back"}
    assert enabled(space) - {"go_back"} == usual, "nothing was done, so nothing can be undone"

    open_source(space, "White House")
    select_text(space, "Ukraine")
    assert enabled(space) >= needing(Needs.SELECTION)
    space.read.view.clear_selection()
    assert not enabled(space) & needing(Needs.SELECTION)

    space.perform("next_annotation")
    assert enabled(space) >= needing(Needs.ANNOTATION)
    space.perform("show_contradictions")
    assert enabled(space) >= needing(Needs.RELATION)
    space.perform("show_read")
    assert not enabled(space) & needing(Needs.RELATION), "it is not in sight"

    space.session.close()
    assert enabled(space) == needing(Needs.NOTHING)


def test_commands_of_an_annotation_wait_while_it_is_not_in_sight(space, annotation_of) -> None:
    space.go_to_annotation(annotation_of(space, "79.5 million"))
    space.perform("show_contradictions")
    assert "delete_annotation" not in enabled(space)
    assert "tag_more" not in enabled(space)


def test_undo_is_named_in_the_menu_across_documents_and_after_reopening(
    space, sample_file: Path, select_text, open_source
) -> None:
    actions = space.window_frame.actions_by_id
    (tag,) = [tag for tag in space.read.tags.values() if tag.key == "1"]
    for publisher, words in (("White House", "Indo-Pacific"), ("beehive", "Ukraine")):
        open_source(space, publisher)
        select_text(space, words)
        space.read.editing.tag_selection(tag.id)
    assert actions["undo"].text() == "Undo: Tag “Ukraine” as Aid total"
    open_source(space, "White House")
    actions["undo"].trigger()
    assert space.window_frame.status.said() == "Undid: Tag “Ukraine” as Aid total"
    assert actions["undo"].text() == "Undo: Tag “Indo-Pacific” as Aid total"
    assert actions["redo"].text() == "Redo: Tag “Ukraine” as Aid total"
    space.session.close()
    assert (actions["undo"].text(), actions["undo"].isEnabled()) == ("Undo", False)
    space.open(sample_file)
    assert actions["undo"].text() == "Undo: Tag “Indo-Pacific” as Aid total"
    actions["redo"].trigger()
    assert actions["undo"].text() == "Undo: Tag “Ukraine” as Aid total"
    actions["undo"].trigger()
    actions["undo"].trigger()
    assert not actions["undo"].isEnabled(), "the sample itself is not taken back"


def test_undo_takes_back_typing_first(space, qtbot) -> None:
    space.perform("search")
    qtbot.keyClicks(space.top.search, "pledged")
    space.window_frame.actions_by_id["undo"].setEnabled(True)  # as it is once something was done
    space.perform("undo")
    assert space.top.search.text() == ""
    assert space.window_frame.status.said() == ""


def test_the_palette_filters_and_carries_out(space, qtbot, monkeypatch) -> None:
    chooser = Chooser(
        "All commands", "Type a command",
        command_choices(list(space.window_frame.actions_by_id.values())), space,
    )  # fmt: skip
    qtbot.addWidget(chooser)
    names = {choice.name for choice in chooser._choices}
    assert "Contradictions" in names
    assert "Settle" not in names, "it cannot be done now"
    chooser.show()
    qtbot.keyClicks(chooser.field, "contra")
    shown = [chooser.list.item(i).data(Qt.ItemDataRole.AccessibleTextRole)
             for i in range(chooser.list.count())]  # fmt: skip
    assert shown == ["Contradictions Ctrl+2"]
    chooser.close()

    def pick(self: Chooser) -> int:
        qtbot.keyClicks(self.field, "contradictions")
        qtbot.keyClick(self.field, Qt.Key.Key_Return)
        return self.result()

    monkeypatch.setattr(Chooser, "exec", pick)
    space.perform("show_palette")
    assert space.pages.currentWidget() is space.contradictions


def test_a_long_name_in_the_palette_leaves_the_keys_in_sight(space, qtbot) -> None:
    long = Choice("Undo: Mark contradiction of " + "a long passage " * 20, "Ctrl+Z", None)
    chooser = Chooser("All commands", "Type a command", [long], space)
    qtbot.addWidget(chooser)
    chooser.show()
    keys = next(k for k in chooser.list.findChildren(QLabel) if k.text() == "Ctrl+Z")
    port = chooser.list.viewport()
    qtbot.waitUntil(lambda: port.rect().contains(keys.mapTo(port, keys.rect().bottomRight())))


def test_settling_by_command_goes_through_to_the_file(space) -> None:
    space.perform("show_contradictions")
    relation_id = space.contradictions.workbench.current_id
    space.contradictions.workbench.form.write_rationale("Different dollars.")
    space.perform("dismiss")
    (view,) = reading.relations(space.session.project, [relation_id])
    assert view.relation.status is Status.DISMISSED
    assert view.relation.rationale == "Different dollars."
    space.window_frame.actions_by_id["undo"].trigger()
    (view,) = reading.relations(space.session.project, [relation_id])
    assert view.relation.status is Status.OPEN


def test_a_backup_is_listed_and_comes_back_as_a_file_of_its_own(
    space, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(space.session.project.path)
    ((_, backup),) = backups_of(space.session.project.path)
    space.commands._restore(backup, tmp_path / "Restored.review")
    assert space.session.project.path == tmp_path / "Restored.review"
    space.commands._restore(backup, tmp_path / "Restored.review")
    assert "exists already" in space.window_frame.messages.text()


def test_a_name_without_an_ending_gets_its_own(space, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(
        "reviewer.ui.commands.QFileDialog.getSaveFileName",
        lambda _parent, _title, _at, _kinds: (str(tmp_path / "Copy 2024.07"), ""),
    )
    space.perform("save_copy")
    assert (tmp_path / "Copy 2024.07.review").exists()
    assert space.session.project.path.name == "Sample.review", "this project stays open"
    (tmp_path / "Copy 2024.07.review").write_text("mine")
    space.perform("save_copy")
    assert "exists already" in space.window_frame.messages.text()
    assert (tmp_path / "Copy 2024.07.review").read_text() == "mine"


def test_typing_in_a_field_is_not_taken_for_a_key_of_the_window(space, qtbot) -> None:
    field = space.top.search
    assert isinstance(field, QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "12nrt")
    assert field.text() == "12nrt"
    assert not reading.annotations(space.session.project, ["x"])
