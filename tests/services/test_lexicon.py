"""A reviewer's own words: kept, undone, refused where they say two things."""

import pytest

from reviewer.domain.errors import ConflictError, ReviewerError
from reviewer.domain.term import Term, TermKind
from reviewer.services import history, lexicon
from reviewer.storage.project import Project

KIWIS = Term(TermKind.NAME, "Kiwis", "New Zealand")
PLEDGE = Term(TermKind.MEASURE, "pledge", "aid")


def test_terms_are_kept_and_undone(project: Project) -> None:
    seen = lexicon.terms(project)
    assert seen == (KIWIS,)
    changes = lexicon.set_terms(project, seen, [*seen, Term(TermKind.MEASURE, " pledge ", "aid\n")])
    assert changes.touched("term")
    assert lexicon.terms(project) == (PLEDGE, KIWIS)
    lexicon.set_terms(project, lexicon.terms(project), [PLEDGE])
    assert lexicon.terms(project) == (PLEDGE,)
    history.undo(project)
    history.undo(project)
    assert lexicon.terms(project) == (KIWIS,)
    assert not lexicon.set_terms(project, seen, seen), "nothing to do, so no entry"


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ([Term(TermKind.NAME, "ROK", " ")], "“ROK” stands for"),
        ([Term(TermKind.NAME, "", "South Korea")], "“South Korea”"),
        ([KIWIS, Term(TermKind.NAME, "kiwis", "birds")], "two things"),
    ],
)
def test_what_says_nothing_or_two_things_is_refused(new, why: str, project: Project) -> None:
    with pytest.raises(ReviewerError, match=why):
        lexicon.set_terms(project, [KIWIS], new)
    assert lexicon.terms(project) == (KIWIS,)


def test_one_word_may_be_a_name_and_a_measure(project: Project) -> None:
    both = [KIWIS, Term(TermKind.MEASURE, "Kiwis", "birds")]
    lexicon.set_terms(project, [KIWIS], both)
    assert set(lexicon.terms(project)) == set(both)


def test_two_windows(project: Project) -> None:
    with Project.open(project.path, reviewer="Bo") as other:
        lexicon.set_terms(other, [KIWIS], [PLEDGE])
    with pytest.raises(ConflictError, match="another window"):
        lexicon.set_terms(project, [KIWIS], [KIWIS, PLEDGE])
    assert lexicon.terms(project) == (PLEDGE,)
