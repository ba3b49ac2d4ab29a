"""Days on which a group cannot meet, and why.

Public holidays come from the ``holidays`` library, which knows that Store Bededag stopped being
one after 2023. Christmas Eve, New Year's Eve and Constitution Day are no public holidays in
Denmark, but most houses are closed; they are offered as the house's own days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from groupkit.domain.dates import Period


class Why(StrEnum):
    """The kind of a closed day."""

    PUBLIC_HOLIDAY = "public_holiday"
    HOUSE_CLOSED = "house_closed"


@dataclass(frozen=True)
class ClosedDay:
    """One closed day: ``names`` holds a holiday's name by language, empty for the house's own."""

    day: dt.date
    why: Why
    names: tuple[tuple[str, str], ...] = ()

    def name(self, language: str) -> str:
        """Return the holiday's name in ``language`` ('da' or 'en'), or '' when it has none."""
        return dict(self.names).get(language, "")


@dataclass(frozen=True)
class ClosedDays:
    """What is closed: public holidays, periods of the house, and days that recur each year."""

    periods: tuple[Period, ...] = ()
    each_year: frozenset[tuple[int, int]] = frozenset()
    public_holidays: bool = True

    def find(self, day: dt.date) -> ClosedDay | None:
        """Return why ``day`` is closed, or None when the group can meet."""
        if self.public_holidays and (names := _holidays(day.year).get(day)):
            return ClosedDay(day, Why.PUBLIC_HOLIDAY, names)
        if (day.month, day.day) in self.each_year or any(day in period for period in self.periods):
            return ClosedDay(day, Why.HOUSE_CLOSED)
        return None


USUAL_HOUSE_DAYS = frozenset({(12, 24), (12, 31), (6, 5)})
"""Christmas Eve, New Year's Eve and Constitution Day (month, day)."""


def closed(periods: Iterable[Period] = (), *, usual_house_days: bool = False) -> ClosedDays:
    """Return public holidays with ``periods`` and, if asked, the usual days of a house."""
    days = USUAL_HOUSE_DAYS if usual_house_days else frozenset()
    return ClosedDays(tuple(periods), days)


def write_steps(steps: Iterable[ClosedDay]) -> str:
    """Return ``steps`` as a line free of language, '2027-03-25=public_holiday,...'."""
    return ",".join(f"{step.day.isoformat()}={step.why}" for step in steps)


def read_steps(line: str) -> tuple[ClosedDay, ...]:
    """Return the steps of a line made by :func:`write_steps`, with the holidays' names."""
    steps = []
    for part in filter(None, line.split(",")):
        day_text, _, why_text = part.partition("=")
        day, why = dt.date.fromisoformat(day_text), Why(why_text)
        names = _holidays(day.year).get(day, ()) if why is Why.PUBLIC_HOLIDAY else ()
        steps.append(ClosedDay(day, why, names))
    return tuple(steps)


@lru_cache(maxsize=64)
def _holidays(year: int) -> dict[dt.date, tuple[tuple[str, str], ...]]:
    # Imported late: the library takes a quarter of a second, which the unlock window saves.
    from holidays import country_holidays

    danish = country_holidays("DK", years=year, language="da")
    english = country_holidays("DK", years=year, language="en_US")
    return {day: (("da", danish[day]), ("en", english[day])) for day in danish}
