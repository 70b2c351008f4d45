"""The codebook: order, keys, names, and what becomes of annotations."""

from dataclasses import replace

import pytest
from making import annotation_of, mark, rows_of, tag_named

from reviewer.domain.codebook import TAG_COLOURS, walk
from reviewer.domain.errors import ReviewerError
from reviewer.services import annotating, codebook
from reviewer.storage import queries
from reviewer.storage.project import Project


def tree(project: Project) -> list[tuple[int, str]]:
    return [(depth, tag.name) for depth, tag in walk(queries.tags(project))]


def tags_on(project: Project, words: str) -> list[str]:
    names = {tag.id: tag.name for tag in queries.tags(project)}
    return [names[tag_id] for tag_id in annotation_of(project, words).tag_ids]


def test_new_tags_come_last_with_a_colour_and_key_of_their_own(project: Project) -> None:
    for number in range(4, 14):
        codebook.add_tag(project, f"tag {number}")
    found = sorted(queries.tags(project), key=lambda tag: tag.id)
    assert [tag.key for tag in found] == [*"123456789", "", "", "", ""]
    assert {tag.colour for tag in found[:12]} == set(TAG_COLOURS)
    assert [name for _, name in tree(project)][2:] == ["date", *(f"tag {n}" for n in range(4, 14))]


def test_a_new_tag_comes_last_also_where_one_has_left(project: Project) -> None:
    codebook.add_tag(project, "zebra")
    codebook.move_tag(project, tag_named(project, "total").id, tag_named(project, "zebra").id, 0)
    codebook.add_tag(project, "ape")
    assert tree(project) == [
        (0, "date"), (0, "zebra"), (1, "total"), (2, "military"), (0, "ape"),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "said"), [(" \n", "needs a name"), ("TOTAL ", "at that place")])
def test_names_that_are_none_or_taken(project: Project, name: str, said: str) -> None:
    with pytest.raises(ReviewerError, match=said):
        codebook.add_tag(project, name)
    date = tag_named(project, "date")
    with pytest.raises(ReviewerError, match=said):
        codebook.change_tag(project, date, replace(date, name=name))
    assert codebook.add_tag(project, "total", date.id)  # at another place it may be


def test_a_key_that_another_tag_has_moves_over(project: Project) -> None:
    date = tag_named(project, "date")
    codebook.change_tag(project, date, replace(date, key="1"))
    assert {tag.name: tag.key for tag in queries.tags(project)} == {
        "total": "", "military": "2", "date": "1",
    }  # fmt: skip


def test_merging_gives_the_other_tag_once_and_keeps_the_order(project: Project) -> None:
    total, military = tag_named(project, "total"), tag_named(project, "military")
    date = tag_named(project, "date")
    both = annotation_of(project, "NZ$78 million").id
    annotating.add_tag_to(project, both, date.id)
    annotating.add_tag_to(project, both, military.id)
    codebook.merge_tags(project, total.id, date.id)
    assert tags_on(project, "NZ$78 million") == ["date", "military"]
    assert tags_on(project, "total of $79.5 million") == ["date"]
    assert tree(project) == [(0, "date"), (1, "military")]
    assert project.undo()
    assert tags_on(project, "NZ$78 million") == ["total", "date", "military"]


def test_merging_takes_a_few_statements_however_many_annotations(project: Project) -> None:
    total, date = tag_named(project, "total"), tag_named(project, "date")
    table = "annotation_tag"
    statements: list[str] = []
    raw = project.connection.connection.driver_connection
    assert raw is not None
    for words in ("Wellington", "quiet", "Kiwis", "shrugged", "news"):
        mark(project, "aid.txt", words, "total")
    raw.set_trace_callback(statements.append)
    codebook.merge_tags(project, total.id, date.id)
    raw.set_trace_callback(None)
    assert sum(f"DELETE FROM {table}" in line for line in statements) == 2
    assert len(tags_on(project, "Kiwis")) == 1


def test_deleting_leaves_annotations_and_moves_children_up(project: Project) -> None:
    total = tag_named(project, "total")
    said = codebook.deletion_consequences(project, total.id)
    assert said == (
        "2 annotations lose this tag. 2 of them have no other tag and stay, untagged."
        " 1 tag below it moves up one level. Undo brings it back."
    )
    codebook.delete_tag(project, total.id)
    assert tags_on(project, "NZ$78 million") == []
    assert tree(project) == [(0, "date"), (0, "military")]


def test_children_that_move_to_where_their_name_is_taken_say_where_they_are_from(
    project: Project,
) -> None:
    total = tag_named(project, "total")
    codebook.add_tag(project, "Military")
    codebook.add_tag(project, "military (total)")
    codebook.delete_tag(project, total.id)
    names = [name for _, name in tree(project)]
    assert names == ["date", "Military", "military (total)", "military (total 2)"]
    assert not set(rows_of(project)["tag"]) & {total.id}


def test_moves_that_would_be_no_tree(project: Project) -> None:
    total, military = tag_named(project, "total"), tag_named(project, "military")
    for target in (total, military):
        with pytest.raises(ReviewerError, match="into itself"):
            codebook.move_tag(project, total.id, target.id, 0)
    with pytest.raises(ReviewerError, match="lies below"):
        codebook.merge_tags(project, total.id, military.id)
    with pytest.raises(ReviewerError, match="into itself"):
        codebook.merge_tags(project, total.id, total.id)
