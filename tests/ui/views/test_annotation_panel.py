from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from reviewer.domain.anchor import Target
from reviewer.domain.claim import Claim
from reviewer.domain.errors import ReviewerError
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Relation, Source, Tag
from reviewer.domain.views import Passage
from reviewer.domain.vocabulary import QuantityKind, RelationKind, Status, Verdict
from reviewer.ui import theme
from reviewer.ui.models.annotation_list import AnnotationRow, RelationLink
from reviewer.ui.models.row_roles import RowRole
from reviewer.ui.views.annotation_panel import AnnotationPanel
from reviewer.ui.views.link_button import LinkButton
from reviewer.ui.views.note_edit import PAUSE_MS

KEY = Qt.Key
TAGS = (
    Tag("t1", "aid total", colour="orange"),
    Tag("t2", "troops", colour="green"),
    Tag("t3", "trained", parent_id="t2"),
)
MONEY = Quantity(QuantityKind.MONEY, Decimal(78), Decimal(78), unit="NZD")


def row(name: str, start: int, quote: str = "a quote", **more) -> AnnotationRow:
    tags, relations = more.pop("tags", ()), more.pop("relations", ())
    target = Target(start, start + len(quote), quote)
    return AnnotationRow(Annotation(name, "e", target, **more), tags, relations)


def no_parse(text: str) -> Quantity:
    raise ReviewerError(f"{text} is no value.")


ROWS = (
    row("a", 10, "total $79.5 million", tags=TAGS[:1], claim=Claim("New Zealand"), note="ask"),
    row("b", 20, "more than 1,700 recruits"),
    row("c", 30, "as of May 2023"),
)


@pytest.fixture
def panel(qtbot):
    made = AnnotationPanel(no_parse, lambda q: str(q.low), lambda q: f"NZ${q.low} m")
    qtbot.addWidget(made)
    made.resize(420, 900)
    made.show()
    made.activateWindow()
    made.set_document_open(True)
    made.set_tags(TAGS)
    made.set_rows(ROWS)
    return made


def told(signal):
    """Everything that the signal says from now on."""
    heard = []
    signal.connect(lambda *values: heard.append(values))
    return heard


def shown(panel) -> list[str]:
    model = panel.model
    return [model.index(at).data(RowRole.ID) for at in range(model.rowCount())]


def test_empty_states_say_what_to_do(panel, qtbot):
    panel.set_rows([])
    assert panel.empty.isVisible()
    assert "press 1 to 9 to tag it" in panel.empty.text()
    panel.set_document_open(False)
    assert "Choose a source" in panel.empty.text()
    assert not panel.filter.isEnabled()
    panel.set_document_open(True)
    panel.set_rows(ROWS)
    assert panel.title.text() == "Annotations (3)"
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "nowhere")
    assert "Nothing matches “nowhere”." in panel.empty.text()
    assert panel.title.text() == "Annotations (0 of 3)"
    qtbot.keyClick(panel.filter, KEY.Key_Escape)
    assert shown(panel) == ["a", "b", "c"]


def test_keys_go_from_filter_to_list_to_editor(panel, qtbot):
    chosen, related, deleted = (
        told(panel.annotation_selected),
        told(panel.relate_requested),
        told(panel.delete_requested),
    )
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "recruits")
    qtbot.keyClick(panel.filter, KEY.Key_Down)
    assert panel.list.hasFocus()
    assert chosen == [("b",)]
    assert panel.editor.annotation_id == "b"
    qtbot.keyClick(panel.list, KEY.Key_R)
    qtbot.keyClick(panel.list, KEY.Key_Delete)
    assert (related, deleted) == ([("b",)], [("b",)])
    qtbot.keyClick(panel.list, KEY.Key_Return)
    assert panel.editor.claim.make.hasFocus()


def test_selecting_from_outside_tells_nobody(panel):
    chosen = told(panel.annotation_selected)
    panel.select("c")
    assert panel.list.currentIndex().data(RowRole.ID) == "c"
    assert panel.editor.quote.words.text() == "“as of May 2023”"
    panel.select("")
    assert not panel.editor.isVisible()
    assert chosen == []


def test_the_open_annotation_survives_a_filter_that_hides_it(panel, qtbot):
    panel.select("a")
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "recruits")
    assert panel.editor.annotation_id == "a"
    qtbot.keyClick(panel.filter, KEY.Key_Escape)
    assert panel.list.currentIndex().data(RowRole.ID) == "a"


