"""Changing the plan of a running group: looked at before it is kept, and taken back afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID, uuid4

from groupkit.domain import replanning as rules
from groupkit.domain.agenda import Agenda
from groupkit.domain.booking import Clash, booking, clashes
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.group import Group
from groupkit.domain.plan_history import PlanChange, PlanDeed, PlanStep
from groupkit.domain.programme import fitted
from groupkit.domain.refusal import PlanChangedSince, Refused
from groupkit.domain.replanning import Difference, Rest, Timetable, WayOut
from groupkit.domain.schedule import Breach
from groupkit.domain.session import Session
from groupkit.usecases.calendar_keeping import closed_days
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group
from groupkit.usecases.planning import bookings
from groupkit.usecases.ports import OpenStore, UnitOfWork


class Topics(StrEnum):
    """What becomes of the topics when sessions come or fall away."""

    MOVE_ALONG = "move_along"
    """They go on to the next session, the last one stays last; what finds no session is kept
    with the cancelled one."""
    STAY = "stay"


@dataclass(frozen=True)
class Move:
    """One session to another day, at another time if given."""

    session_id: UUID
    day: dt.date
    starts: dt.time | None = None
    rest: Rest = Rest.STAYS


@dataclass(frozen=True)
class Cancel:
    """One session falls away."""

    session_id: UUID


@dataclass(frozen=True)
class NotHeld:
    """A session whose day has passed did not take place."""

    session_id: UUID


@dataclass(frozen=True)
class Insert:
    """One more session; it starts and lasts as the group's do, unless told otherwise."""

    day: dt.date
    starts: dt.time | None = None


@dataclass(frozen=True)
class EndEarly:
    """The group ends with a session; the later ones fall away."""

    last_id: UUID


@dataclass(frozen=True)
class Extend:
    """So many more sessions in the rhythm."""

    sessions: int


@dataclass(frozen=True)
class Swap:
    """Others lead these sessions; () gives them back to the group's facilitators."""

    session_ids: tuple[UUID, ...]
    leaders: tuple[str, ...]


Wanted = Move | Cancel | NotHeld | Insert | EndEarly | Extend | Swap


@dataclass(frozen=True)
class Change:
    """A change as wanted, with its reason."""

    wanted: Wanted
    why: str = ""
    topics: Topics = Topics.MOVE_ALONG


@dataclass(frozen=True)
class Snapshot:
    """A group's plan at one moment: its sessions by day and their agendas."""

    sessions: tuple[Session, ...]
    agendas: Mapping[UUID, Agenda]


