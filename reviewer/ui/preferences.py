"""What the window remembers for the person: name, theme, type, layout, recent projects."""

import json
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

from reviewer.ui.reading_type import ReadingType

RECENT = 10
THEMES = ("system", "light", "dark")


class Preferences:
    """Kept in one INI file in the user's configuration folder."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or user_config_path("Reviewer", appauthor=False)
        self._store = QSettings(str(folder / "reviewer.ini"), QSettings.Format.IniFormat)

    @property
    def reviewer(self) -> str:
        """The name that goes into the journal; the login name until the person gives another."""
        return self._text("person/name") or _login_name()

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._store.setValue("person/name", name.strip())

    @property
    def theme(self) -> str:
        """One of ``THEMES``."""
        chosen = self._text("look/theme")
        return chosen if chosen in THEMES else "system"

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("look/theme", name)

    @property
    def text_scale(self) -> int:
        """Size of all text in percent of the system's, 60 to 300."""
        return max(60, min(300, self._number("look/text_scale", 100)))

    @text_scale.setter
    def text_scale(self, percent: int) -> None:
        self._store.setValue("look/text_scale", max(60, min(300, percent)))

    @property
    def reading(self) -> ReadingType:
        """The type that documents are read in."""
        usual = ReadingType()
        return ReadingType(
            self._text("look/reading_face") != "sans",
            self._number("look/reading_scale", usual.scale),
            self._number("look/line_spacing", usual.spacing),
        )

    @reading.setter
    def reading(self, wanted: ReadingType) -> None:
        self._store.setValue("look/reading_face", "serif" if wanted.serif else "sans")
        self._store.setValue("look/reading_scale", wanted.scale)
        self._store.setValue("look/line_spacing", wanted.spacing)

    @property
    def scrolls_together(self) -> bool:
        """Whether documents that are side by side scroll together."""
        return self._text("compare/scrolling") != "free"

    @scrolls_together.setter
    def scrolls_together(self, wanted: bool) -> None:
        self._store.setValue("compare/scrolling", "tied" if wanted else "free")

    @property
    def suggestions_hidden(self) -> bool:
        """Whether suggested claims are left unmarked in documents."""
        return self._text("look/suggestions") == "hidden"

    @suggestions_hidden.setter
    def suggestions_hidden(self, hidden: bool) -> None:
        self._store.setValue("look/suggestions", "hidden" if hidden else "shown")

    @property
    def hint_hidden(self) -> bool:
        """Whether the line that says what to do next was put away."""
        return self._text("look/hint") == "hidden"

    @hint_hidden.setter
    def hint_hidden(self, hidden: bool) -> None:
        self._store.setValue("look/hint", "hidden" if hidden else "shown")

    def export_place(self, project: Path) -> Path | None:
        """Where the project was exported to last on this machine."""
        kept = self._text(f"export/{_key(project)}")
        return Path(kept) if kept else None

    def set_export_place(self, project: Path, place: Path) -> None:
        """Remember where the project was exported to."""
        self._store.setValue(f"export/{_key(project)}", str(place))

    @property
    def templates(self) -> Path:
        """The folder of the person's own templates; it need not be there."""
        return Path(self._store.fileName()).parent / "templates"

    @property
    def suggestion_hint_hidden(self) -> bool:
        """Whether the line that tells the keys for suggestions was put away."""
        return self._text("look/suggestion_hint") == "hidden"

    @suggestion_hint_hidden.setter
    def suggestion_hint_hidden(self, hidden: bool) -> None:
        self._store.setValue("look/suggestion_hint", "hidden" if hidden else "shown")

    @property
    def recent(self) -> tuple[Path, ...]:
        """The projects opened last, newest first."""
        names = self._list("recent/projects")
        return tuple(Path(name) for name in names if isinstance(name, str))

    def add_recent(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        names = [str(p) for p in (path.absolute(), *self.recent)]
        self._store.setValue("recent/projects", json.dumps(list(dict.fromkeys(names))[:RECENT]))

    def layout(self, name: str) -> QByteArray | None:
        """A saved geometry or splitter state."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else None

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Save a geometry or splitter state."""
        self._store.setValue(f"layout/{name}", state)

    def place(self, project: Path) -> str:
        """Id of the source that was open last in a project; empty if none is known."""
        return self._text(f"place/{_key(project)}")

    def set_place(self, project: Path, source_id: str) -> None:
        """Remember which source is open."""
        self._store.setValue(f"place/{_key(project)}", source_id)

    def reading_place(self, project: Path, source_id: str) -> int:
        """Code point at the top of the view when a source was last read; 0 if it was not."""
        return max(0, self._number(f"reading/{_key(project)}/{source_id}", 0))

    def set_reading_place(self, project: Path, source_id: str, offset: int) -> None:
        """Remember how far a source was read."""
        key = f"reading/{_key(project)}/{source_id}"
        if offset:
            self._store.setValue(key, offset)
        else:
            self._store.remove(key)

    def kept(self, project: Path, what: str) -> str:
        """What a page keeps of a project, in its own words; empty if it kept nothing."""
        return self._text(f"{what}/{_key(project)}")

    def keep(self, project: Path, what: str, words: str) -> None:
        """Remember that."""
        self._store.setValue(f"{what}/{_key(project)}", words)

    def kept_list(self, project: Path, what: str) -> list[Any]:
        """What was kept as a list in JSON; empty if it was not, or is damaged."""
        return self._list(f"{what}/{_key(project)}")

    def _list(self, key: str) -> list[Any]:
        try:
            found = json.loads(self._text(key) or "[]")
        except json.JSONDecodeError:
            return []
        return found if isinstance(found, list) else []

    def flush(self) -> None:
        """Write to the disk now."""
        self._store.sync()

    def _number(self, key: str, usual: int) -> int:
        try:
            return int(self._text(key) or usual)
        except ValueError:
            return usual

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else str(value or "")


def _key(project: Path) -> str:
    return str(project.absolute()).replace("/", "|").replace("\\", "|")


def _login_name() -> str:
    import getpass  # noqa: PLC0415 - not needed for the first paint

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Reviewer"
