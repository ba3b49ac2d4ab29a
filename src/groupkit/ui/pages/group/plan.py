"""The group's sessions in order, each leading to its own page; and what was changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.booking import leaders_of, place_of, substitutes
from groupkit.domain.plan_history import PlanDeed
from groupkit.domain.schedule import weeks_between
from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.language.plan_words import breaches_said, clash_said
from groupkit.language.replan_words import change_said
from groupkit.language.words import session_moved
from groupkit.ui.desk import Desk
from groupkit.ui.pages.group.plan_calendar import PlanCalendar
from groupkit.ui.pages.group.replan import Task
from groupkit.ui.pages.group.replan.sheet import Kind
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import Button, quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.plan_overview import PlanOverview, Told

_MOST_TOLD = 12


class PlanView(QWidget):
    """Week, date, topic and how far each session is; ``changing`` asks for a change of the plan."""

    changing = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[PlanOverview, tuple[Topic, ...]] | None = None
        self._next: Row | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_view(self, overview: PlanOverview, topics: tuple[Topic, ...]) -> None:
        """Show the sessions; nothing is rebuilt when nothing changed."""
        if self._shown == (overview, topics):
            return
        self._shown = (overview, topics)
        clear(self._column)
        titles = {topic.slug: topic.title for topic in topics}
        self._column.addWidget(self._sessions(overview, titles))
        calendar = PlanCalendar(self._desk, self)
        calendar.show_overview(overview)
        calendar.changing.connect(self.changing)
        self._column.addWidget(calendar)
        if overview.history:
            self._column.addWidget(self._history(overview))
        self._column.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """Return the row of the next session, or of the last when all are over."""
        return self._next

    def _sessions(self, overview: PlanOverview, titles: Mapping[str, str]) -> Card:
        view, language = overview.view, self._desk.language
        going = [session for session in view.sessions if not session.cancelled]
        card = Card(
            language.count("{n} session", "{n} sessions", len(going)),
            language.say(
                "{weeks} weeks from {start}",
                weeks=view.group.course.weeks,
                start=language.date_short(view.group.course.start),
            ),
        )
        for button in self._tools(overview):
            card.tools.addWidget(button)
        for said in self._warnings(overview, going):
            card.body.addWidget(Banner(said, tone="warn"))
        self._next = None
        has_come = False
        for session, minutes in zip(view.sessions, view.agenda_minutes, strict=True):
            row = self._row(overview, session, minutes, titles)
            if not has_come and not session.cancelled:
                self._next, has_come = row, session.day >= self._desk.today()
            card.body.addWidget(row)
        return card

    def _tools(self, overview: PlanOverview) -> list[Button]:
        say = self._desk.language.say
        kinds = [(say("Add a session"), "plus", Kind.ADD), (say("Extend"), "calendar", Kind.EXTEND)]
        if overview.open:
            kinds.append((say("End early"), "close", Kind.END))
        buttons = []
        for text, icon, kind in kinds:
            button = quiet(text, icon)
            task = Task(kind)
            button.clicked.connect(lambda _=False, task=task: self.changing.emit(task))
            buttons.append(button)
        return buttons

    def _warnings(self, overview: PlanOverview, going: list[Session]) -> list[str]:
        language = self._desk.language
        said = []
        if overview.breaches and going:
            weeks = weeks_between(going[0].day, going[-1].day)
            asked = overview.view.group.course.most_sessions
            said.append(breaches_said(overview.breaches, len(going), asked, weeks, language))
        if overview.clashes:
            what = "; ".join(clash_said(clash, language) for clash in overview.clashes[:3])
            said.append(language.say("Booked twice: {what}.", what=what))
        return said

    def _history(self, overview: PlanOverview) -> Card:
        language = self._desk.language
        card = Card(language.say("Changes to the plan"))
        for place, told in enumerate(overview.history[:_MOST_TOLD]):
            day = language.date_short(told.change.at.astimezone().date())
            who = language.say("{day}, {name}", day=day, name=told.name) if told.name else day
            row = Row(change_said(told.change, language), who, icon="clock", clickable=False)
            undo = self._desk.plan_undo
            is_mine = undo is not None and undo[0] == overview.view.group.id
            if place == 0 and undo is not None and is_mine and not _is_undo(told):
                button = secondary(language.say("Undo"))
                button.clicked.connect(undo[1])
                row.add_trailing(button)
            card.body.addWidget(row)
        return card

    def _row(
        self, overview: PlanOverview, session: Session, minutes: int, titles: Mapping[str, str]
    ) -> Row:
        language = self._desk.language
        title = f"{language.start(language.date_long(session.day))} · {language.week(session.day)}"
        details = " · ".join(filter(None, self._details(overview, session, titles)))
        if session.cancelled:
            row = Row(title, details, icon="close", clickable=False)
        else:
            row = Row(title, details, badge=str(session.number))
            row.opened.connect(lambda: self._desk.go(Place(PageName.SESSION, session.id)))
        row.add_trailing(self._mark(overview, session, minutes))
        task = self._task(overview, session)
        if task is not None:
            row.add_trailing(self._change_button(session, task))
        return row

    def _details(
        self, overview: PlanOverview, session: Session, titles: Mapping[str, str]
    ) -> list[str]:
        language, group = self._desk.language, overview.view.group
        say = language.say
        topic = titles.get(session.topic, session.topic)
        details = [topic or ("" if session.cancelled else say("No topic yet"))]
        details.append(self._why(session))
        if session.starts != group.starts:
            details.append(language.span(session.starts, session.ends))
        if session.leaders:
            others = substitutes(session, group)
            names = [
                say("{name} (substitute)", name=name) if name in others else name
                for name in leaders_of(session, group)
            ]
            details.append(say("led by {names}", names=language.listed(names)))
        if session.place:
            details.append(place_of(session, group))
        return details

    def _why(self, session: Session) -> str:
        """Return why a session is cancelled or lies on another day, '' when it does not."""
        language, say = self._desk.language, self._desk.language.say
        if session.cancelled:
            return say("cancelled: {why}", why=session.why) if session.why else ""
        if session.planned and session.planned != session.day:
            told = say("moved from {day}", day=language.date_day(session.planned))
            return f"{told} ({session.why})" if session.why else told
        moved = session_moved(session, language)
        return say("moved ({why})", why=moved) if moved else ""

    def _task(self, overview: PlanOverview, session: Session) -> Task | None:
        if session.id in overview.open:
            return Task(Kind.SESSION, session.id)
        if session.id in overview.unheard:
            return Task(Kind.NOT_HELD, session.id)
        return None

    def _change_button(self, session: Session, task: Task) -> Button:
        language = self._desk.language
        button = quiet("", "edit")
        name = (
            language.say("It did not take place")
            if task.kind is Kind.NOT_HELD
            else language.say("Change session {number}", number=session.number)
        )
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.changing.emit(task))
        return button

    def _mark(self, overview: PlanOverview, session: Session, minutes: int) -> StatusMark:
        say = self._desk.language.say
        if session.cancelled:
            return StatusMark(say("Cancelled"), tone="neutral", icon="close")
        if session.recorded:
            return StatusMark(say("Recorded"), tone="good", icon="check")
        if session.day < self._desk.today():
            return StatusMark(say("Record not finished"), tone="warn", icon="edit")
        shut = overview.closed.find(session.day)
        if shut is not None:
            return StatusMark(say("On a closed day"), tone="warn", icon="warning")
        if not session.topic and not minutes:
            return StatusMark(say("Not prepared"), tone="neutral", icon="agenda")
        if minutes > session.minutes:
            over = minutes - session.minutes
            return StatusMark(say("{n} min. over", n=over), tone="warn", icon="warning")
        return StatusMark(say("Agenda ready"), tone="notice", icon="agenda")


def _is_undo(told: Told) -> bool:
    return told.change.step.deed is PlanDeed.TAKEN_BACK
