"""The whole loop off screen, on a fresh copy of the sample: what a person does, and pictures of it.

Everything goes through the window: keys are pressed in its widgets and its commands are triggered,
so that the tour fails where the loop is broken. The pictures in the README come from here.

A page or a dialog gets a method here that yields a picture of each thing worth one; it is taken in
every look, and ``tests/e2e/test_tour_layout.py`` measures each picture for text that is cut.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt

from reviewer.assets import asset
from reviewer.domain.errors import ReviewerError
from reviewer.domain.term import Term, TermKind
from reviewer.domain.vocabulary import Status
from reviewer.services import reading
from reviewer.services.projects import backups_of
from reviewer.ui.app import make_application
from reviewer.ui.dialogs.about import AboutDialog
from reviewer.ui.dialogs.backups import BackupsDialog
from reviewer.ui.dialogs.chooser import Chooser, command_choices
from reviewer.ui.dialogs.keys import KeysPage
from reviewer.ui.dialogs.lexicon import LexiconDialog
from reviewer.ui.dialogs.properties import PropertiesDialog
from reviewer.ui.dialogs.settings import SettingsDialog
from reviewer.ui.dialogs.trash import TrashDialog
from reviewer.ui.tour_hands import Eye, Look, TourHands, save_picture

LOOKS = (
    Look("light"),
    Look("dark"),
    Look("light", 200, (1920, 1080)),
    Look("dark", 200, (1920, 1080)),
)
RATIONALE = (
    "The figures are fourteen months apart, so they need not agree. Whether the second counts in"
    " New Zealand or US dollars is not stated, and stays open."
)

SUMMARY = "The two totals probably count the same money. New Zealand might have pledged more since."
WORDS = (Term(TermKind.MEASURE, "pledge", "aid"), Term(TermKind.NAME, "ROK", "South Korea"))


def take_tour(
    folder: Path, looks: Sequence[Look] = LOOKS, eye: Eye = save_picture
) -> Iterator[str]:
    """Go through the loop once in each look; yields a line for each thing written.

    ``eye`` is given what each picture is of, and the file that it belongs in.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in (*folder.glob("*.png"), *folder.glob("*.review*")):
            old.unlink()
    except OSError as error:
        raise ReviewerError(f"“{folder}” cannot be written: {error.strerror}.") from error
    app = make_application()
    for look in looks:
        with tempfile.TemporaryDirectory() as private:
            tour = _Tour(app, folder, look, Path(private), eye)
            try:
                yield from tour.steps()
            finally:
                tour.leave()


