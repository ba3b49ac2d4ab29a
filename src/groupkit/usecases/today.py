"""What today asks for: the next sessions and what they lack, and records not yet finished."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from groupkit.domain.group import Group
from groupkit.domain.roles import Part
from groupkit.domain.session import Session
from groupkit.usecases.finding import get_group
from groupkit.usecases.following_up import Waiting, waiting
from groupkit.usecases.ports import OpenStore, UnitOfWork
from groupkit.usecases.recording import roster_of
from groupkit.usecases.unheard import BEHIND, Unheard, not_followed, unheard

AHEAD = dt.timedelta(days=28)


class Missing(StrEnum):
    """What a coming session still lacks."""

    TOPIC = "topic"
    AGENDA = "agenda"
    PARTICIPANTS = "participants"


@dataclass(frozen=True)
class Coming:
    """A coming session and what is missing for it."""

    group: Group
    session: Session
    missing: tuple[Missing, ...]


@dataclass(frozen=True)
class Unfinished:
    """A session held whose record is not declared finished."""

    group: Group
    session: Session
    marked: int
    members: int


@dataclass(frozen=True)
class Nominated:
    """How many nominations wait for a decision or a seat, and the days of the longest wait."""

    open: int
    longest: int


@dataclass(frozen=True)
class Today:
    """What Today shows."""

    coming: tuple[Coming, ...]
    unfinished: tuple[Unfinished, ...]
    unheard: tuple[Unheard, ...]
    has_groups: bool
    follow_ups: tuple[Waiting, ...] = ()
    nominated: Nominated | None = None


def today(store: OpenStore, day: dt.date) -> Today:
    """Return the next session of each group within four weeks, and the loose ends of five.

    Loose ends are of women; who may not see them has none. Follow-ups are for who reads notes.
    """
    follow_ups = waiting(store, day) if store.may(Part.NOTES) else ()
    followed = {each.follow_up.participant_id for each in follow_ups}
    with store.work() as work:
        ahead = _going(work, day, day + AHEAD)
        behind = _going(work, day - BEHIND, day) if store.may(Part.PEOPLE) else ()
        return Today(
            tuple(_coming(work, session) for session in _first_of_each_group(ahead)),
            tuple(
                _unfinished(work, session)
                for session in behind
                if not session.recorded and roster_of(work, session)
            ),
            _unheard(
                store,
                work,
                (each for each in unheard(work, behind) if each.participant.id not in followed),
            ),
            bool(work.groups.all()),
            follow_ups,
            _nominated(work, day) if store.may(Part.PEOPLE) else None,
        )


def _nominated(work: UnitOfWork, day: dt.date) -> Nominated | None:
    waits = [each.days_waited(day) for each in work.nominations.all() if each.is_open]
    return Nominated(len(waits), max(waits)) if waits else None


def _going(work: UnitOfWork, first: dt.date, last: dt.date) -> tuple[Session, ...]:
    return tuple(each for each in work.sessions.between(first, last) if not each.cancelled)


def _first_of_each_group(sessions: tuple[Session, ...]) -> list[Session]:
    first: dict[object, Session] = {}
    for session in sessions:
        if not session.recorded:
            first.setdefault(session.group_id, session)
    return list(first.values())


def _coming(work: UnitOfWork, session: Session) -> Coming:
    lacks = {
        Missing.TOPIC: not session.topic,
        Missing.AGENDA: not work.agendas.of_session(session.id).items,
        Missing.PARTICIPANTS: not work.members.how_many_on(session.group_id, session.day),
    }
    missing = tuple(what for what, is_missing in lacks.items() if is_missing)
    return Coming(get_group(work, session.group_id), session, missing)


def _unfinished(work: UnitOfWork, session: Session) -> Unfinished:
    going = (m for m in roster_of(work, session) if not m.is_paused(session.day))
    members = {m.participant.id for m in going}
    marked = {mark.participant_id for mark in work.attendance.of_session(session.id)}
    group = get_group(work, session.group_id)
    return Unfinished(group, session, len(members & marked), len(members))


def _unheard(
    store: OpenStore, work: UnitOfWork, absences: Iterable[Unheard]
) -> tuple[Unheard, ...]:
    """Return the absences that nobody followed up, so far as that can be read."""
    return not_followed(work, absences) if store.may(Part.NOTES) else tuple(absences)
