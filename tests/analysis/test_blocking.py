"""The index that says which claims are compared: shared keys, each pair once, never all pairs."""

from telling import reading

from reviewer.analysis.blocking import candidates
from reviewer.analysis.corpus import corpus_of


def pairs(*texts: str) -> list[tuple[str, str]]:
    readings = [reading(text, f"{place}.txt") for place, text in enumerate(texts)]
    return [(a.claim.exact, b.claim.exact) for a, b in candidates(corpus_of(readings))]


def test_a_few_values_of_one_dimension_are_all_compared():
    found = pairs(
        "Fiji gave €5 million in aid to Tonga.",
        "Fiji gave €8 million in aid to Tonga.",
        "Corvex had revenue of €9 million in Semb.",
    )
    assert len(found) == 3


def test_among_many_values_only_those_that_share_a_measure_or_a_word():
    many = [
        f"{name} made €{n} million with {what} in {n + 1900}."
        for n, (name, what) in enumerate(
            (f"{a}{b}{c}ex", f"{b}{c}{a}ings")
            for a in ("Kor", "Vel", "Sem", "Tir")
            for b in ("da", "lo", "mi", "ru")
            for c in ("n", "s", "t", "k")
        )
    ]
    one, other = "Fiji gave €5 million in aid to Tonga.", "Tonga had €8 million in aid of Fiji."
    found = pairs(*many, one, other)
    assert ("€5 million", "€8 million") in found
    assert len(found) < len(many) ** 2 / 4


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
