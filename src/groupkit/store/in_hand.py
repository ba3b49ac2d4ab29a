"""Rows about a woman whose id is sealed in them: what the schema can't ask is asked here."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, update

from groupkit.store.tables import participant


def take_in_hand(connection: Connection, participant_id: UUID) -> None:
    """Note that something sealed may be kept of her, so that nobody removes her unseen.

    Raises:
        LookupError: she is not in the store, or was erased.
    """
    there = (participant.c.id == participant_id) & participant.c.erased.is_(None)
    changed = connection.execute(update(participant).where(there).values(handled=1))
    if changed.rowcount == 0:
        raise LookupError("nothing is kept of who is not there")
