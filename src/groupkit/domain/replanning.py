"""Changing a plan that has begun: every change gives the whole plan anew, nothing held is touched.

A session is settled when its day has passed or anything is recorded of it; settled sessions keep
their day and their number. Sessions that are still open are numbered on from there, by day. A
cancelled session stays in the plan, without a number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from groupkit.domain.closed import ClosedDays, write_steps
from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import (
    DayClosed,
    DayInPast,
    DayTaken,
    NoSessionAhead,
    NotFound,
    Refused,
    SessionIsPast,
    TooManySessions,
)
from groupkit.domain.schedule import (
    WEEK,
    Breach,
    Course,
    Way,
    breaches,
    other_days,
)
from groupkit.domain.session import Session

MOST_SESSIONS = 40


class Rest(StrEnum):
    """What becomes of the sessions after one that moves."""

    STAYS = "stays"
    FOLLOWS = "follows"
    """They move by as many weeks, on around closed days."""


@dataclass(frozen=True)
class Timetable:
    """A group's sessions by day, and what decides which of them may still change.

    ``settled`` holds the ids of the sessions of which anything is recorded.
    """

    course: Course
    sessions: tuple[Session, ...]
    settled: frozenset[UUID]
    closed: ClosedDays
    today: dt.date

    @property
    def held(self) -> tuple[Session, ...]:
        """The sessions that stay in any case: cancelled ones are not among them."""
        return tuple(s for s in self.sessions if not s.cancelled and not self.is_open(s))

    @property
    def open(self) -> tuple[Session, ...]:
        """The sessions that can still change, by day."""
        return tuple(session for session in self.sessions if self.is_open(session))

    def is_open(self, session: Session) -> bool:
        """Return whether ``session`` can still be moved or cancelled."""
        if session.cancelled or session.recorded or session.id in self.settled:
            return False
        return session.day >= self.today

    def get_open(self, session_id: UUID) -> Session:
        """Return an open session.

        Raises:
            Refused: NotFound, or SessionIsPast for one that is settled or cancelled.
        """
        found = next((s for s in self.sessions if s.id == session_id), None)
        if found is None:
            raise Refused(NotFound("session", str(session_id)))
        if not self.is_open(found):
            raise Refused(SessionIsPast(found.number, found.day))
        return found

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """Where the plan does not come out as the course asks."""
        return breaches_of(self.course, self.sessions)


def breaches_of(course: Course, sessions: Iterable[Session]) -> tuple[Breach, ...]:
    """Return where ``sessions`` do not come out as ``course`` asks; cancelled ones don't count."""
    days = sorted(session.day for session in sessions if not session.cancelled)
    return breaches(course, days[0], days[-1], len(days)) if days else (Breach.FEWER,)


def move(
    table: Timetable,
    session_id: UUID,
    day: dt.date,
    *,
    starts: dt.time | None = None,
    rest: Rest = Rest.STAYS,
    why: str = "",
) -> tuple[Session, ...]:
    """Return the sessions with one of them on ``day``, at ``starts`` where that changes too.

    Raises:
        Refused: DayInPast, DayClosed, DayTaken, SessionIsPast, EndsNextDay.
    """
    session = table.get_open(session_id)
    _check_day(table, day, but=session_id, rest=rest, at=session.day)
    moved = _on(session, day, table.closed, why)
    if starts is not None and starts != session.starts:
        moved = replace(moved, starts=starts, why=why or moved.why, revision=session.revision + 1)
    changed = {session_id: moved}
    if rest is Rest.FOLLOWS:
        changed |= _following(table, session, moved, why)
    return _put(table, changed.values())


def _following(table: Timetable, session: Session, moved: Session, why: str) -> dict[UUID, Session]:
    """Move every later open session by as many whole weeks, on to the next open day."""
    weeks = round((moved.day - session.day) / WEEK)
    changed: dict[UUID, Session] = {}
    before = moved.day
    followers = [s for s in table.open if s.day > session.day]
    # Moved back past others, they would fall on the days of those.
    ids = {session.id, *(s.id for s in followers)}
    taken = {s.day for s in table.sessions if not s.cancelled and s.id not in ids}
    for later in followers:
        # From the day of its rhythm: what moved it once need not move it again.
        base = later.moved_from if later.moved_from and not later.why else later.day
        day = base + weeks * WEEK
        while table.closed.find(day) or day in taken or day - before < WEEK:
            day += WEEK
        changed[later.id] = _on(later, in_reach(day), table.closed, why)
        before = day
    return changed


