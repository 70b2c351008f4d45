"""The workbook as other programs read it: openpyxl cell by cell, LibreOffice as a whole."""

import io
import re
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from outside import office

from reviewer.domain.claim import Claim
from reviewer.domain.options import ReportOptions
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind
from reviewer.exchange.choosing import choose
from reviewer.exchange.tables import BUILDERS, Link, data_table
from reviewer.exchange.xlsx import LONGEST, write_xlsx

SHEETS = ["Contradictions", "Claims", "Annotations", "Sources", "Codebook", "Journal",
          "Other relations", "About"]  # fmt: skip
HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "http://example.org", "mailto:a@example.org", "007", "1e5", "TRUE",
           "2024-07", "{=1}", "_x0041_", "a\x01b\x0b", "\ufffe", "line\nline", "👩‍👩‍👧 שלום", "'=1"]  # fmt: skip


def opened(data: bytes):
    return load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def book(material, made):
    return opened(made(write_xlsx, material))


def test_openpyxl_reads_every_value_of_every_sheet(book, material):
    assert book.sheetnames == SHEETS
    for name in BUILDERS:
        table = data_table(material, name)
        sheet = book[table.name]
        assert [cell.value for cell in sheet[1]] == [column.title for column in table.columns]
        for row, cells in zip(table.rows, sheet.iter_rows(min_row=2), strict=True):
            for value, cell in zip(row.values, cells, strict=False):
                told = value.text if isinstance(value, Link) else value
                assert cell.value == (told if told not in ("", None) else None)


def test_numbers_are_numbers(book):
    low = [cell for cell in book["Claims"]["H"][1:] if cell.value is not None]
    assert {cell.data_type for cell in low if cell.value != "2024-07-11"} == {"n"}
    assert 79_500_000 in [cell.value for cell in low]


def test_heads_are_frozen_and_filtered(book):
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")


def test_links_lead_to_the_row_that_they_name(book):
    sides = book["Contradictions"]
    for row in sides.iter_rows(min_row=2):
        quote = row[9]
        sheet, cell = quote.hyperlink.location.replace("'", "").split("!")
        target = book[sheet][cell]
        assert book[sheet].cell(target.row, 5).value == quote.value


def test_golden(book, golden):
    """Every cell with its type and link: the file itself depends on the library's version."""
    lines = [
        f"{sheet.title}!{cell.coordinate} {cell.data_type} {cell.value!r}"
        + (f" -> {cell.hyperlink.location}" if cell.hyperlink else "")
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    golden("report.xlsx.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(hostile, made, text):
    data = made(write_xlsx, hostile(text).material(title=text))
    cell = opened(data)["Annotations"]["E2"]
    assert cell.data_type == "s"
    # Control characters stand as _xHHHH_ (ECMA-376, ST_Xstring), which openpyxl leaves so.
    shown = re.sub("[\x01\x0b\ufffe]", lambda found: f"_x{ord(found[0]):04X}_", text)
    assert cell.value == shown


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("x" * LONGEST, False),
        ("x" * (LONGEST + 1), True),
        ("😀" * (LONGEST // 2), False),  # two units each
        ("😀" * (LONGEST // 2 + 1), True),
        ("x😀" * 30_000, True),
    ],
)
def test_a_text_that_no_cell_holds_is_cut_with_a_mark_and_said(new_project, made, text, is_cut):
    project = new_project()
    project.source("one", text, title="One")
    project.annotate("one", "one", text)
    book = opened(made(write_xlsx, project.material()))
    value = book["Annotations"]["E2"].value
    assert len(value.encode("utf-16-le")) // 2 <= LONGEST
    about = [cell.value for cell in book["About"]["A"]]
    assert any("Cut: Annotations, row 2, Quote" in told for told in about) is is_cut
    if is_cut:
        kept, _, mark = value.rpartition(" … ")
        assert text.startswith(kept)
        assert mark == f"[cut: {len(text):,} characters in all]"
    else:
        assert value == text


def test_a_number_with_too_many_digits_keeps_them_as_text(new_project, made):
    project = new_project()
    project.source("one", "many digits", title="One")
    for key, digits in (("a", "12345678901234567890.5"), ("b", "123456789012345")):
        value = Quantity(QuantityKind.COUNT, Decimal(digits), Decimal(digits), raw="many")
        project.annotate(key, "one", "many", claim=Claim("s", "m", value))
    book = opened(made(write_xlsx, project.material()))
    assert {cell.value for cell in book["Claims"]["H"][1:]} == {
        "12345678901234567890.5", 123456789012345,
    }  # fmt: skip


def test_marking_and_title(material, made):
    options = ReportOptions(title="Aid", author="Cy", marking="OFFICIAL & more")
    book = opened(made(write_xlsx, choose(material, options)))
    assert book.properties.title == "Aid"
    assert book.properties.creator == "Cy"
    for sheet in book:
        assert "OFFICIAL" in sheet.oddHeader.center.text
        assert "OFFICIAL" in sheet.oddFooter.center.text


def test_libreoffice_opens_it_and_finds_no_formula(new_project, made, tmp_path):
    project = new_project()
    for at, text in enumerate(HOSTILE):
        project.source(f"s{at}", f"{text} and more", title=text)
        project.annotate(f"a{at}", f"s{at}", text, note=text, claim=Claim(text, text))
    file = tmp_path / "book.xlsx"
    file.write_bytes(made(write_xlsx, project.material()))
    content = office(file, "fods", tmp_path).read_text("utf-8")
    assert "table:formula" not in content
    for name in SHEETS:
        assert f'table:name="{name}"' in content
    assert "<text:p>=1+1</text:p>" in content or ">=1+1</text:a>" in content
