from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewer.domain.anchor import Target
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Source
from reviewer.domain.views import Candidate, Passage
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind
from reviewer.ui.models.row_roles import RowRole
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.relate_picker import RelatePicker
from reviewer.ui.views.side_card import SideCard

KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def passage(name: str, publisher: str, amount: int) -> Passage:
    value = Quantity(QuantityKind.MONEY, Decimal(amount), Decimal(amount), unit="NZD")
    quote = f"NZ${amount} million"
    annotation = Annotation(
        name, "e", Target(0, len(quote), quote), claim=Claim("NZ", "aid", value)
    )
    return Passage(annotation, Source(f"s{name}", "A title", publisher))


START = passage("a", "White House", 79)
OTHERS = (passage("b", "USIP", 78), passage("c", "Beehive", 16), passage("d", "NZ Herald", 5))
CANDIDATES = [Candidate(side, 1 - at / 10) for at, side in enumerate(OTHERS)]


class Stage:
    def __init__(self, qtbot):
        self.picker = RelatePicker(lambda quantity: f"NZ${quantity.low} m")
        qtbot.addWidget(self.picker)
        self.picker.resize(420, 900)
        self.picker.show()
        self.picker.activateWindow()
        self.made, self.cancelled = [], []
        self.picker.relation_made.connect(lambda *values: self.made.append(values))
        self.picker.cancelled.connect(lambda: self.cancelled.append(True))
        self.picker.start(START, [*CANDIDATES, Candidate(START, 1)])

    @property
    def sides(self):
        return [side.annotation.id for side in self.picker.sides]


@pytest.fixture
def stage(qtbot):
    return Stage(qtbot)


def test_enter_enter_marks_the_likeliest_contradiction(stage, qtbot):
    assert stage.picker.filter.hasFocus()
    qtbot.keyClick(stage.picker.filter, KEY.Key_Return)
    assert stage.made == []
    kinds = stage.picker.choice.kinds
    assert kinds.hasFocus()
    qtbot.keyClick(kinds, KEY.Key_Return)
    assert stage.made == [(RelationKind.CONTRADICTS, Dimension.NUMERIC, ["a", "b"])]


def test_what_it_started_from_is_no_candidate(stage):
    model = stage.picker.model
    assert [model.index(at).data(RowRole.ID) for at in range(model.rowCount())] == ["b", "c", "d"]


def test_moving_and_filtering_from_the_filter(stage, qtbot):
    field = stage.picker.filter
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Up)
    assert stage.picker.list.currentIndex().data(RowRole.ID) == "c"
    qtbot.keyClicks(field, "herald")
    assert field.hasFocus()
    qtbot.keyClick(field, KEY.Key_Return)
    assert stage.sides == ["a", "d"]


def test_several_sides(stage, qtbot):
    field, model = stage.picker.filter, stage.picker.model
    qtbot.keyClick(field, KEY.Key_Return, CONTROL)
    qtbot.keyClick(field, KEY.Key_Down)
    qtbot.keyClick(field, KEY.Key_Return, CONTROL)
    assert stage.sides == ["a", "b", "c"]
    assert [bool(model.index(at).data(RowRole.PICKED)) for at in range(3)] == [True, True, False]
    stage.picker.list.setFocus()
    qtbot.keyClick(stage.picker.list, KEY.Key_Space)  # takes it out again
    assert stage.sides == ["a", "b"]
    qtbot.keyClick(stage.picker.list, KEY.Key_Plus)
    qtbot.keyClick(stage.picker.list, KEY.Key_Return)
    qtbot.keyClick(stage.picker.choice.kinds, KEY.Key_Return)
    assert stage.made[0][2] == ["a", "b", "c"]


def test_sides_are_shown_and_can_be_taken_out(stage, qtbot):
    qtbot.keyClick(stage.picker.filter, KEY.Key_Return)
    QApplication.processEvents()  # a layout shows new widgets from the event loop
    cards = [card for card in stage.picker.findChildren(SideCard) if not card.isHidden()]
    removes = [card.findChildren(LinkButton) for card in cards]
    assert [len(found) for found in removes] == [0, 1]
    removes[1][0].setFocus()
    qtbot.keyClick(removes[1][0], KEY.Key_Return)
    assert stage.sides == ["a"]
    assert stage.picker.filter.hasFocus()


def test_kind_and_dimension_by_number(stage, qtbot):
    qtbot.keyClick(stage.picker.filter, KEY.Key_Return)
    choice = stage.picker.choice
    qtbot.keyClick(choice.kinds, KEY.Key_1)
    assert choice.dimensions.hasFocus()
    qtbot.keyClick(choice.dimensions, KEY.Key_6)
    qtbot.keyClick(choice.dimensions, KEY.Key_Return)
    assert stage.made == [(RelationKind.CONTRADICTS, Dimension.SCOPE, ["a", "b"])]


def test_other_kinds_have_no_dimension_and_can_be_turned_round(stage, qtbot):
    qtbot.keyClick(stage.picker.filter, KEY.Key_Return)
    choice = stage.picker.choice
    assert not choice.swap.isVisible()
    qtbot.keyClick(choice.kinds, KEY.Key_2)
    assert not choice.dimensions.isVisible()
    assert choice.meaning.text() == "White House gives newer information than USIP."
    qtbot.keyClick(choice.kinds, KEY.Key_S)
    assert choice.meaning.text() == "USIP gives newer information than White House."
    qtbot.keyClick(choice.kinds, KEY.Key_Return)
    assert stage.made == [(RelationKind.UPDATES, None, ["b", "a"])]


def test_escape_goes_back_a_step(stage, qtbot):
    choice = stage.picker.choice
    qtbot.keyClick(stage.picker.filter, KEY.Key_Return)
    qtbot.keyClick(choice.kinds, KEY.Key_1)
    qtbot.keyClick(choice.dimensions, KEY.Key_Escape)
    assert choice.kinds.hasFocus()
    qtbot.keyClick(choice.kinds, KEY.Key_Escape)
    assert stage.sides == ["a"]
    assert stage.picker.filter.hasFocus()
    assert stage.cancelled == []
    qtbot.keyClick(stage.picker.filter, KEY.Key_Escape)
    assert stage.cancelled == [True]
    assert stage.made == []


def test_a_click_in_a_document_picks(stage, qtbot):
    stage.picker.pick_from_document(passage("x", "Elsewhere", 3), more=True)
    assert stage.picker.filter.hasFocus()
    stage.picker.pick_from_document(START)
    assert stage.sides == ["a", "x"]
    assert stage.picker.choice.kinds.hasFocus()
    qtbot.keyClick(stage.picker.choice.kinds, KEY.Key_Return)
    assert stage.made[0][2] == ["a", "x"]


def test_clicking_what_it_started_from_alone_picks_nothing(stage):
    stage.picker.pick_from_document(START)
    assert stage.sides == ["a"]
    assert stage.picker.filter.isVisible()


def test_empty_states(stage, qtbot):
    qtbot.keyClicks(stage.picker.filter, "nowhere")
    assert stage.picker.empty.isVisible()
    assert stage.picker.empty.text() == "Nothing matches “nowhere”."
    qtbot.keyClick(stage.picker.filter, KEY.Key_Return)
    assert stage.sides == ["a"]
    stage.picker.start(START, [])
    assert "no other annotations yet" in stage.picker.empty.text()
