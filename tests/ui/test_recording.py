"""Recording a session: what its keys do, and what stays where it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from screen import Screen

from groupkit.ui.places import PageName, Place
from groupkit.usecases.recording import record, reopen

Demo = Callable[[], Screen]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_keys_that_finish_a_record_never_reopen_it(demo: Demo) -> None:
    screen = demo()
    session = screen.sessions()[0]
    screen.in_store(lambda store: reopen(store, session.id, today=screen.day))
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    for _ in range(3):
        screen.key(Qt.Key.Key_Return, CTRL)
        assert screen.in_store(lambda store: record(store, session.id)).session.recorded
    screen.press("Genåbn registreringen")
    assert not screen.in_store(lambda store: record(store, session.id)).session.recorded
