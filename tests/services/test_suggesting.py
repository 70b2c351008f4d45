"""Reading a project's texts for suggestions: what is read, what is kept, and what is left alone."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from making import bring_in, edition_id, rows_of

from reviewer.analysis.suggest import Reading, Text
from reviewer.domain.suggestion import SuggestedClaim, SuggestedRelation
from reviewer.domain.term import Term, TermKind
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind
from reviewer.services import annotating, deciding, history, lexicon, proposed, sources, suggesting
from reviewer.services.suggesting import Known
from reviewer.storage import contents, queries, suggestions
from reviewer.storage.project import Project

SAME = "New Zealand had committed NZ$91 million in aid to Ukraine.\n"


@pytest.fixture(autouse=True)
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Money against money of another text; the rules themselves have tests of their own."""

    def money(readings: list[Reading], **_: object) -> tuple[SuggestedRelation, ...]:
        found = [
            each
            for reading in readings
            for each in reading.claims
            if each.claim.quantity and each.claim.quantity.kind is QuantityKind.MONEY
        ]
        return tuple(
            SuggestedRelation(
                RelationKind.CONTRADICTS, Dimension.NUMERIC, 0.5, "money", 1,
                f"{one.exact} and {other.exact}.", (one, other),
            )
            for one, other in combinations(found, 2)
            if one.source != other.source
        )  # fmt: skip

    monkeypatch.setattr(suggesting, "suggest", money)


@pytest.fixture
def blank(project: Project) -> Project:
    for annotation in queries.annotations(project):
        annotating.delete_annotation(project, annotation.id)
    return project


def test_a_read_only_project_is_read_and_the_writing_one_keeps(blank: Project) -> None:
    bring_in(blank, "more.txt", SAME)
    with Project.open(blank.path, reviewer="worker", read_only=True) as worker:
        run = suggesting.read_suggestions(worker)
    before, undoable = rows_of(blank), history.next_undo(blank)
    suggesting.store(blank, run)
    assert rows_of(blank) == before
    assert history.next_undo(blank) == undoable, "there is nothing to undo"
    for file_name in ("aid.txt", "pledge.txt", "more.txt"):
        edition = edition_id(blank, file_name)
        text = contents.read_text(blank, edition)
        found = proposed.pending_claims(blank, edition)
        assert found
        for each in found:
            assert text[each.claim.start : each.claim.end] == each.claim.exact
    pairs = [
        {p.annotation.target.exact for p in view.passages}
        for view in proposed.pending_relations(blank)
    ]
    assert {"NZ$78 million", "NZ$91 million"} in pairs


