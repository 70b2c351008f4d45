"""Finding words in the open document, by key and by mouse."""

import pytest
from pointing import point_of, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.domain.document import Document
from reviewer.ui import finder, theme
from reviewer.ui.spans import Span
from reviewer.ui.views.document_view import DocumentView

TEXT = "The café 😀 opened.\n\n" + "\n\n".join(
    f"Paragraph {n} of the CAFÉ; cafe\u0301s {n}." for n in range(60)
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot, monkeypatch):
    monkeypatch.setattr(finder, "TURN", 60)  # done in one, however busy the machine is
    made = DocumentView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_document(Document(TEXT), "A title")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def look_for(view, words):
    view.finding.open()
    view.finding.bar.field.setText(words)


def test_it_counts_goes_round_and_back(view):
    look_for(view, "cafe")
    bar = view.finding.bar
    assert bar.count() == "1 of 121"
    seen = []
    for modifiers in (Qt.KeyboardModifier.NoModifier, SHIFT, SHIFT, SHIFT):
        press(bar.field, Qt.Key.Key_Return, modifiers=modifiers)
        seen.append(bar.count())
    assert seen == ["2 of 121", "1 of 121", "121 of 121", "120 of 121"]
    start, end = view.finding.current
    assert TEXT[start:end] == "CAFÉ"
    assert start == TEXT.rindex("CAFÉ")


def test_the_hit_is_in_sight_and_escape_selects_it(view, qtbot):
    look_for(view, "café\u0301s 41")
    QApplication.processEvents()
    start = TEXT.index("cafe\u0301s 41")
    assert view.cursorRect().top() > 0
    assert view.cursorRect().bottom() < view.viewport().height()
    with qtbot.waitSignal(view.selection_changed) as got:
        QTest.keyClick(view.finding.bar.field, Qt.Key.Key_Escape)
    assert got.args[0] == (start, start + 9)
    assert view.finding.bar.isHidden()
    assert view.hasFocus()
    assert len(view.finding.hits) == 0


def test_it_begins_where_one_reads_and_stays_while_the_words_grow(view):
    view.bring(TEXT.index("Paragraph 30"))
    view.finding.open()
    for words in ("c", "ca", "caf", "café", "cafés"):
        view.finding.bar.field.setText(words)
        assert view.finding.current[0] >= TEXT.index("Paragraph 30")
    assert TEXT[slice(*view.finding.current)] == "cafe\u0301s"
    assert view.finding.bar.count() == "31 of 60"


def test_the_selected_words_are_looked_for(view):
    start = TEXT.index("Paragraph 7 ")
    view.select_range(start, start + len("Paragraph 7"))
    view.finding.open()
    field = view.finding.bar.field
    assert field.text() == field.selectedText() == "Paragraph 7"
    assert view.finding.current == (start, start + len("Paragraph 7"))
    assert field.hasFocus()


def test_words_that_are_nowhere_say_so_and_lead_nowhere(view):
    look_for(view, "zebra")
    assert view.finding.bar.count() == "Not found"
    place = view.top_offset()
    press(view.finding.bar.field, Qt.Key.Key_Return)
    assert view.top_offset() == place
    assert not view.finding.bar._on.isEnabled()
    view.finding.bar.field.clear()
    assert view.finding.bar.count() == ""


def test_find_next_looks_for_the_last_words_again(view):
    look_for(view, "cafe")
    view.finding.close()
    view.finding.step(1)
    assert not view.finding.bar.isHidden()
    assert view.finding.bar.count() == "1 of 121"


def test_another_document_is_searched_for_the_same(view):
    look_for(view, "cafe")
    view.set_document(Document("One cafe. Two cafés."))
    assert view.finding.bar.count() == "2 found"
    view.finding.step(1)
    assert view.finding.current == (4, 8)
    view.set_document(None)
    assert view.finding.bar.count() == "Not found"


def test_hits_are_painted_and_the_one_meant_differently(view):
    view.setCursorWidth(0)
    bare = view.viewport().grab().toImage()
    look_for(view, "cafe")
    QApplication.processEvents()
    first = view.viewport().grab().toImage()
    press(view.finding.bar.field, Qt.Key.Key_Return)
    second = view.viewport().grab().toImage()
    assert bare.copy(0, 0, bare.width(), 300) != first.copy(0, 0, bare.width(), 300)
    assert first != second
    view.finding.close()
    view.clear_selection()
    QApplication.processEvents()
    assert view.viewport().grab().toImage() == bare


def test_the_hit_that_is_meant_is_tinted_like_the_others(view):
    view.set_spans([Span("a", 0, 3, ("red",), related=True)])
    view.setCursorWidth(0)
    look_for(view, "cafe")
    QApplication.processEvents()
    image = view.viewport().grab().toImage()
    tints = []
    for number in (0, 1):
        start, end = view.finding.hits[number]
        left, right = (point_of(view, at) for at in (start, end))
        row = [image.pixel(x, left.y()) for x in range(left.x() + 2, right.x() - 2)]
        tints.append(max(set(row), key=row.count))
    assert tints[0] == tints[1] != image.pixel(left.x(), left.y() + 20)


def test_the_scroll_bar_marks_hits_beside_annotations(view):
    at = TEXT.index("Paragraph 30")
    view.set_spans([Span("a", at, at + 9, ("red",))])
    look_for(view, "Paragraph 30")
    (tick,) = [tick for tick in view._ticks(400) if tick.hit]
    assert tick.colour == "red"
    look_for(view, "Paragraph 50")
    ticks = view._ticks(400)
    assert [(tick.colour, tick.hit) for tick in ticks] == [("red", False), ("", True)]
    view.finding.close()
    assert not any(tick.hit for tick in view._ticks(400))


def test_the_bar_covers_no_text_and_gives_its_room_back(view):
    before = view.viewport().height()
    view.finding.open()
    QApplication.processEvents()
    bar = view.finding.bar.geometry()
    assert bar.bottom() == view.height() - 1
    assert not bar.intersects(view.viewport().geometry())
    view.finding.close()
    assert view.viewport().height() == before


def test_a_long_text_is_searched_in_turns(view, qtbot, monkeypatch):
    """Nothing waits for the whole: each turn ends by the clock, and typing begins anew."""
    monkeypatch.setattr(finder, "TURN", 0.0)
    text = "é filler " * 60_000 + "needle"
    view.set_document(Document(text))
    look_for(view, "filler")
    assert view.finding.bar.count() == "…"
    view.finding.bar.field.setText("needle")
    assert view.finding.bar.count() == "…"
    qtbot.waitUntil(lambda: view.finding.bar.count() == "1 of 1")
    assert view.finding.current == (len(text) - 6, len(text))
    view.finding.bar.field.setText("filler")
    counts = set()
    view.finding._finder.progressed.connect(lambda: counts.add(view.finding.bar.count()))
    qtbot.waitUntil(lambda: view.finding.bar.count() == "1 of 60,000")
    assert any("…" in told for told in counts)


def test_every_control_of_the_bar_has_a_name_and_it_is_dressed_live(view, qapp):
    look_for(view, "cafe")
    bar = view.finding.bar
    for part in (bar, bar.field, bar._count, bar._back, bar._on, bar._done):
        assert part.accessibleName()
    light = bar.grab().toImage()
    try:
        theme.apply(qapp, dark=True)
        QApplication.processEvents()
        assert bar.grab().toImage().pixelColor(2, 9).lightness() < 100
    finally:
        theme.apply(qapp, dark=False)
    QApplication.processEvents()
    assert bar.grab().toImage().pixelColor(2, 9) == light.pixelColor(2, 9)