def _on(session: Session, day: dt.date, closed: ClosedDays, why: str) -> Session:
    if day == session.day:
        return session
    origin = session.moved_from or session.day
    closed_there = closed.find(origin)
    return replace(
        session,
        day=day,
        moved_from=origin if origin != day else None,
        reason=write_steps([closed_there]) if closed_there and origin != day else "",
        why=why,
        revision=session.revision + 1,
    )


def cancel(table: Timetable, session_id: UUID, why: str = "") -> tuple[Session, ...]:
    """Return the sessions with one of them cancelled.

    Raises:
        Refused: SessionIsPast.
    """
    return _put(table, [_cancelled(table.get_open(session_id), why)])


def _cancelled(session: Session, why: str) -> Session:
    return replace(session, cancelled=True, why=why, revision=session.revision + 1)


def not_held(table: Timetable, session_id: UUID, why: str = "") -> tuple[Session, ...]:
    """Return the sessions with one whose day has passed, and that did not take place, cancelled.

    Raises:
        Refused: SessionIsPast when anything is recorded of it.
    """
    found = next((s for s in table.sessions if s.id == session_id), None)
    if found is None:
        raise Refused(NotFound("session", str(session_id)))
    if found.cancelled or found.recorded or found.id in table.settled:
        raise Refused(SessionIsPast(found.number, found.day))
    return _put(table, [_cancelled(found, why)])


def insert(table: Timetable, session: Session) -> tuple[Session, ...]:
    """Return the sessions with a new one among them; its number counts for nothing.

    Raises:
        Refused: DayInPast, DayClosed, DayTaken, TooManySessions.
    """
    _check_day(table, session.day)
    return _put(table, [session])


def end_early(table: Timetable, last_id: UUID, why: str = "") -> tuple[Session, ...]:
    """Return the sessions with every open one after ``last_id`` cancelled.

    Raises:
        Refused: NoSessionAhead when there is none, NotFound.
    """
    last = next((s for s in table.sessions if s.id == last_id), None)
    if last is None:
        raise Refused(NotFound("session", str(last_id)))
    later = [session for session in table.open if session.day > last.day]
    if not later:
        raise Refused(NoSessionAhead())
    return _put(table, [_cancelled(session, why) for session in later])


def extend(
    table: Timetable, ids: Iterable[UUID], why: str = "", group_id: UUID | None = None
) -> tuple[Session, ...]:
    """Return the sessions with one more for each of ``ids``, going on in the rhythm.

    They start and last as the last session does; closed days are stepped over.

    Raises:
        Refused: NoSessionAhead for a group without sessions, TooManySessions, DateOutOfReach.
    """
    going = [session for session in table.sessions if not session.cancelled]
    if not going:
        raise Refused(NoSessionAhead())
    last, course = going[-1], table.course
    turn = last.moved_from if last.moved_from and not last.why else last.day
    added: list[Session] = []
    before = last.day
    for session_id in ids:
        turn = course.after(turn)
        day = turn
        while table.closed.find(day) or day - before < WEEK or day < table.today:
            day += WEEK
        moved_from = turn if day != turn else None
        shut = table.closed.find(turn)
        reason = write_steps([shut]) if shut else ""
        added.append(
            Session(
                session_id, group_id or last.group_id, 1, in_reach(day), last.starts,
                last.minutes, moved_from, reason, why=why,
            )
        )  # fmt: skip
        before = day
    return _put(table, added)


def swap(
    table: Timetable, session_ids: Iterable[UUID], leaders: tuple[str, ...], why: str = ""
) -> tuple[Session, ...]:
    """Return the sessions with ``leaders`` leading those named; () gives them back to the group's.

    Raises:
        Refused: SessionIsPast, TooManyFacilitators.
    """
    changed = [
        replace(table.get_open(session_id), leaders=leaders, why=why) for session_id in session_ids
    ]
    return _put(table, changed)


