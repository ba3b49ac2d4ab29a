"""Each part does its work without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.clear_spot import controls, hidden
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.icons import IconLabel
from groupkit.ui.parts.rail import Rail, RailEntry
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.segmented import Segment, Segmented
from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.parts.toast import SHORT, Toasts
from groupkit.ui.qt_words import spoken
from groupkit.ui.theme import appearance


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window with one field, which has the keyboard."""
    appearance.use("light", 1.0)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    QVBoxLayout(window)
    put(window, QLineEdit())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChild(QLineEdit).setFocus()
    return window


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()


def press(window: QWidget, key: Qt.Key) -> None:
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def named(window: QWidget) -> str:
    focus = window.focusWidget()
    return focus.accessibleName() if focus is not None else ""


def rail_of(window: QWidget) -> tuple[Rail, dict[str, QToolButton]]:
    rail = Rail(
        [RailEntry("a", "today", "Today"), RailEntry("b", "groups", "Groups")], "Lock", window
    )
    put(window, rail)
    return rail, {b.text(): b for b in rail.findChildren(QToolButton)}


def test_rail_is_walked_by_arrows_and_chosen_by_enter(window: QWidget) -> None:
    rail, buttons = rail_of(window)
    chosen: list[str] = []
    rail.chosen.connect(chosen.append)
    buttons["Today"].setFocus()
    press(window, Qt.Key.Key_Down)
    assert (named(window), chosen) == ("Groups", [])
    press(window, Qt.Key.Key_Return)
    assert chosen == ["b"]
    assert buttons["Groups"].isChecked()
    assert not buttons["Today"].isChecked()


def test_rail_stops_at_its_ends_and_locks_from_its_foot(window: QWidget, qtbot: QtBot) -> None:
    rail, buttons = rail_of(window)
    buttons["Today"].setFocus()
    press(window, Qt.Key.Key_Up)
    assert named(window) == "Today"
    for _ in range(5):
        press(window, Qt.Key.Key_Down)
    assert named(window) == "Lock"
    with qtbot.waitSignal(rail.lock_wanted):
        press(window, Qt.Key.Key_Return)


def test_choosing_the_place_where_one_is_keeps_it_marked(window: QWidget) -> None:
    rail, buttons = rail_of(window)
    rail.set_current("a")
    buttons["Today"].setFocus()
    press(window, Qt.Key.Key_Space)
    assert buttons["Today"].isChecked()


def test_tabs_are_walked_by_left_and_right(window: QWidget) -> None:
    header = Header()
    header.set_tabs([("plan", "Plan"), ("people", "Participants")])
    header.set_current_tab("plan")
    put(window, header)
    chosen: list[str] = []
    header.tab_chosen.connect(chosen.append)
    header.step(next(t for t in header._tabs.values()), 1)
    assert window.focusWidget() is header._tabs["people"]
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Left)
    assert chosen == ["people", "plan"]


def segmented() -> Segmented:
    return Segmented(
        [
            Segment("present", "check", "Present", "P", "good"),
            Segment("late", "clock", "Late", "L", "notice"),
            Segment("gone", "absent-alert", "Absent without notice", "U", "danger"),
        ]
    )


def test_nothing_is_chosen_until_somebody_chooses(window: QWidget) -> None:
    part = segmented()
    put(window, part)
    part.setFocus()
    assert part.value() is None
    assert not any(b.isChecked() for b in part.findChildren(QToolButton))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Qt.Key.Key_Right], "present"),
        ([Qt.Key.Key_Left], "gone"),
        ([Qt.Key.Key_Right] * 2, "late"),
        ([Qt.Key.Key_Right] * 9, "gone"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Left], "present"),
    ],
)
def test_segmented_is_stepped_by_arrows(window: QWidget, keys: list[Qt.Key], expected: str) -> None:
    part = segmented()
    put(window, part)
    part.setFocus()
    for key in keys:
        press(window, key)
    assert part.value() == expected
    checked = [b.accessibleName() for b in part.findChildren(QToolButton) if b.isChecked()]
    assert len(checked) == 1


def test_setting_a_segment_is_silent_and_can_be_taken_back(window: QWidget) -> None:
    part = segmented()
    put(window, part)
    heard: list[str] = []
    part.changed.connect(heard.append)
    part.set_value("late")
    part.set_value(None)
    assert (part.value(), heard) == (None, [])


def test_six_statuses_leave_room_for_a_name_at_560_pixels(window: QWidget) -> None:
    words = ("Present", "Late", "Left early", "Absent with notice", "Absent without notice")
    part = Segmented([Segment(w, "check", w, w[0], "good") for w in (*words, "Not invited")])
    put(window, part)
    part.set_value("Absent without notice")
    assert part.sizeHint().width() <= 560 - 120


