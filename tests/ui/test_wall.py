"""The view for the wall: what it says, its keys, and how it lives through a lock."""

from __future__ import annotations

import datetime as dt
import gc
import shutil
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from evening import MINUTE, Evening
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from screen import PASSPHRASE, TODAY, Screen
from shiboken6 import isValid

from groupkit.domain.roles import Rights, Role
from groupkit.domain.running import SessionClock
from groupkit.domain.session_steps import step_on
from groupkit.language import Language
from groupkit.machine.preferences import Preferences
from groupkit.ui.cover import Cover
from groupkit.ui.theme import appearance
from groupkit.ui.wall.shown import OnTheWall, on_the_wall, seen
from groupkit.ui.wall.window import WallWindow
from groupkit.usecases.access import NewPassphrase, add_person
from groupkit.usecases.planning import view_group
from groupkit.usecases.preparing import put_agenda
from groupkit.usecases.replanning import Cancel, Change, replan

HERS = "vindue sukkertang elv kniv"


@pytest.fixture
def evening(demo: Callable[[], Screen]) -> Iterator[Evening]:
    """The evening of a session, with the wall open."""
    found = Evening(demo)
    found.screen.press("Vis på væggen")
    yield found
    found.screen.window._wall.close()


def press(evening: Evening, key: Qt.Key) -> None:
    QTest.keyClick(evening.wall, key)
    evening.screen.settle()


def words_on(window: WallWindow) -> str:
    labels = window.findChildren(QLabel)
    return " ".join(label.text() for label in labels if not label.isHidden())


def test_it_says_clock_topic_and_what_comes(evening: Evening) -> None:
    items = evening.kept().agenda.items
    said = words_on(evening.wall)
    assert evening.wall.windowTitle() == "groupkit"
    assert evening.wall.isFullScreen()
    assert "Vi begynder kl. 17.00" in said
    assert all(item.title in said for item in items[:4])
    press(evening, Qt.Key.Key_Space)
    evening.pass_by(items[0].minutes - 5)
    said = words_on(evening.wall)
    assert items[0].title in said
    assert "fem minutter tilbage" in said
    assert f"17.{items[0].minutes - 5:02d}" in said
    evening.pass_by(8)
    said = words_on(evening.wall)
    assert "3 minutter over tiden" in said
    assert "3 minutter bagud · slutter kl. 19.03" in said
    assert f"17.{items[0].minutes + 3:02d} {items[1].title}" in said


def test_keys_go_on_and_back_and_close(evening: Evening) -> None:
    for key, begun in (
        (Qt.Key.Key_Space, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Space, 1),
    ):
        evening.now += 2 * MINUTE
        press(evening, key)
        assert len(evening.kept().clock.begun) == begun
    assert evening.screen.sees(evening.kept().agenda.items[0].title)
    press(evening, Qt.Key.Key_Escape)
    assert not evening.has_wall


def test_a_key_held_down_goes_on_once(evening: Evening) -> None:
    press(evening, Qt.Key.Key_Space)
    for _ in range(20):
        held = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True
        )
        QApplication.sendEvent(evening.wall, held)
    evening.screen.settle()
    assert len(evening.kept().clock.begun) == 1


def test_keys_pressed_quickly_are_all_kept(evening: Evening) -> None:
    for _ in range(4):
        evening.now += MINUTE
        QTest.keyClick(evening.wall, Qt.Key.Key_Space)
    evening.screen.settle()
    assert len(evening.kept().clock.begun) == 4
    assert evening.wall.shown.clock.begun == evening.kept().clock.begun


def test_wall_and_page_go_on_together(evening: Evening) -> None:
    screen = evening.screen
    screen.press("Begynd")
    assert len(evening.wall.shown.clock.begun) == 1
    agenda = evening.kept().agenda
    press(evening, Qt.Key.Key_Space)
    assert screen.sees(agenda.items[1].title)
    renamed = agenda.with_changed(replace(agenda.items[2], title="Te på terrassen"))
    desk = screen.window._desk
    assert desk is not None
    desk.do(desk, lambda: put_agenda(desk.store, evening.session.id, renamed))
    screen.settle()
    assert "Te på terrassen" in words_on(evening.wall)


