"""A reviewer's own words change what the rules find."""

from making import bring_in

from reviewer.domain.term import Term, TermKind
from reviewer.services import lexicon, suggesting
from reviewer.storage.project import Project

ONE = "Corvex and its people\n\nCorvex employs 4,000 people in Semb.\n"
OTHER = "Marvale and its people\n\nMarvale employs 5,100 people in Semb.\n"


def found(project: Project) -> list[set[str]]:
    return [
        {member.exact for member in proposal.relation.members}
        for proposal in suggesting.read_suggestions(project).relations
    ]


def test_two_names_of_one_subject_are_compared_once_the_reviewer_says_so(project: Project) -> None:
    bring_in(project, "one.txt", ONE)
    bring_in(project, "other.txt", OTHER)
    assert {"4,000", "5,100"} not in found(project)
    lexicon.set_terms(project, lexicon.terms(project), [Term(TermKind.NAME, "Marvale", "Corvex")])
    assert {"4,000", "5,100"} in found(project)
