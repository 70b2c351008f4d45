"""The author's own words stand at the head of every format, as text and nothing else."""

import html
import json
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from reviewer.domain.options import ReportOptions, options_from_json, options_to_json
from reviewer.exchange.choosing import choose
from reviewer.exchange.formats import FORMATS
from reviewer.exchange.report import build_report

FIRST, SECOND = "The sums <b>differ</b>.", "Which is *right* stays open."
SUMMARY = f"{FIRST}\n \n{SECOND}\n"


def chosen(project, summary=SUMMARY):
    contents = {e.text_sha256: project.texts[e.id].encode() for e in project.editions}
    contents |= {e.original_sha256: b"original" for e in project.editions}
    return choose(replace(project.material(), contents=contents), ReportOptions(summary=summary))


def text_of(data: bytes) -> str:
    if not zipfile.is_zipfile(BytesIO(data)):
        return data.decode()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "ignore") for name in archive.namelist()
        )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_it(project, made, name):
    text = text_of(made(FORMATS[name].write, chosen(project)))
    plain = html.unescape(text).replace("\\", "")
    assert FIRST in plain
    assert SECOND in plain
    if name == "html":
        assert FIRST not in text  # it is escaped


@pytest.mark.parametrize("name", ["html", "markdown", "docx"])
def test_it_comes_before_the_counts(project, made, name):
    text = text_of(made(FORMATS[name].write, chosen(project)))
    assert text.index("Which is") < text.index("Open contradictions")


def test_blank_lines_part_paragraphs(project):
    assert build_report(chosen(project)).summary == (FIRST, SECOND)
    assert build_report(chosen(project, " \n ")).summary == ()


def test_without_it_nothing_is_said(project, made):
    lines = made(FORMATS["jsonl"].write, chosen(project, "")).decode().splitlines()
    assert {json.loads(line)["type"] for line in lines} == {"annotation"}


def test_it_is_kept_with_the_options():
    options = ReportOptions(summary=SUMMARY)
    assert options_from_json(options_to_json(options)) == options
