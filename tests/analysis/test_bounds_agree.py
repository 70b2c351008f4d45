"""Two quantities under their bounds."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.analysis.bounds_agree import (
    Agreement,
    Interval,
    agreement,
    allows,
    before_or_after,
    interval_of,
    within,
)
from reviewer.analysis.quantities import read_quantities
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

CASES = [  # claimed, given, agreement
    ("more than 5 dams", "6 dams", Agreement.TOLD),
    ("more than 5 dams", "5 dams", Agreement.EXCLUDED),
    ("more than 5 dams", "4 dams", Agreement.EXCLUDED),
    ("at least 5 dams", "5 dams", Agreement.TOLD),
    ("more than 5 dams", "at least 4 dams", Agreement.OPEN),
    ("more than 5 dams", "at least 5 dams", Agreement.OPEN),
    ("at least 5 dams", "more than 5 dams", Agreement.TOLD),
    ("more than 5 dams", "over 9 dams", Agreement.TOLD),
    ("fewer than 5 dams", "more than 5 dams", Agreement.EXCLUDED),
    ("up to 5 dams", "5 dams", Agreement.TOLD),
    ("5 dams", "5 dams", Agreement.TOLD),
    ("5 dams", "6 dams", Agreement.EXCLUDED),
    ("5 dams", "more than 4 dams", Agreement.OPEN),
    ("about 100 dams", "108 dams", Agreement.TOLD),
    ("about 100 dams", "130 dams", Agreement.EXCLUDED),
    ("$79 million", "$79.4 million", Agreement.TOLD),
    ("$79 million", "$80 million", Agreement.EXCLUDED),
    ("between 12 and 15 dams", "13 dams", Agreement.TOLD),
    ("between 12 and 15 dams", "16 dams", Agreement.EXCLUDED),
    ("2016", "14 May 2016", Agreement.TOLD),
    ("14 May 2016", "2016", Agreement.OPEN),
    ("14 May 2016", "15 May 2016", Agreement.EXCLUDED),
]


def quantity(text: str) -> Quantity:
    (found,) = read_quantities(text)
    return found.quantity


@pytest.mark.parametrize(("claimed", "told", "wanted"), CASES)
def test_what_is_given_against_what_is_claimed(claimed, told, wanted):
    assert agreement(quantity(claimed), quantity(told)) is wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("over 12 dams", "more than 15 dams", True),
        ("over 12 dams", "10 dams", False),
        ("up to 12 dams", "at least 15 dams", False),
        ("12 dams", "12 dams", True),
        ("12 dams", "13 dams", False),
    ],
)
def test_a_bound_that_allows_the_other_figure_does_not_contradict_it(one, other, wanted):
    assert allows(quantity(one), quantity(other)) is wanted
    assert allows(quantity(other), quantity(one)) is wanted


def test_before_and_after_a_day():
    day = Interval(date(2020, 4, 1), date(2020, 4, 1))
    before, after = before_or_after("before", day), before_or_after("after", day)
    assert within(before, Interval(date(2020, 3, 31), date(2020, 3, 31))) is Agreement.TOLD
    assert within(before, day) is within(after, day) is Agreement.EXCLUDED
    assert within(before_or_after("by", day), day) is Agreement.TOLD
    assert before_or_after("in", day) == day
    assert before_or_after("before", Interval(date.min, date.min)) == Interval(date.min, date.min)


def test_a_date_is_not_held_against_a_number():
    day = Quantity(QuantityKind.DATE, date(2020, 1, 1), date(2020, 1, 1))
    with pytest.raises(TypeError):
        agreement(day, quantity("12 dams"))


_VALUES = st.decimals(-1000, 1000, allow_nan=False, places=2)
_ENDS = st.one_of(st.none(), _VALUES)
_QUANTITIES = st.builds(
    lambda low, high, left, right: Quantity(
        QuantityKind.COUNT,
        *((low, high) if low is None or high is None or low <= high else (high, low)),
        low_open=left,
        high_open=right,
    ),
    _ENDS,
    _ENDS,
    st.booleans(),
    st.booleans(),
).filter(
    lambda each: each.low != each.high or each.low is None or not (each.low_open or each.high_open)
)


@given(_QUANTITIES, _QUANTITIES, _VALUES)
def test_the_verdict_holds_for_each_single_value(claimed, told, value):
    def holds(each: Quantity) -> bool:
        point = Interval(value, value)
        return within(interval_of(each), point) is Agreement.TOLD

    verdict = agreement(claimed, told)
    if claimed.is_exact and told.is_exact:
        assert verdict is (Agreement.TOLD if claimed.low == told.low else Agreement.EXCLUDED)
    elif holds(told):
        assert verdict is not (Agreement.EXCLUDED if holds(claimed) else Agreement.TOLD)


@given(_QUANTITIES)
def test_a_quantity_tells_itself(each):
    assert agreement(each, each) is Agreement.TOLD
    assert each.low is None or isinstance(each.low, Decimal)
