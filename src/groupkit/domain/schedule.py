"""Laying out a group's sessions over its weeks, stepping around closed days.

The rule: the first session falls on the start day, the others every second week (or every week,
or every third) after it, the last one at most ``weeks`` weeks after the first. Undisturbed, a
course of W weeks in a rhythm of E weeks therefore has W // E + 1 sessions: 8 in 14 weeks, 11 in
20. A house that meets in even (or odd) ISO weeks keeps to them over a year of 53 weeks, where two
odd weeks follow each other: the rhythm then waits one week longer.

A session whose day is closed moves on a week at a time until the day is open, and the next ones
return to the rhythm as soon as they can, never less than a week apart; or whoever plans answers
otherwise (:class:`Way`). The number of sessions is kept where it can be, up to 20 weeks after the
first (``Keep.COUNT``), or the length is (``Keep.WEEKS``); ``Plan.breaches`` names what gave way.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from groupkit.domain.closed import ClosedDay, ClosedDays
from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import (
    NoOpenDay,
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
class Answer:
    """What to do about one day; ``day`` is the other day of the same week."""

    way: Way
    day: dt.date | None = None


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
    weeks = _monday(last) - _monday(first)
    found = {
        Breach.FEWER: sessions < course.most_sessions,
        Breach.LONGER: course.weeks * WEEK < weeks <= MOST_WEEKS * WEEK,
        Breach.TOO_LONG: weeks > MOST_WEEKS * WEEK,
        Breach.TOO_SHORT: weeks + course.every * WEEK <= LEAST_WEEKS * WEEK,
    }
    return tuple(breach for breach, is_found in found.items() if is_found)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


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
        if day is None or self.closed.find(day) or _monday(day) != _monday(self.turn):
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


@dataclass(frozen=True)
class Choice:
    """One way out of a taken day: where the session goes, and the plan that comes of it."""

    answer: Answer
    day: dt.date | None
    plan: Plan


def choices(
    course: Course,
    closed: ClosedDays,
    turn: dt.date,
    answers: Mapping[dt.date, Answer] = NO_ANSWERS,
    keep: Keep = Keep.COUNT,
) -> tuple[Choice, ...]:
    """Return the ways out that a person would see for the session of ``turn``."""
    # A house of even (or odd) weeks would leave them, if the rhythm went on from a week later.
    shifts = (Answer(Way.LATER_FROM_HERE),) if course.parity is Parity.ANY else ()
    wanted = [
        Answer(Way.LATER_AND_BACK),
        *(Answer(Way.OTHER_DAY, day) for day in other_days(turn)),
        *shifts,
        Answer(Way.LEFT_OUT),
    ]
    found: list[Choice] = []
    for answer in wanted:
        choice = _choice(course, closed, turn, {**answers, turn: answer}, keep)
        if choice is not None and (choice.day, choice.plan) not in [(c.day, c.plan) for c in found]:
            found.append(choice)
    return tuple(found)


def other_days(turn: dt.date) -> list[dt.date]:
    """Return the other days of the week of ``turn``, the nearest first.

    Saturday and Sunday are among them when ``turn`` itself is one.
    """
    days = 7 if turn.weekday() > _FRIDAY else _FRIDAY + 1
    week = [_monday(turn) + dt.timedelta(days=number) for number in range(days)]
    return sorted((day for day in week if day != turn), key=lambda day: (abs(day - turn), day))


_FRIDAY = 4


def _choice(
    course: Course,
    closed: ClosedDays,
    turn: dt.date,
    answers: Mapping[dt.date, Answer],
    keep: Keep,
) -> Choice | None:
    try:
        plan = lay_out(course, closed, answers, keep)
    except Refused:
        return None
    answer = answers[turn]
    day = next((placed.day for placed in plan.sessions if placed.turn == turn), None)
    if answer.way is Way.OTHER_DAY and day != answer.day:
        return None
    if answer.way is not Way.LEFT_OUT and day is None:
        return None
    return Choice(answer, day, plan)
