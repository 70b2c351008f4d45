"""Files that leave the window by dragging or by the clipboard, for as long as the program runs."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path


@cache
def folder_of_this_run() -> Path:
    """A folder of one's own that goes when the program does, with all that is in it."""
    folder = Path(tempfile.mkdtemp(prefix="reviewer-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
