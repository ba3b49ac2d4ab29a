"""The running clock and the wall view, driven by a clock that the test sets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from screen import Screen

from groupkit.domain.session import Session
from groupkit.ui.pages.session.clock_strip import ClockStrip
from groupkit.ui.places import PageName, Place
from groupkit.ui.wall.window import WallWindow
from groupkit.usecases.running import running

MINUTE = dt.timedelta(minutes=1)


class Hand:
    """A clock whose hand the test moves."""

    def __init__(self, at: dt.datetime) -> None:
        self.at = at

    def __call__(self) -> dt.datetime:
        return self.at


@pytest.fixture
def evening(demo: Callable[[], Screen]) -> Iterator[tuple[Screen, Session, Hand]]:
    """The evening of the next session, on its page."""
    screen = demo()
    session = next(s for s in screen.sessions() if s.day > screen.day)
    screen.day = session.day
    hand = Hand(dt.datetime.combine(session.day, session.starts).astimezone())
    desk = screen.window._desk
    assert desk is not None
    desk.now = screen.window._now = screen.window._wall._now = hand
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    yield screen, session, hand
    screen.window._wall.close()


def strip(screen: Screen) -> ClockStrip:
    found = screen.window.findChild(ClockStrip)
    assert found is not None
    return found


def pass_by(screen: Screen, hand: Hand, minutes: int) -> None:
    hand.at += minutes * MINUTE
    strip(screen).refresh()
    screen.settle()


def test_the_clock_begins_goes_on_and_says_how_late_it_is(
    evening: tuple[Screen, Session, Hand],
) -> None:
    screen, session, hand = evening
    assert screen.sees("Uret er ikke gået i gang")
    screen.press("Begynd")
    view = screen.in_store(lambda store: running(store, session.id))
    first, second = view.agenda.items[:2]
    assert screen.sees("til tiden")
    pass_by(screen, hand, first.minutes - 5)
    assert screen.sees("fem minutter tilbage")
    pass_by(screen, hand, 8)
    assert screen.sees("3 minutter over tiden")
    assert screen.sees("3 minutter bagud")
    screen.press("Næste punkt")
    assert screen.sees(second.title)
    assert len(screen.in_store(lambda store: running(store, session.id)).clock.begun) == 2
    screen.press("Ét skridt tilbage")
    assert len(screen.in_store(lambda store: running(store, session.id)).clock.begun) == 1


def test_another_day_shows_no_clock(demo: Callable[[], Screen]) -> None:
    screen = demo()
    session = next(s for s in screen.sessions() if s.day > screen.day)
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    assert not strip(screen).isVisible()


def wall(screen: Screen) -> WallWindow:
    shown = screen.window._wall.wall
    assert shown is not None
    return shown


def words_on(window: WallWindow) -> str:
    labels = window.findChildren(QLabel)
    return " ".join(label.text() for label in labels if not label.isHidden())


def test_the_wall_names_nobody_and_steps_by_keys(
    evening: tuple[Screen, Session, Hand],
) -> None:
    screen, session, _ = evening
    screen.press("Vis på væggen")
    view = screen.in_store(lambda store: running(store, session.id))
    said = words_on(wall(screen))
    assert wall(screen).windowTitle() == "groupkit"
    assert view.agenda.items[0].title in said
    assert not [name for name in view.group.facilitators if name in said]
    assert view.group.name not in said
    QTest.keyClick(wall(screen), Qt.Key.Key_Space)
    screen.settle()
    assert len(screen.in_store(lambda store: running(store, session.id)).clock.begun) == 1
    assert screen.sees(view.agenda.items[0].title)
    QTest.keyClick(wall(screen), Qt.Key.Key_Left)
    screen.settle()
    assert not screen.in_store(lambda store: running(store, session.id)).clock.begun


def test_the_wall_goes_on_through_a_lock_and_its_steps_are_kept_afterwards(
    evening: tuple[Screen, Session, Hand],
) -> None:
    screen, session, hand = evening
    screen.press("Vis på væggen")
    QTest.keyClick(wall(screen), Qt.Key.Key_Space)
    screen.settle()
    screen.window.lock()
    screen.settle()
    assert wall(screen).isVisible()
    hand.at += 15 * MINUTE
    QTest.keyClick(wall(screen), Qt.Key.Key_Space)
    screen.unlock()
    screen.settle()
    kept = screen.in_store(lambda store: running(store, session.id)).clock
    assert len(kept.begun) == 2
    assert wall(screen).isVisible()


def test_a_locked_wall_goes_a_while_after_the_end(
    evening: tuple[Screen, Session, Hand],
) -> None:
    screen, _, hand = evening
    screen.press("Vis på væggen")
    shown = wall(screen)
    screen.window.lock()
    screen.settle()
    hand.at += 134 * MINUTE
    shown.refresh()
    assert shown.isVisible()
    hand.at += 2 * MINUTE
    shown.refresh()
    assert screen.window._wall.wall is None


def test_escape_takes_the_wall_away(evening: tuple[Screen, Session, Hand]) -> None:
    screen, _, _ = evening
    screen.press("Vis på væggen")
    QTest.keyClick(wall(screen), Qt.Key.Key_Escape)
    assert screen.window._wall.wall is None
