"""Groups with their facilitators."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from groupkit.domain.group import Group
from groupkit.domain.schedule import Course, Parity
from groupkit.store.tables import facilitator, group


def name_key(name: str) -> str:
    """Return what two names have in common when they differ by case or Unicode form only."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())


class GroupRows:
    """Groups by id; implements ``usecases.ports.Groups``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, wanted: Group) -> None:
        """Add a group; one of the same name is an IntegrityError."""
        self._connection.execute(insert(group), {"id": wanted.id, **_columns(wanted)})
        self._add_facilitators(wanted)

    def change(self, wanted: Group) -> None:
        """Change everything but the id."""
        self._connection.execute(
            update(group).where(group.c.id == wanted.id).values(_columns(wanted))
        )
        self._connection.execute(delete(facilitator).where(facilitator.c.group_id == wanted.id))
        self._add_facilitators(wanted)

    def find(self, group_id: UUID) -> Group | None:
        """Return the group, or None."""
        return next(iter(self._where(group.c.id == group_id)), None)

    def find_named(self, name: str) -> Group | None:
        """Return the group of that name, without regard to case, or None."""
        return next(iter(self._where(group.c.name_key == name_key(name))), None)

    def all(self) -> tuple[Group, ...]:
        """Return every group, the latest start first."""
        return self._where()

    def _where(self, *conditions: ColumnElement[bool]) -> tuple[Group, ...]:
        named = defaultdict(list)
        lines = select(facilitator.c.group_id, facilitator.c.name).join(group).where(*conditions)
        for group_id, name in self._connection.execute(lines.order_by(facilitator.c.place)):
            named[group_id].append(name)
        rows = self._connection.execute(
            select(group).where(*conditions).order_by(group.c.start.desc(), group.c.name_key)
        )
        return tuple(_group(row, tuple(named[row.id])) for row in rows)

    def _add_facilitators(self, wanted: Group) -> None:
        rows = [
            {"group_id": wanted.id, "place": place, "name": name}
            for place, name in enumerate(wanted.facilitators)
        ]
        if rows:
            self._connection.execute(insert(facilitator), rows)


def _columns(wanted: Group) -> dict[str, object]:
    return {
        "name": wanted.name,
        "name_key": name_key(wanted.name),
        "start": wanted.course.start,
        "weeks": wanted.course.weeks,
        "every": wanted.course.every,
        "parity": wanted.course.parity.value,
        "starts": wanted.starts,
        "minutes": wanted.minutes,
        "place": wanted.place,
    }


def _group(row: Row[Any], facilitators: tuple[str, ...]) -> Group:
    course = Course(row.start, row.weeks, row.every, Parity(row.parity))
    return Group(row.id, row.name, course, row.starts, row.minutes, row.place, facilitators)
