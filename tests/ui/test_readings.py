"""Opening a woman's page or note is noted once, typing in it and passing by are not."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from screen import Screen

from groupkit.domain.change_log import Deed, Entry, Subject
from groupkit.domain.session import Session
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.recording import record, write_own_note

Demo = Callable[[], Screen]


def readings(screen: Screen) -> list[Entry]:
    """Return what was read, the newest last."""

    def read(store: OpenStore) -> list[Entry]:
        with store.work() as work:
            return [entry for entry in work.log.entries() if entry.deed is Deed.READ][::-1]

    return screen.in_store(read)


def women_of(screen: Screen, session: Session) -> list[UUID]:
    lines = screen.in_store(lambda store: record(store, session.id)).roster
    return [line.membership.participant.id for line in lines]


def with_notes(screen: Screen, notes: dict[int, str]) -> tuple[Session, list[UUID]]:
    """Give women notes by their place in the roster of the first session, nobody else any."""
    session = screen.sessions()[0]
    women = women_of(screen, session)

    def keep(store: OpenStore) -> None:
        for at, woman in enumerate(women):
            write_own_note(store, session.id, woman, notes.get(at, ""))

    screen.in_store(keep)
    return session, women


def test_a_note_that_is_shown_is_read_once(demo: Demo) -> None:
    screen = demo()
    session, women = with_notes(screen, {0: "Sover godt.", 2: "Sover dårligt."})
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    assert [(e.subject, e.record, e.also) for e in readings(screen)] == [
        (Subject.OWN_NOTE, session.id, women[0])
    ]
    screen.key(Qt.Key.Key_Down)  # she has none
    screen.key(Qt.Key.Key_Down)
    assert [entry.also for entry in readings(screen)] == [women[0], women[2]]


def test_a_note_on_a_tab_that_nobody_sees_is_not_read(demo: Demo) -> None:
    screen = demo()
    session, women = with_notes(screen, {0: "Sover godt."})
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    assert readings(screen) == []
    screen.workspace.page._show_tab("record")
    screen.settle()
    assert [entry.also for entry in readings(screen)] == [women[0]]


def test_what_is_typed_into_a_note_is_not_read(demo: Demo) -> None:
    screen = demo()
    session, _ = with_notes(screen, {})
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    screen.key(Qt.Key.Key_N)
    screen.type("Hun kom glad. ")
    screen.workspace.flush()
    screen.settle()
    screen.type("Og gik glad.")
    screen.workspace.flush()
    screen.settle()
    notes = screen.in_store(lambda store: record(store, session.id)).roster
    assert any("gik glad" in line.note for line in notes)
    assert readings(screen) == []


def test_typing_into_a_note_that_was_read_adds_no_reading(demo: Demo) -> None:
    screen = demo()
    session, _ = with_notes(screen, {0: "Sover godt."})
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    screen.key(Qt.Key.Key_N)
    for words in (" Igen.", " Og igen."):
        screen.type(words)
        screen.workspace.flush()
        screen.settle()
    assert len(readings(screen)) == 1


def test_opening_a_womans_form_is_noted_and_a_new_one_is_not(demo: Demo) -> None:
    screen = demo()
    session = screen.sessions()[0]
    screen.go(Place(PageName.GROUP, session.group_id, tab="participants"))
    assert readings(screen) == []
    rows = [row for row in screen.workspace.page.findChildren(Row) if row.isVisible()]
    rows[0].opened.emit()
    screen.settle()
    (entry,) = readings(screen)
    assert (entry.subject, entry.record) == (Subject.PARTICIPANT, women_of(screen, session)[0])
