"""Whose work is in a build: licences as a text for people, and a bill of materials for programs."""

import json
import re
import subprocess
import sys
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path
from sysconfig import get_path

HERE = Path(__file__).parent
COMMON = Path("/usr/share/common-licenses")
QT = "Qt"
QT_TERMS = """Qt and Qt for Python are used under the GNU Lesser General Public License, version
3, whose text follows with that of the GNU General Public License, which it refers to. Their
libraries are files of their own beside the program and may be replaced by others of the same
interface. Their source can be had from the Qt Project under the version named here. Qt contains
work of others, which its documentation lists under "Licenses Used in Qt"; the terms of ICU, which
lies beside it, follow."""


@dataclass(frozen=True, slots=True, order=True)
class Component:
    """One piece of other people's work, by the name that its makers gave it."""

    name: str
    version: str
    terms: str  # short: an SPDX expression where its makers state one
    text: str  # the licence itself
    purl: str


class UnknownOriginError(Exception):
    """A file is bundled and nobody knows whose it is: it must not be given away."""


def components(sources: Iterable[str], own: str, work: Path) -> list[Component]:
    """What the bundled files belong to, without ``own`` and what the build made in ``work``."""
    found: set[Component] = {_python(), _icons()}
    for path in map(Path, sources):
        if path.is_absolute() and not _is_ours(path, work):
            part = _origin(path)
            if part.name != own:
                found.add(part)
    found.add(_distribution(_named("pyinstaller")))  # its bootloader starts the program
    return sorted(found, key=lambda part: (part.name.casefold(), part.version))


def _is_ours(path: Path, work: Path) -> bool:
    inside = path.is_relative_to(work) or path.is_relative_to(HERE.parent)
    return inside and "site-packages" not in path.parts


def _origin(path: Path) -> Component:
    for parent in path.parents:
        if parent.name == "site-packages":
            name = path.relative_to(parent).parts[0]
            owner = _owners().get(name)
            if owner is None:
                raise UnknownOriginError(str(path))
            return _distribution(owner)
    if _is_pythons(path.resolve()):
        return _python()
    if sys.platform == "linux":
        return _debian(path)
    if sys.platform == "win32" and re.match(
        r"(vcruntime|msvcp|ucrtbase|api-ms-win)", path.name.lower()
    ):
        return _python()  # Microsoft lets programs bring these along; Python's licence says how
    raise UnknownOriginError(str(path))


def _is_pythons(path: Path) -> bool:
    """Of the standard library, or installed with a Python that is not the system's."""
    prefix = Path(sys.base_prefix).resolve()
    at_home = Path("/usr") != prefix and path.is_relative_to(prefix)
    return at_home or path.is_relative_to(Path(get_path("stdlib")).resolve())


@cache
def _owners() -> dict[str, Distribution]:
    """First part of a path in site-packages → whose it is."""
    found = {}
    for one in distributions():
        for file in one.files or ():
            found.setdefault(file.parts[0], one)
    return found


def _named(name: str) -> Distribution:
    return Distribution.from_name(name)


@cache
def _distribution(one: Distribution) -> Component:
    name, version = one.metadata["Name"], one.version
    if name.lower().startswith(("pyside6", "shiboken6")):
        return _qt(name, version)
    files = [f for f in one.files or () if re.match(r"(?i)(licen[cs]e|copying|notice)", f.name)]
    text = "\n\n".join(Path(str(one.locate_file(f))).read_text("utf-8") for f in sorted(files))
    if not text.strip():
        raise UnknownOriginError(f"{name} comes without a licence text")
    terms = one.metadata["License-Expression"] or _one_line(one.metadata["License"])
    return Component(name, version, terms or "see text", text, f"pkg:pypi/{name.lower()}@{version}")


def _one_line(stated: str | None) -> str:
    return " ".join((stated or "").split("\n")[0].split())[:120]


def _qt(name: str, version: str) -> Component:
    texts = [QT_TERMS, *(_kept(n) for n in ("LGPL-3.0.txt", "GPL-3.0.txt", "ICU.txt"))]
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    return Component(name, version, "LGPL-3.0-only", "\n\n".join(texts), purl)


