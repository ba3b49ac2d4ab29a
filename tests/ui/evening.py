"""The evening of a session, with a clock whose hand the test moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from screen import Screen

from groupkit.domain.session import Session
from groupkit.ui.pages.session.clock_strip import ClockStrip
from groupkit.ui.places import PageName, Place
from groupkit.ui.wall.window import WallWindow
from groupkit.usecases.running import Running, running

MINUTE = dt.timedelta(minutes=1)


class Evening:
    """The demo house on the day of its next session, at its start, on the session's page."""

    def __init__(self, demo: Callable[[], Screen]) -> None:
        self.screen = demo()
        self.session: Session = next(
            s for s in self.screen.sessions() if s.day > self.screen.day and not s.cancelled
        )
        self.screen.day = self.session.day
        self.now = dt.datetime.combine(self.session.day, self.session.starts).astimezone()
        self.set_clock()
        self.open_page()

    def set_clock(self) -> None:
        """Give the program our clock; an unlocked one takes it from its window."""
        window = self.screen.window
        window._now = window._wall._now = lambda: self.now
        if window._desk is not None:
            window._desk.now = window._now

    def open_page(self, tab: str = "prepare") -> None:
        self.screen.go(Place(PageName.SESSION, self.session.id, tab=tab))

    @property
    def strip(self) -> ClockStrip:
        found = self.screen.window.findChild(ClockStrip)
        assert found is not None
        return found

    @property
    def wall(self) -> WallWindow:
        shown = self.screen.window._wall.wall
        assert shown is not None
        return shown

    @property
    def has_wall(self) -> bool:
        return self.screen.window._wall.wall is not None

    def pass_by(self, minutes: float) -> None:
        """Let minutes pass, and let everything look at the clock."""
        self.now += minutes * MINUTE
        if self.has_wall:
            self.wall.refresh()
        if self.screen.window.workspace is not None:
            self.strip.refresh()
        self.screen.settle()

    def kept(self) -> Running:
        """Return the session with its clock as the store has it."""
        return self.screen.in_store(lambda store: running(store, self.session.id))

    def lock(self) -> None:
        self.screen.window.lock()
        self.screen.settle()
