"""Paper: what stands on it is gathered here, the press makes the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from groupkit.domain.attendance import Mark, Status, Tally, tally
from groupkit.domain.booking import leaders_of, place_of, substitutes
from groupkit.domain.form import PLAIN, Form
from groupkit.domain.house import HelpLine
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.picture import named_in
from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.language import Language
from groupkit.usecases.finding import get_group, get_session
from groupkit.usecases.papers import (
    AttendancePaper,
    AttendanceRow,
    Cell,
    HandoutPaper,
    RecoveryPaper,
    RunSheetPaper,
    SessionColumn,
)
from groupkit.usecases.ports import Library, OpenStore, UnitOfWork
from groupkit.usecases.sheet_papers import with_house


def handout_paper(
    topic: Topic,
    library: Library,
    language: Language,
    help_lines: tuple[HelpLine, ...],
    house: str,
    form: Form = PLAIN,
) -> HandoutPaper:
    """Return the topic's handout; the discreet form carries no house."""
    pictures = library.pictures(named_in(topic.handout))
    paper = HandoutPaper(language.code, topic.handout, form, help_lines, pictures=pictures)
    return with_house(paper, house, library)


def run_sheet_paper(
    store: OpenStore, session_id: UUID, library: Library, language: Language
) -> RunSheetPaper:
    """Return the facilitators' run sheet of a session; it names no woman."""
    with store.work() as work:
        session = get_session(work, session_id)
        group = get_group(work, session.group_id)
        agenda = work.agendas.of_session(session_id)
        return RunSheetPaper(
            language.code,
            work.house.get().name,
            group.name,
            place_of(session, group),
            leaders_of(session, group),
            session.number,
            len(work.sessions.going_of_group(group.id)),
            session.day,
            session.starts,
            session.ends,
            topic_title(library, session.topic, language),
            agenda.timed(session.starts),
            agenda.spare(session.minutes),
            substitutes(session, group),
        )


def attendance_paper(
    store: OpenStore,
    group_id: UUID,
    library: Library,
    language: Language,
    *,
    today: dt.date,
    by_alias: bool = False,
) -> AttendancePaper:
    """Return the group's attendance summary for the team, women by number or by alias."""
    with store.work() as work:
        group = get_group(work, group_id)
        sessions = work.sessions.going_of_group(group_id)
        table = _Table(work, group_id, sessions, today)
        people = table.people()
        return AttendancePaper(
            language.code,
            work.house.get().name,
            group.name,
            group.facilitators,
            tuple(
                SessionColumn(
                    session.number,
                    session.day,
                    topic_title(library, session.topic, language),
                    table.tally_of_session(session),
                    session.day <= today,
                )
                for session in sessions
            ),
            tuple(
                AttendanceRow(
                    person.alias if by_alias else person.number,
                    tuple(table.cell(person, session) for session in sessions),
                    table.tally_of_person(person),
                )
                for person in people
            ),
            sum((table.tally_of_person(person) for person in people), Tally()),
            today,
            by_alias,
        )


def recovery_paper(words: Sequence[str], language: Language, made: dt.date) -> RecoveryPaper:
    """Return the recovery sheet."""
    return RecoveryPaper(language.code, tuple(words), made)


def topic_title(library: Library, slug: str, language: Language) -> str:
    """Return a topic's title, '' for none; a slug the library no longer knows stands as it is."""
    titles = {topic.slug: topic.title for topic in library.topics(language.code)}
    return titles.get(slug, slug)


class _Table:
    """The marks of one group, looked up by woman and session."""

    def __init__(
        self, work: UnitOfWork, group_id: UUID, sessions: tuple[Session, ...], today: dt.date
    ) -> None:
        self._sessions = sessions
        self._today = today
        self._members = work.members.of_group(group_id)
        marks = work.attendance.of_sessions(session.id for session in sessions)
        self._marks: dict[tuple[UUID, UUID], Mark] = {
            (mark.session_id, mark.participant_id): mark for mark in marks
        }

    def people(self) -> list[Participant]:
        """Return each woman once, by number, however often she joined."""
        unique = {member.participant.id: member.participant for member in self._members}
        return sorted(unique.values(), key=lambda person: person.number)

    def cell(self, person: Participant, session: Session) -> Cell:
        """Return whether she was a member at the session, and what was recorded."""
        hers = [m for m in self._members if self._covers(m, person, session)]
        mark = self._marks.get((session.id, person.id))
        if mark is not None:
            return Cell(bool(hers), mark.status)
        paused = any(m.is_paused(session.day) for m in hers)
        return Cell(bool(hers), Status.NOT_INVITED if paused else None)

    def tally_of_session(self, session: Session) -> Tally:
        return tally(
            cell.status
            for cell in (self.cell(person, session) for person in self.people())
            if cell.member and session.day <= self._today
        )

    def tally_of_person(self, person: Participant) -> Tally:
        held = (session for session in self._sessions if session.day <= self._today)
        cells = (self.cell(person, session) for session in held)
        return tally(cell.status for cell in cells if cell.member)

    @staticmethod
    def _covers(membership: Membership, person: Participant, session: Session) -> bool:
        return membership.participant.id == person.id and membership.covers(session.day)
