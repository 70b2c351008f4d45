"""Word documents as LibreOffice and python-docx read them: every quote, every comment's range."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import docx
import pytest
from outside import office

from reviewer.domain.options import ReportOptions
from reviewer.exchange.choosing import choose
from reviewer.exchange.docx_comments import write_docx_comments
from reviewer.exchange.docx_report import write_docx
from reviewer.exchange.report import build_report

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
HOSTILE = ["<w:p/>", "]]>&amp;", '"quoted"', "a\tb\n\nc", " lead and trail ", "👩‍👩‍👧 שלום", "a\x01b\x0c", "\ufffe",
           "x" * 3000]  # fmt: skip


def full(project, title="Aid", **options):
    contents = {
        e.text_sha256: project.texts[e.id].encode("utf-8", "replace") for e in project.editions
    }
    material = replace(project.material(title), contents=contents)
    return choose(material, ReportOptions(**options))


def xml_of(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def words(document) -> str:
    """All text in the order of the document, tables included."""
    body = document.element.body
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "".join(
        node.text or "" if node.tag == f"{space}t" else "\n"
        for node in body.iter(f"{space}t", f"{space}p", f"{space}br", f"{space}tab")
    )


def test_headings_are_those_of_the_report(material, made):
    document = docx.Document(io.BytesIO(made(write_docx, material)))
    first = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert first == [section.title for section in build_report(material).sections]
    third = [p.text for p in document.paragraphs if p.style.name == "Heading 3"]
    assert len(third) == len(material.relations)


def test_links_within_lead_to_bookmarks_that_are_there_once(material, made):
    text = xml_of(made(write_docx, material), "word/document.xml")
    marks = re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', text)
    assert len(marks) == len(set(marks))
    links = re.findall(r'w:anchor="(\w+)"', text)
    assert links
    assert set(links) <= set(marks)


def test_every_quote_is_in_it_and_tables_hold_the_sides(material, made):
    document = docx.Document(io.BytesIO(made(write_docx, material)))
    text = words(document)
    for passage in material.annotations:
        assert passage.annotation.target.exact in text
    assert any("preferred" in cell.text for t in document.tables for cell in t.row_cells(0))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(hostile, made, text):
    def shape(data):
        return re.findall(
            r"<w:(\w+)", re.sub("<w:(br|tab)/>", "", xml_of(data, "word/document.xml"))
        )

    plain = shape(made(write_docx, hostile("y").material(title="y")))
    data = made(write_docx, hostile(text).material(title=text))
    found = shape(data)
    assert [t for t in found if t != "t"] == [t for t in plain if t != "t"]
    docx.Document(io.BytesIO(data))


def test_libreoffice_reads_the_report(project, made, tmp_path):
    file = tmp_path / "report.docx"
    file.write_bytes(made(write_docx, full(project, marking="OFFICIAL", appendix=True)))
    root = ET.parse(office(file, "fodt", tmp_path)).getroot()
    text = "".join(root.find(f"{OFFICE}body").itertext())
    styles = "".join(root.find(f"{OFFICE}master-styles").itertext())
    assert styles.count("OFFICIAL") == 2
    squeezed = re.sub(r"\s", "", text)
    for passage in project.passages.values():
        assert re.sub(r"\s", "", passage.annotation.target.exact) in squeezed
    assert re.sub(r"\s", "", project.texts["e-beehive"]) in squeezed


def ranges(root: ET.Element) -> dict[str, tuple[str, str]]:
    """Name of each comment → the text that its range covers, and its own text."""
    open_now: dict[str, list[str]] = {}
    found: dict[str, tuple[str, str]] = {}
    own: dict[str, str] = {}

    def add(text):
        for pieces in open_now.values():
            pieces.append(text or "")

    def walk(element):
        name = element.get(f"{OFFICE}name", "")
        if element.tag == f"{OFFICE}annotation":
            own[name] = "\n".join(element.itertext())
            open_now[name] = []
        elif element.tag == f"{OFFICE}annotation-end":
            found[name] = ("".join(open_now.pop(name)), own[name])
        else:
            add(element.text)
            for child in element:
                walk(child)
        add(element.tail)

    walk(root.find(f"{OFFICE}body"))
    assert not open_now
    return found


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_libreoffice_finds_every_comment_on_its_span(project, made, tmp_path):
    file = tmp_path / "texts.docx"
    file.write_bytes(made(write_docx_comments, full(project)))
    found = ranges(ET.parse(office(file, "fodt", tmp_path)).getroot())
    expected = sorted(squeezed(p.annotation.target.exact) for p in project.passages.values())
    assert sorted(squeezed(text) for text, _ in found.values()) == expected
    total = next(own for text, own in found.values() if "total $79.5" in text)
    for told in (
        "aid / total",
        "New Zealand: Aid to Ukraine, total",
        "Whose dollars?",
        "Contradiction 1",
    ):
        assert told in total


def test_spans_may_overlap_touch_and_run_over_paragraphs(new_project, made, tmp_path):
    project = new_project()
    text = "One two three.\n\nFour five.\n😀 six seven"
    project.source("one", text, title="One")
    spans = ["One two", "two three.\n\nFour", "two three.", "three.\n\nFour five.\n😀 six", "five.", text,
             "seven", "e", "One two "]  # fmt: skip
    for at, quote in enumerate(spans):
        project.annotate(f"a{at}", "one", quote)
    file = tmp_path / "texts.docx"
    file.write_bytes(made(write_docx_comments, full(project)))
    found = ranges(ET.parse(office(file, "fodt", tmp_path)).getroot())
    assert sorted(squeezed(t) for t, _ in found.values()) == sorted(map(squeezed, spans))


def test_python_docx_reads_authors_and_dates(project, made):
    document = docx.Document(io.BytesIO(made(write_docx_comments, full(project))))
    comments = list(document.comments)
    assert len(comments) == len(project.passages)
    assert [comment.comment_id for comment in comments] == list(range(len(comments)))
    assert {comment.author for comment in comments} == {"Ada Sample"}
    assert {comment.initials for comment in comments} == {"AS"}
    assert {f"{comment.timestamp:%Y-%m-%d %H:%M}" for comment in comments} == {"2026-01-05 08:00"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_in_texts_and_comments(hostile, made, text):
    data = made(write_docx_comments, full(hostile(text), title=text))
    assert len(list(docx.Document(io.BytesIO(data)).comments)) == 2


def test_golden(project, material, made, golden):
    golden("report.docx.xml", pretty(xml_of(made(write_docx, material), "word/document.xml")))
    data = made(write_docx_comments, full(project))
    golden("comments.docx.xml", pretty(xml_of(data, "word/document.xml")))
    golden("comments.docx.comments.xml", pretty(xml_of(data, "word/comments.xml")))


def pretty(text: str) -> str:
    """A line a paragraph, so that differences can be read."""
    return text.replace("</w:p>", "</w:p>\n").replace("</w:tc>", "</w:tc>\n")
