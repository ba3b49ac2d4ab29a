"""Laying out a group's sessions over its weeks, stepping around closed days.

The rule: the first session falls on the start day, the others every second week (or every week,
or every third) after it, the last one at most ``weeks`` weeks after the first. Undisturbed, a
course of W weeks in a rhythm of E weeks therefore has W // E + 1 sessions: 8 in 14 weeks, 11 in
20. A session whose day is closed moves on a week at a time until the day is open; the next ones
return to the rhythm as soon as they can, never less than a week apart. What no longer fits into
the weeks falls away, so a disturbed course has 7 or 10; should it fall below W // E, the plan
says so.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from groupkit.domain.closed import ClosedDay, ClosedDays
from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import NoOpenDay, Refused, RhythmOutOfRange, WeeksOutOfRange

LEAST_WEEKS, MOST_WEEKS = 14, 20
LEAST_RHYTHM, MOST_RHYTHM = 1, 3
_WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Course:
    """What is asked for: the first day, 14-20 weeks, a session every 1-3 weeks."""

    start: dt.date
    weeks: int
    every: int = 2

    def __post_init__(self) -> None:
        in_reach(self.start)
        if not LEAST_WEEKS <= self.weeks <= MOST_WEEKS:
            raise Refused(WeeksOutOfRange(self.weeks, LEAST_WEEKS, MOST_WEEKS))
        if not LEAST_RHYTHM <= self.every <= MOST_RHYTHM:
            raise Refused(RhythmOutOfRange(self.every, LEAST_RHYTHM, MOST_RHYTHM))
        in_reach(self.last_day)

    @property
    def last_day(self) -> dt.date:
        """The last day on which a session may fall."""
        return self.start + self.weeks * _WEEK

    @property
    def most_sessions(self) -> int:
        """Sessions when no day is closed."""
        return self.weeks // self.every + 1

    @property
    def least_sessions(self) -> int:
        """Sessions below which the plan is called short."""
        return self.weeks // self.every

    @property
    def nominal_days(self) -> tuple[dt.date, ...]:
        """The days of the bare rhythm."""
        step = self.every * _WEEK
        return tuple(self.start + number * step for number in range(self.most_sessions))


@dataclass(frozen=True)
class Placed:
    """One session in the plan.

    ``moved_from`` is the day of the rhythm when it had to give way; ``steps`` says, for each week
    passed over, which day was closed (empty when an earlier session's move pushed this one).
    """

    number: int
    day: dt.date
    moved_from: dt.date | None = None
    steps: tuple[ClosedDay, ...] = ()


@dataclass(frozen=True)
class Dropped:
    """A session of the rhythm that found no open day within the weeks."""

    day: dt.date
    steps: tuple[ClosedDay, ...]


@dataclass(frozen=True)
class Plan:
    """A course laid out: its sessions in order, and what fell away."""

    course: Course
    sessions: tuple[Placed, ...]
    dropped: tuple[Dropped, ...]

    @property
    def is_short(self) -> bool:
        """True when closed days cost more sessions than the rule allows for."""
        return len(self.sessions) < self.course.least_sessions

    @property
    def shortest_gap(self) -> int | None:
        """The fewest weeks between two sessions, None with a single one."""
        days = [placed.day for placed in self.sessions]
        return min(((later - sooner).days // 7 for sooner, later in pairwise(days)), default=None)


def lay_out(course: Course, closed: ClosedDays) -> Plan:
    """Return the plan of ``course`` around ``closed``; the same input gives the same plan.

    Raises:
        Refused: NoOpenDay when not a single session finds a day.
    """
    placed: list[Placed] = []
    dropped: list[Dropped] = []
    free_from = course.start
    for nominal in course.nominal_days:
        day, steps = _first_open(max(nominal, free_from), course.last_day, closed)
        if day is None:
            dropped.append(Dropped(nominal, steps))
            continue
        moved_from = nominal if day != nominal else None
        placed.append(Placed(len(placed) + 1, day, moved_from, steps))
        free_from = day + _WEEK
    if not placed:
        raise Refused(NoOpenDay(course.start, course.last_day))
    return Plan(course, tuple(placed), tuple(dropped))


def _first_open(
    day: dt.date, last: dt.date, closed: ClosedDays
) -> tuple[dt.date | None, tuple[ClosedDay, ...]]:
    steps: list[ClosedDay] = []
    while day <= last:
        reason = closed.find(day)
        if reason is None:
            return day, tuple(steps)
        steps.append(reason)
        day += _WEEK
    return None, tuple(steps)
