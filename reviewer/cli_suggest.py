"""``reviewer quantities`` and ``reviewer suggest``: what texts say, and where they disagree."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer.domain.errors import DocumentError, ReviewerError
from reviewer.domain.suggestion import SuggestedRelation
from reviewer.exchange.suggestion_lines import (
    quantity_line,
    quantity_words,
    suggestion_line,
    suggestion_words,
)
from reviewer.services.files import ReadFile, is_project, read_file
from reviewer.services.listing import quantities_in, suggestions_in

FAILURE = 1


def quantities(parsed: argparse.Namespace) -> int:
    """Every quantity of every file, a line each; 1 if a file could not be read."""
    refused: list[Path] = []
    for file in _read(parsed.files, refused):
        for each in quantities_in(file):
            _write(
                quantity_line(each, ascii_only=not _writes_utf8())
                if parsed.json
                else quantity_words(each)
            )
    return FAILURE if refused else 0


def suggest(parsed: argparse.Namespace) -> int:
    """Where the files, or the sources of one project, disagree, best first; 1 as above."""
    refused: list[Path] = []
    if any(map(is_project, parsed.files)):
        if len(parsed.files) > 1:
            raise ReviewerError("Name one project alone, or files alone.")
        found = _pending(parsed.files[0])
    else:
        found = suggestions_in(_read(parsed.files, refused))
    for relation in found:
        if parsed.json:
            _write(suggestion_line(relation, ascii_only=not _writes_utf8()))
        else:
            _write("\n".join(suggestion_words(relation)))
    return FAILURE if refused else 0


def _pending(path: Path) -> Iterable[SuggestedRelation]:
    """Of a project what is not decided; it is read, and nothing in it is changed."""
    # The database is loaded for a project alone: files are read in a third of the time.
    from reviewer.services.projects import open_project  # noqa: PLC0415
    from reviewer.services.proposed import pending_now  # noqa: PLC0415

    with open_project(path, reviewer="", read_only=True) as project:
        return pending_now(project)


def _read(paths: Iterable[Path], refused: list[Path]) -> Iterator[ReadFile]:
    """The files that can be read; of each other one a sentence says why it cannot."""
    for path in paths:
        try:
            yield read_file(path)
        except DocumentError as error:
            refused.append(path)
            print(f"reviewer: {error}", file=sys.stderr)


def _write(words: str) -> None:
    """At once, so that whoever reads along has each line as soon as it is known."""
    try:
        print(words, flush=True)
    except BrokenPipeError:  # who reads has had enough, which is no failure
        raise
    except OSError as error:
        # What is still held would be tried again on leaving, and told of once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ReviewerError(f"The output cannot be written: {error.strerror}.") from error


def _writes_utf8() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