@dataclass(frozen=True)
class Outlook:
    """What a change would do, or did: the plan before and after, and what to know about it."""

    group: Group
    before: Snapshot
    after: Snapshot
    breaches: tuple[Breach, ...]
    clashes: tuple[Clash, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What it moves."""
        return rules.differences(self.before.sessions, self.after.sessions)

    @property
    def topics_lost(self) -> tuple[str, ...]:
        """The topics that had a session before and find none any more."""
        going = [s.topic for s in self.after.sessions if not s.cancelled]
        lost = []
        for session in self.before.sessions:
            if session.cancelled or not session.topic:
                continue
            if session.topic in going:
                going.remove(session.topic)
            else:
                lost.append(session.topic)
        return tuple(lost)

    @property
    def topics_moved(self) -> tuple[tuple[Session, str], ...]:
        """The sessions still to come that get another topic, with the topic they had."""
        had = {session.id: session.topic for session in self.before.sessions}
        return tuple(
            (session, had.get(session.id, ""))
            for session in self.after.sessions
            if not session.cancelled and session.topic != had.get(session.id, "")
        )


def timetable(work: UnitOfWork, group: Group, today: dt.date) -> Timetable:
    """Return a group's sessions with what decides which of them may change."""
    return Timetable(
        group.course,
        work.sessions.of_group(group.id),
        work.attendance.recorded_sessions(group.id),
        closed_days(work, group.id),
        today,
    )


def ways_out(store: OpenStore, session_id: UUID, today: dt.date) -> tuple[WayOut, ...]:
    """Return what can become of a session that cannot be held on its day.

    Raises:
        Refused: NotFound, SessionIsPast.
    """
    with store.work() as work:
        session = work.sessions.find(session_id)
        group = get_group(work, session.group_id) if session else None
        if group is None:
            return ()
        return rules.ways_out(timetable(work, group, today), session_id)


def outlook(store: OpenStore, group_id: UUID, change: Change, today: dt.date) -> Outlook:
    """Return what ``change`` would do; nothing is kept.

    Raises:
        Refused: what the change may not do.
    """
    with store.work() as work:
        return _outlook(work, group_id, change, today)


def replan(store: OpenStore, group_id: UUID, change: Change, today: dt.date) -> Done[Outlook]:
    """Carry out ``change``; the answer is what :func:`take_back` needs to undo it.

    Raises:
        Refused: what the change may not do.
    """
    with store.work() as work:
        found = _outlook(work, group_id, change, today)
        _put(work, group_id, found.after)
        work.plan_changes.note(group_id, _step(change, found))
        work.log.note(Deed.CHANGED, Subject.GROUP, group_id)
        work.commit()
    return done(found, *_touched(found), ids=(group_id,))


def take_back(store: OpenStore, done_before: Outlook) -> Done[Outlook]:
    """Put the plan back as it was before a change; what was changed since is not overwritten.

    Raises:
        Refused: PlanChangedSince.
    """
    group_id = done_before.group.id
    with store.work() as work:
        now = _snapshot(work, work.sessions.of_group(group_id))
        if now != done_before.after or _begun_since(work, done_before):
            raise Refused(PlanChangedSince())
        newest = {session.id: session.revision for session in now.sessions}
        before = tuple(
            replace(session, revision=max(session.revision, newest.get(session.id, 0) + 1))
            for session in done_before.before.sessions
        )
        restored = Snapshot(before, done_before.before.agendas)
        _put(work, group_id, restored)
        sessions = len(done_before.differences)
        work.plan_changes.note(group_id, PlanStep(PlanDeed.TAKEN_BACK, None, None, sessions))
        work.log.note(Deed.CHANGED, Subject.GROUP, group_id)
        work.commit()
    undone = replace(done_before, before=done_before.after, after=restored, clashes=())
    return done(undone, *_touched(undone), ids=(group_id,))


def _touched(found: Outlook) -> tuple[Kind, ...]:
    agendas = found.before.agendas != found.after.agendas
    return (Kind.SESSION, Kind.AGENDA) if agendas else (Kind.SESSION,)


def history(store: OpenStore, group_id: UUID) -> tuple[PlanChange, ...]:
    """Return what was changed in a group's plan, the newest first."""
    with store.work() as work:
        return work.plan_changes.of_group(group_id)


def _outlook(work: UnitOfWork, group_id: UUID, change: Change, today: dt.date) -> Outlook:
    group = get_group(work, group_id)
    table = timetable(work, group, today)
    before = _snapshot(work, table.sessions)
    sessions = _changed(table, group, change)
    after = Snapshot(sessions, before.agendas)
    if change.topics is Topics.MOVE_ALONG and not isinstance(change.wanted, Swap):
        after = _moved_along(table, before, sessions)
    wished = [booking(s, group) for s in sessions if not s.cancelled and s.day >= today]
    others = bookings(work, wished[0].day, wished[-1].day) if wished else ()
    mine = {session.id for session in sessions}
    found = clashes(wished, [other for other in others if other.session_id not in mine])
    return Outlook(group, before, after, rules.breaches_of(group.course, sessions), found)


def _changed(table: Timetable, group: Group, change: Change) -> tuple[Session, ...]:
    wanted, why = change.wanted, change.why
    if isinstance(wanted, Move):
        return rules.move(
            table, wanted.session_id, wanted.day, starts=wanted.starts, rest=wanted.rest, why=why
        )
    if isinstance(wanted, Cancel):
        return rules.cancel(table, wanted.session_id, why)
    if isinstance(wanted, NotHeld):
        return rules.not_held(table, wanted.session_id, why)
    if isinstance(wanted, Insert):
        starts = wanted.starts or group.starts
        new = Session(uuid4(), group.id, 1, wanted.day, starts, group.minutes, why=why)
        return rules.insert(table, new)
    if isinstance(wanted, EndEarly):
        return rules.end_early(table, wanted.last_id, why)
    if isinstance(wanted, Extend):
        return rules.extend(table, [uuid4() for _ in range(wanted.sessions)], why)
    own = wanted.leaders if wanted.leaders != group.facilitators else ()
    return rules.swap(table, wanted.session_ids, own, why)


def _moved_along(table: Timetable, before: Snapshot, sessions: tuple[Session, ...]) -> Snapshot:
    """Let topics and agendas go on to the sessions still to come, the last one staying last."""
    sources = [str(session.id) for session in table.open if _has_content(session, before)]
    by_id = {str(session.id): session for session in table.open}
    targets = [session for session in sessions if _takes_topics(table, session)]
    if len(targets) == len(table.open) and len(sources) < len(targets):
        sources = [str(session.id) for session in table.open]
    given = dict(zip((t.id for t in targets), fitted(tuple(sources), len(targets)), strict=True))
    homeless = [source for source in sources if source not in given.values()]
    for session in sessions:
        if session.cancelled and str(session.id) in by_id:
            given[session.id] = homeless.pop(0) if homeless else ""
    agendas = dict(before.agendas)
    changed: list[Session] = []
    for session in sessions:
        source = given.get(session.id)
        if source is None:
            changed.append(session)
            continue
        origin = by_id.get(source)
        changed.append(replace(session, topic=origin.topic if origin else ""))
        agendas[session.id] = before.agendas.get(origin.id, Agenda()) if origin else Agenda()
    return Snapshot(tuple(changed), agendas)


def _has_content(session: Session, before: Snapshot) -> bool:
    return bool(session.topic or before.agendas.get(session.id, Agenda()).items)


def _takes_topics(table: Timetable, session: Session) -> bool:
    known = {known.id: known for known in table.sessions}
    was = known.get(session.id)
    return not session.cancelled and (was is None or table.is_open(was))


def _snapshot(work: UnitOfWork, sessions: tuple[Session, ...]) -> Snapshot:
    return Snapshot(sessions, {each.id: work.agendas.of_session(each.id) for each in sessions})


def _put(work: UnitOfWork, group_id: UUID, plan: Snapshot) -> None:
    work.sessions.put_plan(group_id, plan.sessions)
    for session in plan.sessions:
        agenda = plan.agendas.get(session.id, Agenda())
        if agenda != work.agendas.of_session(session.id):
            work.agendas.put(session.id, agenda)


def _begun_since(work: UnitOfWork, done_before: Outlook) -> bool:
    """Return whether anything is recorded of a session that the change touched."""
    begun = work.attendance.recorded_sessions(done_before.group.id)
    touched = {pair.after.id for pair in done_before.differences if pair.after}
    return bool(begun & touched)


_DEEDS: Mapping[type[Wanted], PlanDeed] = {
    Move: PlanDeed.MOVED,
    Cancel: PlanDeed.CANCELLED,
    NotHeld: PlanDeed.CANCELLED,
    Insert: PlanDeed.INSERTED,
    EndEarly: PlanDeed.ENDED_EARLY,
    Extend: PlanDeed.EXTENDED,
    Swap: PlanDeed.LEADERS,
}


def _step(change: Change, found: Outlook) -> PlanStep:
    """Return the change as its history tells it: from which day to which."""
    pairs = found.differences
    first = _first_touched(change.wanted, pairs)
    day = first.before.day if first and first.before else None
    to = first.after.day if first and first.after and not first.after.cancelled else None
    return PlanStep(_DEEDS[type(change.wanted)], day, to, len(pairs), change.why)


def _first_touched(wanted: Wanted, pairs: tuple[Difference, ...]) -> Difference | None:
    if isinstance(wanted, Move):
        moved = (p for p in pairs if p.before and p.before.id == wanted.session_id)
        return next(moved, None)
    return pairs[0] if pairs else None
