"""Where the files that ship with the program are: in a checkout, or inside the installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def asset(*parts: str) -> Path:
    """Path of a shipped file or folder, e.g. ``asset("seeds", "manifest.toml")``."""
    installed = _PACKAGE / "_data"
    root = installed if installed.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
