"""undo(do(x)) == x and redo(undo(x)) == x, over random sequences of everything a person can do."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from making import Rows, bring_in, index_of, rows_of, small_project

from reviewer.domain.checklist import Checklist
from reviewer.domain.claim import Claim
from reviewer.domain.errors import ReviewerError
from reviewer.domain.vocabulary import (
    Answer,
    Credibility,
    Dimension,
    RelationKind,
    Reliability,
    Verdict,
)
from reviewer.services import annotating, codebook, history, relating, sources
from reviewer.services.projects import check_project, rename_project
from reviewer.storage import contents, queries
from reviewer.storage.project import Project

numbers = st.integers(min_value=0, max_value=10_000)
words = st.text("aé新🥝 '\"\n%", min_size=0, max_size=12)


def pick(found: Sequence[Any], number: int) -> Any:
    """One of those found; None if there are none."""
    return found[number % len(found)] if found else None


class Everything(RuleBasedStateMachine):
    """Does, undoes and redoes, beside a stack of the states that undo and redo should lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = small_project(Path(self.folder.name) / "small.review")
        self.project = Project.open(path, reviewer="Ada")

    def teardown(self) -> None:
        wrong = check_project(self.project)
        self.project.close()
        self.folder.cleanup()
        assert not wrong

    @initialize()
    def begin(self) -> None:
        """Undo may go back to before the small project was filled; not so far here."""
        self.past: list[tuple[str, Any]] = []
        self.future: list[tuple[str, Any]] = []
        self.now = self.state()

    def state(self) -> tuple[Rows, Any]:
        return rows_of(self.project), index_of(self.project)

    def do(self, service: Callable[..., Any], *args: object) -> None:
        """Whatever the service does, or refuses in a sentence, is to be undone exactly."""
        try:
            changes = service(self.project, *args)
        except ReviewerError:
            assert self.state() == self.now
            return
        after = self.state()
        assert bool(changes) == (after[0] != self.now[0])
        if changes:
            self.past.append((changes.label, self.now))
            self.future.clear()
            assert history.next_undo(self.project) == changes.label
            assert history.next_redo(self.project) == ""
        self.now = after

    # What to act on

    def marks(self) -> list[Any]:
        return list(queries.annotations(self.project))

    def tags(self) -> list[Any]:
        return list(queries.tags(self.project))

    def relations(self) -> list[Any]:
        return list(queries.relations(self.project))

    # What a person can do

    @rule(which=numbers, start=numbers, length=st.integers(1, 40), tag=numbers)
    def tag_passage(self, which: int, start: int, length: int, tag: int) -> None:
        edition = pick(queries.editions(self.project), which)
        if edition is None:
            return
        start %= edition.length - 1
        chosen = pick([None, *self.tags()], tag)
        end = min(start + length, edition.length)
        self.do(annotating.tag_passage, edition.id, start, end, chosen and chosen.id)

    @precondition(lambda self: self.marks() and self.tags())
    @rule(which=numbers, tag=numbers, on=st.booleans())
    def tag_or_untag(self, which: int, tag: int, on: bool) -> None:
        service = annotating.add_tag_to if on else annotating.remove_tag_from
        self.do(service, pick(self.marks(), which).id, pick(self.tags(), tag).id)

    @precondition(lambda self: self.marks())
    @rule(which=numbers, start=st.integers(-9, 9), end=st.integers(-9, 9))
    def move_span(self, which: int, start: int, end: int) -> None:
        mark = pick(self.marks(), which)
        seen = mark.target.start, mark.target.end
        self.do(annotating.move_span, mark.id, seen, seen[0] + start, seen[1] + end)

    @precondition(lambda self: self.marks())
    @rule(which=numbers, note=words)
    def edit_note(self, which: int, note: str) -> None:
        mark = pick(self.marks(), which)
        self.do(annotating.edit_note, mark.id, mark.note, note)

    @precondition(lambda self: self.marks())
    @rule(which=numbers, subject=words, credibility=st.sampled_from([None, *Credibility]))
    def edit_claim(self, which: int, subject: str, credibility: Credibility | None) -> None:
        mark = pick(self.marks(), which)
        new = replace(mark.claim or Claim(), subject=subject, credibility=credibility)
        self.do(annotating.edit_claim, mark.id, mark.claim, new)

    @precondition(lambda self: self.marks())
    @rule(which=numbers)
    def remove_claim(self, which: int) -> None:
        mark = pick(self.marks(), which)
        self.do(annotating.edit_claim, mark.id, mark.claim, None)

    @precondition(lambda self: self.marks())
    @rule(which=numbers)
    def delete_annotation(self, which: int) -> None:
        self.do(annotating.delete_annotation, pick(self.marks(), which).id)

    @precondition(lambda self: self.marks())
    @rule(
        which=st.lists(numbers, min_size=1, max_size=4),
        kind=st.sampled_from(RelationKind),
        dimension=st.sampled_from([None, *Dimension]),
    )
    def relate(self, which: list[int], kind: RelationKind, dimension: Dimension | None) -> None:
        sides = [pick(self.marks(), number).id for number in which]
        self.do(relating.relate, kind, dimension, sides)

    @precondition(lambda self: self.relations())
    @rule(which=numbers, rationale=words, verdict=st.sampled_from([None, *Verdict]), how=numbers)
    def decide(self, which: int, rationale: str, verdict: Verdict | None, how: int) -> None:
        seen = pick(self.relations(), which)
        service = pick([relating.settle, relating.dismiss, relating.edit_relation], how)
        preferred = pick([None, *seen.members], how)
        answers = Checklist(subject=pick([None, *Answer], how))
        new = replace(
            seen, rationale=rationale, verdict=verdict, preferred_id=preferred, checklist=answers
        )
        self.do(service, seen, new)

    @precondition(lambda self: self.relations())
    @rule(which=numbers, remove=st.booleans())
    def reopen_or_remove(self, which: int, remove: bool) -> None:
        service = relating.remove_relation if remove else relating.reopen
        self.do(service, pick(self.relations(), which).id)

    @rule(name=words, parent=numbers)
    def add_tag(self, name: str, parent: int) -> None:
        above = pick([None, *self.tags()], parent)
        self.do(codebook.add_tag, name, above and above.id)

    @precondition(lambda self: self.tags())
    @rule(which=numbers, name=words, key=st.sampled_from(["", "1", "2"]))
    def change_tag(self, which: int, name: str, key: str) -> None:
        tag = pick(self.tags(), which)
        self.do(codebook.change_tag, tag, replace(tag, name=name, key=key, colour="red"))

    @precondition(lambda self: self.tags())
    @rule(which=numbers, parent=numbers, position=st.integers(-1, 5))
    def move_tag(self, which: int, parent: int, position: int) -> None:
        above = pick([None, *self.tags()], parent)
        self.do(codebook.move_tag, pick(self.tags(), which).id, above and above.id, position)

    @precondition(lambda self: self.tags())
    @rule(which=numbers, into=numbers)
    def merge_tags(self, which: int, into: int) -> None:
        self.do(codebook.merge_tags, pick(self.tags(), which).id, pick(self.tags(), into).id)

    @precondition(lambda self: self.tags())
    @rule(which=numbers)
    def delete_tag(self, which: int) -> None:
        self.do(codebook.delete_tag, pick(self.tags(), which).id)

    @precondition(lambda self: queries.sources(self.project))
    @rule(which=numbers, title=words, grade=st.sampled_from([None, *Reliability]))
    def edit_source(self, which: int, title: str, grade: Reliability | None) -> None:
        seen = pick(queries.sources(self.project), which)
        self.do(sources.edit_source, seen, replace(seen, title=title, reliability=grade))

    @precondition(lambda self: queries.sources(self.project))
    @rule(which=numbers)
    def remove_source(self, which: int) -> None:
        self.do(sources.remove_source, pick(queries.sources(self.project), which).id)

    @precondition(lambda self: sources.trash(self.project))
    @rule(which=numbers)
    def restore_source(self, which: int) -> None:
        self.do(sources.restore_source, pick(sources.trash(self.project), which).id)

    @rule(body=words.filter(str.strip))
    def import_text(self, body: str) -> None:
        self.do(lambda project: bring_in(project, "new.txt", f"A new text of {body} and more."))

    @rule(title=words)
    def rename_project(self, title: str) -> None:
        self.do(rename_project, title)

    @precondition(lambda self: sources.trash(self.project))
    @rule()
    def empty_trash(self) -> None:
        """The one thing that cannot be undone, nor anything before it."""
        assert sources.empty_trash(self.project)
        assert not sources.trash(self.project)
        self.past.clear()
        self.future.clear()
        self.now = self.state()
        assert history.next_undo(self.project) == history.next_redo(self.project) == ""
        assert not history.undo(self.project)

    # Back and forth

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        label, before = self.past.pop()
        self.future.append((label, self.now))
        assert history.next_undo(self.project) == label
        assert history.undo(self.project).label == label
        self.now = before
        assert self.state() == before

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        label, after = self.future.pop()
        self.past.append((label, self.now))
        assert history.next_redo(self.project) == label
        assert history.redo(self.project).label == label
        self.now = after
        assert self.state() == after

    @rule()
    def close_and_open(self) -> None:
        known = self.project.history
        self.project.close()
        self.project = Project.open(self.project.path, reviewer="Béla")
        assert self.project.history == known
        assert self.state() == self.now

    @invariant()
    def every_text_can_be_read(self) -> None:
        for edition in queries.editions(self.project):
            contents.read_document(self.project, edition.id)


