"""The year sheet: several groups side by side, what is closed, and what is booked twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from groupkit.domain.booking import Clash, booking, clashes
from groupkit.domain.closed import ClosedDays
from groupkit.domain.group import Group
from groupkit.domain.session import Session
from groupkit.usecases.calendar_keeping import closed_days
from groupkit.usecases.ports import OpenStore


@dataclass(frozen=True)
class GroupInYear:
    """A group and its sessions of the year by day, cancelled ones too."""

    group: Group
    sessions: tuple[Session, ...]


@dataclass(frozen=True)
class Year:
    """The sessions of all groups from ``first`` to ``last``, with what is closed for the house."""

    first: dt.date
    last: dt.date
    groups: tuple[GroupInYear, ...]
    closed: ClosedDays
    clashes: tuple[Clash, ...]


def year_sheet(store: OpenStore, first: dt.date, last: dt.date) -> Year:
    """Return every group that meets between two days, by its first session."""
    with store.work() as work:
        by_group: dict[object, list[Session]] = {}
        for session in work.sessions.between(first, last):
            by_group.setdefault(session.group_id, []).append(session)
        groups = [
            GroupInYear(group, tuple(by_group[group.id]))
            for group in work.groups.all()
            if group.id in by_group
        ]
        shut = closed_days(work)
    groups.sort(key=lambda each: (each.sessions[0].day, each.group.name))
    booked = [
        booking(session, each.group)
        for each in groups
        for session in each.sessions
        if not session.cancelled
    ]
    return Year(first, last, tuple(groups), shut, clashes(booked, ()))
