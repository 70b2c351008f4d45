import random
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reviewer.domain.anchor import Target
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Relation, Source, Tag
from reviewer.domain.views import Passage, RelationView
from reviewer.domain.vocabulary import QuantityKind, RelationKind, Status
from reviewer.ui.models.annotation_list import AnnotationList, AnnotationRow, relation_link
from reviewer.ui.models.row_roles import RowRole

AID = Tag("t1", "aid total", colour="orange")


def row(name: str, start: int, quote: str = "a quote", **more) -> AnnotationRow:
    tags = more.pop("tags", ())
    relations = more.pop("relations", ())
    target = Target(start, start + len(quote), quote)
    return AnnotationRow(Annotation(name, "e", target, **more), tags, relations)


def shown(model: AnnotationList) -> list[str]:
    return [model.index(at).data(RowRole.ID) for at in range(model.rowCount())]


@pytest.fixture
def model(qapp):
    made = AnnotationList(lambda quantity: f"{quantity.low:,}")
    # The tester checks each signal against the rows, and fails the test by a warning.
    made.tester = QAbstractItemModelTester(made)
    return made


def test_rows_come_in_reading_order(model):
    model.set_rows([row("c", 30), row("a", 10, "long quote"), row("b", 10, "quote")])
    assert shown(model) == ["b", "a", "c"]
    assert model.total == 3


def test_updates_touch_only_their_rows(model, qtbot):
    model.set_rows([row(name, 10 * at) for at, name in enumerate("abcd")])
    resets, changes = [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda top, bottom: changes.append((top.row(), bottom.row())))
    model.update_rows([replace(row("b", 10, note="new")), row("e", 15), row("a", 99)], ["c"])
    assert shown(model) == ["b", "e", "d", "a"]
    assert model.index(0).data(RowRole.HAS_NOTE)
    assert len(changes) == 1
    assert not resets


def test_random_updates_end_where_setting_all_rows_would(model):
    dice = random.Random(7)
    truth: dict[str, AnnotationRow] = {}
    model.set_filter("quote keep")
    for _ in range(400):
        name = str(dice.randrange(40))
        if dice.random() < 0.3:
            truth.pop(name, None)
            model.update_rows([], [name])
        else:
            quote = dice.choice(["quote keep", "quote drop"])
            truth[name] = row(name, dice.randrange(60), quote)
            model.update_rows([truth[name]], [])
    fresh = AnnotationList(lambda _: "")
    fresh.set_filter("quote keep")
    fresh.set_rows(truth.values())
    assert shown(model) == shown(fresh)
    assert 0 < len(shown(model)) < model.total == len(truth)
    assert all(model.index_of(name).data(RowRole.ID) == name for name in shown(model))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("PLEDGED", ["q"]),
        ("total aid", ["t"]),
        ("zelenskyj", ["s"]),
        ("ask  kyiv", ["n"]),
        ("78,000,000", ["v"]),
        ("pledged kyiv", []),
        ("", ["q", "t", "s", "n", "v"]),
    ],
)
def test_the_filter_looks_at_quote_tag_claim_and_note(model, typed, found):
    money = Quantity(QuantityKind.MONEY, Decimal(78000000), Decimal(78000000))
    model.set_rows(
        [
            row("q", 1, "pledged\nsupport"),
            row("t", 2, tags=(AID,)),
            row("s", 3, claim=Claim(subject="Zelénskyj")),
            row("n", 4, note="ask Kyiv"),
            row("v", 5, claim=Claim(quantity=money)),
        ]
    )
    model.set_filter(typed)
    assert shown(model) == found
    assert model.total == 5


def test_a_row_can_leave_and_enter_the_filter(model):
    model.set_rows([row("a", 1, note="open"), row("b", 2, note="done")])
    model.set_filter("open")
    model.update_rows([row("a", 1, note="done"), row("b", 2, note="open")], [])
    assert shown(model) == ["b"]
    assert not model.index_of("a").isValid()
    assert model.row("a").annotation.note == "done"


def test_relations_are_counted_as_the_annotation_sees_them(model):
    mine, other = row("a", 1).annotation, row("b", 2, "NZ$78 million").annotation
    source = Source("s", "A title", "USIP")
    view = RelationView(
        Relation("r", RelationKind.CONTRADICTS, ("a", "b")),
        (Passage(mine, source), Passage(other, source)),
    )
    link = relation_link(view, "a")
    assert [passage.annotation.id for passage in link.others] == ["b"]
    settled = replace(link, relation=replace(view.relation, status=Status.SETTLED))
    model.set_rows([row("a", 1, tags=(AID,), relations=(link, settled))])
    index = model.index(0)
    assert (index.data(RowRole.RELATIONS), index.data(RowRole.OPEN)) == (2, 1)
    assert index.data(RowRole.COLOURS) == ("orange",)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "a quote; aid total; 2 relations; 1 open contradiction"
