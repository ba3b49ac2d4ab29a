"""The house's calendar: closed periods for all groups, and exceptions of single ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from groupkit.domain.closed import ClosedPeriod, Why
from groupkit.domain.dates import Period
from groupkit.store.many import among
from groupkit.store.tables import closed_period


class ClosedPeriodRows:
    """Closed periods; implements ``usecases.ports.ClosedPeriods``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_house(self) -> tuple[ClosedPeriod, ...]:
        """Return what is closed for all groups, by first day."""
        return self._where(closed_period.c.group_id.is_(None))

    def of_group(self, group_id: UUID) -> tuple[ClosedPeriod, ...]:
        """Return a group's own exceptions, by first day."""
        return self._where(closed_period.c.group_id == group_id)

    def put_all(self, periods: Iterable[ClosedPeriod]) -> None:
        """Keep ``periods``, each in place of the one with its id."""
        rows = [
            {
                "id": period.id,
                "why": period.why.value,
                "first": period.period.first,
                "last": period.period.last,
                "name": period.name,
                "group_id": period.group_id,
            }
            for period in periods
        ]
        self.remove_all(row["id"] for row in rows)  # type: ignore[misc]
        if rows:
            self._connection.execute(insert(closed_period), rows)

    def remove_all(self, ids: Iterable[UUID]) -> None:
        """Remove the periods of ``ids``, as far as they are there."""
        self._connection.execute(delete(closed_period).where(among(closed_period.c.id, ids)))

    def _where(self, condition: ColumnElement[bool]) -> tuple[ClosedPeriod, ...]:
        by_day = (closed_period.c.first, closed_period.c.last, closed_period.c.id)
        rows = self._connection.execute(select(closed_period).where(condition).order_by(*by_day))
        return tuple(_period(row) for row in rows)


def _period(row: Row[Any]) -> ClosedPeriod:
    period = Period(row.first, row.last)
    return ClosedPeriod(row.id, Why(row.why), period, row.name, row.group_id)
