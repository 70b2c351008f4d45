"""The application as it was built, run where nothing of this environment can help it."""

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer import __version__, build

pytestmark = pytest.mark.built
DATA = "_internal/reviewer/_data"
QT = "_internal/PySide6/Qt"
MEGABYTE = 1_000_000

# A part → the step that fails for want of it when nothing lists the parts, and what it says.
PARTS = {
    "_internal/reviewer/storage/migrations/versions/0001_first.py": ("migrate an old", "0001"),
    f"{DATA}/resources/templates/report.html": ("export html", "report.html"),
    f"{DATA}/resources/icons/reviewer.svg": ("load the icons", "reviewer.svg"),
    f"{DATA}/resources/palettes/dark.json": ("read the palettes", "dark.json"),
    f"{DATA}/seeds/manifest.toml": ("make the sample", "manifest.toml"),
    f"{QT}/plugins/imageformats/libqsvg.so": ("load the icons", "qsvg"),
    f"{QT}/plugins/iconengines/libqsvgicon.so": ("load the icons", "qsvgicon"),
}


def _files(folder: Path) -> Iterator[Path]:
    return (p for p in folder.rglob("*") if p.is_file() and not p.is_symlink())


def test_all_of_it_works_with_nothing_around_it(app: Path, bare) -> None:
    done = bare(app / "reviewer", "--self-test", PATH="")
    assert done.returncode == 0, done.stdout + done.stderr
    first, *steps, last = done.stdout.splitlines()
    assert first.startswith(f"Reviewer {__version__}")
    assert last == "All is well."
    assert all(step.startswith("ok ") for step in steps)
    assert int(re.search(r"find every part of the build: (\d+)", done.stdout)[1]) > 150


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_removed_is_named(copied: Path, bare, part: str) -> None:
    (copied / part).unlink()
    done = bare(copied / "reviewer", "--self-test")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    (found,) = [x for x in lines if x.startswith("FAILED  find every part")]
    assert f"{Path(part).name} is missing" in found
    step, said = PARTS[part]
    (failed,) = [x for x in lines if x.startswith(f"FAILED  {step}")]
    assert said in failed


def test_a_library_that_is_removed_ends_it(copied: Path, bare) -> None:
    (copied / QT / "lib" / "libQt6Widgets.so.6").unlink()
    done = bare(copied / "reviewer", "--self-test")
    assert done.returncode != 0
    assert "libQt6Widgets.so.6" in done.stderr


def test_a_machine_without_fonts_is_told(app: Path, bare, tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text("<?xml version='1.0'?><fontconfig></fontconfig>")
    done = bare(app / "reviewer", "--self-test", FONTCONFIG_FILE=str(config))
    assert done.returncode == 1
    assert "fonts-dejavu-core" in done.stderr


def _declared(deb: Path) -> set[str]:
    """The packages that come with the declared ones, and those that every Debian has."""
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package}\t${Priority}\t${Depends}, ${Pre-Depends}\n"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    rows = [line.split("\t") for line in told.splitlines()]
    needs = {name: re.findall(r"(?:^|[,|]) *([a-z0-9][a-z0-9.+-]+)", of) for name, _, of in rows}
    asked = subprocess.run(
        ["dpkg-deb", "-f", str(deb), "Depends"], capture_output=True, text=True, check=True
    ).stdout
    found: set[str] = set()
    left = re.findall(r"(?:^|[,|]) *([a-z0-9][a-z0-9.+-]+)", asked)
    left += [name for name, priority, _ in rows if priority == "required"]
    while left:
        name = left.pop()
        if name in needs and name not in found:
            found.add(name)
            left += needs[name]
    return found


def _owner(path: str) -> str:
    # Packages name /lib and /usr/lib as they were made; the two are one folder.
    for place in (path, path.removeprefix("/usr"), f"/usr{path}"):
        told = subprocess.run(
            ["dpkg-query", "-S", place], capture_output=True, text=True, check=False
        ).stdout
        if told:
            return told.partition(":")[0]
    return f"nobody's {path}"


def test_it_loads_nothing_but_itself_and_what_it_declares(
    app: Path, dist: Path, bare, tmp_path: Path
) -> None:
    done = bare(
        app / "reviewer", "--self-test", LD_DEBUG="files", LD_DEBUG_OUTPUT=str(tmp_path / "loaded")
    )
    assert done.returncode == 0, done.stdout
    told = "".join(p.read_text(errors="replace") for p in tmp_path.glob("loaded.*"))
    loaded = {Path(x).resolve() for x in re.findall(r"calling init: (/\S+)", told)}
    assert len(loaded) > 40, "the loader told nothing"
    outside = sorted(str(p) for p in loaded if not p.is_relative_to(app.resolve()))
    (deb,) = dist.glob("*.deb")
    declared = _declared(deb)
    strange = [path for path in outside if _owner(path) not in declared]
    assert not strange


