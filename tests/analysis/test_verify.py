"""Whether evidence rules a claim out, and the words that tell why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.analysis.verify import refutes

FLOOD = (
    "As of 6 May 2024, the flood in Aldora had killed 85 people, injured 339 and driven 121,957"
    " from their homes; the river rose to 5.3 metres."
)
BUDGET = (
    "Lumen Foods sold 40,155 tonnes in 2023, earned $55.1 million at home and $33.3 million"
    " abroad, and was rated 7.4/10 by 72 analysts."
)
CASES = [  # claim, evidence, refuted
    ("More than 80 people were killed by the flood in Aldora.", FLOOD, False),
    ("More than 90 people were killed by the flood in Aldora.", FLOOD, True),
    ("Fewer than 85 people were killed by the flood in Aldora.", FLOOD, True),
    ("At least 300 people were injured in Aldora.", FLOOD, False),
    ("Over 130,000 people were driven from their homes.", FLOOD, True),
    ("By 7 May 2024 the flood had killed 85 people.", FLOOD, False),
    ("The river rose to over 6 metres.", FLOOD, True),
    ("Lumen Foods earned less than $56 million at home.", BUDGET, False),
    ("Lumen Foods earned more than $34 million abroad.", BUDGET, True),
    ("Lumen Foods sold under 41,000 tonnes in 2023.", BUDGET, False),
    ("Lumen Foods was rated over 7.5/10 by more than 70 analysts.", BUDGET, True),
    ("Lumen Foods was rated over 7.3/10 by more than 70 analysts.", BUDGET, False),
    ("The bridge was opened before June 2019.", "The bridge was opened on 1 July 2019.", True),
    ("The bridge was opened after June 2019.", "The bridge was opened on 1 July 2019.", False),
    ("The ministry has closed the border for 14 days.",
     "The ministry closed the border for two weeks.", False),
    ("The plan drew mixed reviews.", "The plan drew negative reviews.", True),
    ("The plan drew mixed reviews.", "The plan drew mixed reviews from critics.", False),
    ("Norvia has signed the Lake Sedna water treaty.",
     "Norvia has yet to sign the Lake Sedna water treaty.", True),
    ("Aldora is the third largest port of Norvia.", "Aldora is Norvia's fifth largest port.", True),
    ("Section 7 of the Kalmet Phase 2 plan names 12 dams.", "The plan names 12 dams.", False),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "evidence", "refuted"), CASES)
def test_the_verdict(claim, evidence, refuted):
    verdict = refutes(claim, evidence)
    assert verdict.refuted is refuted, verdict.reason
    assert verdict.reason.endswith(".")


@pytest.mark.parametrize("claim", [claim for claim, _, _ in CASES])
def test_nothing_refutes_itself(claim):
    assert not refutes(claim, claim).refuted


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_texts_are_judged(claim, evidence):
    assert 0 <= refutes(claim, evidence).certainty <= 1
