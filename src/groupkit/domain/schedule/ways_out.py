"""The ways out of a taken day, each with the plan that comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from groupkit.domain.closed import ClosedDays
from groupkit.domain.refusal import Refused
from groupkit.domain.schedule.laying_out import NO_ANSWERS, Answer, Keep, Way, lay_out
from groupkit.domain.schedule.plan import Plan
from groupkit.domain.schedule.rhythm import Course, Parity, monday

_FRIDAY = 4


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
    week = [monday(turn) + dt.timedelta(days=number) for number in range(days)]
    return sorted((day for day in week if day != turn), key=lambda day: (abs(day - turn), day))


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
