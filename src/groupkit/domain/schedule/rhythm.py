"""The rhythm that a house asks for: the first day, the weeks, and a session every so many."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import (
    ParityNeedsFortnight,
    Refused,
    RhythmOutOfRange,
    StartInOtherWeek,
    WeeksOutOfRange,
)

LEAST_WEEKS, MOST_WEEKS = 14, 20
LEAST_RHYTHM, MOST_RHYTHM = 1, 3
WEEK = dt.timedelta(weeks=1)


class Parity(StrEnum):
    """The ISO weeks in which a group meets."""

    ANY = "any"
    EVEN = "even"
    ODD = "odd"

    def holds(self, day: dt.date) -> bool:
        """Return whether ``day`` lies in such a week."""
        odd = day.isocalendar().week % 2 == 1
        return self is Parity.ANY or odd == (self is Parity.ODD)


@dataclass(frozen=True)
class Course:
    """What is asked for: the first day, 14-20 weeks, a session every 1-3 weeks."""

    start: dt.date
    weeks: int
    every: int = 2
    parity: Parity = Parity.ANY

    def __post_init__(self) -> None:
        in_reach(self.start)
        if not LEAST_WEEKS <= self.weeks <= MOST_WEEKS:
            raise Refused(WeeksOutOfRange(self.weeks, LEAST_WEEKS, MOST_WEEKS))
        if not LEAST_RHYTHM <= self.every <= MOST_RHYTHM:
            raise Refused(RhythmOutOfRange(self.every, LEAST_RHYTHM, MOST_RHYTHM))
        if self.parity is not Parity.ANY and self.every != 2:
            raise Refused(ParityNeedsFortnight(self.every))
        if not self.parity.holds(self.start):
            raise Refused(StartInOtherWeek(self.start, self.parity is Parity.EVEN))
        in_reach(self.last_day)

    @property
    def last_day(self) -> dt.date:
        """The last day on which a session should fall."""
        return self.start + self.weeks * WEEK

    @property
    def latest_day(self) -> dt.date:
        """The last day on which a session may fall: 20 weeks after the first."""
        return self.start + MOST_WEEKS * WEEK

    @property
    def most_sessions(self) -> int:
        """Sessions when no day is closed."""
        return len(self.nominal_days)

    @property
    def nominal_days(self) -> tuple[dt.date, ...]:
        """The days of the bare rhythm."""
        days = [self.start]
        while (day := self.after(days[-1])) <= self.last_day:
            days.append(day)
        return tuple(days)

    def after(self, day: dt.date) -> dt.date:
        """Return the day of the rhythm that follows ``day``."""
        return following(day, self.every, self.parity if self.parity.holds(day) else Parity.ANY)


def following(day: dt.date, every: int, parity: Parity = Parity.ANY) -> dt.date:
    """Return the day ``every`` weeks after ``day``, or later when it must lie in ``parity``."""
    later = day + every * WEEK
    while not parity.holds(later):
        later += WEEK
    return later


def monday(day: dt.date) -> dt.date:
    """Return the Monday of the week of ``day``."""
    return day - dt.timedelta(days=day.weekday())
