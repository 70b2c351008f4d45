"""Cells of tables that hold a bare number: their unit, scale and currency stand in the header."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from reviewer.analysis import currencies
from reviewer.analysis.moments import FIRST_YEAR, LAST_YEAR
from reviewer.analysis.money import read_money
from reviewer.analysis.nouns import is_plural, is_state
from reviewer.analysis.numbers import figure_value, plain
from reviewer.analysis.tokens import Reading, Tokens
from reviewer.analysis.units import unit_at
from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import QuantityKind

_COUNT = QuantityKind.COUNT
_SCALES = {"million": 10**6, "millions": 10**6, "thousand": 1000, "thousands": 1000, "'000": 1000}
_LONGEST_HEADING = 60  # code points


class Cell(NamedTuple):
    """``text`` of a cell, and the offset where it begins."""

    text: str
    start: int


def cell_readings(tokens: Tokens) -> dict[int, Reading]:
    """First token → reading, for cells that are a number alone, in tables with tabs."""
    if "\t" not in tokens.text:
        return {}
    wanted = dict(_cells(tokens.text))
    return {
        index: Reading(index, index + 1, wanted[token.start])
        for index, token in enumerate(tokens)
        if token.start in wanted
    }


def _cells(text: str) -> Iterator[tuple[int, Quantity]]:
    """Offset and quantity of each such cell; the first row of a table is its header."""
    header: list[Quantity | None] = []
    start = 0
    for line in text.split("\n"):
        row = _row(line, start)
        start += len(line) + 1
        if len(row) == 1:
            header = []
        elif not header:
            header = _header([cell.text for cell in row])
        else:
            yield from _filled(row, header)


def _row(line: str, start: int) -> list[Cell]:
    cells = []
    for piece in line.split("\t"):
        cells.append(Cell(piece.strip(), start + len(piece) - len(piece.lstrip())))
        start += len(piece) + 1
    return cells


def _filled(row: list[Cell], header: list[Quantity | None]) -> Iterator[tuple[int, Quantity]]:
    unit = _row_unit(row)
    for column, (cell, model) in enumerate(zip(row, header, strict=False)):
        if column == 0 and model and model.kind is _COUNT:
            continue  # what names the row
        value = figure_value(cell.text) if cell.text[:1].isdigit() else None
        own = unit if unit and column and (not model or model.kind is _COUNT) else model
        if value is None or own is None:
            continue
        year = cell.text.isdecimal() and FIRST_YEAR <= value <= LAST_YEAR
        if year and own.kind is _COUNT:
            continue  # a column of years, as far as can be told
        factor = own.low if isinstance(own.low, Decimal) else Decimal(1)
        step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent))) * factor
        amount = plain(value * factor)
        yield cell.start, replace(own, low=amount, high=amount, step=plain(step))


def _row_unit(row: list[Cell]) -> Quantity | None:
    """What the numbers of a row are in where its label says so, "Revenue, EUR million", or a cell
    of its own behind the label, "MW"."""
    scales = (_SCALES.get(word) for word in _told(row[0].text).lower().split())
    scale = next(filter(None, scales), None)
    for cell in row[:2]:
        inner = _told(cell.text)
        plain_words = not any(letter.isdigit() for letter in inner)
        model = _model(inner.strip()) if plain_words else None
        if model and model.kind is not _COUNT:
            return model
    return Quantity(_COUNT, Decimal(scale), Decimal(scale)) if scale else None


def _told(text: str) -> str:
    """What a label says of its unit: in brackets, or behind its last comma."""
    return text.partition("(")[2].partition(")")[0] or text.rpartition(",")[2]


def _header(row: list[str]) -> list[Quantity | None]:
    """For each column a quantity of one: of its own heading, or of what the corner says."""
    corner = _model(row[0])
    corner = corner if corner and corner.kind is not _COUNT else None
    models = [_model(heading) for heading in row]
    return [
        corner if corner and (model is None or model.kind is _COUNT) else model for model in models
    ]


def _model(heading: str) -> Quantity | None:
    """ "Cost (C$ million)" is a million Canadian dollars, "Capacity (MW)" a megawatt, "thousands" a
    thousand."""
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    inner = heading.partition("(")[2].partition(")")[0] or heading
    money = _money(inner)
    if money:
        return money
    unit = unit_at(Tokens(f"1 {inner}"), 1)[0]
    one = Decimal(1)
    if unit:
        return Quantity(unit.kind, Decimal(unit.factor), Decimal(unit.factor), unit=unit.name)
    named = heading[0].isalpha()
    noun = heading.partition("(")[0].strip().lower() if named else ""
    if not any(is_plural(word) or is_state(word) for word in noun.split()):
        noun = ""  # "2024", "Nordlin": whose or when, and not what is counted
    return Quantity(_COUNT, one, one, unit=noun)


def _money(words: str) -> Quantity | None:
    """What one of "C$ million", "\u00a3m", "NZD" is."""
    for piece in words.split():
        sign = next((place for place, letter in enumerate(piece) if letter in currencies.SIGNS), -1)
        code = currencies.code_of(piece)
        if sign < 0 and not code:
            continue
        at = words.index(piece) + (len(piece) if code else sign + 1)
        tokens = Tokens(f"{words[:at]} 1 {words[at:]}")
        first = next(k for k in range(len(tokens)) if tokens[k].start >= words.index(piece))
        found = read_money(tokens, first)
        return found.quantity if found else None
    return None
