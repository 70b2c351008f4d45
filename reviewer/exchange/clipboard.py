"""A table as other programs take it from the clipboard: tab-separated text, and HTML."""

from collections.abc import Iterator
from html import escape

from reviewer.exchange.characters import xml_text
from reviewer.exchange.csv_files import guarded
from reviewer.exchange.layout import Table


def tsv(table: Table) -> str:
    """A line a row; what has several lines is joined by semicolons."""
    return "\n".join("\t".join(map(_one_line, row)) for row in _rows(table)) + "\n"


def html_table(table: Table) -> str:
    """The same with its caption; the values of a cell stay below each other."""
    head, *rows = _rows(table)
    lines = [f"<caption>{_text(table.caption)}</caption>"]
    lines.append("<tr>" + "".join(f"<th>{_text(words)}</th>" for words in head) + "</tr>")
    lines += ["<tr>" + "".join(f"<td>{_text(words)}</td>" for words in row) + "</tr>"
              for row in rows]  # fmt: skip
    return f'<meta charset="utf-8"><table>{"".join(lines)}</table>'


def _rows(table: Table) -> Iterator[tuple[str, ...]]:
    yield table.columns
    for group in table.groups:
        yield from (tuple(cell.text for cell in row) for row in group.rows)
        if group.note:
            yield (group.note,)


def _one_line(words: str) -> str:
    return guarded("; ".join(filter(None, map(str.strip, words.splitlines()))).replace("\t", " "))


def _text(words: str) -> str:
    """A spreadsheet takes formulas from HTML too."""
    return escape(xml_text(guarded(words))).replace("\n", "<br>")
