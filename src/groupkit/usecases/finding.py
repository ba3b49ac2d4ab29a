"""Getting a thing that must be there."""

from __future__ import annotations

from uuid import UUID

from groupkit.domain.group import Group
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.refusal import NotFound, ParticipantErased, Refused
from groupkit.domain.session import Session
from groupkit.usecases.ports import UnitOfWork


def get_group(work: UnitOfWork, group_id: UUID) -> Group:
    """Return the group, or refuse with NotFound."""
    found = work.groups.find(group_id)
    if found is None:
        raise Refused(NotFound("group", str(group_id)))
    return found


def get_group_named(work: UnitOfWork, name: str) -> Group:
    """Return the group of that name (case doesn't matter), or refuse with NotFound."""
    found = work.groups.find_named(name.strip())
    if found is None:
        raise Refused(NotFound("group", name.strip()[:80]))
    return found


def get_session(work: UnitOfWork, session_id: UUID) -> Session:
    """Return the session, or refuse with NotFound."""
    found = work.sessions.find(session_id)
    if found is None:
        raise Refused(NotFound("session", str(session_id)))
    return found


def get_participant(work: UnitOfWork, participant_id: UUID) -> Participant:
    """Return the participant, or refuse with NotFound."""
    found = work.members.participant(participant_id)
    if found is None:
        raise Refused(NotFound("participant", str(participant_id)))
    return found


def get_living(work: UnitOfWork, participant_id: UUID) -> Participant:
    """Return a participant of whom something can be written, or refuse with ParticipantErased."""
    found = get_participant(work, participant_id)
    if found.erased is not None:
        raise Refused(ParticipantErased(found.erased))
    return found


def get_membership(work: UnitOfWork, membership_id: UUID) -> Membership:
    """Return the membership, or refuse with NotFound."""
    found = work.members.find(membership_id)
    if found is None:
        raise Refused(NotFound("membership", str(membership_id)))
    return found
