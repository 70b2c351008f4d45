"""Words of likelihood beside rationale and what would settle it: advice, which stops nobody."""

import pytest

from reviewer.ui.views.advice_line import AdviceLine
from reviewer.ui.views.decision_fields import DecisionFields


@pytest.fixture
def fields(qtbot):
    made = DecisionFields()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("name", ["rationale", "would_settle"])
def test_it_gives_the_bands_when_typing_pauses(fields, qtbot, name) -> None:
    text = fields.of[name].widget
    advice = fields.advice[text]
    text.insertPlainText("They might be one sum.")
    assert advice.isHidden()  # not while one types
    qtbot.waitUntil(lambda: "45 to 55 %" in advice.text)
    assert not advice.isHidden()
    text.selectAll()
    text.insertPlainText("They are likely one sum.")
    qtbot.waitUntil(advice.isHidden)


def test_likelihood_and_confidence_in_one_sentence(fields) -> None:
    fields.set_value("rationale", "It is likely, with high confidence.")
    assert "55 to 80 %" in fields.advice[fields.rationale].text


def test_another_relation_takes_its_advice_along_at_once(fields) -> None:
    fields.set_value("rationale", "Perhaps.")
    assert fields.advice[fields.rationale].text
    fields.set_value("rationale", "It is plain.")
    assert fields.advice[fields.rationale].isHidden()


def test_no_more_than_two_and_how_many_are_left(qtbot) -> None:
    line = AdviceLine()
    qtbot.addWidget(line)
    line.follow("Maybe so. Perhaps not. It could be. It might.")
    line.look()
    assert line.text.count("ICD 203") == 2
    assert line.text.endswith("And 2 more like these.")
