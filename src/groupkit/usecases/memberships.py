"""A woman's way through groups: pauses, leaving, coming back; nothing recorded changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.participant import Leaving, Membership, Pause
from groupkit.domain.refusal import AlreadyRecorded, Refused
from groupkit.usecases.belonging import check_dates, check_unique
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_living, get_membership
from groupkit.usecases.ports import OpenStore, UnitOfWork


def leave(store: OpenStore, membership_id: UUID, day: dt.date, why: Leaving) -> Done[Membership]:
    """Let her leave the group; ``day`` is the last on which she is in it.

    A pause that goes on ends with it, one that lies ahead is none. Returns the membership before,
    for :func:`put_back`.

    Raises:
        Refused: LeftBeforeJoining, LeftBeforeLastMark, PauseOutsideMembership.
    """
    with store.work() as work:
        old = get_membership(work, membership_id)
        pauses = tuple(
            replace(pause, last=day) if pause.last is None and pause.first <= day else pause
            for pause in old.pauses
            if pause.first <= day
        )
        new = replace(old, left=day, why_left=why, pauses=pauses)
        return _kept(work, old, new)


def stay(store: OpenStore, membership_id: UUID) -> Done[Membership]:
    """Take leaving back; she is in the group as before.

    Raises:
        Refused: AlreadyInGroup when she came back meanwhile.
    """
    with store.work() as work:
        old = get_membership(work, membership_id)
        return _kept(work, old, replace(old, left=None, why_left=None))


def pause(store: OpenStore, membership_id: UUID, wanted: Pause) -> Done[Membership]:
    """Note that she stays away by agreement.

    Raises:
        Refused: PauseOutsideMembership, PausesOverlap; MarkedInPause when she came, or stayed
            away, on a day in it.
    """
    with store.work() as work:
        old = get_membership(work, membership_id)
        return _kept(work, old, replace(old, pauses=(*old.pauses, wanted)))


def end_pause(
    store: OpenStore, membership_id: UUID, first: dt.date, last: dt.date | None
) -> Done[Membership]:
    """Let the pause that began on ``first`` end on ``last``; None takes it away.

    Raises:
        Refused: as for :func:`pause`.
    """
    with store.work() as work:
        old = get_membership(work, membership_id)
        kept = tuple(
            replace(each, last=last) if each.first == first else each
            for each in old.pauses
            if each.first != first or last is not None
        )
        return _kept(work, old, replace(old, pauses=kept))


def put_back(store: OpenStore, before: Membership) -> Done[Membership]:
    """Put a membership's dates, reason and pauses back as they were.

    Raises:
        Refused: when something was recorded meanwhile that they would leave outside.
    """
    with store.work() as work:
        old = get_membership(work, before.id)
        return _kept(work, old, replace(before, participant=old.participant))


def come_back(
    store: OpenStore, participant_id: UUID, group_id: UUID, joined: dt.date
) -> Done[Membership]:
    """Let a woman who is known into a group: a return, another group, or on the day itself.

    Raises:
        Refused: AlreadyInGroup, AliasTaken, ParticipantErased.
    """
    with store.work() as work:
        get_group(work, group_id)
        who = get_living(work, participant_id)
        made = Membership(uuid4(), group_id, who, joined)
        check_dates(work, made)
        check_unique(work, made)
        work.members.add_all([made])
        work.log.note(Deed.ADDED, Subject.MEMBERSHIP, participant_id, group_id)
        work.commit()
    return done(made, Kind.MEMBER, Kind.PERSON, ids=(group_id, participant_id))


def take_out(store: OpenStore, membership_id: UUID) -> Done[Membership]:
    """Take back a coming in at which nothing was recorded; who she is stays.

    Raises:
        Refused: AlreadyRecorded.
    """
    with store.work() as work:
        old = get_membership(work, membership_id)
        days = [
            day
            for day in work.attendance.days_of(old.group_id, old.participant.id)
            if old.covers(day)
        ]
        if days:
            raise Refused(AlreadyRecorded(min(days)))
        work.members.remove(membership_id)
        work.log.note(Deed.REMOVED, Subject.MEMBERSHIP, old.participant.id, old.group_id)
        work.commit()
    return done(old, Kind.MEMBER, Kind.PERSON, ids=(old.group_id, old.participant.id))


def _kept(work: UnitOfWork, old: Membership, new: Membership) -> Done[Membership]:
    """Keep ``new`` in place of ``old`` and return ``old``."""
    group_id, her = old.group_id, old.participant.id
    check_dates(work, new)
    work.members.change(new)
    work.log.note(Deed.CHANGED, Subject.MEMBERSHIP, her, group_id)
    work.commit()
    return done(old, Kind.MEMBER, Kind.PERSON, Kind.ATTENDANCE, ids=(group_id, her))
