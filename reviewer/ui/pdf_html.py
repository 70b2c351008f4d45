"""The report in the little HTML that Qt's rich text knows, a piece for each chapter."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import chain, islice

from reviewer.exchange.characters import xml_text
from reviewer.exchange.drawing import Drawing
from reviewer.exchange.layout import (
    Axis,
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
    Timeline,
)
from reviewer.exchange.timeline_picture import timeline_drawing

STYLE = """
body { color: #1f1d1a; }
h1 { font-size: 17pt; margin-top: 0; margin-bottom: 8px; }
h2 { font-size: 13pt; margin-top: 14px; margin-bottom: 4px; }
h3 { font-size: 11pt; margin-top: 16px; margin-bottom: 2px; }
h4 { font-size: 9pt; margin-top: 2px; margin-bottom: 4px; }
h5 { font-size: 9pt; font-weight: normal; margin-top: 2px; margin-bottom: 4px; }
p { margin-top: 2px; margin-bottom: 4px; }
td, th { padding: 3px; }
.muted { color: #625e57; }
.marked { background-color: #fff2b3; }
.quote { margin-left: 12px; margin-right: 12px; }
.small { font-size: 8pt; }
"""
FIGURE_WIDTH = 640.0
_TALLEST = 800.0  # that a page has room for
_SIDES_ABREAST = 3
_BATCH = 30  # rows of a table that are laid out at once
_NARROWEST, _WIDEST = 6, 40  # characters that a column of a long table counts for


@dataclass(frozen=True, slots=True)
class Chapter:
    """What begins on a page of its own; its headings are for contents and bookmarks.

    ``figures`` are drawn where the HTML has an image of that name.
    """

    blocks: Iterable[str]  # HTML
    figures: Mapping[str, Drawing] = field(default_factory=dict)


def chapters(report: Report) -> Iterator[Chapter]:
    """A section each, but a source each where sections are long: annotations and full texts."""
    for place, section in enumerate(report.sections):
        head = _section_head(section, report if place == 0 else None)
        if section.anchor in ("annotations", "texts"):
            for number, part in enumerate(section.parts):
                yield Chapter(chain([head] if number == 0 else [], _part(part)))
            if not section.parts:
                yield Chapter([head])
        else:
            figures = dict(filter(None, map(_figure, section.parts)))
            yield Chapter(chain([head], chain.from_iterable(map(_part, section.parts))), figures)


def cover(report: Report, contents: Iterable[tuple[int, str, int]]) -> Iterator[str]:
    """Title, who wrote it, and the contents: level from 1, title, page."""
    yield f'<p style="font-size:24pt">{words(report.title)}</p>'
    yield f"{_facts(report.byline)}<h2>Contents</h2>"
    lines = (
        f'<tr><td width="90%">{"&nbsp;" * 6 * (level - 1)}{words(title)}</td>'
        f'<td width="10%" align="right">{page}</td></tr>'
        for level, title, page in contents
    )
    yield from _in_batches(lines, '<table width="100%">')


def words(text: str) -> str:
    """Text as text; spaces and line ends are kept as far as a proportional line can."""
    return escape(xml_text(text)).replace("\n", "<br>").replace("  ", " &nbsp;")


def _section_head(section: Section, opened: Report | None) -> str:
    lead = f'<p class="muted">{words(section.lead)}</p>' if section.lead else ""
    told = "".join(f"<p>{words(paragraph)}</p>" for paragraph in opened.summary) if opened else ""
    figures = _facts(opened.figures) if opened else ""
    return f"<h1>{words(section.title)}</h1>{told}{figures}{lead}"


def _part(part: Part) -> Iterator[str]:
    """Its title together with what it is the title of, so that no page ends between the two."""
    blocks = filter(None, _blocks(part))
    title = f"<h2>{words(part.title)}</h2>" if part.title else ""
    if first := title + next(blocks, ""):
        yield first
    yield from blocks


def _blocks(part: Part) -> Iterator[str]:
    yield from (f"<p>{words(paragraph)}</p>" for paragraph in part.paragraphs)
    yield _facts(part.facts)
    if figure := _figure(part):
        name, drawing = figure
        yield f'<p><img src="{name}" width="{drawing.width:g}" height="{drawing.height:g}"></p>'
    if part.table:
        yield from _table(part.table)
    yield from map(_finding, part.findings)
    yield from map(_entry, part.entries)
    yield from map(_tag, part.tree)
    if part.text:
        yield from (f"<p>{words(line)}</p>" for line in part.text.split("\n") if line.strip())


def _figure(part: Part) -> tuple[str, Drawing] | None:
    """A timeline. Of the others, the table has all on its pages, and a picture is cut by them."""
    if not isinstance(part.figure, Timeline):
        return None
    is_numbered = part.figure.axis is Axis.NUMBERS
    drawing = timeline_drawing([part.figure], width=FIGURE_WIDTH, listed=False)
    return (part.anchor, drawing) if is_numbered or drawing.height < _TALLEST else None


def _facts(facts: tuple[Fact, ...]) -> str:
    if not facts:
        return ""
    rows = "".join(
        f'<tr><td width="26%" class="muted">{words(fact.label)}</td>'
        f'<td width="74%">{_value(fact)}</td></tr>'
        for fact in facts
    )
    return f'<table width="100%" cellspacing="0">{rows}</table>'


def _value(fact: Fact) -> str:
    value = words(fact.text) if fact.text else f"<i>{words(fact.gap)}</i>"
    note = f'<br><span class="muted small">{words(fact.note)}</span>' if fact.note else ""
    return value + note


def _lead(text: str) -> str:
    """A line that stays with what it leads to, as headings do."""
    return f'<h5 class="muted">{words(text)}</h5>'


def _table(table: Table) -> Iterator[str]:
    tables = _in_batches(_rows(table), '<table class="small" width="100%" cellspacing="0">')
    yield _lead(table.caption) + next(tables, "")
    yield from tables


def _in_batches(rows: Iterable[str], head: str) -> Iterator[str]:
    """A long table as several that look like one."""
    left = iter(rows)
    while batch := "".join(islice(left, _BATCH)):
        yield f"{head}{batch}</table>"


def _widths(table: Table) -> list[str]:
    """Of the columns, where the rows are too many for one table to find them; else none."""
    rows = [row for group in table.groups for row in group.rows]
    if len(rows) + len(table.groups) < _BATCH:
        return [""] * len(table.columns)
    texts = zip(table.columns, *([cell.text for cell in row] for row in rows), strict=True)
    needs = [max(_NARROWEST, min(_WIDEST, max(map(len, column)))) for column in texts]
    return [f' width="{100 * need // sum(needs)}%"' for need in needs]


def _rows(table: Table) -> Iterator[str]:
    span, widths = len(table.columns), _widths(table)
    titled = zip(table.columns, widths, strict=True)
    yield _row(f'<th align="left"{width}>{words(title)}</th>' for title, width in titled)
    for group in table.groups:
        if group.title:
            yield _row([f'<td colspan="{span}"><b>{words(group.title)}</b></td>'])
        for cells in group.rows:
            yield _row(
                f"<td{width}>{words(cell.text) or '&ndash;'}</td>"
                for cell, width in zip(cells, widths, strict=True)
            )
        if group.note:
            yield _row([f'<td colspan="{span}" class="muted"><i>{words(group.note)}</i></td>'])


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _finding(found: Finding) -> str:
    about = " · ".join(filter(None, [found.kind, found.dimension, found.outcome]))
    lines = [f"<h3>{words(f'{found.name}: {found.title}')}</h3>"]
    lines.append(_lead(about))
    if found.headline:
        lines.append(f"<h4>{words(found.headline)}</h4>")
    lines += [
        _sides(found.sides[at : at + _SIDES_ABREAST])
        for at in range(0, len(found.sides), _SIDES_ABREAST)
    ]
    for title, facts in (
        ("Difference", found.comparison),
        ("Checklist", found.checklist),
        ("Decision", found.decision),
    ):
        if facts:
            lines.append(f"<h4>{title}</h4>{_facts(facts)}")
    return "".join(lines)


def _sides(sides: tuple[Side, ...]) -> str:
    width = 84 // len(sides)
    rows = [
        ["", *(_side_head(side) for side in sides)],
        ["Quote", *(_quote(side.quote) for side in sides)],
    ]
    rows += [
        [words(facts[0].label), *map(_value, facts)]
        for facts in zip(*(side.facts for side in sides), strict=True)
    ]
    body = "".join(
        f'<tr><td width="16%" class="muted">{first}</td>'
        + "".join(f'<td width="{width}%">{cell}</td>' for cell in cells)
        + "</tr>"
        for first, *cells in rows
    )
    return f'<table width="100%" cellspacing="0">{body}</table>'


def _side_head(side: Side) -> str:
    preferred = " <i>preferred</i>" if side.is_preferred else ""
    title = f"<b>{side.letter}</b> &nbsp;{words(side.quote.source.text)}{preferred}"
    return f'{title}<br><span class="muted">{words(side.byline)}</span>'


def _quote(quote: Quote) -> str:
    return (
        f'<span class="muted">{words(quote.before)}</span>'
        f'<span class="marked">{words(quote.exact)}</span>'
        f'<span class="muted">{words(quote.after)}</span>'
        f'<br><span class="muted small">Characters {quote.start}&ndash;{quote.end}</span>'
        + (f"<br><b>{words(quote.warning)}</b>" if quote.warning else "")
    )


def _entry(entry: Entry) -> str:
    quote = entry.quote
    labels = [label.path for label in entry.tags] + [found.text for found in entry.findings]
    facts = " &nbsp; ".join(
        f'<span class="muted">{words(fact.label)}:</span> {words(fact.text)}'
        for fact in entry.facts
    )
    warning = f"<p><b>{words(quote.warning)}</b></p>" if quote.warning else ""
    note = f"<p>{words(entry.note)}</p>" if entry.note else ""
    return (
        f'<p class="muted small">{quote.start}&ndash;{quote.end}</p>'
        f'<p class="quote">{words(quote.exact)}</p>{warning}'
        f'<p class="small"><b>{words(" · ".join(labels))}</b></p>{note}'
        f'<p class="small">{facts}</p>'
    )


def _tag(row: TagRow) -> str:
    below = f", {row.total} with the tags below" if row.total != row.own else ""
    told = f": {words(row.description)}" if row.description else ""
    return (
        f'<p style="margin-left:{20 * row.depth}px"><b>{words(row.name)}</b>'
        f" ({row.own}{below}){told}</p>"
    )
