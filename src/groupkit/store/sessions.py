"""The meetings of groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from groupkit.domain.session import Session
from groupkit.store.tables import session


class SessionRows:
    """Sessions by id and by group; implements ``usecases.ports.Sessions``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_all(self, sessions: Iterable[Session]) -> None:
        """Add sessions; a number that the group has already is an IntegrityError."""
        rows = [{"id": wanted.id, **_columns(wanted)} for wanted in sessions]
        if rows:
            self._connection.execute(insert(session), rows)

    def change(self, wanted: Session) -> None:
        """Change everything but the id."""
        self._connection.execute(
            update(session).where(session.c.id == wanted.id).values(_columns(wanted))
        )

    def find(self, session_id: UUID) -> Session | None:
        """Return the session, or None."""
        return next(iter(self._where(session.c.id == session_id)), None)

    def of_group(self, group_id: UUID) -> tuple[Session, ...]:
        """Return a group's sessions by day."""
        return self._where(session.c.group_id == group_id)

    def between(self, first: dt.date, last: dt.date) -> tuple[Session, ...]:
        """Return the sessions of all groups from ``first`` to ``last``, both included, by day."""
        return self._where(session.c.day.between(first, last))

    def _where(self, condition: ColumnElement[bool]) -> tuple[Session, ...]:
        by_day = (session.c.day, session.c.starts, session.c.number, session.c.id)
        rows = self._connection.execute(select(session).where(condition).order_by(*by_day))
        return tuple(_session(row) for row in rows)


def _columns(wanted: Session) -> dict[str, object]:
    return {
        "group_id": wanted.group_id,
        "number": wanted.number,
        "day": wanted.day,
        "starts": wanted.starts,
        "minutes": wanted.minutes,
        "moved_from": wanted.moved_from,
        "reason": wanted.reason,
        "topic": wanted.topic,
        "recorded": int(wanted.recorded),
    }


def _session(row: Row[Any]) -> Session:
    return Session(
        row.id,
        row.group_id,
        row.number,
        row.day,
        row.starts,
        row.minutes,
        row.moved_from,
        row.reason,
        row.topic,
        bool(row.recorded),
    )
