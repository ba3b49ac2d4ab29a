"""Women who stayed away without a word and have not been heard of since.

Whoever may record attendance need not read notes, and without the key to notes no follow-up can be
kept. So what such a person records is followed up as soon as somebody with that key is at work.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from groupkit.domain.attendance import Status
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.follow_up import DUE_AFTER_ABSENCE, FollowUp, Matter
from groupkit.domain.group import Group
from groupkit.domain.participant import Participant
from groupkit.domain.roles import Part
from groupkit.domain.session import Session
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group
from groupkit.usecases.following_up import absence_opened
from groupkit.usecases.ports import OpenStore, UnitOfWork
from groupkit.usecases.recording import roster_of

BEHIND = dt.timedelta(days=35)
"""How far back an absence is still followed up."""


@dataclass(frozen=True)
class Unheard:
    """A woman who was last recorded as absent without notice, and whom nobody follows up."""

    group: Group
    session: Session
    participant: Participant


def unheard(work: UnitOfWork, sessions: tuple[Session, ...]) -> tuple[Unheard, ...]:
    """Return who was absent without notice at the last of ``sessions`` that has a mark of her.

    ``sessions`` are by day. Who came since, or said that she would not, is heard of again.
    """
    latest: dict[object, Unheard | None] = {}
    for session in sessions:
        people = {m.participant.id: m.participant for m in roster_of(work, session)}
        for mark in work.attendance.of_session(session.id):
            person = people.get(mark.participant_id)
            stayed_away = person and mark.status is Status.ABSENT_NO_NOTICE
            latest[mark.participant_id] = (
                Unheard(get_group(work, session.group_id), session, person)
                if person and stayed_away
                else None
            )
    return tuple(each for each in latest.values() if each)


def not_followed(work: UnitOfWork, absences: Iterable[Unheard]) -> tuple[Unheard, ...]:
    """Return the absences of which no follow-up is open, and none was closed."""
    followed = {
        (each.participant_id, each.session_id)
        for each in work.follow_ups.all()
        if each.matter is Matter.ABSENCE
    }
    return tuple(
        each for each in absences if (each.participant.id, each.session.id) not in followed
    )


def follow_the_unheard(store: OpenStore, today: dt.date) -> Done[tuple[FollowUp, ...]]:
    """Open the follow-up of every absence of the last 35 days that has none; return the new ones.

    Each is due two days after the session, today at the earliest. Without the key to notes, or
    where all are followed, nothing is kept and nothing noted.
    """
    if not store.may(Part.NOTES):
        return done(())
    with store.work() as work:
        made = tuple(_follow(work, each, today) for each in _unfollowed(work, today))
        for _ in made:
            work.log.note(Deed.ADDED, Subject.CARE)
        if made:
            work.commit()
    women = tuple(each.participant_id for each in made if each.participant_id)
    return done(made, Kind.FOLLOW_UP, ids=women) if made else done(made)


def _unfollowed(work: UnitOfWork, today: dt.date) -> tuple[Unheard, ...]:
    sessions = work.sessions.between(today - BEHIND, today)
    found = unheard(work, tuple(each for each in sessions if not each.cancelled))
    return not_followed(work, (each for each in found if not each.participant.erased))


def _follow(work: UnitOfWork, absence: Unheard, today: dt.date) -> FollowUp:
    due = max(today, absence.session.day + DUE_AFTER_ABSENCE)
    return absence_opened(work, absence.participant.id, absence.session.id, today, due)
