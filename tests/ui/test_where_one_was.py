"""Where the keyboard is after unlocking, on a plan, and after another language was chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from screen import Screen

from groupkit.domain.attendance import Status
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.recording import mark, record

Demo = Callable[[], Screen]
CTRL = Qt.KeyboardModifier.ControlModifier


def lock_and_unlock(screen: Screen) -> None:
    screen.window.lock()
    screen.settle()
    screen.unlock()


def test_one_types_on_in_the_groups_note(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.SESSION, screen.sessions()[0].id, tab="record"))
    screen.key(Qt.Key.Key_G, CTRL)
    screen.key(Qt.Key.Key_End, CTRL)
    screen.type(" Og halvve")
    lock_and_unlock(screen)
    screen.type("js.")
    note = screen.find(QPlainTextEdit, "Gruppens note")
    assert screen.focus() is note
    assert note.toPlainText().endswith(" Og halvvejs.")


def test_one_types_on_in_the_same_womans_note(demo: Demo) -> None:
    screen = demo()
    session = screen.sessions()[0]
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    screen.key(Qt.Key.Key_Down)
    screen.key(Qt.Key.Key_Down)
    screen.key(Qt.Key.Key_N)
    screen.key(Qt.Key.Key_End, CTRL)
    screen.type(" Og halvve")
    lock_and_unlock(screen)
    screen.type("js.")
    screen.workspace.flush()
    screen.settle()
    roster = screen.in_store(lambda store: record(store, session.id)).roster
    assert [line.note.endswith("Og halvvejs.") for line in roster[:4]] == [
        False,
        False,
        True,
        False,
    ]


def test_one_types_on_in_the_reason(demo: Demo) -> None:
    screen = demo()
    session = screen.sessions()[0]
    woman = screen.in_store(lambda store: record(store, session.id)).roster[1]
    her, away = woman.membership.participant.id, Status.ABSENT_NOTICE
    screen.in_store(lambda store: mark(store, session.id, her, away, today=screen.day, reason=""))
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    screen.key(Qt.Key.Key_Down)
    screen.find(QLineEdit, "Årsag til afbuddet").setFocus()
    lock_and_unlock(screen)
    assert screen.focus() is screen.find(QLineEdit, "Årsag til afbuddet")


def test_the_woman_in_hand_stays_in_hand(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.SESSION, screen.sessions()[0].id, tab="record"))
    screen.key(Qt.Key.Key_Down)
    before = screen.focus().accessibleName()
    lock_and_unlock(screen)
    assert screen.focus().accessibleName() == before


def test_what_is_typed_is_not_in_the_place_that_outlives_the_lock(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.SESSION, screen.sessions()[0].id, tab="record"))
    name = screen.focus().accessibleName().split(":")[0]
    screen.window.lock()
    assert screen.window._place.spot.startswith("roster/")
    assert name not in repr(screen.window._place)


@pytest.mark.parametrize("day", [0, 3, -1])
def test_the_plan_starts_at_the_next_session_and_shows_it(demo: Demo, day: int) -> None:
    screen = demo()
    session = screen.sessions()[day]
    screen.day = session.day
    screen.window.resize(QSize(1280, 640))
    screen.go(Place(PageName.GROUP, session.group_id))
    row = screen.focus()
    assert isinstance(row, Row)
    assert row._said[0].startswith(screen.window.language.start(_long(screen, session.day)))
    screen.qtbot.waitUntil(lambda: row.visibleRegion().boundingRect() == row.rect())


def test_a_plan_that_is_over_starts_at_its_last_session(demo: Demo) -> None:
    screen = demo()
    last = screen.sessions()[-1]
    screen.day = last.day.replace(year=last.day.year + 1)
    screen.go(Place(PageName.GROUP, last.group_id))
    assert _long(screen, last.day) in screen.focus().accessibleName().lower()


def test_another_language_leaves_the_keyboard_on_the_choice(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.SETTINGS))
    choice = screen.find(QComboBox, "Sprog")
    choice.setFocus()
    screen.key(Qt.Key.Key_Down)
    screen.settle()
    assert screen.focus().accessibleName() == "Language"


def _long(screen: Screen, day: dt.date) -> str:
    return screen.window.language.date_long(day)


def test_typing_until_the_window_closes_ends_quietly(demo: Demo) -> None:
    screen = demo()
    session = screen.sessions()[0]
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    screen.key(Qt.Key.Key_G, CTRL)
    screen.type("Det sidste ord")
    with screen.qtbot.captureExceptions() as raised:
        screen.window.close()
        QApplication.processEvents()
    assert raised == []
