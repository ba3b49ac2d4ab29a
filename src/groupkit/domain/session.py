"""One meeting of a group."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.group import check_facilitators, check_length, ends_at
from groupkit.domain.refusal import Field, Refused, SessionIsCancelled, SessionNotYet

LONGEST_WHY = 200
"""Characters of the reason for a change."""
NO_NUMBER = 0
"""The number of a session that was cancelled."""


@dataclass(frozen=True)
class Session:
    """A meeting with its place in the plan.

    ``moved_from`` is the day of the rhythm it gave up; ``reason`` holds the closed days that made
    it move, free of language (``closed.write_steps``), ``why`` what was typed when it was changed.
    ``topic`` is a topic's slug or ''. ``recorded`` says that someone declared the record finished.
    ``leaders`` and ``place`` are the session's own; () and '' mean the group's. ``revision`` grows
    with every change of its time, number or leaders, so that a calendar knows the newest.
    ``planned`` is the day that it was first planned for, and that people were told.
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
    leaders: tuple[str, ...] = ()
    place: str = ""
    cancelled: bool = False
    why: str = ""
    revision: int = 0
    planned: dt.date | None = None

    def __post_init__(self) -> None:
        check_length(self.starts, self.minutes)
        object.__setattr__(self, "leaders", check_facilitators(self.leaders))
        object.__setattr__(self, "place", text.optional_line(self.place, Field.PLACE))
        object.__setattr__(self, "why", text.optional_line(self.why, Field.WHY, most=LONGEST_WHY))
        if self.planned is None:
            object.__setattr__(self, "planned", self.day)
        if self.cancelled and self.recorded:
            raise Refused(SessionIsCancelled(self.day))
        if self.cancelled:
            object.__setattr__(self, "number", NO_NUMBER)

    @property
    def ends(self) -> dt.time:
        """The clock time at which it ends."""
        return ends_at(self.starts, self.minutes)

    @property
    def week(self) -> int:
        """The ISO week number."""
        return self.day.isocalendar().week

    def check_held(self, today: dt.date) -> None:
        """Refuse recording before the day, or what was cancelled.

        Raises:
            Refused: SessionNotYet, SessionIsCancelled.
        """
        if self.cancelled:
            raise Refused(SessionIsCancelled(self.day))
        if self.day > today:
            raise Refused(SessionNotYet(self.day))
