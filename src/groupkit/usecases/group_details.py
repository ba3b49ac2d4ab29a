"""What a group is called, who leads it, where and when it meets; and its own exceptions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.closed import ClosedPeriod, Why
from groupkit.domain.dates import Period
from groupkit.domain.group import Group
from groupkit.domain.refusal import GroupNameTaken, Refused
from groupkit.domain.session import Session
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group
from groupkit.usecases.ports import OpenStore, UnitOfWork
from groupkit.usecases.replanning import timetable


@dataclass(frozen=True)
class Details:
    """A group's details as wanted; ``minutes`` is the length of a session."""

    name: str
    starts: dt.time
    minutes: int
    place: str
    facilitators: tuple[str, ...]
    exceptions: tuple[Period, ...] = ()


def group_details(store: OpenStore, group_id: UUID) -> Details:
    """Return a group's details."""
    with store.work() as work:
        return _details(work, get_group(work, group_id))


def change_details(
    store: OpenStore, group_id: UUID, wanted: Details, today: dt.date
) -> Done[Details]:
    """Keep a group's details; a new time counts for the sessions still to come.

    A session with a time of its own keeps it. Returns the details before: putting them back is
    the undo.

    Raises:
        Refused: GroupNameTaken, and what a group may not be.
    """
    with store.work() as work:
        before = get_group(work, group_id)
        was = _details(work, before)
        group = replace(
            before,
            name=wanted.name,
            starts=wanted.starts,
            minutes=wanted.minutes,
            place=wanted.place,
            facilitators=wanted.facilitators,
        )
        known = work.groups.find_named(group.name)
        if known is not None and known.id != group_id:
            raise Refused(GroupNameTaken(group.name))
        work.groups.change(group)
        _put_exceptions(work, group_id, wanted.exceptions)
        for session in timetable(work, group, today).open:
            _put_time(work, session, before, group)
        work.log.note(Deed.CHANGED, Subject.GROUP, group_id)
        work.commit()
    return done(was, Kind.GROUP, Kind.SESSION, Kind.CALENDAR, ids=(group_id,))


def _details(work: UnitOfWork, group: Group) -> Details:
    return Details(
        group.name,
        group.starts,
        group.minutes,
        group.place,
        group.facilitators,
        tuple(kept.period for kept in work.closed_periods.of_group(group.id)),
    )


def _put_exceptions(work: UnitOfWork, group_id: UUID, wanted: tuple[Period, ...]) -> None:
    known = work.closed_periods.of_group(group_id)
    if tuple(kept.period for kept in known) == wanted:
        return
    work.closed_periods.remove_all(kept.id for kept in known)
    work.closed_periods.put_all(
        ClosedPeriod(uuid4(), Why.GROUP_EXCEPTION, period, group_id=group_id) for period in wanted
    )


def _put_time(work: UnitOfWork, session: Session, before: Group, group: Group) -> None:
    usual = (session.starts, session.minutes) == (before.starts, before.minutes)
    if usual and (before.starts, before.minutes) != (group.starts, group.minutes):
        changed = replace(
            session, starts=group.starts, minutes=group.minutes, revision=session.revision + 1
        )
        work.sessions.change(changed)
