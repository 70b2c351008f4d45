"""Hard texts the whole way: bytes, import, mouse, key, the quote that is stored, what is painted."""

from math import ceil, floor

import pytest
from hard_texts import HARD
from pointing import drag, point_of, press
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication

from reviewer.domain.anchor import stands
from reviewer.services import importing, reading
from reviewer.services.projects import check_project
from reviewer.ui.views.span_places import boxes_of


def shot(view):
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def pixels(box, image):
    """The whole pixels within a rectangle that lie in the image."""
    for y in range(max(0, ceil(box.top())), min(image.height(), floor(box.bottom()))):
        for x in range(max(0, ceil(box.left())), min(image.width(), floor(box.right()))):
            yield x, y


@pytest.mark.parametrize("case", HARD)
def test_quote_and_highlight_are_what_the_mouse_went_over(space, tmp_path, case) -> None:
    given, words = HARD[case]
    file = tmp_path / "hard.txt"
    file.write_bytes(given.encode())
    found = list(importing.read_files([file]))
    changes = space.session.run(lambda p: importing.import_files(p, found).changes)
    space.read.open_source(changes.inserted("source")[0])
    view, project = space.read.view, space.session.project
    view.setCursorWidth(0)
    text = view.canonical()
    start = text.index(words)
    end = start + len(words)
    view.bring(start)
    QApplication.processEvents()
    before = shot(view)

    begin, stop = point_of(view, start), point_of(view, end, end=True)
    drag(view, begin, stop)
    assert space.read.selection == (start, end)
    selected = view.selection_boxes()
    press(view, Qt.Key.Key_1, "1")

    (made,) = reading.annotations(project, [space.read.annotation_id])
    assert made.target.exact == words == text[made.target.start : made.target.end]
    assert stands(reading.document(project, made.edition_id).text, made.target)
    assert not check_project(project)

    span = view._marks.index.get(made.id)
    clip = QRectF(view.viewport().rect())
    boxes = boxes_of(span, view.visible_blocks(), view.shown_text, clip)
    assert boxes == selected, "what is marked is what was selected"
    around = QRectF()
    for box in boxes:
        around = around.united(box)
    near = around.adjusted(-2, -view.line_gap(), 2, view.line_gap())
    assert near.contains(begin)
    assert near.contains(stop)
    painted_where_they_are(view, before, boxes)


def painted_where_they_are(view, before, boxes) -> None:
    """Each box is tinted, and text outside all boxes and their frames is as it was."""
    after = shot(view)
    assert after.size() == before.size()
    for box in boxes:
        inside = list(pixels(box, after))
        changed = sum(before.pixel(*place) != after.pixel(*place) for place in inside)
        assert changed > 0.7 * len(inside), "the rest is the ink of the letters"
    reach = view.ends._radius() + 2
    left = view.reading_layout.column.left
    framed = [box.adjusted(-reach, -reach, reach, view.line_gap() + reach) for box in boxes]
    for x, y in pixels(QRectF(left, 0, after.width() - left, after.height()), after):
        if before.pixel(x, y) != after.pixel(x, y):
            assert any(box.contains(x, y) for box in framed), f"{x}, {y} is beside the words"
