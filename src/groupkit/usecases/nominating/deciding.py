"""Decisions on nominations, what to think of before, and the seat in a group."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.composition import Concern, concerns
from groupkit.domain.nomination import Nomination, Verdict
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.refusal import (
    AlreadyRecorded,
    NominationChangedSince,
    Refused,
)
from groupkit.usecases.belonging import check_dates, check_unique
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_living, get_participant
from groupkit.usecases.nominating.board import get_nomination
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class Decided:
    """A nomination before and after its decision, and the membership that came of a seat."""

    before: Nomination
    after: Nomination
    membership: Membership | None = None


def decide(
    store: OpenStore,
    nomination_id: UUID,
    verdict: Verdict,
    expected: int,
    today: dt.date,
    joined: dt.date | None = None,
) -> Done[Decided]:
    """Decide a nomination that was read at the revision ``expected``.

    A seat makes her a member from ``joined`` on, or from the group's first day, or from today when
    the group has begun.

    Raises:
        Refused: NominationChangedSince, NominationDecided, SeatNeedsHerYes, InFuture,
            AlreadyInGroup, AliasTaken, what a membership's dates may not be.
    """
    with store.work() as work:
        before = get_nomination(work, nomination_id)
        if before.revision != expected:
            raise Refused(NominationChangedSince())
        who = get_living(work, before.participant_id)
        after = before.decided(verdict)
        after.check_not_ahead(today)
        work.nominations.change(after)
        membership = None
        if verdict.group_id is not None:
            membership = _seated(work, who, verdict.group_id, joined, today)
        work.log.note(Deed.CONFIRMED, Subject.NOMINATION, after.id, who.id)
        work.commit()
    kinds = (Kind.NOMINATION, Kind.MEMBER) if membership else (Kind.NOMINATION,)
    ids = (who.id, *((membership.group_id,) if membership else ()))
    return done(Decided(before, after, membership), *kinds, ids=ids)


def take_back(store: OpenStore, decided: Decided) -> Done[Nomination]:
    """Take the decision back, and the membership that came of it.

    Raises:
        Refused: NominationChangedSince; AlreadyRecorded when something is recorded of her.
    """
    with store.work() as work:
        known = get_nomination(work, decided.after.id)
        if known.revision != decided.after.revision:
            raise Refused(NominationChangedSince())
        if decided.membership is not None:
            membership = decided.membership
            recorded = work.attendance.days_of(membership.group_id, known.participant_id)
            days = [day for day in recorded if membership.covers(day)]
            if days:
                raise Refused(AlreadyRecorded(min(days)))
            work.members.remove(membership.id)
        back = replace(known, verdict=decided.before.verdict, revision=known.revision + 1)
        work.nominations.change(back)
        work.log.note(Deed.CHANGED, Subject.NOMINATION, back.id, back.participant_id)
        work.commit()
    return done(back, Kind.NOMINATION, Kind.MEMBER, ids=(back.participant_id,))


def composition(
    store: OpenStore, participant_id: UUID, group_id: UUID, today: dt.date
) -> tuple[Concern, ...]:
    """Return what to think of before she gets a seat in the group; no other woman is named."""
    with store.work() as work:
        get_participant(work, participant_id)
        get_group(work, group_id)
        members = {
            each.participant.id for each in work.members.of_group(group_id) if each.is_ahead(today)
        }
        return concerns(
            participant_id,
            members,
            work.ties.of_participant(participant_id),
            needs_interpreter=work.profiles.get(participant_id).interpreter,
            seats=work.practices.get().seats,
        )


def _seated(
    work: UnitOfWork, who: Participant, group_id: UUID, joined: dt.date | None, today: dt.date
) -> Membership:
    group = get_group(work, group_id)
    if joined is None:
        sessions = work.sessions.going_of_group(group_id)
        first = sessions[0].day if sessions else group.course.start
        joined = max(first, today)
    membership = Membership(uuid4(), group_id, who, joined)
    check_dates(work, membership)
    check_unique(work, membership)
    work.members.add_all([membership])
    work.log.note(Deed.ADDED, Subject.PARTICIPANT, who.id, group_id)
    return membership
