"""No window is left out when other programs may not see the screen, and the switch is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from screen import Screen

from groupkit.machine.preferences import read_preferences
from groupkit.ui.capture import CaptureGuard
from groupkit.ui.places import PageName, Place

SWITCH = "Let other programs see the window"


def test_every_window_is_told_before_it_is_seen(qtbot: QtBot, qapp: QApplication) -> None:
    told: dict[int, bool] = {}
    before = QWidget()
    qtbot.addWidget(before)
    guard = CaptureGuard(qapp, before, told.__setitem__)
    dialog, menu = QDialog(before), QMenu(before)
    menu.addAction("x")
    for window in (before, dialog, menu):
        window.create()
        assert told == {**told, int(window.winId()): False}
    before.show()
    dialog.show()
    guard.allow(True)
    assert told[int(before.winId())]
    assert told[int(dialog.winId())]
    later = QDialog(before)
    later.show()
    assert told[int(later.winId())]
    guard.allow(False)
    shown = (before, dialog, later)
    assert not any(told[int(window.winId())] for window in shown)


def test_a_window_that_goes_is_left_in_peace(qtbot: QtBot, qapp: QApplication) -> None:
    calls: list[int] = []
    parent = QWidget()
    qtbot.addWidget(parent)
    CaptureGuard(qapp, parent, lambda window, _: calls.append(window))
    dialog = QDialog(parent)
    dialog.create()
    told = len(calls)
    dialog.destroy()
    assert len(calls) == told > 0


def test_the_switch_is_kept_on_this_laptop(demo: Callable[[], Screen], tmp_path: Path) -> None:
    screen = demo()
    desk = screen.window._desk
    assert desk is not None
    desk.capture_allowed = False
    screen.go(Place(PageName.SETTINGS))
    switch = next(b for b in screen.window.findChildren(QCheckBox) if said(b) and b.isVisible())
    assert not switch.isChecked()
    switch.setChecked(True)
    screen.settle()
    assert read_preferences(tmp_path / "preferences.json").allow_capture
    assert desk.capture_allowed


def said(button: QCheckBox) -> bool:
    return button.accessibleName() in {SWITCH, "Lad andre programmer se vinduet"}


def test_without_a_say_in_it_the_page_is_honest(demo: Callable[[], Screen]) -> None:
    screen = demo()
    desk = screen.window._desk
    assert desk is not None
    desk.capture_allowed = None
    screen.go(Place(PageName.SETTINGS))
    assert not [b for b in screen.window.findChildren(QCheckBox) if said(b) and b.isVisible()]
