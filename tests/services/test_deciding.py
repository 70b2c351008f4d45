"""Suggestions: what is pending, accepting, dismissing, undoing, reading again, two windows."""

from collections import Counter
from dataclasses import replace

import pytest
from making import annotation_of, bring_in, edition_id, mark, only_relation, rows_of
from proposing import PARTS, TWO, claim_at, later, opened, propose, relation_of

from reviewer.analysis.prefill import read_claim
from reviewer.domain.errors import ConflictError
from reviewer.domain.proposals import Outcome
from reviewer.domain.suggestion import SuggestedClaim
from reviewer.domain.vocabulary import RelationKind, Status
from reviewer.services import annotating, deciding, history, proposed, relating, sources
from reviewer.storage import queries, suggestions
from reviewer.storage.project import Project

FRESH = (("aid.txt", "NZ$78 million"), ("pledge.txt", "$50.8 million"))


@pytest.fixture
def blank(project: Project) -> Project:
    """The project without annotations."""
    for annotation in queries.annotations(project):
        annotating.delete_annotation(project, annotation.id)
    return project


def keys(project: Project) -> list[str]:
    return [view.key for view in proposed.pending_relations(project)]


def origins(project: Project) -> dict[str, str]:
    made = [*queries.relations(project), *queries.annotations(project)]
    return suggestions.origins(project, [each.id for each in made])


def claims(project: Project, file_name: str) -> list[str]:
    return [c.claim.exact for c in proposed.pending_claims(project, edition_id(project, file_name))]


def test_what_is_proposed_is_pending_with_both_passages_in_context(blank: Project) -> None:
    propose(blank, relation_of(blank, *TWO))
    (view,) = proposed.pending_relations(blank)
    first, second = view.passages
    assert first.annotation.target.exact == "NZ$78 million"
    assert first.before.endswith("had committed ")
    assert second.after.startswith(" in pledged support")
    assert (first.source.title, second.source.title) != ("", "")
    assert (view.record.rule, view.record.decided) == ("value", 1), "one was dismissed before"


def test_best_first(blank: Project) -> None:
    low = relation_of(blank, *TWO, score=0.4)
    high = relation_of(blank, *PARTS, score=0.8)
    propose(blank, low, high)
    assert keys(blank) == [high.key, low.key]


def test_what_stands_already_is_not_suggested(project: Project) -> None:
    """The reviewer's passage is longer than the rule's, and the relation is the same."""
    assert only_relation(project).kind is RelationKind.CONTRADICTS
    propose(project, relation_of(project, *TWO), relation_of(project, *FRESH))
    assert keys(project) == [relation_of(project, *FRESH).key]
    relating.remove_relation(project, only_relation(project).id)
    assert len(keys(project)) == 2
    history.undo(project)
    assert len(keys(project)) == 1


def test_accepting_makes_claims_and_an_open_relation_at_once(blank: Project) -> None:
    about = relation_of(blank, *TWO)
    propose(blank, about)
    before = rows_of(blank)
    changes = deciding.accept(blank, about.key)
    relation = only_relation(blank)
    assert (relation.kind, relation.dimension) == (about.relation.kind, about.relation.dimension)
    assert relation.status is Status.OPEN
    sides = queries.annotations(blank, relation.members)
    assert {a.target.exact for a in sides} == {"NZ$78 million", "$79.5 million"}
    assert all(a.claim == annotated.claim for a, annotated in zip(
        sorted(sides, key=lambda a: a.target.exact),
        sorted(about.relation.members, key=lambda m: m.exact), strict=True))  # fmt: skip
    assert all(a.target.prefix for a in sides)
    assert changes.label.startswith("Accept the suggestion on “NZ$78 million” and ")
    assert origins(blank)[relation.id] == "value v1"
    assert keys(blank) == []
    after = rows_of(blank)
    assert history.undo(blank)
    assert rows_of(blank) == before, "one action, one undo"
    assert keys(blank) == [about.key]
    assert history.redo(blank)
    assert rows_of(blank) == after
    assert keys(blank) == []


def test_accepting_takes_the_annotations_that_are_there(project: Project) -> None:
    relating.remove_relation(project, only_relation(project).id)
    about = relation_of(project, *TWO)
    propose(project, about)
    count = len(queries.annotations(project))
    deciding.accept(project, about.key)
    assert len(queries.annotations(project)) == count
    members = only_relation(project).members
    assert {a.target.exact for a in queries.annotations(project, members)} == {
        "NZ$78 million", "total of $79.5 million",
    }  # fmt: skip


