"""The tables as a workbook: text as text, numbers as numbers, links from sheet to sheet."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reviewer.domain.errors import ExchangeError
from reviewer.exchange.characters import without_unfit
from reviewer.exchange.facts import count
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.tables import BUILDERS, Column, DataTable, Link, Row, Value, data_table

LONGEST = 32_767
"""Characters that Excel holds in a cell, in UTF-16 units."""

_MOST_LINKS = 65_530  # on a sheet; Excel repairs a file with more by dropping them
_MOST_ROWS = 1_048_575  # on a sheet, without its heading
_EXACT_DIGITS = 15  # what a cell's number keeps
_WRAPPED_FROM = 30  # characters of width
_EVERY = 200  # rows between two looks at whether to go on
_TOO_LONG = -2  # XlsxWriter's word for a text that it did not take
_WIDEST_HEAD = 200  # characters of marking: the page's head holds 255 in all


@dataclass
class _Book:
    """What is known while the sheets are written."""

    heading: Format
    text: Format
    wrapped: Format
    link: Format
    rows: dict[tuple[str, str], int]  # table and key → row, from 1, as sheets count
    cuts: list[Row] = field(default_factory=list)


def write_xlsx(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """One sheet a table; what had to be cut is listed on the last one."""
    tables = [data_table(material, name) for name in BUILDERS]
    total = sum(len(table.rows) for table in tables) + 1
    held = io.BytesIO()  # a ZIP is sought in while it is made
    workbook = xlsxwriter.Workbook(
        held,
        {
            "in_memory": True,
            "strings_to_numbers": False,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        },
    )
    _introduce(workbook, material)
    book = _book(workbook, tables)
    done = 0
    for table in tables:
        rows = table.rows + tuple(book.cuts) if table is tables[-1] else table.rows
        if len(rows) > _MOST_ROWS:
            raise ExchangeError(f"“{table.name}” has more rows than a sheet of Excel can hold.")
        sheet = _sheet(workbook, table, material, book, len(rows))
        for at in range(0, len(rows), _EVERY):
            yield done, total
            _write_rows(sheet, table, rows[at : at + _EVERY], at + 1, book)
            done = min(done + _EVERY, total - 1)
    yield total - 1, total
    workbook.close()
    for sheet in workbook.worksheets():
        _let_go(sheet)
    file.write(held.getbuffer())
    yield total, total


def _let_go(sheet: Worksheet) -> None:
    """Row by row: what is left to Python's collector it frees at once, and every thread waits."""
    for rows in (sheet.table, sheet.hyperlinks):
        while rows:
            rows.popitem()


def _introduce(workbook: xlsxwriter.Workbook, material: ReportMaterial) -> None:
    workbook.set_properties(
        {
            "title": _fitting(material.title),
            "author": _fitting(material.options.author or ", ".join(material.reviewers)),
            "comments": f"Written by Reviewer {material.app_version}",
            "created": material.generated_at.replace(tzinfo=None),
        }
    )


def _book(workbook: xlsxwriter.Workbook, tables: list[DataTable]) -> _Book:
    top = {"valign": "top"}
    return _Book(
        heading=workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, **top}),
        text=workbook.add_format(top),
        wrapped=workbook.add_format({"text_wrap": True, **top}),
        link=workbook.add_format(
            {"text_wrap": True, "font_color": "#0B5394", "underline": 1, **top}
        ),
        rows={
            (table.name, row.key): number
            for table in tables
            for number, row in enumerate(table.rows, start=2)
            if row.key
        },
    )


def _sheet(
    workbook: xlsxwriter.Workbook,
    table: DataTable,
    material: ReportMaterial,
    book: _Book,
    rows: int,
) -> Worksheet:
    sheet: Worksheet = workbook.add_worksheet(table.name)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.title, book.heading)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    marking = _in_head(material.options.marking)
    sheet.set_header(f"&C{marking}&R&A")
    sheet.set_footer(f"&C{marking}&R&P / &N")
    return sheet


def _in_head(marking: str) -> str:
    return without_unfit(marking)[:_WIDEST_HEAD].replace("&", "&&")


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell: where it is, and what that is called."""

    sheet: Worksheet
    row: int  # from 0
    number: int  # of the column, from 0
    column: Column

    def put(self, text: str, shape: Format) -> None:
        if self.sheet.write_string(self.row, self.number, text, shape) == _TOO_LONG:
            raise ValueError("a text was not cut as it should have been")

    def __str__(self) -> str:
        return f"{self.sheet.get_name()}, row {self.row + 1}, {self.column.title}"


def _write_rows(
    sheet: Worksheet, table: DataTable, rows: tuple[Row, ...], first: int, book: _Book
) -> None:
    for number, row in enumerate(rows, start=first):
        for at, (column, value) in enumerate(zip(table.columns, row.values, strict=True)):
            if value not in (None, ""):
                _write(_Place(sheet, number, at, column), value, book)


def _write(place: _Place, value: Value, book: _Book) -> None:
    shape = book.wrapped if place.column.width >= _WRAPPED_FROM else book.text
    if isinstance(value, Link):
        _write_link(place, value, book)
    elif isinstance(value, int) or (isinstance(value, Decimal) and _is_exact(value)):
        place.sheet.write_number(place.row, place.number, float(value), shape)
    else:
        text = f"{value:f}" if isinstance(value, Decimal) else value or ""
        place.put(_whole_or_cut(text, book, place), shape)


def _write_link(place: _Place, link: Link, book: _Book) -> None:
    text = _whole_or_cut(link.text, book, place)
    row = book.rows.get((link.table, link.key))
    if row is None or place.sheet.hlink_count >= _MOST_LINKS:
        place.put(text, book.wrapped)
        return
    # The text apart from the address: together with one it would be looked at as an address.
    target = f"internal:'{link.table}'!A{row}"
    place.sheet.write_url(place.row, place.number, target, book.link, string="-")
    place.put(text, book.link)


def _whole_or_cut(text: str, book: _Book, place: _Place) -> str:
    """The text, or as much as a cell holds with a mark at its end; the cut is noted."""
    text = without_unfit(text)
    if len(text) <= LONGEST // 2 or _units(text) <= LONGEST:
        return text
    mark = f" … [cut: {count(len(text), 'character')} in all]"
    kept = text[: LONGEST - len(mark)]
    while _units(kept) + len(mark) > LONGEST:
        kept = kept[: len(kept) - max(1, (_units(kept) + len(mark) - LONGEST) // 2)]
    book.cuts.append(Row("", (f"Cut: {place}", f"{len(kept):,} of {len(text):,} characters")))
    return kept + mark


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _is_exact(value: Decimal) -> bool:
    return len(value.normalize().as_tuple().digits) <= _EXACT_DIGITS and abs(value) < Decimal(
        "1e300"
    )


def _fitting(text: str) -> str:
    return without_unfit(text)[:255]
