"""Figures told alike with other units, and changes told otherwise of one amount."""

from datetime import date

import pytest

from reviewer.analysis.changes_of_one import changes_of_one
from reviewer.analysis.corpus import corpus_of
from reviewer.analysis.readings import Text, read_text
from reviewer.analysis.same_figure import same_figure
from reviewer.documents.read import read_document

DAY = date(2024, 5, 14)


def found(rule, *texts: str):
    readings = [
        read_text(
            Text(f"{place}.txt", read_document(f"Port Asker\n\n{text}\n".encode(), "a.txt"), DAY)
        )
        for place, text in enumerate(texts)
    ]
    return list(rule(readings, corpus_of(readings)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood in Port Asker drove out 23,700 people.",
         "In Port Asker 23,700 families were driven out."),
        ("The yard at Port Asker will bring 2,300 jobs in building.",
         "The study of Port Asker speaks of 2,300 person-years of building work."),
        ("The wreck lies 46 kilometres off Port Asker.", "The wreck lies 46 miles off Port Asker."),
        ("Port Asker counts the loss at 2.37 billion pesos.",
         "Port Asker counts losses of \u20ac2.37 billion."),
    ],
)  # fmt: skip
def test_one_figure_with_another_unit_is_told(one, other):
    (relation,) = found(same_figure, one, other)
    assert len(relation.members) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood in Port Asker drove out 23,700 people.",
         "In Port Asker 4,900 families were driven out."),
        ("The flood in Port Asker drove out 20,000 people.",
         "In Port Asker 20,000 families live by the sea."),
        ("The wreck lies 46 kilometres off Port Asker.", "Port Asker has 46 miles of road."),
        ("The ferry to Port Asker is 120 metres long.", "In Port Asker 120 feet of quay fell."),
        ("Port Asker counts the loss at $237 million.",
         "Port Asker counts the loss at US$237 million."),
    ],
)  # fmt: skip
def test_figures_of_other_things_are_not(one, other):
    assert found(same_figure, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Port Asker had revenue of \u00a32.84 billion, a decline of 4.4 per cent.",
         "Turnover at Port Asker slid 6.4% to \u00a32.84bn."),
        ("Spending of Port Asker will grow from \u20ac109 million to \u20ac117 million, an increase of 7.3%.",
         "Port Asker lets spending go up by 6.1 per cent on this year's \u20ac109 million."),
        ("Traffic at Port Asker rose 3% to 1,284,000 tonnes.",
         "Traffic at Port Asker reached 1,284,000 tonnes, up 8 per cent."),
    ],
)  # fmt: skip
def test_changes_of_one_amount_that_differ_are_told(one, other):
    (relation,) = found(changes_of_one, one, other)
    assert relation.reason.startswith("Both tell of a ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Port Asker had revenue of \u00a32.84 billion, a decline of 4.4 per cent.",
         "Turnover at Port Asker slid 4% to \u00a32.84bn."),
        ("Port Asker had revenue of \u00a32.84 billion, a decline of 4.4 per cent.",
         "Turnover at Port Asker rose 6.4% to \u00a32.84bn."),
        ("Traffic at Port Asker rose 3% to 1,284,000 tonnes.",
         "Traffic at Port Asker reached 1,284,000 tonnes, up 8 per cent on the quarter before."),
        ("Traffic at Port Asker rose 3% to 1,284,000 tonnes.",
         "Of the 1,284,000 tonnes of Port Asker, 8 per cent were grain."),
    ],
)  # fmt: skip
def test_changes_that_are_one_or_of_another_kind_are_not(one, other):
    assert found(changes_of_one, one, other) == []
