"""The document view, driven by mouse and keyboard as a person does."""

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from same_picture import is_same_picture

from reviewer.domain.document import Block, BlockKind, Document, Inline, InlineKind
from reviewer.domain.records import Tag
from reviewer.ui import theme
from reviewer.ui.spans import Span
from reviewer.ui.theme import shades
from reviewer.ui.views.document_view import DocumentView
from reviewer.ui.views.overlap_menu import OverlapMenu

PLAIN = (
    "Aid to Ukraine\n\nNew Zealand gave $79.5 million to date.\n\n"
    + "The quick brown fox jumps over the lazy dog, again and again. " * 12
    + "\n\n"
    + "\n\n".join(f"Paragraph {n} says that {n} million was pledged." for n in range(80))
)
HARD = {
    "emoji": "One 😀 two 👩🏽‍🚀 three 🇳🇿 four target words 😀 after",
    "no-break space": "a\u00a0b c\u00a0target words\u00a0d e",
    "separators": "first\u2028second target words third\u2028fourth\u2029fifth",
    "combining": "Cafe\u0301 re\u0301sume\u0301 target words e\u0301te\u0301",
    "right to left": "שלום עולם target words שלום",
    "mixed": "total אבג target words 12 דהו",
    "control": "a\rb\ufdd0c target words \x00d",
    "tabs": "Name\tValue target words\tMore",
    "long line": "😀 filler " * 2_600 + "target words" + " filler" * 2_600,
    "long line without spaces": "x" * 41_000 + "\ntarget words",
}
TAGS = [
    Tag("t1", "aid total", colour="blue", key="1"),
    Tag("t2", "sanctions", colour="red", key="2"),
    Tag("t3", "no key"),
]


@pytest.fixture
def view(qtbot):
    made = DocumentView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_tags(TAGS)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(view, text, blocks=(), spans=()):
    view.set_document(Document(text, tuple(blocks)), "A title", "Publisher · 2024")
    view.set_spans(spans)
    QApplication.processEvents()


def point_of(view, offset, *, inside=True):
    """Where the character at ``offset`` is in the viewport; left edge, or within it."""
    cursor = view.textCursor()
    cursor.setPosition(view.shown_text.to_view(offset))
    box = view.cursorRect(cursor)
    return QPoint(box.center().x() + (4 if inside else 0), box.center().y())


def drag(view, start, end):
    place = view.viewport()
    QTest.mousePress(place, Qt.MouseButton.LeftButton, pos=point_of(view, start, inside=False))
    to = point_of(view, end, inside=False)
    QTest.mouseMove(place, QPoint(to.x() - 3, to.y()))
    QTest.mouseMove(place, to)
    QTest.mouseRelease(place, Qt.MouseButton.LeftButton, pos=to)


def click(view, offset):
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, offset))


