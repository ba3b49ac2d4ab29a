"""A year of ten groups around forty closed periods: beside the same year with nothing closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random
from time import perf_counter

from groupkit.domain.closed import ClosedDays, closed
from groupkit.domain.dates import Period
from groupkit.domain.schedule import Course, lay_out

MOST_TIMES = 40
"""Forty periods to look through cannot cost more than forty times none."""
ROUNDS = 20


def a_year(shut: ClosedDays) -> float:
    """Return the seconds that ten groups of twenty weeks take, the best of several rounds."""
    taken = []
    for _ in range(ROUNDS):
        began = perf_counter()
        for number in range(10):
            lay_out(Course(dt.date(2027, 1, 4) + dt.timedelta(weeks=number), 20), shut)
        taken.append(perf_counter() - began)
    return min(taken)


def test_forty_closed_periods_cost_no_more_than_looking_through_them(
    figures: Callable[[str], None],
) -> None:
    chance, periods = Random(7), []  # noqa: S311 - the same year each time
    for _ in range(40):
        first = dt.date(2027, 1, 1) + dt.timedelta(days=chance.randrange(360))
        periods.append(Period(first, first + dt.timedelta(days=chance.randrange(10))))
    around, bare = closed(periods, usual_house_days=True), closed()
    a_year(bare)
    ratio = a_year(around) / a_year(bare)
    figures(f"ten groups, 40 closed periods: {a_year(around) * 1000:.1f} ms, {ratio:.1f} x bare")
    assert ratio < MOST_TIMES
