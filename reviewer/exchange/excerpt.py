"""The beginning of a report, for a look at it before all of it is written."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewer.exchange.findings import in_order
from reviewer.exchange.formats import Format
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.tables import BUILDERS, Link, Value, data_table

_PASSAGES_A_RELATION = 4  # a finding takes as much room as so many passages
_LINES_A_FILE = 12
_ROWS = 400
_LONGEST = 40_000  # characters


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``shown`` of ``total`` passages are in the material."""

    material: ReportMaterial
    shown: int
    total: int


def first_of(material: ReportMaterial, most: int) -> Excerpt:
    """The material with at most so many passages, fewer relations, and the sources of those."""
    total = len(material.annotations)
    relations = tuple(in_order(material.relations))[: max(1, most // _PASSAGES_A_RELATION)]
    if total <= most and len(relations) == len(material.relations):
        return Excerpt(material, total, total)
    kept = material.annotations[:most]
    shown = {passage.source.id for passage in kept}
    shown |= {passage.source.id for view in relations for passage in view.passages}
    sources = tuple(one for one in material.sources if one.source.id in shown)
    cut = replace(
        material,
        annotations=kept,
        relations=relations,
        sources=sources,
        journal=material.journal[:_ROWS],
    )
    return Excerpt(cut, len(kept), total)


def beginning(material: ReportMaterial, form: Format) -> Iterator[str]:
    """The first lines of what the format writes, yielded piece by piece; they are to be joined.

    A format that is no text is told in lines: its tables, its comments, or the files in it.
    """
    if form.files:
        for one in form.files:
            head = _text_of(one.write(material, held := io.BytesIO()), held).lstrip("\ufeff")
            lines = head.splitlines()[:_LINES_A_FILE]
            yield "\n".join([f"{one.name}{form.suffix}", "", *lines, "", ""])
    elif form.suffix == ".zip":
        yield from _members(material, form)
    elif form.suffix == ".xlsx":
        yield from _sheets(material)
    elif form.suffix == ".docx":
        yield from _commented(material, form)
    else:
        yield _text_of(form.write(material, held := io.BytesIO()), held)


def _text_of(steps: Iterator[tuple[int, int]], held: io.BytesIO) -> str:
    """What is written until it is enough to look at."""
    for _ in steps:
        if held.tell() > 2 * _LONGEST:
            break
    return held.getvalue().decode("utf-8", "ignore")[:_LONGEST]


def _members(material: ReportMaterial, form: Format) -> Iterator[str]:
    held = io.BytesIO()
    for _ in form.write(material, held):
        yield ""
    with zipfile.ZipFile(held) as archive:
        for member in archive.infolist():
            yield f"{member.file_size:>12,}  {member.filename}\n"


def _sheets(material: ReportMaterial) -> Iterator[str]:
    for name in BUILDERS:
        table = data_table(material, name)
        rows = [[column.title for column in table.columns]]
        rows += [list(map(_cell, row.values)) for row in table.rows[:_LINES_A_FILE]]
        yield "\n".join([table.name, "", *("\t".join(row) for row in rows), "", ""])


def _cell(value: Value) -> str:
    text = value.text if isinstance(value, Link) else "" if value is None else str(value)
    return " ".join(text.split())


def _commented(material: ReportMaterial, form: Format) -> Iterator[str]:
    from docx import Document  # noqa: PLC0415 - only for this format

    held = io.BytesIO()
    for _ in form.write(material, held):
        yield ""
    document = Document(held)
    text = "\n\n".join(paragraph.text for paragraph in document.paragraphs)
    yield text[: _LONGEST // 2]
    yield "\n\nComments\n\n"
    comments = [" · ".join(filter(None, one.text.split("\n"))) for one in document.comments]
    yield "\n".join(comments[:_ROWS])
