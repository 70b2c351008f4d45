"""CSV that a spreadsheet opens as it was meant: text is text, numbers are numbers."""

import csv
import io
import re
import zipfile
from decimal import Decimal

import pytest
from outside import office

from reviewer.domain.claim import Claim
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind
from reviewer.exchange.csv_files import guarded, table_writer, write_zip
from reviewer.exchange.tables import BUILDERS, Link, data_table

FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1",
            '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"]  # fmt: skip


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("name", BUILDERS)
def test_each_table_is_a_sound_file(material, made, name):
    data = made(table_writer(name), material)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    table = data_table(material, name)
    found = rows(data)
    assert found[0] == [column.title for column in table.columns]
    assert len(found) == len(table.rows) + 1
    assert {len(row) for row in found} == {len(table.columns)}


def test_the_zip_holds_every_table(material, made):
    with zipfile.ZipFile(io.BytesIO(made(write_zip, material))) as archive:
        assert archive.namelist() == [f"{name}.csv" for name in BUILDERS]
        assert archive.read("claims.csv") == made(table_writer("claims"), material)


@pytest.mark.parametrize("name", BUILDERS)
def test_golden(material, made, golden, name):
    golden(f"tables/{name}.csv", made(table_writer(name), material).decode())


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_begins_like_a_formula_is_guarded(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "x=1", "a-b", "'quoted'", " =1", "12", "\u00a0"])
def test_other_text_stays(text):
    assert guarded(text) == text


def numbers_project(new_project, text: str, value: str):
    project = new_project()
    project.source("one", f"{text} and more", title=text)
    quantity = Quantity(QuantityKind.COUNT, Decimal(value), Decimal(value), unit="men", raw=text)
    project.annotate("one", "one", text, note=text, claim=Claim(text, text, quantity))
    return project


@pytest.mark.parametrize("text", FORMULAS)
def test_no_formula_in_any_cell_whatever_a_source_says(new_project, made, text):
    project = numbers_project(new_project, text, "-5")
    for name in BUILDERS:
        cells = [
            cell for row in rows(made(table_writer(name), project.material(text))) for cell in row
        ]
        assert not [c for c in cells if c.startswith(tuple("=+@\t\r\n＝"))]
        assert all(c == "-5" for c in cells if c.startswith("-"))


def test_libreoffice_finds_no_formula_and_keeps_negative_numbers(new_project, made, tmp_path):
    project = new_project()
    for at, text in enumerate(FORMULAS):
        project.source(f"s{at}", f"{text} and more", title=text)
        quantity = Quantity(QuantityKind.COUNT, Decimal("-5.5"), Decimal("-5.5"), raw=text)
        project.annotate(f"a{at}", f"s{at}", text, claim=Claim(text, text, quantity))
    file = tmp_path / "claims.csv"
    file.write_bytes(made(table_writer("claims"), project.material()))
    # Comma, double quote, UTF-8, from line 1, every column by its content, formulas evaluated.
    flat = office(file, "fods", tmp_path, "CSV:44,34,76,1,,0,false,true,false,false,false,-1,true")
    content = flat.read_text("utf-8")
    assert "table:formula" not in content
    cells = re.findall(r"<table:table-cell([^>]*)office:value=\"-5.5\"", content)
    assert len(cells) == len(FORMULAS)
    assert all('number-columns-repeated="2"' in cell for cell in cells)  # low and high


def test_links_lead_to_rows_that_are_there(material):
    tables = {table.name: table for table in (data_table(material, name) for name in BUILDERS)}
    links = [v for t in tables.values() for r in t.rows for v in r.values if isinstance(v, Link)]
    assert links
    for link in links:
        assert link.key in {row.key for row in tables[link.table].rows}


def test_numbers_of_relations_are_those_of_the_report(material):
    table = data_table(material, "contradictions")
    assert [(row.values[0], row.values[6]) for row in table.rows] == [
        (1, "A"), (1, "B"), (2, "A"), (2, "B"), (2, "C"), (2, "D"),
        (3, "A"), (3, "B"), (4, "A"), (4, "B"),
    ]  # fmt: skip
