"""The agenda of each session, and agendas kept as templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, delete, func, insert, select

from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind, Template
from groupkit.store.groups import name_key
from groupkit.store.many import among
from groupkit.store.tables import agenda_item, agenda_template, template_item


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
        return Agenda(tuple(item_of(row) for row in rows))

    def put(self, session_id: UUID, agenda: Agenda) -> None:
        """Keep ``agenda`` in place of what was there."""
        self._connection.execute(delete(agenda_item).where(agenda_item.c.session_id == session_id))
        rows = [
            {"session_id": session_id, "place": place, **columns_of_item(item)}
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


class TemplateRows:
    """Agendas kept under a name; implements ``usecases.ports.Templates``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Template, ...]:
        """Return every template by name."""
        items: dict[UUID, list[AgendaItem]] = {}
        for row in self._connection.execute(select(template_item).order_by(template_item.c.place)):
            items.setdefault(row.template_id, []).append(item_of(row))
        rows = self._connection.execute(
            select(agenda_template).order_by(agenda_template.c.name_key)
        )
        return tuple(
            Template(row.id, row.name, Agenda(tuple(items.get(row.id, ())))) for row in rows
        )

    def find_named(self, name: str) -> Template | None:
        """Return the template of that name, without regard to case, or None."""
        key = name_key(name)
        return next((each for each in self.all() if name_key(each.name) == key), None)

    def put(self, template: Template) -> None:
        """Keep ``template``, in place of the one with its id."""
        self.remove(template.id)
        named = {"id": template.id, "name": template.name, "name_key": name_key(template.name)}
        self._connection.execute(insert(agenda_template), named)
        rows = [
            {"template_id": template.id, "place": place, **columns_of_item(item)}
            for place, item in enumerate(template.agenda.items)
        ]
        if rows:
            self._connection.execute(insert(template_item), rows)

    def remove(self, template_id: UUID) -> None:
        """Remove the template, if it is there."""
        of_template = template_item.c.template_id == template_id
        self._connection.execute(delete(template_item).where(of_template))
        self._connection.execute(delete(agenda_template).where(agenda_template.c.id == template_id))


def columns_of_item(item: AgendaItem) -> dict[str, object]:
    """Return an item as columns, without whose it is and its place."""
    return {
        "item_id": item.id,
        "kind": item.kind.value,
        "title": item.title,
        "minutes": item.minutes,
        "note": item.note,
        "leader": item.leader,
        "materials": item.materials,
        "room": item.room,
        "short": item.short,
    }


def item_of(row: Row[Any]) -> AgendaItem:
    """Return a row as an agenda item."""
    return AgendaItem(
        row.item_id,
        ItemKind(row.kind),
        row.title,
        row.minutes,
        row.note,
        row.leader,
        row.materials,
        row.room,
        row.short,
    )
