"""Many annotations: the panel with 10,000 of them, a project with 100,000 in 1,000 sources."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import sample
from measure import Figure, compare, in_turns
from PySide6.QtWidgets import QApplication

from reviewer.analysis.amounts import parse_amount
from reviewer.analysis.prefill import read_claim
from reviewer.documents.guess import guess_source
from reviewer.documents.read import read_document
from reviewer.domain.anchor import select
from reviewer.domain.ids import new_id
from reviewer.domain.journal import EntryKind
from reviewer.domain.records import Annotation, Relation, Tag
from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.domain.wording import form_text, short_quantity_text
from reviewer.services import codebook, importing, projects, reading
from reviewer.storage import writes
from reviewer.ui.main_window import MainWindow
from reviewer.ui.models.annotation_list import AnnotationRow
from reviewer.ui.preferences import Preferences
from reviewer.ui.views.annotation_panel import AnnotationPanel
from reviewer.ui.workspace import Workspace

PANEL_BAR, PROJECT_BAR = 3.0, 2.0
TEXT = "\n\n".join(f"{n}. " + sample.SENTENCE for n in range(250))  # some 20 kB


def figures(folder: Path, *, smoke: bool) -> list[Figure]:
    """The panel's rows, then the project's."""
    rows, sources, each, rounds = (50, 4, 3, 1) if smoke else (10_000, 1000, 100, 5)
    return [*_panel(rows, 3 * rounds), *_project(folder, sources, each, rounds)]


def painted(work: Callable[[], object]) -> float:
    """Milliseconds of work with everything that it makes Qt paint."""
    start = time.perf_counter()
    work()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


# The panel


def _panel(count: int, rounds: int) -> list[Figure]:
    tag = Tag(new_id(), "aid total")
    claim = read_claim(sample.SENTENCE, 0, len(sample.SENTENCE) - 1)
    text = sample.SENTENCE * (count + 1)
    rows = [
        AnnotationRow(
            Annotation(f"a{n:06}", "e", select(text, n * 80, n * 80 + 70), (tag.id,), "", claim),
            (tag,),
        )
        for n in range(count)
    ]
    # Nobody can jump in an empty list: there the least is a list of one.
    given = {"full": rows, "empty": rows[:0], "one": rows[:1]}
    panels = {name: _shown_panel(kept) for name, kept in given.items()}
    turns = {name: iter(range(10**9)) for name in given}

    def show(name: str) -> float:
        return painted(lambda: shown.append(_shown_panel(given[name])))

    def type_letter(name: str) -> float:
        typed = "pledged"[: 1 + next(turns[name]) % 7]
        return painted(lambda: panels[name].filter.setText(typed))

    def jump(name: str) -> float:
        kept = given[name]
        panels[name].select("")
        QApplication.processEvents()
        key = kept[next(turns[name]) * 997 % len(kept)].id
        return painted(lambda: panels[name].select(key))

    made, shown = [], []
    for what, work, least in (
        ("show", show, "empty"), ("filter by a letter", type_letter, "empty"), ("jump", jump, "one")
    ):  # fmt: skip
        taken = in_turns(
            {name: lambda name=name, work=work: work(name) for name in ("full", least)}, rounds
        )
        name = f"annotation panel of {count:,}: {what}"
        made.append(compare(name, taken["full"], f"a list of {len(given[least])}", taken[least],
                            PANEL_BAR))  # fmt: skip
        for panel in (*panels.values(), *shown):
            panel.filter.clear()
            while panel.model.is_busy:  # it prepares to be filtered: no business of the next
                QApplication.processEvents()
    for panel in (*panels.values(), *shown):
        panel.close()
        panel.deleteLater()
    return made


def _shown_panel(rows: list[AnnotationRow]) -> AnnotationPanel:
    panel = AnnotationPanel(parse_amount, form_text, short_quantity_text)
    panel.resize(400, 1000)
    panel.set_document_open(True)
    panel.set_rows(rows)
    panel.show()
    QApplication.processEvents()
    return panel


# The project


def _project(folder: Path, sources: int, each: int, rounds: int) -> list[Figure]:
    total = sources * each
    paths = {
        "many": make(folder / "many", sources, total),
        "few": make(folder / "few", sources, max(sources, total // 100)),
    }
    desks = {name: Desk(folder / name, path) for name, path in paths.items()}
    made = []
    for what, work, bar in (
        ("open to first paint", Desk.reopen, PROJECT_BAR),
        ("list contradictions", Desk.list_contradictions, PROJECT_BAR),
        ("search", Desk.search, PROJECT_BAR),
        ("read and show the overview", Desk.show_overview, None),  # in a worker: all is read
    ):
        taken = in_turns({n: lambda d=d, work=work: work(d) for n, d in desks.items()}, rounds)
        name = f"{total:,} annotations in {sources:,} sources: {what}"
        few = f"{max(sources, total // 100):,} annotations"
        made.append(compare(name, taken["many"], few, taken["few"], bar))
    for desk in desks.values():
        desk.close()
    return made


def make(folder: Path, sources: int, annotations: int) -> Path:
    """A project with that many sources of 20 kB, annotations strewn evenly, 20 contradictions."""
    folder.mkdir(parents=True)
    project = projects.new_project(folder / "many.review", sample.REVIEWER)
    with project:
        files = []
        for n in range(sources):
            text = f"Source {n}\n\n{TEXT}"
            document = read_document(text.encode(), f"{n}.txt")
            guess = guess_source(document, f"{n}.txt")
            files.append(importing.ReadFile(f"{n}.txt", text.encode(), document, guess))
        importing.import_files(project, files)
        tag = codebook.add_tag(project, "aid").inserted("tag")[0]
        made = []
        claim = read_claim(sample.SENTENCE, 0, len(sample.SENTENCE) - 1)
        per = annotations // sources
        for edition in reading.editions(project):
            text = reading.document(project, edition.id).text
            step = len(text) // (per + 1)
            made += [
                Annotation(
                    new_id(), edition.id, select(text, n * step, n * step + 60), (tag,), "",
                    claim, datetime.now(UTC), sample.REVIEWER,
                )
                for n in range(per)
            ]  # fmt: skip
        pairs = zip(made[:20], made[-20:], strict=True)
        with project.transaction("Annotate", kind=EntryKind.FINAL) as tx:
            writes.add_annotations(tx, made)
            writes.add_relations(tx, [
                Relation(new_id(), RelationKind.CONTRADICTS, (a.id, b.id), Dimension.NUMERIC)
                for a, b in pairs if a.id != b.id
            ])  # fmt: skip
        return project.path


class Desk:
    """A window that opens one project again and again."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.path = path
        self.window = MainWindow(Preferences(folder))
        self.work = Workspace(self.window)
        self.window.fill(self.work, self.work)
        self.window.resize(1360, 860)
        self.window.show()
        QApplication.processEvents()

    def reopen(self) -> float:
        """Milliseconds from the wish to the painted page."""
        self.work.session.close()
        QApplication.processEvents()
        return painted(lambda: self.work.open(self.path))

    def list_contradictions(self) -> float:
        """Milliseconds from the data to the painted list."""
        self.work.show_page(self.work.read)
        QApplication.processEvents()

        def load() -> None:
            self.work.contradictions.load()
            self.work.show_page(self.work.contradictions)

        return painted(load)

    def search(self) -> float:
        """Milliseconds of one search, middle of three, with the list painted."""
        box, searcher = self.work.top.search, self.work.searcher
        box.setFocus()

        def look_for(words: str) -> None:
            box.setText(words)
            box.ask_now()
            while searcher.is_busy:
                QApplication.processEvents()

        return median(painted(lambda w=w: look_for(w)) for w in (
            "pledged", "percent was paid", "source 7"))  # fmt: skip

    def show_overview(self) -> float:
        """Milliseconds from the wish to the painted matrix, read by the worker."""
        page = self.work.overview
        self.work.show_page(self.work.read)
        page.keeper.forget()
        QApplication.processEvents()

        def read() -> None:
            self.work.show_page(page)
            while not page.keeper.is_known:
                QApplication.processEvents()

        return painted(read)

    def close(self) -> None:
        """Let the project go."""
        self.work.session.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()
