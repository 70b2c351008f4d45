"""Nothing bars the window where a panel or an undo would do: whatever does is known by name."""

import ast
from collections.abc import Iterator

from reviewer.assets import asset

BARS = {
    ("app.py", "QMessageBox"): "a bug, or no way to begin: nothing can be trusted until it is read",
    ("dialogs/trash.py", "QMessageBox"): "emptying the trash cannot be undone",
    ("project_commands.py", "QInputDialog"): "a name is typed",
    ("project_commands.py", "dialog"): "a backup is restored into another file",
    ("project_commands.py", "TrashDialog"): "its list is what restoring changes",
    ("commands.py", "picker"): "a tag is chosen by typing; Esc leaves",
    ("commands.py", "chooser"): "a command is chosen by typing; Esc leaves",
    ("commands.py", "PropertiesDialog"): "what is typed belongs to that source",
    ("suggestion_commands.py", "dialog"): "words that are saved together, or not",
}
"""File and what it opens → why the rest of the window waits."""

BOXES = {"QMessageBox", "QInputDialog"}


def opened(tree: ast.AST) -> Iterator[str]:
    """What is run until it is answered: ``x.exec()``, a message box, an input dialog."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in BOXES:
            yield node.id
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_call and node.func.attr == "exec":  # type: ignore[attr-defined] # as just seen
            run = node.func.value  # type: ignore[attr-defined] # as just seen
            called = run.func if isinstance(run, ast.Call) else run
            yield getattr(called, "id", ast.unparse(called))
        is_flag = isinstance(node, ast.Attribute) and node.attr in ("setModal", "setWindowModality")
        if is_flag:
            yield "modality"


def test_what_bars_the_window_is_known_and_has_its_reason() -> None:
    folder = asset("reviewer", "ui")
    found = {
        (path.relative_to(folder).as_posix(), name)
        for path in folder.rglob("*.py")
        for name in opened(ast.parse(path.read_text("utf-8")))
    }
    apart = {
        ("app.py", "app"),  # the program itself
        ("app.py", "box"),  # its QMessageBox
        ("dialogs/export.py", "modality"),  # setModal(False)
        ("dialogs/keys.py", "modality"),
        ("views/file_drag.py", "drag"),  # lasts as long as the mouse is held
    }
    assert found - apart == BARS.keys()


def test_dialogs_that_stand_beside_the_window_do_not_bar_it() -> None:
    for name in ("export", "keys"):
        code = asset("reviewer", "ui", "dialogs", f"{name}.py").read_text("utf-8")
        assert "setModal(False)" in code
