from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from reviewer.domain.vocabulary import Dimension, RelationKind, Status, Verdict
from reviewer.ui.models import relation_words as words
from reviewer.ui.models.look import Ask
from reviewer.ui.models.relation_list import RelationListModel
from reviewer.ui.views.relation_list import RelationList

Key = Qt.Key


def show(quantity):
    return quantity.raw


@pytest.fixture
def model(qapp):
    made = RelationListModel(show)
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    return made


def ids(model):
    return [model.index(i).data(Ask.VALUE).relation.id for i in range(model.rowCount())]


@pytest.fixture
def four(samples):
    return (
        samples.view("a", status=Status.DISMISSED),
        samples.view("b", status=Status.SETTLED, verdict=Verdict.UPDATE),
        samples.view("c", status=Status.SUGGESTED, kind=RelationKind.SUPPORTS, dimension=None),
        samples.view("d", status=Status.OPEN, sides=3),
    )


def test_open_comes_first(model, four):
    model.set_rows(four)
    assert ids(model) == ["d", "c", "b", "a"]


def test_filters_by_words_status_and_kind(model, four):
    model.set_rows(four)
    model.set_filter("$50.8")
    assert ids(model) == ["d"]
    model.set_filter("update OVER")
    assert ids(model) == ["b"]
    model.set_filter(status=Status.DISMISSED)
    assert ids(model) == ["a"]
    model.set_filter("usip", kind=RelationKind.SUPPORTS)
    assert ids(model) == ["c"]


def test_an_update_moves_the_row_and_forgets_the_old_text(model, four, heard):
    model.set_rows(four)
    model.set_filter("register")
    assert ids(model) == []
    model.set_filter()
    resets = heard(model.modelReset)
    changed = replace(
        four[3], relation=replace(four[3].relation, status=Status.SETTLED, rationale="The register")
    )
    model.update_rows([changed], ["a"])
    assert ids(model) == ["c", "b", "d"]
    assert not resets
    model.set_filter("register")
    assert ids(model) == ["d"]


def test_thousands_of_rows_are_one_pass_each(model, samples, heard):
    view = samples.view()
    many = [
        replace(view, relation=replace(view.relation, id=f"{i:06}", rationale=f"odd{i % 2}"))
        for i in range(5000)
    ]
    model.set_rows(many)
    resets, removed = heard(model.modelReset), heard(model.rowsRemoved)
    model.set_filter("odd1")
    assert model.rowCount() == 2500
    assert (len(resets), len(removed)) == (1, 0)
    model.update_rows([many[1]], ["000003"])
    assert (len(resets), len(removed)) == (1, 1)


def test_a_row_in_words(samples):
    view = samples.view("r", sides=3)
    assert words.heading(view) == "New Zealand: aid to Ukraine"
    assert words.values(view, show) == "NZ$78 million  ↔  $79.5 million  ↔  $50.8 million"
    assert words.typing(view.relation) == "contradicts, numeric"
    assert (
        words.sources(view) == "Publisher of usip, Publisher of white-house, Publisher of beehive"
    )


def test_a_side_without_value_is_quoted_in_short(samples):
    passage = samples.passage(
        "a", "usip", "the Labour government  was\ncautious " * 4, quantity=None
    )
    short = words.value(passage, show)
    assert short.startswith("“the Labour government was cautious the")
    assert short.endswith(" …”")


def test_who_and_when_stand_beside_the_status(samples):
    open_one = samples.view().relation
    assert words.standing(open_one).startswith("Open · marked by Mara, ")
    settled = replace(
        open_one,
        status=Status.SETTLED,
        verdict=Verdict.ROUNDING,
        decided_by="Mara",
        decided_at=open_one.created_at,
    )
    assert words.standing(settled).startswith("Settled · rounding · by Mara, ")
    assert words.when(open_one.created_at) in words.standing(settled)


@pytest.fixture
def relations(focused, four):
    made = RelationList(show)
    made.set_rows(four)
    return focused(made)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_keys_choose_decide_and_remove(relations, qtbot, heard):
    chosen, removed = heard(relations.relation_selected), heard(relations.remove_requested)
    entered = []
    relations.entered.connect(lambda: entered.append(True))
    relations.select_first()
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Delete)
    assert (chosen, removed, entered) == (["c"], ["c"], [True])


def test_a_filter_without_a_hit_says_so_and_lets_go(relations, qtbot):
    relations._text.setFocus()
    qtbot.keyClicks(relations._text, "nowhere")
    assert relations._nothing.isVisible()
    relations._nothing.button.setFocus()
    press(qtbot, Key.Key_Space)
    assert not relations._nothing.isVisible()
    assert relations._model.rowCount() == 4


def test_select_drops_filters_that_hide_the_row(relations):
    relations._status.setCurrentIndex(relations._status.values.index(Status.DISMISSED))
    relations.select("d")
    assert relations.current_id == "d"
    relations.select("gone")
    assert relations.current_id == "d"


def test_the_current_row_stays_through_a_reset(relations, samples, heard):
    view = samples.view()
    relations.set_rows(
        replace(view, relation=replace(view.relation, id=f"{i:04}", rationale=f"odd{i % 2}"))
        for i in range(500)
    )
    relations.select("0301")
    resets = heard(relations._model.modelReset)
    relations._text.setText("odd1")
    assert len(resets) == 1
    assert relations.current_id == "0301"
    chosen = heard(relations.relation_selected)
    relations._text.setText("odd0")
    assert relations.current_id == ""
    assert chosen[-1] == ""


def test_statuses_say_how_many(relations):
    texts = [relations._status.itemText(i) for i in range(relations._status.count())]
    assert texts == [
        "All statuses (4)",
        "Suggested (1)",
        "Open (1)",
        "Settled (1)",
        "Dismissed (1)",
    ]


def test_the_current_row_stays_when_it_moves(relations, four):
    relations.select("d")
    settled = replace(four[3].relation, status=Status.DISMISSED, dimension=Dimension.SUM)
    relations.update_rows([replace(four[3], relation=settled)])
    assert relations.current_id == "d"