def test_other_programs_get_their_own_libraries_back(app: Path) -> None:
    hook = app.parent.parent / "packaging" / "runtime_hook.py"
    env = {"LD_LIBRARY_PATH": str(app), "LD_LIBRARY_PATH_ORIG": "/before"}
    code = f"exec(open({str(hook)!r}).read()); print(os.environ.get('LD_LIBRARY_PATH'))"
    for given, after in ((env, "/before"), ({"LD_LIBRARY_PATH": str(app)}, "None")):
        python = shutil.which("python3") or "python3"
        done = subprocess.run(
            [python, "-I", "-c", code], env=given, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == after


def test_it_is_as_small_as_promised(app: Path, dist: Path) -> None:
    assert sum(p.stat().st_size for p in _files(app)) <= 140 * MEGABYTE
    (deb,) = dist.glob("*.deb")
    assert deb.stat().st_size <= 55 * MEGABYTE


def test_what_is_never_used_is_not_in_it(app: Path) -> None:
    names = " ".join(p.relative_to(app).as_posix() for p in app.rglob("*"))
    unwanted = ["gtk", "eglfs", "Network", "Qml", "Quick", "/tls", "translations", "libssl"]
    assert [word for word in [*unwanted, "tkinter", "pytest", "mypy"] if word in names] == []


def test_nothing_of_the_builder_is_in_it(app: Path) -> None:
    place = str(Path(__file__).parents[2]).encode()
    found = [p.name for p in _files(app) if p.suffix != ".so" and place in p.read_bytes()]
    assert found == []


def test_everything_that_is_shipped_with_the_wheel_is_in_it(app: Path) -> None:
    root = Path(__file__).parents[2]
    for folder in ("resources", "seeds"):
        for path in _files(root / folder):
            assert (app / DATA / path.relative_to(root)).read_bytes() == path.read_bytes()


def test_licences_are_collected(app: Path, dist: Path) -> None:
    text = (app / DATA / build.LICENCES).read_text("utf-8")
    assert (dist / build.LICENCES).read_text("utf-8") == text
    for words in (
        "PySide6_Essentials", "GNU LESSER GENERAL PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE",
        "may be replaced by others", "SQLAlchemy", "alembic", "Jinja2", "PyYAML", "Python ",
        "libfontconfig1", "libglib2.0-0", "Bootloader",
    ):  # fmt: skip
        assert words in text, words


def test_qt_stays_replaceable(app: Path) -> None:
    for name in ("Core", "Gui", "Widgets", "Svg"):
        assert (app / QT / "lib" / f"libQt6{name}.so.6").is_file()


def test_the_bill_of_materials_names_every_part(app: Path, dist: Path) -> None:
    bill = json.loads((dist / "reviewer.cdx.json").read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    assert bill["metadata"]["component"]["version"] == __version__
    parts = {part["name"]: part for part in bill["components"]}
    assert {"PySide6_Essentials", "Python", "SQLAlchemy", "libfontconfig1"} <= parts.keys()
    assert len({part["bom-ref"] for part in bill["components"]}) == len(bill["components"])
    text = (app / DATA / build.LICENCES).read_text("utf-8")
    assert [n for n, p in parts.items() if f"{n} {p['version']} (" not in text] == []


def test_the_package_lists_its_files_with_their_sums(dist: Path, app: Path, tmp_path: Path) -> None:
    (deb,) = dist.glob("*.deb")
    subprocess.run(["dpkg-deb", "-R", str(deb), str(tmp_path / "deb")], check=True)
    root = tmp_path / "deb"
    for line in (root / "DEBIAN" / "md5sums").read_text().splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.md5((root / name).read_bytes()).hexdigest() == digest
    assert {p.name for p in (root / "DEBIAN").iterdir()} == {"control", "md5sums"}
    assert (root / "usr/bin/reviewer").resolve() == (root / "usr/lib/reviewer/reviewer").resolve()
    for name in (
        "applications/reviewer.desktop", "mime/packages/reviewer.xml",
        "metainfo/org.reviewer.Reviewer.metainfo.xml", "doc/reviewer/copyright",
        "icons/hicolor/scalable/apps/reviewer.svg",
        "icons/hicolor/48x48/mimetypes/application-x-reviewer-project.png",
    ):  # fmt: skip
        assert (root / "usr/share" / name).is_file(), name
    texts = [p for p in (root / "usr/share").rglob("*") if p.suffix in {".desktop", ".xml"}]
    assert [p.name for p in texts if re.search(r"@[A-Z]+@", p.read_text("utf-8"))] == []


def test_the_archive_runs_from_any_folder(dist: Path, bare, tmp_path: Path) -> None:
    (archive,) = dist.glob("*.tar.xz")
    place = tmp_path / "a place – with spaces"
    place.mkdir()
    subprocess.run(["tar", "-xJf", str(archive), "-C", str(place)], check=True)
    (folder,) = place.iterdir()
    done = bare(folder / "reviewer", "--self-test")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_commands_work(app: Path, bare, tmp_path: Path) -> None:
    program, project, letter = app / "reviewer", tmp_path / "A.review", tmp_path / "letter.txt"
    letter.write_text("NZ$78 million was pledged.\n")
    for words in (
        ("new", project), ("import", project, letter), ("check", project), ("log", project),
        ("export", project, "--format", "html", "--output", tmp_path / "a.html"),
    ):  # fmt: skip
        done = bare(program, *words)
        assert done.returncode == 0, done.stderr
    assert "letter" in (tmp_path / "a.html").read_text("utf-8")
    assert bare(program, "--version").stdout == f"Reviewer {__version__}\n"
    assert bare(program, "nonsense").returncode == 2
