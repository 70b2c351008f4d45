"""Writing a file so that what was there before is never half replaced."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from reviewer.domain.errors import ReviewerError

_NUMBERS = count(1)  # several drafts may be under way at once, and long names are cut


@contextmanager
def replacing(target: Path, error: type[ReviewerError]) -> Iterator[Path]:
    """The path of a draft beside ``target``; at the end it is forced to the disk and takes its
    place. On any failure ``target`` is as it was, and an OSError becomes ``error`` in a sentence.
    """
    draft = target.parent / f".{target.name[:40]}.{os.getpid()}-{next(_NUMBERS)}.part"
    try:
        if target.is_dir():
            raise error(f"“{target}” cannot be written: it is a folder.")
        if target.exists() and not target.is_file():  # or a device would be replaced by a file
            raise error(f"“{target}” cannot be written: it is not a plain file.")
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as cause:
        missing = not target.parent.exists()  # whoever wrote the draft may have made it
        why = f"there is no folder “{target.parent}”" if missing else cause.strerror
        raise error(f"“{target}” cannot be written: {why}.") from cause
    finally:
        with suppress(OSError):  # the first error is the one to tell
            draft.unlink(missing_ok=True)
