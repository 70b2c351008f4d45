"""What stands before a verb decides what it tells; the forms of a word are one stem."""

import pytest

from reviewer.analysis.stems import noun_stem, verb_stem
from reviewer.analysis.tokens import Tokens
from reviewer.analysis.verbs import Aspect, verb_at

ASPECTS = [  # sentence whose verb is the last word before the bar, aspect
    ("Norvia signed | the treaty", Aspect.DONE),
    ("Norvia has signed | the treaty", Aspect.DONE),
    ("the treaty was finally signed | in May", Aspect.DONE),
    ("Norvia did sign | the treaty", Aspect.DONE),
    ("Norvia has not yet signed | the treaty", Aspect.NOT_DONE),
    ("Norvia hasn’t signed | the treaty", Aspect.NOT_DONE),
    ("Norvia has yet to sign | the treaty", Aspect.NOT_DONE),
    ("Norvia is yet to sign | the treaty", Aspect.NOT_DONE),
    ("Norvia never signed | the treaty", Aspect.NOT_DONE),
    ("Norvia failed to sign | the treaty", Aspect.NOT_DONE),
    ("Norvia has refused to sign | the treaty", Aspect.NOT_DONE),
    ("Norvia did not fail to sign | the treaty", Aspect.DONE),
    ("Norvia could not sign | the treaty", Aspect.NOT_DONE),
    ("the treaty is no longer signed | by hand", Aspect.NOT_DONE),
    ("it left without signing | the treaty", Aspect.NOT_DONE),
    ("Norvia not only signed | the treaty", Aspect.DONE),
    ("Norvia will sign | the treaty", Aspect.PLANNED),
    ("Norvia plans to sign | the treaty", Aspect.PLANNED),
    ("Norvia is expected to sign | the treaty", Aspect.PLANNED),
    ("Norvia is to sign | the treaty", Aspect.PLANNED),
    ("Norvia will not sign | the treaty", Aspect.NOT_PLANNED),
    ("Norvia won't sign | the treaty", Aspect.NOT_PLANNED),
    ("Norvia has no plans to sign | the treaty", Aspect.NOT_PLANNED),
    ("Norvia ruled out signing | the treaty", Aspect.NOT_PLANNED),
    ("Norvia did not immediately sign | the treaty", None),
    ("Norvia does not plan to sign | the treaty", Aspect.NOT_PLANNED),
    ("Norvia is signing | the treaty", Aspect.ONGOING),
    ("the treaty is being signed | in Aldora", Aspect.ONGOING),
    ("Norvia may sign | the treaty", None),
    ("Norvia should have signed | the treaty", None),
    ("Norvia wants to sign | the treaty", None),
    ("a promise to sign | the treaty", None),
    ("after signing | the treaty", None),
]


@pytest.mark.parametrize(("sentence", "aspect"), ASPECTS, ids=str)
def test_what_stands_before_a_verb(sentence, aspect):
    before, _, _ = sentence.partition("|")
    verb = verb_at(Tokens(sentence.replace("|", "")), len(Tokens(before)) - 1)
    assert (verb.aspect if verb else None) is aspect


@pytest.mark.parametrize(
    "forms",
    [
        "evacuate evacuates evacuated evacuating", "stop stops stopped stopping",
        "pass passes passed passing", "carry carries carried carrying", "die dies died",
        "finalise finalised finalized finalizing", "reopen reopens reopened reopening",
    ],
)  # fmt: skip
def test_the_forms_of_a_verb_have_one_stem(forms):
    assert len({verb_stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "programme program programmes", "Pôrto Porto", "centre center", "Jenkins’s jenkins",
        "bodies body", "labour labor", "crashes crash", "people person",
    ],
)  # fmt: skip
def test_the_spellings_of_a_noun_have_one_stem(forms):
    assert len({noun_stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("four", "for"), ("gas", "ga"), ("bus", "bu")])
def test_words_that_only_look_like_forms_stay_apart(one, other):
    assert noun_stem(one) != noun_stem(other)
