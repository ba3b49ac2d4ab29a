"""The running clock of each session: when its items began, and when it ended."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from groupkit.domain.running import SessionClock
from groupkit.store.tables import item_start, session_clock


class SessionClockRows:
    """Clocks by session; implements ``usecases.ports.SessionClocks``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, session_id: UUID) -> SessionClock:
        """Return the session's clock, one that has not begun when there is none."""
        starts = self._connection.execute(
            select(item_start).where(item_start.c.session_id == session_id)
        )
        begun = {row.item_id: row.at for row in starts}
        row = self._connection.execute(
            select(session_clock).where(session_clock.c.session_id == session_id)
        ).one_or_none()
        return SessionClock(begun, row.ended if row else None, bool(row.short) if row else False)

    def put(self, session_id: UUID, clock: SessionClock) -> None:
        """Keep ``clock`` in place of what was there."""
        for table in (item_start, session_clock):
            self._connection.execute(delete(table).where(table.c.session_id == session_id))
        rows = [
            {"session_id": session_id, "item_id": item_id, "at": at}
            for item_id, at in clock.begun.items()
        ]
        if rows:
            self._connection.execute(insert(item_start), rows)
        if clock.begun or clock.ended or clock.short:
            row = {"session_id": session_id, "ended": clock.ended, "short": int(clock.short)}
            self._connection.execute(insert(session_clock), row)
