"""Days on which a group cannot meet, and why.

Public holidays come from the ``holidays`` library, which knows that Store Bededag stopped being
one after 2023. Christmas Eve, New Year's Eve and Constitution Day are no public holidays in
Denmark, but most houses are closed; they are offered as the house's own days. School holidays and
closed periods are kept once, for all groups; a group may have exceptions of its own.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.dates import Period, in_reach
from groupkit.domain.refusal import Field, PeriodTooLong, Refused

COUNTRIES = ("DK", "DE", "FI", "FO", "GL", "IS", "NO", "SE")
"""Whose public holidays are offered; their names are in the catalogue."""
USUAL_COUNTRY = "DK"
LONGEST_PERIOD = 366
"""Days; a longer closed period is a slip of the year."""
MOST_PERIODS = 500


class Why(StrEnum):
    """The kind of a closed day."""

    PUBLIC_HOLIDAY = "public_holiday"
    SCHOOL_HOLIDAY = "school_holiday"
    HOUSE_CLOSED = "house_closed"
    GROUP_EXCEPTION = "group_exception"


KEPT = (Why.SCHOOL_HOLIDAY, Why.HOUSE_CLOSED, Why.GROUP_EXCEPTION)
"""The kinds that people keep themselves."""


@dataclass(frozen=True)
class ClosedPeriod:
    """A period kept by hand: for all groups, or for one alone (``group_id``)."""

    id: UUID
    why: Why
    period: Period
    name: str = ""
    group_id: UUID | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", text.optional_line(self.name, Field.CLOSED_PERIOD))
        in_reach(self.period.first)
        in_reach(self.period.last)
        days = (self.period.last - self.period.first).days + 1
        if days > LONGEST_PERIOD:
            raise Refused(PeriodTooLong(self.period.first, self.period.last, LONGEST_PERIOD))


@dataclass(frozen=True)
class ClosedDay:
    """One closed day; ``name`` is a holiday's English name, or what a period is called, or ''."""

    day: dt.date
    why: Why
    name: str = ""


@dataclass(frozen=True)
class Shut:
    """Days that are closed for a reason."""

    period: Period
    why: Why = Why.HOUSE_CLOSED
    name: str = ""


@dataclass(frozen=True)
class ClosedDays:
    """What is closed: public holidays of ``country``, periods, and days that recur each year.

    Without a country no public holidays are kept.
    """

    periods: tuple[Shut, ...] = ()
    each_year: frozenset[tuple[int, int]] = frozenset()
    country: str = USUAL_COUNTRY

    def find(self, day: dt.date) -> ClosedDay | None:
        """Return why ``day`` is closed, or None when the group can meet."""
        if name := holidays_of(self.country, day.year).get(day):
            return ClosedDay(day, Why.PUBLIC_HOLIDAY, name)
        for shut in self.periods:
            if day in shut.period:
                return ClosedDay(day, shut.why, shut.name)
        if (day.month, day.day) in self.each_year:
            return ClosedDay(day, Why.HOUSE_CLOSED)
        return None


USUAL_HOUSE_DAYS = frozenset({(12, 24), (12, 31), (6, 5)})
"""Christmas Eve, New Year's Eve and Constitution Day (month, day)."""


def closed(
    periods: Iterable[Period | ClosedPeriod] = (),
    *,
    usual_house_days: bool = False,
    country: str = USUAL_COUNTRY,
) -> ClosedDays:
    """Return public holidays with ``periods`` and, if asked, the usual days of a house."""
    days = USUAL_HOUSE_DAYS if usual_house_days else frozenset()
    return ClosedDays(tuple(_shut(period) for period in periods), days, country)


def _shut(period: Period | ClosedPeriod) -> Shut:
    if isinstance(period, ClosedPeriod):
        return Shut(period.period, period.why, period.name)
    return Shut(period)


def write_steps(steps: Iterable[ClosedDay]) -> str:
    """Return ``steps`` as a line free of the screen's language: a JSON list of lists."""
    listed = [[step.day.isoformat(), step.why.value, step.name] for step in steps]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":")) if listed else ""


def read_steps(line: str) -> tuple[ClosedDay, ...]:
    """Return the steps of a line made by :func:`write_steps`."""
    listed = json.loads(line) if line else []
    return tuple(ClosedDay(dt.date.fromisoformat(day), Why(why), name) for day, why, name in listed)


@lru_cache(maxsize=256)
def holidays_of(country: str, year: int) -> dict[dt.date, str]:
    """Return the public holidays of ``year`` with their English names; two on a day by '; '."""
    if not country:
        return {}
    # Imported late: the library takes a quarter of a second, which the unlock window saves.
    from holidays import country_holidays

    return dict(country_holidays(country, years=year, language="en_US"))
