"""What was changed in each group's plan."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, insert, select

from groupkit.domain.plan_history import PlanChange, PlanDeed
from groupkit.store.tables import plan_change


class PlanChangeRows:
    """Changes of plans; implements ``usecases.ports.PlanChanges``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, change: PlanChange) -> None:
        """Add a change."""
        row = {
            "id": change.id,
            "group_id": change.group_id,
            "at": change.at,
            "user_id": change.user_id,
            "deed": change.deed.value,
            "day": change.day,
            "to_day": change.to,
            "sessions": change.sessions,
            "why": change.why,
        }
        self._connection.execute(insert(plan_change), row)

    def of_group(self, group_id: UUID) -> tuple[PlanChange, ...]:
        """Return a group's changes, the newest first."""
        rows = self._connection.execute(
            select(plan_change)
            .where(plan_change.c.group_id == group_id)
            .order_by(plan_change.c.at.desc(), plan_change.c.id)
        )
        return tuple(
            PlanChange(
                row.id,
                row.group_id,
                row.at,
                row.user_id,
                PlanDeed(row.deed),
                row.day,
                row.to_day,
                row.sessions,
                row.why,
            )
            for row in rows
        )
