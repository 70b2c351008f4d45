"""Two connections to one file, as two windows or two programs have."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from making import (
    annotation_of,
    bring_in,
    edition_id,
    index_of,
    mark,
    only_relation,
    rows_of,
    span,
    tag_named,
)

from reviewer.domain.errors import ConflictError, StorageError
from reviewer.domain.records import Relation
from reviewer.domain.vocabulary import RelationKind, Verdict
from reviewer.services import annotating, codebook, history, reading, relating, sources
from reviewer.services.projects import check_project
from reviewer.storage import engine, queries
from reviewer.storage.project import Project


@pytest.fixture
def other(project: Project) -> Iterator[Project]:
    with Project.open(project.path, reviewer="Béla") as other:
        yield other


def test_news_are_what_the_other_did_row_by_row(project: Project, other: Project) -> None:
    assert project.news() == ()
    done = [
        annotating.edit_note(other, annotation_of(other, "May 2023").id, "", "By an official."),
        codebook.add_tag(other, "place"),
    ]
    assert project.news() == tuple(done)
    assert project.news() == ()
    assert other.news() == ()
    assert history.next_undo(project) == "Add tag “place”"


def test_news_that_came_in_with_an_action_of_our_own_are_told_all_the_same(
    project: Project, other: Project
) -> None:
    theirs = codebook.add_tag(other, "place")
    ours = codebook.add_tag(project, "person")
    assert ours.seq == theirs.seq + 1
    assert project.news() == (theirs,)
    assert other.news() == (ours,)
    assert project.history == other.history


def test_news_are_told_after_an_action_that_failed(project: Project, other: Project) -> None:
    theirs = codebook.add_tag(other, "place")
    with pytest.raises(ConflictError):
        annotating.delete_annotation(project, "none")
    assert project.news() == (theirs,)


def test_undo_takes_back_the_newest_step_whoever_did_it(project: Project, other: Project) -> None:
    codebook.add_tag(project, "place")
    before = rows_of(project)
    codebook.add_tag(other, "person")
    assert project.undo().label == "Add tag “person”"  # not looked for news before
    assert rows_of(project) == before
    assert other.undo().label == "Add tag “place”"
    other.redo()
    assert rows_of(project) == before
    project.news()
    assert project.history == other.history
    assert not check_project(project)


def test_the_same_field_edited_in_both_is_a_conflict(project: Project, other: Project) -> None:
    seen = queries.sources(project)[0]
    sources.edit_source(other, seen, replace(seen, title="Their title"))
    with pytest.raises(ConflictError) as caught:
        sources.edit_source(project, seen, replace(seen, title="Our title"))
    assert caught.value.theirs == {"title": "Their title"}
    assert "changed in another window (title)" in str(caught.value)
    assert queries.source(project, seen.id).title == "Their title"


def test_different_fields_edited_in_both_are_merged(project: Project, other: Project) -> None:
    seen = queries.sources(project)[0]
    sources.edit_source(other, seen, replace(seen, title="Their title"))
    sources.edit_source(project, seen, replace(seen, author="Our author"))
    merged = queries.source(other, seen.id)
    assert (merged.title, merged.author) == ("Their title", "Our author")


def test_notes_edited_in_both(project: Project, other: Project) -> None:
    mark_id = annotation_of(project, "May 2023").id
    annotating.edit_note(other, mark_id, "", "Theirs")
    with pytest.raises(ConflictError) as caught:
        annotating.edit_note(project, mark_id, "", "Ours")
    assert caught.value.theirs == {"note": "Theirs"}
    assert not annotating.edit_note(project, mark_id, "", "Theirs")


def test_claims_edited_in_both(project: Project, other: Project) -> None:
    found = annotation_of(project, "NZ$78 million")
    seen = found.claim
    annotating.edit_claim(other, found.id, seen, replace(seen, subject="NZ"))
    annotating.edit_claim(project, found.id, seen, replace(seen, as_of="2023"))
    now = annotation_of(project, "NZ$78 million").claim
    assert (now.subject, now.as_of) == ("NZ", "2023")
    annotating.edit_claim(other, found.id, now, None)
    with pytest.raises(ConflictError) as caught:
        annotating.edit_claim(project, found.id, now, replace(now, speaker="her"))
    assert caught.value.theirs == {"claim": None}


def test_a_relation_decided_in_both(project: Project, other: Project) -> None:
    seen = only_relation(project)
    theirs = replace(seen, verdict=Verdict.UPDATE, rationale="It grew.")
    relating.settle(other, seen, theirs)
    ours = replace(seen, verdict=Verdict.GENUINE, rationale="They differ.")
    with pytest.raises(ConflictError) as caught:
        relating.settle(project, seen, ours)
    assert caught.value.theirs["verdict"] is Verdict.UPDATE
    assert caught.value.theirs["rationale"] == "It grew."
    assert only_relation(project).verdict is Verdict.UPDATE


def tag_as_seen(project: Project) -> dict[str, object]:
    return {
        "tag": tag_named(project, "date"),
        "mark": annotation_of(project, "May 2023"),
        "relation": only_relation(project),
        "source": queries.sources(project)[0],
    }


GONE = {
    "tag a passage": lambda p, s: annotating.tag_passage(
        p, edition_id(p, "aid.txt"), *span("aid.txt", "an official said"), s["tag"].id
    ),
    "add a tag": lambda p, s: annotating.add_tag_to(
        p, annotation_of(p, "NZ$78 million").id, s["tag"].id
    ),
    "take a tag off": lambda p, s: annotating.remove_tag_from(
        p, annotation_of(p, "NZ$78 million").id, s["tag"].id
    ),
    "add a tag below": lambda p, s: codebook.add_tag(p, "below", s["tag"].id),
    "change the tag": lambda p, s: codebook.change_tag(p, s["tag"], replace(s["tag"], name="day")),
    "move the tag": lambda p, s: codebook.move_tag(p, s["tag"].id, None, 0),
    "move below the tag": lambda p, s: codebook.move_tag(
        p, tag_named(p, "military").id, s["tag"].id, 0
    ),
    "merge the tag": lambda p, s: codebook.merge_tags(p, s["tag"].id, tag_named(p, "total").id),
    "merge into the tag": lambda p, s: codebook.merge_tags(
        p, tag_named(p, "total").id, s["tag"].id
    ),
    "delete the tag": lambda p, s: codebook.delete_tag(p, s["tag"].id),
    "note": lambda p, s: annotating.edit_note(p, s["mark"].id, "", "x"),
    "claim": lambda p, s: annotating.edit_claim(p, s["mark"].id, None, s["claim"]),
    "read the claim": lambda p, s: annotating.read_claim_for(p, s["mark"].id),
    "delete the annotation": lambda p, s: annotating.delete_annotation(p, s["mark"].id),
    "candidates": lambda p, s: relating.candidates(p, s["mark"].id),
    "relate": lambda p, s: relating.relate(
        p, RelationKind.SUPPORTS, None, [s["mark"].id, annotation_of(p, "NZ$78 million").id]
    ),
    "edit the relation": lambda p, s: relating.edit_relation(
        p, s["relation"], replace(s["relation"], rationale="x")
    ),
    "reopen": lambda p, s: relating.reopen(p, s["relation"].id),
    "remove the relation": lambda p, s: relating.remove_relation(p, s["relation"].id),
    "edit the source": lambda p, s: sources.edit_source(
        p, s["source"], replace(s["source"], title="x")
    ),
    "remove the source": lambda p, s: sources.remove_source(p, s["source"].id),
    "restore the source": lambda p, s: sources.restore_source(p, s["source"].id),
    "read the document": lambda p, s: reading.document(p, s["edition"]),
    "source of an edition": lambda p, s: reading.source_of(p, s["edition"]),
}


@pytest.mark.parametrize("act", GONE.values(), ids=GONE)
def test_what_was_removed_elsewhere_is_told_and_nothing_is_written(
    project: Project, other: Project, act
) -> None:
    seen = tag_as_seen(project)
    seen["claim"] = annotation_of(project, "NZ$78 million").claim
    seen["edition"] = edition_id(project, "pledge.txt")
    pledge = next(
        s for s in queries.sources(project) if s.title == "Partners welcome a new programme"
    )
    seen["source"] = pledge
    codebook.delete_tag(other, seen["tag"].id)
    annotating.delete_annotation(other, seen["mark"].id)
    relating.remove_relation(other, seen["relation"].id)
    sources.remove_source(other, pledge.id)
    sources.empty_trash(other)
    before = rows_of(project)
    with pytest.raises(ConflictError, match=r"removed"):
        act(project, seen)
    assert rows_of(project) == before


def test_one_window_tags_with_a_tag_that_the_other_renames(
    project: Project, other: Project
) -> None:
    seen = tag_named(project, "total")
    codebook.change_tag(other, seen, replace(seen, name="sum"))
    codebook.move_tag(project, tag_named(project, "date").id, None, 0)
    assert tag_named(project, "sum").position == 1
    annotating.add_tag_to(project, annotation_of(project, "May 2023").id, seen.id)
    assert history.next_undo(project) == "Tag “May 2023” as sum"


def test_two_windows_cannot_put_two_tags_into_each_other(project: Project, other: Project) -> None:
    total, date = tag_named(project, "total"), tag_named(project, "date")
    codebook.move_tag(project, total.id, date.id, 0)
    with pytest.raises(Exception, match="cannot be moved into itself"):
        codebook.move_tag(other, date.id, total.id, 0)


def test_the_same_file_imported_in_both_is_in_once(project: Project, other: Project) -> None:
    assert bring_in(other, "new.txt", "A new text.")
    assert not bring_in(project, "new.txt", "A new text.")
    assert len(queries.sources(project)) == 3


def test_the_same_words_marked_in_both_are_one_annotation(project: Project, other: Project) -> None:
    mark(other, "aid.txt", "an official")
    place = edition_id(project, "aid.txt"), *span("aid.txt", "an official")
    tagged = annotating.tag_passage(project, *place, tag_named(project, "total").id)
    assert {change.table for change in tagged.rows} == {"annotation_tag"}


def test_a_file_that_another_program_writes_to_is_told_in_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 30)
    with (
        Project.open(path, reviewer="Ada") as project,
        closing(sqlite3.connect(path, isolation_level=None)) as raw,
    ):
        before = rows_of(project)
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="being written by another program just now"):
            codebook.add_tag(project, "place")
        assert rows_of(project) == before
        raw.execute("ROLLBACK")
        assert codebook.add_tag(project, "place")


def test_a_reader_does_not_hold_up_a_writer(path: Path) -> None:
    with (
        Project.open(path, reviewer="Ada") as project,
        Project.open(path, reviewer="Ada", read_only=True) as reader,
    ):
        before = index_of(reader)
        entries = history.entries(reader)
        assert next(entries).seq == 1  # half read
        added = codebook.add_tag(project, "place")
        entries.close()
        assert reader.news() == (added,)
        assert index_of(reader) == before
        with pytest.raises(StorageError, match="cannot be written"):
            codebook.add_tag(reader, "person")


def test_a_member_of_a_relation_deleted_elsewhere(project: Project, other: Project) -> None:
    seen: Relation = only_relation(project)
    annotating.delete_annotation(other, seen.members[0])
    with pytest.raises(ConflictError, match="removed"):
        relating.settle(project, seen, replace(seen, verdict=Verdict.GENUINE, rationale="x"))
