"""The meetings of groups."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, select, update

from groupkit.domain.session import Session
from groupkit.store.many import among
from groupkit.store.tables import (
    agenda_item,
    item_start,
    session,
    session_clock,
    session_leader,
)

_OUT_OF_THE_WAY = 10_000
"""Added to numbers while they change places, so that no two are the same in between."""


class SessionRows:
    """Sessions by id and by group; implements ``usecases.ports.Sessions``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_all(self, sessions: Iterable[Session]) -> None:
        """Add sessions; a number that the group has already is an IntegrityError."""
        wanted = tuple(sessions)
        rows = [{"id": each.id, **_columns(each)} for each in wanted]
        if rows:
            self._connection.execute(insert(session), rows)
            self._add_leaders(wanted)

    def change(self, wanted: Session) -> None:
        """Change everything but the id."""
        self._connection.execute(
            update(session).where(session.c.id == wanted.id).values(_columns(wanted))
        )
        self._connection.execute(
            delete(session_leader).where(session_leader.c.session_id == wanted.id)
        )
        self._add_leaders((wanted,))

    def put_plan(self, group_id: UUID, sessions: Iterable[Session]) -> None:
        """Keep ``sessions`` as the group's, in place of those there were.

        What is known by its id is changed, the rest added; one that is gone goes with its agenda
        and its clock, and is an IntegrityError when anything is recorded of it.
        """
        wanted = {each.id: each for each in sessions}
        of_group = session.c.group_id == group_id
        known = set(self._connection.execute(select(session.c.id).where(of_group)).scalars())
        for table in (session_leader, agenda_item, item_start, session_clock):
            self._connection.execute(
                delete(table).where(among(table.c.session_id, known - set(wanted)))
            )
        self._connection.execute(delete(session).where(among(session.c.id, known - set(wanted))))
        numbered = update(session).where(of_group, session.c.number > 0)
        self._connection.execute(numbered.values(number=session.c.number + _OUT_OF_THE_WAY))
        for each in wanted.values():
            if each.id in known:
                self.change(each)
        self.add_all(each for each in wanted.values() if each.id not in known)

    def find(self, session_id: UUID) -> Session | None:
        """Return the session, or None."""
        return next(iter(self._where(session.c.id == session_id)), None)

    def of_group(self, group_id: UUID) -> tuple[Session, ...]:
        """Return a group's sessions by day, cancelled ones too."""
        return self._where(session.c.group_id == group_id)

    def going_of_group(self, group_id: UUID) -> tuple[Session, ...]:
        """Return a group's sessions by day, without the cancelled ones."""
        return self._where(and_(session.c.group_id == group_id, session.c.cancelled == 0))

    def between(self, first: dt.date, last: dt.date) -> tuple[Session, ...]:
        """Return the sessions of all groups from ``first`` to ``last``, both included, by day."""
        return self._where(session.c.day.between(first, last))

    def _where(self, condition: ColumnElement[bool]) -> tuple[Session, ...]:
        by_day = (session.c.day, session.c.starts, session.c.number, session.c.id)
        rows = self._connection.execute(select(session).where(condition).order_by(*by_day)).all()
        named: defaultdict[UUID, list[str]] = defaultdict(list)
        leading = (
            select(session_leader.c.session_id, session_leader.c.name)
            .join(session)
            .where(condition)
            .order_by(session_leader.c.place)
        )
        for session_id, name in self._connection.execute(leading):
            named[session_id].append(name)
        return tuple(_session(row, tuple(named.get(row.id, ()))) for row in rows)

    def _add_leaders(self, sessions: Iterable[Session]) -> None:
        rows = [
            {"session_id": each.id, "place": place, "name": name}
            for each in sessions
            for place, name in enumerate(each.leaders)
        ]
        if rows:
            self._connection.execute(insert(session_leader), rows)


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
        "place": wanted.place,
        "cancelled": int(wanted.cancelled),
        "why": wanted.why,
        "revision": wanted.revision,
        "planned": wanted.planned,
    }


def _session(row: Row[Any], leaders: tuple[str, ...]) -> Session:
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
        leaders,
        row.place,
        bool(row.cancelled),
        row.why,
        row.revision,
        row.planned,
    )
