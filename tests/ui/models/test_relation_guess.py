from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reviewer.domain.anchor import Target
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Source
from reviewer.domain.views import Passage
from reviewer.domain.vocabulary import Dimension, QuantityKind, UnitBasis
from reviewer.ui.models.relation_guess import likely_dimension

MONEY = Quantity(QuantityKind.MONEY, Decimal(78), Decimal(78), unit="NZD", currencies=("NZD",))
UNCLEAR = replace(MONEY, unit="$", unit_basis=UnitBasis.UNKNOWN, currencies=("USD", "NZD"))
MAY = Quantity(QuantityKind.DATE, date(2023, 5, 1), date(2023, 5, 31))
SHARE = Quantity(QuantityKind.PERCENT, Decimal(2), Decimal(2), base="GDP")
COUNT = Quantity(QuantityKind.COUNT, Decimal(5), Decimal(5), unit="ships")


@pytest.mark.parametrize(
    ("one", "other", "dimension"),
    [
        (MONEY, replace(MONEY, low=Decimal(5)), Dimension.NUMERIC),
        (MONEY, UNCLEAR, Dimension.UNIT),
        (UNCLEAR, UNCLEAR, Dimension.UNIT),
        (MONEY, replace(MONEY, unit="AUD"), Dimension.UNIT),
        (MAY, MAY, Dimension.TEMPORAL),
        (SHARE, replace(SHARE, base="2022 GDP"), Dimension.SCOPE),
        (COUNT, replace(COUNT, unit="crews"), Dimension.SCOPE),
        (COUNT, SHARE, Dimension.SCOPE),
        (COUNT, Quantity(QuantityKind.TEXT, raw="several"), Dimension.WORDING),
        (MONEY, None, Dimension.OTHER),
    ],
)
def test_dimension_follows_from_the_values(one, other, dimension):
    sides = [
        Passage(
            Annotation(name, "e", Target(0, 1, "x"), claim=Claim(quantity=value)), Source("s", "")
        )
        for name, value in (("a", one), ("b", other))
    ]
    assert likely_dimension(sides) is dimension
