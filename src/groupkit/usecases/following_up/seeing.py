"""Follow-ups as they are seen: by due day, with her rule and their history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from groupkit.domain.follow_up import FollowUp, Step
from groupkit.domain.group import Group
from groupkit.domain.participant import Participant
from groupkit.domain.refusal import NotFound, Refused
from groupkit.domain.safe_contact import SafeContact
from groupkit.domain.session import Session
from groupkit.usecases.ports import OpenStore, UnitOfWork


@dataclass(frozen=True)
class Waiting:
    """A follow-up with all that somebody needs who is about to do it.

    ``contact`` is her rule without the number; ``contact_is_old`` says that it is to be confirmed
    when you meet.
    """

    follow_up: FollowUp
    owner: str
    participant: Participant | None
    group: Group | None
    session: Session | None
    contact: SafeContact
    contact_is_old: bool
    is_mine: bool
    steps: tuple[Step, ...] = ()

    def is_overdue(self, today: dt.date) -> bool:
        """Return whether its day has passed."""
        return self.follow_up.is_overdue(today)


def waiting(store: OpenStore, today: dt.date) -> tuple[Waiting, ...]:
    """Return every open follow-up by due day.

    Raises:
        Refused: NotForYourRole without the key to notes.
    """
    with store.work() as work:
        return tuple(_waiting(work, each, today) for each in work.follow_ups.open())


def of_participant(store: OpenStore, participant_id: UUID, today: dt.date) -> tuple[Waiting, ...]:
    """Return a woman's follow-ups: the open ones by due day, then the closed ones, newest first."""
    with store.work() as work:
        found = work.follow_ups.of_participant(participant_id)
        open_ones = [each for each in found if each.is_open]
        closed = [each for each in found if not each.is_open]
        closed.sort(key=lambda each: each.closed or each.due, reverse=True)
        return tuple(_waiting(work, each, today) for each in (*open_ones, *closed))


def still_open(store: OpenStore, session_id: UUID, today: dt.date) -> tuple[Waiting, ...]:
    """Return what is still open for the women of a session's group, for the session's page."""
    with store.work() as work:
        session = work.sessions.find(session_id)
        if session is None:
            raise Refused(NotFound("session", str(session_id)))
        women = {m.participant.id for m in work.members.of_group(session.group_id)}
        return tuple(
            _waiting(work, each, today)
            for each in work.follow_ups.open()
            if each.participant_id in women
        )


@dataclass(frozen=True)
class Told:
    """The history of a follow-up, and the names of the staff."""

    steps: tuple[Step, ...]
    people: Mapping[UUID, str]


def told_of(store: OpenStore, follow_up_id: UUID) -> Told:
    """Return what was done with a follow-up, the oldest first."""
    with store.work() as work:
        return Told(work.follow_ups.history(follow_up_id), work.users.names())


def _waiting(work: UnitOfWork, follow_up: FollowUp, today: dt.date) -> Waiting:
    her = follow_up.participant_id
    session = work.sessions.find(follow_up.session_id) if follow_up.session_id else None
    contact = work.safe_contacts.get(her) if her else SafeContact()
    days = work.practices.get().contact_days
    return Waiting(
        follow_up,
        work.users.names().get(follow_up.owner, ""),
        work.members.participant(her) if her else None,
        work.groups.find(session.group_id) if session else None,
        session,
        replace(contact, reach=""),
        contact.is_old(today, days),
        follow_up.owner == work.users.me(),
        work.follow_ups.history(follow_up.id),
    )
