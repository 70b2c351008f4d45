"""Annotating, relating, importing, sources: what each action does beside what undo tests show."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from making import (
    AID,
    annotation_of,
    bring_in,
    edition_id,
    mark,
    only_relation,
    read,
    rows_of,
    span,
    tag_named,
)

from reviewer.domain.errors import AnchorError, ConflictError, DocumentError, ReviewerError
from reviewer.domain.vocabulary import Dimension, RelationKind, Status, Verdict
from reviewer.services import (
    annotating,
    history,
    importing,
    reading,
    relating,
    searching,
    sources,
)
from reviewer.storage import contents, queries
from reviewer.storage.project import Project


def source_titled(project: Project, title: str):
    return next(s for s in queries.sources(project) if s.title == title)


def test_a_marked_passage_keeps_both_selectors(project: Project) -> None:
    target = annotation_of(project, "NZ$78 million").target
    assert AID[target.start : target.end] == "NZ$78 million"
    assert AID[: target.start].endswith(target.prefix)
    assert AID[target.end :].startswith(target.suffix)
    assert len(target.prefix) == len(target.suffix) == 32


def test_the_same_passage_gets_the_tag_in_addition(project: Project) -> None:
    before = len(rows_of(project)["annotation"])
    place = edition_id(project, "aid.txt"), *span("aid.txt", "May 2023")
    military = tag_named(project, "military").id
    assert annotating.tag_passage(project, *place, military)
    assert not annotating.tag_passage(project, *place, military)
    assert not annotating.tag_passage(project, *place, None)
    assert len(rows_of(project)["annotation"]) == before
    assert annotation_of(project, "May 2023").tag_ids[-1] == military


def test_deleting_a_side_leaves_a_relation_of_three_with_two(project: Project) -> None:
    third = mark(project, "aid.txt", "an official said")
    sides = [third, *only_relation(project).members]
    relating.relate(project, RelationKind.UPDATES, None, sides)
    (three,) = (r for r in queries.relations(project) if r.kind is RelationKind.UPDATES)
    relating.edit_relation(project, three, replace(three, preferred_id=sides[1]))
    annotating.delete_annotation(project, sides[1])
    (left,) = queries.relations(project)
    assert left.members == (third, sides[2])
    assert left.preferred_id is None


def test_emptying_the_trash_leaves_a_relation_of_three_with_the_living(project: Project) -> None:
    third = mark(project, "aid.txt", "an official said")
    relating.relate(project, RelationKind.UPDATES, None, [third, *only_relation(project).members])
    pledge = source_titled(project, "Partners welcome a new programme")
    sources.remove_source(project, pledge.id)
    assert queries.relations(project) == ()
    sources.empty_trash(project)
    (left,) = queries.relations(project)
    assert left.members == (third, annotation_of(project, "NZ$78 million").id)
    assert len(rows_of(project)["edition"]) == 1
    with pytest.raises(ReviewerError):
        contents.read(project, pledge.id)


def test_a_relation_with_a_side_in_the_trash_is_not_counted(project: Project) -> None:
    assert [s.open_contradictions for s in reading.source_summaries(project)] == [1, 1]
    sources.remove_source(project, queries.sources(project)[1].id)
    assert [s.open_contradictions for s in reading.source_summaries(project)] == [0]
    assert reading.relations(project) == ()


def test_the_same_relation_is_not_marked_twice(project: Project) -> None:
    members = only_relation(project).members
    with pytest.raises(ReviewerError, match="already"):
        relating.relate(project, RelationKind.CONTRADICTS, Dimension.UNIT, members[::-1])
    with pytest.raises(ReviewerError, match="needs two sides"):
        relating.relate(project, RelationKind.CONTRADICTS, None, members[:1] * 2)
    assert relating.relate(project, RelationKind.SUPPORTS, None, members)


def test_deciding_needs_a_verdict_and_a_reason(project: Project) -> None:
    seen = only_relation(project)
    with pytest.raises(ReviewerError, match="Choose a verdict"):
        relating.settle(project, seen, replace(seen, rationale="x"))
    with pytest.raises(ReviewerError, match="Write down why"):
        relating.settle(project, seen, replace(seen, verdict=Verdict.UPDATE, rationale=" "))
    with pytest.raises(ReviewerError, match="Write down why"):
        relating.dismiss(project, seen, seen)
    relating.settle(project, seen, replace(seen, verdict=Verdict.UPDATE, rationale="It grew."))
    settled = only_relation(project)
    assert (settled.status, settled.decided_by) == (Status.SETTLED, "Ada")
    assert settled.decided_at is not None
    relating.reopen(project, seen.id)
    opened = only_relation(project)
    assert (opened.status, opened.decided_at, opened.decided_by) == (Status.OPEN, None, "")
    assert (opened.verdict, opened.rationale) == (Verdict.UPDATE, "It grew.")
    relating.dismiss(project, opened, replace(opened, verdict=Verdict.GENUINE))
    assert (only_relation(project).status, only_relation(project).verdict) == (
        Status.DISMISSED,
        None,
    )


def test_candidates_are_all_others_outside_the_trash(project: Project) -> None:
    here = annotation_of(project, "NZ$78 million").id
    found = relating.candidates(project, here)
    assert {c.passage.annotation.target.exact for c in found} == {
        "total of $79.5 million", "$50.8 million", "May 2023",
    }  # fmt: skip
    assert [c.likeness for c in found] == sorted((c.likeness for c in found), reverse=True)
    sources.remove_source(project, queries.sources(project)[1].id)
    assert len(relating.candidates(project, here)) == 1


def test_what_cannot_be_imported_is_told_and_the_rest_is_in(
    project: Project, tmp_path: Path
) -> None:
    files = {"new.txt": b"A new text.", "empty.txt": b"", "again.txt": AID.encode()}
    files |= {"same.txt": b"A new text.", "image.txt": b"\x89PNG\r\n\x1a\n" + bytes(50)}
    place = tmp_path / "files"
    place.mkdir()
    for name, data in files.items():
        (place / name).write_bytes(data)
    paths = [place / name for name in files] + [place, place / "none.txt"]
    done = importing.import_files(project, list(importing.read_files(paths)))
    assert done.taken == ("new.txt",)
    assert done.changes.label == "Import “new”"
    reasons = {refusal.path.name: refusal.reason for refusal in done.refused}
    assert "is empty" in reasons["empty.txt"]
    assert "is in the project already, as “New Zealand and Ukraine”" in reasons["again.txt"]
    assert "is the same as another of the files" in reasons["same.txt"]
    assert "seems to be" in reasons["image.txt"]
    assert "is a folder" in reasons["files"]
    assert "does not exist" in reasons["none.txt"]
    assert len(reasons) == 6


def test_what_is_in_the_trash_is_said_to_be_there(project: Project) -> None:
    source = source_titled(project, "New Zealand and Ukraine")
    sources.remove_source(project, source.id)
    done = importing.import_files(project, [read("again.txt", AID)])
    assert not done.changes
    assert "is in the trash, as “New Zealand and Ukraine”. Restore it" in done.refused[0].reason
    assert sources.restore_source(project, source.id)
    assert not sources.restore_source(project, source.id)


def test_a_file_whose_name_is_no_text(project: Project, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_bytes(b"A new text.")
    done = importing.import_files(project, [importing.read_file(path)])
    assert done.taken == ("caf\N{REPLACEMENT CHARACTER}.txt",)


def test_a_file_that_cannot_be_read_at_all(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for name in ("pipe.txt", "x" * 300, "nul\0.txt"):
        with pytest.raises(DocumentError):
            importing.read_file(tmp_path / name)


def test_sources_stay_in_the_order_of_import(project: Project) -> None:
    sources.remove_source(project, queries.sources(project)[0].id)
    bring_in(project, "new.txt", "A new text.")
    sources.restore_source(project, sources.trash(project)[0].id)
    assert [s.title for s in queries.sources(project)] == [
        "New Zealand and Ukraine", "Partners welcome a new programme", "new",
    ]  # fmt: skip


def test_passages_come_with_whole_words_around_them(project: Project) -> None:
    bring_in(project, "long.txt", f"{'before ' * 100}HERE{' after' * 100}")
    edition = next(e for e in queries.editions(project) if e.file_name == "long.txt")
    annotating.tag_passage(project, edition.id, 700, 704, None)
    (passage,) = reading.passages(project, [annotation_of(project, "HERE")])
    assert passage.before.startswith("…before ")
    assert passage.after.endswith(" after…")
    assert passage.source.title == "long"


def test_moving_the_ends_takes_the_quote_along_and_leaves_the_claim(project: Project) -> None:
    before = annotation_of(project, "NZ$78 million")
    seen = before.target.start, before.target.end
    changes = annotating.move_span(project, before.id, seen, seen[0], seen[1] + len(" to Ukraine"))
    assert changes.label == "Move the ends of “NZ$78 million” to “NZ$78 million to Ukraine”"
    after = annotation_of(project, "NZ$78 million to Ukraine")
    assert (after.id, after.claim, after.tag_ids) == (before.id, before.claim, before.tag_ids)
    assert AID[: after.target.start].endswith(after.target.prefix)
    assert AID[after.target.end :].startswith(after.target.suffix)
    assert [h.annotation_id for h in searching.find(project, "78 million to ukraine")
            if h.annotation_id] == [before.id]  # fmt: skip
    history.undo(project)
    assert annotation_of(project, "NZ$78 million") == before


def test_ends_are_not_moved_into_a_character_nor_onto_each_other(project: Project) -> None:
    hard = "Kiwis ate cafe\u0301 👩🏽‍🚀 pie"
    changes = bring_in(project, "hard.txt", hard)
    edition = changes.inserted("edition")[0]
    start = hard.index("ate")
    made = annotating.tag_passage(project, edition, start, start + 3, None)
    (key,) = made.inserted("annotation")
    seen = start, start + 3
    assert annotating.move_span(project, key, seen, start, hard.index("\u0301"))
    assert annotation_of(project, "ate cafe\u0301").id == key
    seen = start, hard.index("\u0301") + 1
    annotating.move_span(project, key, seen, hard.index("\u200d"), hard.index("🚀"))
    assert annotation_of(project, "👩🏽‍🚀").id == key
    seen = hard.index("👩"), hard.index("🚀") + 1
    for start, end in ((3, 3), (4, 3), (-1, 4), (0, len(hard) + 1)):
        with pytest.raises(AnchorError):
            annotating.move_span(project, key, seen, start, end)
    assert not annotating.move_span(project, key, seen, *seen)


def test_ends_that_were_moved_elsewhere_are_a_conflict(project: Project) -> None:
    key = annotation_of(project, "May 2023").id
    seen = span("aid.txt", "May 2023")
    theirs = seen[0], seen[1] - len(" 2023")
    assert annotating.move_span(project, key, seen, *theirs)
    assert not annotating.move_span(project, key, seen, *theirs), "both did the same"
    with pytest.raises(ConflictError) as refused:
        annotating.move_span(project, key, seen, seen[0] + 4, seen[1])
    assert refused.value.theirs == {"target": annotation_of(project, "May").target}
    with pytest.raises(ConflictError):
        annotating.move_span(project, "gone", seen, *seen)
