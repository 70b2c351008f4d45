"""Statements, names and attributions that do not agree: a table of cases, and what always holds."""

import pickle
import tomllib
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.analysis.attribution import suggest_attributions
from reviewer.analysis.naming import suggest_names
from reviewer.analysis.stated import Statements, read_statements
from reviewer.analysis.statements import suggest_statements
from reviewer.analysis.suggest import Text
from reviewer.analysis.tokens import Tokens
from reviewer.assets import asset
from reviewer.documents.read import read_document
from reviewer.domain.document import Document
from reviewer.domain.suggestion import SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

FIXTURES = Path(__file__).parents[1] / "fixtures" / "statements"
CASES = [
    case
    for name in ("cases.toml", "held.toml")
    for case in tomllib.loads((FIXTURES / name).read_text("utf-8"))["case"]
]
FOUND = [case for case in CASES if "missed" not in case]
SEEDS = {
    "000_a95dab0e95ffea5c.txt": date(2024, 7, 11),
    "001_8a232c5a78ebdc11.txt": date(2023, 6, 9),
    "002_13eaa3a3efe7b995.txt": date(2025, 5, 10),
    "003_5e585b1573d155be.txt": date(2024, 7, 12),
    "004_99fdc6c8f06cb720.txt": date(2023, 7, 10),
}


@dataclass(frozen=True)
class Read:
    """What the three rules need of a ``suggest.Reading``."""

    statements: Statements


def read(source: str, text: str, day: date | None = None) -> Read:
    return Read(read_statements(Text(source, Document(text), day)))


def suggested(*readings: Read) -> list[SuggestedRelation]:
    found = [
        *suggest_statements(readings),
        *suggest_names(readings),
        *suggest_attributions(readings),
    ]
    return sorted(found, key=lambda each: -each.score)


def kinds(found: list[SuggestedRelation]) -> list[str]:
    return [f"{each.kind}/{each.dimension}" for each in found]


@pytest.mark.parametrize("case", FOUND, ids=lambda case: case["name"])
def test_the_table_of_cases(case):
    one = read("one", case["one"], case["one_day"])
    other = read("other", case["other"], case["other_day"])
    assert kinds(suggested(one, other)) == case["expect"]


@pytest.mark.parametrize("case", FOUND, ids=lambda case: case["name"])
def test_the_order_of_the_texts_does_not_matter(case):
    one = read("one", case["one"], case["one_day"])
    other = read("other", case["other"], case["other_day"])
    assert kinds(suggested(other, one)) == case["expect"]


@pytest.mark.parametrize("case", FOUND, ids=lambda case: case["name"])
def test_members_are_passages_of_their_texts_and_the_reason_quotes_them(case):
    texts = {name: case[name] for name in ("one", "other")}
    found = suggested(*(read(name, text, case[f"{name}_day"]) for name, text in texts.items()))
    for relation in found:
        assert {member.source for member in relation.members} == set(texts)
        assert relation.reason.endswith(".")
        assert 0 < relation.score < 1
        for member in relation.members:
            assert texts[member.source][member.start : member.end] == member.exact
            assert member.claim.quantity is not None
            assert member.claim.quantity.kind is QuantityKind.TEXT


@pytest.mark.parametrize("case", [case for case in CASES if "missed" in case])
def test_what_is_known_to_be_missed_is_told_as_soon_as_it_is_found(case):
    one = read("one", case["one"], case["one_day"])
    other = read("other", case["other"], case["other_day"])
    assert kinds(suggested(one, other)) != case["expect"], "take `missed` from this case"


def _seeds() -> list[Read]:
    return [
        Read(
            read_statements(Text(name, read_document(asset("seeds", name).read_bytes(), name), day))
        )
        for name, day in SEEDS.items()
    ]


def test_the_sample_documents_give_the_two_that_are_there_and_nothing_else():
    found = suggested(*_seeds())
    assert [(each.kind, each.dimension) for each in found] == [
        (RelationKind.UPDATES, Dimension.TEMPORAL),
        (RelationKind.QUALIFIES, Dimension.WORDING),
    ]
    status, name = found
    assert [member.claim.quantity.raw for member in status.members] == [
        "is pushing ahead with",
        "concluded",
    ]
    assert [member.claim.as_of for member in status.members] == ["2023-07-10", "2024"]
    assert "(in preparation → concluded)" in status.reason
    assert {member.claim.quantity.raw for member in name.members} == {
        "declaration of intent",
        "Statement of Intent",
    }


