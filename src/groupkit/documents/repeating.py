"""Events that repeat, worked out between two days without ever taking long.

A rule of repetition can be made never to come true, or to count every second of a century. The
library below would look for its next day until the year 9999, so each rule is tried first near that
year, where it gives up soon: the calendar repeats itself every 400 years.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event
from recurring_ical_events import of

_CYCLE, _NEAR_THE_END = 400, 9_950
_FREQUENCIES: Final = {"YEARLY": 1, "MONTHLY": 1, "WEEKLY": 2, "DAILY": 10}
"""What a day between start and end costs by the frequency of a rule; others are no days."""
_PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYMONTHDAY", "BYDAY"}
    | {"BYSETPOS", "BYWEEKNO", "BYYEARDAY"}
)
_STEPS_IN_A_YEAR = {"YEARLY": 1, "MONTHLY": 12, "WEEKLY": 52, "DAILY": 366}
_PER_EVENT, _PER_TRIAL, _PER_OCCURRENCE, _BARREN = 10_000, 5_000, 1_000, 2_000_000
_MOST_EFFORT = 8_000_000
"""About a second on a laptop."""


class Unworkable(Exception):  # noqa: N818 - an answer: it is left out
    """Raised for what repeats in a way that is no calendar's of days, or takes too long."""


class Budget:
    """How much work one file may cause: about a second's."""

    def __init__(self) -> None:
        self._left = _MOST_EFFORT

    def spend(self, effort: int) -> None:
        """Take ``effort`` from it.

        Raises:
            Unworkable: there is not as much left.
        """
        if effort > self._left:
            raise Unworkable
        self._left -= effort

    def lose(self, effort: int) -> None:
        """Take what has been spent in vain."""
        self._left = max(self._left - effort, 0)


def occurrences(
    series: Sequence[Event], first: dt.date, last: dt.date, budget: Budget
) -> Sequence[Any]:
    """Return the events that ``series``, of one id, comes to between two days.

    Raises:
        Unworkable: it makes no sense, or takes too long.
    """
    try:
        for event in series:
            budget.spend(_PER_EVENT)
            _check(event, first, last, budget)
        together = Calendar()
        together.subcomponents.extend(series)
        # Its last day is not included.
        return list(of(together).between(first, last + dt.timedelta(days=1)))
    except Exception:
        # What a hostile file can make the libraries raise is in no list.
        raise Unworkable from None


def _check(event: Event, first: dt.date, last: dt.date, budget: Budget) -> None:
    rule = event.get("RRULE")
    if rule is None:
        return
    if isinstance(rule, list) or not set(rule) <= _PARTS:
        raise Unworkable
    frequency = str(rule["FREQ"][0]).upper()
    interval = int(rule.get("INTERVAL", [1])[0])
    if frequency not in _FREQUENCIES or interval < 1:
        raise Unworkable
    cost = _FREQUENCIES[frequency]
    years = (last - first).days / 365 + 1
    steps = int(years * _STEPS_IN_A_YEAR[frequency] / interval) + 1
    days = max((last - event.start).days, 0)
    budget.spend(days * cost // interval + steps * _PER_OCCURRENCE + _PER_TRIAL)
    gap = _gap(rule, event.start, budget) * cost // interval
    budget.lose(gap)
    budget.spend(gap)


def _gap(rule: Any, starts: dt.date, budget: Budget) -> int:
    """Return about how many days the rule's next day is away, tried close to the year 9999."""
    later = starts.year + (_NEAR_THE_END - starts.year) // _CYCLE * _CYCLE
    endless = {name: value for name, value in rule.items() if name not in ("UNTIL", "COUNT")}
    begins = dt.datetime(later, starts.month, starts.day)  # noqa: DTZ001 - a plain day
    tried = rrulestr(type(rule)(endless).to_ical().decode(), dtstart=begins)
    two = list(islice(tried, 2))
    if len(two) < 2:
        budget.lose(_BARREN)
        raise Unworkable
    gap: dt.timedelta = two[-1] - begins
    return gap.days
