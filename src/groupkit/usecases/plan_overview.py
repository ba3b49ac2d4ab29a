"""A group's plan as one looks at it: what can still change, what is closed, what was changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.booking import Clash, booking, clashes
from groupkit.domain.closed import ClosedDays
from groupkit.domain.plan_history import PlanChange
from groupkit.domain.schedule import Breach
from groupkit.usecases.finding import get_group
from groupkit.usecases.planning import GroupView, bookings, view_group
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.replanning import timetable


@dataclass(frozen=True)
class Told:
    """A change of the plan with the name of whoever made it."""

    change: PlanChange
    name: str


@dataclass(frozen=True)
class PlanOverview:
    """``open`` holds the sessions that can be changed, ``unheard`` those whose day has passed
    without anything recorded of them."""

    view: GroupView
    open: frozenset[UUID]
    unheard: frozenset[UUID]
    closed: ClosedDays
    breaches: tuple[Breach, ...]
    clashes: tuple[Clash, ...]
    history: tuple[Told, ...]


def plan_overview(store: OpenStore, group_id: UUID, today: dt.date) -> PlanOverview:
    """Return a group's plan with all that belongs to it."""
    view = view_group(store, group_id)
    with store.work() as work:
        group = get_group(work, group_id)
        table = timetable(work, group, today)
        names = work.users.names()
        history = tuple(
            Told(change, names.get(change.user_id, ""))
            for change in work.plan_changes.of_group(group_id)
        )
        ahead = [booking(s, group) for s in table.open]
        others = bookings(work, ahead[0].day, ahead[-1].day) if ahead else ()
    open_ids = frozenset(session.id for session in table.open)
    mine = {session.id for session in table.sessions}
    unheard = frozenset(
        session.id
        for session in table.held
        if session.day < today and not session.recorded and session.id not in table.settled
    )
    return PlanOverview(
        view,
        open_ids,
        unheard,
        table.closed,
        table.breaches,
        clashes(ahead, [other for other in others if other.session_id not in mine]),
        history,
    )
