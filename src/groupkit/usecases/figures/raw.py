"""All that figures are counted from, read once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from groupkit.domain.attendance import Status
from groupkit.domain.dates import Period
from groupkit.domain.group import Group
from groupkit.domain.session import Session
from groupkit.usecases.ports import UnitOfWork
from groupkit.usecases.ports.figure_rows import Look, Nominated, Stay


def never(_done: float) -> None:
    """Never give up."""


@dataclass(frozen=True)
class Place:
    """One woman's place at one session that was held: her status, None when not recorded."""

    session: Session
    woman: UUID
    status: Status | None


@dataclass(frozen=True)
class Raw:
    """Groups with their sessions, stays and marks; ``today`` says what was held.

    ``sessions`` are those of the groups by day, cancelled ones too, over the groups' whole time.
    """

    today: dt.date
    groups: tuple[Group, ...]
    sessions: Mapping[UUID, tuple[Session, ...]]
    stays: Mapping[UUID, tuple[Stay, ...]]
    marks: Mapping[UUID, Mapping[UUID, Status]] = field(repr=False)
    nominations: tuple[Nominated, ...] = ()

    def going(self, group_id: UUID) -> tuple[Session, ...]:
        """Return a group's sessions by day without the cancelled ones."""
        return tuple(one for one in self.sessions.get(group_id, ()) if not one.cancelled)

    def held(self, period: Period) -> Iterator[Session]:
        """Yield the sessions of ``period`` that were held, by group and day."""
        for group in self.groups:
            for session in self.going(group.id):
                if session.day in period and session.day <= self.today:
                    yield session

    def places(self, session: Session) -> Iterator[Place]:
        """Yield a place for each woman who is in the group on the session's day, or was marked.

        An agreed pause counts as not invited where nothing else was recorded.
        """
        marked = self.marks.get(session.id, {})
        here = [stay for stay in self.stays.get(session.group_id, ()) if stay.covers(session.day)]
        for woman in dict.fromkeys([*(stay.woman for stay in here), *marked]):
            status = marked.get(woman)
            if status is None and any(s.woman == woman and s.is_paused(session.day) for s in here):
                status = Status.NOT_INVITED
            yield Place(session, woman, status)

    def last_day(self, group_id: UUID) -> dt.date | None:
        """Return the day of a group's last session, None when it has none."""
        going = self.going(group_id)
        return going[-1].day if going else None

    @cached_property
    def by_id(self) -> Mapping[UUID, Group]:
        """The groups by id."""
        return {group.id: group for group in self.groups}


def read_raw(work: UnitOfWork, period: Period, today: dt.date, look: Look = never) -> Raw:
    """Read what the figures of ``period`` need: the groups that met in it, over their whole time.

    ``look`` is told how far it is, and raises to give up.
    """
    met = {s.group_id for s in work.sessions.between(period.first, period.last)}
    look(0.05)
    stays: dict[UUID, list[Stay]] = defaultdict(list)
    for stay in work.bare.stays():
        stays[stay.group_id].append(stay)
        if stay.joined in period or (stay.left is not None and stay.left in period):
            met.add(stay.group_id)
    look(0.2)
    groups = sorted(
        (group for group in work.groups.all() if group.id in met), key=lambda g: g.name.casefold()
    )
    sessions = {}
    for at, group in enumerate(groups):
        look(0.2 + 0.2 * at / len(groups))
        sessions[group.id] = work.sessions.of_group(group.id)
    days = [one.day for those in sessions.values() for one in those]
    marks: dict[UUID, dict[UUID, Status]] = defaultdict(dict)
    if days:
        for mark in work.bare.marks(min(days), max(days), lambda: look(0.4)):
            marks[mark.session_id][mark.woman] = mark.status
    look(0.6)
    wanted = set(sessions)
    return Raw(
        today,
        tuple(groups),
        sessions,
        {group: tuple(those) for group, those in stays.items() if group in wanted},
        marks,
        work.bare.nominations(),
    )
