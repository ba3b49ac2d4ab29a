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

from groupkit.domain.schedule.laying_out import (
    NO_ANSWERS,
    Answer,
    Keep,
    Way,
    lay_out,
)
from groupkit.domain.schedule.plan import (
    Breach,
    Dropped,
    Placed,
    Plan,
    breaches,
    weeks_between,
)
from groupkit.domain.schedule.rhythm import (
    LEAST_RHYTHM,
    LEAST_WEEKS,
    MOST_RHYTHM,
    MOST_WEEKS,
    WEEK,
    Course,
    Parity,
    following,
)
from groupkit.domain.schedule.ways_out import (
    Choice,
    choices,
    other_days,
)

__all__ = [
    "LEAST_RHYTHM",
    "LEAST_WEEKS",
    "MOST_RHYTHM",
    "MOST_WEEKS",
    "NO_ANSWERS",
    "WEEK",
    "Answer",
    "Breach",
    "Choice",
    "Course",
    "Dropped",
    "Keep",
    "Parity",
    "Placed",
    "Plan",
    "Way",
    "breaches",
    "choices",
    "following",
    "lay_out",
    "other_days",
    "weeks_between",
]
