"""Ctrl+K: typed, found, opened; and nothing of it is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from screen import Screen

from groupkit.domain.change_log import Deed, Subject
from groupkit.language import Language
from groupkit.ui.places import PageName
from groupkit.ui.search import Finder
from groupkit.ui.search.hit_row import HitRow
from groupkit.usecases.planning import group_cards
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.recording import record, write_own_note

Demo = Callable[[], Screen]
CTRL = Qt.KeyboardModifier.ControlModifier
say = Language("da").say


def finder_of(screen: Screen) -> Finder:
    QTest.keyClick(screen.window, Qt.Key.Key_K, CTRL)
    return the_finder(screen)


def the_finder(screen: Screen) -> Finder:
    (found,) = (f for f in screen.window.findChildren(Finder) if f.isVisible())
    return found


def search(screen: Screen, typed: str) -> list[HitRow]:
    """Type where the keyboard is, and return the rows once the search has been answered."""
    finder = the_finder(screen)
    screen.type(typed)
    screen.qtbot.waitUntil(lambda: not finder._pause.isActive())
    screen.settle()
    return [row for row in finder.findChildren(HitRow) if row.isVisible()]


def keep_a_note(screen: Screen, note: str) -> str:
    """Keep a woman's own note of the first session; return her alias."""
    session = screen.sessions()[0]

    def keep(store: OpenStore) -> str:
        woman = record(store, session.id).roster[0].membership.participant
        write_own_note(store, session.id, woman.id, note)
        return woman.alias

    return screen.in_store(keep)


def newest_read(screen: Screen) -> list[Subject]:
    def read(store: OpenStore) -> list[Subject]:
        with store.work() as work:
            return [e.subject for e in work.log.entries() if e.deed is Deed.READ]

    return screen.in_store(read)


def test_a_group_is_typed_found_and_opened_by_keyboard_alone(demo: Demo) -> None:
    screen = demo()
    group = screen.in_store(lambda store: group_cards(store, screen.day))[0].group
    finder_of(screen)
    assert isinstance(screen.focus(), QLineEdit)
    rows = search(screen, group.name)
    assert rows
    screen.key(Qt.Key.Key_Down)
    assert rows[0].hasFocus()
    screen.key(Qt.Key.Key_Up)
    assert isinstance(screen.focus(), QLineEdit)
    screen.key(Qt.Key.Key_Down)
    screen.key(Qt.Key.Key_Return)
    assert not screen.window.findChildren(Finder)
    assert (screen.workspace.place.page, screen.workspace.place.id) == (PageName.GROUP, group.id)


def test_enter_at_once_opens_the_first_hit(demo: Demo) -> None:
    screen = demo()
    finder_of(screen)
    screen.type("samarbejde")
    screen.key(Qt.Key.Key_Return)
    assert screen.workspace.place.page in {PageName.TOPIC, PageName.SESSION}


def test_a_note_is_found_shown_around_the_words_and_the_look_is_noted(demo: Demo) -> None:
    screen = demo()
    alias = keep_a_note(screen, "Hun fandt en <b>kvæde</b> på loftet.")
    assert newest_read(screen) == []
    finder_of(screen)
    (row,) = search(screen, "KVÆDE loftet")
    said = [label.text() for label in row.findChildren(QLabel)]
    assert "Hun fandt en &lt;b&gt;<b>kvæde</b>&lt;/b&gt; på loftet." in said
    assert any(alias in words for words in said)
    assert newest_read(screen) == [Subject.OWN_NOTE]
    screen.key(Qt.Key.Key_Down)
    screen.key(Qt.Key.Key_Return)
    assert screen.workspace.place.tab == "record"


def test_what_is_not_there_is_said_to_be_not_there(demo: Demo) -> None:
    screen = demo()
    finder_of(screen)
    assert search(screen, "qqqqxyz") == []
    assert screen.sees(say("Nothing was found."))


def test_escape_closes_and_gives_the_keyboard_back(demo: Demo) -> None:
    screen = demo()
    before = screen.focus()
    finder_of(screen)
    search(screen, "uge")
    screen.key(Qt.Key.Key_Escape)
    screen.qtbot.waitUntil(lambda: not screen.window.findChildren(Finder))
    assert screen.focus() is before


def test_searching_again_starts_empty(demo: Demo) -> None:
    screen = demo()
    finder_of(screen)
    search(screen, "uge")
    screen.key(Qt.Key.Key_Escape)
    finder = finder_of(screen)
    assert finder.findChild(QLineEdit).text() == ""
    assert not finder.findChildren(HitRow)
    QTest.keyClick(screen.focus(), Qt.Key.Key_K, CTRL)
    assert the_finder(screen) is finder


def test_a_lock_takes_the_search_away_with_all_that_was_found(demo: Demo) -> None:
    screen = demo()
    keep_a_note(screen, "Hun fandt en kvæde på loftet.")
    finder_of(screen)
    assert search(screen, "kvæde")
    screen.type(" loft")  # a search is on its way when the lock comes
    screen.window.lock()
    screen.settle()
    QApplication.processEvents()
    assert not [f for f in screen.window.findChildren(Finder) if f.isVisible()]
    said = [label.text() for label in screen.window.findChildren(QLabel)]
    said += [field.text() for field in screen.window.findChildren(QLineEdit)]
    assert not any("kvæde" in words for words in said)
    QTest.keyClick(screen.window, Qt.Key.Key_K, CTRL)
    assert not screen.window.findChildren(Finder)


def test_the_rail_offers_the_search_too(demo: Demo) -> None:
    screen = demo()
    screen.find(QAbstractButton, say("Search")).click()
    assert the_finder(screen).isVisible()
