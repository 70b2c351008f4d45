"""The index that says which claims are compared: shared keys, each pair once, never all pairs."""

from telling import reading

from reviewer.analysis.blocking import candidates
from reviewer.analysis.corpus import corpus_of


def pairs(*texts: str) -> list[tuple[str, str]]:
    readings = [reading(text, f"{place}.txt") for place, text in enumerate(texts)]
    return [(a.claim.exact, b.claim.exact) for a, b in candidates(corpus_of(readings))]


def test_a_measure_and_a_name_in_common():
    found = pairs(
        "Fiji gave €5 million in aid to Tonga.",
        "Fiji gave €8 million in aid to Tonga.",
        "Corvex had revenue of €9 million in Semb.",
    )
    assert found == [("€5 million", "€8 million")]


def test_values_of_other_dimensions_are_not_compared():
    assert pairs("Fiji gave €5 million in aid.", "Fiji gave 8 percent in aid.") == []


def test_each_pair_comes_once():
    text = "Fiji and Tonga said that the aid of Fiji to Tonga in Tonga was €{} million in Fiji."
    found = pairs(*(text.format(number) for number in range(2, 8)))
    assert len(found) == len(set(found)) == 15


def test_a_block_that_is_too_large_is_split_by_what_else_is_shared():
    many = [
        f"Fiji gave €{n} million in aid to {place}ia."
        for n in range(2, 32)
        for place in ("Semb", "Kor", "Vell")
    ]
    found = pairs(*many)
    assert 0 < len(found) < len(many) * (len(many) - 1) / 2
