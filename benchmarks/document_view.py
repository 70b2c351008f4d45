"""A document of 10 MB with 10,000 overlapping annotations, beside a bare QPlainTextEdit.

``python benchmarks/document_view.py`` measures off screen; with ``--screen`` on whatever screen
there is, e.g. under ``xvfb-run``.
"""

import argparse
import ctypes
import gc
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

if __name__ == "__main__" and "--screen" not in sys.argv:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

import sample
from measure import Figure, compare, in_turns, table
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reviewer.domain.document import Block, BlockKind, Document
from reviewer.ui.spans import Span
from reviewer.ui.views.document_view import DocumentView

BARE = "a bare QPlainTextEdit"
COLOURS = ("blue", "orange", "green", "red", "purple")
SIZE, COUNT = 10_000_000, 10_000
WIDTH, HEIGHT = 900, 1000
MEGABYTES_ABOVE = 60
PAGES = 60


def figures(_folder: Path, *, smoke: bool) -> list[Figure]:
    """Every row of the table, at a size that shows little if it is for ``smoke``."""
    size, count, rounds = (60_000, 60, 2) if smoke else (SIZE, COUNT, 9)
    made = document(size)
    few, many = spans(len(made.text), count // 10), spans(len(made.text), count)
    name = f"{size / 1e6:g} MB, {count:,} annotations"
    opened = in_turns(
        {"ours": lambda: shown_in(lambda: open_ours(made, many)),
         "bare": lambda: shown_in(lambda: open_bare(made.text))}, rounds // 2,
    )  # fmt: skip
    return [
        compare(f"{name}: open to first paint", opened["ours"], BARE, opened["bare"], 2.0),
        *_changing(made, few, many, rounds),
        *_scrolling(made, many, 3 if smoke else PAGES),
        _dense(made, count, rounds),
        _memory(size, count),
    ]


def document(size: int) -> Document:
    """About ``size`` characters in paragraphs, each tenth a heading."""
    pieces, blocks, at = [], [], 0
    number = 0
    while at < size:
        heading = number % 10 == 0
        text = f"Part {number}" if heading else f"{number}. " + sample.SENTENCE * (1 + number % 7)
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        blocks.append(Block(at, at + len(text), kind, 2 if heading else 0))
        pieces.append(text)
        at += len(text) + 2
        number += 1
    return Document("\n\n".join(pieces), tuple(blocks))


def spans(length: int, count: int, first: int = 0, *, window: int = 0) -> list[Span]:
    """Annotations that overlap two and three deep, a tenth of them open contradictions."""
    step = (window or length) // (count + 1)
    return [
        Span(
            f"s{first}-{n}", first + n * step, first + n * step + step + n * 37 % (2 * step + 1),
            (COLOURS[n % 5],), f"claim {n}", open_contradiction=n % 10 == 0,
        )
        for n in range(count)
    ]  # fmt: skip


def open_bare(text: str) -> QPlainTextEdit:
    """The widget that all is compared with."""
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.resize(WIDTH, HEIGHT)
    view.setPlainText(text)
    view.show()
    return view


def open_ours(made: Document, marks: list[Span]) -> DocumentView:
    """The same text in Reviewer's view."""
    view = DocumentView()
    view.resize(WIDTH, HEIGHT)
    view.set_document(made, "Title", "Publisher")
    view.set_spans(marks)
    view.show()
    return view


def painted(work: Callable[[], object]) -> float:
    """Milliseconds of work with everything that it makes Qt paint."""
    start = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def shown_in(make: Callable[[], QPlainTextEdit]) -> float:
    """Milliseconds until a new view is painted; it is gone afterwards."""
    kept: list[QPlainTextEdit] = []
    taken = painted(lambda: kept.append(make()))
    close(kept.pop())
    return taken


def close(view: QPlainTextEdit) -> None:
    """Give all of it back before the next is measured."""
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    gc.collect()


def _changing(made: Document, few: list[Span], many: list[Span], rounds: int) -> list[Figure]:
    """One annotation added or removed at the top of the view, beside one format on a word."""
    views = {"few": open_ours(made, few), "many": open_ours(made, many)}
    bare = open_bare(made.text)
    QApplication.processEvents()
    number = iter(range(10**9))

    def add(view: DocumentView) -> float:
        at = 40 + next(number) % 100
        return painted(lambda: view.update_spans([Span("new", at, at + 50, ("red",), "new")]))

    def remove(view: DocumentView) -> float:
        return painted(lambda: view.update_spans([], ["new"]))

    def colour() -> float:
        at, form = 40 + next(number) % 100, QTextCharFormat()
        form.setBackground(QColor("red"))
        cursor = QTextCursor(bare.document())
        cursor.setPosition(at)
        cursor.setPosition(at + 50, QTextCursor.MoveMode.KeepAnchor)
        return painted(lambda: cursor.mergeCharFormat(form))

    works = {"bare": colour}
    for name, view in views.items():
        works[f"{name} add"] = lambda view=view: add(view)
        works[f"{name} remove"] = lambda view=view: remove(view)
    taken = in_turns(works, 5 * rounds)
    for each in (*views.values(), bare):
        close(each)
    made_of = []
    for what in ("add", "remove"):
        ours, fewer = taken[f"many {what}"], taken[f"few {what}"]
        made_of += [
            compare(f"{what} one among {len(many):,}, to repaint", ours, "one format in it",
                    taken["bare"], 2.0),
            compare(f"· {what} one among {len(many):,}", ours, f"among {len(few):,}", fewer, 1.5),
        ]  # fmt: skip
    return made_of


def _scrolling(made: Document, marks: list[Span], pages: int) -> list[Figure]:
    """Pages from the beginning on, every one of them seen for the first time."""
    ours, bare = open_ours(made, marks), open_bare(made.text)
    QApplication.processEvents()

    def page(view: QPlainTextEdit) -> float:
        bar = view.verticalScrollBar()
        return painted(lambda: bar.setValue(bar.value() + bar.pageStep()))

    taken = in_turns({"ours": lambda: page(ours), "bare": lambda: page(bare)}, max(pages, 2))
    close(ours)
    close(bare)
    mid, slow = median, (lambda v: quantiles(v, n=20)[-1])
    return [
        _ratio(f"scroll a page: {what}", at(taken["ours"]), BARE, at(taken["bare"]), bar)
        for what, at, bar in (("median", mid, 2.0), ("95th percentile", slow, 2.5))
    ]


def _dense(made: Document, count: int, rounds: int) -> Figure:
    """A window full of annotations, repainted whole, beside one with ten."""
    views = {}
    for name, number in (("dense", max(10, count // 20)), ("ten", 10)):
        views[name] = open_ours(made, [])
        QApplication.processEvents()
        shown = views[name].visible_blocks()
        inside = spans(0, number, window=shown[-1].last - 200)
        views[name].set_spans(
            [*inside, *spans(len(made.text), count, first=10_000)[: -len(inside)]]
        )
        QApplication.processEvents()
    taken = in_turns(
        {name: lambda view=view: painted(view.viewport().repaint) for name, view in views.items()},
        3 * rounds,
    )
    for view in views.values():
        close(view)
    what = f"repaint a window with {max(10, count // 20):,} annotations"
    return compare(what, taken["dense"], "with ten", taken["ten"], 3.0)


def _memory(size: int, count: int) -> Figure:
    """Each in a process of its own; megabytes stand where milliseconds do elsewhere."""
    told = [
        float(subprocess.run(
            [sys.executable, __file__, "--memory", kind, str(size), str(count)],
            capture_output=True, text=True, check=True, env=os.environ,
        ).stdout)
        for kind in ("ours", "bare")
    ]  # fmt: skip
    above = told[0] - told[1]
    what = f"memory above the bare widget, {above:.0f} MB of {MEGABYTES_ABOVE} (MB; ratio to that)"
    return Figure(what, told[0], BARE, told[1], above / MEGABYTES_ABOVE, 1.0)


def _ratio(what: str, ours: float, against: str, bare: float, bar: float) -> Figure:
    return Figure(what, ours, against, bare, ours / bare, bar)


def tell_memory(kind: str, size: int, count: int) -> None:
    """Print the megabytes that this process holds once the view is painted and was scrolled."""
    made = document(size)
    marks = spans(len(made.text), count) if kind == "ours" else []
    view = open_ours(made, marks) if kind == "ours" else open_bare(made.text)
    QApplication.processEvents()
    for _ in range(10):
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + bar.pageStep())
        QApplication.processEvents()
    gc.collect()
    print(f"{resident():.1f}")


def resident() -> float:
    """Megabytes held now; where that is not told, the most that ever were."""
    status = Path("/proc/self/statm")
    if status.exists():
        ctypes.CDLL(None).malloc_trim(0)
        return int(status.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def main() -> int:
    """All rows as a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--screen", action="store_true", help="on a screen, not off it")
    parser.add_argument("--smoke", action="store_true", help="small and once")
    parser.add_argument("--memory", nargs=3, metavar=("KIND", "SIZE", "COUNT"))
    given = parser.parse_args()
    qInstallMessageHandler(lambda *_: None)
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    if given.memory:
        tell_memory(given.memory[0], *map(int, given.memory[1:]))
        return 0
    print(table(figures(Path(), smoke=given.smoke)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