def test_choosing_moves_nothing(window: QWidget) -> None:
    part = segmented()
    put(window, part)
    QApplication.processEvents()
    buttons = part.findChildren(QToolButton)
    before = [button.geometry() for button in buttons]
    words = {"gone": "Absent without notice", None: "", "late": "Late", "present": "Present"}
    for value in words:
        part.set_value(value)
        QApplication.processEvents()
        assert [button.geometry() for button in buttons] == before
        said = [label.text() for label in part.findChildren(QLabel)]
        assert said == [words[value]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_row_opens_by_key(window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    row = Row("13 January", "No topic yet")
    put(window, row)
    row.setFocus()
    with qtbot.waitSignal(row.opened):
        press(window, key)


def test_row_that_leads_nowhere_takes_neither_keyboard_nor_mouse(window: QWidget) -> None:
    row = Row("13 January", clickable=False)
    put(window, row)
    opened: list[None] = []
    row.opened.connect(lambda: opened.append(None))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert opened == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_buttons_are_pressed_by_enter_and_space(window: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    button = primary("Save")
    put(window, button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        press(window, key)


def test_empty_state_offers_its_first_step(window: QWidget, qtbot: QtBot) -> None:
    part = EmptyState("groups", "Your groups will appear here.", "Plan the first group")
    put(window, part)
    part.button.setFocus()
    with qtbot.waitSignal(part.wanted):
        press(window, Qt.Key.Key_Return)


def test_sheet_keeps_the_keyboard_and_gives_it_back(window: QWidget, qtbot: QtBot) -> None:
    before = window.focusWidget()
    sheet = Sheet("Recovery", "Close", window)
    sheet.body.addWidget(QLineEdit())
    sheet.open()
    for key in [Qt.Key.Key_Tab] * 5 + [Qt.Key.Key_Backtab] * 5:
        press(window, key)
        focus = window.focusWidget()
        assert focus is not None
        assert sheet.isAncestorOf(focus)
    with qtbot.waitSignal(sheet.closed):
        press(window, Qt.Key.Key_Escape)
    assert window.focusWidget() is before


def test_sheet_closes_once(window: QWidget) -> None:
    sheet = Sheet("Recovery", "Close", window)
    closed: list[None] = []
    sheet.closed.connect(lambda: closed.append(None))
    sheet.open()
    sheet.close_now()
    sheet.close_now()
    assert closed == [None]


def test_undo_of_a_toast_is_reached_by_tab_and_pressed(window: QWidget) -> None:
    undone: list[None] = []
    toasts = Toasts(window)
    toasts.show_text("Removed", "Undo", lambda: undone.append(None))
    toast = toasts.shown
    assert toast is not None
    press(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is toast.undo
    assert not toast.gone.isActive(), "a toast waits while the keyboard is on it"
    press(window, Qt.Key.Key_Space)
    assert (undone, toasts.shown) == ([None], None)


def test_toast_goes_by_itself_and_only_one_is_shown(window: QWidget) -> None:
    toasts = Toasts(window)
    toasts.show_text("First")
    first = toasts.shown
    toasts.show_text("Second")
    second = toasts.shown
    assert first is not None
    assert second is not None
    assert (second.text(), first.gone.isActive()) == ("Second", False)
    assert (second.gone.isActive(), second.gone.interval()) == (True, SHORT)
    second.gone.timeout.emit()
    assert toasts.shown is None


def test_toast_stays_in_its_corner_when_the_window_grows(window: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(window)
    toasts.show_text("Saved")
    window.resize(1280, 800)
    toast = toasts.shown
    assert toast is not None
    qtbot.waitUntil(lambda: 1200 < toast.geometry().right() < 1280)


def test_toast_gives_way_to_what_a_page_shows_later(window: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(window)
    toasts.show_text("Removed", "Undo", toasts.clear)
    toast = toasts.shown
    assert toast is not None
    late = QPushButton("Late", window)
    late.setGeometry(toast.geometry())
    late.show()
    assert hidden(toast.geometry(), controls(window, toast)) > 0
    qtbot.waitUntil(lambda: hidden(toast.geometry(), controls(window, toast)) == 0)


def test_toast_stays_under_the_hand_that_is_on_it(window: QWidget, qtbot: QtBot) -> None:
    toasts = Toasts(window)
    toasts.show_text("Removed", "Undo", toasts.clear)
    toast = toasts.shown
    assert toast is not None
    toast.undo.setFocus()
    at = toast.geometry()
    late = QPushButton("Late", window)
    late.setGeometry(at)
    late.show()
    toasts._look.timeout.emit()
    assert toast.geometry() == at


def test_a_problem_says_so_by_icon_and_word(window: QWidget) -> None:
    toasts = Toasts(window)
    said, word = [], spoken().say("Not done")
    for is_problem in (False, True):
        toasts.show_text("A name is missing.", is_problem=is_problem)
        toast = toasts.shown
        assert toast is not None
        icons = [label for label in toast.findChildren(IconLabel) if label.isVisible()]
        said.append((toast.accessibleName(), len(icons)))
    assert said == [("A name is missing.", 0), (f"{word}: A name is missing.", 1)]
