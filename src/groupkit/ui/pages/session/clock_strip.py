"""The running clock above a session: where it is, ahead or behind, and the next step."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.running import Progress, SessionClock, end_in_sight
from groupkit.domain.session_steps import end, next_item, step_back, step_on
from groupkit.language.clock_words import ends_said, late_said, left_said, next_said
from groupkit.ui.desk import Desk
from groupkit.ui.parts.beside import Beside
from groupkit.ui.parts.buttons import primary, quiet, secondary
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.shortcuts import Shortcut
from groupkit.ui.theme.tokens import CONTENT_WIDTH, GRID
from groupkit.usecases.running import Running, put_clock

_TICK = 1_000
"""Milliseconds between two looks at the clock."""
_STAYS = dt.timedelta(hours=3)
"""How long a clock that nobody stopped is shown after midnight."""


class ClockStrip(QWidget):
    """Shown on the session's day until it is recorded, and while its clock runs."""

    reflowed = Signal(object)
    """The :class:`Progress` of a running session at each change, None when none runs."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._running: Running | None = None
        self._said: tuple[str, str] = ("", "")
        say = desk.language.say
        self._now = PlainLabel(role="title")
        self._now.setWordWrap(True)
        self._how = PlainLabel(role="hint")
        self._how.setWordWrap(True)
        self._mark = QHBoxLayout()
        self._short = QCheckBox(say("Short of time"))
        self._back = quiet(say("One step back"), "arrow-left")
        self._end = quiet(say("End the session"), "check")
        self._wall = secondary(say("Wall view"), "eye")
        self._on = primary(say("Begin"), "arrow-right")
        self._on.setToolTip(Shortcut.NEXT_ITEM.value)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._lay_out()
        self._connect(parent)
        self.hide()

    def _lay_out(self) -> None:
        words, buttons = QWidget(), Wrap()
        said = QHBoxLayout(words)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(GRID)
        said.addLayout(self._mark)
        said.addWidget(self._how, 1)
        for part in (self._back, self._end, self._wall, self._on):
            buttons.add(part)
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(CONTENT_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(Beside(self._now, buttons))
        column.addWidget(Beside(words, self._short))
        # It stands where the header's words and the page's cards do.
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 4, GRID * 2, GRID * 4, 0)
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)

    def _connect(self, page: QWidget) -> None:
        self._timer.timeout.connect(self.refresh)
        self._on.clicked.connect(self._step_on)
        self._back.clicked.connect(self._step_back)
        self._end.clicked.connect(self._end_now)
        self._short.clicked.connect(self._be_short)
        self._wall.clicked.connect(self._show_wall)
        QShortcut(QKeySequence(Shortcut.NEXT_ITEM.value), page, self._step_on)

    def show_running(self, running: Running) -> None:
        """Show the clock of a session."""
        self._running = running
        self._short.setChecked(running.clock.short)
        self.setVisible(_is_wanted(running, self._desk.today(), self._desk.now()))
        self.refresh()

    def refresh(self) -> None:
        """Look at the clock again."""
        running = self._running
        if running is None or self.isHidden():
            self.reflowed.emit(None)
            return
        found, language = running.at(self._desk.now()), self._desk.language
        self._now.setText(self._said_now(found))
        left = left_said(found, language)
        tone = "warn" if found.overruns else "notice" if found.last_minutes else ""
        self._show_mark(left if tone else "", tone)
        said = [
            "" if tone else left,
            late_said(found, language),
            ends_said(found, language),
            next_said(found, language),
        ]
        self._how.setText(" · ".join(filter(None, said)))
        self._show_buttons(running, found)
        self.reflowed.emit(found if running.clock.runs else None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _show_mark(self, text: str, tone: str) -> None:
        if (text, tone) == self._said:
            return
        self._said = (text, tone)
        clear(self._mark)
        if text:
            self._mark.addWidget(StatusMark(text, tone, "clock"))

    def _show_buttons(self, running: Running, found: Progress) -> None:
        say = self._desk.language.say
        begun, is_last = found.at is not None, next_item(running.agenda, running.clock) is None
        self._back.setVisible(begun or found.over)
        self._end.setVisible(begun and not is_last)
        for part in (self._on, self._wall, self._short):
            part.setVisible(not found.over)
        if not begun:
            self._on.setText(say("Begin"))
        else:
            self._on.setText(say("End the session") if is_last else say("Next item"))

    def _said_now(self, found: Progress) -> str:
        say = self._desk.language.say
        if found.over:
            return say("The session is over")
        if found.current is None:
            return say("The clock has not begun")
        return found.current.item.title

    def _step_on(self) -> None:
        running = self._running
        if running is not None and self.isVisible():
            self._step(step_on(running.agenda, running.clock, self._desk.now()))

    def _end_now(self) -> None:
        if self._running is not None:
            self._step(end(self._running.clock, self._desk.now()))

    def _step(self, clock: SessionClock) -> None:
        """Go on to ``clock``, with a way back for whom pressed too early."""
        desk, running = self._desk, self._running
        if running is None or clock == running.clock:
            return
        session_id, before, say = running.session.id, running.clock, desk.language.say
        current = replace(running, clock=clock).at(desk.now()).current
        if current is None:
            said = say("The session has ended.")
        else:
            said = say("'{item}' began.", item=current.item.title)
        self._put(clock)
        desk.notice(
            said, undo=lambda: desk.do(desk, lambda: put_clock(desk.store, session_id, before))
        )

    def _step_back(self) -> None:
        if self._running is not None:
            self._put(step_back(self._running.agenda, self._running.clock))

    def _be_short(self) -> None:
        if self._running is not None:
            self._put(replace(self._running.clock, short=self._short.isChecked()))

    def _put(self, clock: SessionClock) -> None:
        desk, running = self._desk, self._running
        if running is None or clock == running.clock:
            return
        self._running = replace(running, clock=clock)
        self.refresh()
        desk.do(self, lambda: put_clock(desk.store, running.session.id, clock))

    def _show_wall(self) -> None:
        if self._running is not None:
            self._desk.wall_wanted.emit(self._running)


def _is_wanted(running: Running, today: dt.date, now: dt.datetime) -> bool:
    session, clock = running.session, running.clock
    if session.cancelled or not running.agenda.items:
        return False
    if session.day == today:
        return clock.runs or not session.recorded
    stays = end_in_sight(running.agenda, clock, running.planned) + _STAYS
    return clock.runs and running.planned <= now <= stays
