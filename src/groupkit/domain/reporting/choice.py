"""What a report is about, who will read it, and which time it covers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.dates import EARLIEST, LATEST, Period, in_reach
from groupkit.domain.refusal import (
    Field,
    OutsideIsWhole,
    OutsideTakesQuarters,
    OutsideTakesYears,
    Refused,
)

LONGEST_NAME = 60
MOST_LAYOUTS = 100


class Audience(StrEnum):
    """Who will read it: chosen first, because it says how much may stand there.

    ``TEAM`` reads of each woman by number or alias, ``HOUSE`` reads counts, and what goes
    ``OUTSIDE`` hides small counts.
    """

    TEAM = "team"
    HOUSE = "house"
    OUTSIDE = "outside"


class About(StrEnum):
    """What the report tells of."""

    SESSION = "session"
    GROUP = "group"
    PERIOD = "period"
    YEAR = "year"


class Unit(StrEnum):
    """How long the time is; only days of one's own are kept as days."""

    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    OWN = "own"


_PARTS = {Unit.QUARTER: 4, Unit.HALF: 2, Unit.YEAR: 1}


@dataclass(frozen=True)
class Span:
    """A calendar year, one of its halves or quarters (``part`` counts from 1), or own days."""

    unit: Unit
    year: int
    part: int = 1
    own: Period | None = None

    def __post_init__(self) -> None:
        if self.unit is Unit.OWN:
            if self.own is None:
                raise ValueError("own days are missing")
            in_reach(self.own.first)
            in_reach(self.own.last)
            return
        if not 1 <= self.part <= _PARTS[self.unit]:
            raise ValueError("no such part of a year")
        in_reach(dt.date(min(max(self.year, 1), 9999), 1, 1))

    @property
    def period(self) -> Period:
        """The days it covers."""
        if self.own is not None:
            return self.own
        months = 12 // _PARTS[self.unit]
        first = dt.date(self.year, 1 + (self.part - 1) * months, 1)
        after = first.month + months
        next_one = dt.date(self.year + after // 13, 1 if after > 12 else after, 1)
        return Period(first, next_one - dt.timedelta(days=1))

    def at(self, day: dt.date) -> Span:
        """Return the span of the same length that holds ``day``; own days stay as they are."""
        if self.unit is Unit.OWN:
            return self
        months = 12 // _PARTS[self.unit]
        return replace(self, year=day.year, part=1 + (day.month - 1) // months)

    def moved(self, by: int) -> Span:
        """Return the span ``by`` lengths later, earlier when negative; own days move by a year."""
        if self.own is not None:
            return replace(self, own=Period(_years(self.own.first, by), _years(self.own.last, by)))
        parts = _PARTS[self.unit]
        years, part = divmod(self.part - 1 + by, parts)
        year = min(max(self.year + years, EARLIEST.year), LATEST.year)
        return replace(self, year=year, part=part + 1)


def _years(day: dt.date, by: int) -> dt.date:
    year = min(max(day.year + by, EARLIEST.year), LATEST.year)
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return dt.date(year, day.month, last)


@dataclass(frozen=True)
class Choice:
    """What was chosen for a report.

    ``groups`` are those compared; () is all. ``by_alias`` names women to the team by alias and not
    by number.

    Raises:
        Refused: OutsideIsWhole, OutsideTakesQuarters or OutsideTakesYears for what cannot leave
            the house.
    """

    about: About
    audience: Audience
    span: Span
    groups: tuple[UUID, ...] = ()
    session_id: UUID | None = None
    by_alias: bool = False

    def __post_init__(self) -> None:
        if self.audience is not Audience.OUTSIDE:
            return
        if self.about in {About.SESSION, About.GROUP} or self.groups:
            raise Refused(OutsideIsWhole())
        if self.span.unit not in {Unit.QUARTER, Unit.YEAR}:
            raise Refused(OutsideTakesQuarters())
        if self.about is About.YEAR and self.span.unit is not Unit.YEAR:
            raise Refused(OutsideTakesYears())


@dataclass(frozen=True)
class Layout:
    """A choice kept by name, to be run again for another time."""

    id: UUID
    name: str
    choice: Choice

    def __post_init__(self) -> None:
        name = text.line(self.name, Field.LAYOUT, most=LONGEST_NAME)
        object.__setattr__(self, "name", name)