def select(view, start, end):
    cursor = view.textCursor()
    cursor.setPosition(view.shown_text.to_view(start))
    cursor.setPosition(view.shown_text.to_view(end, end=True), cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def span(text, words, name="a", **more):
    start = text.index(words)
    return Span(name, start, start + len(words), ("blue",), label=f"label {name}", **more)


def press(view, key, text=""):
    """``keyClick`` aborts on text that is not ASCII; an event does not."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(view, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


# Offsets


def test_a_mouse_selection_gives_the_words_that_it_covers(view, qtbot):
    show(view, PLAIN)
    start = PLAIN.index("$79.5 million")
    with qtbot.waitSignal(view.selection_changed) as got:
        drag(view, start, start + len("$79.5 million"))
    assert PLAIN[slice(*got.args[0])] == "$79.5 million"


@pytest.mark.parametrize("case", HARD)
def test_offsets_are_right_in_hard_texts(view, qtbot, case):
    text = HARD[case]
    show(view, text)
    start = text.index("target words")
    view.bring(start)
    QApplication.processEvents()
    with qtbot.waitSignal(view.selection_changed) as got:
        drag(view, start, start + len("target words"))
    assert got.args[0] == (start, start + len("target words"))


@pytest.mark.parametrize("case", HARD)
def test_what_is_copied_is_the_canonical_text(view, case):
    text = HARD[case]
    show(view, text)
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == text


def test_a_selection_across_lines_keeps_every_newline(view, qtbot):
    show(view, PLAIN)
    start, end = PLAIN.index("Ukraine"), PLAIN.index("gave")
    with qtbot.waitSignal(view.selection_changed) as got:
        drag(view, start, end)
    assert PLAIN[slice(*got.args[0])] == "Ukraine\n\nNew Zealand"


def test_white_space_at_the_ends_is_left_out(view, qtbot):
    show(view, PLAIN)
    start = PLAIN.index(" gave ")
    with qtbot.waitSignal(view.selection_changed) as got:
        drag(view, start, start + len(" gave "))
    assert PLAIN[slice(*got.args[0])] == "gave"


def test_white_space_alone_is_no_selection(view, qtbot):
    show(view, PLAIN)
    start = PLAIN.index("\n\n")
    with qtbot.assertNotEmitted(view.selection_changed, wait=200):
        select(view, start, start + 2)
    assert view.selected_range() is None


def test_a_double_click_selects_the_word(view, qtbot):
    show(view, PLAIN)
    at = PLAIN.index("Zealand") + 2
    with qtbot.waitSignal(view.selection_changed) as got:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, at))
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, at))
    assert PLAIN[slice(*got.args[0])] == "Zealand"


def test_the_space_between_lines_belongs_to_the_lines(view):
    show(view, PLAIN)
    at = PLAIN.index("quick brown") + 200
    place = point_of(view, at)
    cursor = view.textCursor()
    cursor.setPosition(at)
    height, gap = view.cursorRect(cursor).height(), view.line_gap()
    for dy in (height / 2 + gap / 2 - 1, -height / 2 - gap / 2 + 2):
        beside = QPoint(place.x(), round(place.y() + dy))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
        assert abs(view.caret() - at) <= 1


def test_the_keyboard_selects_and_the_selection_settles(view, qtbot):
    show(view, PLAIN)
    view.bring(PLAIN.index("New Zealand"))
    with qtbot.waitSignal(view.selection_changed) as got:
        for _ in range(2):
            QTest.keyClick(
                view,
                Qt.Key.Key_Right,
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier,
            )
    assert PLAIN[slice(*got.args[0])] == "New Zealand"


def test_the_caret_is_seen_and_moves(view):
    show(view, PLAIN)
    view.setFocus()
    flags = view.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == PLAIN.index("to")
    press(view, Qt.Key.Key_Down)
    assert view.caret() > PLAIN.index("to")


def test_typing_changes_nothing(view):
    show(view, PLAIN)
    press(view, Qt.Key.Key_X, "x")
    press(view, Qt.Key.Key_Delete)
    assert view.toPlainText() == PLAIN


# Annotations


def test_a_click_on_an_annotation_activates_it(view, qtbot):
    show(view, PLAIN, spans=[span(PLAIN, "$79.5 million")])
    with qtbot.waitSignal(view.annotation_activated) as got:
        click(view, PLAIN.index("79.5"))
    assert got.args == ["a"]


def test_a_click_beside_every_annotation_activates_none(view, qtbot):
    show(view, PLAIN, spans=[span(PLAIN, "$79.5 million")])
    with qtbot.assertNotEmitted(view.annotation_activated):
        click(view, PLAIN.index("to date"))
        click(view, PLAIN.index("Paragraph 1 "))


def test_a_click_on_the_margin_bracket_activates_the_annotation(view, qtbot):
    show(view, PLAIN, spans=[span(PLAIN, "$79.5 million")])
    y = point_of(view, PLAIN.index("79.5")).y()
    place = QPoint(view.reading_layout.column.left - 14, y)
    with qtbot.waitSignal(view.annotation_activated):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


# A menu off screen can grab no keyboard, and Qt says so.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_where_annotations_overlap_all_are_offered(view, qtbot):
    wide, narrow = span(PLAIN, "gave $79.5 million", "a"), span(PLAIN, "$79.5", "b")
    whole = span(PLAIN, "New Zealand gave $79.5 million to date.", "c")
    beside = span(PLAIN, "date", "d")
    show(view, PLAIN, spans=[wide, narrow, whole, beside])
    with qtbot.assertNotEmitted(view.annotation_activated):
        click(view, PLAIN.index("79.5"))
    menu = view.findChild(OverlapMenu)
    assert [action.text() for action in menu.actions()] == ["label c", "label a", "label b"]
    with qtbot.waitSignal(view.annotation_activated) as got:
        menu.actions()[2].trigger()
    assert got.args == ["b"]
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_tooltip_says_the_labels_and_takes_no_markup(view):
    at = PLAIN.index("79.5")
    show(view, PLAIN, spans=[Span("a", at, at + 4, (), "<b>pledged</b>")])
    for offset, said in ((at + 1, "&lt;b&gt;pledged&lt;/b&gt;"), (at + 14, "")):
        place = point_of(view, offset)
        asked = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), asked)
        if said:
            assert said in QToolTip.text()
    QToolTip.hideText()


def test_a_bracket_is_open_towards_what_is_out_of_sight(view):
    long = Span("a", 0, len(PLAIN), ("blue",))
    show(view, PLAIN, spans=[long])
    view.bring(PLAIN.index("Paragraph 40"))
    QApplication.processEvents()
    image = view.viewport().grab().toImage()
    x = round(view._pens().margin)
    column = {image.pixel(x, y) for y in range(image.height())}
    beside = {image.pixel(x + 2, y) for y in range(image.height())}
    assert len(column) == 1
    assert beside == {image.pixel(image.width() - 2, 1)}


def test_enter_activates_the_annotation_at_the_caret(view, qtbot):
    show(view, PLAIN, spans=[span(PLAIN, "$79.5 million")])
    view.bring(PLAIN.index("79.5"))
    with qtbot.waitSignal(view.annotation_activated) as got:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert got.args == ["a"]


def test_next_and_previous_go_through_annotations_in_reading_order(view):
    words = ("Paragraph 40", "gave", "Paragraph 7 ")
    show(view, PLAIN, spans=[span(PLAIN, w, w) for w in words])
    seen = []
    view.annotation_activated.connect(seen.append)
    for step in (1, 1, 1, 1, -1):
        view.next_annotation(step)
    assert seen == ["gave", "Paragraph 7 ", "Paragraph 40", "Paragraph 40", "Paragraph 7 "]
    assert view.caret() == PLAIN.index("Paragraph 7 ")


def test_a_shown_annotation_stands_at_a_third_of_the_height(view):
    show(view, PLAIN, spans=[span(PLAIN, "Paragraph 40")])
    view.show_annotation("a")
    QApplication.processEvents()
    y = point_of(view, PLAIN.index("Paragraph 40")).y()
    assert y == pytest.approx(view.viewport().height() / 3, abs=60)


def test_an_annotation_in_sight_stays_where_it_is(view):
    show(view, PLAIN, spans=[span(PLAIN, "$79.5 million")])
    view.verticalScrollBar().setValue(1)
    view.show_annotation("a")
    assert view.verticalScrollBar().value() == 1
    assert view.caret() == PLAIN.index("$79.5")


def test_scrolling_leaves_no_traces(view):
    """What is moved on the screen while scrolling equals what is painted anew."""
    spans = [Span(f"s{n}", n * 37, n * 37 + 90, ("red", "blue"), open_contradiction=n % 3 == 0)
             for n in range(60)]  # fmt: skip
    show(view, PLAIN, spans=spans)
    view.setCursorWidth(0)
    bar = view.verticalScrollBar()
    for by in (1, 2, 3, 1, -1, 4, -2):
        bar.setValue(bar.value() + by)
        QApplication.processEvents()
        moved = on_screen(view)
        view.viewport().repaint()
        assert is_same_picture(on_screen(view), moved)


def on_screen(view):
    place = view.viewport().geometry()
    pixels = view.screen().grabWindow(view.winId(), *place.getRect())
    assert not pixels.isNull()
    return pixels.toImage()


def test_an_annotation_is_drawn_and_its_removal_undraws_it(view):
    show(view, PLAIN)
    bare = view.viewport().grab().toImage()
    view.update_spans([span(PLAIN, "$79.5 million")])
    assert view.viewport().grab().toImage() != bare
    view.update_spans([], ["a"])
    assert view.viewport().grab().toImage() == bare


def test_adding_and_removing_repaint_all_that_they_change(view):
    show(view, PLAIN, spans=[span(PLAIN, "New Zealand gave", "b")])
    view.setCursorWidth(0)
    long = span(PLAIN, "lazy dog, again and again. The quick", open_contradiction=True)
    for change in (
        lambda: view.update_spans([long]),
        lambda: view.update_spans([Span("a", long.start + 9, long.end - 9, ("red",))]),
        lambda: view.update_spans([], ["a", "b"]),
    ):
        before = on_screen(view)
        change()
        QApplication.processEvents()
        after = on_screen(view)
        view.viewport().repaint()
        assert before != after == on_screen(view)


def test_an_open_contradiction_differs_in_shape_beside_and_under_the_words(view):
    show(view, PLAIN, spans=[span(PLAIN, "$79.5 million")])
    margin, words = ink(view)
    view.update_spans([span(PLAIN, "$79.5 million", open_contradiction=True)])
    margin_now, words_now = ink(view)
    assert margin_now != margin
    assert words_now != words


def test_the_selected_and_the_related_ones_differ_in_shape(view):
    show(view, PLAIN, spans=[span(PLAIN, "$79.5 million")])
    looks = [ink(view)[1]]
    view.select_annotation("a")
    looks.append(ink(view)[1])
    view.select_annotation("other", ["a"])
    looks.append(ink(view)[1])
    plain, selected, related = map(len, looks)
    assert selected > plain + 150  # a frame around the words
    assert plain + 40 < related < selected - 40  # a dashed one


def ink(view):
    """Which pixels are dark or strong, whatever their colour: in the margin, and in the column."""
    image = view.viewport().grab().toImage()
    split = view.reading_layout.column.left - 4
    found = set(), set()
    for y in range(point_of(view, PLAIN.index("$79.5")).y() + 24):
        for x in range(image.width()):
            if image.pixelColor(x, y).lightness() < 200:
                found[x >= split].add((x, y))
    return found


# What is offered on a selection


def test_the_bar_stands_beside_the_selection_and_in_the_view(view, qtbot):
    show(view, PLAIN)
    for words in ("Aid", "$79.5 million", "lazy dog, again"):
        start = PLAIN.index(words)
        with qtbot.waitSignal(view.selection_changed):
            drag(view, start, start + len(words))
        bar = view._bar.geometry()
        assert view._bar.isVisible()
        assert view.viewport().geometry().contains(bar)
        moved = bar.translated(-view.viewport().geometry().topLeft())
        assert not any(moved.intersects(box.toRect()) for box in view.selection_boxes())


@pytest.mark.parametrize("width", [420, 800, 1400])
def test_a_selection_of_everything_is_not_covered_either(view, qtbot, width):
    show(view, PLAIN)
    view.resize(width, 600)
    with qtbot.waitSignal(view.selection_changed):
        view.selectAll()
    QApplication.processEvents()
    bar = view._bar.geometry()
    assert view.rect().contains(bar)
    moved = bar.translated(-view.viewport().geometry().topLeft())
    assert not any(moved.intersects(box.toRect()) for box in view.selection_boxes())


def test_a_key_tags_the_selection(view, qtbot):
    show(view, PLAIN)
    start = PLAIN.index("$79.5 million")
    select(view, start, start + 13)
    with qtbot.waitSignal(view.tag_chosen) as got:
        press(view, Qt.Key.Key_2, "2")
    assert got.args == ["t2", start, start + 13]


@pytest.mark.parametrize(
    ("key", "text", "signal"),
    [(Qt.Key.Key_N, "n", "note_chosen"), (Qt.Key.Key_T, "t", "more_tags_requested")],
)
def test_note_and_more_have_keys(view, qtbot, key, text, signal):
    show(view, PLAIN)
    select(view, 0, 3)
    with qtbot.waitSignal(getattr(view, signal)) as got:
        press(view, key, text)
    assert got.args == [0, 3]


def test_without_a_selection_keys_are_left_to_the_window(view, qtbot):
    show(view, PLAIN)
    with qtbot.assertNotEmitted(view.tag_chosen):
        press(view, Qt.Key.Key_1, "1")
    for chosen in (False, True):
        if chosen:
            select(view, 0, 3)
        asked = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "n"
        )
        asked.ignore()
        QApplication.sendEvent(view, asked)
        assert asked.isAccepted() is chosen


def test_a_button_of_the_bar_tags_too_and_says_its_name(view, qtbot):
    show(view, PLAIN)
    with qtbot.waitSignal(view.selection_changed):
        drag(view, 0, 3)
    button = view._bar._buttons[0]
    assert button.accessibleName() == "Tag as aid total, key 1"
    with qtbot.waitSignal(view.tag_chosen) as got:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert got.args == ["t1", 0, 3]
    assert len(view._bar._buttons) == 4


def test_tab_leads_into_the_bar_and_escape_back(view, qtbot):
    show(view, PLAIN)
    view.activateWindow()
    view.setFocus()
    with qtbot.waitSignal(view.selection_changed):
        drag(view, 0, 3)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    first = view._bar._buttons[0]
    assert first.hasFocus()
    with qtbot.waitSignal(view.tag_chosen) as got:
        QTest.keyClick(first, Qt.Key.Key_Space)
    assert got.args == ["t1", 0, 3]
    with qtbot.waitSignal(view.tag_chosen) as got:
        QTest.keyClick(first, Qt.Key.Key_2)
    assert got.args == ["t2", 0, 3]
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert view.selected_range() is None


def test_escape_gives_the_selection_up(view, qtbot):
    show(view, PLAIN)
    with qtbot.waitSignal(view.selection_changed):
        drag(view, 0, 3)
    with qtbot.waitSignal(view.selection_changed) as got:
        QTest.keyClick(view, Qt.Key.Key_Escape)
    assert got.args == [None]
    assert not view._bar.isVisible()


# Files


def test_local_files_may_be_dropped_and_text_may_not(view, qtbot, tmp_path):
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    words.setText("text")
    for data, welcome in ((files, True), (words, False)):
        entered = QDragEnterEvent(
            QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), entered)
        assert entered.isAccepted() is welcome
    dropped = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(view.files_dropped) as got:
        QApplication.sendEvent(view.viewport(), dropped)
    assert got.args == [[tmp_path / "a.txt"]]


# How it is set


def test_structure_is_seen(view):
    text = "title: x\n\nHeading\n\nBody with a link.\n\nRelated links"
    at = text.index
    blocks = [
        Block(0, 8, BlockKind.METADATA),
        Block(at("Heading"), at("Heading") + 7, BlockKind.HEADING, 1),
        Block(at("Body"), at(".") + 1),
        Block(at("Related"), len(text), boilerplate=True),
    ]
    link = Inline(at("link."), at("link.") + 4, InlineKind.LINK, "https://example.org")
    view.set_document(Document(text, tuple(blocks), (link,)))
    QApplication.processEvents()
    form = {
        view.document().findBlockByNumber(n).text(): view.document()
        .findBlockByNumber(n).layout().formats()
        for n in (0, 2, 4, 6)
    }  # fmt: skip
    size = {words: ranges[0].format.fontPointSize() for words, ranges in form.items()}
    assert size["title: x"] < size["Body with a link."] < size["Heading"]
    faint = form["Related links"][0].format.foreground().color()
    assert faint == theme.shade("faint", view)
    linked = form["Body with a link."][1]
    assert (linked.start, linked.length) == (12, 4)
    assert linked.format.foreground().color() == theme.shade("link", view)


def test_light_and_dark_are_switched_live(view):
    show(view, PLAIN)
    app = QApplication.instance()
    try:
        for dark in (True, False):
            theme.apply(app, dark=dark)
            QApplication.processEvents()
            view.viewport().grab()
            ranges = view.document().firstBlock().layout().formats()
            assert ranges[0].format.foreground().color() == theme.shades(dark=dark)["text"]
    finally:
        theme.apply(app, dark=False)


def test_text_size_changes_at_once_and_the_place_stays(view):
    show(view, PLAIN)
    view.bring(PLAIN.index("Paragraph 40"))
    first = view.firstVisibleBlock().blockNumber()
    view.set_text_size(22)
    QApplication.processEvents()
    assert view.firstVisibleBlock().blockNumber() == first
    assert view.firstVisibleBlock().layout().formats()[0].format.fontPointSize() == 22


def test_a_place_asked_for_before_the_window_is_seen_is_kept(qtbot):
    early = DocumentView()
    qtbot.addWidget(early)
    early.set_document(Document(PLAIN))
    early.set_spans([span(PLAIN, "Paragraph 40")])
    early.show_annotation("a")
    early.resize(800, 600)
    with qtbot.waitExposed(early):
        early.show()
    QApplication.processEvents()
    shown = {block.block.text() for block in early.visible_blocks()}
    assert any(text.startswith("Paragraph 40") for text in shown)


def test_a_place_is_found_again_after_another_document(view):
    show(view, PLAIN)
    view.show_passage(PLAIN.index("Paragraph 40"), PLAIN.index("Paragraph 41"))
    place = view.top_offset()
    assert place > PLAIN.index("Paragraph 20")
    show(view, "Another one.")
    show(view, PLAIN)
    assert view.top_offset() == 0
    view.set_top_offset(place)
    QApplication.processEvents()
    assert view.top_offset() == place


def test_a_new_grade_changes_the_header_and_moves_nothing(view):
    show(view, PLAIN)
    view.bring(PLAIN.index("Paragraph 40"))
    place = view.top_offset()
    view.set_title("A title", "Publisher · B")
    assert view.top_offset() == place
    assert view._header.accessibleName() == "A title, Publisher · B"


def test_ctrl_and_the_wheel_ask_for_another_text_size(view, qtbot):
    show(view, PLAIN)
    turned = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.zoom_requested) as got:
        QApplication.sendEvent(view.viewport(), turned)
    assert got.args == [-1]


def test_a_narrow_view_keeps_all_text_inside(view):
    show(view, PLAIN)
    view.set_text_size(22)
    view.resize(420, 600)
    QApplication.processEvents()
    for shown in view.visible_blocks():
        for _, box in shown.lines():
            assert box.right() <= view.viewport().width() - 24


def test_the_scroll_bar_has_ticks_where_annotations_are(view, qtbot):
    start = PLAIN.index("Paragraph 40")
    show(view, PLAIN, spans=[Span("a", start, start + 9, ("red",), open_contradiction=True)])
    ticks = view._ticks(400)
    assert [(tick.colour, tick.contradiction) for tick in ticks] == [("red", True)]
    line = view.document().findBlock(view.shown_text.to_view(start)).firstLineNumber()
    assert ticks[0].row == pytest.approx(400 * line / view.document().lineCount(), abs=2)
    bare = view._marks_bar.grab().toImage()
    qtbot.waitUntil(lambda: view._marks_bar.grab().toImage() != bare)


def test_no_document_says_what_to_do(view):
    view.set_document(None)
    view.set_empty_text("")
    bare = view.viewport().grab().toImage()
    view.set_empty_text("Open a source to begin.")
    assert view.viewport().grab().toImage() != bare


def test_a_found_passage_lights_up_for_a_moment(view, qtbot):
    show(view, PLAIN)
    view._fading.setDuration(40)
    view.bring(PLAIN.index("Paragraph 40"))
    QApplication.processEvents()
    before = view.viewport().grab().toImage()
    start = PLAIN.index("Paragraph 40")
    view.show_passage(start, start + 12)
    assert view.viewport().grab().toImage() != before
    qtbot.waitUntil(lambda: view.viewport().grab().toImage() == before)


def test_places_that_are_kept_follow_what_changes(view):
    """A second view that never was otherwise is painted the same."""
    where = PLAIN.index("lazy dog")

    def fresh():
        other = DocumentView()
        other.set_tags(TAGS)
        other.set_text_size(view.reading_layout.reading.font.pointSizeF())
        other.setCursorWidth(0)
        other.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        other.resize(view.size())
        other.show()
        show(other, PLAIN, spans=list(view._marks.index))
        picture = other.viewport().grab().toImage()
        other.close()
        other.deleteLater()
        return picture

    view.setCursorWidth(0)
    view.clearFocus()
    show(view, PLAIN, spans=[Span("a", where, where + 300, ("red",), related=True)])
    for change in (
        lambda: view.update_spans([Span("b", where + 20, where + 90, ("blue", "green"))]),
        lambda: view.update_spans([Span("a", where + 9, where + 40, ("red",))]),
        lambda: view.set_text_size(17),
        lambda: view.resize(500, 640),
        lambda: view.update_spans([], ["b"]),
    ):
        view.viewport().grab()
        change()
        QApplication.processEvents()
        assert is_same_picture(view.viewport().grab().toImage(), fresh())


def test_tags_are_told_apart_without_colours(view, monkeypatch):
    """In one shade for all tags, an annotation of each still looks different."""
    one = QColor("#444444")
    monkeypatch.setattr("reviewer.ui.views.document_view.tag_shade", lambda *_: one)
    view.setCursorWidth(0)
    names = [role.removeprefix("tag.") for role in shades(dark=False) if role.startswith("tag.")]
    pictures = []
    for name in names:
        show(view, PLAIN, spans=[Span("a", 10, 30, (name,))])
        pictures.append(view.viewport().grab().toImage())
    assert len(names) == 12
    assert all(a != b for a, b in combinations(pictures, 2))