def test_it_knows_nobody(evening: Evening) -> None:
    view = evening.kept()
    leader = view.group.facilitators[0]
    first, second, third, *_ = view.agenda.items
    named = replace(first, leader="Gæst Hansen", note=f"{leader} begynder", materials="Papir")
    agenda = view.agenda.with_changed(named)
    agenda = agenda.with_changed(replace(second, title=f"{leader}s øvelse"))
    agenda = agenda.with_changed(replace(third, title="Velkommen i DEMOHUSET"))
    shown = on_the_wall(replace(view, agenda=agenda), "Emne", "Demohuset", Language("da"))
    held = repr(shown)
    for name in (*view.group.facilitators, "Hansen", "Papir", view.group.name):
        assert name not in held
    assert "DEMOHUSET" not in held
    assert [item.title for item in shown.agenda.items][:3] == [first.title, "Emne", "Øvelse"]
    assert [item.id for item in shown.agenda.items] == [item.id for item in agenda.items]


def test_a_name_that_is_part_of_a_word_leaves_a_title_as_it_is(evening: Evening) -> None:
    view = evening.kept()
    group = replace(view.group, facilitators=("Bo", "Eva"))
    agenda = view.agenda.with_changed(replace(view.agenda.items[0], title="Ro om bordet"))
    shown = on_the_wall(
        replace(view, group=group, agenda=agenda), "Emne", "Demohuset", Language("da")
    )
    assert shown.agenda.items[0].title == "Ro om bordet"


def test_it_goes_on_through_a_lock_and_its_steps_are_kept_afterwards(evening: Evening) -> None:
    press(evening, Qt.Key.Key_Space)
    evening.lock()
    assert evening.wall.isVisible()
    evening.pass_by(15)
    press(evening, Qt.Key.Key_Space)
    evening.pass_by(12)
    press(evening, Qt.Key.Key_Space)
    press(evening, Qt.Key.Key_Left)
    evening.screen.unlock()
    items = evening.kept().agenda.items
    begins = evening.kept().planned
    assert evening.kept().clock.begun == {items[0].id: begins, items[1].id: begins + 15 * MINUTE}
    assert evening.wall.isVisible()
    evening.set_clock()
    press(evening, Qt.Key.Key_Space)
    assert len(evening.kept().clock.begun) == 3


def test_steps_made_while_locked_are_kept_when_another_person_unlocks(evening: Evening) -> None:
    screen = evening.screen
    rights, typed = Rights(frozenset({Role.COORDINATOR})), NewPassphrase(HERS, HERS)
    screen.in_store(lambda store: add_person(store, PASSPHRASE, "Bo Påfund", rights, typed, TODAY))
    evening.lock()
    press(evening, Qt.Key.Key_Space)
    screen.unlock(HERS)
    assert len(evening.kept().clock.begun) == 1


def test_steps_wait_for_their_own_store(evening: Evening, tmp_path: Path) -> None:
    screen = evening.screen
    home = Preferences(tmp_path / "arkiv", language="da", has_store=True)
    other = replace(home, store=tmp_path / "andet")
    evening.lock()
    shutil.copytree(home.store, other.store)
    press(evening, Qt.Key.Key_Space)
    screen.window._use_store(other)
    screen.unlock()
    press(evening, Qt.Key.Key_Space)
    assert not evening.kept().clock.begun
    evening.lock()
    screen.window._use_store(home)
    screen.unlock()
    assert len(evening.kept().clock.begun) == 2


def test_a_locked_wall_goes_a_quarter_of_an_hour_after_the_end(evening: Evening) -> None:
    evening.lock()
    evening.pass_by(134)
    assert evening.wall.isVisible()
    evening.pass_by(2)
    assert not evening.has_wall


def test_a_locked_wall_goes_also_when_nobody_says_that_the_session_ended(
    evening: Evening,
) -> None:
    evening.pass_by(10)
    press(evening, Qt.Key.Key_Space)
    evening.lock()
    evening.pass_by(134)
    assert evening.wall.isVisible()
    evening.pass_by(2)
    assert not evening.has_wall


def test_an_unlocked_wall_stays(evening: Evening) -> None:
    evening.pass_by(300)
    assert evening.wall.isVisible()


