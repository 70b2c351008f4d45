"""The setting of the person's own templates, joined to the folder."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reviewer.domain.errors import ReviewerError
from reviewer.services.templates import has_template, write_shipped
from reviewer.ui.views.templates_setting import TemplatesSetting


def templates_setting(folder: Path) -> TemplatesSetting:
    """The widget, which opens the folder and puts the shipped template there."""
    made = TemplatesSetting(folder)
    made.set_state(has_template(folder))
    made.open_requested.connect(lambda: _open(made, folder))
    made.start_requested.connect(lambda: _start(made, folder))
    return made


def _open(shown: TemplatesSetting, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        shown.tell(f"“{folder}” cannot be made: {error.strerror}.")
        return
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _start(shown: TemplatesSetting, folder: Path) -> None:
    try:
        write_shipped(folder)
    except ReviewerError as error:
        shown.tell(str(error))
        return
    shown.set_state(has_template(folder))
