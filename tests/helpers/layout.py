"""Text that is cut and parts that overlap, found by geometry and font metrics, never by pixels."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitterHandle,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from reviewer.ui.views.elided import Elided
from reviewer.ui.views.tag_chip import TagChip

LEAST = 6
"""Letters that a shortened text must keep, for anyone to know what it was."""


def faults(root: QWidget) -> list[str]:
    """Everything visible in ``root`` that is cut, overlapped or squeezed, a line each."""
    found = [f"{path(widget)}: {fault}" for widget in seen(root) for fault in _cut(widget)]
    for parent in [root, *seen(root)]:
        found += [f"{path(parent)}: {fault}" for fault in _crowded(parent)]
    return found


def seen(root: QWidget) -> list[QWidget]:
    """The widgets below ``root`` of which something can be seen, but for other windows."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.window() is root.window()
        and not widget.visibleRegion().isEmpty()
    ]


def path(widget: QWidget) -> str:
    """Where a widget is, e.g. ``TopBar < PageTab "Read"``."""
    names = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(type(at).__name__)
        at = at.parentWidget()
    told = _words(widget)
    return " < ".join(reversed(names)) + (f" “{told[:40]}”" if told else "")


def _words(widget: QWidget) -> str:
    for name in ("text", "currentText", "placeholderText"):
        read = getattr(widget, name, None)
        if read is not None and isinstance(widget, (QLabel, QAbstractButton, QComboBox, QLineEdit)):
            return str(read())
    return ""


# One widget


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, Elided):
        yield from _shortened(widget.fontMetrics(), widget.words, widget.text())
    elif isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _button(widget)
    elif isinstance(widget, QLineEdit):
        yield from _line(widget)
    elif isinstance(widget, QComboBox):
        yield from _combo(widget)
    elif isinstance(widget, QAbstractSpinBox):
        yield from _narrow(widget.fontMetrics(), widget.text(), widget.lineEdit().width())
    elif isinstance(widget, QMenuBar):
        yield from _menus(widget)
    elif isinstance(widget, QAbstractItemView):
        yield from _items(widget)
    if _is_laid(widget):
        yield from _squeezed(widget)


def _label(label: QLabel) -> Iterator[str]:
    room = label.contentsRect().adjusted(
        label.margin(), label.margin(), -label.margin(), -label.margin()
    )
    if not label.text() or label.textFormat() is Qt.TextFormat.RichText:
        if label.text() and label.heightForWidth(label.width()) > label.height():
            yield f"needs {label.heightForWidth(label.width())} px of height, has {label.height()}"
        return
    metrics = label.fontMetrics()
    if not label.wordWrap():
        text = label.text().replace("&", "") if label.buddy() else label.text()
        for line in text.splitlines():
            yield from _narrow(metrics, line, room.width())
        needed = metrics.height() * (label.text().count("\n") + 1)
    else:
        for word in label.text().split():
            yield from _narrow(metrics, word, room.width())
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(
            QRect(0, 0, room.width(), 10**6), flags, label.text()
        ).height()
    yield from _low(needed, room.height())


def _button(button: QAbstractButton) -> Iterator[str]:
    metrics, text = button.fontMetrics(), button.text().replace("&", "")
    if isinstance(button, TagChip):
        if button.width() < button.sizeHint().width():
            room = button.width() - (button.sizeHint().width() - metrics.horizontalAdvance(text))
            fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            yield from _shortened(metrics, text, fitted)
        yield from _low(metrics.height(), button.height())
    elif isinstance(button, (QPushButton, QCheckBox, QRadioButton)):
        yield from _narrow(metrics, text, _contents(button).width())
        if text:
            yield from _low(metrics.height(), _contents(button).height())
    elif isinstance(button, QToolButton):
        if button.toolButtonStyle() is not Qt.ToolButtonStyle.ToolButtonIconOnly:
            yield from _narrow(metrics, text, button.width())
        if text:
            yield from _low(metrics.height(), button.height())
    elif button.hasHeightForWidth():
        yield from _low(button.heightForWidth(button.width()), button.height())
        longest = max(map(metrics.horizontalAdvance, text.split()), default=0)
        if longest > button.width():
            yield f"a word of {longest} px is broken in {button.width()}"


def _contents(button: QPushButton | QCheckBox | QRadioButton) -> QRect:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    element = {
        QCheckBox: QStyle.SubElement.SE_CheckBoxContents,
        QRadioButton: QStyle.SubElement.SE_RadioButtonContents,
    }.get(type(button), QStyle.SubElement.SE_PushButtonContents)
    return button.style().subElementRect(element, option, button)


def _line(line: QLineEdit) -> Iterator[str]:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    margins = line.textMargins()
    width = room.width() - margins.left() - margins.right() - 4  # Qt keeps 2 px at each end
    metrics = line.fontMetrics()
    if not line.text() and line.placeholderText():
        # Qt shortens it; the whole is the name that a screen reader tells.
        fitted = metrics.elidedText(line.placeholderText(), Qt.TextElideMode.ElideRight, width)
        yield from _shortened(metrics, line.placeholderText(), fitted)
    yield from _low(metrics.height(), room.height())


