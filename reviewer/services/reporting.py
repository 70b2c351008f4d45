"""Reports: gathered from the project, written so that an earlier file is never half replaced."""

from collections.abc import Generator, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from reviewer import __version__
from reviewer.domain.errors import ExchangeError
from reviewer.domain.options import USUAL, ReportOptions
from reviewer.exchange.choosing import choose
from reviewer.exchange.excerpt import Excerpt, first_of
from reviewer.exchange.formats import Format, Step, Writer
from reviewer.exchange.material import ReportMaterial
from reviewer.services.collector import collector_rests
from reviewer.services.reading import passages, relations
from reviewer.storage import contents, journal, queries
from reviewer.storage.drafts import replacing
from reviewer.storage.engine import is_of_project, translated
from reviewer.storage.project import Project
from reviewer.storage.tables import SCHEMA

ZIP = ".zip"


class _Contents(Mapping[str, bytes]):
    """Texts and originals by SHA-256, each read and checked when it is asked for."""

    def __init__(self, project: Project, known: frozenset[str]) -> None:
        self._project, self._known = project, known

    def __getitem__(self, sha256: str) -> bytes:
        if sha256 not in self._known:
            raise KeyError(sha256)
        return contents.read(self._project, sha256)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._known))

    def __len__(self) -> int:
        return len(self._known)


def gather(
    project: Project,
    generated_at: datetime,
    options: ReportOptions = USUAL,
    *,
    with_journal: bool = False,
    with_contents: bool = False,
) -> ReportMaterial:
    """All that a report with these options says, as the project is now."""
    summaries = queries.summaries(project)
    order = {s.source.id: n for n, s in enumerate(summaries)}
    found = passages(project, queries.annotations(project), context=options.context)
    with translated(project.path):
        last = journal.last_entry(project.connection)
        reviewers = journal.reviewers(project.connection)
        records = tuple(journal.read_records(project.connection)) if with_journal else ()
    editions = queries.editions(project)
    kept = {sha for e in editions for sha in (e.original_sha256, e.text_sha256)}
    material = ReportMaterial(
        title=queries.title(project),
        reviewers=reviewers,
        generated_at=generated_at,
        app_version=__version__,
        schema_version=str(SCHEMA),
        sources=summaries,
        editions=editions,
        annotations=tuple(
            sorted(found, key=lambda p: (order[p.source.id], p.annotation.target.start))
        ),
        relations=relations(project, context=options.context),
        tags=queries.tags(project),
        journal_entries=last[0],
        journal_hash=last[1],
        journal=records,
        contents=_Contents(project, frozenset(kept)) if with_contents else {},
    )
    return choose(material, options)


def export(
    project: Project,
    target: Path,
    form: Format,
    options: ReportOptions = USUAL,
    generated_at: datetime | None = None,
) -> Generator[Step, None, tuple[Path, ...]]:
    """Write the project in a format; yields how far it is, returns the files.

    It may be closed at any yield. Then, or on any failure, what was there before is there still.
    A format of several files goes into one if ``target`` ends in ``.zip``, else beside each other
    as ``target-claims.csv`` and so on.
    """
    named = _files(target, form)
    with collector_rests():  # what is gathered is let go before the collector is back
        yield 0, 1
        yield from _write(project, named, form, options, generated_at or datetime.now(UTC))
    return tuple(named)


def _write(
    project: Project,
    named: Mapping[Path, Writer],
    form: Format,
    options: ReportOptions,
    generated_at: datetime,
) -> Iterator[Step]:
    with ExitStack() as held:
        files = {path: held.enter_context(whole(path)) for path in named}
        material = gather(
            project,
            generated_at,
            options,
            with_journal=form.has_journal,
            with_contents=form.has_contents or options.appendix,
        )
        for path, write in named.items():
            yield from write(material, files[path])


def _files(target: Path, form: Format) -> dict[Path, Writer]:
    """What is to be written: several files beside each other, unless it may be one."""
    if not form.files or target.suffix.lower() == ZIP:
        return {target: form.write}
    stem = target.with_suffix("") if target.suffix.lower() == form.suffix else target
    return {stem.with_name(f"{stem.name}-{one.name}{form.suffix}"): one.write for one in form.files}


def finished(steps: Generator[Step, None, tuple[Path, ...]]) -> tuple[Path, ...]:
    """Go through all steps at once; returns what they return."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            files: tuple[Path, ...] = end.value
            return files


@contextmanager
def whole(target: Path) -> Iterator[BinaryIO]:
    """A draft open for bytes that takes the target's place at the end.

    If anything goes wrong, or the work is stopped, the draft goes and the target is as it was.
    """
    with replacing(target, ExchangeError) as draft:
        if is_of_project(target):
            raise ExchangeError(
                f"“{target}” is a project, which no report may replace: choose another name."
            )
        with draft.open("wb") as file:
            yield file


def write_whole(target: Path, data: bytes) -> Path:
    """Write bytes at once, or leave what was there."""
    with whole(target) as file:
        file.write(data)
    return target


def excerpt(project: Project, form: Format, options: ReportOptions, most: int) -> Excerpt:
    """What the beginning of a report in that format says, with at most so many passages."""
    material = gather(
        project,
        datetime.now(UTC),
        options,
        with_journal=form.has_journal,
        with_contents=form.has_contents or options.appendix,
    )
    return first_of(material, most)
