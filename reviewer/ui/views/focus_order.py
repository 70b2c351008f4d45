"""Going from pane to pane with a key."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_next(panes: Sequence[QWidget], focused: QWidget | None, step: int) -> None:
    """Give the focus to the pane ``step`` places after the one that it is in, round and round.

    From outside all of them it goes to the first, or backwards to the last.
    """
    inside = [
        i for i, pane in enumerate(panes)
        if focused and (pane is focused or pane.isAncestorOf(focused))
    ]  # fmt: skip
    here = inside[0] if inside else -1 if step > 0 else 0
    panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)


def tab_through(parts: Iterable[QWidget]) -> None:
    """Let Tab go from one part to the next; what was made later would else come last."""
    stops = [
        widget
        for part in parts
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is part.window()  # the list of a choice is a window of its own
    ]
    for one, following in pairwise(dict.fromkeys(stops)):
        QWidget.setTabOrder(one, following)
