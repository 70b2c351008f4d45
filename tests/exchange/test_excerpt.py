"""The beginning of a report: short, true, and with everything that it names."""

from dataclasses import replace

import pytest

from reviewer.domain.options import ReportOptions
from reviewer.exchange.choosing import choose
from reviewer.exchange.excerpt import beginning, first_of
from reviewer.exchange.formats import FORMATS
from reviewer.exchange.report import build_report


@pytest.fixture
def whole(project):
    contents = {e.text_sha256: project.texts[e.id].encode() for e in project.editions}
    contents |= {e.original_sha256: b"original" for e in project.editions}
    return choose(replace(project.material(), contents=contents), ReportOptions())


def test_all_of_a_small_project(whole) -> None:
    found = first_of(whole, 100)
    assert found.material is whole
    assert found.shown == found.total == len(whole.annotations)


def test_the_first_passages_and_the_sources_of_all_that_is_left(whole) -> None:
    found = first_of(whole, 4)
    assert (found.shown, found.total) == (4, len(whole.annotations))
    assert found.material.annotations == whole.annotations[:4]
    assert len(found.material.relations) == 1
    named = {p.source.id for view in found.material.relations for p in view.passages}
    named |= {p.source.id for p in found.material.annotations}
    assert {one.source.id for one in found.material.sources} == named
    assert build_report(found.material).sections


@pytest.mark.parametrize("key", FORMATS)
def test_it_is_what_the_format_begins_with(whole, made, key) -> None:
    form = FORMATS[key]
    text = "".join(beginning(whole, form))
    if form.suffix in {".html", ".md", ".jsonld", ".jsonl", ".graphml", ".dot"}:
        assert made(form.write, whole).decode().startswith(text)
    else:
        told = {"evidence": "verify.py", "docx-comments": "\n\nComments\n\n"}
        assert told.get(key, "New Zealand and NATO ahead of Vilnius") in text


def test_a_long_file_is_not_written_to_its_end(whole) -> None:
    steps = []
    form = FORMATS["jsonl"]

    def write(material, file):
        for step in form.write(material, file):
            steps.append(step)
            yield step

    many = replace(whole, annotations=whole.annotations * 500)
    text = "".join(beginning(many, replace(form, write=write)))
    assert len(text) == 40_000
    assert steps[-1][0] < steps[-1][1]
