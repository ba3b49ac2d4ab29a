"""Whose names a session's notes are watched for."""

from __future__ import annotations

from uuid import UUID

from groupkit.domain.guards import Named
from groupkit.domain.roles import Part
from groupkit.usecases.finding import get_session
from groupkit.usecases.ports import OpenStore


def women_of(store: OpenStore, session_id: UUID) -> tuple[Named, ...]:
    """Return the women who are or were in the session's group; () without the key to people."""
    if not store.may(Part.PEOPLE):
        return ()
    with store.work() as work:
        group_id = get_session(work, session_id).group_id
        women = {
            each.participant.id: each.participant
            for each in work.members.of_group(group_id)
            if each.participant.erased is None
        }
    return tuple(Named(woman.id, (woman.alias,)) for woman in women.values())