def test_an_annotation_without_a_claim_gets_it(blank: Project) -> None:
    there = mark(blank, "aid.txt", "NZ$78 million")
    annotating.edit_claim(blank, there, queries.annotation(blank, there).claim, None)
    about = relation_of(blank, *TWO)
    propose(blank, about)
    deciding.accept(blank, about.key)
    assert queries.annotation(blank, there).claim == about.relation.members[0].claim
    assert there in only_relation(blank).members


def test_a_third_value_in_one_long_annotation_gets_one_of_its_own(blank: Project) -> None:
    whole = "$79.5 million in pledged support includes $50.8 million"
    long = mark(blank, "pledge.txt", whole)
    about = relation_of(blank, *PARTS)
    propose(blank, about)
    deciding.accept(blank, about.key)
    members = only_relation(blank).members
    assert len(set(members)) == 2
    assert long in members, "it tells the first value"


def test_one_annotation_is_never_both_sides(blank: Project) -> None:
    """It tells two claims of one value, and each needs a side of its own."""
    text = "Kenya gave $5 million in aid, and Chile gave $5 million in aid.\n"
    bring_in(blank, "gifts.txt", text)
    edition = edition_id(blank, "gifts.txt")
    annotating.tag_passage(blank, edition, 0, len(text) - 1, None)
    places = [(at, at + len("$5 million")) for at in (text.index("$5"), text.rindex("$5"))]
    claims = tuple(
        SuggestedClaim(edition, start, end, text[start:end], read_claim(text, start, end))
        for start, end in places
    )
    about = relation_of(blank, *TWO)
    about = replace(about, relation=replace(about.relation, members=claims))
    propose(blank, about)
    deciding.accept(blank, about.key)
    first, second = queries.annotations(blank, only_relation(blank).members)
    assert first.id != second.id
    assert {first.target.exact, second.target.exact} == {text[:-1], "$5 million"}


def test_dismissing_with_and_without_a_why(blank: Project) -> None:
    one, other = relation_of(blank, *TWO), relation_of(blank, *PARTS)
    propose(blank, one, other)
    before = rows_of(blank)
    deciding.dismiss(blank, one.key, " other years ")
    deciding.dismiss(blank, other.key)
    rows = rows_of(blank)["suggestion_decision"]
    assert (rows[one.key]["outcome"], rows[one.key]["why"]) == ("dismissed", "other years")
    assert (rows[other.key]["why"], rows[other.key]["relation_id"]) == ("", None)
    assert rows[one.key]["decided_by"] == "Ada"
    assert keys(blank) == []
    assert not queries.relations(blank)
    assert not queries.annotations(blank)
    history.undo(blank)
    assert keys(blank) == [other.key]
    history.undo(blank)
    assert rows_of(blank) == before
    history.redo(blank)
    assert keys(blank) == [other.key]


def test_editing_is_accepting_with_an_outcome_of_its_own(blank: Project) -> None:
    about = relation_of(blank, *TWO)
    propose(blank, about)
    deciding.accept(blank, about.key, Outcome.EDITED)
    row = rows_of(blank)["suggestion_decision"][about.key]
    assert (row["outcome"], row["relation_id"]) == ("edited", only_relation(blank).id)
    assert origins(blank)[only_relation(blank).id] == "value v1"


@pytest.mark.parametrize("decide", [deciding.accept, deciding.dismiss])
def test_what_was_decided_is_not_suggested_again(decide, blank: Project) -> None:
    about = relation_of(blank, *TWO)
    propose(blank, about)
    decide(blank, about.key)
    propose(blank, about)
    assert keys(blank) == [], "after a re-run"
    propose(blank, later(about, 2))
    assert keys(blank) == [], "by a new version of the rule"
    for relation in queries.relations(blank):
        relating.remove_relation(blank, relation.id)
    assert keys(blank) == [], "after the reviewer removed what came of it"


