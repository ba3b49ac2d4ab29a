"""Opens the wall view and keeps it in step with the store, also through a lock.

Nobody touches the laptop during a session, so the program locks itself as always. The wall holds
titles and times alone and goes on; steps made there meanwhile wait here for the next unlocking,
whoever unlocks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from groupkit.domain.refusal import Refusal
from groupkit.domain.running import SessionClock
from groupkit.ui.desk import Desk
from groupkit.ui.wall.shown import OnTheWall, on_the_wall
from groupkit.ui.wall.window import WallWindow
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.running import Running, put_clock, running


class WallKeeper(QObject):
    """At most one wall at a time."""

    def __init__(self, now: Callable[[], dt.datetime], window: QWidget) -> None:
        super().__init__(window)
        self._window, self._now = window, now
        self._wall: WallWindow | None = None
        self._session: tuple[Path, UUID] | None = None
        self._desk: Desk | None = None
        self._home = Path()
        self._waiting: dict[tuple[Path, UUID], SessionClock] = {}
        self._asked = 0

    @property
    def wall(self) -> WallWindow | None:
        """The wall, None while there is none."""
        return self._wall

    def serve(self, desk: Desk, home: Path) -> None:
        """Work with the open store in folder ``home``: show walls, hand over steps that wait."""
        self._desk, self._home = desk, home
        desk.wall_wanted.connect(self._open)
        desk.changed.connect(self._hear)
        desk.house_changed.connect(self._read)
        for session in [each for each in self._waiting if each[0] == home]:
            self._put(session[1], self._waiting.pop(session))
        if self._wall is not None and self._is_at_home:
            self._wall.be_locked(False)

    def lock(self) -> None:
        """Let go of the store; a wall stays until its session is over."""
        self._desk = None
        if self._wall is not None:
            self._wall.be_locked(True)

    def close(self) -> None:
        """Take the wall away."""
        if self._wall is not None:
            self._wall.close()

    def be_hidden(self, hidden: bool) -> None:
        """Hide the wall, or show it again."""
        if self._wall is not None:
            self._wall.setVisible(not hidden)

    @property
    def _is_at_home(self) -> bool:
        """Whether the open store is that of the session on the wall."""
        return (
            self._desk is not None and self._session is not None and self._session[0] == self._home
        )

    def _open(self, found: Running) -> None:
        self.close()
        if self._desk is None:
            return
        self._session = (self._home, found.session.id)
        self._wall = WallWindow(self._shown_of(found, self._desk), self._desk.language, self._now)
        self._wall.stepped.connect(self._stepped)
        self._wall.left.connect(self._forget)
        self._wall.show_on(self._free_screen())

    @staticmethod
    def _shown_of(found: Running, desk: Desk) -> OnTheWall:
        titles = {topic.slug: topic.title for topic in desk.library.topics(desk.language.code)}
        topic = titles.get(found.session.topic, "")
        return on_the_wall(found, topic, desk.house.name, desk.language)

    def _free_screen(self) -> QScreen:
        """Return a screen beside that of the program, where there is one: the room's."""
        own = self._window.screen()
        return next((each for each in QGuiApplication.screens() if each != own), own)

    def _forget(self) -> None:
        self._wall = self._session = None

    def _stepped(self, clock: SessionClock) -> None:
        if self._session is None:
            return
        if self._is_at_home:
            self._put(self._session[1], clock)
        else:
            self._waiting[self._session] = clock

    def _put(self, session_id: UUID, clock: SessionClock) -> None:
        desk = self._desk
        # What was asked before this step is no answer any more; its change is heard of.
        self._asked += 1
        if desk is not None:
            desk.do(desk, lambda: put_clock(desk.store, session_id, clock))

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.CLOCK, Kind.AGENDA, Kind.SESSION, Kind.GROUP):
            self._read()

    def _read(self) -> None:
        """Read the session on the wall again."""
        desk, session = self._desk, self._session
        if desk is None or session is None or not self._is_at_home:
            return
        self._asked += 1
        asked = self._asked

        def take(found: Running) -> None:
            if asked == self._asked and session == self._session and desk is self._desk:
                self._take(found, desk)

        desk.ask(self, lambda: running(desk.store, session[1]), take, self._lose)

    def _take(self, found: Running, desk: Desk) -> None:
        if found.session.cancelled:
            self.close()
        elif self._wall is not None:
            self._wall.show_anew(self._shown_of(found, desk), desk.language)

    def _lose(self, _: Refusal) -> None:
        """The session on the wall is no longer there."""
        self.close()
