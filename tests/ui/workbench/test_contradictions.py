from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

from reviewer.domain.anchor import Target
from reviewer.domain.vocabulary import Credibility, Status, Verdict
from reviewer.ui import theme
from reviewer.ui.metrics import em
from reviewer.ui.views.columns import Columns
from reviewer.ui.views.contradictions import ContradictionsWorkbench
from reviewer.ui.views.passage_card import PassageCard, facts, where
from reviewer.ui.views.quote_in_context import QuoteInContext, around

Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def show(quantity):
    return quantity.raw


def press(qtbot, key, modifier=NONE):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def accept(bench):
    """Puts a service behind the workbench that makes every edit so."""
    bench.relation_edited.connect(
        lambda _, new: bench.update_rows([replace(bench._list.view_of(new.id), relation=new)])
    )


@pytest.fixture
def bench(focused, samples):
    made = ContradictionsWorkbench(show)
    made.set_rows([samples.view("r1"), samples.view("r2", sides=3)])
    return focused(made)


def test_without_relations_it_says_how_to_make_one(focused):
    made = focused(ContradictionsWorkbench(show))
    assert made._none.isVisible()
    assert "press R" in made._none.text


def test_the_first_relation_is_shown_at_once(bench):
    assert bench.current_id == "r1"
    assert [card.annotation_id for card in bench._detail._cards] == ["r1-0", "r1-1"]


def test_none_is_selected_when_the_filter_finds_nothing(bench, qtbot):
    bench._list._text.setFocus()
    qtbot.keyClicks(bench._list._text, "nowhere")
    assert bench.current_id == ""
    assert bench._unselected.isVisible()


def test_the_loop_by_keyboard(bench, qtbot, heard):
    """From the list through the checklist to a settled relation, without the mouse."""
    chosen, settled = heard(bench.relation_selected), heard(bench.settled)
    accept(bench)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    for key in (Key.Key_Y, Key.Key_Y, Key.Key_N, Key.Key_Y, Key.Key_Y):
        press(qtbot, key)
    press(qtbot, Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "The list grew.")
    press(qtbot, Key.Key_Return, CTRL)
    ((seen, new),) = settled
    assert chosen == ["r2"]
    assert (seen.id, new.status, new.verdict) == ("r2", Status.SETTLED, Verdict.UPDATE)
    assert new.rationale == "The list grew."


def test_settled_relations_show_who_and_when_and_reopen(bench, qtbot, heard, samples):
    reopened = heard(bench.reopened)
    view = samples.view("r1")
    settled = replace(
        view.relation,
        status=Status.SETTLED,
        verdict=Verdict.UPDATE,
        rationale="grew",
        decided_by="Mara",
        preferred_id="r1-1",
    )
    bench.update_rows([replace(view, relation=settled)])
    detail = bench._detail
    assert detail._standing.text() == "Settled · update over time · by Mara"
    assert not detail.settle_button.isVisible()
    assert [card._prefer.isChecked() for card in detail._cards] == [False, True]
    detail.reopen_button.setFocus()
    press(qtbot, Key.Key_Space)
    assert reopened == ["r1"]


def test_text_is_committed_when_another_relation_is_selected(bench, qtbot, heard):
    edits = heard(bench.relation_edited)
    rationale = bench._detail.form.parts.rationale
    rationale.setFocus()
    qtbot.keyClicks(rationale, "because")
    bench.select("r2")
    assert [(seen.id, new.rationale) for seen, new in edits] == [("r1", "because")]
    assert rationale.text == ""


def test_text_is_committed_when_its_relation_leaves_the_list(bench, qtbot, heard):
    edits = heard(bench.relation_edited)
    rationale = bench._detail.form.parts.rationale
    rationale.setFocus()
    qtbot.keyClicks(rationale, "because")
    bench._list._text.setText("nowhere")
    assert [new.rationale for _, new in edits] == ["because"]


def test_the_side_preferred_on_a_card_is_the_one_of_the_form(bench, qtbot, heard):
    edits = heard(bench.relation_edited)
    accept(bench)
    card = bench._detail._cards[1]
    card._prefer.setFocus()
    press(qtbot, Key.Key_Space)
    assert edits[-1][1].preferred_id == "r1-1"
    assert bench._detail.form.parts.preferred.value == "r1-1"
    other = bench._detail._cards[0]
    other._prefer.setFocus()
    press(qtbot, Key.Key_Space)
    assert not card._prefer.isChecked()
    press(qtbot, Key.Key_Space)
    assert edits[-1][1].preferred_id is None


def test_a_card_jumps_to_its_passage(bench, qtbot, heard):
    jumps = heard(bench.jump_requested)
    bench._detail._cards[1]._go.setFocus()
    press(qtbot, Key.Key_Space)
    assert jumps == ["r1-1"]


