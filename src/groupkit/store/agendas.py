"""The agenda of each session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, select

from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.store.many import among
from groupkit.store.tables import agenda_item


class AgendaRows:
    """One agenda per session; implements ``usecases.ports.Agendas``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_session(self, session_id: UUID) -> Agenda:
        """Return the session's agenda, the empty one when it has none."""
        rows = self._connection.execute(
            select(agenda_item)
            .where(agenda_item.c.session_id == session_id)
            .order_by(agenda_item.c.place)
        )
        return Agenda(
            tuple(
                AgendaItem(row.item_id, ItemKind(row.kind), row.title, row.minutes, row.note)
                for row in rows
            )
        )

    def put(self, session_id: UUID, agenda: Agenda) -> None:
        """Keep ``agenda`` in place of what was there."""
        self._connection.execute(delete(agenda_item).where(agenda_item.c.session_id == session_id))
        rows = [
            {
                "session_id": session_id,
                "place": place,
                "item_id": item.id,
                "kind": item.kind.value,
                "title": item.title,
                "minutes": item.minutes,
                "note": item.note,
            }
            for place, item in enumerate(agenda.items)
        ]
        if rows:
            self._connection.execute(insert(agenda_item), rows)

    def minutes_of(self, session_ids: Iterable[UUID]) -> Mapping[UUID, int]:
        """Return the sum of minutes of each session that has an agenda."""
        rows = self._connection.execute(
            select(agenda_item.c.session_id, func.sum(agenda_item.c.minutes))
            .where(among(agenda_item.c.session_id, session_ids))
            .group_by(agenda_item.c.session_id)
        )
        return {session_id: int(minutes) for session_id, minutes in rows}
