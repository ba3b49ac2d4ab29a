"""Opens the wall view and keeps it in step with the store, also through a lock.

Nobody touches the laptop during a session, so the program locks itself as always. The wall holds
titles and times alone and goes on; steps made there meanwhile wait here for the next unlocking.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from shiboken6 import isValid

from groupkit.domain.running import SessionClock
from groupkit.ui.desk import Desk
from groupkit.ui.wall.window import OnTheWall, WallWindow
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.running import Running, put_clock, running


class WallKeeper(QObject):
    """At most one wall at a time."""

    def __init__(self, now: Callable[[], dt.datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._wall: WallWindow | None = None
        self._session_id: UUID | None = None
        self._desk: Desk | None = None
        self._waiting: dict[UUID, SessionClock] = {}

    @property
    def wall(self) -> WallWindow | None:
        """The wall, None while there is none."""
        return self._wall

    def serve(self, desk: Desk) -> None:
        """Work with an open store: show walls that are wanted, hand over the steps that wait."""
        self._desk = desk
        desk.wall_wanted.connect(self._open)
        desk.changed.connect(self._hear)
        waiting, self._waiting = self._waiting, {}
        for session_id, clock in waiting.items():
            self._put(desk, session_id, clock)
        if self._wall is not None:
            self._wall.be_locked(False)

    def lock(self) -> None:
        """Let go of the store; a wall stays until its session is over."""
        self._desk = None
        if self._wall is not None:
            self._wall.be_locked(True)

    def close(self) -> None:
        """Take the wall away."""
        if self._wall is not None and isValid(self._wall):
            self._wall.close()

    def toggle(self) -> None:
        """Hide the wall, or show it again."""
        if self._wall is not None:
            self._wall.setVisible(not self._wall.isVisible())

    def _open(self, found: Running) -> None:
        self.close()
        if self._desk is None:
            return
        language = self._desk.language
        titles = {topic.slug: topic.title for topic in self._desk.library.topics(language.code)}
        session = found.session
        planned = dt.datetime.combine(session.day, session.starts).astimezone()
        shown = OnTheWall(titles.get(session.topic, ""), found.agenda, found.clock, planned)
        wall = WallWindow(shown, language, self._now)
        wall.stepped.connect(self._stepped)
        wall.left.connect(self._forget)
        self._wall, self._session_id = wall, session.id
        wall.showFullScreen()

    def _forget(self) -> None:
        self._wall = None

    def _stepped(self, clock: SessionClock) -> None:
        if self._session_id is None:
            return
        if self._desk is None:
            self._waiting[self._session_id] = clock
        else:
            self._put(self._desk, self._session_id, clock)

    @staticmethod
    def _put(desk: Desk, session_id: UUID, clock: SessionClock) -> None:
        desk.do(desk, lambda: put_clock(desk.store, session_id, clock))

    def _hear(self, changes: Changes) -> None:
        desk, session_id = self._desk, self._session_id
        if self._wall is None or desk is None or session_id is None:
            return
        if changes.touches(Kind.CLOCK, Kind.AGENDA):
            desk.ask(self, lambda: running(desk.store, session_id), self._take)

    def _take(self, found: Running) -> None:
        if self._wall is not None:
            self._wall.show_clock(found.agenda, found.clock)
