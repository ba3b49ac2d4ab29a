"""The group's sessions in order, each leading to its own page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.language.words import session_moved
from groupkit.ui.desk import Desk
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.planning import GroupView


class PlanView(QWidget):
    """Week, date, topic and how far each session is."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[GroupView, tuple[Topic, ...]] | None = None
        self._next: Row | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_view(self, view: GroupView, topics: tuple[Topic, ...]) -> None:
        """Show the sessions; nothing is rebuilt when nothing changed."""
        if self._shown == (view, topics):
            return
        self._shown = (view, topics)
        clear(self._column)
        titles = {topic.slug: topic.title for topic in topics}
        language = self._desk.language
        card = Card(
            language.count("{n} session", "{n} sessions", len(view.sessions)),
            language.say(
                "{weeks} weeks from {start}",
                weeks=view.group.course.weeks,
                start=language.date_short(view.group.course.start),
            ),
        )
        self._next = None
        has_come = False
        for session, minutes in zip(view.sessions, view.agenda_minutes, strict=True):
            row = self._row(session, minutes, titles)
            if not has_come:
                self._next, has_come = row, session.day >= self._desk.today()
            card.body.addWidget(row)
        self._column.addWidget(card)
        self._column.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """Return the row of the next session, or of the last when all are over."""
        return self._next

    def _row(self, session: Session, minutes: int, titles: dict[str, str]) -> Row:
        language = self._desk.language
        say = language.say
        topic = titles.get(session.topic, session.topic) or say("No topic yet")
        moved = session_moved(session, language)
        details = [topic]
        if moved:
            details.append(say("moved ({why})", why=moved))
        row = Row(
            f"{language.start(language.date_long(session.day))} · {language.week(session.day)}",
            " · ".join(details),
            badge=str(session.number),
        )
        row.add_trailing(self._mark(session, minutes))
        row.opened.connect(lambda: self._desk.go(Place(PageName.SESSION, session.id)))
        return row

    def _mark(self, session: Session, minutes: int) -> StatusMark:
        say = self._desk.language.say
        if session.recorded:
            return StatusMark(say("Recorded"), tone="good", icon="check")
        if session.day < self._desk.today():
            return StatusMark(say("Record not finished"), tone="warn", icon="edit")
        if not session.topic and not minutes:
            return StatusMark(say("Not prepared"), tone="neutral", icon="agenda")
        if minutes > session.minutes:
            over = minutes - session.minutes
            return StatusMark(say("{n} min. over", n=over), tone="warn", icon="warning")
        return StatusMark(say("Prepared"), tone="notice", icon="agenda")
