"""The build as Linux installs it: a .deb, and a .tar.xz that runs from any folder."""

import hashlib
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reviewer.system import FONT_PACKAGE, FOR_WAYLAND, FOR_X11, TO_RUN

HERE = Path(__file__).parent / "linux"
MIME = "application-x-reviewer-project"
LIBRARIES = {**TO_RUN, **FOR_X11, **FOR_WAYLAND, "libwayland-egl.so.1": "libwayland-egl1"}
LIBC = re.compile(r"(ld-linux.*|lib(c|m|dl|rt|pthread|util|resolv)\.so\.\d+)$")
LEVEL = "-3"  # a tenth larger than at 6, in a third of the time
# Alternatives first, then any: a system that has a font of its own needs no other.
FONT = f"{FONT_PACKAGE} | fonts-liberation | fonts-noto-core"


@dataclass(frozen=True, slots=True)
class Release:
    """What is built, and where the built folder lies."""

    project: Mapping[str, str]  # name, version, description, license, as pyproject.toml has them
    app: Path
    icons: Mapping[int, bytes]
    epoch: int  # the commit's time, in seconds

    @property
    def name(self) -> str:
        """The program's name, e.g. reviewer."""
        return self.project["name"]


def asked_of_the_system(app: Path) -> tuple[set[str], str]:
    """Libraries that the build needs and does not bring, and the least version of the C library."""
    needed, brought, least = set(), set(), (2, 0)
    for path in sorted(p for p in app.rglob("*") if p.is_file()):
        brought.add(path.name)
        if path.is_symlink() or path.open("rb").read(4) != b"\x7fELF":
            continue
        told = subprocess.run(
            ["objdump", "-p", str(path)], capture_output=True, text=True, check=True
        ).stdout
        needed.update(re.findall(r"NEEDED +(\S+)", told))
        for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", told):
            least = max(least, (int(major), int(minor)))
    outside = {name for name in needed - brought if not LIBC.match(name)}
    return outside, ".".join(map(str, least))


def dependencies(app: Path) -> str:
    """The ``Depends`` of the package; a library whose package is not known raises KeyError."""
    outside, libc = asked_of_the_system(app)
    packages = sorted({LIBRARIES[name] for name in outside})
    return ", ".join([f"libc6 (>= {libc})", *packages, FONT])


def _filled(release: Release, name: str) -> str:
    text = (HERE / name).read_text("utf-8")
    day = datetime.fromtimestamp(release.epoch, UTC).date()
    for key, value in {
        "VERSION": release.project["version"],
        "DESCRIPTION": release.project["description"],
        "LICENCE": release.project["license"],
        "DATE": day.isoformat(),
    }.items():
        text = text.replace(f"@{key}@", value)
    return text


def desktop_files(release: Release) -> Iterator[tuple[str, bytes]]:
    """Where a desktop looks, below /usr/share, and what it finds there."""
    yield f"applications/{release.name}.desktop", _filled(release, "reviewer.desktop").encode()
    yield f"mime/packages/{release.name}.xml", _filled(release, "reviewer-mime.xml").encode()
    yield (
        f"metainfo/org.{release.name}.{release.name.capitalize()}.metainfo.xml",
        _filled(release, "reviewer.metainfo.xml").encode(),
    )
    svg = (HERE.parents[1] / "resources" / "icons" / "reviewer.svg").read_bytes()
    for place, icon in (("apps", release.name), ("mimetypes", MIME)):
        yield f"icons/hicolor/scalable/{place}/{icon}.svg", svg
        for size, png in release.icons.items():
            yield f"icons/hicolor/{size}x{size}/{place}/{icon}.png", png


def make_deb(release: Release, folder: Path, target: Path, architecture: str) -> Path:
    """Build the package in ``folder``; it has no scripts, so removing it removes just its files."""
    shutil.rmtree(folder, ignore_errors=True)
    lib, share = folder / "usr" / "lib" / release.name, folder / "usr" / "share"
    shutil.copytree(release.app, lib, symlinks=True)
    (folder / "usr" / "bin").mkdir()
    (folder / "usr" / "bin" / release.name).symlink_to(f"../lib/{release.name}/{release.name}")
    for name, data in desktop_files(release):
        _put(share / name, data)
    root = HERE.parents[1]
    doc = share / "doc" / release.name
    _put(doc / "copyright", (root / "LICENSE").read_bytes())
    _put(doc / "changelog.md", (root / "CHANGELOG.md").read_bytes())
    _put(folder / "DEBIAN" / "md5sums", _md5sums(folder).encode())
    _put(folder / "DEBIAN" / "control", _control(release, folder, architecture).encode())
    _settle_modes(folder)
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(release.epoch)}
    command = [
        "dpkg-deb",
        "--root-owner-group",
        "-Zxz",
        LEVEL.replace("-", "-z"),
        "--build",
        str(folder),
        str(target),
    ]
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL)
    return target


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _md5sums(folder: Path) -> str:
    files = sorted(p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())
    return "".join(
        f"{hashlib.md5(p.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{p.relative_to(folder).as_posix()}\n"
        for p in files
    )


def _control(release: Release, folder: Path, architecture: str) -> str:
    sizes = [p.stat().st_size for p in folder.rglob("*") if p.is_file() and not p.is_symlink()]
    return f"""Package: {release.name}
Version: {release.project["version"]}
Architecture: {architecture}
Maintainer: The Reviewer project <reviewer@localhost>
Installed-Size: {sum(-(-size // 1024) for size in sizes)}
Depends: {dependencies(release.app)}
Section: misc
Priority: optional
Description: {release.name.capitalize()}, for reviewing sources
 {release.project["description"]}
"""


def _settle_modes(folder: Path) -> None:
    """The same modes whatever the builder's umask was."""
    for path in sorted(folder.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)


def make_tar(release: Release, target: Path) -> Path:
    """One folder in a .tar.xz, in one order, with the commit's time and nobody's name."""
    folder = target.name.removesuffix(".tar.xz")

    def settled(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = release.epoch
        runs = entry.isdir() or entry.mode & 0o100
        entry.mode = 0o755 if runs else 0o644
        return entry

    plain = target.with_suffix("")
    with tarfile.open(plain, "w", format=tarfile.GNU_FORMAT) as tar:
        for path in sorted(release.app.rglob("*")):
            name = f"{folder}/{path.relative_to(release.app).as_posix()}"
            tar.add(path, name, recursive=False, filter=settled)
        for name, data in desktop_files(release):
            scratch = plain.with_suffix(".file")
            scratch.write_bytes(data)
            tar.add(scratch, f"{folder}/share/{name}", filter=settled)
            scratch.unlink()
    # Blocks of one size are packed in parallel, and come out the same on any number of cores.
    subprocess.run(
        ["xz", LEVEL, "--force", "--threads=0", "--block-size=32MiB", str(plain)], check=True
    )
    return target
