"""Suggestions in the window: reading for them, deciding by one key, going on with the next."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from making import PLEDGE, edition_id, rows_of
from pressing import do, enabled, named
from proposing import PARTS, TWO, opened, propose, relation_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer.domain.errors import StorageError
from reviewer.domain.proposals import SuggestionView
from reviewer.domain.term import Term, TermKind
from reviewer.domain.vocabulary import Status
from reviewer.services import deciding, lexicon, proposed, reading, sources, suggesting
from reviewer.storage import queries
from reviewer.ui.dialogs.lexicon import LexiconDialog
from reviewer.ui.jobs import Job
from reviewer.ui.workspace import Workspace

Key = Qt.Key
PATIENCE = 120  # seconds
THIRD = (("aid.txt", "NZ$78 million"), ("pledge.txt", "$50.8 million"))


@pytest.fixture
def space(unread_space: Workspace) -> Workspace:
    """A window in which nothing is annotated and nothing was read yet."""
    return unread_space


@pytest.fixture
def three(space: Workspace) -> Workspace:
    """The same with three relations suggested, and their list in front."""
    project = space.session.project
    propose(
        project,
        relation_of(project, *TWO, score=0.9, rule="totals"),
        relation_of(project, *PARTS, score=0.7, rule="totals"),
        relation_of(project, *THIRD, score=0.6, rule="parts"),
    )
    space.suggesting.renewed.emit()
    do(space, "show_suggestions")
    return space


def bench(space: Workspace):
    return space.contradictions.suggestions.workbench


def current(space: Workspace) -> SuggestionView:
    view = bench(space).view_of(bench(space).current_key)
    assert view is not None
    return view


def quotes(view: SuggestionView) -> list[str]:
    return [passage.annotation.target.exact for passage in view.passages]


def pairs(places) -> list[str]:
    return [words for _, words in places]


def texts_of(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# Reading


def wait(space: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not space.suggesting.is_busy)


def test_what_is_imported_is_read_while_one_reads_on(
    space: Workspace, qtbot: QtBot, tmp_path: Path, held: threading.Event
) -> None:
    file = tmp_path / "more.txt"
    file.write_text(PLEDGE.replace("$79.5", "$91.5"), "utf-8")
    held.clear()
    space.commands.take_files([file])
    qtbot.waitUntil(lambda: space.suggesting.is_busy)
    assert space.read.source_id, "what came in is shown"
    qtbot.waitUntil(space.window_frame.status.work._cancel.isVisible)
    assert not proposed.was_read(space.session.project)
    do(space, "show_contradictions")
    do(space, "show_read")
    held.set()
    wait(space, qtbot)
    project = space.session.project
    edition = edition_id(project, "more.txt")
    assert proposed.was_read(project, edition)
    found = [each.claim.exact for each in proposed.pending_claims(project, edition)]
    assert "$91.5 million" in found
    assert space.read.panel.suggested.text() == f"{len(found)} suggested"
    assert space.read.panel.suggested.isVisible()


def test_cancel_stops_it_and_nothing_is_kept(
    space: Workspace, qtbot: QtBot, held: threading.Event
) -> None:
    held.clear()
    do(space, "suggest_all")
    assert space.suggesting.is_busy
    qtbot.waitUntil(space.window_frame.status.work._cancel.isVisible)
    space.window_frame.status.work._cancel.click()
    held.set()
    wait(space, qtbot)
    assert not proposed.was_read(space.session.project)
    assert "was stopped" in space.window_frame.status.said()


def test_cancel_ends_the_comparison_where_it_is(
    space: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    compares, may_go_on = threading.Event(), threading.Event()

    def long(readings: object, *, lexicon: object, tell: Callable[[float], None]) -> object:
        compares.set()
        assert may_go_on.wait(PATIENCE)
        tell(0.5)
        raise AssertionError("it went on")

    monkeypatch.setattr(suggesting, "suggest", long)
    do(space, "suggest_all")
    qtbot.waitUntil(compares.is_set)
    qtbot.waitUntil(space.window_frame.status.work._cancel.isVisible)
    space.window_frame.status.work._cancel.click()
    may_go_on.set()
    wait(space, qtbot)
    assert not proposed.was_read(space.session.project)
    assert "was stopped" in space.window_frame.status.said()


def test_closing_the_project_ends_the_reading(
    space: Workspace, qtbot: QtBot, held: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    held.clear()
    do(space, "suggest_all")
    assert space.suggesting.is_busy
    cancel = Job.cancel

    def let_go(job: Job) -> None:
        cancel(job)
        held.set()

    monkeypatch.setattr(Job, "cancel", let_go)
    space.session.close()
    wait(space, qtbot)
    assert not space.session.is_open


def test_what_comes_meanwhile_is_read_after(
    space: Workspace, qtbot: QtBot, held: threading.Event
) -> None:
    held.clear()
    editions = [edition.id for edition in queries.editions(space.session.project)]
    space.suggesting.read_editions(editions[:1])
    space.suggesting.read_editions(editions[1:])
    space.suggesting.read_editions(())
    held.set()
    qtbot.waitUntil(
        lambda: all(proposed.was_read(space.session.project, key) for key in editions),
    )
    wait(space, qtbot)


def test_cancel_is_for_what_waits_as_well(
    space: Workspace, qtbot: QtBot, held: threading.Event
) -> None:
    held.clear()
    editions = [edition.id for edition in queries.editions(space.session.project)]
    space.suggesting.read_editions(editions[:1])
    space.suggesting.read_editions(editions[1:])
    qtbot.waitUntil(space.window_frame.status.work._cancel.isVisible)
    space.window_frame.status.work._cancel.click()
    held.set()
    wait(space, qtbot)
    assert not proposed.was_read(space.session.project)
    assert "was stopped" in space.window_frame.status.said()


def test_a_failure_is_said(space: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise StorageError("The disk is gone.")

    monkeypatch.setattr(suggesting, "read_suggestions", broken)
    do(space, "suggest_all")
    wait(space, qtbot)
    assert space.window_frame.messages.text() == "The disk is gone."


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """While it is cleared, no text is read."""
    may = threading.Event()
    may.set()
    original = suggesting.read_text

    def waiting(text: object, **words: object) -> object:
        assert may.wait(PATIENCE)
        return original(text, **words)

    monkeypatch.setattr(suggesting, "read_text", waiting)
    yield may
    may.set()


# Empty


def test_before_anything_was_read_it_says_what_to_do(space: Workspace, qtbot: QtBot) -> None:
    do(space, "show_suggestions")
    assert "Nothing was read" in bench(space).empty.text
    assert not bench(space).hint.isVisible()
    assert (
        space.contradictions.tabs.findChildren(type(space.top._buttons["show_read"]))[1].text()
        == "Suggestions"
    )
    assert not enabled(space, "accept_suggestion")
    assert QApplication.focusWidget() is bench(space).empty.button
    QTest.keyClick(bench(space).empty.button, Key.Key_Space)
    wait(space, qtbot)
    assert proposed.was_read(space.session.project)
    if not bench(space).count:
        assert "No suggestions are left" in bench(space).empty.text


def test_without_sources_it_offers_to_import_some(
    make_space: Callable[..., Workspace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = make_space()
    space.session.new(tmp_path / "empty.review")
    asked: list[str] = []
    monkeypatch.setattr(space.commands, "import_files", lambda: asked.append("import"))
    do(space, "show_suggestions")
    assert "no sources" in bench(space).empty.text
    assert QApplication.focusWidget() is bench(space).empty.button
    QTest.keyClick(bench(space).empty.button, Key.Key_Space)
    assert asked == ["import"]
    assert not space.suggesting.is_busy


def test_when_the_import_is_undone_there_is_nothing_to_read(space: Workspace, qtbot: QtBot) -> None:
    do(space, "suggest_all")
    wait(space, qtbot)
    for summary in reading.source_summaries(space.session.project):
        space.session.run(sources.remove_source, summary.source.id)
    do(space, "show_suggestions")
    assert "no sources" in bench(space).empty.text
    assert space.contradictions.tabs._group.button(1).text() == "Suggestions"


def test_a_document_that_was_not_read_says_so(space: Workspace, qtbot: QtBot) -> None:
    do(space, "show_suggested_claims")
    panel = space.read.suggested.panel
    assert panel.isVisible()
    assert "not read" in panel.empty.text
    assert QApplication.focusWidget() is panel.empty.button
    QTest.keyClick(panel.empty.button, Key.Key_Space)
    wait(space, qtbot)
    assert panel.count == len(proposed.pending_claims(space.session.project, space.read.edition_id))


# Relations


def test_each_has_passages_values_reason_and_rule(three: Workspace) -> None:
    assert bench(three).count == 3
    assert quotes(current(three)) == pairs(TWO), "the best is selected"
    told = texts_of(bench(three).detail)
    assert current(three).relation.reason in told
    assert "Rule totals v1 · 90 of 100 · not decided on yet in this project" in told
    assert "NZD 78,000,000" in told
    assert "79,500,000 $ (currency not stated)" in told
    assert "had committed" in told, "the passage in its context"
    assert "contradicts, numeric" in told
    assert QApplication.focusWidget() is bench(three).list


def test_a_accepts_and_goes_on(three: Workspace) -> None:
    QTest.keyClick(bench(three).list, Key.Key_A)
    (view,) = reading.relations(three.session.project)
    assert view.relation.status is Status.OPEN
    assert view.origin == "totals v1"
    assert quotes(current(three)) == pairs(PARTS), "the next is selected"
    assert QApplication.focusWidget() is bench(three).list
    status = three.window_frame.status
    assert status.said().startswith("Accepted the suggestion on “NZ$78 million”")
    assert status._undo.isVisible()
    assert "kept 1 of 1 in this project (100 %)" in texts_of(bench(three).detail)
    status._undo.click()
    assert bench(three).count == 3
    assert reading.relations(three.session.project) == ()
    do(three, "redo")
    assert bench(three).count == 2
    assert len(reading.relations(three.session.project)) == 1


@pytest.mark.parametrize("key", [Key.Key_D, Key.Key_Delete])
def test_one_key_dismisses(three: Workspace, key: Qt.Key) -> None:
    QTest.keyClick(bench(three).list, key)
    assert bench(three).count == 2
    assert reading.relations(three.session.project) == ()
    assert three.window_frame.status.said().startswith("Dismissed the suggestion on")
    assert quotes(current(three)) in (pairs(PARTS), pairs(THIRD))
    do(three, "undo")
    assert bench(three).count == 3


def test_a_dismissal_weighs_on_its_rule_and_re_orders_the_list(three: Workspace) -> None:
    QTest.keyClick(bench(three).list, Key.Key_D)
    model = bench(three)._model
    order = [quotes(model.row_at(model.index(row))) for row in range(2)]
    assert order == [pairs(THIRD), pairs(PARTS)], "0.7 × 2/3 is less than 0.6"


def test_a_why_is_typed_before_and_enter_dismisses(three: Workspace) -> None:
    key = bench(three).current_key
    QTest.keyClick(bench(three).list, Key.Key_W)
    assert QApplication.focusWidget() is bench(three).detail.why
    QTest.keyClicks(bench(three).detail.why, "other dollars")
    QTest.keyClick(bench(three).detail.why, Key.Key_Return)
    row = rows_of(three.session.project)["suggestion_decision"][key]
    assert (row["outcome"], row["why"]) == ("dismissed", "other dollars")
    assert QApplication.focusWidget() is bench(three).list
    assert bench(three).detail.why.text() == "", "the next has a why of its own"


def test_esc_leaves_the_why_for_the_list(three: Workspace) -> None:
    QTest.keyClick(bench(three).list, Key.Key_W)
    QTest.keyClick(bench(three).detail.why, Key.Key_Escape)
    assert QApplication.focusWidget() is bench(three).list
    assert bench(three).count == 3


def test_e_opens_it_for_editing(three: Workspace) -> None:
    QTest.keyClick(bench(three).list, Key.Key_E)
    judge = three.contradictions
    assert not judge.shows_suggestions
    (view,) = reading.relations(three.session.project)
    assert judge.relation_id == view.relation.id
    assert judge.workbench.form.isAncestorOf(QApplication.focusWidget())
    assert "suggested by the rule totals v1" in texts_of(judge.workbench)
    do(three, "show_suggestions")
    assert bench(three).count == 2


def test_c_compares_both_passages(three: Workspace) -> None:
    QTest.keyClick(bench(three).list, Key.Key_C)
    assert three.pages.currentWidget() is three.compare
    shown = [pane.edition_id for pane in three.compare.panes]
    project = three.session.project
    assert shown == [edition_id(project, "aid.txt"), edition_id(project, "pledge.txt")]
    for pane, words in zip(three.compare.panes, pairs(TWO), strict=True):
        assert pane.view.caret() == pane.view.canonical().index(words)


def test_buttons_and_commands_do_the_same(three: Workspace) -> None:
    bench(three).detail.accept_button.click()
    do(three, "dismiss_suggestion")
    assert bench(three).count == 1
    assert len(reading.relations(three.session.project)) == 1
    do(three, "compare")
    assert three.pages.currentWidget() is three.compare
    do(three, "show_contradictions")
    do(three, "edit_suggestion")
    assert len(reading.relations(three.session.project)) == 2
    assert not enabled(three, "edit_suggestion"), "relations are shown"
    do(three, "show_suggestions")
    assert "No suggestions are left" in bench(three).empty.text
    assert not enabled(three, "accept_suggestion")


def test_next_and_previous_in_the_list(three: Workspace) -> None:
    do(three, "next_relation")
    assert quotes(current(three)) == pairs(PARTS)
    do(three, "previous_relation")
    assert quotes(current(three)) == pairs(TWO)


def test_going_to_a_passage(three: Workspace) -> None:
    bench(three).detail.cards[1]._go.click()
    assert three.pages.currentWidget() is three.read
    assert three.read.edition_id == edition_id(three.session.project, "pledge.txt")
    assert three.read.view.caret() == three.read.view.canonical().index("$79.5 million")


def test_the_tabs_count(three: Workspace) -> None:
    tabs = [three.contradictions.tabs._group.button(n).text() for n in (0, 1)]
    assert tabs == ["Relations (0)", "Suggestions (3)"]
    QTest.keyClick(bench(three).list, Key.Key_A)
    tabs = [three.contradictions.tabs._group.button(n).text() for n in (0, 1)]
    assert tabs == ["Relations (1)", "Suggestions (2)"]
    three.contradictions.tabs._group.button(0).click()
    assert not three.contradictions.shows_suggestions


def test_another_window_decides(three: Workspace) -> None:
    with opened(three.session.project.path) as other:
        deciding.dismiss(other, bench(three).current_key)
    three.session.look_for_news()
    assert bench(three).count == 2


def test_what_another_window_read_anew_is_shown_once_it_is_missed(three: Workspace) -> None:
    with opened(three.session.project.path) as other:
        propose(other, relation_of(other, *THIRD))
    QTest.keyClick(bench(three).list, Key.Key_A)
    assert "not suggested any more" in three.window_frame.messages.text()
    assert bench(three).count == 1
    assert quotes(current(three)) == pairs(THIRD)
    assert not queries.annotations(three.session.project)


def test_the_hint_is_put_away_for_good(three: Workspace) -> None:
    assert bench(three).hint.isVisible()
    bench(three).hint.hide_button.click()
    assert three.preferences.suggestion_hint_hidden
    do(three, "next_relation")
    assert not bench(three).hint.isVisible()


def test_every_suggestion_is_spoken(three: Workspace) -> None:
    assert named(bench(three))
    assert bench(three).list.accessibleName()
    index = bench(three)._model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "suggested with 90 of 100" in spoken
    assert current(three).relation.reason in spoken


def test_in_a_low_window_the_hint_makes_room_and_space_scrolls_the_passages(
    three: Workspace,
) -> None:
    three.window_frame.resize(1024, 330)
    QApplication.processEvents()
    assert not bench(three).hint.isVisible()
    bar = bench(three).detail._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(bench(three).list, Key.Key_Space)
    scrolled = bar.value()
    assert scrolled > 0
    QTest.keyClick(bench(three).list, Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < scrolled
    three.window_frame.resize(1200, 760)
    QApplication.processEvents()
    assert bench(three).hint.isVisible()


def rows(space: Workspace) -> list[list[str]]:
    model = bench(space)._model
    return [quotes(model.row_at(model.index(row))) for row in range(model.rowCount())]


def test_going_down_the_list_misses_none_whatever_the_order_becomes(three: Workspace) -> None:
    """The first is passed over; the second is dismissed, which puts its rule's others further down:
    the third, which nobody has looked at, is next, though it stands at the top now."""
    project = three.session.project
    more = (("aid.txt", "NZ$78 million"), ("pledge.txt", "1,500 soldiers"))
    propose(
        project,
        relation_of(project, *TWO, score=0.9, rule="totals"),
        relation_of(project, *PARTS, score=0.88, rule="totals"),
        relation_of(project, *THIRD, score=0.86, rule="parts"),
        relation_of(project, *more, score=0.5, rule="parts"),
    )
    three.suggesting.renewed.emit()
    do(three, "next_relation")
    assert quotes(current(three)) == pairs(PARTS)
    QTest.keyClick(bench(three).list, Key.Key_D)
    assert rows(three) == [pairs(THIRD), pairs(TWO), pairs(more)]
    assert quotes(current(three)) == pairs(THIRD)
    assert QApplication.focusWidget() is bench(three).list


def test_keys_work_down_the_list(three: Workspace) -> None:
    for key in (Key.Key_A, Key.Key_A, Key.Key_D):
        assert QApplication.focusWidget() is bench(three).list
        QTest.keyClick(QApplication.focusWidget(), key)
    project = three.session.project
    assert len(reading.relations(project)) == 2
    records = {each.rule: (each.kept, each.decided) for each in proposed.rule_records(project)}
    assert (records["totals"], records["parts"]) == ((2, 2), (0, 1))
    assert QApplication.focusWidget() is bench(three).empty.button


def test_what_is_taken_back_is_selected_again(three: Workspace) -> None:
    first = current(three).key
    QTest.keyClick(bench(three).list, Key.Key_D)
    assert current(three).key != first
    do(three, "undo")
    assert current(three).key == first
    do(three, "redo")
    assert current(three).key != first


# Words


def test_words_are_typed_as_soon_as_the_dialog_opens(qtbot: QtBot) -> None:
    dialog = LexiconDialog([Term(TermKind.MEASURE, "pledge", "aid")])
    qtbot.addWidget(dialog)
    dialog.show()
    table = dialog.tables[TermKind.MEASURE]
    assert dialog.focusWidget() is table
    assert (table.currentRow(), table.currentColumn()) == (1, 0)


def test_words_that_mean_the_same_are_kept_and_read_by(
    space: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[LexiconDialog] = []

    def fill(dialog: LexiconDialog) -> int:
        shown.append(dialog)
        names = dialog.tables[TermKind.NAME]
        assert (names.item(0, 0).text(), names.item(0, 1).text()) == ("Kiwis", "New Zealand")
        measures = dialog.tables[TermKind.MEASURE]
        measures.item(0, 0).setText("pledge")
        assert measures.rowCount() == 2, "a row to type into is always there"
        dialog.kept.emit(dialog.terms())
        assert "stands for" in dialog.told.text()
        measures.item(0, 1).setText("aid")
        dialog.kept.emit(dialog.terms())
        return 1

    monkeypatch.setattr(LexiconDialog, "exec", fill)
    do(space, "show_words")
    assert shown[0].result() == LexiconDialog.DialogCode.Accepted
    expected = {
        Term(TermKind.MEASURE, "pledge", "aid"),
        Term(TermKind.NAME, "Kiwis", "New Zealand"),
    }
    assert set(lexicon.terms(space.session.project)) == expected
    wait(space, qtbot)
    assert proposed.was_read(space.session.project), "everything is read again"
    do(space, "undo")
    assert space.suggesting.is_busy, "and again, as they were before"
    wait(space, qtbot)
    assert set(lexicon.terms(space.session.project)) == expected - {
        Term(TermKind.MEASURE, "pledge", "aid")
    }
