"""About says which program this is, and shows the licences of what a build brings along."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QPushButton

from reviewer import __version__, build
from reviewer.services.projects import SCHEMA
from reviewer.ui.dialogs.about import AboutDialog
from reviewer.ui.dialogs.licences import LicencesDialog

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / build.COMMIT).write_text(f"{COMMIT}\n")
    (tmp_path / build.LICENCES).write_text("Qt\nGNU Lesser General Public License\n")
    real = build.asset
    monkeypatch.setattr(
        build, "asset", lambda *at: tmp_path.joinpath(*at) if len(at) == 1 else real(*at)
    )


def _buttons(dialog: AboutDialog) -> dict[str, QPushButton]:
    (box,) = dialog.findChildren(QDialogButtonBox)
    return {button.text().replace("&", ""): button for button in box.buttons()}


@pytest.fixture
def about(qtbot) -> Callable[[], AboutDialog]:
    def show() -> AboutDialog:
        dialog = AboutDialog()
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def test_a_build_names_its_version_commit_and_schema(built: None, about) -> None:
    (told,) = about().findChildren(QPlainTextEdit)
    assert told.toPlainText().startswith(f"Reviewer {__version__}\nCommit {COMMIT}\n")
    assert f"Project schema {SCHEMA} " in told.toPlainText()
    assert told.accessibleName()


def test_a_build_shows_the_licences_of_what_is_in_it(built: None, about) -> None:
    dialog = about()
    _buttons(dialog)["Licences…"].click()
    (shown,) = dialog.findChildren(LicencesDialog)
    (text,) = shown.findChildren(QPlainTextEdit)
    assert "GNU Lesser General Public License" in text.toPlainText()
    assert text.isReadOnly()
    shown.close()


def test_a_checkout_has_neither(about) -> None:
    dialog = about()
    (told,) = dialog.findChildren(QPlainTextEdit)
    assert "Run from source" in told.toPlainText()
    assert "Licences…" not in _buttons(dialog)
