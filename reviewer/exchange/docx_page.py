"""What both Word documents have in common: paper, styles, head and foot of the page."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from reviewer.exchange.characters import xml_text
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.word_xml import field, paragraph, run

_INK = RGBColor(0x1F, 0x1D, 0x1A)
_SIZES = {"Title": 26, "Heading 1": 18, "Heading 2": 14, "Heading 3": 12}
_LONGEST_PROPERTY = 255
_PIECES = 200  # between two looks at whether to go on


def new_document(material: ReportMaterial) -> Document:
    """An empty A4 document with the report's title, author, marking and page numbers."""
    document = docx.Document()
    _set_styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(22)
    properties = document.core_properties
    properties.title = _fitting(material.title)
    properties.author = _fitting(material.options.author or ", ".join(material.reviewers))
    properties.comments = f"Written by Reviewer {material.app_version}"
    properties.language = material.options.language
    properties.created = properties.modified = material.generated_at.replace(tzinfo=None)
    _set_head_and_foot(document, material)
    return document


def save(document: Document, parts: Mapping[Part, Iterable[str]], file: BinaryIO) -> Iterator[None]:
    """Write the document with the XML of these parts, which may be long; yields now and then."""
    bare, held = BytesIO(), BytesIO()  # a ZIP is sought in while it is made
    document.save(bare)
    long = {part.partname.membername: pieces for part, pieces in parts.items()}
    with ZipFile(bare) as plain, ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for entry in plain.infolist():
            if entry.filename not in long:
                archive.writestr(entry, plain.read(entry), ZIP_DEFLATED)
                continue
            made = ZipInfo(entry.filename, entry.date_time)
            made.compress_type = ZIP_DEFLATED
            pieces = iter(long[entry.filename])
            with archive.open(made, "w") as member:
                while batch := "".join(islice(pieces, _PIECES)):
                    member.write(batch.encode())
                    yield
    file.write(held.getbuffer())


def _fitting(text: str) -> str:
    return xml_text(text)[:_LONGEST_PROPERTY]


def _set_styles(document: Document) -> None:
    styles = document.styles
    normal = styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.size = Pt(10)
    normal.paragraph_format.space_after = Pt(4)
    for name, size in _SIZES.items():
        style = styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size, style.font.color.rgb = Pt(size), _INK
        _forget_theme(style)
    for name in ("Quote", "Intense Quote"):
        style = styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.italic, style.font.bold = False, False
        style.font.color.rgb = _INK
    reference = styles.add_style("CommentReference", WD_STYLE_TYPE.CHARACTER)
    reference.font.size = Pt(8)


def _forget_theme(style: ParagraphStyle) -> None:
    """The theme's heading font is not on every machine; the document's own is."""
    fonts = style.element.rPr.rFonts if style.element.rPr is not None else None
    if fonts is not None:
        fonts.getparent().remove(fonts)


def _set_head_and_foot(document: Document, material: ReportMaterial) -> None:
    section = document.sections[0]
    marking = material.options.marking
    centre = '<w:jc w:val="center"/>'
    for place, last in (
        (section.header, [run(material.title)]),
        (section.footer, [run("Page "), field("PAGE"), run(" of "), field("NUMPAGES")]),
    ):
        holder = place._element  # noqa: SLF001 - the library gives no other way to fields
        for old in list(holder):
            holder.remove(old)
        lines = [paragraph(run(marking, bold=True), look=centre)] if marking else []
        lines.append(paragraph(*last, look=centre))
        for line in lines:
            holder.append(parse_xml(line.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
