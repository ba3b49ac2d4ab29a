"""Dates and periods as they are typed, and the reach of years that the program plans for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from groupkit.domain.refusal import DateOutOfReach, DateUnknown, PeriodBackwards, Refused

EARLIEST = dt.date(2000, 1, 1)
LATEST = dt.date(2100, 12, 31)


@dataclass(frozen=True)
class Period:
    """Days from ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise Refused(PeriodBackwards(self.first, self.last))

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


def in_reach(day: dt.date) -> dt.date:
    """Return ``day`` when it lies between 2000 and 2100.

    Raises:
        Refused: DateOutOfReach.
    """
    if EARLIEST <= day <= LATEST:
        return day
    raise Refused(DateOutOfReach(day, EARLIEST, LATEST))


def read_date(text: str) -> dt.date:
    """Return the date written as YYYY-MM-DD.

    Raises:
        Refused: DateUnknown when there is no such day, DateOutOfReach outside 2000-2100.
    """
    try:
        day = dt.datetime.strptime(text.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 - a plain date
    except ValueError:
        raise Refused(DateUnknown(" ".join(text.split())[:40])) from None
    return in_reach(day)


def read_period(text: str) -> Period:
    """Return the period written as one date or as FIRST..LAST.

    Raises:
        Refused: DateUnknown, DateOutOfReach or PeriodBackwards.
    """
    first, dots, last = text.partition("..")
    begins = read_date(first)
    return Period(begins, read_date(last) if dots else begins)
