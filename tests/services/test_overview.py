"""The Overview read whole, and kept up to date by what was touched: both come to the same."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.domain.changes import Changes
from reviewer.domain.overview import (
    Overview,
    Sort,
    Standing,
    in_order,
    speaking,
    tag_totals,
    topic_rows,
)
from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.exchange.overview import overview_of, standings_of
from reviewer.services import annotating, codebook, history, reading, relating, sources
from reviewer.services.overview import read_overview, renewed, touched
from reviewer.services.reporting import gather
from reviewer.services.sample import make_sample
from reviewer.storage.project import Project
from reviewer.storage.records import now, read_instant


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Project]:
    with make_sample(tmp_path / "Sample.review", "Mara") as project:
        yield project


def read(project: Project) -> Overview:
    steps = read_overview(project)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_the_window_and_the_report_have_the_same_overview(sample: Project) -> None:
    here, there = read(sample), overview_of(gather(sample, read_instant(now())))
    assert here.statements == there.statements
    assert here.contradictions == there.contradictions
    assert list(here.sources) == list(there.sources)
    assert tag_totals(here) == tag_totals(there)


def test_rows_are_sorted_by_what_was_asked_for(sample: Project) -> None:
    rows = topic_rows(read(sample))
    by_sources = [row.sources for row in in_order(rows, Sort.SOURCES)]
    assert by_sources == sorted(by_sources, reverse=True)
    open_ones = [row.open_contradictions for row in in_order(rows, Sort.CONTRADICTIONS)]
    assert open_ones == sorted(open_ones, reverse=True)
    assert open_ones[0] > 0
    names = [row.topic for row in in_order(rows, Sort.NAME)]
    assert names == sorted(names)
    known = read(sample).sources
    numbers = [sum(any(s.source_id == source.id for s in row.statements) for row in rows)
               for source in speaking(rows, known)]  # fmt: skip
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == len(known)


def _claimed(project: Project) -> str:
    return next(iter(read(project).statements))


def _edit_claim(project: Project) -> Changes:
    (seen,) = reading.annotations(project, [_claimed(project)])
    assert seen.claim
    claim = replace(seen.claim, subject="Elsewhere")
    return annotating.edit_claim(project, seen.id, seen.claim, claim)


def _delete(project: Project) -> Changes:
    return annotating.delete_annotation(project, _claimed(project))


def _tag(project: Project) -> Changes:
    (seen,) = reading.annotations(project, [_claimed(project)])
    return annotating.remove_tag_from(project, seen.id, seen.tag_ids[0])


def _relate(project: Project) -> Changes:
    one, other = list(read(project).statements)[:2]
    return relating.relate(project, RelationKind.CONTRADICTS, Dimension.OTHER, (one, other))


def _dismiss(project: Project) -> Changes:
    view = next(v for v in reading.relations(project) if v.relation.status == "open")
    return relating.dismiss(
        project, view.relation, replace(view.relation, rationale="They speak of other years.")
    )


def _grade(project: Project) -> Changes:
    source = reading.source_summaries(project)[0].source
    return sources.edit_source(project, source, replace(source, title="Another"))


def _rename_tag(project: Project) -> Changes:
    seen = reading.tags(project)[0]
    return codebook.change_tag(project, seen, replace(seen, name="another"))


ACTIONS = [_edit_claim, _delete, _tag, _relate, _dismiss, _grade, _rename_tag]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_what_was_touched_is_enough_to_be_up_to_date(sample: Project, action) -> None:
    before = read(sample)
    changes = action(sample)
    out = touched(sample, changes)
    assert out
    assert not out.everything
    after = renewed(sample, before, out)
    assert after != before
    assert after == read(sample)
    assert standings_of(after) == standings_of(read(sample))
    back = history.undo(sample)
    assert renewed(sample, after, touched(sample, back)) == before


def test_a_source_that_goes_to_the_trash_makes_all_of_it_old(sample: Project) -> None:
    source_id = reading.source_ids(sample)[0]
    changes = sources.remove_source(sample, source_id)
    assert touched(sample, changes).everything
    left = read(sample)
    assert source_id not in left.sources
    assert all(one.source_id != source_id for one in left.statements.values())


def test_a_suggestion_is_no_contradiction_yet(sample: Project) -> None:
    open_ones = {k for k, s in standings_of(read(sample)).items() if s is Standing.OPEN}
    members = {
        member for view in reading.relations(sample)
        if view.relation.kind == "contradicts" and view.relation.status == "open"
        for member in view.relation.members
    }  # fmt: skip
    assert open_ones == members
