"""What a membership may not be: beside another of hers, under another's name, past what is kept."""

from __future__ import annotations

from dataclasses import replace

from groupkit.domain.attendance import Status
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.refusal import (
    AliasTaken,
    AlreadyInGroup,
    MarkedInPause,
    NumberTaken,
    Refused,
)
from groupkit.usecases.ports import UnitOfWork


def check_name(work: UnitOfWork, who: Participant) -> None:
    """Refuse a number, or in one of her groups an alias, that another woman has.

    Raises:
        Refused: NumberTaken, AliasTaken.
    """
    for membership in work.members.of_participant(who.id):
        check_unique(work, replace(membership, participant=who))
    _check_number(work, who)


def check_unique(work: UnitOfWork, membership: Membership) -> None:
    """Refuse a number or, within the group, an alias that another woman has.

    Raises:
        Refused: NumberTaken, AliasTaken.
    """
    who = membership.participant
    _check_number(work, who)
    if who.erased is not None:
        return
    for other in work.members.of_group(membership.group_id):
        same_name = other.participant.alias.casefold() == who.alias.casefold()
        if same_name and other.participant.id != who.id:
            raise Refused(AliasTaken(who.alias))


def check_dates(work: UnitOfWork, membership: Membership) -> None:
    """Refuse days on which she is in the group already, or that leave out what was recorded.

    Raises:
        Refused: AlreadyInGroup, JoinedAfterFirstMark, LeftBeforeLastMark, MarkedInPause.
    """
    group_id, her = membership.group_id, membership.participant.id
    others = [
        each
        for each in work.members.of_participant(her)
        if each.group_id == group_id and each.id != membership.id
    ]
    for other in others:
        if membership.meets(other):
            raise Refused(AlreadyInGroup(group_id, other.joined))
    days = work.attendance.days_of(group_id, her)
    membership.check_marks(day for day in days if not any(m.covers(day) for m in others))
    _check_pauses(work, membership)


def _check_number(work: UnitOfWork, who: Participant) -> None:
    known = work.members.find_participant(who.number)
    if known is not None and known.id != who.id:
        raise Refused(NumberTaken(who.number))


def _check_pauses(work: UnitOfWork, membership: Membership) -> None:
    """Refuse a pause over a session at which she came, or was recorded as absent."""
    if not membership.pauses:
        return
    paused = {
        session.id: session.day
        for session in work.sessions.going_of_group(membership.group_id)
        if membership.is_paused(session.day)
    }
    for mark in work.attendance.of_sessions(paused):
        is_hers = mark.participant_id == membership.participant.id
        if is_hers and mark.status is not Status.NOT_INVITED:
            raise Refused(MarkedInPause(paused[mark.session_id]))
