"""The time that a report covers, divided: by months in the house, by quarters outside."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from groupkit.domain.dates import Period
from groupkit.domain.protection import Axis
from groupkit.domain.reporting.choice import Audience, Choice, Span, Unit
from groupkit.language import Language

WHOLE = "time"


@dataclass(frozen=True)
class Times:
    """An axis of time; ``shown`` names the part of it that the report tells of.

    What goes outside is always counted over the whole year, so that a quarter and its year come
    of one and the same decision what to hide.
    """

    axis: Axis
    shown: str
    parts: tuple[tuple[str, Period], ...]

    @property
    def period(self) -> Period:
        """All days of the axis."""
        return Period(self.parts[0][1].first, self.parts[-1][1].last)

    @property
    def shown_period(self) -> Period:
        """The days of what is shown."""
        return self.period if self.is_whole else dict(self.parts)[self.shown]

    @property
    def shown_parts(self) -> tuple[tuple[str, Period], ...]:
        """The parts below what is shown; none for an undivided one."""
        return () if self.shown != self.axis.whole or len(self.parts) < 2 else self.parts

    @property
    def is_whole(self) -> bool:
        """Whether all of the axis is shown."""
        return self.shown == self.axis.whole

    def of(self, day: dt.date) -> str | None:
        """Return the part that holds ``day``, None when none does."""
        at = bisect_right(self._firsts, day) - 1
        if at < 0 or day > self.parts[at][1].last:
            return None
        return self.parts[at][0]

    @cached_property
    def _firsts(self) -> list[dt.date]:
        return [period.first for _, period in self.parts]


def times_of(choice: Choice) -> Times:
    """Return the axis of time for a report."""
    span = choice.span
    if choice.audience is not Audience.OUTSIDE:
        months = tuple(_months(span.period))
        return Times(Axis(WHOLE, tuple(name for name, _ in months)), WHOLE, months)
    quarters = tuple(
        (f"{span.year}-Q{part}", Span(Unit.QUARTER, span.year, part).period) for part in range(1, 5)
    )
    year = str(span.year)
    shown = year if span.unit is Unit.YEAR else f"{year}-Q{span.part}"
    return Times(Axis(year, tuple(name for name, _ in quarters)), shown, quarters)


def undivided(times: Times) -> Times:
    """Return the same days without their parts."""
    whole = times.axis.whole
    return Times(Axis(whole, (f"{whole} whole",)), whole, ((f"{whole} whole", times.period),))


def _months(period: Period) -> list[tuple[str, Period]]:
    found, first = [], period.first
    while first <= period.last:
        after = (first.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
        last = min(after - dt.timedelta(days=1), period.last)
        found.append((f"{first:%Y-%m}", Period(first, last)))
        first = after
    return found


def part_word(name: str, period: Period, language: Language) -> str:
    """Return what a month or quarter is called."""
    if "-Q" in name:
        return language.say("Quarter {n}", n=int(name[-1]))
    return language.month(period.first)


def span_word(span: Span, language: Language) -> str:
    """Return what the time of a report is called: '2027', '2. kvartal 2027', or its days."""
    say = language.say
    if span.unit is Unit.YEAR:
        return str(span.year)
    if span.unit is Unit.HALF:
        if span.part == 1:
            return say("First half of {year}", year=span.year)
        return say("Second half of {year}", year=span.year)
    if span.unit is Unit.QUARTER:
        return say("Quarter {n} of {year}", n=span.part, year=span.year)
    period = span.period
    return f"{language.date_short(period.first)} – {language.date_short(period.last)}"
