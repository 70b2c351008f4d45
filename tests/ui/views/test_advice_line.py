"""Advice below a text: it comes when typing pauses, and goes with what it was about."""

from reviewer.ui.views.advice_line import AdviceLine


def test_what_no_longer_holds_goes_at_once(qtbot) -> None:
    line = AdviceLine()
    qtbot.addWidget(line)
    line.follow("It could be. It might be.")
    assert line.isHidden()
    line.look()
    assert "could" in line.text
    assert "might" in line.text
    line.follow("It might be. Perhaps.")
    assert "could" not in line.text
    assert "might" in line.text
    assert "erhaps" not in line.text  # not while one is typing
    line.follow("It is.")
    assert line.text == ""
    assert line.isHidden()


def test_it_comes_when_typing_pauses(qtbot) -> None:
    line = AdviceLine()
    qtbot.addWidget(line)
    line.follow("It could be.")
    qtbot.waitUntil(lambda: "could" in line.text)
