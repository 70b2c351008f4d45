"""Two short texts side by side, through the whole engine: what must be alerted, and what not."""

import tomllib
from pathlib import Path

import pytest

from reviewer.analysis.suggest import Text, read_text, suggest
from reviewer.domain.document import Document
from reviewer.domain.vocabulary import RelationKind

FOLDER = Path(__file__).parents[1] / "fixtures" / "statements"
TABLE = [
    pair
    for table in sorted(FOLDER.glob("pairs*.toml"))
    for pair in tomllib.loads(table.read_text("utf-8"))["pair"]
]
PAIRS = [pair for pair in TABLE if "missed" not in pair]


def alerts(pair, order=(0, 1)):
    texts = [Text(name, Document(pair[name]), day) for name, day in zip(("one", "other"), pair["days"], strict=True)]  # fmt: skip
    found = suggest([read_text(texts[place]) for place in order])
    return [f"{each.kind}/{each.dimension}" for each in found if each.kind is not RelationKind.SUPPORTS]  # fmt: skip


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["", "turned"])
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_a_pair_of_texts(pair, order):
    found = alerts(pair, order)
    if pair["expect"]:
        assert found
        assert found[0] in pair["expect"]
    else:
        assert not found


@pytest.mark.parametrize(
    "pair", [pair for pair in TABLE if "missed" in pair], ids=lambda pair: pair["name"]
)
def test_what_is_known_to_be_missed_is_told_as_soon_as_it_is_found(pair):
    found = alerts(pair)
    right = found and found[0] in pair["expect"] if pair["expect"] else not found
    assert not right, "take `missed` from this pair"
