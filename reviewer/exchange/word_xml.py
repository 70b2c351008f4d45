"""WordprocessingML as text: pieces that python-docx then holds as a document.

Adding paragraph by paragraph through the library looks for the end of the document each time, and
one tree of all pieces would be freed at once, which stops every thread. So ``docx_page.save``
writes them into the file as they are.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.oxml.xmlchemy import serialize_for_reading

from reviewer.exchange.characters import xml_text

_PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BREAK = re.compile("([\n\t])")
_LONGEST_PIECE = 1_000_000
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_LINE = 'w:val="single" w:sz="4" w:color="CFCAC0"'
_LINES = f"<w:tblBorders><w:top {_LINE}/><w:bottom {_LINE}/><w:insideH {_LINE}/></w:tblBorders>"
TEXT_WIDTH = 9_640  # twentieths of a point between the margins of A4, as ``set_page`` sets them


def run(text: str, *, bold: bool = False, italic: bool = False, look: str = "") -> str:
    """Letters to the letter; line ends and tabs as such. ``look`` is more of ``w:rPr``."""
    if not text:
        return ""
    shape = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + look
    properties = f"<w:rPr>{shape}</w:rPr>" if shape else ""
    return f"<w:r>{properties}{_letters(xml_text(text))}</w:r>"


def _letters(text: str) -> str:
    return "".join(_BREAKS.get(piece) or _held(piece) for piece in _BREAK.split(text))


def _held(text: str) -> str:
    """Parsers refuse a single text of more than 10 MB."""
    return "".join(
        f'<w:t xml:space="preserve">{escape(text[at : at + _LONGEST_PIECE])}</w:t>'
        for at in range(0, len(text), _LONGEST_PIECE)
    )


MUTED = '<w:color w:val="625E57"/>'
MARKED = '<w:shd w:val="clear" w:color="auto" w:fill="FFF2B3"/>'


def paragraph(*runs: str, style: str = "", look: str = "") -> str:
    """``style`` by its id; ``look`` is more of ``w:pPr``."""
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    properties = f"<w:pPr>{named}{look}</w:pPr>" if named or look else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def bookmarked(number: int, content: str) -> str:
    """The content with the bookmark of that number around it, for ``linked``."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="place{number}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def linked(number: int | None, content: str) -> str:
    """The content as a link to the bookmark of that number, if there is one."""
    if number is None or not content:
        return content
    return f'<w:hyperlink w:anchor="place{number}" w:history="1">{content}</w:hyperlink>'


def linked_out(relationship: str, content: str) -> str:
    """The content as a link to an address that the document's part knows."""
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{content}</w:hyperlink>'


def field(instruction: str, shown: str = "1") -> str:
    """A field that Word works out, such as PAGE, with what it shows until then."""
    return f'<w:fldSimple w:instr="{instruction}">{run(shown)}</w:fldSimple>'


def contents_field(entries: Sequence[str]) -> str:
    """The table of contents as a field with ``entries`` (runs) as what it shows until updated."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = [paragraph(entry) for entry in entries]
    return paragraph(begin) + "".join(lines) + paragraph(end)


def table(rows: Iterable[Sequence[str]], widths: Sequence[int], *, has_head: bool = True) -> str:
    """Cells are paragraphs; ``widths`` in twentieths of a point. The head repeats on each page."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_LINES}'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    made = [
        _row(cells, widths, is_head=has_head and place == 0) for place, cells in enumerate(rows)
    ]
    return f"<w:tbl>{head}<w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>{paragraph()}"


def _row(cells: Sequence[str], widths: Sequence[int], *, is_head: bool) -> str:
    """A row with fewer cells than columns lets its last one span the rest."""
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if is_head else ""
    made = []
    for place, cell in enumerate(cells):
        is_last = place == len(cells) - 1
        span = len(widths) - place if is_last else 1
        spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        width = sum(widths[place : place + span])
        made.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}</w:tcPr>{cell}</w:tc>'
        )
    return f"<w:tr>{properties}{''.join(made)}</w:tr>"


def body_of(document: Document, pieces: Iterable[str]) -> Iterator[str]:
    """The main part's XML with the pieces as its body; the document's page settings stay."""
    settings = document.element.body.sectPr
    yield f'{_PROLOGUE}<w:document xmlns:w="{_SPACE}" xmlns:r="{_RELATIONS}"><w:body>'
    yield from pieces
    yield serialize_for_reading(settings) if settings is not None else ""
    yield "</w:body></w:document>"


def comments_of(comments: Iterable[str]) -> Iterator[str]:
    """The XML of the part that holds a document's comments."""
    yield f'{_PROLOGUE}<w:comments xmlns:w="{_SPACE}">'
    yield from comments
    yield "</w:comments>"
