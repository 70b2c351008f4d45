from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from reviewer.domain.vocabulary import Reliability
from reviewer.ui.models.look import Ask
from reviewer.ui.models.source_list import SourceListModel
from reviewer.ui.views.source_list import SourceList

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def model(qapp):
    made = SourceListModel()
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    return made


def ids(model):
    return [model.index(i).data(Ask.VALUE).source.id for i in range(model.rowCount())]


def test_rows_come_in_the_order_of_their_position(model, samples):
    model.set_rows([samples.row("b", 1), samples.row("a", 0)])
    assert ids(model) == ["a", "b"]


def test_changes_reach_only_their_rows_and_never_reset(model, samples, heard):
    model.set_rows(samples.row(name, i) for i, name in enumerate("abcde"))
    resets, changed = heard(model.modelReset), heard(model.dataChanged)
    kept = QPersistentModelIndex(model.place_of("d"))
    model.update_rows([samples.row("c", 2, claims=4), samples.row("f", 9)], ["a", "b", "e"])
    assert ids(model) == ["c", "d", "f"]
    assert [(top.row(), bottom.row()) for top, bottom, _ in changed] == [(0, 0)]
    assert kept.data(Ask.VALUE).source.id == "d"
    assert not resets


def test_a_new_order_keeps_hold_of_rows(model, samples):
    model.set_rows(samples.row(name, i) for i, name in enumerate("abc"))
    kept = QPersistentModelIndex(model.place_of("a"))
    model.set_rows(samples.row(name, i) for i, name in enumerate("cba"))
    assert ids(model) == ["c", "b", "a"]
    assert kept.data(Ask.VALUE).source.id == "a"


def test_every_word_of_the_filter_must_be_there(model, samples):
    model.set_rows([samples.row("herald"), samples.row("beehive")])
    model.set_filter("PUBLISHER heral")
    assert ids(model) == ["herald"]


def test_a_row_says_grade_and_counts(model, samples):
    row = samples.row("usip", claims=1, annotations=3, open_contradictions=2)
    graded = replace(row, source=replace(row.source, reliability=Reliability.B))
    model.set_rows([graded])
    index = model.index(0)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "Reliability B: usually reliable" in tip
    assert "3 annotations, 1 claim, 2 open contradictions" in tip
    assert index.data(Ask.LOOK).badge == "B"
    assert "2 open contradictions" in index.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def sources(focused, samples):
    made = SourceList()
    made.set_rows(samples.row(name, i) for i, name in enumerate("abc"))
    made.select("b")
    return focused(made)


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget.focusWidget(), key, modifier)


def test_keys_open_show_properties_and_remove(sources, qtbot, heard):
    opened = heard(sources.source_selected)
    properties = heard(sources.properties_requested)
    removed = heard(sources.remove_requested)
    press(qtbot, sources, Key.Key_Down)
    assert opened == []
    press(qtbot, sources, Key.Key_Return)
    press(qtbot, sources, Key.Key_F2)
    press(qtbot, sources, Key.Key_Return, Alt)
    press(qtbot, sources, Key.Key_Delete)
    assert (opened, properties, removed) == (["c"], ["c", "c"], ["c"])


def test_the_current_source_stays_through_an_update(sources, samples):
    sources.update_rows([samples.row("d", -1), samples.row("b", 2, claims=3)], ["a"])
    assert sources.current_id == "b"


def test_a_project_without_sources_says_what_to_do(focused, qtbot, heard):
    made = focused(SourceList())
    asked = heard(made.import_requested)
    button = next(b for b in made.findChildren(QPushButton) if b.isVisible())
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    assert len(asked) == 1


def test_the_filter_comes_with_the_eighth_source(focused, samples, qtbot):
    made = focused(SourceList())
    made.set_rows(samples.row(name, i) for i, name in enumerate("abcdefg"))
    assert not made._filter.isVisible()
    made.set_rows(samples.row(name * 3, i) for i, name in enumerate("abcdefgh"))
    assert made._filter.isVisible()
    made._filter.setFocus()
    qtbot.keyClicks(made._filter, "ggg")
    qtbot.keyClick(made._filter, Key.Key_Down)
    assert made.current_id == "ggg"
    qtbot.keyClick(made._filter, Key.Key_Escape)
    assert made._model.rowCount() == 8
