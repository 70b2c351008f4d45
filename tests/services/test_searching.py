"""Search: what is typed is found, shown where it stands, and never read as a language."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import (
    AID,
    FILES,
    PLEDGE,
    annotation_of,
    bring_in,
    mark,
    only_relation,
    small_project,
)

from reviewer.domain.views import Hit, HitKind
from reviewer.services import annotating, history, relating, searching, sources
from reviewer.storage import queries
from reviewer.storage.project import Project


def found(project: Project, query: str, kind: HitKind = HitKind.TEXT) -> list[Hit]:
    return [hit for hit in searching.find(project, query) if hit.kind is kind]


def words_at(project: Project, hit: Hit) -> str:
    """The words of the canonical text that a hit points at."""
    names = {e.id: e.file_name for e in queries.editions(project)}
    return FILES[names[hit.edition_id]][hit.start : hit.end]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("soldiers", "soldiers"),
        ("SOLDIERS trained", "soldiers"),  # in any order, in any case
        ("trained soldiers", "soldiers"),
        ("sold", "sold"),  # the beginning of a word
        ("oldier", "oldier"),  # what stands inside a word
        ("military aid", "military aid"),
        ("cafe", "café"),
        ("CAFÉ", "café"),
        ("uber", "Über"),
        ("新西兰与北约签署了合作计划", "新西兰与北约签署了合作计划"),
        ("北约签", "北约签"),
        ("北约", "北约"),  # most Chinese words have two characters
        ("🥝", "🥝"),
        ("$79.5 million", "$79.5 million"),
        ("NZ$78", "NZ$78"),
        ("Zealand's total", "Zealand's total"),
        ("50.8", "50.8"),
    ],
)
def test_a_text_hit_points_at_the_words(project: Project, query: str, words: str) -> None:
    (hit,) = found(project, query)
    assert words_at(project, hit) == words
    assert words in [hit.snippet[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    "query",
    ["", " ", "\n", "nowhere", "soldiers nowhere", "oldiers trained nowhere", "北京", "🥝🥝"],
)
def test_what_is_not_there_is_not_found(project: Project, query: str) -> None:
    assert searching.find(project, query) == ()


def test_whole_words_are_pointed_at_before_their_insides(project: Project) -> None:
    bring_in(project, "x.txt", "He said so. The aid was said to be late.")
    hit = next(h for h in found(project, "aid late") if "late" in h.snippet)
    assert hit.snippet[hit.start : hit.end] == "aid"
    assert hit.start == 16


def test_annotations_notes_rationales_and_sources_are_found(project: Project) -> None:
    seen = only_relation(project)
    relating.edit_relation(project, seen, replace(seen, rationale="Perhaps one counts pledges."))
    (note,) = found(project, "whose dollars", HitKind.NOTE)
    assert note.annotation_id == annotation_of(project, "NZ$78 million").id
    assert (note.start, note.end) == (AID.index("NZ$78"), AID.index("NZ$78") + 13)
    (rationale,) = found(project, "pledges", HitKind.RATIONALE)
    assert rationale.relation_id == seen.id
    assert rationale.title == "contradicts · open · NZ$78 million"
    (quote,) = found(project, "50.8", HitKind.ANNOTATION)
    assert quote.annotation_id == annotation_of(project, "$50.8 million").id
    (source,) = found(project, "partners welcome", HitKind.SOURCE)
    assert source.title == "Partners welcome a new programme"


def test_what_is_in_the_trash_is_hidden_and_comes_back(project: Project) -> None:
    seen = only_relation(project)
    relating.edit_relation(project, seen, replace(seen, rationale="Perhaps one counts pledges."))
    queries_of = ("soldiers", "50.8", "partners", "pledges", "北约")
    before = [searching.find(project, query) for query in queries_of]
    assert all(before)
    pledge = next(s for s in queries.sources(project) if s.title.startswith("Partners"))
    sources.remove_source(project, pledge.id)
    assert [searching.find(project, query) for query in queries_of] == [()] * 5
    history.undo(project)
    assert [searching.find(project, query) for query in queries_of] == before
    sources.remove_source(project, pledge.id)
    sources.restore_source(project, pledge.id)
    assert [searching.find(project, query) for query in queries_of] == before
    sources.remove_source(project, pledge.id)
    sources.empty_trash(project)
    assert [searching.find(project, query) for query in queries_of] == [()] * 5


def test_what_is_in_the_trash_does_not_use_up_the_limit(project: Project) -> None:
    bring_in(project, "many.txt", "\n\n".join(f"Soldiers, soldiers {n}." for n in range(100)))
    many = next(s for s in queries.sources(project) if s.title == "many")
    sources.remove_source(project, many.id)
    assert len(found(project, "soldiers")) == 1


def test_the_old_words_are_not_found_any_more(project: Project) -> None:
    found_mark = annotation_of(project, "May 2023")
    annotating.edit_note(project, found_mark.id, "", "An arboretum.")
    assert found(project, "arboretum", HitKind.NOTE)
    annotating.edit_note(project, found_mark.id, "An arboretum.", "A bookshop.")
    assert not searching.find(project, "arboretum")
    assert not searching.find(project, "rboret")
    history.undo(project)
    assert not searching.find(project, "bookshop")
    assert found(project, "arboretum", HitKind.NOTE)
    annotating.delete_annotation(project, found_mark.id)
    assert not searching.find(project, "arboretum")
    history.undo(project)
    assert found(project, "arboretum", HitKind.NOTE)


def test_an_undone_import_is_not_found(project: Project) -> None:
    bring_in(project, "x.txt", "A heliotrope.")
    assert found(project, "heliotrope")
    history.undo(project)
    assert not searching.find(project, "heliotrope")
    history.redo(project)
    assert found(project, "heliotrope")


def test_no_more_hits_than_asked_for(project: Project) -> None:
    bring_in(project, "many.txt", "\n\n".join(f"Soldiers {n}." for n in range(100)))
    assert len(searching.find(project, "soldiers", limit=7)) == 7


@pytest.fixture(scope="module")
def shared() -> Iterator[Project]:
    with tempfile.TemporaryDirectory() as folder:
        path = small_project(Path(folder) / "small.review")
        with Project.open(path, reviewer="Ada") as project:
            mark(project, "aid.txt", "The café", None)
            yield project


TRICKY = st.text(
    st.one_of(st.sampled_from("\"'*()^:+-{}[]\\%_;\0 aN新🥝é\ud800"), st.characters()), max_size=20
)


@given(query=TRICKY | st.sampled_from(["AND", "NOT soldiers", "NEAR(a b)", "text:aid", '"']))
def test_nothing_that_can_be_typed_is_read_as_a_language(shared: Project, query: str) -> None:
    for hit in searching.find(shared, query):
        assert hit.snippet
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


@given(st.data())
def test_any_run_of_three_characters_of_a_text_is_found_where_it_stands(
    shared: Project, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from([AID, PLEDGE]))
    lines = [line for line in text.splitlines() if line]
    line = data.draw(st.sampled_from(lines))
    start = data.draw(st.integers(0, len(line) - 3))
    piece = line[start : data.draw(st.integers(start + 3, len(line)))]
    if len(piece.strip()) < 3:
        return
    hits = found(shared, piece)
    assert piece.strip() in [words_at(shared, hit) for hit in hits]
