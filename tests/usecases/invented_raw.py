"""Invented groups with every kind of history, as figures read them."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from hypothesis import strategies as st

from groupkit.domain.attendance import Status
from groupkit.domain.group import Group
from groupkit.domain.nomination import Decision
from groupkit.domain.participant import Leaving, Pause
from groupkit.domain.schedule import Course
from groupkit.domain.session import Session
from groupkit.usecases.figures.raw import Raw
from groupkit.usecases.ports.figure_rows import Nominated, Stay

FIRST = dt.date(2026, 1, 7)
MOST_GROUPS, MOST_WOMEN, MOST_SESSIONS = 3, 9, 11


@st.composite
def raws(draw: st.DrawFn) -> Raw:
    """Return groups over a year: late joiners, pauses, returns, moved and cancelled sessions."""
    groups, sessions, stays, marks = [], {}, {}, {}
    for number in range(draw(st.integers(0, MOST_GROUPS))):
        group = _group(number, draw(st.integers(0, 300)))
        held = tuple(_sessions(draw, group))
        groups.append(group)
        sessions[group.id] = held
        stays[group.id] = tuple(_stays(draw, group, held))
        for session in held:
            if not session.cancelled:
                marks[session.id] = _marks(draw, session, stays[group.id])
    today = FIRST + dt.timedelta(days=draw(st.integers(0, 600)))
    return Raw(today, tuple(groups), sessions, stays, marks, tuple(_nominations(draw)))


def _group(number: int, starts: int) -> Group:
    course = Course(FIRST + dt.timedelta(days=starts), weeks=20)
    return Group(UUID(int=number + 1), f"Gruppe {number}", course, dt.time(17), 120)


def _sessions(draw: st.DrawFn, group: Group) -> list[Session]:
    day, found = group.course.start, []
    for number in range(1, draw(st.integers(1, MOST_SESSIONS)) + 1):
        day += dt.timedelta(days=draw(st.integers(7, 21)))
        found.append(
            Session(
                UUID(int=group.id.int * 1000 + number),
                group.id,
                number,
                day,
                dt.time(17),
                120,
                recorded=False,
                cancelled=draw(st.integers(0, 6)) == 0,
            )
        )
    return found


def _stays(draw: st.DrawFn, group: Group, held: tuple[Session, ...]) -> list[Stay]:
    found = []
    days = [session.day for session in held]
    for number in range(draw(st.integers(0, MOST_WOMEN))):
        woman = UUID(int=10_000 + number + 100 * draw(st.integers(0, 1)))
        joined = draw(st.sampled_from(days))
        left = draw(st.none() | st.sampled_from([day for day in days if day >= joined]))
        why = draw(st.none() | st.sampled_from(Leaving)) if left else None
        pauses = ()
        if left and left > joined and draw(st.booleans()):
            pauses = (Pause(joined + dt.timedelta(days=1), left),)
        found.append(Stay(group.id, woman, joined, left, why, pauses))
        if left and draw(st.booleans()):
            again = left + dt.timedelta(days=draw(st.integers(1, 40)))
            found.append(Stay(group.id, woman, again, None, None))
    return found


def _marks(draw: st.DrawFn, session: Session, stays: tuple[Stay, ...]) -> dict[UUID, Status]:
    here = sorted({stay.woman for stay in stays if stay.covers(session.day)}, key=str)
    drawn = {woman: draw(st.none() | st.sampled_from(Status)) for woman in here}
    return {woman: status for woman, status in drawn.items() if status is not None}


def _nominations(draw: st.DrawFn) -> list[Nominated]:
    found = []
    for number in range(draw(st.integers(0, 12))):
        made = FIRST + dt.timedelta(days=draw(st.integers(0, 500)))
        decision = draw(st.none() | st.sampled_from(Decision))
        decided = made + dt.timedelta(days=draw(st.integers(0, 200))) if decision else None
        talked = draw(st.none() | st.integers(0, 90))
        conversation = None if talked is None else made + dt.timedelta(days=talked)
        group = UUID(int=1) if decision is Decision.SEAT else None
        woman = UUID(int=20_000 + number)
        found.append(Nominated(woman, made, conversation, made, decision, decided, group))
    return found
