"""Exports of the open project: the dialog, its previews, and the work in the background."""

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog

from reviewer.domain.codebook import path as path_of
from reviewer.exchange.formats import FORMATS, Format
from reviewer.exchange.html import write_html_by
from reviewer.services import projects, reading
from reviewer.services.report_choice import ReportChoice, keep_choice, read_choice
from reviewer.services.reporting import export
from reviewer.services.templates import has_template
from reviewer.ui.dialogs.export import ExportDialog
from reviewer.ui.jobs import Job, Progress
from reviewer.ui.models.time_left import TimeLeft
from reviewer.ui.pdf import PDF
from reviewer.ui.preview import Preview, make_preview
from reviewer.ui.preview_maker import PreviewMaker
from reviewer.ui.temporary import folder_of_this_run
from reviewer.ui.views.file_drag import files_mime

if TYPE_CHECKING:
    from reviewer.ui.workspace import Workspace

FORMS = {"html": FORMATS["html"], "pdf": PDF, **FORMATS}
"""All there are, the report first."""

_SHEET = 1_000  # pixels that a page of the preview is wide

Files = tuple[Path, ...]


class Exporting(QObject):
    """One export at a time; the last choice is kept with the project."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._space = workspace
        self._session = workspace.session
        self._status = workspace.window_frame.status
        self._dialog: ExportDialog | None = None
        self._job: Job | None = None
        self.previews = PreviewMaker(self)

    @property
    def dialog(self) -> ExportDialog:
        """Made when it is first asked for."""
        if self._dialog is None:
            made = self._dialog = ExportDialog(FORMS, self._space.window_frame)
            made.changed.connect(self._ask_preview)
            made.left.connect(self._left_dialog)
            made.choose_requested.connect(self._choose_place)
            made.export_requested.connect(self._export_chosen)
            made.work.cancelled.connect(self._cancel)
            made.preview.files_wanted.connect(partial(self._write_aside, made.preview.give))
            made.preview.copy_wanted.connect(partial(self._write_aside, self._copy))
            self.previews.began.connect(made.preview.set_busy)
            self.previews.made.connect(self._show_preview)
            self.previews.failed.connect(made.preview.say)
        return self._dialog

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._job is not None

    def open(self) -> None:
        """Show the dialog with what was chosen last."""
        self._space.flush()
        dialog = self.dialog
        if not dialog.isVisible():
            choice = read_choice(self._session.project) or ReportChoice()
            self._offer()
            dialog.options.form.set_value(choice.format_id)
            dialog.options.set_options(choice.options)
            dialog.set_place(self._place(dialog.form))
            dialog.work.clear()
            dialog.show()
        dialog.activateWindow()
        dialog.options.form.list.setFocus()
        self._ask_preview()

    def again(self) -> None:
        """Write what was written last time; the first time, the dialog is shown instead."""
        choice = read_choice(self._session.project)
        place = self._space.preferences.export_place(self._session.project.path)
        if choice is None or place is None or choice.format_id not in FORMS:
            self.open()
            return
        self.write(choice, place)

    def write(self, choice: ReportChoice, place: Path) -> None:
        """Write a file in the background, and say so when it is there."""
        self._space.flush()
        keep_choice(self._session.project, choice)
        self._space.preferences.set_export_place(self._session.project.path, place)
        form = self._equipped(FORMS[choice.format_id])
        self._begin(f"Writing {place.name}", form, choice, place, self._tell_written)

    def refresh(self) -> None:
        """The project has changed: what the dialog shows may be another."""
        if self._dialog is not None and self._dialog.isVisible():
            self._offer()
            self._ask_preview()

    def stop(self) -> None:
        """The project is being closed: let go of it."""
        if self._dialog is not None:
            self._dialog.hide()
        self.previews.stop()
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    # The dialog

    def _choice(self) -> ReportChoice:
        return ReportChoice(self.dialog.form.id, self.dialog.options.options)

    def _offer(self) -> None:
        project = self._session.project
        tags = {tag.id: tag for tag in reading.tags(project)}
        paths = [" / ".join(one.name for one in path_of(tags, key)) for key in tags]
        titles = [one.source.title for one in reading.source_summaries(project)]
        title = projects.project_title(project)
        self.dialog.options.set_project(title, sorted(set(paths)), list(dict.fromkeys(titles)))

    def _place(self, form: Format) -> Path:
        project = self._session.project.path
        kept = self._space.preferences.export_place(project)
        if kept is not None and kept.parent.is_dir():
            return kept if kept.suffix == form.suffix else kept.with_suffix(form.suffix)
        near = Path.home() if project.parent == projects.data_folder() else project.parent
        return near / f"{project.stem} report{form.suffix}"

    def _choose_place(self) -> None:
        dialog = self.dialog
        kinds = f"{dialog.form.label} (*{dialog.form.suffix})"
        chosen, _ = QFileDialog.getSaveFileName(
            dialog, "Export to", str(dialog.place.path or Path.home()), kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,  # the dialog says so beside the name
        )  # fmt: skip
        if chosen:
            dialog.set_place(Path(chosen))

    def _export_chosen(self) -> None:
        place = self.dialog.place.path
        if place is None or place.is_dir():
            self.dialog.place.field.setFocus()
            return
        self.write(self._choice(), place)

    def _left_dialog(self) -> None:
        self.previews.stop()
        if self._session.is_open:
            keep_choice(self._session.project, self._choice())

    def _ask_preview(self) -> None:
        dialog, project = self.dialog, self._session.project.path
        template = has_template(self._space.preferences.templates)
        dialog.options.offer_template(template and dialog.form.id == "html")
        chosen = self._choice()
        self.previews.ask(lambda: make_preview(project, dialog.form, chosen.options, _SHEET))

    def _show_preview(self, preview: Preview) -> None:
        if preview.pages:
            self.dialog.preview.show_pages(preview.pages, preview.told)
        else:
            self.dialog.preview.show_text(preview.text, preview.told)

    # Writing

    def _equipped(self, form: Format) -> Format:
        """With the person's own template, if that is wanted and there is one."""
        folder = self._space.preferences.templates
        asked = self._dialog is None or self._dialog.options.own_template.isChecked()
        if form.id == "html" and asked and has_template(folder):
            return replace(form, write=write_html_by(folder))
        return form

    def _begin(
        self,
        title: str,
        form: Format,
        choice: ReportChoice,
        place: Path,
        then: Callable[[Files], None],
    ) -> None:
        if self._job is not None:
            self._session.failed.emit(f"{self._job.title} goes on; wait until it is done.")
            return
        work = partial(_write, self._session.project.path, title, form, choice, place)
        job = self._job = Job(title, work, self)
        job.progressed.connect(self._advance)
        job.succeeded.connect(lambda files: then(files) if self._session.is_open else None)
        job.failed.connect(self._fail)
        job.ended.connect(self._ended)
        self._status.watch(job)
        if self._dialog is not None:
            self._dialog.set_busy(True)
        job.start()

    def _advance(self, progress: Progress) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.work.show_progress(progress.text, progress.done, progress.total)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _tell_written(self, files: Files) -> None:
        more = f" and {len(files) - 1} more beside it" if len(files) > 1 else ""
        words = f"Wrote {files[0].name}{more} to {files[0].parent}"
        self._status.say_written(words, files)
        if self._dialog is not None:
            self._dialog.work.tell(words, files)
            self._dialog.place.look_again()

    def _fail(self, why: str) -> None:
        self._session.failed.emit(why)
        if self._dialog is not None:
            self._dialog.work.tell(why)

    def _ended(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        was_stopped = job.is_cancelled and not job.is_done  # Cancel may come when all is written
        if self._dialog is not None:
            self._dialog.set_busy(False)
            if was_stopped:
                self._dialog.work.tell("Stopped. What was there before is there still.")
        if was_stopped and self._session.is_open:
            self._status.say(f"{job.title} was stopped.", can_undo=False)
        job.deleteLater()

    # Taking it out of the window

    def _write_aside(self, then: Callable[[Files], None]) -> None:
        """Into a folder of this run of the program, which goes when the program does."""
        if self._job is not None:
            return  # it is being written already
        choice = self._choice()
        form = self._equipped(FORMS[choice.format_id])
        place = folder_of_this_run() / f"{self._session.project.path.stem}{form.suffix}"
        if form.files:
            place = place.with_suffix(".zip")  # one thing to take hold of
        self._begin(f"Making {place.name}", form, choice, place, then)

    def _copy(self, files: Files) -> None:
        QApplication.clipboard().setMimeData(files_mime(files))
        self.dialog.work.tell(f"Copied {files[0].name}; paste it where you want it.")


def _write(
    project: Path, title: str, form: Format, choice: ReportChoice, place: Path
) -> Generator[Progress, None, Files]:
    """In a worker, on a project that it opens for itself."""
    left = TimeLeft()
    with projects.open_project(project, "", read_only=True) as opened:
        steps = export(opened, place, form, choice.options)
        while True:
            try:
                done, total = next(steps)
            except StopIteration as end:
                files: Files = end.value
                return files
            told = ", ".join(filter(None, [title, left.words(done, total)]))
            yield Progress(done, total, told)
