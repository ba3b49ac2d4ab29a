"""The course's programme: which topic comes when, kept as templates and given at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from groupkit.domain.agenda import Agenda
from groupkit.domain.attendance import Status
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.participant import Membership
from groupkit.domain.programme import Programme, fitted
from groupkit.domain.refusal import PlanChangedSince, ProgrammeNameTaken, Refused
from groupkit.domain.roles import Part
from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group
from groupkit.usecases.ports import OpenStore, UnitOfWork
from groupkit.usecases.preparing import suggested_agenda


@dataclass(frozen=True)
class Given:
    """A programme given to a group: the sessions that got another topic, before and after."""

    group_id: UUID
    before: tuple[tuple[Session, Agenda], ...]
    after: tuple[tuple[Session, Agenda], ...]


def own_programmes(store: OpenStore) -> tuple[Programme, ...]:
    """Return the programmes that the house keeps, by name."""
    with store.work() as work:
        return work.programmes.all()


def keep_programme(
    store: OpenStore, name: str, topics: tuple[str, ...], programme_id: UUID | None = None
) -> Done[Programme]:
    """Keep topics as a programme, in place of the one of that id.

    Raises:
        Refused: ProgrammeEmpty, ProgrammeNameTaken, and what a name may not be.
    """
    wanted = Programme(programme_id or uuid4(), name, topics)
    with store.work() as work:
        known = work.programmes.find_named(wanted.name)
        if known is not None and known.id != wanted.id:
            raise Refused(ProgrammeNameTaken(wanted.name))
        work.programmes.put(wanted)
        work.log.note(Deed.CHANGED, Subject.PROGRAMME, wanted.id)
        work.commit()
    return done(wanted, Kind.PROGRAMME, ids=(wanted.id,))


def remove_programme(store: OpenStore, programme: Programme) -> Done[Programme]:
    """Remove a programme; keeping it again is the undo."""
    with store.work() as work:
        work.programmes.remove(programme.id)
        work.log.note(Deed.REMOVED, Subject.PROGRAMME, programme.id)
        work.commit()
    return done(programme, Kind.PROGRAMME, ids=(programme.id,))


def give_programme(
    store: OpenStore,
    group_id: UUID,
    topics: tuple[str, ...],
    library: Mapping[str, Topic],
    today: dt.date,
) -> Done[Given]:
    """Give the sessions still to come their topics with these topics' agendas.

    A programme as long as the whole course begins with its first session: what was held keeps its
    topic, and the sessions to come get those of their place. A shorter or longer one is fitted to
    the sessions to come. A session that has the topic already keeps its agenda.
    """
    with store.work() as work:
        get_group(work, group_id)
        going = work.sessions.going_of_group(group_id)
        recorded = work.attendance.recorded_sessions(group_id)
        ahead = [s for s in going if s.day >= today and not s.recorded and s.id not in recorded]
        wanted = topics[len(going) - len(ahead) :] if len(topics) == len(going) else topics
        given = fitted(wanted, len(ahead))
        pairs = [
            (session, topic)
            for session, topic in zip(ahead, given, strict=True)
            if topic != session.topic
        ]
        before = tuple((each, work.agendas.of_session(each.id)) for each, _ in pairs)
        after = tuple(
            (replace(each, topic=topic), _agenda_of(library.get(topic))) for each, topic in pairs
        )
        _put(work, after)
        work.log.note(Deed.CHANGED, Subject.AGENDA, group_id)
        work.commit()
    return done(Given(group_id, before, after), Kind.SESSION, Kind.AGENDA, ids=(group_id,))


def take_programme_back(store: OpenStore, given: Given) -> Done[Given]:
    """Put topics and agendas back as they were.

    Raises:
        Refused: PlanChangedSince when one of the sessions was changed since.
    """
    with store.work() as work:
        for session, agenda in given.after:
            now = work.sessions.find(session.id)
            if now != session or work.agendas.of_session(session.id) != agenda:
                raise Refused(PlanChangedSince())
        _put(work, given.before)
        work.log.note(Deed.CHANGED, Subject.AGENDA, given.group_id)
        work.commit()
    back = Given(given.group_id, given.after, given.before)
    return done(back, Kind.SESSION, Kind.AGENDA, ids=(given.group_id,))


def _agenda_of(topic: Topic | None) -> Agenda:
    return suggested_agenda(topic) if topic else Agenda()


def _put(work: UnitOfWork, pairs: tuple[tuple[Session, Agenda], ...]) -> None:
    for session, agenda in pairs:
        work.sessions.change(session)
        work.agendas.put(session.id, agenda)


@dataclass(frozen=True)
class TopicsOfWoman:
    """What one woman was present for, and what she missed, as topics with their sessions.

    A session that is not recorded for her yet is in neither.
    """

    membership: Membership
    present: tuple[Session, ...]
    missed: tuple[Session, ...]


@dataclass(frozen=True)
class CourseView:
    """Which topic comes when; ``women`` is None for who may not see them."""

    sessions: tuple[Session, ...]
    women: tuple[TopicsOfWoman, ...] | None


_THERE = frozenset({Status.PRESENT, Status.LATE, Status.LEFT_EARLY})


def course_view(store: OpenStore, group_id: UUID) -> CourseView:
    """Return a group's topics by session, and what each woman was present for."""
    with store.work() as work:
        sessions = work.sessions.going_of_group(group_id)
        if not store.may(Part.PEOPLE):
            return CourseView(sessions, None)
        marks = {
            (mark.session_id, mark.participant_id): mark.status
            for mark in work.attendance.of_sessions(session.id for session in sessions)
        }
        women = [
            _topics_of(membership, sessions, marks)
            for membership in work.members.of_group(group_id)
        ]
    return CourseView(sessions, tuple(women))


def _topics_of(
    membership: Membership,
    sessions: tuple[Session, ...],
    marks: Mapping[tuple[UUID, UUID], Status],
) -> TopicsOfWoman:
    found: dict[bool, list[Session]] = {True: [], False: []}
    for session in sessions:
        status = marks.get((session.id, membership.participant.id))
        if status is not None:
            found[status in _THERE].append(session)
    return TopicsOfWoman(membership, tuple(found[True]), tuple(found[False]))
