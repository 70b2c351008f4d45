"""The report: gathered from the project, written so that an earlier file is never half replaced."""

from datetime import UTC, datetime
from pathlib import Path

from reviewer import __version__
from reviewer.domain.errors import ExchangeError
from reviewer.domain.vocabulary import Status
from reviewer.exchange.material import ReportMaterial
from reviewer.exchange.report import build_report
from reviewer.services.reading import passages, relations
from reviewer.storage import journal, queries
from reviewer.storage.drafts import replacing
from reviewer.storage.engine import translated
from reviewer.storage.project import Project
from reviewer.storage.tables import SCHEMA


def gather(project: Project, generated_at: datetime) -> ReportMaterial:
    """All that a report says, as the project is now. What is only suggested stays out."""
    summaries = queries.summaries(project)
    order = {s.source.id: n for n, s in enumerate(summaries)}
    found = passages(project, queries.annotations(project))
    with translated(project.path):
        last = journal.last_entry(project.connection)
        reviewers = journal.reviewers(project.connection)
    return ReportMaterial(
        title=queries.title(project),
        reviewers=reviewers,
        generated_at=generated_at,
        app_version=__version__,
        schema_version=str(SCHEMA),
        sources=summaries,
        editions=queries.editions(project),
        annotations=tuple(
            sorted(found, key=lambda p: (order[p.source.id], p.annotation.target.start))
        ),
        relations=tuple(
            view for view in relations(project) if view.relation.status is not Status.SUGGESTED
        ),
        tags=queries.tags(project),
        journal_entries=last[0],
        journal_hash=last[1],
    )


def html_report(project: Project, generated_at: datetime | None = None) -> str:
    """The whole report as one HTML page."""
    from reviewer.exchange.html import render_html  # noqa: PLC0415 - Jinja is not for every start

    return render_html(build_report(gather(project, generated_at or datetime.now(UTC))))


def export_html(project: Project, target: Path) -> Path:
    """Write the report; on any failure the file that was there before is still there, whole."""
    return write_whole(target, html_report(project).encode())


def write_whole(target: Path, data: bytes) -> Path:
    """Write a draft beside the target, force it to the disk, then put it in the target's place."""
    with replacing(target, ExchangeError) as draft:
        draft.write_bytes(data)
    return target