TestEverything = Everything.TestCase
TestEverything.settings = settings(
    max_examples=settings().max_examples // 2, stateful_step_count=30
)


def test_undo_and_redo_of_everything_lead_through_the_same_states(project: Project) -> None:
    states = [(rows_of(project), index_of(project))]
    labels = []
    while changes := history.undo(project):
        labels.append(changes.label)
        states.append((rows_of(project), index_of(project)))
    assert labels[0] == "Mark contradiction of “NZ$78 million” and “total of $79.5 million”"
    assert labels[-1] == "Import 2 sources"
    assert history.next_undo(project) == ""
    assert not states[-1][0]["source"]
    assert not states[-1][1]
    for label, state in zip(labels[::-1], states[-2::-1], strict=True):
        assert history.redo(project).label == label
        assert (rows_of(project), index_of(project)) == state
    assert not history.redo(project)


def test_a_new_action_clears_redo(project: Project) -> None:
    history.undo(project)
    assert history.next_redo(project)
    codebook.add_tag(project, "place")
    assert history.next_redo(project) == ""
    assert not history.redo(project)


def test_undo_says_who_undid(project: Project) -> None:
    project.reviewer = "Béla"
    history.undo(project)
    entry = list(history.entries(project))[-1]
    assert (entry.kind, entry.reviewer, entry.of) == ("undo", "Béla", entry.seq - 1)


def test_emptying_an_empty_trash_leaves_what_redo_needs(project: Project) -> None:
    bring_in(project, "new.txt", "A new text.")
    history.undo(project)
    assert not sources.empty_trash(project)
    assert history.redo(project).label == "Import “new”"
    assert not check_project(project)
