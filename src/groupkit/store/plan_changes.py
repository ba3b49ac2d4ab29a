"""What was changed in each group's plan, when and by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID, uuid4

from sqlalchemy import Connection, insert, select

from groupkit.domain.plan_history import PlanChange, PlanDeed, PlanStep
from groupkit.store.tables import plan_change
from groupkit.usecases.ports import StoreKeys


class PlanChangeRows:
    """Changes of plans; implements ``usecases.ports.PlanChanges``."""

    def __init__(
        self, connection: Connection, keys: StoreKeys, now: Callable[[], dt.datetime]
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._now = now

    def note(self, group_id: UUID, step: PlanStep) -> None:
        """Note a step of the keys' holder, now."""
        moment = self._now().astimezone(dt.UTC)
        row = {
            "id": uuid4(),
            "group_id": group_id,
            "at": moment.replace(microsecond=moment.microsecond // 1000 * 1000),
            "user_id": self._keys.user_id,
            "deed": step.deed.value,
            "day": step.day,
            "to_day": step.to,
            "sessions": step.sessions,
            "why": step.why,
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
                row.at,
                row.user_id,
                PlanStep(PlanDeed(row.deed), row.day, row.to_day, row.sessions, row.why),
            )
            for row in rows
        )
