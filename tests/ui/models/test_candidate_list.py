from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from reviewer.domain.anchor import Target
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Source
from reviewer.domain.views import Candidate, Passage
from reviewer.domain.vocabulary import QuantityKind, Reliability
from reviewer.ui.models.candidate_list import CandidateList
from reviewer.ui.models.row_roles import RowRole

USIP = Source("s", "Ahead of Vilnius", "USIP", published="2023-07", reliability=Reliability.B)


def candidate(name: str, likeness: float, quote: str = "a quote", amount: int = 0) -> Candidate:
    quantity = Quantity(QuantityKind.COUNT, Decimal(amount), Decimal(amount)) if amount else None
    target = Target(0, len(quote), quote)
    claim = Claim("New Zealand", "aid", quantity)
    return Candidate(Passage(Annotation(name, "e", target, claim=claim), USIP), likeness)


@pytest.fixture
def model(qapp):
    made = CandidateList(lambda quantity: f"{quantity.low:,}")
    made.tester = QAbstractItemModelTester(made)
    return made


def shown(model: CandidateList) -> list[str]:
    return [model.index(at).data(RowRole.ID) for at in range(model.rowCount())]


def test_most_alike_first(model):
    model.set_candidates([candidate("a", 0.1), candidate("b", 0.9), candidate("c", 0.1)])
    assert shown(model) == ["b", "a", "c"]


@pytest.mark.parametrize("typed", ["committed", "usip", "vilnius", "1,700", "zealand", "2023-07 b"])
def test_the_filter_looks_at_quote_source_value_and_subject(model, typed):
    other = Candidate(Passage(Annotation("x", "e", Target(0, 1, "?")), Source("o", "Other")), 1)
    model.set_candidates([other, candidate("a", 0.5, "had committed", 1700)])
    model.set_filter(typed)
    assert shown(model) == ["a"]
    assert model.total == 2


def test_picked_rows_are_marked_and_said(model):
    model.set_candidates([candidate("a", 0.5, amount=1700)])
    model.set_picked(["a"])
    index = model.index(0)
    assert index.data(RowRole.PICKED)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "a quote; 1,700; USIP · 2023-07 · B; picked"
