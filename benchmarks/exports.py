"""Seconds for reports of 100, 1,000 and 10,000 annotations in each format, and the ratio.

The ratio is seconds for each annotation at 10,000 against those at 100: 1 is linear, and less than
1 means that what a report costs at all is spread over more annotations. It may be 1.5 at most.
Seconds are of the processor: by the clock a report of a second waits for other programs, and the
best of five runs of a millisecond does not. "gap" is by the clock: the longest time between two
ticks of a timer of 10 ms in a window's thread while a worker writes the 10,000. What it is while
nothing is written, the last line says. "busy" is the longest by the processor's time of this one:
what a gap has more than that, other programs took.
"""

import gc
import io
import os
import sys
import time
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from reviewer.domain.anchor import select
from reviewer.domain.claim import Claim
from reviewer.domain.journal import Record
from reviewer.domain.quantity import Quantity
from reviewer.domain.records import Annotation, Edition, Relation, Source, Tag
from reviewer.domain.views import Passage, RelationView, SourceSummary
from reviewer.domain.vocabulary import Dimension, QuantityKind, RelationKind
from reviewer.exchange.formats import FORMATS, Format
from reviewer.exchange.material import ReportMaterial
from reviewer.services.collector import collector_rests
from reviewer.ui.jobs import Job, Progress, Work
from reviewer.ui.pdf import PDF

SIZES = (100, 1_000, 10_000)
MOST = 1.5
TIMES, ROUND = 5, 0.3  # the best of so many rounds, each of at least so many seconds
PATIENCE = 6.0  # seconds after which no other round is begun
AT = datetime(2026, 1, 5, tzinfo=UTC)
SENTENCE = "In May 2023 the government pledged $79.5 million, of which 12 percent was paid. "
PER_SOURCE, PER_RELATION = 100, 20


def material(size: int) -> ReportMaterial:
    """A source for each hundred annotations, a contradiction for each twenty."""
    text = SENTENCE * PER_SOURCE
    contents = {f"{n:064x}": text.encode() for n in range(2 * (size // PER_SOURCE))}
    summaries, passages = [], []
    for number in range(size // PER_SOURCE):
        source = Source(f"s{number}", f"Source {number}", "Publisher", published="2023-07")
        edition = Edition(
            f"e{number}", source.id, 1, f"{number}.txt", "text/plain", "utf-8",
            f"{2 * number:064x}", f"{2 * number + 1:064x}", len(text), AT, "Ada",
        )  # fmt: skip
        summaries.append(SourceSummary(source, edition, PER_SOURCE, PER_SOURCE))
        passages += [_passage(number, place, text, source) for place in range(PER_SOURCE)]
    relations = tuple(
        _relation(number, passages) for number in range(0, size - PER_RELATION + 1, PER_RELATION)
    )
    journal = tuple(
        Record(n, "do", "Tag a passage", "Ada", AT.isoformat(), None, "[]", "0" * 64, "0" * 64)
        for n in range(1, size + 1)
    )
    return ReportMaterial(
        "Bench", ("Ada",), AT, "0", "1", tuple(summaries), annotations=tuple(passages),
        relations=relations, tags=(Tag("t1", "aid"), Tag("t2", "total", "t1")),
        journal_entries=size, journal_hash="0" * 64, journal=journal, contents=contents,
    )  # fmt: skip


def _passage(number: int, place: int, text: str, source: Source) -> Passage:
    start = place * len(SENTENCE) + 12
    value = Quantity(
        QuantityKind.MONEY,
        Decimal(79_500_000),
        Decimal(79_500_000),
        unit="USD",
        raw="$79.5 million",
    )
    claim = Claim(f"Country {place % 50}", "aid pledged", value, f"20{10 + place % 14}")
    annotation = Annotation(
        f"a{number}-{place}", f"e{number}", select(text, start, start + 40), ("t2",), "A note.",
        claim, AT, "Ada",
    )  # fmt: skip
    return Passage(annotation, source, text[max(0, start - 220) : start], text[start + 40 :][:220])


def _relation(number: int, passages: list[Passage]) -> RelationView:
    sides = (passages[number], passages[number + PER_RELATION // 2])
    members = tuple(side.annotation.id for side in sides)
    relation = Relation(
        f"r{number}", RelationKind.CONTRADICTS, members, Dimension.NUMERIC, created_at=AT,
        rationale="They differ.",
    )  # fmt: skip
    return RelationView(relation, sides)


def seconds(form: Format, of: ReportMaterial) -> float:
    """Of one whole report, the best of a few rounds of at least ``ROUND`` seconds."""
    # Else Python's collector looks through the material of all sizes at some moment of the longest.
    gc.collect()
    gc.freeze()
    took: list[float] = []
    began = time.process_time()
    while not took or (len(took) < TIMES and time.process_time() - began < PATIENCE):
        took.append(_round(form, of))
    return min(took)


def _round(form: Format, of: ReportMaterial) -> float:
    """A report alone of a millisecond would be timed between two looks at other programs."""
    start, runs = time.process_time(), 0
    while (spent := time.process_time() - start) < ROUND or not runs:
        for _ in form.write(of, io.BytesIO()):
            pass
        runs += 1
    return spent / runs


def gap(form: Format, of: ReportMaterial) -> tuple[float, float]:
    """The longest time in which a window would not answer while a job writes."""

    def work() -> Generator[Progress, None, None]:
        with collector_rests():
            for done, total in form.write(of, io.BytesIO()):
                yield Progress(done, total)

    return longest_wait(work)


def idle() -> Generator[Progress, None, None]:
    """A job that writes nothing for as long as a report of 10,000 may take."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        time.sleep(0.01)
        yield Progress(0, 0)


def longest_wait(work: Work) -> tuple[float, float]:
    """Between two ticks in the window's thread while a job does the work, the longest: seconds by
    the clock, and seconds in which this program was at work.
    """
    application = QGuiApplication.instance() or QGuiApplication([])
    ticks = [(time.perf_counter(), time.process_time())]
    timer = QTimer(interval=10, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append((time.perf_counter(), time.process_time())))
    job = Job("Bench", work)
    job.ended.connect(application.quit)
    timer.start()
    job.start()
    application.exec()
    job.wait()
    timer.stop()
    waits = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ticks)]
    return max(clock for clock, _ in waits), max(busy for _, busy in waits)


def main(names: list[str]) -> Iterator[str]:
    """A line a format; those that are named, or all."""
    forms = {**FORMATS, "pdf": PDF}
    made = [material(size) for size in SIZES]
    yield f"{'':14}" + "".join(f"{size:>10,}" for size in SIZES) + "     ratio       gap      busy"
    for name in names or forms:
        took = [seconds(forms[name], of) for of in made]
        ratio = (took[-1] / SIZES[-1]) / (took[0] / SIZES[0])
        told = "" if ratio <= MOST else "   more than linear"
        line = f"{name:14}" + "".join(f"{one:10.3f}" for one in took) + f"{ratio:10.2f}"
        waited = "".join(f"{one:10.3f}" for one in gap(forms[name], made[-1]))
        yield f"{line}{waited}{told}"
    waited = "".join(f"{one:10.3f}" for one in longest_wait(idle))
    yield f"{'nothing':14}{'':40}{waited}"


if __name__ == "__main__":
    for line in main(sys.argv[1:]):
        print(line, flush=True)
