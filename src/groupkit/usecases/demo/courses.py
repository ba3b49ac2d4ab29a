"""When invented groups meet: weeks, weekdays and the names that follow from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from groupkit.domain.schedule import Course
from groupkit.usecases.demo import sentences
from groupkit.usecases.demo.sentences import in_language
from groupkit.usecases.demo.sizes import Size

_WEEK: Final = dt.timedelta(weeks=1)
_TUESDAY: Final = 1
_WEDNESDAY: Final = 2
_YEARS: Final = 10
_BEFORE_THE_NEXT: Final = 12
"""Weeks between the small group's first session and its next one: six are held, five to come."""
NATIONAL_GROUPS: Final = 600
_WEEKDAYS: Final = 5


@dataclass(frozen=True)
class Frame:
    """A group's name, its course and how many women are in it."""

    name: str
    course: Course
    women: int


def frames(size: Size, language: str, today: dt.date, chance: Random) -> Iterator[Frame]:
    """Yield the groups of ``size``, the latest first."""
    makers = {Size.SMALL: _small, Size.SHELTER: _shelter, Size.NATIONAL: _national}
    yield from makers[size](language, today, chance)


def how_many(size: Size) -> int:
    """Return how many groups ``size`` has."""
    return {Size.SMALL: 1, Size.SHELTER: 2 * _YEARS, Size.NATIONAL: NATIONAL_GROUPS}[size]


def _small(language: str, today: dt.date, _chance: Random) -> Iterator[Frame]:
    tomorrow = today + dt.timedelta(days=1)
    coming = tomorrow + dt.timedelta(days=(_WEDNESDAY - tomorrow.weekday()) % 7)
    course = Course(coming - _BEFORE_THE_NEXT * _WEEK, 20)
    yield Frame(in_language(sentences.WEEKDAY_GROUP, language), course, 8)


def _shelter(language: str, today: dt.date, _chance: Random) -> Iterator[Frame]:
    start = _monday(today) + dt.timedelta(days=_TUESDAY) - 8 * _WEEK
    for _ in range(2 * _YEARS):
        season = sentences.SPRING if start.month <= 6 else sentences.AUTUMN
        name = in_language(season, language).format(year=start.year)
        yield Frame(name, Course(start, 20), 6)
        start = _half_a_year_before(start)


def _half_a_year_before(start: dt.date) -> dt.date:
    # Never less than six months: 26 weeks at a time would slide two groups into one season.
    month = start.month - 6 if start.month > 6 else start.month + 6
    year = start.year if start.month > 6 else start.year - 1
    first = dt.date(year, month, min(start.day, 28))
    return first - dt.timedelta(days=(first.weekday() - _TUESDAY) % 7)


def _national(language: str, today: dt.date, chance: Random) -> Iterator[Frame]:
    newest = _monday(today) - 2 * _WEEK
    days_apart = _YEARS * 365.25 / NATIONAL_GROUPS
    for back in range(NATIONAL_GROUPS):
        week = _monday(newest - dt.timedelta(days=round(back * days_apart)))
        start = week + dt.timedelta(days=chance.randrange(_WEEKDAYS))
        name = in_language(sentences.NUMBERED, language)
        number = NATIONAL_GROUPS - back
        yield Frame(name.format(number=number, year=start.year), Course(start, 20), 10)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
