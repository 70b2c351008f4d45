"""Margins and gaps of a layout on the one grid."""

from PySide6.QtWidgets import QLayout, QWidget

from reviewer.ui.metrics import grid


def set_spacing(layout: QLayout, widget: QWidget, *, around: float = 0, between: float = 1) -> None:
    """Margins around and spacing between the items, in steps of the grid."""
    margin = grid(widget, around) if around else 0
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(grid(widget, between) if between else 0)
