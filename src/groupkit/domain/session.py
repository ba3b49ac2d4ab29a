"""One meeting of a group."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.group import check_length, ends_at
from groupkit.domain.refusal import Refused, SessionNotYet


@dataclass(frozen=True)
class Session:
    """A meeting with its place in the plan.

    ``moved_from`` is the day of the rhythm it gave up; ``reason`` holds the closed days that made
    it move, free of language (``closed.write_steps``).
    ``topic`` is a topic's slug or ''. ``recorded`` says that someone declared the record finished.
    """

    id: UUID
    group_id: UUID
    number: int
    day: dt.date
    starts: dt.time
    minutes: int
    moved_from: dt.date | None = None
    reason: str = ""
    topic: str = ""
    recorded: bool = False

    def __post_init__(self) -> None:
        check_length(self.starts, self.minutes)

    @property
    def ends(self) -> dt.time:
        """The clock time at which it ends."""
        return ends_at(self.starts, self.minutes)

    @property
    def week(self) -> int:
        """The ISO week number."""
        return self.day.isocalendar().week

    def check_held(self, today: dt.date) -> None:
        """Refuse recording before the day: SessionNotYet."""
        if self.day > today:
            raise Refused(SessionNotYet(self.day))
