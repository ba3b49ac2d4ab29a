"""Doing the next thing before the store has answered the last one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from screen import TODAY, Screen

from groupkit.domain.attendance import Status
from groupkit.domain.session import Session
from groupkit.ui.cover import Cover
from groupkit.ui.desk import Desk
from groupkit.ui.places import PageName, Place
from groupkit.ui.preview import Preview
from groupkit.usecases.joining import Person, join, undo_join
from groupkit.usecases.planning import group_cards, view_group
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.preparing import prepared
from groupkit.usecases.printing import Printer
from groupkit.usecases.recording import RosterLine, mark, record

T = TypeVar("T")
Demo = Callable[[], Screen]


def test_an_answer_that_comes_with_the_lock_shows_nothing(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.TOPIC, slug="co-parenting", tab="sheets"))
    page, desk = screen.workspace.page, _desk(screen)
    assert page is not None
    desk.lane.ask(page, lambda: None, lambda _: desk.notice("Anemone er med i gruppen."))
    topic = desk.library.topics("da")[0]
    printer, house = Printer(desk.library, desk.press, desk.language), desk.house
    desk.show_paper(page, lambda: printer.handout(topic, house, discreet=True))
    screen.window.lane._worker.submit(lambda: None).result()
    screen.window.lock()
    screen.settle()
    assert not [p for p in screen.window.findChildren(Preview) if p.isVisible()]
    assert screen.window._toasts.shown is None


def test_a_setting_counts_at_once_also_when_its_page_is_left(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.SETTINGS))
    screen.find(QLineEdit, "Husets navn").setText("Det nye hus")
    _leave(screen)
    assert _desk(screen).house.name == "Det nye hus"


def test_another_language_keeps_what_was_just_typed(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.SETTINGS))
    known = _desk(screen).house
    screen.find(QLineEdit, "Husets navn").setText("Det nye hus")
    screen.window._use_house(replace(known, language="en"))
    screen.settle()
    assert _desk(screen).house.name == "Det nye hus"


def test_a_reason_just_typed_does_not_undo_the_next_mark(demo: Demo) -> None:
    screen = demo()
    session = _with_a_reason_half_typed(screen)
    screen.key(Qt.Key.Key_Escape)
    screen.key(Qt.Key.Key_1)
    assert _first(screen, session).status is Status.PRESENT


def test_the_same_mark_again_keeps_the_reason(demo: Demo) -> None:
    screen = demo()
    session = _with_a_reason_half_typed(screen)
    screen.key(Qt.Key.Key_Escape)
    screen.key(Qt.Key.Key_4)
    found = _first(screen, session).mark
    assert found is not None
    assert found.reason == "syg"


def test_a_note_is_never_kept_as_another_womans(demo: Demo) -> None:
    screen = demo()
    session = _sessions(screen)[0]
    new = Person("Kornblomst", "2027-99", session.day)
    joined = _in_store(screen, lambda store: join(store, session.group_id, new)).value
    before = _in_store(screen, lambda store: record(store, session.id)).roster
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    hers = [line.membership.id for line in before].index(joined.id)
    for _ in range(hers):
        screen.key(Qt.Key.Key_Down)
    screen.key(Qt.Key.Key_N)
    assert screen.sees("Kornblomst · 2027-99")
    screen.type("Kun om hende")
    _desk(screen).do(_desk(screen), lambda: undo_join(_desk(screen).store, joined.id))
    screen.settle()
    page = screen.workspace.page
    assert page is not None
    page.flush()
    after = _in_store(screen, lambda store: record(store, session.id)).roster
    notes = {line.membership.participant.id: line.note for line in before}
    assert {line.membership.participant.id: line.note for line in after}.items() <= notes.items()


def test_a_woman_saved_in_haste_leaves_no_draft(demo: Demo) -> None:
    screen = demo()
    place = _participants(screen)
    screen.press("Tilføj en deltager")
    alias = screen.find(QLineEdit, "Fornavn eller dæknavn")
    alias.setText("Kornblomst")
    alias.returnPressed.emit()
    _leave(screen)
    screen.go(place)
    assert screen.sees("Kornblomst")
    assert not _shown(screen, "Fornavn eller dæknavn")


def test_a_half_typed_woman_outlives_a_look_at_another(demo: Demo) -> None:
    screen = demo()
    place = _participants(screen)
    screen.press("Tilføj en deltager")
    screen.find(QLineEdit, "Fornavn eller dæknavn").setText("Kornblomst")
    page = screen.workspace.page
    assert page is not None
    rows = page._participants._rows  # type: ignore[attr-defined]
    rows[0].findChild(QAbstractButton).click()
    screen.settle()
    screen.press("Luk")
    screen.go(Place(PageName.TODAY))
    screen.go(place)
    assert screen.find(QLineEdit, "Fornavn eller dæknavn").text() == "Kornblomst"


def test_undoing_a_removal_keeps_what_was_added_since(demo: Demo) -> None:
    screen = demo()
    session = _sessions(screen)[0]
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    before = _in_store(screen, lambda store: prepared(store, session.id)).agenda
    screen.press("Fjern")
    toast = screen.window._toasts.shown
    assert toast is not None
    screen.press("Tilføj punkt")
    toast.undo.click()
    screen.settle()
    after = _in_store(screen, lambda store: prepared(store, session.id)).agenda
    assert set(before.items) < set(after.items)
    assert len(after.items) == len(before.items) + 1


def test_nothing_is_done_blindly_under_the_cover(demo: Demo) -> None:
    screen = demo()
    session = _sessions(screen)[0]
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    screen.key(Qt.Key.Key_F9)
    screen.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    after = _in_store(screen, lambda store: record(store, session.id)).session
    assert after.recorded == session.recorded
    screen.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert screen.window.workspace is None


def test_a_word_that_comes_late_stays_under_the_cover(demo: Demo) -> None:
    screen = demo()
    screen.key(Qt.Key.Key_F9)
    _desk(screen).notice("Kornblomst er med i gruppen.")
    screen.settle()
    toast, cover = screen.window._toasts.shown, screen.window.findChild(Cover)
    assert toast is not None
    assert screen.window.childAt(toast.geometry().center()) is cover


def _desk(screen: Screen) -> Desk:
    assert screen.window._desk is not None
    return screen.window._desk


def _leave(screen: Screen) -> None:
    """Go elsewhere; the page left is gone before the store answers."""
    screen.workspace.go(Place(PageName.TODAY))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    screen.settle()


def _in_store(screen: Screen, question: Callable[[OpenStore], T]) -> T:
    store, found = _desk(screen).store, list[T]()
    screen.window.lane.ask(screen.window, lambda: question(store), found.append)
    screen.settle()
    return found[0]


def _sessions(screen: Screen) -> tuple[Session, ...]:
    group = _in_store(screen, lambda store: group_cards(store, TODAY))[0].group
    return _in_store(screen, lambda store: view_group(store, group.id)).sessions


def _participants(screen: Screen) -> Place:
    place = Place(PageName.GROUP, _sessions(screen)[0].group_id, tab="participants")
    screen.go(place)
    return place


def _first(screen: Screen, session: Session) -> RosterLine:
    return _in_store(screen, lambda store: record(store, session.id)).roster[0]


def _with_a_reason_half_typed(screen: Screen) -> Session:
    """The first woman was absent with notice, and the reason is not yet kept."""
    session = _sessions(screen)[0]
    woman = _first(screen, session).membership.participant.id
    away = Status.ABSENT_NOTICE
    _in_store(screen, lambda store: mark(store, session.id, woman, away, today=TODAY))
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    screen.find(QLineEdit, "Årsag til afbuddet").setFocus()
    screen.type("syg")
    return session


def _shown(screen: Screen, name: str) -> bool:
    fields = screen.window.findChildren(QLineEdit)
    return any(field.isVisible() and field.accessibleName() == name for field in fields)
