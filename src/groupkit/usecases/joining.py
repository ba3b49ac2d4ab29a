"""Women joining and leaving a group."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.group import Group
from groupkit.domain.participant import Membership, Participant, next_number
from groupkit.domain.refusal import AlreadyRecorded, Refused
from groupkit.usecases.belonging import check_dates, check_name, check_unique
from groupkit.usecases.changes import Done, Kind, done
from groupkit.usecases.finding import get_group, get_living, get_membership
from groupkit.usecases.ports import OpenStore


@dataclass(frozen=True)
class Circle:
    """A group's memberships, the number that the next woman would get, and the first day."""

    group: Group
    memberships: tuple[Membership, ...]
    next_number: str
    first_day: dt.date


@dataclass(frozen=True)
class Person:
    """What is typed about a woman in a group; ``left`` is None while she is in it."""

    alias: str
    number: str
    joined: dt.date
    left: dt.date | None = None


def circle(store: OpenStore, group_id: UUID, today: dt.date) -> Circle:
    """Return who is, was and will be in the group."""
    with store.work() as work:
        group = get_group(work, group_id)
        sessions = work.sessions.going_of_group(group_id)
        first_day = sessions[0].day if sessions else group.course.start
        number = next_number(work.members.numbers(), today.year)
        return Circle(group, work.members.of_group(group_id), number, first_day)


def join(store: OpenStore, group_id: UUID, person: Person) -> Done[Membership]:
    """Let a woman into the group.

    Raises:
        Refused: a rule on a field or date, NumberTaken or AliasTaken.
    """
    with store.work() as work:
        get_group(work, group_id)
        participant = Participant(uuid4(), person.alias, person.number)
        membership = Membership(uuid4(), group_id, participant, person.joined, person.left)
        check_unique(work, membership)
        work.members.add_all([membership])
        work.log.note(Deed.ADDED, Subject.PARTICIPANT, participant.id, group_id)
        work.commit()
    return done(membership, Kind.MEMBER, ids=(group_id,))


def change_membership(store: OpenStore, membership_id: UUID, person: Person) -> Done[Membership]:
    """Correct alias, number or dates; nothing that was recorded changes.

    Raises:
        Refused: as for joining, or dates that would cut off a recorded session or meet another
            time of hers in the group; ParticipantErased for a name given to nobody.
    """
    with store.work() as work:
        old = get_membership(work, membership_id)
        participant = replace(old.participant, alias=person.alias, number=person.number)
        if participant != old.participant:
            get_living(work, participant.id)
        why = old.why_left if person.left else None
        new = replace(
            old, participant=participant, joined=person.joined, left=person.left, why_left=why
        )
        check_name(work, participant)
        check_dates(work, new)
        work.members.change(new)
        work.log.note(Deed.CHANGED, Subject.PARTICIPANT, participant.id, old.group_id)
        work.commit()
    return done(new, Kind.MEMBER, ids=(old.group_id,))


def undo_join(store: OpenStore, membership_id: UUID) -> Done[Membership]:
    """Take back a joining at which nothing has been recorded yet.

    Raises:
        Refused: AlreadyRecorded when she has a mark or a note.
    """
    with store.work() as work:
        old = get_membership(work, membership_id)
        days = work.attendance.days_of(old.group_id, old.participant.id)
        if days:
            raise Refused(AlreadyRecorded(min(days)))
        work.members.remove(membership_id)
        work.log.note(Deed.REMOVED, Subject.PARTICIPANT, old.participant.id, old.group_id)
        work.commit()
    return done(old, Kind.MEMBER, ids=(old.group_id,))
