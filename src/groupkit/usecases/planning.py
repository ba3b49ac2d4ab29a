"""Planning a group: laying out its sessions, and looking at what is planned."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.closed import closed, write_steps
from groupkit.domain.dates import Period
from groupkit.domain.group import Group
from groupkit.domain.refusal import GroupNameTaken, Refused
from groupkit.domain.schedule import Course, Plan, lay_out
from groupkit.domain.session import Session
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class PlanRequest:
    """A group as wanted; ``minutes`` is the length of each session."""

    name: str
    start: dt.date
    starts: dt.time
    minutes: int
    weeks: int
    every: int = 2
    place: str = ""
    facilitators: tuple[str, ...] = ()
    closed_periods: tuple[Period, ...] = ()


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
    course: Course, periods: tuple[Period, ...] = (), *, usual_house_days: bool = True
) -> Plan:
    """Return the plan of a course without keeping anything."""
    return lay_out(course, closed(periods, usual_house_days=usual_house_days))


def plan_group(store: OpenStore, wanted: PlanRequest) -> Done[Group]:
    """Lay out the group and keep it with its sessions.

    Raises:
        Refused: a rule on a field, a name that is taken, or a course without an open day.
    """
    course = Course(wanted.start, wanted.weeks, wanted.every)
    with store.work() as work:
        house = work.house.get()
        group = Group(
            uuid4(),
            wanted.name,
            course,
            wanted.starts,
            wanted.minutes,
            wanted.place,
            wanted.facilitators,
        )
        if work.groups.find_named(group.name):
            raise Refused(GroupNameTaken(group.name))
        plan = preview(course, wanted.closed_periods, usual_house_days=house.closed_on_usual_days)
        work.groups.add(group)
        work.sessions.add_all(sessions_of(group, plan))
        work.log.note(Deed.ADDED, Subject.GROUP, group.id)
        work.commit()
    return done(group, Kind.GROUP, Kind.SESSION, ids=(group.id,))


def sessions_of(group: Group, plan: Plan) -> tuple[Session, ...]:
    """Return the sessions of ``plan`` for ``group``, each under a new id."""
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
        )
        for placed in plan.sessions
    )


def group_cards(store: OpenStore, today: dt.date) -> tuple[GroupCard, ...]:
    """Return all groups: those still running first, then the latest."""
    with store.work() as work:
        cards = [_card(work, group, today) for group in work.groups.all()]
    return tuple(sorted(cards, key=lambda card: card.next_session is None))


def _card(work: UnitOfWork, group: Group, today: dt.date) -> GroupCard:
    sessions = work.sessions.of_group(group.id)
    coming = [session for session in sessions if session.day >= today]
    members = work.members.how_many(group.id, today)
    next_session = coming[0] if coming else None
    return GroupCard(group, len(sessions), len(sessions) - len(coming), members, next_session)


def view_group(store: OpenStore, group_id: UUID) -> GroupView:
    """Return a group with its sessions."""
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
