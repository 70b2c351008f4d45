"""The report in Markdown: CommonMark with the tables of GitHub's dialect, and no HTML.

Every text is escaped, so that words which look like Markdown stay words. A quote comes back to
the letter from any CommonMark renderer: line ends become hard breaks, white space that would be
stripped becomes character references (but for a few control characters, which have none).
"""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from reviewer.exchange.characters import without_unfit
from reviewer.exchange.layout import (
    Cell,
    Entry,
    Fact,
    Finding,
    Part,
    Quote,
    Report,
    Section,
    Side,
    Table,
    TagRow,
)
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.pieces import write_pieces
from reviewer.exchange.report import build_report

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|~$]")
_AT_START = re.compile(r"\A(?:[#=+-]|(\d{1,9})(?=[.)]))")
_UNREFERABLE = re.compile("[\x0b\x1c-\x1f\x85]")  # controls that no renderer takes by number
_EVERY = 200  # lines between two looks at whether to go on


def write_markdown(material: ReportMaterial, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """The report, line by line."""
    report = build_report(material)
    total = 10 * (len(material.annotations) + 4 * len(material.relations)) + _EVERY
    yield from write_pieces(_lines(report), file, _EVERY, total)
    yield total, total


def escaped(text: str) -> str:
    """One line that every renderer shows as it is; line ends become spaces."""
    return _line(" ".join(without_unfit(text).splitlines()).strip())


def quoted(text: str, lead: str = "> ") -> str:
    """The text as a block quote, each line led in; rendered, it is the text to the letter."""
    lines = [_line(line) for line in without_unfit(text).split("\n")]
    # A break at either end of a paragraph would be stripped, so there it is written as a letter.
    while len(lines) > 1 and not lines[0]:
        lines[:2] = [f"&#10;{lines[1]}"]
    while len(lines) > 1 and not lines[-1]:
        lines[-2:] = [f"{lines[-2]}&#10;"]
    return "\\\n".join(f"{lead}{line}" for line in lines) + "\n"


def _line(text: str) -> str:
    """A line without its end: nothing in it is markup, and no white space at its ends is lost."""
    core = text.strip()
    lead = len(text) - len(text.lstrip())
    shown = _AT_START.sub(_shielded, _SPECIAL.sub(r"\\\g<0>", core)).replace("\r", "&#13;")
    return _referred(text[:lead]) + shown + _referred(text[lead + len(core) :])


def _referred(spaces: str) -> str:
    return "".join(space if _UNREFERABLE.match(space) else f"&#{ord(space)};" for space in spaces)


def _shielded(found: re.Match[str]) -> str:
    return f"{found[1]}\\" if found[1] else f"\\{found[0]}"


def _lines(report: Report) -> Iterator[str]:
    if report.marking:
        yield f"**{escaped(report.marking)}**\n\n"
    yield f"# {escaped(report.title)}\n\n"
    yield from _facts(report.byline)
    yield "\n"
    for place, section in enumerate(report.sections):
        yield from _section(section, report if place == 0 else None)
    if report.marking:
        yield f"**{escaped(report.marking)}**\n"


def _section(section: Section, opened: Report | None) -> Iterator[str]:
    yield f"## {escaped(section.title)}\n\n"
    if opened:
        yield from (f"{escaped(paragraph)}\n\n" for paragraph in opened.summary)
        yield from _facts(opened.figures)
        yield "\n"
    if section.lead:
        yield f"{escaped(section.lead)}\n\n"
    for part in section.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    if part.title:
        yield f"### {escaped(part.title)}\n\n"
    for paragraph in part.paragraphs:
        yield f"{escaped(paragraph)}\n\n"
    if part.facts:
        yield from _facts(part.facts)
        yield "\n"
    if part.table:
        yield from _table(part.table)
    for found in part.findings:
        yield from _finding(found, "####" if part.title else "###")
    for entry in part.entries:
        yield from _entry(entry)
    if part.tree:
        yield from _tree(part.tree)
    if part.text:
        yield f"{quoted(part.text)}\n"


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        value = escaped(fact.text) if fact.text else f"*{escaped(fact.gap)}*"
        if fact.address:
            value = f"[{value}](<{fact.address}>)"
        note = f" ({escaped(fact.note)})" if fact.note else ""
        yield f"- **{escaped(fact.label)}:** {value}{note}\n"


def _table(table: Table) -> Iterator[str]:
    """Row groups as rows of their own: Markdown's tables know no others."""
    yield f"*{escaped(table.caption)}*\n\n"
    yield _row(escaped(column) for column in table.columns)
    yield _row("---" for _ in table.columns)
    blank = [""] * (len(table.columns) - 1)
    for group in table.groups:
        if group.title:
            yield _row([f"**{escaped(group.title)}**", *blank])
        for cells in group.rows:
            yield _row(_cell(cell) for cell in cells)
        if group.note:
            yield _row([f"*{escaped(group.note)}*", *blank])
    yield "\n"


def _cell(cell: Cell) -> str:
    return " / ".join(filter(None, map(escaped, cell.text.splitlines()))) or "\u2013"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _finding(found: Finding, level: str) -> Iterator[str]:
    yield f"{level} {escaped(found.name)}: {escaped(found.title)}\n\n"
    about = [found.kind, found.dimension, found.outcome]
    yield f"{escaped(' · '.join(filter(None, about)))}\n\n"
    if found.headline:
        yield f"**{escaped(found.headline)}**\n\n"
    for side in found.sides:
        yield from _side(side)
    for title, facts in (
        ("Difference", found.comparison),
        ("Checklist", found.checklist),
        ("Decision", found.decision),
    ):
        if facts:
            yield f"**{title}**\n\n"
            yield from _facts(facts)
            yield "\n"


def _side(side: Side) -> Iterator[str]:
    preferred = " (preferred)" if side.is_preferred else ""
    byline = f" · {escaped(side.byline)}" if side.byline else ""
    yield f"**{side.letter}{preferred}: {escaped(side.quote.source.text)}**{byline}\n\n"
    yield from _quote(side.quote)
    yield from _facts(side.facts)
    yield "\n"


def _quote(quote: Quote) -> Iterator[str]:
    yield f"{quoted(quote.exact)}\n"
    if quote.before or quote.after:
        yield f"In context: {escaped(quote.before)} **\\[…\\]** {escaped(quote.after)}\n\n"
    yield f"Characters {quote.start}\u2013{quote.end}\n\n"
    if quote.warning:
        yield f"**{escaped(quote.warning)}**\n\n"


def _entry(entry: Entry) -> Iterator[str]:
    yield from _quote(entry.quote)
    if entry.note:
        yield f"Note: {quoted(entry.note, '')}\n"
    labels = [escaped(label.path) for label in entry.tags]
    if labels:
        yield f"- **Tags:** {', '.join(labels)}\n"
    if entry.findings:
        yield f"- **Found in:** {', '.join(escaped(ref.text) for ref in entry.findings)}\n"
    yield from _facts(entry.facts)
    yield "\n"


def _tree(rows: tuple[TagRow, ...]) -> Iterator[str]:
    for row in rows:
        below = f", {row.total} with the tags below" if row.total != row.own else ""
        told = f": {escaped(row.description)}" if row.description else ""
        key = f", key {escaped(row.key)}" if row.key else ""
        yield f"{'  ' * row.depth}- **{escaped(row.name)}** ({row.own}{below}{key}){told}\n"
    yield "\n"
