from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QImage, QKeySequence, QPainter, QShortcut
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from reviewer.domain.codebook import TAG_COLOURS, children
from reviewer.ui.chips import paint_chip
from reviewer.ui.models import codebook_moves as moves
from reviewer.ui.models.codebook import CodebookModel
from reviewer.ui.views.codebook_tree import CodebookTree, consequences

Key = Qt.Key
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def model(qapp, samples):
    made = CodebookModel()
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    made.set_tags(samples.tags(), {"aid": 4})
    return made


def moved(tags, tag_id, place):
    """The codebook after a move, as a service would do it."""
    below = [tag for tag in children(tags, place.parent_id) if tag.id != tag_id]
    tag = next(tag for tag in tags if tag.id == tag_id)
    below.insert(place.position, replace(tag, parent_id=place.parent_id))
    placed = {t.id: replace(t, position=i) for i, t in enumerate(below)}
    return tuple(placed.get(tag.id, tag) for tag in tags)


def order(tags, parent_id):
    return [tag.id for tag in children(tags, parent_id)]


@pytest.mark.parametrize(
    ("move", "tag_id", "parent_id", "expected"),
    [
        (moves.up, "sanctions", None, ["sanctions", "aid", "dates"]),
        (moves.down, "aid", None, ["sanctions", "aid", "dates"]),
        (moves.outwards, "military", None, ["aid", "military", "sanctions", "dates"]),
        (moves.inwards, "sanctions", "aid", ["military", "humanitarian", "sanctions"]),
    ],
)
def test_moves_land_where_they_say(samples, move, tag_id, parent_id, expected):
    tags = samples.tags()
    place = move({tag.id: tag for tag in tags}, tag_id)
    assert order(moved(tags, tag_id, place), parent_id) == expected


@pytest.mark.parametrize(
    ("move", "tag_id"),
    [
        (moves.up, "aid"),
        (moves.down, "dates"),
        (moves.outwards, "aid"),
        (moves.inwards, "aid"),
        (moves.inwards, "military"),
    ],
)
def test_moves_that_lead_nowhere_are_none(samples, move, tag_id):
    assert move({tag.id: tag for tag in samples.tags()}, tag_id) is None


@pytest.mark.parametrize(
    ("tag_id", "parent_id", "row", "expected"),
    [
        ("dates", None, 0, ["dates", "aid", "sanctions"]),
        ("aid", None, 2, ["sanctions", "aid", "dates"]),
        ("aid", None, 3, ["sanctions", "dates", "aid"]),
        ("dates", "aid", -1, ["military", "humanitarian", "dates"]),
        ("dates", "aid", 1, ["military", "dates", "humanitarian"]),
    ],
)
def test_a_drop_lands_before_the_row_it_points_at(samples, tag_id, parent_id, row, expected):
    tags = samples.tags()
    place = moves.dropped({tag.id: tag for tag in tags}, tag_id, parent_id, row)
    assert order(moved(tags, tag_id, place), parent_id) == expected


def test_a_tag_is_not_dropped_below_itself_nor_where_it_is(samples):
    tags = {tag.id: tag for tag in samples.tags()}
    assert moves.dropped(tags, "aid", "military", -1) is None
    assert moves.dropped(tags, "aid", "aid", -1) is None
    assert moves.dropped(tags, "aid", None, 0) is None
    assert moves.dropped(tags, "aid", None, 1) is None
    assert moves.dropped(tags, "gone", None, 1) is None


def test_the_tree_is_as_the_codebook(model):
    aid = model.index(0, 0)
    assert [aid.data(), model.rowCount(aid), model.rowCount()] == ["aid", 2, 3]
    assert model.index(1, 0, aid).data() == "humanitarian"
    assert model.index(1, 0, aid).parent() == aid
    assert "4 annotations, blue, key 1" in aid.data(Qt.ItemDataRole.ToolTipRole)


