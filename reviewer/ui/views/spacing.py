"""Distances that grow with the type, so that doubled text keeps its air."""

from PySide6.QtWidgets import QLayout, QWidget


def space(widget: QWidget, steps: float = 1) -> int:
    """``steps`` quarters of a line in pixels: 4 px a step at 100 %."""
    return max(1, round(widget.fontMetrics().height() / 4 * steps))


def set_spacing(layout: QLayout, widget: QWidget, *, around: float = 0, between: float = 1) -> None:
    """Margins around and spacing between the items, in steps of ``space``."""
    margin = space(widget, around) if around else 0
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(space(widget, between) if between else 0)
