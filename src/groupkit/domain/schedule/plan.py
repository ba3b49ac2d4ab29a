"""A course laid out: its sessions in order, what fell away, and where it gave way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from groupkit.domain.closed import ClosedDay
from groupkit.domain.schedule.rhythm import LEAST_WEEKS, MOST_WEEKS, WEEK, Course, monday


class Breach(StrEnum):
    """Where a plan does not come out as asked."""

    FEWER = "fewer"
    """Fewer sessions than the weeks hold."""
    LONGER = "longer"
    """More weeks than asked for, within 20."""
    TOO_LONG = "too_long"
    """More than 20 weeks."""
    TOO_SHORT = "too_short"
    """Less than 14 weeks."""


@dataclass(frozen=True)
class Placed:
    """One session in the plan.

    ``moved_from`` is the day of the rhythm when it had to give way; ``steps`` says, for each day
    passed over, why it was closed (empty when an earlier session's move pushed this one).
    ``turn`` is the day of the rhythm that it stands for: answers are given by it.
    """

    number: int
    day: dt.date
    turn: dt.date
    moved_from: dt.date | None = None
    steps: tuple[ClosedDay, ...] = ()


@dataclass(frozen=True)
class Dropped:
    """A session of the rhythm that found no open day, or was left out on purpose."""

    day: dt.date
    steps: tuple[ClosedDay, ...]
    on_purpose: bool = False


@dataclass(frozen=True)
class Plan:
    """A course laid out: its sessions in order, and what fell away."""

    course: Course
    sessions: tuple[Placed, ...]
    dropped: tuple[Dropped, ...] = ()

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """Where the plan does not come out as asked, () when it does."""
        first, last = self.sessions[0].day, self.sessions[-1].day
        return breaches(self.course, first, last, len(self.sessions))

    @property
    def missing(self) -> int:
        """Sessions fewer than the weeks hold."""
        return max(0, self.course.most_sessions - len(self.sessions))

    @property
    def weeks(self) -> int:
        """Weeks from the first session to the last, begun ones counted."""
        return weeks_between(self.sessions[0].day, self.sessions[-1].day)

    @property
    def shortest_gap(self) -> int | None:
        """The fewest days between two sessions, None with a single one."""
        days = [placed.day for placed in self.sessions]
        return min(((later - sooner).days for sooner, later in pairwise(days)), default=None)


def weeks_between(first: dt.date, last: dt.date) -> int:
    """Return the weeks from ``first`` to ``last``, begun ones counted."""
    return -((first - last).days // 7)


def breaches(course: Course, first: dt.date, last: dt.date, sessions: int) -> tuple[Breach, ...]:
    """Return where ``sessions`` from ``first`` to ``last`` do not come out as asked.

    A course is too short when one more turn would still have fitted into 14 weeks. The day of
    the week does not count against it: a session moved within its week is on time.
    """
    weeks = monday(last) - monday(first)
    found = {
        Breach.FEWER: sessions < course.most_sessions,
        Breach.LONGER: course.weeks * WEEK < weeks <= MOST_WEEKS * WEEK,
        Breach.TOO_LONG: weeks > MOST_WEEKS * WEEK,
        Breach.TOO_SHORT: weeks + course.every * WEEK <= LEAST_WEEKS * WEEK,
    }
    return tuple(breach for breach, is_found in found.items() if is_found)