def test_delete_asks_for_removal(bench, qtbot, heard):
    removed = heard(bench.remove_requested)
    press(qtbot, Key.Key_Delete)
    assert removed == ["r1"]
    bench.update_rows([], ["r1"])
    assert bench.current_id == "r2"


def test_the_window_may_have_the_same_key_for_settling(bench, qtbot):
    asked = []
    QShortcut(QKeySequence("Ctrl+Return"), bench, lambda: asked.append(True))
    bench.form.parts.rationale.setFocus()
    press(qtbot, Key.Key_Return, CTRL)
    assert asked == [True]
    assert bench.form.parts.of["verdict"].error == ""


def test_commands_act_on_the_current_relation(bench, heard):
    removed, settled = heard(bench.remove_requested), heard(bench.settled)
    for by, expected in ((1, "r2"), (1, "r2"), (-1, "r1")):
        bench.step(by)
        assert bench.current_id == expected
    bench.remove()
    bench.update_rows([], ["r1", "r2"])
    bench.remove()
    bench.form.settle()
    assert (removed, settled) == (["r1"], [])


def test_the_focus_goes_round_list_sides_and_form(bench, samples):
    cards = bench._detail.cards
    round_trip = [cards[0], cards[1], bench.form, bench._list]
    for pane in round_trip:
        bench.focus_pane(1)
        assert pane.isAncestorOf(QApplication.focusWidget())
    bench.focus_pane(-1)
    assert bench.form.isAncestorOf(QApplication.focusWidget())
    bench.update_rows([samples.view("r1", status=Status.SETTLED)])
    cards[1].setFocus()
    bench.focus_pane(1)
    assert QApplication.focusWidget() is bench._detail.reopen_button


def test_a_closed_project_leaves_nothing_to_commit(bench, qtbot, heard):
    bench.set_rows([])
    edits = heard(bench.relation_edited)
    bench.form.parts.rationale.setPlainText("late")
    bench.flush()
    assert edits == []


def test_the_difference_belongs_to_one_relation(bench):
    bench.set_difference("+1.5 million")
    assert bench._detail._difference.isVisible()
    bench.select("r2")
    assert not bench._detail._difference.isVisible()


def test_an_update_of_the_same_relation_keeps_the_difference(bench, samples):
    bench.set_difference("+1.5 million")
    bench.update_rows([samples.view("r1", verdict=Verdict.UNIT)])
    assert bench._detail._difference.isVisible()


def test_sides_stand_beside_each_other_as_long_as_there_is_room(bench, qtbot):
    sides = bench._detail._sides
    assert sides.count == 2
    bench.resize(em(bench, 40), 700)
    qtbot.waitUntil(lambda: sides.count == 1)
    bench.resize(em(bench, 80), 700)
    qtbot.waitUntil(lambda: sides.count == 2)


def test_values_of_neighbours_stand_on_one_line(bench, qtbot, samples):
    long = samples.view("r1")
    source = replace(long.passages[0].source, title="A title that takes many lines " * 8)
    passages = (replace(long.passages[0], source=source), long.passages[1])
    bench.update_rows([replace(long, passages=passages)])
    one, other = (card._value for card in bench._detail._cards)
    qtbot.waitUntil(lambda: one.y() == other.y() and one.y() > 2 * em(bench, 1))


def test_a_doubled_font_needs_no_sideways_scrolling(bench, qtbot):
    font = bench.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    bench.setFont(font)
    bench.resize(1024, 640)
    bar = bench._detail._scroll.horizontalScrollBar()
    qtbot.waitUntil(lambda: bench.width() == 1024 and bar.maximum() == 0)
    heading = bench._detail._heading
    assert heading.font().pointSizeF() > font.pointSizeF()


def test_a_card_says_origin_and_claim(samples):
    passage = samples.passage("a", "usip", "NZ$78 million")
    assert where(passage.source) == "Publisher of usip · 2024-07 (dateline)"
    assert facts(passage.annotation.claim) == (
        "as of 2023-05 · no speaker named · credibility 2, probably true"
    )
    bare = replace(passage.annotation.claim, as_of="", speaker="Luxon", credibility=None)
    assert facts(bare) == "no as-of date · Luxon · credibility not judged yet"


def test_a_card_explains_its_grades(qtbot, samples):
    card = PassageCard(show)
    qtbot.addWidget(card)
    card.set_passage(samples.passage("a", "usip", "NZ$78 million"), "blue", with_topic=True)
    assert card._badge.accessibleName().startswith("Reliability B: usually reliable. ")
    assert card._facts.toolTip().startswith("Not confirmed; logical")
    assert card._topic.text() == "New Zealand: aid to Ukraine"
    unjudged = samples.passage("a", "usip", "x", credibility=Credibility.UNJUDGED, quantity=None)
    card.set_passage(unjudged, "blue", with_topic=False)
    assert "Not a bad mark" in card._facts.toolTip()
    assert card._value.isHidden()


