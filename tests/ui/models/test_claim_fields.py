from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reviewer.domain.claim import Claim
from reviewer.domain.errors import ReviewerError
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import Credibility, QuantityKind, Role, UnitBasis
from reviewer.ui.models.claim_fields import (
    NOT_STATED,
    Exactness,
    exactness_of,
    field_values,
    kinds_for,
    period_words,
    with_exactness,
    with_field,
)

UNCLEAR = Quantity(
    QuantityKind.MONEY, Decimal(79500000), Decimal(79500000), unit="$",
    unit_basis=UnitBasis.UNKNOWN, currencies=("USD", "NZD"), role=Role.TOTAL, raw="$79.5 million",
)  # fmt: skip
CLAIM = Claim("New Zealand", "aid", UNCLEAR, "2024-07", credibility=Credibility.PROBABLE)


def no_parse(text: str) -> Quantity:
    raise ReviewerError(f"{text} is no value.")


def change(claim: Claim, name: str, text: str) -> Claim:
    return with_field(claim, name, text, no_parse)


def test_every_field_gives_back_the_claim_that_it_was_made_from():
    values = field_values(CLAIM, lambda quantity: quantity.raw)
    assert values["currency"] == NOT_STATED
    assert values["credibility"] == "2"
    for name, text in values.items():
        if name != "value":  # the value's words are the parser's
            assert change(CLAIM, name, text) == CLAIM, name


def test_words_are_tidied():
    assert change(CLAIM, "subject", "  New   Zealand ") == CLAIM


def test_a_chosen_currency_counts_as_stated_and_can_be_taken_back():
    chosen = change(CLAIM, "currency", "NZD")
    assert chosen.quantity is not None
    assert not chosen.quantity.is_currency_unclear
    assert chosen.quantity.unit == "NZD"
    assert change(chosen, "currency", NOT_STATED) == CLAIM


def test_a_corrected_value_keeps_what_it_does_not_say():
    typed = replace(UNCLEAR, low=Decimal(80), high=Decimal(80), role=Role.PLAIN, raw="$80")
    settled = change(CLAIM, "currency", "NZD")
    new = with_field(settled, "value", "$80", lambda _: typed).quantity
    assert new is not None
    assert (new.low, new.unit, new.unit_basis) == (Decimal(80), "NZD", UnitBasis.EXPLICIT)
    assert (new.role, new.raw) == (Role.TOTAL, "$79.5 million")
    other = with_field(settled, "value", "£80", lambda _: replace(typed, currencies=("GBP",)))
    assert other.quantity is not None
    assert other.quantity.is_currency_unclear


def test_an_emptied_value_is_no_value():
    assert change(CLAIM, "value", " ").quantity is None


def test_what_cannot_be_read_is_said():
    with pytest.raises(ReviewerError, match="day, month or year"):
        change(CLAIM, "as_of", "May 2023")
    with pytest.raises(ReviewerError, match="no value"):
        change(CLAIM, "value", "many")
    with pytest.raises(ReviewerError, match="value first"):
        change(Claim(), "role", "total")


@pytest.mark.parametrize("wanted", Exactness)
def test_exactness_reads_back_as_it_was_chosen(wanted):
    made = with_exactness(replace(UNCLEAR, approximator="nearly"), wanted)
    assert exactness_of(made) is wanted
    assert {made.low, made.high} - {None} == {Decimal(79500000)}
    assert exactness_of(with_exactness(made, Exactness.EXACTLY)) is Exactness.EXACTLY


def test_more_than_a_month_starts_after_it():
    may = Quantity(QuantityKind.DATE, date(2023, 5, 1), date(2023, 5, 31))
    after = with_exactness(may, Exactness.MORE_THAN)
    assert (after.low, after.low_open, after.high) == (date(2023, 5, 31), True, None)
    before = with_exactness(may, Exactness.LESS_THAN)
    assert (before.low, before.high, before.high_open) == (None, date(2023, 5, 1), True)


def test_a_day_is_no_amount():
    assert QuantityKind.DATE not in kinds_for(UNCLEAR)
    may = Quantity(QuantityKind.DATE, date(2023, 5, 1), date(2023, 5, 31))
    assert QuantityKind.MONEY not in kinds_for(may)
    count = change(CLAIM, "kind", "count").quantity
    assert count is not None
    assert (count.kind, count.unit, count.currencies) == (QuantityKind.COUNT, "", ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-05-09", "9 May 2023"),
        ("2023-05", "May 2023"),
        ("2023", "2023"),
        ("2022-03/2024-07", "from March 2022 to July 2024"),
        ("/2024", "up to 2024"),
        ("2024/", "since 2024"),
        ("2023-13", ""),
        ("", ""),
    ],
)
def test_periods_in_words(text, words):
    assert period_words(text) == words
