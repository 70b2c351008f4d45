"""What was noted when the program was built: its commit, its parts, and whose work is in it.

A build leaves these files beside the shipped ones; in a checkout there are none of them.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from reviewer.assets import asset

COMMIT, PARTS, LICENCES = "commit", "parts.sha256", "THIRD_PARTY_LICENSES"


def commit() -> str:
    """The commit that the program was built from, as 40 hex digits; empty if it is not known."""
    return _text(COMMIT).strip()


def third_party_licences() -> str:
    """Licences of all that is bundled; empty where nothing is."""
    return _text(LICENCES)


def parts() -> dict[Path, str]:
    """Every file of the build → its SHA-256; empty where there was no build."""
    lines = _text(PARTS).splitlines()  # as sha256sum writes them, from the folder they lie in
    folder = asset(PARTS).parent
    return {folder / name: digest for digest, _, name in (x.partition("  ") for x in lines)}


def damaged_parts(listed: dict[Path, str]) -> Iterator[str]:
    """A sentence for each file that is missing or not as it was built."""
    for path, digest in listed.items():
        if not path.is_file():
            yield f"{path.name} is missing ({path.parent})"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            yield f"{path.name} is not as it was built ({path.parent})"


def _text(name: str) -> str:
    path = asset(name)
    return path.read_text("utf-8") if path.is_file() else ""
