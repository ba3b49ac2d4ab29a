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
class PlanStep:
    """One change of a plan: ``day`` is that of the session that it began with, ``to`` its new one.

    ``sessions`` says how many sessions it changed in all.
    """

    deed: PlanDeed
    day: dt.date | None
    to: dt.date | None
    sessions: int
    why: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "why", text.optional_line(self.why, Field.WHY, most=LONGEST_WHY))


@dataclass(frozen=True)
class PlanChange:
    """A step with the moment (in UTC) and the person who took it."""

    at: dt.datetime
    user_id: UUID
    step: PlanStep