def test_the_note_is_gathered(panel, qtbot):
    panel.select("a")
    notes = told(panel.note_edited)
    panel.focus_note()
    note = panel.editor.note.editor
    note.selectAll()
    qtbot.keyClicks(note, "whose dollars")
    assert notes == []
    assert note.pause.isActive()
    assert note.pause.interval() == PAUSE_MS == 800
    note.pause.timeout.emit()
    assert notes == [("a", "ask", "whose dollars")]


@pytest.mark.parametrize("leave", ["flush", "select", "hide", "focus", "rows"])
def test_the_note_is_told_at_once_on_leaving(panel, qtbot, leave):
    panel.select("a")
    notes = told(panel.note_edited)
    panel.focus_note()
    qtbot.keyClicks(panel.editor.note.editor, "x")
    {
        "flush": panel.flush,
        "select": lambda: panel.select("b"),
        "hide": panel.hide,
        "focus": panel.filter.setFocus,
        "rows": lambda: panel.set_rows([]),
    }[leave]()
    assert notes[0] == ("a", "ask", "xask")


def test_a_note_keeps_its_no_break_spaces(panel):
    panel.update_rows(
        [replace(ROWS[0], annotation=replace(ROWS[0].annotation, note="5\u00a0m"))], []
    )
    panel.select("a")
    notes = told(panel.note_edited)
    panel.flush()
    assert panel.editor.note.text == "5\u00a0m"
    assert notes == []


def test_an_update_leaves_what_is_being_typed(panel, qtbot):
    panel.select("a")
    notes = told(panel.note_edited)
    panel.focus_note()
    qtbot.keyClicks(panel.editor.note.editor, "x")
    changed = replace(ROWS[0].annotation, note="theirs", claim=Claim("Japan"))
    panel.update_rows([replace(ROWS[0], annotation=changed)], [])
    assert panel.editor.note.text == "xask"
    assert panel.editor.claim.slot("subject").text == "Japan"
    conflict = panel.editor.note.conflict
    assert conflict.isVisible()
    panel.flush()
    assert notes == []
    assert panel.unsaved() == ("Note",)
    conflict.keep.setFocus()
    qtbot.keyClick(conflict.keep, KEY.Key_Return)
    assert notes == [("a", "theirs", "xask")]


def test_a_refused_note_comes_back_with_its_annotation(panel, qtbot):
    panel.select("a")
    panel.focus_note()
    qtbot.keyClicks(panel.editor.note.editor, "x")
    panel.show_conflict("note", "theirs")
    panel.select("b")
    assert panel.editor.note.text == ""
    panel.update_rows([replace(ROWS[0], annotation=replace(ROWS[0].annotation, note="theirs"))], [])
    panel.select("a")
    assert panel.editor.note.text == "xask"
    assert panel.editor.note.conflict.isVisible()


def test_the_row_after_a_deleted_one_is_opened(panel):
    panel.select("b")
    chosen = told(panel.annotation_selected)
    panel.update_rows([], ["b"])
    assert chosen == [(panel.editor.annotation_id,)]
    assert panel.editor.annotation_id in ("a", "c")
    panel.update_rows([], ["a", "c"])
    assert panel.editor.annotation_id == ""
    assert panel.empty.isVisible()


# What the offscreen platform says of every list of completions.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_tags_are_added_made_and_taken_off_by_keys(panel, qtbot):
    panel.select("a")
    added, made, removed = (
        told(panel.tag_added), told(panel.new_tag_requested), told(panel.tag_removed)
    )  # fmt: skip
    box = panel.editor.chips.box
    box.setFocus()
    qtbot.keyClicks(box, "train")
    assert panel.editor.chips._list.stringList() == ["troops / trained", "New tag “train”"]
    qtbot.keyClick(box, KEY.Key_Return)
    assert added == [("a", "t3")]
    assert box.text() == ""
    qtbot.keyClicks(box, "sanctions")
    qtbot.keyClick(box, KEY.Key_Return)
    assert made == [("a", "sanctions")]
    qtbot.keyClicks(box, "aid total")  # it is there already: nothing to offer, nothing made
    qtbot.keyClick(box, KEY.Key_Return)
    assert len(made) == len(added) == 1
    (chip,) = panel.editor.chips._chips
    chip.setFocus()
    qtbot.keyClick(chip, KEY.Key_Delete)
    assert removed == [("a", "t1")]
    assert box.hasFocus()


