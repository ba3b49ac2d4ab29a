"""The course: which topic comes when, a programme given at once, and who was there for what."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.programme import Programme
from groupkit.domain.refusal import Refusal
from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.ui.desk import Desk
from groupkit.ui.parts.buttons import primary, quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.field import TextField
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.programme_field import ProgrammeField
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.programmes import (
    CourseView,
    Given,
    TopicsOfWoman,
    give_programme,
    keep_programme,
    remove_programme,
    take_programme_back,
)


@dataclass(frozen=True)
class Course:
    """What the tab shows: the group, its course, the library and the house's programmes."""

    group_id: UUID
    view: CourseView
    topics: tuple[Topic, ...]
    programmes: tuple[Programme, ...]


class CourseTab(QWidget):
    """Topics by session; whose keys open no woman sees the topics alone."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Course | None = None
        say = desk.language.say
        self._choice = ProgrammeField(desk.language, desk.library.programmes(), may_be_none=False)
        self._name = TextField(
            say("Keep these topics as a programme"), hint=say("Give it a name for next time.")
        )
        self._topics = Card(say("Topics"))
        self._women = Card(say("Who was there for what"))
        self._own = Card(say("The house's own programmes"))
        self._rows, self._women_rows, self._own_rows = (QVBoxLayout() for _ in range(3))
        for card, rows in (
            (self._topics, self._rows),
            (self._women, self._women_rows),
            (self._own, self._own_rows),
        ):
            rows.setSpacing(0)
            card.body.addLayout(rows)
        self._lay_out()

    def _lay_out(self) -> None:
        say = self._desk.language.say
        give = primary(say("Give the group these topics"))
        give.clicked.connect(self._give)
        keep = secondary(say("Keep"))
        keep.clicked.connect(self._keep)
        self._name.input.returnPressed.connect(self._keep)
        programme = Card(say("Programme"), say("It counts for the sessions still to come."))
        chosen = QHBoxLayout()
        chosen.setSpacing(16)
        chosen.addWidget(self._choice, 1)
        chosen.addWidget(give)
        named = QHBoxLayout()
        named.setSpacing(16)
        named.addWidget(self._name, 1)
        named.addWidget(keep)
        programme.body.addLayout(chosen)
        programme.body.addLayout(named)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (programme, self._topics, self._own, self._women):
            column.addWidget(card)
        column.addStretch(1)

    def show_course(self, course: Course) -> None:
        """Show the course; nothing is rebuilt when nothing changed."""
        if course == self._shown:
            return
        self._shown = course
        titles = {topic.slug: topic.title for topic in course.topics}
        self._choice.offer(course.programmes)
        for rows in (self._rows, self._women_rows, self._own_rows):
            clear(rows)
        for session in course.view.sessions:
            self._rows.addWidget(self._session_row(session, titles))
        for programme in course.programmes:
            self._own_rows.addWidget(self._programme_row(programme, titles))
        self._own.setVisible(bool(course.programmes))
        self._women.setVisible(bool(course.view.women))
        for woman in course.view.women or ():
            self._women_rows.addWidget(self._woman_row(woman, titles))

    def first_focus(self) -> QWidget:
        """Return the choice of a programme."""
        return self._choice.input

    def _session_row(self, session: Session, titles: dict[str, str]) -> Row:
        language = self._desk.language
        topic = titles.get(session.topic, session.topic) or language.say("No topic yet")
        row = Row(topic, language.start(language.date_long(session.day)), badge=str(session.number))
        row.add_trailing(StatusMark(language.week(session.day), tone="neutral"))
        row.opened.connect(lambda: self._desk.go(Place(PageName.SESSION, session.id)))
        return row

    def _programme_row(self, programme: Programme, titles: dict[str, str]) -> Row:
        language = self._desk.language
        names = [titles.get(slug, slug) for slug in programme.topics if slug]
        row = Row(programme.name, " · ".join(names), icon="agenda", clickable=False)
        remove = quiet("", "trash")
        remove.setAccessibleName(language.say("Remove the programme {name}", name=programme.name))
        remove.setToolTip(language.say("Remove this programme"))
        remove.clicked.connect(lambda: self._remove(programme))
        row.add_trailing(remove)
        return row

    def _woman_row(self, woman: TopicsOfWoman, titles: dict[str, str]) -> Row:
        language, who = self._desk.language, woman.membership.participant
        row = Row(who.alias, self._said_of(woman, titles), icon="person", clickable=False)
        row.add_trailing(StatusMark(who.number, tone="neutral"))
        held = len(woman.present) + len(woman.missed)
        if held:
            said = language.say("{there} of {held}", there=len(woman.present), held=held)
            row.add_trailing(StatusMark(said, tone="good", icon="check"))
        return row

    def _said_of(self, woman: TopicsOfWoman, titles: dict[str, str]) -> str:
        say = self._desk.language.say
        parts = []
        if woman.present:
            parts.append(say("There for: {topics}", topics=self._named(woman.present, titles)))
        if woman.missed:
            parts.append(say("Missed: {topics}", topics=self._named(woman.missed, titles)))
        return "\n".join(parts) or say("Nothing is recorded yet")

    def _named(self, sessions: tuple[Session, ...], titles: dict[str, str]) -> str:
        say = self._desk.language.say
        names = [
            titles.get(session.topic, session.topic)
            or say("session {number}", number=session.number)
            for session in sessions
        ]
        return self._desk.language.listed(names)

    def _give(self) -> None:
        desk, shown = self._desk, self._shown
        if shown is None:
            return
        library = {topic.slug: topic for topic in shown.topics}
        topics = self._choice.topics(len(shown.view.sessions))
        desk.do(
            self,
            lambda: give_programme(desk.store, shown.group_id, topics, library, desk.today()),
            self._given,
        )

    def _given(self, given: Given) -> None:
        desk = self._desk
        if not given.after:
            desk.notice(desk.language.say("The sessions still to come have these topics already."))
            return
        desk.notice(
            desk.language.count(
                "{n} session has a new topic.", "{n} sessions have new topics.", len(given.after)
            ),
            undo=lambda: desk.do(desk, lambda: take_programme_back(desk.store, given)),
        )

    def _keep(self) -> None:
        desk, shown = self._desk, self._shown
        if shown is None:
            return
        self._name.set_error(None)
        name, topics = self._name.value(), tuple(s.topic for s in shown.view.sessions)
        desk.do(self, lambda: keep_programme(desk.store, name, topics), self._kept, self._refuse)

    def _kept(self, programme: Programme) -> None:
        desk = self._desk
        self._name.set_value("")
        desk.notice(desk.language.say("'{name}' is kept as a programme.", name=programme.name))

    def _refuse(self, refusal: Refusal) -> None:
        self._name.set_error(self._desk.sentence(refusal))

    def _remove(self, programme: Programme) -> None:
        desk = self._desk
        desk.do(
            self,
            lambda: remove_programme(desk.store, programme),
            lambda gone: desk.notice(
                desk.language.say("'{name}' is removed.", name=gone.name),
                undo=lambda: desk.do(
                    desk, lambda: keep_programme(desk.store, gone.name, gone.topics, gone.id)
                ),
            ),
        )