class _Tour(TourHands):
    def steps(self) -> Iterator[str]:
        """Each step does something and pictures it."""
        yield self._picture("start")
        self._space.open(self._project)
        yield self._picture("read")
        yield from self._tag()
        yield from self._contradict()
        yield from self._decide()
        yield from self._look_things_up()
        yield from self._compare()
        yield from self._overview()
        yield from self._report()
        yield from self._suggest()
        yield from self._dialogs()
        yield from self._nothing_yet()

    def _tag(self) -> Iterator[str]:
        read = self._space.read
        self._open("White House")
        self._select("dialogue and cooperation since 2005", after="NATO and the Republic of Korea")
        yield self._picture("select")
        self._press(read.view, Qt.Key.Key_7, "7")
        self._expect(bool(read.annotation_id), "the key 7 tags the selection")
        yield self._picture("tagged")

    def _contradict(self) -> Iterator[str]:
        read = self._space.read
        self._do("relate")
        read.picker.filter.setText("early 2000s")
        yield self._picture("other side")
        before = len(reading.relations(self._space.session.project))
        self._press(read.picker.filter, Qt.Key.Key_Return)
        yield self._picture("kind and dimension")
        self._press(self._focus(), Qt.Key.Key_Return)
        self._press(self._focus(), Qt.Key.Key_Return)
        after = len(reading.relations(self._space.session.project))
        self._expect(after == before + 1, "three keys mark a contradiction")
        yield self._picture("both sides")
        self._do("undo")
        self._expect(
            len(reading.relations(self._space.session.project)) == before, "undo takes it back"
        )
        yield self._picture("undone")
        self._do("redo")

    def _decide(self) -> Iterator[str]:
        self._do("show_contradictions")
        view = next(
            v for v in reading.relations(self._space.session.project)
            if {"NZ$78 million", "$79.5 million"} <= {
                w for p in v.passages for w in ("NZ$78 million", "$79.5 million")
                if w in p.annotation.target.exact
            }
        )  # fmt: skip
        self._space.show_relation(view.relation.id)
        yield self._picture("contradiction")
        form = self._space.contradictions.workbench.form
        form.focus_first()
        for answer in "NUY":  # from the first question that waits for an answer
            self._type(answer)
        self._press(self._focus(), Qt.Key.Key_Space)  # takes the verdict that the answers point to
        form.write_rationale(RATIONALE)
        yield self._picture("judged")
        self._do("settle")
        (settled,) = reading.relations(self._space.session.project, [view.relation.id])
        self._expect(settled.relation.status is Status.SETTLED, "settling settles")
        yield self._picture("settled")

    def _compare(self) -> Iterator[str]:
        page = self._space.compare
        self._do("show_contradictions")
        self._do("compare")
        self._expect(
            all(pane.annotation_id for pane in page.panes),
            "a contradiction opens with its passages side by side",
        )
        yield self._picture("compare")
        more = next(view for view in reading.relations(self._space.session.project)
                    if len(view.relation.members) > 2)  # fmt: skip  # noqa: PLR2004 - a pair has no choice
        self._space.show_relation(more.relation.id)
        self._do("compare")
        page.sides.choose(3)
        self._expect(
            page.panes[0].annotation_id == more.relation.members[2], "any side can be shown"
        )
        yield self._picture("compare sides")

    def _suggest(self) -> Iterator[str]:
        """The same five texts in a project of their own, where nobody has decided anything."""
        space = self._space
        space.session.new(self._private / "suggestions.review")
        self._do("show_suggestions")
        yield self._picture("no suggestions yet")
        space.commands.take_files(sorted(asset("seeds").glob("*.txt")))
        while space.commands.importing.is_busy or space.suggesting.is_busy:
            self._settle()
        self._do("show_suggestions")
        bench = space.contradictions.suggestions.workbench
        self._expect(bench.count > 1, "sources that come in bring suggestions")
        yield self._picture("suggestions")
        count = bench.count
        self._press(bench.list, Qt.Key.Key_A)
        self._expect(
            len(reading.relations(space.session.project)) == 1 and bench.count == count - 1,
            "A accepts a suggestion, and the next is selected",
        )
        yield self._picture("suggestion accepted")
        self._open("White House")
        self._do("show_suggested_claims")
        self._expect(space.read.suggested.panel.count > 0, "claims are suggested in the document")
        yield self._picture("suggested claims")
        self._do("show_suggestions")
        self._do("compare")
        self._do("show_suggested_claims")
        page = space.compare
        self._expect(
            page.suggested.is_open and page.suggested.panel.count > 0,
            "claims are suggested in both documents of Compare",
        )
        yield self._picture("suggested claims compared")

    def _overview(self) -> Iterator[str]:
        page, table = self._space.overview, self._space.overview.panes.values
        self._do("show_overview")
        self._wait(lambda: page.keeper.is_known, "the overview is read")
        page.panes.bar.filter.setText("zealand aid")
        self._expect(table.cross.rowCount() > 1, "topics are found by words of their names")
        yield self._picture("overview")
        page.panes.bar.filter.clear()
        page.panes.bar.tags.click()
        yield self._picture("overview tags")
        page.panes.bar.values.click()
        page.panes.time.view.setFocus()
        self._press(page.panes.time.view, Qt.Key.Key_Right)
        self._press(page.panes.time.view, Qt.Key.Key_Return)
        self._expect(bool(self._space.read.annotation_id), "a value leads to its passage")

    def _look_things_up(self) -> Iterator[str]:
        self._do("show_read")
        source_id = self._open("Beehive")
        yield self._picture("front matter")
        (summary,) = reading.source_summaries(self._space.session.project, [source_id])
        yield self._dialog(
            PropertiesDialog(summary.source, self._space.session, self._window), "grade"
        )
        search = self._space.top.search
        search.setFocus()
        search.setText("pledged")
        search.ask_now()
        self._wait(lambda: not self._space.searcher.is_busy, "a search ends")
        yield self._picture("search")
        self._press(search, Qt.Key.Key_Return)
        self._expect("pledged" in self._found_text(), "Enter goes to what was found")
        yield self._picture("found")
        search.clear()
        yield self._dialog(KeysPage(self._window), "keys")
        actions = list(self._window.actions_by_id.values())
        chooser = Chooser("All commands", "Type a command", command_choices(actions), self._window)
        yield self._dialog(chooser, "palette")

    def _report(self) -> Iterator[str]:
        target = self._folder / "report.html"
        exporting = self._space.exporting
        self._do("export_report")
        dialog = exporting.dialog
        self._wait(lambda: not exporting.previews.is_busy, "the preview is made")
        self._expect(dialog.preview.pages.count > 1, "the preview shows pages")
        yield self._picture("export", dialog)
        dialog.options.summary.setPlainText(SUMMARY)
        dialog.options.advice.look()
        dialog.set_place(target)
        dialog.export_button.click()
        self._wait(
            lambda: not exporting.is_busy and not exporting.previews.is_busy, "the export ends"
        )
        self._expect(target.exists(), "the report is written")
        yield self._picture("exported", dialog)
        dialog.close()
        yield self._picture("reported")
        yield str(target)
        yield str(self._project)

    def _dialogs(self) -> Iterator[str]:
        session = self._space.session
        for name, dialog in (
            ("settings", SettingsDialog(self._window.preferences, self._window)),
            ("backups", BackupsDialog(backups_of(self._project), self._window)),
            ("words", LexiconDialog(WORDS, self._window)),
            ("trash", TrashDialog(session, self._window)),
            ("about", AboutDialog(self._window)),
        ):
            yield self._dialog(dialog, name)

    def _nothing_yet(self) -> Iterator[str]:
        """Each page of a project that has just been made says what to do."""
        self._space.session.new(self._private / "New.review")
        yield self._picture("empty read")
        self._do("show_contradictions")
        yield self._picture("empty contradictions")
        self._do("show_compare")
        yield self._picture("empty compare")
        self._do("show_overview")
        self._wait(lambda: self._space.overview.keeper.is_known, "the overview is read")
        yield self._picture("empty overview")
