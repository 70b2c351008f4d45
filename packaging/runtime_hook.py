"""Runs before the program in a build, on Linux to give other programs their libraries back.

The build is started with its own folder on LD_LIBRARY_PATH; a browser or a file manager that
Reviewer opens would inherit it and load Reviewer's libraries in place of the system's.
"""

import os
import sys

if sys.platform == "linux":
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before