def _check_day(
    table: Timetable,
    day: dt.date,
    *,
    but: UUID | None = None,
    rest: Rest = Rest.STAYS,
    at: dt.date | None = None,
) -> None:
    in_reach(day)
    if day < table.today:
        raise Refused(DayInPast(day))
    shut = table.closed.find(day)
    if shut is not None:
        raise Refused(DayClosed(day, shut.why.value, shut.name))
    for other in table.sessions:
        if other.cancelled or other.id == but or other.day != day:
            continue
        follows = rest is Rest.FOLLOWS and table.is_open(other) and at and other.day > at
        if not follows:
            raise Refused(DayTaken(day, other.number))


def _put(table: Timetable, changed: Iterable[Session]) -> tuple[Session, ...]:
    before = {session.id: session for session in table.sessions}
    by_id = before | {session.id: session for session in changed}
    if len(by_id) > MOST_SESSIONS:
        raise Refused(TooManySessions(MOST_SESSIONS))
    in_order = sorted(by_id.values(), key=_by_day)
    fixed = {session.id for session in table.held}
    number = max((s.number for s in in_order if s.id in fixed and not s.cancelled), default=0)
    numbered: list[Session] = []
    for session in in_order:
        if session.cancelled or session.id in fixed:
            numbered.append(session)
            continue
        number += 1
        numbered.append(replace(session, number=number))
    return tuple(_revised(session, before.get(session.id)) for session in numbered)


def _revised(session: Session, before: Session | None) -> Session:
    """Return ``session`` under a later revision when a calendar would show it otherwise."""
    if before is None or session.revision > before.revision:
        return session
    if (session.number, session.leaders) == (before.number, before.leaders):
        return session
    return replace(session, revision=before.revision + 1)


def _by_day(session: Session) -> tuple[dt.date, dt.time, int]:
    return session.day, session.starts, session.number


@dataclass(frozen=True)
class Difference:
    """What one change did to one session; None where it was not there before, or is not now."""

    before: Session | None
    after: Session | None

    @property
    def cancels(self) -> bool:
        """Whether the session falls away."""
        was = self.before is None or self.before.cancelled
        return not was and (self.after is None or self.after.cancelled)


def differences(before: Iterable[Session], after: Iterable[Session]) -> tuple[Difference, ...]:
    """Return what differs between two plans of one group, in the order of the days before."""
    was, will = {s.id: s for s in before}, {s.id: s for s in after}
    ids = dict.fromkeys([*was, *will])
    pairs = (Difference(was.get(each), will.get(each)) for each in ids)
    return tuple(pair for pair in pairs if _shown(pair.before) != _shown(pair.after))


def _shown(session: Session | None) -> tuple[object, ...] | None:
    if session is None:
        return None
    return (session.day, session.starts, session.minutes, session.cancelled, session.leaders,
            session.place)  # fmt: skip


@dataclass(frozen=True)
class WayOut:
    """One way out for a session that cannot be held on its day, and the plan that comes of it."""

    way: Way
    day: dt.date | None
    sessions: tuple[Session, ...]


def ways_out(table: Timetable, session_id: UUID, why: str = "") -> tuple[WayOut, ...]:
    """Return what a person would see: a week later, another day of the week, or leave it out.

    Raises:
        Refused: SessionIsPast.
    """
    session = table.get_open(session_id)
    later = session.day + WEEK
    while table.closed.find(later):
        later += WEEK
    moves: list[tuple[Way, dt.date, Rest]] = [
        (Way.LATER_AND_BACK, later, Rest.STAYS),
        *((Way.OTHER_DAY, day, Rest.STAYS) for day in other_days(session.day)),
        (Way.LATER_FROM_HERE, later, Rest.FOLLOWS),
    ]
    found: list[WayOut] = []
    for way, day, rest in moves:
        try:
            sessions = move(table, session_id, day, rest=rest, why=why)
        except Refused:
            continue
        if all(sessions != other.sessions for other in found):
            found.append(WayOut(way, day, sessions))
    return (*found, WayOut(Way.LEFT_OUT, None, cancel(table, session_id, why)))
