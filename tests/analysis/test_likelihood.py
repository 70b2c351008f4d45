"""Advice on words of likelihood, by ICD 203."""

import pytest

from reviewer.analysis.likelihood import BANDS, Concern, advise, band_of


@pytest.mark.parametrize("band", BANDS)
def test_the_directives_own_words_are_left_alone(band):
    for term in band.terms:
        assert advise(f"It is {term} that they agree.") == ()
        assert band_of(term) is band


@pytest.mark.parametrize(
    "text",
    [
        "", "They agree.", "In May 2023 it rose.", "As of May it stood.", "We probably know.", "almost certainly so",
        "The mighty river; couldn't-be-done", "A remote village.", "By 5 May, 12 % were paid.",
    ],
)  # fmt: skip
def test_nothing_is_said_of_other_words(text):
    assert [a for a in advise(text) if a.concern is Concern.OUTSIDE] == []


@pytest.mark.parametrize(
    ("text", "words", "figures"),
    [
        ("It might rise.", "might", "20 to 45 %"),
        ("They may agree.", "may", "45 to 55 %"),
        ("May they agree?", "May", "55 to 80 %"),
        ("Possibly a typing error.", "Possibly", "5 to 20 %"),
        ("It is highly likely.", "highly likely", "80 to 95 %"),
        ("It is fairly likely.", "fairly likely", "55 to 80 %"),
        ("There is a good chance of it.", "good chance", "45 to 55 %"),
        ("It cannot be ruled out.", "cannot be ruled out", "1 to 5 %"),
        ("It is certainly so.", "certainly", "95 to 99 %"),
        ("It is a toss-up.", "toss-up", "45 to 55 %"),
    ],
)
def test_words_outside_the_bands_are_pointed_at_with_figures(text, words, figures):
    (advice,) = advise(text)
    assert advice.concern is Concern.OUTSIDE
    assert text[advice.start : advice.end] == words
    assert figures in advice.sentence


def test_likelihood_and_confidence_in_one_sentence():
    text = "One source is old. We judge with high confidence that it is likely an error. It stands."
    (advice,) = advise(text)
    assert advice.concern is Concern.MIXED
    assert text[advice.start : advice.end].startswith("We judge")
    assert text[advice.start : advice.end].endswith("an error.")
    assert "“likely” (55 to 80 %)" in advice.sentence
    assert "“high confidence”" in advice.sentence


def test_in_sentences_of_their_own_they_are_fine():
    assert advise("It is likely an error. We have high confidence in this judgement.") == ()


def test_a_number_does_not_end_a_sentence():
    text = "With low confidence we say that $79.5 million is unlikely to be the total."
    (advice,) = advise(text)
    assert (advice.start, advice.end) == (0, len(text))


def test_advice_comes_in_the_order_of_the_text():
    text = "It might be. Perhaps not. With moderate confidence: likely."
    assert [a.start for a in advise(text)] == sorted(a.start for a in advise(text))
    assert len(advise(text)) == 3


def test_a_long_text_takes_linear_time():
    assert advise("word " * 200_000) == ()
    assert advise("." * 200_000) == ()