def test_a_claim_alone(blank: Project) -> None:
    one, other = claim_at(blank, *TWO[0]), claim_at(blank, "aid.txt", "May 2023")
    propose(blank, claims=(one, other))
    assert claims(blank, "aid.txt") == ["NZ$78 million", "May 2023"]
    deciding.accept(blank, one.key)
    made = annotation_of(blank, "NZ$78 million")
    assert made.claim == one.claim.claim
    assert origins(blank)[made.id] == "reading v1"
    deciding.dismiss(blank, other.key)
    assert claims(blank, "aid.txt") == []
    annotating.delete_annotation(blank, made.id)
    assert claims(blank, "aid.txt") == [], "it was decided on"
    for _ in range(3):
        history.undo(blank)
    assert claims(blank, "aid.txt") == ["NZ$78 million", "May 2023"]


def test_a_claim_that_was_tagged_is_not_suggested(blank: Project) -> None:
    propose(blank, claims=(claim_at(blank, *TWO[0]), claim_at(blank, *TWO[1])))
    mark(blank, "pledge.txt", "total of $79.5 million")
    assert claims(blank, "pledge.txt") == []
    mark(blank, "aid.txt", "committed")
    assert claims(blank, "aid.txt") == ["NZ$78 million"]
    history.undo(blank)
    history.undo(blank)
    assert claims(blank, "pledge.txt") == ["$79.5 million"]


def test_a_side_made_for_a_relation_is_not_suggested_alone_later(blank: Project) -> None:
    about = relation_of(blank, *TWO)
    propose(blank, about, claims=(claim_at(blank, *TWO[0]),))
    deciding.accept(blank, about.key)
    annotating.delete_annotation(blank, annotation_of(blank, "NZ$78 million").id)
    assert claims(blank, "aid.txt") == []


def test_precision_counts_and_orders(blank: Project) -> None:
    good = relation_of(blank, *TWO, rule="sums", score=0.5)
    poor = relation_of(blank, *PARTS, rule="value", score=0.55)
    propose(blank, good, poor)
    (record,) = (r for r in proposed.rule_records(blank) if r.rule == "value")
    assert (record.kept, record.decided) == (0, 1)
    assert keys(blank) == [good.key, poor.key], "one of the other was dismissed before"
    extra = relation_of(blank, *FRESH, rule="value", score=0.1)
    propose(blank, good, poor, extra)
    deciding.accept(blank, extra.key)
    by_rule = {r.rule: r for r in proposed.rule_records(blank)}
    assert (by_rule["value"].kept, by_rule["value"].decided) == (1, 2)
    assert by_rule["value"].weight == pytest.approx(3 / 4)
    views = {view.key: view for view in proposed.pending_relations(blank)}
    assert (views[poor.key].record.kept, views[poor.key].record.decided) == (1, 2)
    assert (views[good.key].record.kept, views[good.key].record.decided) == (0, 0)
    assert views[good.key].score == pytest.approx(0.5)


def test_sides_in_the_trash_are_not_suggested(blank: Project) -> None:
    propose(blank, relation_of(blank, *TWO))
    source = queries.sources_by_edition(blank, [edition_id(blank, "aid.txt")])
    (trashed,) = source.values()
    sources.remove_source(blank, trashed.id)
    assert keys(blank) == []
    sources.restore_source(blank, trashed.id)
    assert len(keys(blank)) == 1


def test_what_is_decided_in_one_window_is_refused_in_the_other(blank: Project) -> None:
    one, other = relation_of(blank, *TWO), relation_of(blank, *PARTS)
    propose(blank, one, other)
    with opened(blank.path) as second:
        assert Counter(keys(second)) == Counter(keys(blank))
        deciding.accept(second, one.key)
        for decide in (deciding.accept, deciding.dismiss):
            with pytest.raises(ConflictError, match="another window"):
                decide(blank, one.key)
        assert keys(blank) == [other.key]
        propose(second)
        with pytest.raises(ConflictError, match="read again"):
            deciding.accept(blank, other.key)
    history.undo(blank)
    assert not queries.relations(blank), "what the other window accepted"


def test_a_span_that_is_not_its_text_is_refused(blank: Project) -> None:
    about = relation_of(blank, *TWO)
    first, second = about.relation.members
    moved = replace(first, start=first.start + 1, end=first.end + 1)
    wrong = replace(about, relation=replace(about.relation, members=(moved, second)))
    propose(blank, wrong)
    before = rows_of(blank)
    with pytest.raises(ConflictError, match="not as it was"):
        deciding.accept(blank, wrong.key)
    assert rows_of(blank) == before
