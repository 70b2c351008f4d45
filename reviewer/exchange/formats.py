"""The formats that a project is written in: what each is called, needs, and is written by.

A writer takes the chosen material and a file open for bytes, and yields how far it is; whoever
drives it may stop at any yield. Libraries are loaded when their format is asked for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from reviewer.exchange.csv_files import table_writer, write_zip
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.tables import BUILDERS

Step = tuple[int, int]
"""How many steps are done, of how many."""

Writer = Callable[[ReportMaterial, BinaryIO], Iterator[Step]]


@dataclass(frozen=True, slots=True)
class NamedFile:
    """One of several files that a format consists of."""

    name: str  # without ending: "claims"
    write: Writer


@dataclass(frozen=True, slots=True)
class Format:
    """``suffix`` has its dot. Where ``files`` is given, ``write`` packs them into one ``.zip``."""

    id: str
    label: str
    suffix: str
    write: Writer
    has_journal: bool = False  # needs ``ReportMaterial.journal``
    has_contents: bool = False  # needs ``ReportMaterial.contents``, whatever the options say
    files: tuple[NamedFile, ...] = ()
    purpose: str = ""  # what it is for, in a line


_CSV_FILES = tuple(NamedFile(name, table_writer(name)) for name in BUILDERS)


def _html(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.html import write_html  # noqa: PLC0415 - only when asked for

    return write_html(material, file)


def _jsonl(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.jsonl import write_jsonl  # noqa: PLC0415 - only when asked for

    return write_jsonl(material, file)


def _markdown(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.markdown import write_markdown  # noqa: PLC0415 - only when asked for

    return write_markdown(material, file)


def _xlsx(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.xlsx import write_xlsx  # noqa: PLC0415 - only when asked for

    return write_xlsx(material, file)


def _jsonld(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.jsonld import write_jsonld  # noqa: PLC0415 - only when asked for

    return write_jsonld(material, file)


def _graphml(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.graphml import write_graphml  # noqa: PLC0415 - only when asked for

    return write_graphml(material, file)


def _dot(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.dot import write_dot  # noqa: PLC0415 - only when asked for

    return write_dot(material, file)


def _evidence(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.evidence import write_evidence  # noqa: PLC0415 - only when asked for

    return write_evidence(material, file)


def _docx(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.docx_report import write_docx  # noqa: PLC0415 - only when asked for

    return write_docx(material, file)


def _docx_comments(material: ReportMaterial, file: BinaryIO) -> Iterator[Step]:
    from reviewer.exchange.docx_comments import (  # noqa: PLC0415 - only when asked for
        write_docx_comments,
    )

    return write_docx_comments(material, file)


FORMATS = {
    one.id: one
    for one in (
        Format(
            "html", "Web page", ".html", _html,
            purpose="One file for any browser, with links from each finding to its evidence.",
        ),
        Format(
            "markdown", "Markdown", ".md", _markdown,
            purpose="Plain text for a wiki, an editor or version control.",
        ),
        Format(
            "docx", "Document (Word)", ".docx", _docx,
            purpose="The report to edit further in Word or LibreOffice.",
        ),
        Format(
            "docx-comments", "Texts with comments (Word)", ".docx", _docx_comments,
            has_contents=True,
            purpose="The texts of the sources, each annotation a comment on its passage.",
        ),
        Format(
            "xlsx", "Workbook (Excel)", ".xlsx", _xlsx, has_journal=True,
            purpose="Contradictions, claims and all else as sheets to sort and filter.",
        ),
        Format(
            "csv", "Tables (CSV)", ".csv", write_zip, has_journal=True, files=_CSV_FILES,
            purpose="The same tables as plain files, for any program that reads tables.",
        ),
        Format(
            "jsonld", "Web annotations (JSON-LD)", ".jsonld", _jsonld,
            purpose="The W3C's model of annotations, for other annotation tools.",
        ),
        Format(
            "jsonl", "Annotations, one a line (JSON)", ".jsonl", _jsonl,
            purpose="For scripts: every quote with its place in the text.",
        ),
        Format(
            "evidence", "Evidence (ZIP)", ".zip", _evidence, has_journal=True, has_contents=True,
            purpose="The report with all sources and the journal, and what checks every byte.",
        ),
        Format(
            "graphml", "Graph (GraphML)", ".graphml", _graphml,
            purpose="Sources, claims and relations for Gephi, yEd or Cytoscape.",
        ),
        Format(
            "dot", "Graph (Graphviz)", ".dot", _dot,
            purpose="The same graph, to be drawn with Graphviz.",
        ),
    )
}  # fmt: skip
"""All but PDF, which Qt writes: see ``reviewer.ui.pdf``."""
