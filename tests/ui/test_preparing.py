"""Preparing a session: what an empty agenda says, and where a paper's keyboard starts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from screen import Screen

from groupkit.domain.agenda import Agenda
from groupkit.ui.places import PageName, Place
from groupkit.ui.preview import Preview
from groupkit.usecases.preparing import put_prepared

Demo = Callable[[], Screen]


def test_an_empty_agenda_names_its_keys(demo: Demo) -> None:
    screen = demo()
    session = screen.sessions()[-1]
    screen.in_store(lambda store: put_prepared(store, session.id, "", Agenda()))
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    for key in ("Enter", "Alt+↑", "Alt+↓", "Delete", "Ctrl+I"):
        assert screen.sees(key)


def test_a_paper_starts_at_print_and_closing_comes_last(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.TOPIC, slug="co-parenting", tab="handout"))
    screen.press("Print uddelingsarket")
    preview = screen.window.findChild(Preview)
    assert preview is not None
    assert button_in_hand(screen) == "Print …"
    screen.key(Qt.Key.Key_Tab)
    assert button_in_hand(screen) == "Luk"
    screen.key(Qt.Key.Key_Escape)
    assert not preview.isVisible()


def button_in_hand(screen: Screen) -> str:
    focus = screen.focus()
    return focus.text() if isinstance(focus, QPushButton) else ""
