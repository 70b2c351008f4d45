"""Words of multiples and of length against the figures beside them."""

import pytest
from telling import reading

from reviewer.analysis.multiples import multiples
from reviewer.analysis.start_and_end import start_and_end


@pytest.mark.parametrize(
    "text",
    [
        "The price tripled from $40 million to $90 million.",
        "The price has more than doubled to $90 million from $50 million.",
        "Waiting lists almost halved to 700 patients from 900 patients.",
    ],
)
def test_a_multiple_that_the_figures_do_not_bear_out_is_told(text):
    (found,) = multiples([reading(text)])
    assert len(found.members) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The price doubled from $40 million to $81 million.",
        "The price has more than doubled to $12 million from $5 million.",
        "The price nearly doubled from $40 million to $75 million.",
        "The council doubled its grant, of $4 million, and $90 million came from the state.",
        "Waiting lists halved to 450 patients from 900 patients.",
    ],
)
def test_one_that_they_do_is_not(text):
    assert list(multiples([reading(text)])) == []


@pytest.mark.parametrize(
    "text",
    [
        "The five-year project ran from 2012 to 2021.",
        "He was mayor from 1998 to 2010, serving for eight years.",
        "The quay was closed from 2019 to 2014.",
    ],
)
def test_years_that_are_not_from_start_to_end_are_told(text):
    (found,) = start_and_end([reading(text)])
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "The five-year project ran from 2012 to 2017.",
        "The five-year project ran from 2012 to 2016.",
        "Output rose from 2012 to 2021, when a two-year strike began.",
        "Prices rose from 2019 tonnes to 2014 tonnes.",
        "It grew from 2012 to 2021 after 30 years of decline.",
    ],
)
def test_years_that_are_or_need_not_be_are_not(text):
    assert list(start_and_end([reading(text)])) == []