def test_a_lock_leaves_nothing_of_the_store_with_the_wall(evening: Evening) -> None:
    window = evening.screen.window
    press(evening, Qt.Key.Key_Space)
    held = [weakref.ref(each) for each in (window._desk, evening.strip, window.store)]
    evening.lock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [each() for each in held] == [None, None, None]
    assert evening.wall.isVisible()


def test_hiding_hides_the_wall_and_uncovering_shows_it_again(evening: Evening) -> None:
    cover = evening.screen.window.findChild(Cover)
    assert cover is not None
    for uncover in (
        lambda: QTest.keyClick(cover, Qt.Key.Key_F9),
        lambda: QTest.mouseClick(cover, Qt.MouseButton.LeftButton),
    ):
        QTest.keyClick(evening.wall, Qt.Key.Key_F9)
        assert cover.isVisible()
        assert not evening.wall.isVisible()
        uncover()
        assert not cover.isVisible()
        assert evening.wall.isVisible()


def test_it_closes_with_the_program(evening: Evening) -> None:
    wall = evening.wall
    evening.screen.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(wall)


def test_it_goes_when_its_session_is_cancelled(evening: Evening) -> None:
    desk, session = evening.screen.window._desk, evening.session
    assert desk is not None
    before, change = session.day - dt.timedelta(days=1), Change(Cancel(session.id), "Syg")
    desk.do(desk, lambda: replan(desk.store, session.group_id, change, before))
    evening.screen.settle()
    assert not evening.has_wall


def test_opened_again_it_shows_another_session(evening: Evening) -> None:
    screen, first = evening.screen, evening.wall
    group = screen.in_store(lambda store: view_group(store, evening.session.group_id))
    agenda = evening.kept().agenda.copied(uuid4)
    evening.session = next(s for s in group.sessions if s.day > evening.session.day)
    screen.in_store(lambda store: put_agenda(store, evening.session.id, agenda))
    screen.day = evening.session.day
    evening.open_page()
    screen.press("Vis på væggen")
    assert evening.wall is not first
    press(evening, Qt.Key.Key_Space)
    assert len(evening.kept().clock.begun) == 1


def test_the_keys_are_told_for_a_while_and_again_when_the_mouse_moves(evening: Evening) -> None:
    hint = "Mellemrum: næste"
    assert hint in words_on(evening.wall)
    evening.wall._be_quiet()
    assert hint not in words_on(evening.wall)
    assert evening.wall.cursor().shape() == Qt.CursorShape.BlankCursor
    label = next(each for each in evening.wall.findChildren(QLabel) if each.isVisible())
    at = QPointF(label.rect().center())
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        label.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(label, moved)
    assert hint in words_on(evening.wall)
    assert evening.wall.cursor().shape() != Qt.CursorShape.BlankCursor


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1920, 1080), (1024, 768)])
def test_every_line_has_its_room(evening: Evening, width: int, height: int) -> None:
    view = evening.kept()
    long = "En meget lang overskrift om hverdagen, børnene og alt det, der skal læres forfra"
    items = tuple(replace(item, title=long) for item in view.agenda.items)
    agenda = replace(view.agenda, items=items)
    shown = OnTheWall(
        long, agenda, step_on(agenda, SessionClock(), view.planned), view.planned, view.planned
    )
    try:
        appearance.use("dark", 2.0)
        evening.wall.showNormal()
        evening.wall.resize(width, height)
        evening.wall.show_anew(shown, Language("da"))
        evening.screen.settle()
        assert (evening.wall.width(), evening.wall.height()) == (width, height)
        for label in evening.wall.findChildren(QLabel):
            if label.isVisible() and label.text():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
                assert label.sizeHint().width() <= label.width() or label.wordWrap(), label.text()
    finally:
        appearance.use("light", 1.0)


def test_after_the_end_it_thanks(evening: Evening) -> None:
    view = evening.kept()
    clock = replace(step_on(view.agenda, view.clock, view.planned), ended=view.planned + MINUTE)
    shown = on_the_wall(replace(view, clock=clock), "Emne", "Demohuset", Language("en"))
    found = seen(shown, view.planned + 9 * MINUTE, Language("en"))
    assert (found.item, found.coming, found.share) == ("Thank you for today", (), None)
    assert found.clock == "17:09"
