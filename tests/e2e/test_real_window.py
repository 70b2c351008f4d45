"""The loop in a real window: mouse and keys through X11, read back from the project's file."""

import ast
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from on_screen import PATIENCE, activate, geometry, until, window_named, windows_named, xdotool

from reviewer.services.sample import make_sample

pytestmark = pytest.mark.window

SAMPLE = "Sample: New Zealand, NATO and Ukraine"
TAG_KEY, TAG_NAME = "2", "Aid part"
RATIONALE = "They speak of different things."

# What is selected with the mouse is X11's primary selection: another program may ask for it.
READ_SELECTION = """
from PySide6.QtGui import QClipboard, QGuiApplication
app = QGuiApplication([])
print(ascii(app.clipboard().text(QClipboard.Mode.Selection)))
"""
COUNT_COLOURS = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
shot = app.primaryScreen().grabWindow(int(sys.argv[1])).toImage()
print(len({shot.pixel(x, y) for x in range(0, shot.width(), 3) for y in range(0, shot.height(), 3)}))
"""


class Desk:
    """A screen with the program on it, and the file that it works on."""

    def __init__(self, env: dict[str, str], home: Path) -> None:
        self._env = env
        self._errors = home / "stderr.txt"
        self.file = home / ".local/share/Reviewer/Sample project.review"
        self.program: subprocess.Popen[bytes] | None = None
        self.window = ""

    def start(self) -> None:
        """Start the program and wait until it shows the sample project, and answers."""
        with self._errors.open("ab") as errors:
            self.program = subprocess.Popen(
                [sys.executable, "-m", "reviewer"], env=self._env, stderr=errors
            )
        self.shown(SAMPLE)

    def shown(self, project: str) -> None:
        """Wait until the window shows the project of that title and has the keyboard."""
        self.window = window_named(self._env, self._title(project))
        activate(self._env, self.window)

    @staticmethod
    def _title(project: str) -> str:
        return f"^{project} — Reviewer$"

    def dialog(self, title: str) -> None:
        """Wait until a dialog has opened and has the keyboard."""
        activate(self._env, window_named(self._env, f"^{title}( — Reviewer)?$"))

    def xdotool(self, *words: object) -> None:
        xdotool(self._env, *words)

    def press(self, *keys: str) -> None:
        self.xdotool("key", "--delay", "40", *keys)

    def python(self, script: str, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", script, *words],
            env=self._env, capture_output=True, text=True, timeout=PATIENCE, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    def drag(self, start: tuple[float, float], stop: tuple[float, float]) -> None:
        """Draw the mouse from one place to another, in parts of the window's width and height."""
        size = geometry(self._env, self.window)
        middle = (start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2
        places = [(round(x * size["WIDTH"]), round(y * size["HEIGHT"]))
                  for x, y in (start, middle, stop)]  # fmt: skip
        first, *moves = [["mousemove", "--window", self.window, *place] for place in places]
        self.xdotool(*first, "mousedown", 1, *moves[0], *moves[1], "mouseup", 1)

    def selected(self) -> str:
        """What is selected with the mouse, as another program gets it."""
        return str(ast.literal_eval(self.python(READ_SELECTION)))

    def is_painted(self) -> bool:
        """Whether more is in the window than its ground."""
        return int(self.python(COUNT_COLOURS, self.window)) > 20

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        uri = f"{self.file.as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            return connection.execute(query, values).fetchall()

    def count(self, table: str) -> int:
        (row,) = self.rows(f"SELECT count(*) FROM {table}")
        return int(str(row[0]))

    def errors(self) -> str:
        return self._errors.read_text("utf-8")

    def kill(self) -> None:
        """End the program without a chance to tidy up."""
        assert self.program is not None
        self.program.send_signal(signal.SIGKILL)
        self.program.wait(PATIENCE)
        # X11 takes the window away in its own time; the next start must not find it.
        until(lambda: not windows_named(self._env, self._title(SAMPLE)), "its window goes as well")


@pytest.fixture
def desk(screen: dict[str, str], own_home: Path) -> Iterator[Desk]:
    made = Desk(screen, own_home)
    yield made
    if made.program is not None and made.program.poll() is None:
        made.program.kill()
        made.program.wait(PATIENCE)


def tag_by_mouse(desk: Desk) -> tuple[str, str]:
    """Drag over some lines and press a tag's key: the new annotation, and what was dragged."""
    before = {row[0] for row in desk.rows("SELECT id FROM annotation")}

    def fresh() -> list[str]:
        return [str(r[0]) for r in desk.rows("SELECT id FROM annotation") if r[0] not in before]

    desk.drag((0.36, 0.45), (0.52, 0.52))  # more than the room between two paragraphs
    dragged = until(desk.selected, "words are selected")
    desk.press(TAG_KEY)
    return until(fresh, "they are annotated")[0], dragged


def original_text(desk: Desk, annotation_id: str) -> str:
    ((data,),) = desk.rows(
        "SELECT c.data FROM annotation a JOIN edition e ON e.id = a.edition_id"
        " JOIN content c ON c.sha256 = e.text_sha256 WHERE a.id = ?",
        annotation_id,
    )
    assert isinstance(data, bytes)
    return data.decode("utf-8")


def test_the_loop_by_mouse_and_keys_survives_a_kill(desk: Desk) -> None:
    desk.start()
    until(desk.is_painted, "the window is not blank")

    # A passage is selected with the mouse and tagged with a key.
    annotation_id, dragged = tag_by_mouse(desk)
    ((start, end, exact),) = desk.rows(
        'SELECT start, "end", exact FROM annotation WHERE id = ?', annotation_id
    )
    assert exact == original_text(desk, annotation_id)[int(str(start)) : int(str(end))]
    assert exact == dragged.strip()
    assert str(exact).strip()
    assert desk.rows(
        "SELECT t.name FROM tag t JOIN annotation_tag x ON x.tag_id = t.id"
        " WHERE x.annotation_id = ?",
        annotation_id,
    ) == [(TAG_NAME,)]

    # Ctrl+R and three Enters mark a contradiction of it.
    relations = desk.count("relation")
    desk.press("ctrl+r", "Return", "Return", "Return")
    until(lambda: desk.count("relation") == relations + 1, "the contradiction is in the file")
    ((relation_id, kind, status),) = desk.rows(
        "SELECT r.id, r.kind, r.status FROM relation r JOIN relation_member m"
        " ON m.relation_id = r.id WHERE m.annotation_id = ?",
        annotation_id,
    )
    assert (kind, status) == ("contradicts", "open")

    # It is in the workbench's list, after the others that are open: what is done there, it gets.
    ((waiting,),) = desk.rows("SELECT count(*) FROM relation WHERE status = 'open'")
    desk.press("ctrl+2", "Home", *["Down"] * (int(str(waiting)) - 1))
    desk.press("ctrl+d")  # asks for the reason first
    desk.xdotool("type", "--delay", "15", RATIONALE)
    desk.press("ctrl+d")

    def decision() -> tuple[object, ...]:
        query = "SELECT status, rationale FROM relation WHERE id = ?"
        return next(iter(desk.rows(query, relation_id)), ())

    until(lambda: decision() == ("dismissed", RATIONALE), "the one in the list is dismissed")
    until(desk.is_painted, "the workbench is not blank")

    # Ctrl+Z takes back the decision and what was typed for it, then the contradiction. Whether the
    # decision and its rationale are one action depends on how fast they came: so each press is
    # awaited before the next, and none is made that would take back the annotation too.
    desk.press("Escape", "ctrl+1")

    def undo() -> tuple[object, ...]:
        before = decision()
        desk.press("ctrl+z")
        until(lambda: decision() != before, "undo takes one action back")
        return decision()

    assert undo()[0] == "open"
    while decision():
        undo()

    # Undo goes on after a kill.
    assert desk.count(f"annotation WHERE id = '{annotation_id}'") == 1
    desk.kill()
    desk.start()
    desk.press("ctrl+z")
    until(
        lambda: desk.count(f"annotation WHERE id = '{annotation_id}'") == 0,
        "undo takes the annotation back, which was made before the kill",
    )
    desk.press("ctrl+shift+z")
    until(lambda: desk.count(f"annotation WHERE id = '{annotation_id}'") == 1, "redo brings it")

    desk.press("ctrl+q")
    assert desk.program is not None
    assert desk.program.wait(PATIENCE) == 0
    assert desk.errors() == ""


def test_the_whole_loop_by_keys_alone(desk: Desk, tmp_path: Path) -> None:
    """Open, tag, relate, decide, export: the mouse is never touched."""
    desk.start()

    # Ctrl+O and the name of a file opens another project.
    other = tmp_path / "other.review"
    make_sample(other, "Keys").close()
    desk.file.unlink()  # what is read back below can be the other's alone
    desk.file = other
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("UPDATE project SET title = 'By keys'")
        raw.commit()
    desk.press("ctrl+o")
    desk.dialog("Open project")
    desk.xdotool("type", "--delay", "15", str(other))
    desk.press("Return")
    desk.shown("By keys")

    # A passage is selected and tagged.
    before = desk.count("annotation")
    desk.press("ctrl+Home", *["Down"] * 5, *["ctrl+shift+Right"] * 4, TAG_KEY)
    until(lambda: desk.count("annotation") == before + 1, "the passage is tagged")

    # It is related to the first candidate, and the contradiction is decided.
    relations = desk.count("relation")
    desk.press("ctrl+r", "Return", "Return", "Return")
    until(lambda: desk.count("relation") == relations + 1, "the contradiction is in the file")
    ((relation_id,),) = desk.rows("SELECT id FROM relation ORDER BY id DESC LIMIT 1")
    ((waiting,),) = desk.rows("SELECT count(*) FROM relation WHERE status = 'open'")
    desk.press("ctrl+2", "Home", *["Down"] * (int(str(waiting)) - 1), "ctrl+d")
    desk.xdotool("type", "--delay", "15", RATIONALE)
    desk.press("ctrl+d")
    until(
        lambda: (
            desk.rows("SELECT status, rationale FROM relation WHERE id = ?", relation_id)
            == [("dismissed", RATIONALE)]
        ),
        "it is decided",
    )

    # The report holds the decision.
    report = tmp_path / "other report.html"  # where the dialog puts it unless told otherwise
    desk.press("Escape", "ctrl+e")
    desk.dialog("Export")
    desk.press("Return")
    until(lambda: report.is_file() and RATIONALE in report.read_text("utf-8"), "it is reported")
    desk.press("Escape")
    desk.shown("By keys")
    desk.press("ctrl+q")
    assert desk.program is not None
    assert desk.program.wait(PATIENCE) == 0
    assert desk.errors() == ""