def test_text_of_a_source_is_never_markup(qtbot, samples):
    quote = QuoteInContext()
    qtbot.addWidget(quote)
    quote.set_passage(samples.passage("a", "usip", "<i>1 < 2</i>"), "blue")
    assert "&lt;i&gt;1 &lt; 2&lt;/i&gt;" in quote.text()
    assert "<b>" not in quote.text()


def test_context_ends_with_its_paragraph_and_between_words(samples):
    passage = samples.passage("a", "usip", "quote")
    assert around(passage) == ("… committed ", " in assistance …")
    long = replace(passage, before="Heading\nshort ", after=" end.\nNext paragraph")
    assert around(long) == ("short ", " end.")
    first = replace(
        passage,
        annotation=replace(passage.annotation, target=Target(4, 9, "quote")),
        before="abc ",
        after=" " + "word " * 60,
    )
    before, after = around(first)
    assert before == "abc "
    assert after.endswith("word …")
    assert len(after) < 170


def test_colours_follow_the_palette(bench, qapp, qtbot):
    quote = bench._detail._cards[0]._quote
    heading = bench._detail._heading
    theme.apply(qapp, dark=True)
    qtbot.waitUntil(lambda: theme.is_dark(heading))
    dark = (quote.text(), heading.palette().windowText().color().name())
    theme.apply(qapp, dark=False)
    qtbot.waitUntil(lambda: not theme.is_dark(heading))
    light = (quote.text(), heading.palette().windowText().color().name())
    assert dark[1] == theme.shades(dark=True)["text"].name()
    assert light[1] == theme.shades(dark=False)["text"].name()
    assert dark[0] != light[0]


def test_the_mark_has_the_colour_of_the_tag(bench):
    quote = bench._detail._cards[0]._quote
    before = quote.text()
    bench.set_tag_colours({"aid": "red"})
    assert quote.text() != before


def test_the_pane_is_as_high_as_its_content_at_its_width(bench, qtbot):
    """And not as high as at its least width, where each label has a word a line."""
    bench.set_difference("word " * 300)
    bench.resize(1600, 250)
    scroll = bench._detail._scroll
    page, view = scroll.page, scroll.viewport()
    qtbot.waitUntil(lambda: page.height() == max(view.height(), page.heightForWidth(page.width())))


def test_sides_take_no_more_height_than_they_need(bench, qtbot):
    bench.resize(1600, 1400)
    sides = bench._detail._sides
    qtbot.waitUntil(lambda: sides.height() == sides.heightForWidth(sides.width()))


def test_columns_can_become_as_narrow_as_one(qtbot):
    columns = Columns(10, 2, 4)
    qtbot.addWidget(columns)
    cards = [PassageCard(show), PassageCard(show)]
    columns.set_widgets(cards)
    columns.resize(1000, 400)
    columns.show()
    assert columns.count == 2
    widest = max(card.minimumSizeHint().width() for card in cards)
    assert columns.minimumSizeHint().width() == widest


def test_columns_delete_what_leaves(qtbot):
    columns = Columns(10, 2, 4)
    qtbot.addWidget(columns)
    one, other = PassageCard(show), PassageCard(show)
    columns.set_widgets([one, other])
    columns.set_widgets([other])
    assert one.isHidden()
    assert columns.minimumSizeHint().width() == other.minimumSizeHint().width()


def in_view(bench, part):
    """Whether a part of the detail lies within what its pane shows."""
    port = bench._detail._scroll.viewport()
    return port.rect().contains(part.rect().translated(part.mapTo(port, part.rect().topLeft())))


def test_what_gets_the_keyboard_is_in_view(bench, qtbot):
    bench.resize(800, 400)
    checklist = bench.form.parts.checklist
    assert not in_view(bench, checklist.focusWidget() or checklist)
    press(qtbot, Key.Key_Return)  # from the list into the form
    assert in_view(bench, QApplication.focusWidget())


def test_what_a_decision_lacks_is_in_view_each_time(bench, qtbot):
    bench.resize(800, 400)
    for _ in range(2):
        bench._detail._scroll.verticalScrollBar().setValue(0)
        bench._detail.settle_button.click()
        qtbot.waitUntil(lambda: in_view(bench, bench.form.parts.of["verdict"]))


def test_the_view_stays_where_it_was_read_while_a_dialog_comes_and_goes(bench, qtbot):
    bench.resize(800, 400)
    bench.form.parts.verdict.setFocus()
    bar = bench._detail._scroll.verticalScrollBar()
    bar.setValue(0)
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is other)
    other.close()
    bench.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is bench.form.parts.verdict)
    assert bar.value() == 0
