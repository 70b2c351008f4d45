"""The sample project with ids and times that are the same on every run."""

from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from types import SimpleNamespace

import pytest

from reviewer.domain import ids
from reviewer.exchange.material import ReportMaterial
from reviewer.services import importing, sample
from reviewer.storage import journal, records

AT = datetime(2026, 1, 7, 9, 30, tzinfo=UTC)
HASH = "ab" * 32


class _Then(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return AT.astimezone(tz)


def make_fixed_sample(path: Path) -> None:
    """The sample at ``path``, made as a person's is, at one moment that does not pass."""
    with pytest.MonkeyPatch.context() as patch:
        ticking = SimpleNamespace(time_ns=lambda: round(AT.timestamp()) * 10**9)
        patch.setattr(ids, "time", ticking)
        patch.setattr(ids, "os", SimpleNamespace(urandom=bytes))
        patch.setattr(ids, "_last", 0)
        for module in (sample, importing, records, journal):
            patch.setattr(module, "datetime", _Then)
        sample.make_sample(path, "Ada Sample").close()


def without_version(material: ReportMaterial) -> ReportMaterial:
    """Without what another schema or version changes though the report is the same."""
    entries = tuple(replace(r, hash=HASH, previous_hash=HASH, rows_json="[]")
                    for r in material.journal)  # fmt: skip
    return replace(
        material, app_version="0", schema_version="0", journal_hash=HASH, journal=entries
    )
