"""The Overview page in a whole window on the sample: what it shows, where its keys lead."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from reviewer.services import annotating, projects, reading, relating, sources
from reviewer.ui.overview_look import in_time
from reviewer.ui.overview_page import OverviewPage
from reviewer.ui.overview_pictures import SVG_TYPE
from reviewer.ui.workspace import Workspace


@pytest.fixture
def shown(space: Workspace, qtbot) -> Iterator[Workspace]:
    """The window on the sample with the page shown and read."""
    show(space, qtbot)
    yield space
    QGuiApplication.clipboard().clear()


def show(space: Workspace, qtbot) -> OverviewPage:
    space.perform("show_overview")
    qtbot.waitUntil(lambda: space.overview.keeper.is_known)
    return space.overview


def cell(page: OverviewPage, topic: str, source: str = "") -> QModelIndex:
    model = page.panes.table.cross
    rows = [r for r in range(model.rowCount()) if topic in model.index(r, 0).data()]
    heads = [n for n, one in enumerate(model.sources, start=1) if source in one.title]
    return model.index(rows[0], heads[0] if source else 0)


def press(page: OverviewPage, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
    QTest.keyClick(page.focusWidget(), key, *more)


AID = "New Zealand: aid to Ukraine, total"


def test_the_page_is_the_fourth_and_its_table_has_the_keys(shown: Workspace) -> None:
    assert shown.pages.currentWidget() is shown.overview
    assert shown.overview.panes.values.hasFocus()
    assert shown.window_frame.actions_by_id["show_overview"].shortcut() == QKeySequence("Ctrl+4")
    QAbstractItemModelTester(
        shown.overview.panes.values.cross, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    QAbstractItemModelTester(
        shown.overview.panes.tags.cross, QAbstractItemModelTester.FailureReportingMode.Fatal
    )


def test_a_value_has_its_date_grade_and_mark_and_a_gap_is_one(shown: Workspace) -> None:
    page = shown.overview
    words = cell(page, AID, "US Welcomes").data()
    assert words == "$79.5 m · 2024-07 · B3 · contradiction open"
    gap = cell(page, AID, "Prime Minister")
    assert gap.data() == ""
    assert "says nothing" in gap.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.panes.bar.count.words == "44 topics, 5 of 5 sources"


def test_typing_narrows_topics_and_sources_and_a_topic_stays_chosen(shown: Workspace) -> None:
    page = shown.overview
    table = page.panes.values
    table.setCurrentIndex(cell(page, AID, "US Welcomes"))
    page.panes.bar.filter.setText("zealand AID total")
    assert table.cross.rowCount() == 1
    assert [source.title[:10] for source in table.cross.sources] == ["US Welcome", "[New Zeala"]
    assert table.currentIndex() == cell(page, AID, "US Welcomes")
    page.panes.bar.filter.setText("no such topic")
    assert table.cross.rowCount() == 0
    assert page.panes.time.view.drawing() is None
    page.panes.bar.filter.clear()
    assert table.currentIndex() == cell(page, AID, "US Welcomes")


def test_order_by_contradictions(shown: Workspace) -> None:
    page = shown.overview
    page.panes.bar.sort.setCurrentIndex(1)
    assert "3 open" in page.panes.values.cross.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_enter_goes_to_the_passage_and_on_a_topic_to_its_timeline(shown: Workspace) -> None:
    page = shown.overview
    table = page.panes.values
    table.setCurrentIndex(cell(page, AID))
    press(page, Qt.Key.Key_Return)
    assert page.panes.time.view.hasFocus()
    assert page.panes.time.title.words == AID
    table.setFocus()
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Return)
    assert shown.pages.currentWidget() is shown.read
    row = shown.read.panel.model.row(shown.read.annotation_id)
    assert row is not None
    assert "$79.5 million" in row.annotation.target.exact


def test_of_several_values_in_a_cell_one_is_chosen(
    shown: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown.overview
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # off screen, nothing can be raised
    index = cell(page, "NATO and Indo-Pacific partners: cooperation", "US Welcomes")
    page.panes.values.setCurrentIndex(index)
    press(page, Qt.Key.Key_Return)
    (menu,) = (m for m in page.findChildren(QMenu) if m.accessibleName() == "Values here")
    assert len(menu.actions()) == 4
    menu.actions()[2].trigger()
    menu.deleteLater()
    chosen = page.panes.values.cross.cells_at(index)[2].annotation_id
    assert shown.read.annotation_id == chosen


def test_c_compares_the_contradiction_of_a_topic_or_two_selected_cells(shown: Workspace) -> None:
    page, compare = shown.overview, shown.compare
    table = page.panes.values
    one, other = cell(page, AID, "US Welcomes"), cell(page, AID, "[New Zealand and NATO")
    table.setCurrentIndex(one)
    press(page, Qt.Key.Key_C)
    assert shown.pages.currentWidget() is compare
    assert all(pane.annotation_id for pane in compare.panes)
    shown.perform("show_overview")
    age = "NATO: age"
    one, other = cell(page, age, "US Welcomes"), cell(page, age, "[New Zealand and NATO")
    table.setCurrentIndex(one)
    assert not page.can_compare
    assert not shown.window_frame.actions_by_id["compare"].isEnabled()
    press(page, Qt.Key.Key_C)
    assert "select both" in shown.window_frame.status.said()
    table.selectionModel().select(other, QItemSelectionModel.SelectionFlag.Select)
    assert shown.window_frame.actions_by_id["compare"].isEnabled()
    press(page, Qt.Key.Key_C)
    model = table.cross
    wanted = [model.cells_at(index)[0].annotation_id for index in (one, other)]
    assert [pane.annotation_id for pane in compare.panes] == wanted


def test_it_keeps_up_with_what_happens_here_and_while_nobody_looks(shown: Workspace, qtbot) -> None:
    page, session = shown.overview, shown.session
    words = cell(page, AID, "US Welcomes")
    key = page.panes.values.cross.cells_at(words)[0].annotation_id
    view = next(v for v in reading.relations(session.project) if key in v.relation.members
                and v.relation.status == "open" and v.relation.kind == "contradicts")  # fmt: skip
    read = []
    page.keeper.started.connect(read.append)
    session.run(annotating.edit_claim, key, _claim(session, key),
                replace(_claim(session, key), as_of="2024-08"))  # fmt: skip
    assert "2024-08" in cell(page, AID, "US Welcomes").data()
    shown.perform("show_read")
    for relation in reading.relations_of(session.project, [key]):
        session.run(relating.remove_relation, relation.relation.id)
    assert "open" in cell(page, AID, "US Welcomes").data()
    shown.perform("show_overview")
    assert "open" not in cell(page, AID, "US Welcomes").data()
    assert not read, "what was touched is read alone"
    session.undo()
    assert view.relation.id
    session.run(sources.remove_source, reading.source_ids(session.project)[0])
    qtbot.waitUntil(lambda: page.keeper.is_known)
    assert len(read) == 1
    assert "4 of 4 sources" in page.panes.bar.count.words


def _claim(session, key):
    (annotation,) = reading.annotations(session.project, [key])
    return annotation.claim


def test_the_timeline_tells_and_jumps(shown: Workspace, qtbot) -> None:
    page = shown.overview
    page.panes.values.setCurrentIndex(cell(page, AID))
    view = page.panes.time.view
    assert "NZD 78 m" in view.accessibleDescription()
    assert "currency not stated" in view.accessibleDescription()
    view.setFocus()
    press(page, Qt.Key.Key_Right)
    first = view.current_key
    assert view.accessibleDescription().startswith("1. NZD 78 m, 2023-05")
    press(page, Qt.Key.Key_Right)
    assert view.current_key not in ("", first)
    press(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().mimeData().hasImage()
    press(page, Qt.Key.Key_Home)
    assert view.current_key == first
    with qtbot.waitSignal(view.jump_requested) as asked:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.centre_of(first))
    assert asked.args == [first]
    assert shown.read.annotation_id == first


def test_tags_by_source(shown: Workspace) -> None:
    page = shown.overview
    page.panes.bar.tags.setChecked(True)
    assert not page.panes.time.isVisible()
    assert cell(page, "Defence spending", "US Welcomes").data() == "13"
    assert cell(page, "Defence spending", "Prime Minister").data() == ""
    page.panes.bar.filter.setText("aid to ukraine")
    assert page.panes.tags.cross.rowCount() == 3


@pytest.mark.parametrize("of", ["values", "tags", "timeline"])
def test_pictures_and_tables_go_to_the_clipboard_and_into_files(
    shown: Workspace, tmp_path: Path, of: str
) -> None:
    page = shown.overview
    page.panes.bar.tags.setChecked(of == "tags")
    page.panes.values.setCurrentIndex(cell(page, AID)) if of == "timeline" else None
    menu = page.panes.time.picture if of == "timeline" else page.panes.bar.picture
    menu.wanted.emit("picture")
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data(SVG_TYPE)).startswith(b"<svg ")
    copied = data.imageData()
    assert isinstance(copied, QImage)
    assert not copied.isNull()
    menu.wanted.emit("table")
    data = QGuiApplication.clipboard().mimeData()
    assert {"values": AID, "tags": "Defence spending", "timeline": "2023-05"}[of] in data.text()
    assert len({line.count("\t") for line in data.text().splitlines() if "\t" in line}) == 1
    assert "<td>" in data.html()
    given = []
    page.save_requested.connect(lambda *what: given.append(what))
    page.save_requested.disconnect(shown.overviewing.ask_and_save)
    menu.wanted.emit("png")
    ((drawing, name, kind),) = given
    assert (bool(name), kind) == (True, "png")
    shown.overviewing.save(drawing, tmp_path / "one", "png")
    image = QImage(str(tmp_path / "one.png"))
    assert image.width() > 2 * drawing.width
    assert "Wrote the picture" in shown.window_frame.status.said()
    shown.overviewing.save(drawing, tmp_path / "one", "png")
    assert "exists already" in shown.window_frame.messages.text()
    shown.overviewing.save(drawing, tmp_path / "none" / "one.svg", "svg")
    assert "cannot be written" in shown.window_frame.messages.text()


def test_place_filter_and_table_come_back_with_the_project(
    shown: Workspace, sample_file: Path, qtbot, make_space: Callable[..., Workspace]
) -> None:
    page = shown.overview
    page.panes.bar.sort.setCurrentIndex(2)
    page.panes.bar.filter.setText("zealand")
    page.panes.values.setCurrentIndex(cell(page, AID, "US Welcomes"))
    shown.session.close()
    assert page.panes.values.cross.rowCount() == 0
    page.panes.bar.filter.clear()
    assert shown.open(sample_file)
    show(shown, qtbot)
    assert page.panes.bar.filter.text() == "zealand"
    assert page.panes.bar.sort.currentIndex() == 2
    assert page.panes.values.currentIndex() == cell(page, AID, "US Welcomes")


def test_nothing_to_show_says_what_to_do(
    make_space: Callable[..., Workspace], tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "empty.review"
    projects.new_project(path, "Mara").close()
    space = make_space(path)
    page = show(space, qtbot)
    assert "give its claim a subject" in page.empty.text
    assert page.empty.isVisible()
    page.empty.button.click()
    assert space.pages.currentWidget() is space.read


def test_a_project_that_is_closed_while_it_is_read_leaves_nothing(space: Workspace) -> None:
    space.perform("show_overview")
    assert space.overview.keeper.is_reading
    space.session.close()
    assert not space.overview.keeper.is_reading
    assert not space.overview.keeper.board.rows


def test_the_first_column_stays_and_hides_no_current_cell(shown: Workspace) -> None:
    shown.window_frame.resize(760, 640)
    table = shown.overview.panes.values
    table.setFocus()
    for _ in range(5):
        QApplication.sendEvent(table, QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier))  # fmt: skip
    assert table.horizontalScrollBar().value() > 0
    for _ in range(4):
        QApplication.sendEvent(table, QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier))  # fmt: skip
    assert table.currentIndex().column() == 1
    assert table.visualRect(table.currentIndex()).left() >= table.columnWidth(0)
    assert table._frozen.horizontalScrollBar().value() == 0


def test_it_fits_a_small_window_with_doubled_type(shown: Workspace) -> None:
    shown.preferences.text_scale = 200
    shown.window_frame.apply_look()
    QApplication.processEvents()
    least = shown.overview.minimumSizeHint()
    assert least.width() <= 1024
    assert least.height() <= 640 - shown.top.minimumSizeHint().height() - 120


def test_of_a_great_many_values_some_are_drawn_and_it_is_said(shown: Workspace) -> None:
    board = shown.overview.keeper.board
    row = next(row for row in board.rows.values() if row.title == AID)
    many = replace(row, statements=row.statements * 200)
    topic = in_time(many, board.overview, {})
    assert len(topic.timelines[0].points) == 100
    assert topic.heading == f"{AID} · {len(many.statements) - 100:,} more values not drawn"