def test_relations_open_and_jump(panel, qtbot):
    source = Source("s", "Ahead of Vilnius", "USIP")
    other = Passage(row("u", 5, claim=Claim(quantity=MONEY)).annotation, source)
    wordy = Passage(row("w", 5, "words " * 30).annotation, replace(source, publisher=""))
    contradiction = Relation("r1", RelationKind.CONTRADICTS, ("a", "u"))
    update = Relation(
        "r2", RelationKind.UPDATES, ("u", "a", "w"), status=Status.SETTLED, verdict=Verdict.UPDATE
    )
    links = (RelationLink(contradiction, (other,)), RelationLink(update, (other, wordy)))
    panel.update_rows([replace(ROWS[0], relations=links)], [])
    panel.select("a")
    buttons = panel.editor.relations.findChildren(LinkButton)
    assert [button.text() for button in buttons] == [
        "⇄ contradicts · open",
        "NZ$78 m, USIP →",
        "Compare side by side  C",
        "⇄ updated by · settled · update over time",
        "NZ$78 m, USIP →",
        f"“{'words ' * 9}words…”, Ahead of Vilnius →",
        "Compare side by side  C",
    ]
    jumps, opened = told(panel.jump_requested), told(panel.relation_requested)
    for button in buttons:
        button.setFocus()
        qtbot.keyClick(button, KEY.Key_Return)
    assert jumps == [("u",), ("u",), ("w",)]
    assert opened == [("r1",), ("r2",)]


def test_the_button_marks_a_contradiction(panel, qtbot):
    panel.select("a")
    related = told(panel.relate_requested)
    panel.editor.relate.setFocus()
    qtbot.keyClick(panel.editor.relate, KEY.Key_Space)
    assert related == [("a",)]


def test_a_long_quote_is_shown_whole_on_request(panel, qtbot):
    panel.update_rows([row("z", 50, "word " * 200)], [])
    panel.select("z")
    quote = panel.editor.quote
    assert len(quote.words.text()) < 500
    quote.whole.setFocus()
    qtbot.keyClick(quote.whole, KEY.Key_Return)
    assert quote.words.text() == f"“{'word ' * 200}”"


def test_a_quote_is_never_markup(panel):
    panel.update_rows([row("z", 50, "<b>bold</b>")], [])
    panel.select("z")
    assert panel.editor.quote.words.textFormat() is Qt.TextFormat.PlainText


def test_light_and_dark_switch_live(panel):
    app = QApplication.instance()
    colours = []
    for dark in (False, True, False):
        theme.apply(app, dark=dark)
        app.processEvents()  # Qt tells the widgets from its event loop
        colour = panel.empty.palette().color(QPalette.ColorRole.WindowText)
        assert colour == theme.shades(dark=dark)["muted"]
        colours.append(colour)
    assert colours[0] != colours[1]


@pytest.mark.usefixtures("own_look")
@pytest.mark.parametrize("width", [300, 420])
@pytest.mark.parametrize("scale", [1, 2])
def test_nothing_is_wider_than_the_pane(qtbot, width, scale):
    app = QApplication.instance()
    theme.resize(app, app.font().pointSizeF() * scale)
    made = AnnotationPanel(no_parse, lambda q: str(q.low), lambda q: f"NZ${q.low} m")
    qtbot.addWidget(made)
    made.resize(width, 900)
    made.show()
    made.set_document_open(True)
    made.set_rows(
        [replace(ROWS[0], annotation=replace(ROWS[0].annotation, claim=Claim(quantity=MONEY)))]
    )
    made.select("a")
    made.editor.claim.more.setChecked(True)
    made.resize(max(width, made.minimumSizeHint().width()), 900)  # as a splitter would
    app.processEvents()
    assert made.editor.width() <= made.scroll_area.viewport().width()
    assert made.width() <= width * scale


def test_a_note_below_the_fold_comes_into_view_when_it_gets_the_keyboard(panel, qtbot):
    qtbot.waitUntil(panel.isActiveWindow)
    panel.select("a")
    panel.resize(420, 400)
    panel.focus_note()
    note, port = panel.editor.note.editor, panel.scroll_area.viewport()
    qtbot.waitUntil(lambda: port.rect().contains(note.mapTo(port, note.rect().center())))
