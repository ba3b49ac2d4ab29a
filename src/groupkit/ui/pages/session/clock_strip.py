"""The running clock above a session: where it is, ahead or behind, and the next step."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.running import Progress, SessionClock, progress
from groupkit.domain.session_steps import step_back, step_on
from groupkit.language.clock_words import ends_said, late_said, left_said
from groupkit.ui.desk import Desk
from groupkit.ui.parts.beside import Beside
from groupkit.ui.parts.buttons import primary, quiet, secondary
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.running import Running, put_clock

_TICK = 1_000
"""Milliseconds between two looks at the clock."""


class ClockStrip(QFrame):
    """Shown on the session's day, and while its clock runs; hidden otherwise."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._running: Running | None = None
        say = desk.language.say
        self._now = PlainLabel(role="title")
        self._now.setWordWrap(True)
        self._how = PlainLabel(role="hint")
        self._how.setWordWrap(True)
        self._short = SwitchField(say("Short of time"))
        self._on = primary(say("Begin"), "arrow-right")
        self._back = quiet(say("One step back"), "arrow-left")
        self._wall = secondary(say("Wall view"), "eye")
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self.refresh)
        self._lay_out()
        self._on.clicked.connect(self._step_on)
        self._back.clicked.connect(self._step_back)
        self._short.changed.connect(self._be_short)
        self._wall.clicked.connect(self._show_wall)
        QShortcut(QKeySequence(Shortcut.NEXT_ITEM.value), parent, self._step_on)
        self.hide()

    def _lay_out(self) -> None:
        words, buttons = QWidget(), QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(2)
        texts.addWidget(self._now)
        texts.addWidget(self._how)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._short, self._back, self._wall, self._on):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.addWidget(Beside(words, buttons))

    def show_running(self, running: Running) -> None:
        """Show the clock of a session."""
        self._running = running
        is_today = running.session.day == self._desk.today()
        runs = bool(running.clock.begun) and running.clock.ended is None
        wanted = bool(running.agenda.items) and not running.session.cancelled
        self.setVisible(wanted and (is_today or runs))
        self._short.set_value(running.clock.short)
        self._timer.start() if self.isVisible() else self._timer.stop()
        self.refresh()

    def refresh(self) -> None:
        """Look at the clock again."""
        running = self._running
        if running is None or self.isHidden():
            return
        found = progress_of(running, self._desk.now())
        language = self._desk.language
        self._now.setText(self._said_now(found))
        self._how.setText(
            " · ".join(
                filter(
                    None,
                    (
                        left_said(found, language),
                        late_said(found, language),
                        "" if found.over else ends_said(found, language),
                        self._next(found),
                    ),
                )
            )
        )
        self._on.setText(self._said_on(found))
        self._on.setEnabled(not found.over)
        self._back.setEnabled(found.at is not None or found.over)

    def _said_now(self, found: Progress) -> str:
        say = self._desk.language.say
        if found.over:
            return say("The session is over")
        if found.at is None:
            return say("The clock has not begun")
        return found.items[found.at].item.title

    def _next(self, found: Progress) -> str:
        if found.at is None or found.at + 1 >= len(found.items):
            return ""
        after = found.items[found.at + 1]
        clock = self._desk.language.time(after.starts.astimezone().time())
        return self._desk.language.say("then {title}, {time}", title=after.item.title, time=clock)

    def _said_on(self, found: Progress) -> str:
        say = self._desk.language.say
        if found.at is None and not found.over:
            return say("Begin")
        is_last = found.at is not None and found.at + 1 >= len(found.items)
        return say("End the session") if is_last or found.over else say("Next item")

    def _step_on(self) -> None:
        running = self._running
        if running is not None and self.isVisible() and self._on.isEnabled():
            self._put(step_on(running.agenda, running.clock, self._desk.now()))

    def _step_back(self) -> None:
        if self._running is not None:
            self._put(step_back(self._running.agenda, self._running.clock))

    def _be_short(self) -> None:
        if self._running is not None:
            self._put(replace(self._running.clock, short=self._short.value()))

    def _put(self, clock: SessionClock) -> None:
        desk, running = self._desk, self._running
        if running is None:
            return
        self._running = replace(running, clock=clock)
        self.refresh()
        desk.do(self, lambda: put_clock(desk.store, running.session.id, clock))

    def _show_wall(self) -> None:
        if self._running is not None:
            self._desk.wall_wanted.emit(self._running)


def progress_of(running: Running, now: dt.datetime) -> Progress:
    """Return where a session is at ``now``; it was to begin in the laptop's own time."""
    planned = dt.datetime.combine(running.session.day, running.session.starts).astimezone()
    return progress(running.agenda, running.clock, planned, now)
