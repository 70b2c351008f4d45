"""Every control has a name and a role; the focus is seen wherever it goes."""

from itertools import pairwise
from pathlib import Path

import pytest
from accessible import own_widgets, path_of, silent, untold
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from reviewer.domain.document import Document
from reviewer.ui.dialogs.licences import LicencesDialog
from reviewer.ui.icons import icon
from reviewer.ui.spans import Span
from reviewer.ui.tour import take_tour
from reviewer.ui.tour_hands import Look
from reviewer.ui.views.document_view import DocumentView
from reviewer.ui.views.overlap_menu import OverlapMenu
from reviewer.ui.views.tag_chip import TagChip


@pytest.fixture
def listening(qapp: QApplication):
    """A screen reader is there."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.mark.usefixtures("own_look", "listening")
def test_every_widget_of_every_view_and_dialog_has_a_name_and_every_icon_a_tooltip(
    qtbot, tmp_path: Path
) -> None:
    """Whatever the tour shows; and there is no class of widget that it does not show."""
    nameless: set[str] = set()
    unexplained: set[str] = set()
    met: set[type] = set()

    def listen(widget: QWidget, _picture: Path) -> None:
        nameless.update(silent(widget))
        unexplained.update(untold(widget))
        met.update(map(type, (widget, *widget.findChildren(QWidget))))

    list(take_tour(tmp_path, [Look("light")], listen))
    licences = LicencesDialog("MIT")  # a build's own
    qtbot.addWidget(licences)
    menu = OverlapMenu([Span("a", 0, 1, label="aid")], licences)  # stands at the pointer
    heard = DocumentView()  # its annotations are parts of it while a screen reader listens
    qtbot.addWidget(heard)
    heard.set_document(Document("Aid", ()), "A title", "")
    heard.set_spans([Span("a", 0, 1, label="aid")])
    heard.show()
    heard.aloud.lay()
    for widget in (licences, menu, heard):
        listen(widget, tmp_path)
    assert not nameless, "\n".join(sorted(nameless))
    assert not unexplained, "\n".join(sorted(unexplained))
    assert len(own_widgets()) > 60
    unseen = {one.__name__ for one in own_widgets() - met}
    assert not unseen, "the tour (reviewer/ui/tour.py) shows none of these"


def test_a_control_without_a_name_or_a_role_is_found(qtbot) -> None:
    class Bare(QWidget):
        pass

    bare = Bare()
    qtbot.addWidget(bare)
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    assert silent(bare) == ["Bare: no name"]
    bare.setAccessibleName("Bare")
    assert silent(bare) == ["Bare: no role, but Client"]


def test_a_picture_without_words_and_a_key_that_is_not_told_are_found(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    picture, plain, keyed = QToolButton(window), QPushButton("Go", window), QPushButton(window)
    picture.setIcon(icon("search", picture))
    keyed.setText("Make a claim")
    where = "QToolButton < QWidget", "QPushButton < QWidget"
    assert untold(window) == [
        f"{where[0]}: a picture without a tooltip", f"{where[1]}: does not tell Ctrl+L"
    ]  # fmt: skip
    picture.setToolTip("Search")
    keyed.setToolTip("Gives it a subject (Ctrl+L)")
    assert untold(window) == []
    plain.setShortcut("Ctrl+J")
    assert untold(window) == [f"{where[1]}: does not tell Ctrl+J"]
    action = QAction(icon("search", window), "Find", window)
    action.setShortcut("F3")
    assert untold(window)[1:] == ["the command Find: its tooltip does not tell its key"]


ENOUGH = 16
"""Pixels: what marks the focus is no speck."""
PAGES = ("read", "contradictions", "compare", "overview", "start")


def show(space, page: str, annotation: str) -> None:
    if page == "start":
        space.session.close()
        return
    space.go_to_annotation(annotation)
    if page == "compare":
        space.perform("compare")
    elif page != "read":
        space.perform(f"show_{page}")


def picture(window: QWidget, widget: QWidget) -> QImage:
    QApplication.processEvents()
    corner = widget.mapTo(window, QPoint())
    return window.grab(QRect(corner, widget.size())).toImage()


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio."""

    def luminance(colour: QColor) -> float:
        parts = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in (colour.redF(), colour.greenF(), colour.blueF())
        )
        return sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def marks(one: QImage, other: QImage) -> int:
    """How many pixels have changed to what is 3:1 from what they were (WCAG 2.2, 2.4.13)."""
    found = 0
    width, height = (
        min(pair) for pair in zip(one.size().toTuple(), other.size().toTuple(), strict=True)
    )
    for y in range(height):
        if one.copy(0, y, width, 1) == other.copy(0, y, width, 1):  # most lines, at once
            continue
        pairs = ((one.pixelColor(x, y), other.pixelColor(x, y)) for x in range(width))
        found += sum(a != b and contrast(a, b) >= 3 for a, b in pairs)
        if found >= ENOUGH:
            break
    return found


def walk(window: QWidget) -> tuple[int, list[str]]:
    """With Tab all around: how many stops there are, and which look the same without the focus."""
    been: list[QWidget] = []
    unmarked: list[str] = []
    while (at := window.focusWidget()) is not None and at not in been:
        been.append(at)
        with_focus = picture(window, at)
        at.clearFocus()
        if marks(with_focus, picture(window, at)) < ENOUGH:
            unmarked.append(path_of(at))
        at.setFocus()
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return len(been), unmarked


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_the_focus_is_seen_wherever_tab_goes(
    space, annotation_of, qtbot, page: str, theme: str
) -> None:
    window = space.window_frame
    window.choose_theme(theme)
    show(space, page, annotation_of(space, "79.5 million"))
    if page == "overview":  # it is read in a thread
        qtbot.waitUntil(lambda: space.overview.keeper.is_known)
        space.overview.setFocus()
    QApplication.processEvents()
    stops, unmarked = walk(window)
    assert stops >= 3
    assert unmarked == []


def test_tab_goes_through_an_annotation_from_top_to_bottom(space, annotation_of) -> None:
    """Also through its tags and relations, which are made anew with each annotation."""
    space.go_to_annotation(annotation_of(space, "79.5 million"))
    editor = space.read.panel.editor
    (chip,) = editor.chips.findChildren(TagChip)
    chip.setFocus()
    been = []
    while editor.isAncestorOf(space.window_frame.focusWidget()):
        been.append(space.window_frame.focusWidget())
        QTest.keyClick(been[-1], Qt.Key.Key_Tab)
    assert been[-1] is editor.delete
    kinds = [type(widget).__name__ for widget in been]
    assert kinds.index("NoteEdit") < kinds.index("LinkButton"), "claim and note, then relations"
    tops = [widget.mapTo(editor, QPoint()).y() for widget in been]
    assert all(later >= earlier - 4 for earlier, later in pairwise(tops))
