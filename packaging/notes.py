"""What a build says about itself: its commit, the licences of what is in it, and the bill."""

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bill import Component, bill_of_materials, components, licences

from reviewer import build as names  # what the program looks for, said once

BILL = "reviewer.cdx.json"


def write(
    folder: Path, project: Mapping[str, Any], entries: Sequence[tuple[str, str, str]]
) -> list[Path]:
    """Write the notes into ``folder``; an entry is PyInstaller's (goes to, comes from, kind)."""
    folder.mkdir(parents=True, exist_ok=True)
    name, version = project["name"], project["version"]
    found = components([source for _, source, _ in entries], name, folder.parent)
    built_at = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    own = Component(name, version, project["license"], "", f"pkg:generic/{name}@{version}")
    written = {
        names.COMMIT: f"{os.environ['REVIEWER_COMMIT']}\n",
        names.LICENCES: licences(found, name.capitalize()),
        BILL: bill_of_materials(found, own, built_at.isoformat()),
    }
    for file, text in written.items():
        (folder / file).write_text(text, "utf-8")
    return [folder / file for file in written]
