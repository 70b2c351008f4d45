"""What each option of a report changes in each format, as other programs read the file."""

import html
import io
import zipfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from making import mark, small_project
from outside import run

from reviewer.domain.options import Only, Order, ReportOptions, Scope
from reviewer.domain.vocabulary import Status
from reviewer.exchange.formats import FORMATS
from reviewer.services import annotating
from reviewer.services.reporting import gather
from reviewer.storage.project import Project
from reviewer.ui.pdf import PDF

AT = datetime(2026, 1, 7, tzinfo=UTC)
FORMS = {**FORMATS, "pdf": PDF}
BARE = ReportOptions(context=10)
GRAPHS = {"graphml", "dot"}  # they have neither texts nor an order
WITH_TEXTS = {"docx-comments"}  # whatever is asked for
ANCHORED = {"jsonl", "jsonld"}  # what they have around a quote finds it again, and stays as it is
FIRST, LAST = "Made last, stands first.", "Whose dollars are these?"


@dataclass(frozen=True, slots=True)
class Option:
    """``words`` are in the file with it alone; not in the formats ``but``, which stay as they are."""

    name: str
    options: ReportOptions
    words: str
    but: frozenset[str] = frozenset()


WORDED = [
    Option("title", replace(BARE, title="Oddsofaid"), "Oddsofaid"),
    Option("author", replace(BARE, author="Cysample"), "Cysample"),
    Option("marking", replace(BARE, marking="TOPMARK"), "TOPMARK"),
    Option("summary", replace(BARE, summary="Ownwords."), "Ownwords."),
    Option("appendix", replace(BARE, appendix=True), "Kiwis shrugged",
           but=frozenset(GRAPHS | WITH_TEXTS)),
    Option("context", replace(BARE, context=120), "was quiet. Kiwis",
           but=frozenset(GRAPHS | WITH_TEXTS | ANCHORED)),
]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    path = small_project(tmp_path_factory.mktemp("small") / "Small.review")
    with Project.open(path, reviewer="Ada") as opened:
        annotating.edit_note(opened, mark(opened, "aid.txt", "New Zealand and Ukraine"), "", FIRST)
        yield opened


@pytest.fixture
def told(project, tmp_path, qapp):
    def words(form, options) -> str:
        held = io.BytesIO()
        needed = form.has_contents or options.appendix
        found = gather(project, AT, options, with_journal=form.has_journal, with_contents=needed)
        for _ in form.write(found, held):
            pass
        if form.id == "pdf":
            path = tmp_path / "report.pdf"
            path.write_bytes(held.getvalue())
            return " ".join(run("pdftotext", "-raw", path, "-").split())
        return html.unescape(unpacked(held)).replace("\\", "")

    return words


def unpacked(held: io.BytesIO) -> str:
    """The text of a file, or of all that it is packed of; of evidence, the report."""
    if not zipfile.is_zipfile(held):
        return held.getvalue().decode()
    with zipfile.ZipFile(held) as archive:
        names = archive.namelist()
        wanted = ["report.html"] if "report.html" in names else names
        return "\n".join(archive.read(name).decode("utf-8", "ignore") for name in wanted)


@pytest.mark.parametrize("name", FORMS)
def test_words_come_with_the_option_that_asks_for_them(told, name):
    form = FORMS[name]
    without = told(form, BARE)
    for option in WORDED:
        given = told(form, option.options)
        if name in option.but:
            assert given.count(option.words) == without.count(option.words), option.name
        else:
            assert option.words not in without, option.name
            assert option.words in given, option.name


@pytest.mark.parametrize("name", FORMS)
def test_statuses_and_scope_take_things_out(told, name):
    form = FORMS[name]
    all_of_it = told(form, BARE).lower().count("contradict")
    settled = told(form, replace(BARE, statuses=(Status.SETTLED,))).lower().count("contradict")
    assert settled < all_of_it
    scoped = replace(BARE, only=Only(Scope.SOURCE, "pledge.txt"), statuses=(Status.SETTLED,))
    assert FIRST not in told(form, scoped)


@pytest.mark.parametrize("name", sorted(FORMS.keys() - GRAPHS))
def test_annotations_stand_in_the_order_that_is_asked_for(told, name):
    form = FORMS[name]
    by_text, by_time = told(form, BARE), told(form, replace(BARE, order=Order.TIME))
    assert by_text.rindex(FIRST) < by_text.rindex(LAST)
    is_as_the_text_reads = name == "docx-comments"
    assert (by_time.rindex(FIRST) < by_time.rindex(LAST)) == is_as_the_text_reads


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_the_journal_of_a_part_quotes_nothing_of_the_rest(told, project, name):
    entry = gather(project, AT, BARE, with_journal=True).journal[-1]
    form = FORMS[name]
    part = told(form, replace(BARE, only=Only(Scope.CLAIMS)))
    assert entry.label in told(form, BARE)
    assert entry.label not in part
    assert entry.hash in part, "the chain can still be held against the project"
