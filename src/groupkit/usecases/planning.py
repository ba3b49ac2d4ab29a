"""Planning a group: laying out its sessions, and looking at what is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from groupkit.domain.booking import Booking, Clash, booking, clashes
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.closed import ClosedDays, ClosedPeriod, Why, closed, write_steps
from groupkit.domain.dates import Period
from groupkit.domain.group import Group
from groupkit.domain.programme import fitted, left_over
from groupkit.domain.refusal import GroupNameTaken, Refused
from groupkit.domain.schedule import (
    Answer,
    Choice,
    Course,
    Keep,
    Parity,
    Plan,
    choices,
    lay_out,
)
from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.usecases.calendar_keeping import closed_days
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group
from groupkit.usecases.ports import OpenStore, UnitOfWork
from groupkit.usecases.preparing import suggested_agenda


@dataclass(frozen=True)
class PlanRequest:
    """A group as wanted; ``minutes`` is the length of each session.

    ``closed_periods`` are the group's own exceptions, ``answers`` what to do about single days of
    the rhythm, ``topics`` the slugs of a programme.
    """

    name: str
    start: dt.date
    starts: dt.time
    minutes: int
    weeks: int
    every: int = 2
    place: str = ""
    facilitators: tuple[str, ...] = ()
    closed_periods: tuple[Period, ...] = ()
    parity: Parity = Parity.ANY
    keep: Keep = Keep.COUNT
    answers: Mapping[dt.date, Answer] = field(default_factory=dict)
    topics: tuple[str, ...] = ()

    @property
    def course(self) -> Course:
        """The course that is asked for; refuses what a course may not be."""
        return Course(self.start, self.weeks, self.every, self.parity)

    def about(self, topics: tuple[str, ...]) -> PlanRequest:
        """Return the same request with a programme."""
        return replace(self, topics=topics)


@dataclass(frozen=True)
class Preview:
    """What would come of a request, nothing kept.

    ``choices`` holds the ways out for every day of the rhythm that is taken, ``clashes`` who or
    what would be booked twice, ``topics`` the programme fitted to the sessions, ``left_over`` the
    topics that find no session.
    """

    plan: Plan
    closed: ClosedDays
    choices: Mapping[dt.date, tuple[Choice, ...]]
    clashes: tuple[Clash, ...]
    topics: tuple[str, ...]
    left_over: tuple[str, ...]


@dataclass(frozen=True)
class GroupCard:
    """A group in the list: how far it is, and when it meets next."""

    group: Group
    sessions: int
    held: int
    members: int
    next_session: Session | None


@dataclass(frozen=True)
class GroupView:
    """A group with its sessions and the minutes that each agenda holds."""

    group: Group
    sessions: tuple[Session, ...]
    agenda_minutes: tuple[int, ...]
    members: int


def preview(
    course: Course,
    periods: tuple[Period, ...] = (),
    *,
    usual_house_days: bool = True,
    keep: Keep = Keep.COUNT,
) -> Plan:
    """Return the plan of a course around Danish holidays, without any store."""
    return lay_out(course, closed(periods, usual_house_days=usual_house_days), keep=keep)


def preview_group(store: OpenStore, wanted: PlanRequest) -> Preview:
    """Return what would come of ``wanted``.

    Raises:
        Refused: a rule on the course, the length or the names, or a course without an open day.
    """
    course = wanted.course
    with store.work() as work:
        shut = closed_days(work, extra=_exceptions(wanted))
        plan = lay_out(course, shut, wanted.answers, wanted.keep)
        group = _group(wanted, course, name=wanted.name.strip() or "-")
        wished = [booking(session, group) for session in sessions_of(group, plan)]
        found = clashes(wished, bookings(work, wished[0].day, wished[-1].day))
    taken = [placed.turn for placed in plan.sessions if shut.find(placed.turn)]
    taken += [dropped.day for dropped in plan.dropped]
    taken += [day for day in wanted.answers if day not in taken and day in course.nominal_days]
    return Preview(
        plan,
        shut,
        {
            day: choices(course, shut, day, wanted.answers, wanted.keep)
            for day in sorted(set(taken))
        },
        found,
        fitted(wanted.topics, len(plan.sessions)),
        left_over(wanted.topics, len(plan.sessions)),
    )


def plan_group(
    store: OpenStore, wanted: PlanRequest, library: Mapping[str, Topic] | None = None
) -> Done[Group]:
    """Lay out the group and keep it with its sessions, their topics and these topics' agendas.

    ``library`` holds the topics by slug.

    Raises:
        Refused: a rule on a field, a name that is taken, or a course without an open day.
    """
    course = wanted.course
    with store.work() as work:
        group = _group(wanted, course)
        if work.groups.find_named(group.name):
            raise Refused(GroupNameTaken(group.name))
        exceptions = _exceptions(wanted, group.id)
        plan = lay_out(course, closed_days(work, extra=exceptions), wanted.answers, wanted.keep)
        work.groups.add(group)
        work.closed_periods.put_all(exceptions)
        sessions = sessions_of(group, plan, fitted(wanted.topics, len(plan.sessions)))
        work.sessions.add_all(sessions)
        for session in sessions:
            topic = (library or {}).get(session.topic)
            if topic is not None:
                work.agendas.put(session.id, suggested_agenda(topic))
        work.log.note(Deed.ADDED, Subject.GROUP, group.id)
        work.commit()
    kinds = {Kind.GROUP, Kind.SESSION}
    kinds |= {Kind.CALENDAR} if exceptions else set()
    kinds |= {Kind.AGENDA} if any(session.topic for session in sessions) else set()
    return done(group, *kinds, ids=(group.id,))


def _group(wanted: PlanRequest, course: Course, name: str = "") -> Group:
    return Group(
        uuid4(),
        name or wanted.name,
        course,
        wanted.starts,
        wanted.minutes,
        wanted.place,
        wanted.facilitators,
    )


def _exceptions(wanted: PlanRequest, group_id: UUID | None = None) -> tuple[ClosedPeriod, ...]:
    return tuple(
        ClosedPeriod(uuid4(), Why.GROUP_EXCEPTION, period, group_id=group_id)
        for period in wanted.closed_periods
    )


def bookings(work: UnitOfWork, first: dt.date, last: dt.date) -> tuple[Booking, ...]:
    """Return what all groups take up between two days; what is cancelled takes nothing."""
    groups = {group.id: group for group in work.groups.all()}
    return tuple(
        booking(session, groups[session.group_id])
        for session in work.sessions.between(first, last)
        if not session.cancelled
    )


def sessions_of(group: Group, plan: Plan, topics: tuple[str, ...] = ()) -> tuple[Session, ...]:
    """Return the sessions of ``plan`` for ``group``, each under a new id."""
    given = dict(enumerate(topics))
    return tuple(
        Session(
            uuid4(),
            group.id,
            placed.number,
            placed.day,
            group.starts,
            group.minutes,
            placed.moved_from,
            write_steps(placed.steps),
            given.get(place, ""),
        )
        for place, placed in enumerate(plan.sessions)
    )


def group_cards(store: OpenStore, today: dt.date) -> tuple[GroupCard, ...]:
    """Return all groups: those still running first, then the latest."""
    with store.work() as work:
        cards = [_card(work, group, today) for group in work.groups.all()]
    return tuple(sorted(cards, key=lambda card: card.next_session is None))


def _card(work: UnitOfWork, group: Group, today: dt.date) -> GroupCard:
    sessions = work.sessions.going_of_group(group.id)
    coming = [s for s in sessions if s.day >= today and not s.recorded]
    members = work.members.how_many(group.id, today)
    next_session = coming[0] if coming else None
    return GroupCard(group, len(sessions), len(sessions) - len(coming), members, next_session)


def view_group(store: OpenStore, group_id: UUID) -> GroupView:
    """Return a group with its sessions, cancelled ones too."""
    with store.work() as work:
        group = get_group(work, group_id)
        sessions = work.sessions.of_group(group_id)
        minutes = work.agendas.minutes_of(session.id for session in sessions)
        members = work.members.how_many(group_id)
    return GroupView(
        group,
        sessions,
        tuple(minutes.get(session.id, 0) for session in sessions),
        members,
    )