def test_counts_and_names_change_in_place(model, samples, heard):
    resets, changed = heard(model.modelReset), heard(model.dataChanged)
    model.set_tags(samples.tags(), {"aid": 5})
    assert [top.data() for top, _, _ in changed] == ["aid"]
    assert not resets


def test_a_drop_is_a_wish_and_changes_nothing(model, heard):
    wished = heard(model.move_wished)
    data = model.mimeData([model.place_of("dates")])
    move = Qt.DropAction.MoveAction
    assert not model.canDropMimeData(
        model.mimeData([model.place_of("aid")]), move, -1, -1, model.place_of("military")
    )
    assert model.dropMimeData(data, move, 0, 0, QModelIndex())
    assert wished == [("dates", None, 0)]
    assert model.index(2, 0).data() == "dates"


@pytest.fixture
def tree(focused, samples):
    made = CodebookTree()
    made.set_tags(samples.tags(), {"aid": 4})
    made.select("sanctions")
    return focused(made)


def press(qtbot, key, modifier=NONE):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def write(qtbot, words):
    qtbot.keyClicks(QApplication.focusWidget(), words)


def test_rename_in_place(tree, qtbot, heard, samples):
    changed = heard(tree.tag_changed)
    press(qtbot, Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(qtbot, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(qtbot, "  new   name ")
    press(qtbot, Key.Key_Return)
    seen = samples.tags()[3]
    qtbot.waitUntil(lambda: changed == [(seen, replace(seen, name="new name"))])


def test_a_change_from_elsewhere_waits_for_the_name_that_is_typed(tree, qtbot, samples, heard):
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(qtbot, "bans")
    tree.set_tags(samples.tags()[1:], {})
    assert QApplication.focusWidget().text() == "bans"
    changed = heard(tree.tag_changed)
    press(qtbot, Key.Key_Return)
    qtbot.waitUntil(lambda: tree._model.rowCount() != 3)
    assert [new.name for _, new in changed] == ["bans"]


def test_add_beside_below_and_at_the_top(tree, qtbot, heard):
    added = heard(tree.tag_added)
    tree.select("military")
    press(qtbot, Key.Key_Insert)
    write(qtbot, "beside")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Insert, SHIFT)
    write(qtbot, "below")
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Insert)
    write(qtbot, "never")
    press(qtbot, Key.Key_Escape)
    assert added == [("beside", "aid"), ("below", "military")]


def test_an_added_tag_becomes_current(tree, qtbot, samples):
    new = replace(samples.tags()[4], id="new", name="new", position=7)
    tree.tag_added.connect(lambda *_: tree.set_tags((*samples.tags(), new), {}))
    press(qtbot, Key.Key_Insert)
    write(qtbot, "new")
    press(qtbot, Key.Key_Return)
    assert tree.current == new


def test_an_empty_codebook_takes_its_first_tag_by_key(focused, qtbot, heard):
    made = focused(CodebookTree())
    added = heard(made.tag_added)
    press(qtbot, Key.Key_Insert)
    write(qtbot, "first")
    press(qtbot, Key.Key_Return)
    assert added == [("first", None)]


def test_alt_arrows_move(tree, qtbot, heard):
    moved_to = heard(tree.tag_moved)
    for key in (Key.Key_Up, Key.Key_Down, Key.Key_Right):
        press(qtbot, key, ALT)
    tree.select("humanitarian")
    press(qtbot, Key.Key_Left, ALT)
    assert moved_to == [
        ("sanctions", None, 0),
        ("sanctions", None, 2),
        ("sanctions", "aid", 2),
        ("humanitarian", None, 1),
    ]


def test_the_keys_of_the_tree_win_over_the_window_while_it_has_the_focus(tree, qtbot, heard):
    moved_to, back = heard(tree.tag_moved), []
    QShortcut(QKeySequence("Alt+Left"), tree, lambda: back.append(True))
    tree.select("humanitarian")
    press(qtbot, Key.Key_Left, ALT)
    assert (moved_to, back) == ([("humanitarian", None, 1)], [])
    tree._header.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    tree._header.button.setFocus()
    press(qtbot, Key.Key_Left, ALT)
    assert (len(moved_to), back) == (1, [True])


