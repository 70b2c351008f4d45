"""The type that documents are read in: the reader's own, by keys and settings, and remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from reviewer.ui.dialogs.settings import SettingsDialog
from reviewer.ui.preferences import Preferences
from reviewer.ui.reading_type import SCALES, SPACINGS, ReadingType
from reviewer.ui.views.reading_style import style_of

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def full_lines(view) -> list[int]:
    """How many letters stand in each line that another of its paragraph follows."""
    return [
        block.layout().lineAt(n).textLength()
        for block in (shown.block for shown in view.visible_blocks())
        for n in range(block.layout().lineCount() - 1)
        if style_of(view.reading_layout.block_of(block)) == style_of(None)  # a usual paragraph
    ]


@pytest.mark.parametrize("serif", [True, False])
@pytest.mark.parametrize("scale", [SCALES[0], 100, 170])
def test_a_line_holds_60_to_80_letters(space, open_source, serif: bool, scale: int) -> None:
    space.window_frame.resize(2600, 1400)
    open_source(space, "White House")
    space.read.view.set_reading_type(ReadingType(serif, scale))
    QApplication.processEvents()
    lines = full_lines(space.read.view)
    assert len(lines) > 10
    assert 60 <= sum(lines) / len(lines) <= 80


def test_keys_change_it_and_it_is_remembered(make_space, sample_file: Path, qtbot) -> None:
    space = make_space(sample_file)
    window = space.window_frame
    font, reading = space.read.view.reading_layout.reading.font, window.preferences.reading
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Period, Qt.Key.Key_F):
        qtbot.keyClick(window, key, CONTROL_ALT)
    wanted = ReadingType(not reading.serif, reading.scale + 10, reading.spacing + 10)
    assert window.preferences.reading == wanted
    for view in space.document_views:
        now = view.reading_layout.reading
        assert now.font.pointSizeF() == pytest.approx(font.pointSizeF() * 1.1)
        assert now.font.families() != font.families()
        assert now.line_spacing == pytest.approx(wanted.spacing / 100)
    assert "sans, 110 %" in window.status.said()
    for key in (Qt.Key.Key_Minus, Qt.Key.Key_Comma):
        qtbot.keyClick(window, key, CONTROL_ALT)
    assert window.preferences.reading == ReadingType(serif=not reading.serif)
    window.preferences.reading = wanted
    window.preferences.flush()
    folder = Path(window.preferences._store.fileName()).parent
    assert Preferences(folder).reading == wanted


def test_the_place_stays_when_the_type_changes(space, open_source) -> None:
    open_source(space, "White House")
    view = space.read.view
    where = len(view.canonical()) // 3
    view.set_top_offset(where)
    QApplication.processEvents()
    for change in ("larger_reading", "looser_lines", "other_face"):
        space.window_frame.actions_by_id[change].trigger()
        QApplication.processEvents()
        assert view.top_offset() <= where < view.top_offset() + 120


def test_the_wheel_with_ctrl_makes_documents_larger(space) -> None:
    up = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = space.preferences.reading.scale
    QApplication.sendEvent(space.read.view.viewport(), up)
    assert space.preferences.reading.scale == before + 10


def test_settings_change_it_at_once(space, qtbot) -> None:
    dialog = SettingsDialog(space.preferences, space)
    dialog.changed.connect(space.window_frame.apply_look)
    dialog.reading_size.setValue(130)
    dialog.line_spacing.setValue(180)
    dialog.serif.setChecked(False)
    assert space.preferences.reading == ReadingType(serif=False, scale=130, spacing=180)
    assert space.read.view.reading_layout.reading.line_spacing == pytest.approx(1.8)
    dialog.deleteLater()


def test_it_stays_within_its_ends() -> None:
    assert ReadingType(scale=1, spacing=1) == ReadingType(scale=SCALES[0], spacing=SPACINGS[0])
    assert ReadingType(scale=999, spacing=999) == ReadingType(scale=SCALES[1], spacing=SPACINGS[1])
