"""The annotation of the bundles is sound, and the scorer can tell right from wrong."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import bundle_scores
import pytest
from bundle_gold import (
    FOLDER,
    OPENED,
    UNSEEN,
    Bundle,
    GoldQuantity,
    GoldRelation,
    GoldText,
    names,
    overlap,
    read_bundle,
)
from bundle_scores import F1, relations_met, score, table

from reviewer.analysis.quantities import FoundQuantity
from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind

FULL = ("flood", "merger", "wind")
EMPTY = "transit"


@pytest.fixture(scope="module")
def bundles() -> dict[str, Bundle]:
    return {name: read_bundle(name) for name in names()}


def quantity_of(known: GoldQuantity) -> Quantity:
    return Quantity(known.kind, known.low, known.high, unit=known.unit, raw=known.quote)


def suggestion(
    gold: GoldRelation, kind: RelationKind = RelationKind.CONTRADICTS, shift: int = 0
) -> SuggestedRelation:
    """What an engine would give that finds just this; ``shift`` makes each value another."""
    members = []
    for m in gold.members:
        quantity = quantity_of(m.quantities[0]) if m.quantities else None
        if quantity and shift:
            low = quantity.low if quantity.low is not None else quantity.high
            other = low + timedelta(shift) if isinstance(low, date) else low + shift
            quantity = Quantity(quantity.kind, other, other, unit=quantity.unit)
        claim = Claim("", "", quantity)
        members.append(SuggestedClaim(m.file, m.start, m.end, "", claim))
    dimension = Dimension(gold.dimensions[-1]) if gold.dimensions else None
    return SuggestedRelation(kind, dimension, 1.0, "rule", 1, "", tuple(members))


def suggesting(monkeypatch, *relations: SuggestedRelation) -> None:
    monkeypatch.setattr(bundle_scores, "suggest", lambda _: relations)
    monkeypatch.setattr(bundle_scores, "read_text", lambda text: text)


def test_all_are_there():
    assert names() == tuple(sorted((*FULL, EMPTY)))


@pytest.mark.parametrize("name", names())
def test_texts_are_as_long_as_news_is_and_have_quantities(name, bundles):
    bundle = bundles[name]
    assert 3 <= len(bundle.texts) <= 5
    assert {p.name for p in (FOLDER / name).iterdir()} == {*bundle.texts, "gold.toml"}
    for text in bundle.texts.values():
        assert 250 <= len(text.document.text.split()) <= 900
        assert sum(q.file == text.file for q in bundle.quantities) >= 20
        assert text.title
        assert text.publisher


@pytest.mark.parametrize("name", names())
def test_quantities_have_bounds_and_are_apart(name, bundles):
    for known in bundles[name].quantities:
        assert (known.low, known.high) != (None, None), known
        if known.low is not None and known.high is not None:
            assert known.low <= known.high, known
        assert known.kind is not QuantityKind.TEXT
        assert known.kind is not QuantityKind.MONEY or known.unit in {
            "$", "PHP", "USD", "AUD", "CAD", "GBP", "EUR",
        }, known  # fmt: skip
    places = sorted((q.file, *q.spans[0]) for q in bundles[name].quantities)
    for (file, _, end), (next_file, start, _) in pairwise(places):
        assert file != next_file or end <= start


@pytest.mark.parametrize("name", names())
def test_relations_are_in_the_words_of_the_program(name, bundles):
    relations = bundles[name].relations
    assert len({r.id for r in relations}) == len(relations)
    for relation in relations:
        assert relation.expect in {"suggest", "never", "may"}
        assert set(relation.dimensions) <= set(Dimension), relation.id
        assert set(relation.kind.split()) <= set(RelationKind), relation.id
        assert relation.explanation.endswith("."), relation.id
        assert len({(m.file, m.start, m.end) for m in relation.members}) >= 2, relation.id
        if relation.expect == "suggest":
            assert relation.kind, relation.id
            assert relation.dimensions, relation.id


def test_the_readme_tells_how_many_there_are_to_find(bundles):
    lines = (FOLDER / "README.md").read_text("utf-8").splitlines()
    for name, bundle in bundles.items():
        (line,) = (line for line in lines if line.startswith(f"| `{name}` |"))
        assert line.endswith(f"| {len(bundle.wanted)} |")


@pytest.mark.parametrize("name", FULL)
def test_each_has_disagreements_of_all_sorts_and_more_that_only_look_alike(name, bundles):
    bundle = bundles[name]
    assert 6 <= len(bundle.wanted) <= 12
    assert len(bundle.expected("never")) >= 2 * len(bundle.wanted)
    kinds = {d for r in bundle.expected("suggest") for d in r.dimensions}
    assert kinds >= {"numeric", "sum", "temporal", "negation", "attribution", "scope", "unit"}


def test_one_has_nothing_to_find(bundles):
    assert {r.expect for r in bundles[EMPTY].relations} == {"never"}
    assert len(bundles[EMPTY].relations) >= 40


def test_sums_are_annotated_as_they_add_up(bundles):
    told = set()
    for bundle in bundles.values():
        for relation in bundle.relations:
            if "sum" not in relation.dimensions or len(relation.members) < 3:
                continue
            total, *parts = (m.quantities[0].low for m in relation.members)
            assert (sum(parts) != total) == (relation.expect == "suggest"), relation.id
            told.add(relation.expect)
    assert told == {"suggest", "never"}


def test_weekdays_that_are_written_with_their_day_fit_but_for_the_two_that_are_hidden(bundles):
    wrong = set()
    for bundle in bundles.values():
        for q in bundle.quantities:
            day = q.quote.split()[0].strip(",.").casefold()[:3]
            if day in {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}:
                assert isinstance(q.low, date)
                if f"{q.low:%a}".casefold() != day:
                    wrong.add(q.quote)
    assert wrong == {"Friday, 17 October 2024", "Monday, 11 March"}


def test_a_quote_that_is_not_once_in_its_text_is_an_error(tmp_path):
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "a.txt").write_text("Five here, five there, and six.", "utf-8")
    for quote in ("five of", "e"):
        (tmp_path / "odd" / "gold.toml").write_text(
            f"""
            documents = [{{file = "a.txt", title = "A", publisher = "B", published = "2024-01-01"}}]
            quantities = [{{file = "a.txt", quote = "{quote}", kind = "count", low = "5", unit = ""}}]
            relations = []
            """,
            "utf-8",
        )
        with pytest.raises(ValueError, match="not once"):
            read_bundle("odd", tmp_path)


@pytest.mark.parametrize("name", names())
def test_what_is_annotated_is_recognised_when_it_is_suggested(name, bundles):
    for relation in bundles[name].relations:
        assert relation in relations_met(bundles[name], suggestion(relation)), relation.id


@pytest.mark.parametrize("name", names())
def test_another_value_of_the_same_sentence_is_not_it(name, bundles):
    for relation in bundles[name].relations:
        if all(len(m.quantities) == 1 and not m.quantities[0].fuzzy for m in relation.members):
            shifted = suggestion(relation, shift=12345)
            assert relation not in relations_met(bundles[name], shifted), relation.id


def test_half_a_relation_is_not_it(bundles):
    for relation in bundles["flood"].expected("suggest"):
        whole = suggestion(relation)
        half = replace(whole, members=(whole.members[0], whole.members[0]))
        if relation.id != "weekday-landfall":  # two halves of one date
            assert relation not in relations_met(bundles["flood"], half), relation.id


@pytest.mark.parametrize("name", FULL)
def test_all_that_is_wanted_and_nothing_else_is_the_best_score(name, bundles, monkeypatch):
    bundle = bundles[name]
    suggesting(monkeypatch, *(suggestion(r) for r in bundle.expected("suggest")))
    best = score(bundle)
    assert best.found == best.found_first == best.found_aright == best.wanted == bundle.wanted
    assert (best.false_first, best.alerts) == (0, ())
    n = len(bundle.wanted)
    assert f"| {name} | {n} of {n} | {n} of {n} | {n} of {n} | 0 of 10 | 0 |" in table([best])


@pytest.mark.parametrize("name", names())
def test_false_ones_before_the_right_ones_are_the_worst(name, bundles, monkeypatch):
    bundle = bundles[name]
    never = bundle.expected("never")
    right = (suggestion(r) for r in bundle.expected("suggest"))
    suggesting(monkeypatch, *(suggestion(never[0]) for _ in range(40)), *right)
    worst = score(bundle)
    assert worst.found == bundle.wanted
    assert worst.found_first == frozenset()
    assert worst.false_first == 10
    assert never[0].id in worst.alerts


def test_a_dimension_that_was_not_annotated_is_found_but_not_aright(bundles, monkeypatch):
    one = suggestion(bundles["flood"].expected("suggest")[0])
    suggesting(monkeypatch, replace(one, dimension=Dimension.WORDING))
    told = score(bundles["flood"])
    assert told.found == {"rain-magsaway"}
    assert told.found_aright == frozenset()


def test_what_may_be_suggested_is_neither_false_nor_wanted(bundles, monkeypatch):
    bundle = bundles["flood"]
    suggesting(monkeypatch, suggestion(bundle.expected("may")[-1]))
    told = score(bundle)
    assert (told.found, told.false_first, told.alerts) == (frozenset(), 0, ())


def test_support_is_no_alert(bundles, monkeypatch):
    bundle = bundles[EMPTY]
    suggesting(monkeypatch, *(suggestion(r, RelationKind.SUPPORTS) for r in bundle.relations))
    assert score(bundle).suggestions == 0


@pytest.mark.parametrize("name", names())
def test_quantities_as_annotated_score_one_and_one_code_point_off_no_span(
    name, bundles, monkeypatch
):
    bundle = bundles[name]

    def reader(off: int, *, optional: bool):
        by_text = {t.document.text: t for t in bundle.texts.values()}

        def read(text: str, reference: date) -> tuple[FoundQuantity, ...]:
            gold_text: GoldText = by_text[text]
            assert reference == gold_text.published
            return tuple(
                FoundQuantity(q.spans[0][0], q.spans[0][1] + off, quantity_of(q))
                for q in bundle.quantities
                if q.file == gold_text.file and (optional or not q.optional)
            )

        return read

    for optional in (False, True):
        monkeypatch.setattr(bundle_scores, "read_quantities", reader(0, optional=optional))
        spans, values = bundle_scores.score_quantities(bundle)
        assert spans.value == values.value == 1
    monkeypatch.setattr(bundle_scores, "read_quantities", reader(1, optional=False))
    spans, values = bundle_scores.score_quantities(bundle)
    assert spans.value < 0.3  # a few are as right with one more character
    assert values.value == 1


def test_f1_counts_what_is_missing_and_what_is_too_much():
    assert F1(0, 0, 5).value == 0
    assert F1(2, 2, 6).value == F1(2, 6, 2).value == 0.5


def test_spans_overlap_only_if_they_share_something():
    assert overlap((1, 3), (2, 9))
    assert not overlap((1, 3), (3, 9))


FLOORS = {"flood": 8, "merger": 8, "wind": 8, "transit": 0}
FLOOR_OF_MANY = {OPENED: (154, 98), UNSEEN: (20, 9)}  # wanted, and found of them


@pytest.mark.parametrize("name", names())
def test_the_engine_finds_what_it_found(name: str) -> None:
    found = score(read_bundle(name))
    assert len(found.found) >= FLOORS[name]
    assert found.false_first <= 3
    assert len(found.alerts) <= 2


@pytest.mark.parametrize("folder", FLOOR_OF_MANY, ids=lambda folder: folder.name)
def test_of_texts_written_later_it_finds_what_it_found(folder) -> None:
    found = [score(read_bundle(name, folder)) for name in names(folder)]
    wanted, least = FLOOR_OF_MANY[folder]
    assert sum(len(each.wanted) for each in found) == wanted
    assert sum(len(each.found) for each in found) >= least