def test_a_value_of_nobody_knows_what_is_no_claim_to_accept(
    blank: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be a side of a relation all the same: there a rule says what it is compared with."""
    bring_in(blank, "bare.txt", "It cost $5 million then.\n")
    edition = edition_id(blank, "bare.txt")

    def bare(text: Text, **words: Any) -> Reading:
        read = original(text, **words)
        if text.source != edition:
            return read
        claims = (replace(c, claim=replace(c.claim, measure="")) for c in read.claims)
        return replace(read, claims=tuple(claims))

    original = suggesting.read_text
    monkeypatch.setattr(suggesting, "read_text", bare)
    suggesting.store(blank, suggesting.read_suggestions(blank))
    assert not proposed.pending_claims(blank, edition)
    assert proposed.was_read(blank, edition)
    assert any(
        passage.annotation.target.exact == "$5 million"
        for view in proposed.pending_relations(blank)
        for passage in view.passages
    )


def test_what_is_kept_comes_back_as_it_was(blank: Project) -> None:
    bring_in(blank, "more.txt", SAME)
    run = suggesting.read_suggestions(blank)
    suggesting.store(blank, run)
    kept = {each.key: each for each in suggestions.relations(blank)}
    for each in run.relations:
        assert kept[each.key].relation.members == each.relation.members
        assert kept[each.key].relation.reason == each.relation.reason
    for edition in run.edition_ids:
        assert suggestions.claims_in(blank, edition) == tuple(
            each for each in run.claims if each.claim.source == edition
        )


def test_it_is_told_how_far_the_work_is(blank: Project) -> None:
    told: list[float] = []
    known: Known = {}
    suggesting.read_suggestions(blank, None, known, told.append)
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 1
    reading = {share for share in told if share < 2 / 3}
    assert len(reading) > 10, "reading is two thirds of the work, and told all along"
    again: list[float] = []
    suggesting.read_suggestions(blank, None, known, again.append)
    assert len(again) < len(told), "nothing is read again, so that nothing is told of reading"


def test_what_a_listener_raises_ends_the_work(blank: Project) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise InterruptedError

    known: Known = {}
    with pytest.raises(InterruptedError):
        suggesting.read_suggestions(blank, None, known, stop)
    assert len(known) == 1, "the second text was being read"


def test_only_what_is_new_is_read(blank: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noting(text: Text, **words: Any) -> Reading:
        read.append(text.source)
        return original(text, **words)

    original = suggesting.read_text
    monkeypatch.setattr(suggesting, "read_text", noting)
    known: Known = {}
    suggesting.store(blank, suggesting.read_suggestions(blank, None, known))
    assert len(read) == 2
    bring_in(blank, "more.txt", SAME)
    new = edition_id(blank, "more.txt")
    suggesting.store(blank, suggesting.read_suggestions(blank, [new], known))
    assert read[2:] == [new]
    assert suggestions.claims_in(blank, edition_id(blank, "aid.txt")), "these stayed"
    suggesting.read_suggestions(blank, None, known)
    assert len(read) == 3
    (source,) = queries.sources_by_edition(blank, [new]).values()
    sources.edit_source(blank, source, replace(source, published="2024-07"))
    suggesting.read_suggestions(blank, None, known)
    assert read[3:] == [new], "its days are counted from another date now"
    lexicon.set_terms(blank, lexicon.terms(blank), [Term(TermKind.MEASURE, "pledge", "aid")])
    suggesting.read_suggestions(blank, None, known)
    assert len(read) == 7, "words mean something else in all of them"


def test_the_trash_is_not_read(blank: Project) -> None:
    edition = edition_id(blank, "aid.txt")
    (source,) = queries.sources_by_edition(blank, [edition]).values()
    sources.remove_source(blank, source.id)
    run = suggesting.read_suggestions(blank)
    assert edition not in run.edition_ids
    assert len(run.edition_ids) == 1


def test_what_is_gone_is_no_longer_held(blank: Project) -> None:
    known: Known = {}
    suggesting.read_suggestions(blank, None, known)
    edition = edition_id(blank, "aid.txt")
    assert edition in known
    (source,) = queries.sources_by_edition(blank, [edition]).values()
    sources.remove_source(blank, source.id)
    kept = {key: known[key] for key in known if key != edition}
    suggesting.read_suggestions(blank, None, known)
    assert known == kept
    assert all(known[key] is kept[key] for key in kept), "the others are not read again"


def test_running_again_and_a_new_version_do_not_bring_back_what_was_decided(
    blank: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(blank, "more.txt", SAME)
    suggesting.store(blank, suggesting.read_suggestions(blank))
    views = proposed.pending_relations(blank)
    assert len(views) > 1
    deciding.dismiss(blank, views[0].key)
    deciding.accept(blank, views[1].key)
    decided = {views[0].key, views[1].key}
    suggesting.store(blank, suggesting.read_suggestions(blank))
    assert not decided & {view.key for view in proposed.pending_relations(blank)}

    def newer(readings: list[Reading], **_: object) -> tuple[SuggestedRelation, ...]:
        """Spans reach a word further back, and the kind is another."""
        return tuple(
            replace(each, kind=RelationKind.UPDATES, version=2, members=tuple(
                wider(member, readings) for member in each.members
            ))
            for each in original(readings)
        )  # fmt: skip

    def wider(member: SuggestedClaim, readings: list[Reading]) -> SuggestedClaim:
        (text,) = (r.text.document.text for r in readings if r.text.source == member.source)
        start = text.rfind(" ", 0, max(0, member.start - 1)) + 1
        return replace(member, start=start, exact=text[start : member.end])

    original = suggesting.suggest
    monkeypatch.setattr(suggesting, "suggest", newer)
    suggesting.store(blank, suggesting.read_suggestions(blank))
    left = {view.key for view in proposed.pending_relations(blank)}
    assert left == {view.key for view in views[2:]}


def test_two_suggestions_of_one_pair_are_one(
    blank: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(blank, "more.txt", SAME)
    original = suggesting.suggest

    def twice(readings: list[Reading], **_: object) -> tuple[SuggestedRelation, ...]:
        found = original(readings)[:1]
        again = replace(found[0], dimension=Dimension.UNIT, score=0.1, rule="other")
        return (*found, again)

    monkeypatch.setattr(suggesting, "suggest", twice)
    suggesting.store(blank, suggesting.read_suggestions(blank))
    (view,) = proposed.pending_relations(blank)
    assert view.relation.dimension is not Dimension.UNIT, "the better one"
