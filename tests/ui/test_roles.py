"""What a role's keys do not open is not on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from screen import PASSPHRASE, TODAY, Screen

from groupkit.domain.attendance import Status
from groupkit.domain.roles import Rights, Role
from groupkit.ui.pages.session.own_note import OwnNoteCard
from groupkit.ui.pages.session.roster import Roster
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.access import NewPassphrase, add_person
from groupkit.usecases.planning import group_cards, view_group
from groupkit.usecases.recording import record

Demo = Callable[[], Screen]
HERS = "kedel månestof ribs trappe"


def become(screen: Screen, role: Role) -> None:
    """Give somebody this role alone, and unlock as her."""
    rights, typed = Rights(frozenset({role})), NewPassphrase(HERS, HERS)
    screen.in_store(lambda store: add_person(store, PASSPHRASE, "Bo Påfund", rights, typed, TODAY))
    screen.window.lock()
    screen.settle()
    screen.unlock(HERS)


def shown(screen: Screen) -> set[str]:
    """Return the words of all buttons and tabs."""
    buttons = screen.window.findChildren(QAbstractButton)
    return {button.text() for button in buttons if button.isVisible()}


def some_group(screen: Screen) -> Place:
    [first, *_] = screen.in_store(lambda store: group_cards(store, TODAY))
    return Place(PageName.GROUP, first.group.id)


def past_session(screen: Screen) -> Place:
    """Return a session that lies behind, with women in its roster when one may see them."""
    group_id = some_group(screen).id
    assert group_id is not None
    sessions = screen.in_store(lambda store: view_group(store, group_id)).sessions
    return Place(PageName.SESSION, [s for s in sessions if s.day <= TODAY][-1].id)


def names(screen: Screen) -> set[str]:
    """Return the aliases of all women; for whose keys open them."""
    found: set[str] = set()
    for card in screen.in_store(lambda store: group_cards(store, TODAY)):
        for session in screen.in_store(
            lambda store, card=card: view_group(store, card.group.id)
        ).sessions:
            lines = screen.in_store(lambda store, session=session: record(store, session.id)).roster
            found |= {line.membership.participant.alias for line in lines}
    return found


def test_a_pedagogue_prepares_and_sees_no_woman(demo: Demo) -> None:
    screen = demo()
    women = names(screen)
    assert women
    become(screen, Role.PEDAGOGUE)
    places = [
        Place(PageName.TODAY),
        Place(PageName.GROUPS),
        some_group(screen),
        Place(PageName.GROUP, some_group(screen).id, tab="participants"),
        past_session(screen),
        Place(PageName.SESSION, past_session(screen).id, tab="record"),
        Place(PageName.LIBRARY),
        Place(PageName.SETTINGS),
    ]
    for place in places:
        screen.go(place)
        assert screen.window._toasts.shown is None
        assert not [name for name in women if screen.sees(name)]
        assert not shown(screen) & {"Deltagere", "Fremmøde", "Registrér", "Ændringslog"}
    screen.go(past_session(screen))
    assert not screen.find(QAbstractButton, "Tilføj punkt").isHidden()
    assert not [r for r in screen.window.findChildren(Roster) if r.isVisible()]
    screen.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.window._toasts.shown is None


def test_a_coordinator_marks_and_sees_no_note(demo: Demo) -> None:
    screen = demo()
    become(screen, Role.COORDINATOR)
    place = past_session(screen)
    screen.go(Place(PageName.SESSION, place.id, tab="record"))
    assert not [n for n in screen.window.findChildren(QPlainTextEdit) if n.isVisible()]
    [roster] = [r for r in screen.window.findChildren(Roster) if r.isVisible()]
    assert roster.focus_target() is screen.focus()
    screen.key(Qt.Key.Key_4)
    screen.key(Qt.Key.Key_Up)
    screen.key(Qt.Key.Key_Return)
    reason = screen.find(QLineEdit, "Årsag til afbuddet")
    assert screen.focus() is reason
    screen.type("tandlæge", reason)
    screen.workspace.flush()
    screen.settle()
    assert screen.window._toasts.shown is None
    assert place.id is not None
    session_id = place.id
    first = screen.in_store(lambda store: record(store, session_id)).roster[0]
    assert (first.status, first.mark and first.mark.reason) == (Status.ABSENT_NOTICE, "tandlæge")
    screen.key(Qt.Key.Key_Escape)
    screen.key(Qt.Key.Key_1)
    assert not [card for card in screen.window.findChildren(OwnNoteCard) if card.isVisible()]
    screen.go(Place(PageName.GROUP, some_group(screen).id, tab="participants"))
    assert [row for row in screen.window.findChildren(Row) if row.isVisible()]


@pytest.mark.parametrize("comes_back", [True, False])
def test_only_who_left_begins_where_she_was(demo: Demo, comes_back: bool) -> None:
    screen = demo()
    rights, typed = Rights(frozenset({Role.FACILITATOR})), NewPassphrase(HERS, HERS)
    screen.in_store(lambda store: add_person(store, PASSPHRASE, "Bo Påfund", rights, typed, TODAY))
    screen.go(Place(PageName.LIBRARY))
    screen.window.lock()
    screen.settle()
    screen.unlock(PASSPHRASE if comes_back else HERS)
    expected = PageName.LIBRARY if comes_back else PageName.TODAY
    assert screen.workspace.place.page is expected
