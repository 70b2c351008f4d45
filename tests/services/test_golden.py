"""Every format on the sample project, against what it was: ``UPDATE_GOLDEN=1 uv run pytest``.

Formats that are no text are told as text: paragraphs and cells of a document, cells of a workbook,
pages and bookmarks of a PDF, members of an archive.
"""

import hashlib
import io
import json
import os
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from fixed import AT, make_fixed_sample, without_version
from outside import run
from PySide6.QtGui import QFontDatabase

from reviewer.domain.options import ReportOptions
from reviewer.exchange.formats import FORMATS
from reviewer.services.projects import open_project
from reviewer.services.reporting import gather
from reviewer.ui import pdf_layout
from reviewer.ui.pdf import write_pdf

GOLDEN = Path(__file__).parents[1] / "golden" / "sample"
OPTIONS = ReportOptions(
    author="Cy Sample", marking="OFFICIAL", summary="Two totals stand against each other.\n\nBoth stay."
)  # fmt: skip
FACE = "DejaVu Sans"


@pytest.fixture(scope="module")
def material(tmp_path_factory):
    path = tmp_path_factory.mktemp("fixed") / "Sample.review"
    make_fixed_sample(path)
    with open_project(path, "Ada Sample", read_only=True) as project:
        found = gather(project, AT, OPTIONS, with_journal=True, with_contents=True)
        yield without_version(found)


def written(write, material) -> bytes:
    held = io.BytesIO()
    for _ in write(material, held):
        pass
    return held.getvalue()


def compare(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("key", ["html", "markdown", "jsonld", "jsonl", "graphml", "dot"])
def test_text(material, key) -> None:
    form = FORMATS[key]
    compare(f"report{form.suffix}", written(form.write, material).decode())


def test_csv(material) -> None:
    with zipfile.ZipFile(io.BytesIO(written(FORMATS["csv"].write, material))) as archive:
        for name in archive.namelist():
            compare(name, archive.read(name).decode())


def test_xlsx(material) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(FORMATS["xlsx"].write, material)))
    lines = [
        f"{sheet.title}!{cell.coordinate} {cell.data_type} {cell.value!r}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    compare("report.xlsx.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("key", ["docx", "docx-comments"])
def test_docx(material, key) -> None:
    document = docx.Document(io.BytesIO(written(FORMATS[key].write, material)))
    lines = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(f"{block.style.name}: {block.text}")
    lines += [f"Comment {c.comment_id} by {c.author}: {c.text}" for c in document.comments]
    compare(f"{key}.docx.txt", "\n".join(lines) + "\n")


def test_evidence(material) -> None:
    """What is of the sources is the same whatever a report looks like."""
    with zipfile.ZipFile(io.BytesIO(written(FORMATS["evidence"].write, material))) as archive:
        lines = [
            f"{hashlib.sha256(archive.read(name)).hexdigest()}  {name}"
            if name.startswith(("originals/", "texts/")) or name == "annotations.jsonl"
            else f"{'-' * 64}  {name}"
            for name in archive.namelist()
        ]
    compare("evidence.txt", "\n".join(lines) + "\n")


def test_pdf(material, qapp, tmp_path, monkeypatch) -> None:
    """Pages with what stands on them, and bookmarks; where lines end depends on the face."""
    if FACE not in QFontDatabase.families():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs the face {FACE}")
    monkeypatch.setattr(pdf_layout, "_FAMILIES", [FACE])
    target = tmp_path / "report.pdf"
    target.write_bytes(written(write_pdf, material))
    pages = run("pdftotext", "-raw", target, "-").split("\f")[:-1]
    text = "".join(f"--- {number} ---\n{page}" for number, page in enumerate(pages, start=1))
    compare("report.pdf.txt", text)
    marks = json.loads(run("qpdf", "--json", "--json-key=outlines", target))["outlines"]
    compare("report.pdf.outline.txt", "".join(outline(marks)))


def outline(marks: list[dict], depth: int = 0):
    for mark in marks:
        yield f"{'  ' * depth}{mark['title']} {mark['destpageposfrom1']}\n"
        yield from outline(mark["kids"], depth + 1)