def test_enter_chooses(tree, qtbot, heard):
    chosen = heard(tree.tag_chosen)
    press(qtbot, Key.Key_Return)
    assert chosen == ["sanctions"]


def test_delete_says_first_what_happens(tree, qtbot, heard, samples):
    asked, deleted = heard(tree.delete_requested), heard(tree.tag_deleted)
    press(qtbot, Key.Key_Delete)
    assert (asked, deleted) == (["sanctions"], [])
    tag = samples.tags()[3]
    tree.ask_delete(tag, consequences(12, 3, 2))
    assert tree._ask.text == (
        "Delete “sanctions”? 12 annotations lose this tag; 3 of them have no other tag and stay "
        "as untagged annotations; its 2 child tags move up."
    )
    press(qtbot, Key.Key_Escape)
    assert not tree._ask.isVisible()
    assert deleted == []
    tree.ask_delete(tag, consequences(0, 0, 0))
    press(qtbot, Key.Key_Tab, SHIFT)
    press(qtbot, Key.Key_Space)
    assert deleted == ["sanctions"]


def test_the_question_goes_away_with_the_tag(tree, samples):
    tree.ask_delete(samples.tags()[3], consequences(1, 1, 1))
    tree.set_tags((t for t in samples.tags() if t.id != "sanctions"), {})
    assert not tree._ask.isVisible()


def entry(menu, *names):
    for name in names[:-1]:
        menu = next(a.menu() for a in menu.actions() if a.text() == name)
    return next(a for a in menu.actions() if a.text().endswith(names[-1]))


def test_the_menu_recolours_keys_and_merges(tree, heard, samples):
    changed, merged = heard(tree.tag_changed), heard(tree.tag_merged)
    seen = samples.tags()[3]
    menu = tree.menu()
    assert not entry(menu, "Colour", "Orange").isEnabled()
    entry(menu, "Colour", "Pink").trigger()
    entry(menu, "Key", "7").trigger()
    entry(menu, "Key", "No key").trigger()
    entry(menu, "Merge into", "aid / military").trigger()
    assert [new for _, new in changed] == [
        replace(seen, colour="pink"),
        replace(seen, key="7"),
        replace(seen, key=""),
    ]
    assert merged == [("sanctions", "military")]


def test_a_tag_is_not_merged_below_itself(tree):
    tree.select("aid")
    names = [a.text() for a in entry(tree.menu(), "Merge into").menu().actions()]
    assert names == ["sanctions", "dates"]


def test_what_is_open_and_current_stays(tree, samples):
    tree.select("aid")
    tree._tree.collapse(tree._model.place_of("aid"))
    tree.set_tags(samples.tags()[:-1], {})
    assert tree.current.id == "aid"
    assert not tree._tree.isExpanded(tree._model.place_of("aid"))
    tree.set_tags(samples.tags(), {})
    tree._tree.expand(tree._model.place_of("aid"))
    tree.set_tags(samples.tags()[:-1], {})
    assert tree._tree.isExpanded(tree._model.place_of("aid"))


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((0, 0, 0), "No annotation has this tag."),
        (
            (1, 1, 1),
            (
                "1 annotation loses this tag; it has no other tag and stays as an untagged annotation; "
                "its child tag moves up."
            ),
        ),
        (
            (2, 1, 0),
            (
                "2 annotations lose this tag; 1 of them has no other tag and stays as an untagged "
                "annotation."
            ),
        ),
    ],
)
def test_consequences(counts, sentence):
    assert consequences(*counts) == sentence


def test_every_colour_has_a_shape_of_its_own(qapp):
    def mask(colour):
        image = QImage(32, 32, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_chip(painter, QRectF(2, 2, 28, 28), colour)
        painter.end()
        return tuple(image.pixelColor(x, y).alpha() > 127 for x in range(32) for y in range(32))

    assert len({mask(colour) for colour in TAG_COLOURS}) == len(TAG_COLOURS)
