"""The group's note and each woman's own note, sealed."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid4

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import sqlite

from groupkit.store.sealed import BROKEN, GROUP_NOTE, OWN_NOTE
from groupkit.store.tables import group_note, own_note
from groupkit.usecases.ports import StoreKeys


class NoteRows:
    """Notes by session; implements ``usecases.ports.Notes``.

    A note that could not be opened reads as ``sealed.BROKEN``; put back as it was read, it stays
    as it is.
    """

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._group_note = GROUP_NOTE.of(keys)
        self._own_note = OWN_NOTE.of(keys)

    def of_group(self, session_id: UUID) -> str:
        """Return the group's note of the session, '' without one."""
        row = self._connection.execute(
            select(group_note.c.id, group_note.c.text).where(group_note.c.session_id == session_id)
        ).one_or_none()
        return "" if row is None else self._group_note.open_or_broken(row.id, row.text, session_id)

    def put_of_group(self, session_id: UUID, note: str) -> None:
        """Keep the group's note; an empty one removes it."""
        if note == BROKEN:
            return
        if not note:
            self._connection.execute(
                delete(group_note).where(group_note.c.session_id == session_id)
            )
            return
        row_id = uuid4()
        added = sqlite.insert(group_note)
        replaced = added.on_conflict_do_update(
            index_elements=["session_id"],
            set_={name: added.excluded[name] for name in ("id", "text")},
        )
        sealed = self._group_note.seal(row_id, note, session_id)
        self._connection.execute(replaced, {"id": row_id, "session_id": session_id, "text": sealed})

    def of_women(self, session_id: UUID) -> Mapping[UUID, str]:
        """Return the notes by participant id."""
        rows = self._connection.execute(
            select(own_note.c.id, own_note.c.participant_id, own_note.c.text).where(
                own_note.c.session_id == session_id
            )
        )
        return {
            participant_id: self._own_note.open_or_broken(row_id, text, session_id, participant_id)
            for row_id, participant_id, text in rows
        }

    def put_of_women(self, session_id: UUID, notes: Mapping[UUID, str]) -> None:
        """Keep the notes by participant id; an empty one removes that woman's note.

        A note outside her membership is an IntegrityError.
        """
        for participant_id, note in notes.items():
            if not note:
                self._connection.execute(
                    delete(own_note).where(
                        own_note.c.session_id == session_id,
                        own_note.c.participant_id == participant_id,
                    )
                )
        rows = [
            self._own_row(session_id, participant_id, note)
            for participant_id, note in notes.items()
            if note not in {"", BROKEN}
        ]
        if not rows:
            return
        added = sqlite.insert(own_note)
        replaced = added.on_conflict_do_update(
            index_elements=["session_id", "participant_id"],
            set_={name: added.excluded[name] for name in ("id", "text")},
        )
        self._connection.execute(replaced, rows)

    def all_of_groups(self) -> tuple[tuple[UUID, str], ...]:
        """Return session and group's note, for every note."""
        rows = self._connection.execute(
            select(group_note.c.session_id, group_note.c.id, group_note.c.text)
        )
        return tuple(
            (session_id, self._group_note.open_or_broken(row_id, text, session_id))
            for session_id, row_id, text in rows
        )

    def all_of_women(self) -> tuple[tuple[UUID, UUID, str], ...]:
        """Return session, participant and her own note, for every note."""
        rows = self._connection.execute(
            select(own_note.c.session_id, own_note.c.participant_id, own_note.c.id, own_note.c.text)
        )
        return tuple(
            (
                session_id,
                participant_id,
                self._own_note.open_or_broken(row_id, text, session_id, participant_id),
            )
            for session_id, participant_id, row_id, text in rows
        )

    def _own_row(self, session_id: UUID, participant_id: UUID, note: str) -> dict[str, object]:
        row_id = uuid4()
        return {
            "id": row_id,
            "session_id": session_id,
            "participant_id": participant_id,
            "text": self._own_note.seal(row_id, note, session_id, participant_id),
        }
