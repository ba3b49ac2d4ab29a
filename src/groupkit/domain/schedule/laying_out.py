"""Going along the rhythm, one turn at a time, around closed days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from groupkit.domain.closed import ClosedDay, ClosedDays
from groupkit.domain.refusal import NoOpenDay, Refused
from groupkit.domain.schedule.plan import Dropped, Placed, Plan
from groupkit.domain.schedule.rhythm import WEEK, Course, monday


class Keep(StrEnum):
    """What is kept when closed days cost time: the number of sessions, or the length."""

    COUNT = "count"
    WEEKS = "weeks"


class Way(StrEnum):
    """What becomes of a session whose day is taken."""

    LATER_AND_BACK = "later_and_back"
    """A week later (or more), and the next ones return to the rhythm."""
    LATER_FROM_HERE = "later_from_here"
    """A week later (or more), and the rhythm goes on from there."""
    OTHER_DAY = "other_day"
    """On another day of the same week."""
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Answer:
    """What to do about one day; ``day`` is the other day of the same week."""

    way: Way
    day: dt.date | None = None


NO_ANSWERS: Mapping[dt.date, Answer] = MappingProxyType({})


def lay_out(
    course: Course,
    closed: ClosedDays,
    answers: Mapping[dt.date, Answer] = NO_ANSWERS,
    keep: Keep = Keep.COUNT,
) -> Plan:
    """Return the plan of ``course`` around ``closed``; the same input gives the same plan.

    ``answers`` says, by the day of the rhythm, what to do about it; an answer that does not fit
    (a closed day, a day before the session before it) counts for nothing.

    Raises:
        Refused: NoOpenDay when not a single session finds a day.
    """
    walk = _Walk(course, closed, course.latest_day if keep is Keep.COUNT else course.last_day)
    while walk.goes_on:
        walk.step(answers.get(walk.turn))
    if not walk.placed:
        raise Refused(NoOpenDay(course.start, walk.last))
    return Plan(course, tuple(walk.placed), tuple(walk.dropped))


@dataclass
class _Walk:
    """Goes along the rhythm, one turn at a time."""

    course: Course
    closed: ClosedDays
    last: dt.date
    placed: list[Placed] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.turn = self.course.start
        self._free_from = self.course.start
        self._wanted = self.course.most_sessions

    @property
    def goes_on(self) -> bool:
        return self.turn <= self.last and len(self.placed) < self._wanted

    def step(self, answer: Answer | None) -> None:
        turn = self.turn
        reason = self.closed.find(turn)
        if answer and answer.way is Way.LEFT_OUT:
            self.dropped.append(Dropped(turn, (reason,) if reason else (), on_purpose=True))
            self._wanted -= 1
            self.turn = self.course.after(turn)
        elif answer and answer.way is Way.OTHER_DAY and self._fits(answer.day):
            self._place(answer.day or turn, (reason,) if reason else ())
            self._free_from = turn + WEEK
            self.turn = self.course.after(turn)
        else:
            self._later(moves_on=bool(answer and answer.way is Way.LATER_FROM_HERE))

    def _fits(self, day: dt.date | None) -> bool:
        if day is None or self.closed.find(day) or monday(day) != monday(self.turn):
            return False
        return not self.placed or day > self.placed[-1].day

    def _later(self, *, moves_on: bool) -> None:
        day, steps = self._first_open()
        if day is None:
            self.dropped.append(Dropped(self.turn, steps))
            self.turn = self.course.after(self.turn)
            return
        self._place(day, steps)
        self._free_from = day + WEEK
        self.turn = self.course.after(day if moves_on else self.turn)

    def _first_open(self) -> tuple[dt.date | None, tuple[ClosedDay, ...]]:
        steps: list[ClosedDay] = []
        day = self.turn
        while day < self._free_from:
            day += WEEK
        while day <= self.last:
            reason = self.closed.find(day)
            if reason is None:
                return day, tuple(steps)
            steps.append(reason)
            day += WEEK
        return None, tuple(steps)

    def _place(self, day: dt.date, steps: tuple[ClosedDay, ...]) -> None:
        moved_from = self.turn if day != self.turn else None
        self.placed.append(Placed(len(self.placed) + 1, day, self.turn, moved_from, steps))
