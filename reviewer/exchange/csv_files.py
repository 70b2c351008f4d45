"""Tables as CSV (RFC 4180), for every spreadsheet: UTF-8 with a byte order mark, CRLF.

A spreadsheet runs a cell that begins like a formula, and the words of a source are not ours to
trust: a text that begins so gets an apostrophe before it. Numbers are written as numbers.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import BinaryIO

from reviewer.exchange.characters import without_unfit
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.tables import BUILDERS, DataTable, Link, Value, data_table

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - full-width signs count in Excel too
_EVERY = 200  # rows between two looks at whether to go on
_BOM = b"\xef\xbb\xbf"


def table_writer(name: str) -> Callable[[ReportMaterial, BinaryIO], Iterator[tuple[int, int]]]:
    """What writes the one table of that name into a file."""

    def write(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
        yield from _write(data_table(material, name), file)

    return write


def write_zip(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """All tables, a file each, in one ZIP."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, name in enumerate(BUILDERS):
            yield number, len(BUILDERS)
            entry = zipfile.ZipInfo(f"{name}.csv", material.generated_at.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            held = io.BytesIO()
            for _ in _write(data_table(material, name), held):
                yield number, len(BUILDERS)
            archive.writestr(entry, held.getvalue())
    yield len(BUILDERS), len(BUILDERS)


def _write(table: DataTable, file: BinaryIO) -> Iterator[tuple[int, int]]:
    file.write(_BOM)
    total = len(table.rows)
    for at in range(0, max(total, 1), _EVERY):
        held = io.StringIO(newline="")
        writer = csv.writer(held, lineterminator="\r\n")
        if at == 0:
            writer.writerow([guarded(column.title) for column in table.columns])
        writer.writerows([_cell(value) for value in r.values] for r in table.rows[at : at + _EVERY])
        file.write(held.getvalue().encode())
        yield min(at + _EVERY, total), total


def _cell(value: Value) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, int):
        return str(value)
    return guarded(value.text if isinstance(value, Link) else value or "")


def guarded(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    text = without_unfit(text)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
