"""What was changed in a plan, when, by whom and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.refusal import Field
from groupkit.domain.session import LONGEST_WHY


class PlanDeed(StrEnum):
    """The kinds of changes to a plan."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    INSERTED = "inserted"
    LEADERS = "leaders"
    ENDED_EARLY = "ended_early"
    EXTENDED = "extended"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True)
class PlanChange:
    """One change of a group's plan.

    ``at`` is in UTC. ``day`` is the day of the session that it began with, ``to`` where that went;
    ``sessions`` how many sessions it changed in all.
    """

    id: UUID
    group_id: UUID
    at: dt.datetime
    user_id: UUID
    deed: PlanDeed
    day: dt.date | None
    to: dt.date | None
    sessions: int
    why: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "why", text.optional_line(self.why, Field.WHY, most=LONGEST_WHY))
