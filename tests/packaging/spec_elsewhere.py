"""Runs packaging/reviewer.spec as another system would, with PyInstaller's steps noted, not taken.

BUILD_PYTHON spec_elsewhere.py win32|darwin WORK     prints what each step was given, as JSON
"""

import json
import sys
import types
from pathlib import Path

import PyInstaller.depend.bindepend
import PyInstaller.utils.hooks  # noqa: F401 - before this pretends to be elsewhere

SPEC = Path(__file__).parents[2] / "packaging" / "reviewer.spec"
noted: list[tuple[str, list[object], dict[str, object]]] = []


class _Noted:
    """What a step gives: an object with a table of files that is empty."""

    pure: tuple[()] = ()
    scripts: tuple[()] = ()

    def __init__(self) -> None:
        self.binaries: list[object] = []
        self.datas: list[object] = []


def _step(name: str):
    def take(*given: object, **named: object) -> _Noted:
        noted.append((name, list(given), named))
        return _Noted()

    return take


def _plain(value: object) -> object:
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return repr(value)


def main() -> None:
    """Pretend, run, print."""
    sys.platform = sys.argv[1]
    version_info = types.ModuleType("versioninfo")
    for name in ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct",
                 "VarFileInfo", "VarStruct"):  # fmt: skip
        setattr(version_info, name, lambda *a, _n=name, **k: (_n, a, k))
    sys.modules["PyInstaller.utils.win32"] = package = types.ModuleType("win32")
    package.versioninfo = version_info
    names = {name: _step(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    sys.path.insert(0, str(SPEC.parent))
    exec(
        compile(SPEC.read_text("utf-8"), str(SPEC), "exec"), {**names, "SPECPATH": str(SPEC.parent)}
    )
    sys.stdout.write(
        json.dumps([[name, _plain(given), _plain(named)] for name, given, named in noted])
    )


if __name__ == "__main__":
    main()
