"""Rows that can be dragged into another program, several at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView


def drag_out(view: QAbstractItemView) -> None:
    """Nothing is dropped here, and dragging takes nothing away."""
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setDragEnabled(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
    view.setDefaultDropAction(Qt.DropAction.CopyAction)
