"""The plan as a calendar: sessions on their days, closed days in between, dragged to move."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupkit.domain.session import Session
from groupkit.ui.desk import Desk
from groupkit.ui.pages.group.replan.sheet import Kind, Task
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.year_calendar import DayMark, YearCalendar
from groupkit.ui.places import PageName, Place
from groupkit.usecases.plan_overview import PlanOverview

_MOST_MONTHS = 14


class PlanCalendar(Card):
    """A session chosen opens its page; one dragged, or a free day chosen, asks for a change."""

    changing = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("The plan in the calendar"))
        self.setParent(parent)
        self._desk = desk
        self._by_day: dict[dt.date, Session] = {}
        self._open: frozenset[UUID] = frozenset()
        self.calendar = YearCalendar(desk.language, self)
        keys = PlainLabel(
            say("Drag a session to another day, or press Enter on a day. Nothing moves unseen."),
            role="hint",
        )
        keys.setWordWrap(True)
        self.body.addWidget(keys)
        self.body.addWidget(self.calendar)
        legend = PlainLabel(
            say("Filled: the house is closed. With a bar: public holiday. "
                "Hatched: school holiday. Dashed: the group doesn't meet."),
            role="hint",
        )  # fmt: skip
        legend.setWordWrap(True)
        self.body.addWidget(legend)
        self.calendar.day_chosen.connect(self._choose)
        self.calendar.mark_dragged.connect(self._drag)

    def show_overview(self, overview: PlanOverview) -> None:
        """Show the plan's sessions and what is closed around them."""
        sessions = overview.view.sessions
        if not sessions:
            return
        self._by_day = {session.day: session for session in sessions if not session.cancelled}
        self._open = overview.open
        first, last = sessions[0].day, sessions[-1].day
        months = (last.year - first.year) * 12 + last.month - first.month + 2
        self.calendar.set_span(first, min(months, _MOST_MONTHS), self._desk.today())
        self.calendar.set_closed(overview.closed)
        marks = {session.day: (self._mark(session),) for session in reversed(sessions)}
        self.calendar.set_marks(marks | {d: (self._mark(s),) for d, s in self._by_day.items()})

    def _mark(self, session: Session) -> DayMark:
        say, language = self._desk.language.say, self._desk.language
        if session.cancelled:
            return DayMark("", "neutral", say("a session was cancelled"))
        name = say(
            "session {number}, {time}",
            number=session.number,
            time=language.span(session.starts, session.ends),
        )
        tone = "good" if session.recorded else "notice"
        return DayMark(str(session.number), tone, name, draggable=session.id in self._open)

    def _choose(self, day: dt.date) -> None:
        session = self._by_day.get(day)
        if session is not None:
            self._desk.go(Place(PageName.SESSION, session.id))
        elif day >= self._desk.today():
            self.changing.emit(Task(Kind.ADD, day=day))

    def _drag(self, start: dt.date, day: dt.date) -> None:
        session = self._by_day.get(start)
        if session is not None and session.id in self._open:
            self.changing.emit(Task(Kind.SESSION, session.id, day))
