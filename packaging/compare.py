"""Builds twice, in two folders and with two work folders, and says what differs: exit code 1 if
anything does that packaging/README.md does not name. `make package-twice`."""

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
EXPECTED: frozenset[str] = frozenset()  # what may differ; README.md says why


def built(folder: Path) -> dict[str, str]:
    """Every file of a fresh build, packages included → its SHA-256, or where it points."""
    into = folder / "dist"
    command = [
        sys.executable,
        str(HERE / "build.py"),
        "--into",
        str(into),
        "--work",
        str(folder / "work"),
    ]
    subprocess.run(command, check=True)
    return {
        path.relative_to(into).as_posix(): str(path.readlink())
        if path.is_symlink()
        else hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(into.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def differences(first: dict[str, str], second: dict[str, str]) -> list[str]:
    """Names that only one has, or that differ."""
    return sorted(n for n in first.keys() | second.keys() if first.get(n) != second.get(n))


def main() -> int:
    """Build, build again elsewhere, compare."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        first, second = built(Path(one)), built(Path(other, "somewhere else"))
    found = [name for name in differences(first, second) if name not in EXPECTED]
    for name in found:
        print(f"differs: {name}")
    print(f"{len(first)} files, {len(found)} differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