def _combo(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    room = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    metrics = combo.fontMetrics()
    fitted = metrics.elidedText(combo.currentText(), Qt.TextElideMode.ElideRight, room.width())
    yield from _shortened(metrics, combo.currentText(), fitted)
    yield from _low(metrics.height(), room.height())


def _menus(bar: QMenuBar) -> Iterator[str]:
    for action in bar.actions():
        if action.isVisible() and not bar.rect().contains(bar.actionGeometry(action)):
            yield f"the menu {action.text()} has no room"


def _items(view: QAbstractItemView) -> Iterator[str]:
    """The cells that begin in sight: as high as they ask to be, and not cut off at the right."""
    model, room = view.model(), view.viewport().rect()
    if model is None or model.rowCount(view.rootIndex()) == 0:
        return
    index = view.indexAt(room.topLeft() + QPoint(room.width() // 2, 2))
    while index.isValid():
        box = view.visualRect(index)
        if not room.intersects(box):
            return
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect = box
        yield from _low(
            view.itemDelegateForIndex(index).sizeHint(option, index).height(), box.height()
        )
        no_bar = view.horizontalScrollBar().maximum() == 0
        if no_bar and box.right() > room.right():
            yield f"the row “{index.data()}” ends {box.right() - room.right()} px outside"
        if isinstance(view, QListWidget) and index.data():
            yield from _narrow(view.fontMetrics(), str(index.data()), box.width())
        below = view.indexAt(QPoint(box.center().x(), box.bottom() + 2))
        index = below if below != index else type(index)()


def _squeezed(widget: QWidget) -> Iterator[str]:
    least, size = _least(widget), widget.size()
    if size.width() < least.width() or size.height() < least.height():
        yield f"is {size.width()} x {size.height()}, and needs {least.width()} x {least.height()}"


def _least(widget: QWidget) -> QSize:
    """What a layout may not go below: Qt's own rule (QLayoutPrivate, qSmartMinSize)."""
    policy, hint = widget.sizePolicy(), widget.minimumSizeHint()
    ignored = policy.Policy.Ignored
    width = 0 if policy.horizontalPolicy() is ignored else hint.width()
    height = 0 if policy.verticalPolicy() is ignored else hint.height()
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():  # else Qt counts a word a line
        height = min(height, layout.minimumHeightForWidth(widget.width()))
    elif widget.hasHeightForWidth():
        height = min(height, widget.heightForWidth(widget.width()))
    least = QSize(width, height).boundedTo(widget.maximumSize())
    own = widget.minimumSize()
    return QSize(own.width() or least.width(), own.height() or least.height())


# A widget's children


def _crowded(parent: QWidget) -> Iterator[str]:
    children = [
        child
        for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.isWindow() and not isinstance(child, QSplitterHandle)
    ]
    scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
    for child in children:
        if not scrolls and not parent.rect().contains(child.geometry()):
            yield f"{type(child).__name__} {_box(child)} is partly outside {_box(parent)}"
        elif scrolls and isinstance(parent.parentWidget(), QScrollArea):
            area = parent.parentWidget()
            never = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if never and child.width() > parent.width():
                yield f"{type(child).__name__} is {child.width() - parent.width()} px too wide"
    for one, other in combinations(filter(_is_laid, children), 2):
        if one.geometry().intersects(other.geometry()):
            yield f"{path(one)} {_box(one)} lies over {path(other)} {_box(other)}"


def _is_laid(widget: QWidget) -> bool:
    """Whether a layout places it: what floats over the rest is meant to lie over it."""
    parent = widget.parentWidget()
    layout = parent.layout() if parent and not widget.isWindow() else None
    waiting = [layout] if layout else []
    while waiting:
        at = waiting.pop()
        for n in range(at.count()):
            item = at.itemAt(n)
            if item.widget() is widget:
                return True
            if item.layout() is not None:
                waiting.append(item.layout())
    return False


def _box(widget: QWidget) -> str:
    box = widget.geometry()
    return f"{box.width()}x{box.height()}+{box.x()}+{box.y()}"


# Text in its room


def _narrow(metrics: QFontMetrics, text: str, room: int) -> Iterator[str]:
    needed = metrics.horizontalAdvance(text)
    if needed > room:
        yield f"“{text[:60]}” needs {needed} px of width, has {room}"


def _low(needed: int, room: int) -> Iterator[str]:
    if needed > room:
        yield f"needs {needed} px of height, has {room}"


def _shortened(metrics: QFontMetrics, whole: str, fitted: str) -> Iterator[str]:
    kept = len(fitted.replace("…", ""))
    if fitted != whole and kept < min(LEAST, len(whole) - 1):
        yield f"of “{whole[:60]}” only “{fitted}” is left"
