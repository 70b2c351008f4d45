"""The PDF as other programs read it: sound, every quote in it, fonts embedded, bookmarks right."""

import json
import re
from datetime import UTC, datetime
from itertools import takewhile

import pytest
from outside import run

from reviewer.domain.errors import ExchangeError
from reviewer.domain.options import ReportOptions
from reviewer.exchange.report import build_report
from reviewer.services.projects import open_project
from reviewer.services.reporting import export, finished, gather
from reviewer.services.sample import make_sample
from reviewer.ui.jobs import Job, Progress
from reviewer.ui.pdf import PDF
from reviewer.ui.pdf_layout import blocks_of, laid_out, page_of


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "Sample.review"
    with make_sample(path, "Ada Sample") as project:
        yield project


@pytest.fixture(scope="module")
def printed(sample, tmp_path_factory, qapp):
    target = tmp_path_factory.mktemp("printed") / "report.pdf"
    finished(export(sample, target, PDF, ReportOptions(marking="OFFICIAL", title="Aid at odds")))
    return target


NOW = datetime(2026, 1, 7, tzinfo=UTC)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_qpdf_finds_nothing_wrong(printed):
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", printed)


def test_pdftotext_finds_every_quote(printed, sample):
    text = squeezed(run("pdftotext", "-raw", "-nopgbrk", printed, "-"))
    # A running head may stand within a quote that goes on over the page.
    text = re.sub(r"OFFICIAL\d+/\d+(OFFICIAL)?(Aidatodds)?", "", text)
    for passage in gather(sample, NOW).annotations:
        assert squeezed(passage.annotation.target.exact) in text


_WORD = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')
_BODY_TOP = 60  # points; what is above was cut off there, and is words for pdftotext alone


def test_no_word_stands_on_another(printed):
    """Pieces are laid out one by one: each must begin below the one before it."""
    pages = run("pdftotext", "-bbox", printed, "-").split("<page ")[1:]
    assert len(pages) > 40
    for number, page in enumerate(pages, start=1):
        words = sorted((tuple(map(float, found)) for found in _WORD.findall(page)),
                       key=lambda word: word[1])  # fmt: skip
        body = [word for word in words if word[1] > _BODY_TOP]
        assert body
        for at, (left, _, right, bottom) in enumerate(body):
            below = takewhile(lambda word, end=bottom: word[1] < end - 3, body[at + 1 :])
            assert all(min(right, one[2]) - max(left, one[0]) < 1 for one in below), number


def test_timelines_are_drawn_as_lines_with_words(printed):
    pages = run("pdftotext", "-layout", printed, "-").split("\f")
    (page,) = (p for p in pages if "aid to Ukraine, total (NZD)" in p)
    assert re.search(r"^ *79\.5 m", page, re.MULTILINE)
    assert "2023-07" in page
    assert len(run("pdfimages", "-list", printed).splitlines()) == 2  # its two lines of head


def test_every_font_is_embedded(printed):
    lines = run("pdffonts", printed).splitlines()[2:]
    assert lines
    assert all(re.search(r"yes (?:yes|no) +(?:yes|no) +\d+ +\d+$", line) for line in lines)


def test_each_page_has_its_number_and_the_marking_at_head_and_foot(printed):
    pages = run("pdftotext", "-layout", printed, "-").split("\f")[:-1]
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page
        assert page.count("OFFICIAL") == 2
        assert number == 1 or "Aid at odds" in page


def test_contents_and_bookmarks_name_the_pages_on_which_headings_stand(printed, sample):
    pages = run("pdftotext", "-layout", printed, "-").split("\f")
    report = build_report(gather(sample, NOW))
    told = {title.strip(): int(page)
            for title, page in re.findall(r"^ *(.+?)  +(\d+)$", pages[0], re.MULTILINE)}  # fmt: skip
    marks = json.loads(run("qpdf", "--json", "--json-key=outlines", printed))["outlines"]
    assert [mark["title"] for mark in marks] == [section.title for section in report.sections]
    for mark in marks:
        page = mark["destpageposfrom1"]
        assert mark["title"] in pages[page - 1]
        assert told[mark["title"]] == page
    findings = [kid["title"] for mark in marks for one in mark["kids"] for kid in one["kids"]]
    assert any(title.startswith("Contradiction 1: ") for title in findings)
    assert "Checklist" not in findings
    assert not any(kid["kids"] for mark in marks for one in mark["kids"] for kid in one["kids"])


def test_what_begins_a_page_is_not_at_the_foot_of_the_one_before(printed):
    pages = [page.split("\n") for page in run("pdftotext", "-layout", printed, "-").split("\f")]
    bold = ("Decision", "Difference", "Checklist", "Contradiction ", "Relation ")
    feet = [[line for line in page if line.strip()][-4:] for page in pages[:-1]]
    heads = [[line for line in page if line.strip()][:4] for page in pages[1:]]
    both = (set(map(str.strip, foot)) & set(map(str.strip, head))
            for foot, head in zip(feet, heads, strict=True))  # fmt: skip
    assert not [line for lines in both for line in lines if line.startswith(bold)]


def test_it_is_made_in_a_worker_and_stops_between_pages(sample, tmp_path, qtbot):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"earlier")

    def work():
        with open_project(sample.path, "Ada", read_only=True) as project:
            for done, total in export(project, target, PDF):
                if 2 * done > total:
                    job.cancel()  # here, for the window may be told only when all is written
                yield Progress(done, total)

    job = Job("Export", work)
    counted = []
    job.progressed.connect(counted.append)
    with qtbot.waitSignal(job.ended):
        job.start()
    assert counted
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]
    assert target.read_bytes() == b"earlier"


def test_the_author_s_words_open_the_summary(sample, tmp_path, qapp):
    options = ReportOptions(summary="Both sums <b>stand</b>.\n\nNeither is dated.")
    finished(export(sample, tmp_path / "report.pdf", PDF, options))
    page = run("pdftotext", "-f", "2", "-l", "2", "-layout", tmp_path / "report.pdf", "-")
    order = [page.index(word) for word in ("Summary", "Both sums <b>stand</b>.", "Neither", "Open")]
    assert order == sorted(order)


def test_a_folder_that_is_not_there_is_said(sample, tmp_path, qapp):
    with pytest.raises(ExchangeError, match="cannot be written"):
        finished(export(sample, tmp_path / "none" / "report.pdf", PDF))


@pytest.mark.parametrize("lines", range(30, 60))
def test_no_heading_stands_alone_at_the_foot_of_a_page(qapp, lines):
    """Wherever a page ends, with what follows a heading or two being high, or in a table."""
    big, table = '<p style="font-size:60pt">big</p>', "<table><tr><td>cell</td></tr></table>"
    parts = f"<h1>One</h1><h2>Two</h2>{big}{'<p>line</p>' * 9}<h2>Three</h2>{table}"
    document = laid_out("<p>line</p>" * lines + parts, {})
    page = {block.text(): page_of(block) for block in blocks_of(document)}
    assert page["One"] == page["Two"] == page["big"]
    assert page["Three"] == page["cell"]
    assert document.pageCount() <= 2
