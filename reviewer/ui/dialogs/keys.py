"""The page of keys, made from the same table as the menus."""

from html import escape

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from reviewer.ui.actions import COMMANDS, DOCUMENT_KEYS, MENUS
from reviewer.ui.dialogs.sizes import open_at
from reviewer.ui.metrics import set_spacing
from reviewer.ui.theme import shade


class KeysPage(QDialog):
    """Every command with its key, by menu, and the keys of the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setModal(False)
        page = QTextBrowser(openLinks=False)
        page.setAccessibleName("Keys")
        page.setHtml(keys_html(shade("muted", self).name()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        set_spacing(layout, self, around=4, between=3)
        layout.addWidget(page)
        layout.addWidget(buttons)
        open_at(self, 34, 34)


def keys_html(muted: str) -> str:
    """The page's text; a command without a key is reached from its menu and the palette."""
    parts = [
        "<h3>In the document</h3>",
        _table([(k, does, "") for k, does in DOCUMENT_KEYS], muted),
    ]
    for menu in MENUS:
        rows = [
            (" or ".join(map(_native, row.keys)), row.text.rstrip("…"), row.help)
            for row in COMMANDS
            if row.menu == menu
        ]
        parts += [f"<h3>{escape(menu)}</h3>", _table(rows, muted)]
    return "".join(parts)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _table(rows: list[tuple[str, str, str]], muted: str) -> str:
    lines = "".join(
        f"<tr><td width='34%'><b>{escape(keys)}</b></td><td>{escape(does)}"
        + (f"<br><span style='color:{muted}'>{escape(more)}</span>" if more else "")
        + "</td></tr>"
        for keys, does, more in rows
    )
    return f"<table width='100%' cellpadding='3'>{lines}</table>"
