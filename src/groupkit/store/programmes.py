"""Programmes of topics that the house keeps."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from groupkit.domain.programme import Programme
from groupkit.store.groups import name_key
from groupkit.store.tables import programme, programme_topic


class ProgrammeRows:
    """Programmes by name; implements ``usecases.ports.Programmes``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Programme, ...]:
        """Return every programme by name."""
        topics: defaultdict[UUID, list[str]] = defaultdict(list)
        in_order = select(programme_topic).order_by(programme_topic.c.place)
        for row in self._connection.execute(in_order):
            topics[row.programme_id].append(row.topic)
        rows = self._connection.execute(select(programme).order_by(programme.c.name_key))
        return tuple(Programme(row.id, row.name, tuple(topics[row.id])) for row in rows)

    def find_named(self, name: str) -> Programme | None:
        """Return the programme of that name, without regard to case, or None."""
        key = name_key(name)
        return next((each for each in self.all() if name_key(each.name) == key), None)

    def put(self, wanted: Programme) -> None:
        """Keep ``wanted``, in place of the one with its id."""
        self.remove(wanted.id)
        named = {"id": wanted.id, "name": wanted.name, "name_key": name_key(wanted.name)}
        self._connection.execute(insert(programme), named)
        rows = [
            {"programme_id": wanted.id, "place": place, "topic": topic}
            for place, topic in enumerate(wanted.topics)
        ]
        self._connection.execute(insert(programme_topic), rows)

    def remove(self, programme_id: UUID) -> None:
        """Remove the programme, if it is there."""
        of_programme = programme_topic.c.programme_id == programme_id
        self._connection.execute(delete(programme_topic).where(of_programme))
        self._connection.execute(delete(programme).where(programme.c.id == programme_id))
