"""Marks: who came, who did not; the reasons are sealed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Connection, delete, select, union
from sqlalchemy.dialects import sqlite

from groupkit.domain.attendance import Mark, Status
from groupkit.store.many import among
from groupkit.store.sealed import REASON
from groupkit.store.tables import group_note, handed_out, mark, own_note, session
from groupkit.usecases.ports import StoreKeys


class AttendanceRows:
    """Marks by session and participant; implements ``usecases.ports.Attendance``."""

    def __init__(self, connection: Connection, keys: StoreKeys) -> None:
        self._connection = connection
        self._reason = REASON.of(keys)

    def put_all(self, marks: Iterable[Mark]) -> None:
        """Add marks, each replacing an earlier one of the same woman at the same session.

        A mark outside her membership is an IntegrityError.
        """
        rows = [self._row(wanted) for wanted in marks]
        if not rows:
            return
        added = sqlite.insert(mark)
        # The id changes too: an earlier reason put back into the row would not open.
        replaced = added.on_conflict_do_update(
            index_elements=["session_id", "participant_id"],
            set_={name: added.excluded[name] for name in ("id", "status", "reason")},
        )
        self._connection.execute(replaced, rows)

    def remove(self, session_id: UUID, participant_id: UUID) -> None:
        """Take a mark away; without one nothing happens."""
        self._connection.execute(
            delete(mark).where(
                mark.c.session_id == session_id, mark.c.participant_id == participant_id
            )
        )

    def recorded_sessions(self, group_id: UUID) -> frozenset[UUID]:
        """Return the group's sessions of which a mark or a note is kept; no text is opened."""
        recorded = [
            select(session.c.id)
            .join(table, table.c.session_id == session.c.id)
            .where(session.c.group_id == group_id)
            for table in (mark, own_note, group_note)
        ]
        return frozenset(self._connection.execute(union(*recorded)).scalars())

    def of_session(self, session_id: UUID) -> tuple[Mark, ...]:
        """Return the session's marks."""
        return self._where(mark.c.session_id == session_id)

    def of_sessions(self, session_ids: Iterable[UUID]) -> tuple[Mark, ...]:
        """Return the marks of all these sessions."""
        return self._where(among(mark.c.session_id, session_ids))

    def days_of(self, group_id: UUID, participant_id: UUID) -> tuple[dt.date, ...]:
        """Return the days of the group's sessions at which she has a mark, a note or a handout."""
        recorded = [
            select(session.c.day)
            .join(table, table.c.session_id == session.c.id)
            .where(session.c.group_id == group_id, table.c.participant_id == participant_id)
            for table in (mark, own_note, handed_out)
        ]
        return tuple(sorted(self._connection.execute(union(*recorded)).scalars()))

    def _row(self, wanted: Mark) -> dict[str, object]:
        row_id, place = uuid4(), (wanted.session_id, wanted.participant_id)
        reason = self._reason.seal(row_id, wanted.reason, *place) if wanted.reason else None
        return {
            "id": row_id,
            "session_id": wanted.session_id,
            "participant_id": wanted.participant_id,
            "status": wanted.status.value,
            "reason": reason,
        }

    def _where(self, condition: ColumnElement[bool]) -> tuple[Mark, ...]:
        rows = self._connection.execute(
            select(
                mark.c.id, mark.c.session_id, mark.c.participant_id, mark.c.status, mark.c.reason
            ).where(condition)
        )
        return tuple(
            Mark(
                session_id,
                participant_id,
                Status(status),
                self._opened(row_id, reason, session_id, participant_id),
            )
            for row_id, session_id, participant_id, status, reason in rows
        )

    def _opened(self, row_id: UUID, reason: bytes | None, *place: UUID) -> str:
        return "" if reason is None else self._reason.open_or_broken(row_id, reason, *place)
