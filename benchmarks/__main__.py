"""`make bench`: Reviewer beside the bare thing, in ratios, as a table in Markdown.

``--smoke`` does all of it once and small, to see that it works; its figures mean nothing.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import commit
import document_view
import many
import start
import tag
from measure import table
from PySide6.QtCore import qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

BUILD = Path(__file__).parent.parent / "build"
PARTS = {
    "start": start.figures,
    "tag": tag.figures,
    "commit": commit.figures,
    "view": document_view.figures,
    "many": many.figures,
}


def main() -> int:
    """Run the parts asked for; a bar that is not met is said in the table, and is no failure."""
    parser = argparse.ArgumentParser(prog="python benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; or all")
    parser.add_argument("--smoke", action="store_true", help="small and once, to see that it works")
    given = parser.parse_args()
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    began = time.monotonic()
    qInstallMessageHandler(lambda *_: None)  # offscreen windows complain of having no manager
    # Beside the checkout, not in /tmp: that may be memory, where a commit costs nothing.
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD, prefix="bench-") as folder:
        live_in(Path(folder))
        app = QApplication(sys.argv[:1])
        app.setQuitOnLastWindowClosed(False)
        figures = [
            figure
            for name, part in PARTS.items()
            if name in (given.parts or PARTS)
            for figure in part(Path(folder) / name, smoke=given.smoke)
        ]
    print(table(figures))
    print(f"\n{machine()}; {time.monotonic() - began:.0f} s in all.")
    return 0


def live_in(folder: Path) -> None:
    """Nothing of the person's is read or written."""
    for name, place in {
        "HOME": "", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config",
        "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache",
    }.items():  # fmt: skip
        os.environ[name] = str(folder / place)


def machine() -> str:
    """What the figures are of."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{os.cpu_count()} processors{load}, {platform.system()} {platform.machine()},"
        f" Python {platform.python_version()}, Qt {qVersion()} off screen"
    )


if __name__ == "__main__":
    sys.exit(main())