def test_a_short_form_that_one_text_explains_is_known_by_its_long_form():
    day = date(2024, 5, 20)
    long = Read(read_statements(Text("long", Document("The National Water Agency (NWA) met. The NWA approved the Sedna dam."), day), aliases={"NWA": "National Water Agency"}))  # fmt: skip
    other = read("other", "The National Water Agency rejected the Sedna dam.", day)
    foreign = read("foreign", "The Coastal Fishing Board rejected the Sedna dam.", day)
    assert kinds(suggested(long, other)) == ["contradicts/negation"]
    assert not suggested(long, foreign)


def test_one_text_is_not_held_against_itself():
    told = "The Ponte Velha bridge remains closed. On Saturday the Ponte Velha bridge reopened."
    assert not suggested(read("one", told, date(2024, 5, 20)))


def test_boilerplate_is_left_out():
    one = b"The Ponte Velha bridge over the Taru remains closed, officials said on Monday.\n"
    document = read_document(one, "one.txt")
    dimmed = Document(
        document.text,
        tuple(
            type(block)(block.start, block.end, block.kind, block.level, boilerplate=True)
            for block in document.blocks
        ),
    )
    assert read_statements(Text("one", document)).acts
    assert not read_statements(Text("one", dimmed)).acts


def test_what_is_read_can_be_sent_to_another_process():
    for reading in _seeds():
        assert pickle.loads(pickle.dumps(reading.statements)) == reading.statements


_PIECES = st.sampled_from(
    [
        "has", "not", "yet", "to", "signed", "“", "”", '"', "(", ")", ",", ".", "?", "No", "one",
        "was", "killed", "12", "of", "the", "Pôrto", "Agreement", "said", "that", "if", "will",
        "\n", "\n\n", " ", "-", "\u2019", "memorandum", "rose", "being", "Norvia", "and", "plans",
        "😀", "\u0301", "İ", "ß", "3.5%", "2024", "on", "Monday",
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=60).map(" ".join)))
def test_any_text_is_read_and_every_span_lies_within_it(text):
    statements = read_statements(Text("one", Document(text), date(2024, 5, 20)))
    for group in (
        statements.acts, statements.harms, statements.tallies, statements.mentions,
        statements.names, statements.utterances,
    ):  # fmt: skip
        for each in group:
            assert 0 <= each.start < each.end <= len(text)
    other = Read(statements)
    found = suggested(other, read("two", text, date(2024, 5, 21)))
    for relation in found:
        for member in relation.members:
            assert text[member.start : member.end] == member.exact


@pytest.mark.parametrize(
    "unit",
    ["has not ", "was ", "to ", "of ", "Norvia ", "(", "“", "no ", "signed ", "a, ", "12 killed "],
)
def test_the_work_grows_with_the_length_alone(unit, monkeypatch):
    """Counted in tokens looked at, so that no clock is needed."""
    looks = [0]
    plain = Tokens.__getitem__

    def counting(self, index):
        looks[0] += 1
        return plain(self, index)

    monkeypatch.setattr(Tokens, "__getitem__", counting)
    work = []
    for times in (400, 800, 1600):
        looks[0] = 0
        read_statements(Text("one", Document(unit * times)))
        work.append(looks[0])
    assert all(later < 2.6 * earlier + 1000 for earlier, later in pairwise(work))


def test_a_word_that_all_share_brings_no_pairs():
    texts = [
        read(str(number), f"The Ponte Velha bridge {state}.", date(2024, 5, 20))
        for number, state in enumerate(["reopened", "remains closed"] * 40)
    ]
    assert not suggest_statements(texts)
    assert 20 <= len(suggest_statements(texts[:20])) <= 30


def test_one_passage_is_part_of_three_suggestions_at_most():
    closed = [
        read(str(number), "The Ponte Velha bridge remains closed.", date(2024, 5, 20))
        for number in range(8)
    ]
    opened = read("opened", "The Ponte Velha bridge reopened.", date(2024, 5, 20))
    assert len(suggest_statements([*closed, opened])) == 3
