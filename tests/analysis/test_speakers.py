"""Who says a quotation, and whether two texts are about one matter."""

import pytest

from reviewer.analysis.attribution_read import quotations
from reviewer.analysis.matters import names_shared, topic_of
from reviewer.analysis.speakers import speaker_of_quotation
from reviewer.analysis.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"It was poor," said Pat Garrity, Halden CEO.', "Pat Garrity"),
        ('"It was poor," said chief financial officer David Zorn.', "David Zorn"),
        ('The chief executive, Pat Garrity, said: "It was poor."', "Pat Garrity"),
        ('Pat Garrity, Halden CEO, said: "It was poor."', "Pat Garrity"),
        ('Pat Garrity, the chief executive, said: "It was poor."', "Pat Garrity"),
        ('"It was poor," the minister said.', ""),
        ('"It was poor," she said. Halden fell.', ""),
    ],
)
def test_a_role_may_stand_beside_the_name(text, speaker):
    tokens = Tokens(text)
    assert speaker_of_quotation(tokens, quotations(tokens)[0]).name == speaker


def test_one_matter_is_what_a_text_comes_back_to():
    flood = topic_of({"derna": 4, "libya": 2, "daniel": 1}, ("derna", "storm"))
    later = topic_of({"derna": 3, "storm": 1, "greece": 1}, ("derna", "flood"))
    football = topic_of(
        {"brenvik": 6, "malm": 4, "sedna": 3, "taru": 3, "ostland": 2, "libya": 1}, ()
    )
    assert flood[0] == "derna"
    assert names_shared(flood, later) == 2
    assert names_shared(flood, football) == 0
    assert "minister" not in topic_of({"minister": 9}, ())
