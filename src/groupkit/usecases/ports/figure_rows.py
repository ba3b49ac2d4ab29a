"""What figures are counted from: ids, days and statuses; no sealed text is opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from groupkit.domain.attendance import Status
from groupkit.domain.nomination import Decision
from groupkit.domain.participant import Leaving, Pause
from groupkit.domain.profile import AgeBand
from groupkit.domain.protection import Standing
from groupkit.domain.reporting.choice import Layout

Look = Callable[[float], None]
"""Told how much of the work is done (0-1), now and then; raises to give up."""


@dataclass(frozen=True)
class Stay:
    """One woman's time in one group, without who she is; ``erased`` from when on nobody knows."""

    group_id: UUID
    woman: UUID
    joined: dt.date
    left: dt.date | None
    why_left: Leaving | None
    pauses: tuple[Pause, ...] = ()
    erased: dt.date | None = None

    @property
    def ends(self) -> dt.date | None:
        """Her last day in the group; who was erased is in none after that."""
        return min((day for day in (self.left, self.erased) if day is not None), default=None)

    def covers(self, day: dt.date) -> bool:
        """Return whether she is in the group on ``day``."""
        return self.joined <= day and (self.ends is None or day <= self.ends)

    def is_paused(self, day: dt.date) -> bool:
        """Return whether she stays away on ``day`` by agreement."""
        return any(pause.covers(day) for pause in self.pauses)


@dataclass(frozen=True)
class Marked:
    """What was recorded of one woman at one session, without the reason."""

    session_id: UUID
    woman: UUID
    status: Status


@dataclass(frozen=True)
class Nominated:
    """A nomination's days and decision, without its words."""

    woman: UUID
    made: dt.date
    conversation: dt.date | None
    said_yes: dt.date | None
    decision: Decision | None
    decided: dt.date | None
    group_id: UUID | None


@dataclass(frozen=True)
class NeedTally:
    """What is counted of a woman who was erased: the quarter she began in, and nobody.

    ``woman`` is a random id that all tallies of one woman have in common, and nothing else has.
    ``children``: whether she had some, None when she did not say.
    """

    id: UUID
    woman: UUID
    year: int
    quarter: int
    language: str
    interpreter: bool
    children: bool | None
    ages: frozenset[AgeBand]


class FigureRows(Protocol):
    """Rows to count, in one order each."""

    def stays(self) -> tuple[Stay, ...]: ...
    def marks(self, first: dt.date, last: dt.date, pause: Callable[[], None]) -> tuple[Marked, ...]:
        """Return the marks of the sessions from ``first`` to ``last``, both included.

        ``pause`` is called between batches and raises to give up.
        """
        ...

    def nominations(self) -> tuple[Nominated, ...]: ...
    def needs(self) -> tuple[NeedTally, ...]: ...
    def put_need(self, wanted: NeedTally) -> None: ...


class Layouts(Protocol):
    """Reports kept by name; names are unique without regard to case."""

    def all(self) -> tuple[Layout, ...]: ...
    def put(self, wanted: Layout) -> None: ...
    def remove(self, layout_id: UUID) -> None: ...


class Published(Protocol):
    """Which counts of a year have left the house, by their names."""

    def of_year(self, year: int) -> Standing: ...
    def put(self, year: int, standing: Standing) -> None: ...
