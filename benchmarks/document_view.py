"""The document view beside a bare QPlainTextEdit, both in one run.

The documents are made here, the same on every run.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from measure import Figure
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reviewer.domain.document import Block, BlockKind, Document
from reviewer.ui.spans import Span
from reviewer.ui.views.document_view import DocumentView

BARE = "a bare QPlainTextEdit"
COLOURS = ("blue", "orange", "green", "red", "purple")
SENTENCE = "In May 2023 the government pledged $79.5 million, of which 12 percent was paid. "


def document(size: int) -> Document:
    """About ``size`` characters in paragraphs, each tenth a heading."""
    pieces, blocks, at = [], [], 0
    number = 0
    while at < size:
        heading = number % 10 == 0
        text = f"Part {number}" if heading else f"{number}. " + SENTENCE * (1 + number % 7)
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        blocks.append(Block(at, at + len(text), kind, 2 if heading else 0))
        pieces.append(text)
        at += len(text) + 2
        number += 1
    return Document("\n\n".join(pieces), tuple(blocks))


def spans(length: int, count: int) -> list[Span]:
    """Spans of 20 to 220 characters, evenly strewn, a tenth of them open contradictions."""
    step = length // (count + 1)
    return [
        Span(
            f"s{n}", n * step, n * step + 20 + n * 37 % 200, (COLOURS[n % 5],), f"claim {n}",
            open_contradiction=n % 10 == 0,
        )
        for n in range(count)
    ]  # fmt: skip


def milliseconds(work: Callable[[], object]) -> float:
    """Of one call with everything that it makes Qt paint."""
    start = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def typical(work: Callable[[], object], times: int = 25) -> float:
    """Median of several calls."""
    return statistics.median(milliseconds(work) for _ in range(times))


def open_bare(text: str) -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.resize(900, 900)
    view.setPlainText(text)
    view.show()
    QApplication.processEvents()
    return view


def open_ours(made: Document, marks: list[Span]) -> DocumentView:
    view = DocumentView()
    view.resize(900, 900)
    view.set_document(made, "Title", "Publisher")
    view.set_spans(marks)
    view.show()
    QApplication.processEvents()
    return view


def page_down(view: QPlainTextEdit) -> Callable[[], None]:
    bar = view.verticalScrollBar()
    return lambda: bar.setValue(bar.value() + bar.pageStep())


def line_down(view: QPlainTextEdit) -> Callable[[], None]:
    bar = view.verticalScrollBar()
    return lambda: bar.setValue(bar.value() + 1)


def caret_down(view: QPlainTextEdit) -> Callable[[], None]:
    event = QEvent.Type.KeyPress
    return lambda: QApplication.sendEvent(
        view, QKeyEvent(event, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    )


def measure(size: int, count: int) -> list[Figure]:
    """Opening and moving through a document with annotations, beside its bare text."""
    made = document(size)
    marks = spans(len(made.text), count)
    kept: list[QPlainTextEdit] = []
    bare = min(milliseconds(lambda: kept.append(open_bare(made.text))) for _ in range(3))
    ours = min(milliseconds(lambda: kept.append(open_ours(made, marks))) for _ in range(3))
    name = f"{size / 1e6:g} MB with {count:,} annotations"
    found = [Figure(f"{name}: open to first paint", ours, BARE, bare, ours / bare)]
    ours_view, bare_view = kept[-1], kept[0]
    for what, way in (("page", page_down), ("line", line_down), ("caret down", caret_down)):
        ours, bare = typical(way(ours_view)), typical(way(bare_view))
        found.append(Figure(f"· {what}", ours, BARE, bare, ours / bare))
    for view in kept:
        view.deleteLater()
    QApplication.processEvents()
    return found


def measure_adding(size: int, count: int) -> Figure:
    """One annotation to its repaint, where there are many and where there are none."""
    made = document(size)
    results = []
    for there in (count, 0):
        view = open_ours(made, spans(len(made.text), there))
        new = (Span(f"new{n}", 40 + n, 90 + n, ("red",)) for n in range(1000))
        results.append(typical(lambda v=view, n=new: v.update_spans([next(n)])))  # type: ignore[misc]
        view.deleteLater()
    many, none = results
    return Figure(f"one more span among {count:,}, to repaint", many, "none", none, many / none)


def figures(_folder: Path, *, smoke: bool) -> list[Figure]:
    """One megabyte, ten megabytes, and one more annotation."""
    if smoke:
        return [*measure(20_000, 20), measure_adding(20_000, 20)]
    return [
        *measure(1_000_000, 10_000),
        *measure(10_000_000, 10_000),
        measure_adding(1_000_000, 10_000),
    ]