def _kept(name: str) -> str:
    return (HERE / "licences" / name).read_text("utf-8")


@cache
def _python() -> Component:
    version = ".".join(map(str, sys.version_info[:3]))
    short = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(sys.base_prefix, "LICENSE.txt"),
        Path(sys.base_prefix, "lib", short, "LICENSE.txt"),
        Path("/usr/share/doc", short, "copyright"),
    )
    text = next((p.read_text("utf-8") for p in places if p.is_file()), "")
    if not text:
        raise UnknownOriginError("Python comes without a licence text")
    return Component("Python", version, "PSF-2.0", text, f"pkg:generic/python@{version}")


def _icons() -> Component:
    """Lucide: its files lie among ours, and each names the version that it is of."""
    folder = HERE.parent / "resources" / "icons" / "lucide"
    stated = next(iter(sorted(folder.glob("*.svg")))).read_text("utf-8")
    found = re.search(r"lucide-static v([\d.]+)", stated)
    if found is None:
        raise UnknownOriginError(f"{folder} names no version")
    purl = f"pkg:npm/lucide-static@{found[1]}"
    return Component(
        "Lucide", found[1], "ISC AND MIT", (folder / "LICENSE").read_text("utf-8"), purl
    )


@cache
def _debian(path: Path) -> Component:
    """The package that a system library is of, e.g. libfontconfig1."""
    for place in (path, path.resolve(), Path("/usr", *path.parts[1:]), Path("/", *path.parts[2:])):
        told = _asked("dpkg-query", "--search", str(place))
        if told:
            break
    else:
        raise UnknownOriginError(f"no Debian package has {path}")
    package = told.partition(":")[0]
    version = _asked("dpkg-query", "--show", "--showformat", "${Version}", package)
    text = Path("/usr/share/doc", package, "copyright").read_text("utf-8")
    if package.startswith("libpython"):
        return _python()
    stated = re.findall(r"^License: *(\S.*)$", text, re.MULTILINE)
    terms = "; ".join(dict.fromkeys(stated)) or "see text"
    return Component(package, version, terms, text, f"pkg:deb/debian/{package}@{version}")


def _asked(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def licences(parts: Iterable[Component], title: str) -> str:
    """One text with everyone's terms; a text that several share is in it once."""
    by_text: dict[str, list[Component]] = {}
    for part in parts:
        by_text.setdefault(part.text.strip(), []).append(part)
    blocks = [
        f"{title} brings along work of others. Each is named with its version and its terms.\n"
    ]
    for text, sharing in by_text.items():
        names = "\n".join(f"{p.name} {p.version} ({p.terms})" for p in sharing)
        blocks.append(f"{'=' * 80}\n{names}\n{'=' * 80}\n\n{text}\n")
    asked = {n.rstrip(".") for text in by_text for n in re.findall(rf"{COMMON}/([\w.+-]+)", text)}
    for name in sorted(asked):
        if (COMMON / name).is_file():
            body = (COMMON / name).read_text("utf-8")
            blocks.append(f"{'=' * 80}\n{name}, which is referred to above\n{'=' * 80}\n\n{body}")
    return "\n".join(blocks)


def bill_of_materials(parts: Iterable[Component], own: Component, built_at: str) -> str:
    """The same as CycloneDX 1.5 in JSON; ``built_at`` is an ISO time."""
    listed = list(parts)
    seed = json.dumps([[p.purl for p in listed], own.purl, own.version])
    return json.dumps(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.5",
            "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, seed)}",
            "version": 1,
            "metadata": {"timestamp": built_at, "component": _entry(own, "application")},
            "components": [_entry(part, "library") for part in listed],
        },
        indent=1,
        ensure_ascii=False,
    )


def _entry(part: Component, kind: str) -> dict[str, object]:
    spdx = re.fullmatch(r"[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*", part.terms)
    licence = {"expression": part.terms} if spdx else {"license": {"name": part.terms}}
    return {
        "type": kind,
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "licenses": [licence],
        "purl": part.purl,
    }
