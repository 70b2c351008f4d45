"""What was written to be dragged out of the window is gone when the program is."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
from reviewer.ui.temporary import folder_of_this_run
assert folder_of_this_run() == folder_of_this_run()
(folder_of_this_run() / "aid.html").write_text("x")
print(folder_of_this_run())
"""


def test_the_folder_goes_with_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=600
    )
    folder = Path(done.stdout.strip())
    assert folder.name.startswith("reviewer-")
    assert not folder.exists()
