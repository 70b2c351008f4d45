"""Two claims field by field, as the strip between two documents shows them."""

from datetime import date
from decimal import Decimal

import pytest

from reviewer.domain.anchor import Target
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Relation, Source
from reviewer.domain.views import Passage, RelationView
from reviewer.domain.vocabulary import (
    Credibility,
    Dimension,
    QuantityKind,
    RelationKind,
    Reliability,
    Role,
    UnitBasis,
)
from reviewer.ui.models.claim_comparison import (
    Agreement,
    compared_fields,
    difference_of,
    pair_difference,
    time_between,
)


def money(amount: int, unit: str = "NZD", **more) -> Quantity:
    return Quantity(QuantityKind.MONEY, Decimal(amount), Decimal(amount), unit=unit, **more)


UNCLEAR = {"unit_basis": UnitBasis.UNKNOWN, "currencies": ("NZD", "USD")}


def side(claim: Claim | None = None, grade: Reliability | None = None, key: str = "a") -> Passage:
    annotation = Annotation(key, "e", Target(0, 5, "words", "", ""), claim=claim)
    return Passage(annotation, Source("s", "A title", reliability=grade))


def agreement(name: str, left: Claim, right: Claim) -> Agreement:
    return next(f.agreement for f in compared_fields(side(left), side(right)) if f.name == name)


@pytest.mark.parametrize(
    ("name", "left", "right", "expected"),
    [
        ("subject", Claim("New  Zealand"), Claim("new zealand"), Agreement.SAME),
        ("subject", Claim("New Zealand"), Claim("Japan"), Agreement.DIFFERENT),
        ("speaker", Claim(speaker="Little"), Claim(), Agreement.UNSAID),
        ("speaker", Claim(), Claim(), Agreement.NEITHER),
        ("as of", Claim(as_of="2023"), Claim(as_of="2023-01/2023-12"), Agreement.SAME),
        ("as of", Claim(as_of="2023-05"), Claim(as_of="2023"), Agreement.DIFFERENT),
        ("credibility", Claim(credibility=Credibility.PROBABLE), Claim(), Agreement.UNSAID),
        ("value", Claim(quantity=money(5)), Claim(quantity=money(5, "USD")), Agreement.SAME),
        ("currency", Claim(quantity=money(5)), Claim(quantity=money(5, "USD")),
         Agreement.DIFFERENT),
        ("currency", Claim(quantity=money(5)), Claim(quantity=money(5, "$", **UNCLEAR)),
         Agreement.UNSAID),
        ("value", Claim(quantity=money(5, raw="$5", role=Role.TOTAL)), Claim(quantity=money(5)),
         Agreement.SAME),
        ("value", Claim(quantity=Quantity(QuantityKind.COUNT, Decimal(5), low_open=True)),
         Claim(quantity=Quantity(QuantityKind.COUNT, Decimal(5), Decimal(5))),
         Agreement.DIFFERENT),
        ("value", Claim(quantity=Quantity(QuantityKind.TEXT, raw="Declaration  of intent")),
         Claim(quantity=Quantity(QuantityKind.TEXT, raw="declaration of intent")), Agreement.SAME),
    ],
)  # fmt: skip
def test_whether_the_sides_of_a_field_agree(name, left, right, expected) -> None:
    assert agreement(name, left, right) is expected


def test_there_is_a_currency_only_where_there_is_money() -> None:
    count = Claim(quantity=Quantity(QuantityKind.COUNT, Decimal(5), Decimal(5)))
    assert "currency" not in [field.name for field in compared_fields(side(count), side(count))]
    paid = Claim(quantity=money(5, "$", **UNCLEAR))
    (field,) = (f for f in compared_fields(side(count), side(paid)) if f.name == "currency")
    assert (field.left, field.right) == ("", "$, not stated: NZD, USD?")


def test_grades_are_compared_and_explained() -> None:
    field = compared_fields(side(grade=Reliability.B), side(grade=Reliability.D))[-1]
    assert field.agreement is Agreement.DIFFERENT
    assert field.left == "B, usually reliable"
    assert field.left_help


def test_differences_go_from_left_to_right() -> None:
    one = side(Claim(quantity=money(100), as_of="2023-05"))
    other = side(Claim(quantity=money(150), as_of="2023-06"))
    assert pair_difference(one, other, None) == "+50 NZD (+50.0 %)"
    assert pair_difference(other, one, None) == "-50 NZD (-33.3 %)"
    assert time_between(one, other) == "as of: +31 days, from the first day of each"
    assert time_between(other, one).startswith("as of: -31 days")
    assert time_between(one, one) == ""
    assert pair_difference(one, side(), None) == ""


def test_days_apart() -> None:
    first, second = (
        side(Claim(quantity=Quantity(QuantityKind.DATE, day, day)))
        for day in (date(2024, 6, 30), date(2025, 6, 30))
    )
    assert pair_difference(first, second, None) == "+365 days"
    exact = [side(Claim(as_of=day)) for day in ("2024-07-10", "2024-07-12")]
    assert time_between(*exact) == "as of: +2 days"


def test_of_a_sum_it_is_the_sum_that_is_told() -> None:
    values = (money(100, role=Role.TOTAL), money(60), money(30))
    sides = tuple(side(Claim(quantity=value), key=str(i)) for i, value in enumerate(values))
    relation = Relation("r", RelationKind.CONTRADICTS, ("0", "1", "2"), Dimension.SUM)
    view = RelationView(relation, sides)
    told = "The parts add up to NZD 90; the total: +10 NZD (+11.1 %)"
    assert pair_difference(sides[0], sides[1], view) == difference_of(view) == told
