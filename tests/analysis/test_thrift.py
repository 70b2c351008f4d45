"""One object for equal values of a text, and nothing that is written otherwise than before."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from telling import reading

from reviewer.analysis.cycles import Stage
from reviewer.analysis.thrift import Thrift


@dataclass(frozen=True, slots=True)
class Told:
    what: tuple[str, ...]
    value: object


def told(what: str, value: object) -> Told:
    return Told(tuple(what.split()), value)


def test_equal_values_are_one_object_and_so_is_what_they_hold():
    one, other, third = Thrift().of(
        tuple(told("dam on the river", Decimal(number)) for number in (5, 5, 6))
    )
    assert one is other
    assert one.what is third.what
    assert third == told("dam on the river", Decimal(6))


def test_what_is_equal_and_not_written_alike_stays_apart():
    values = (1, 1.0, True, Decimal(1), Decimal("1.0"), Decimal("1.00"))
    kept = Thrift().of(tuple((each,) for each in values))
    assert [repr(each) for (each,) in kept] == [repr(each) for each in values]
    assert repr(Thrift().of((("a", 1), ("a", True)))) == "(('a', 1), ('a', True))"


def test_days_sets_and_nothing_come_back_as_they_were():
    value = (date(2024, 5, 13), frozenset(("a", "b")), None, "", (), 3.5)
    assert Thrift().of(value) == value


def test_a_text_that_says_a_thing_again_keeps_its_words_once():
    again = reading(
        "Fiji gave €5 million in aid to Tonga.\n\nFiji gave €5 million in aid to Tonga."
    )
    one, other = again.frames
    assert one.claim != other.claim
    for name in ("span", "who", "near", "words", "names"):
        assert getattr(one, name) is getattr(other, name)
    first, second = again.claims
    assert first.claim is second.claim
    assert first.start != second.start


def test_the_stages_of_the_table_stay_the_ones_of_the_table():
    acts = reading("The council approved the dam on Monday.").statements.acts
    stages = [act.stage for act in acts if act.stage]
    assert stages
    assert all(Thrift().of(stage) is stage for stage in stages)
    assert all(isinstance(stage, Stage) for stage in stages)
