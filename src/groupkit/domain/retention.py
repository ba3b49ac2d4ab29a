"""How long what is known of women is kept, by kind: words first, counts last.

A kind's time runs from the end of what it belongs to: the last day of her last membership, or the
decision on her nomination when she was never in a group. Nothing goes by itself: a human looks at
what would go, and then says so.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from groupkit.domain.refusal import MonthsOutOfRange, NarrativesKeptLonger, Refused

LEAST_MONTHS, MOST_MONTHS = 1, 120


class Kept(StrEnum):
    """What is kept, in the order in which it goes.

    ``NOTES``: notes, and reasons of absence. ``INCIDENTS``: incidents and safety answers in words.
    ``FOLLOW_UPS``: what was to be done. ``NOMINATIONS``: considerations and reasons. ``PERSON``:
    alias, number, contact, needs, consent. What is left is counted and names nobody.
    """

    NOTES = "notes"
    INCIDENTS = "incidents"
    FOLLOW_UPS = "follow_ups"
    NOMINATIONS = "nominations"
    PERSON = "person"


USUAL_MONTHS: Mapping[Kept, int] = {
    Kept.NOTES: 6,
    Kept.INCIDENTS: 12,
    Kept.FOLLOW_UPS: 12,
    Kept.NOMINATIONS: 12,
    Kept.PERSON: 24,
}
"""A proposal to start from; the house decides what its own rules ask."""


@dataclass(frozen=True)
class Periods:
    """Months by kind; who she is, is never erased before what was written of her.

    Raises:
        Refused: MonthsOutOfRange, NarrativesKeptLonger.
    """

    months: Mapping[Kept, int] = field(default_factory=lambda: dict(USUAL_MONTHS))

    def __post_init__(self) -> None:
        months = {kind: self.months.get(kind, USUAL_MONTHS[kind]) for kind in Kept}
        object.__setattr__(self, "months", months)
        for each in months.values():
            if not LEAST_MONTHS <= each <= MOST_MONTHS:
                raise Refused(MonthsOutOfRange(each, LEAST_MONTHS, MOST_MONTHS))
        if max(months.values()) > months[Kept.PERSON]:
            raise Refused(NarrativesKeptLonger())

    def goes_on(self, kind: Kept, ended: dt.date) -> dt.date:
        """Return the first day on which what ended on ``ended`` is no longer to be kept."""
        return _months_after(ended, self.months[kind])

    def gone_by(self, today: dt.date, ended: dt.date) -> frozenset[Kept]:
        """Return the kinds whose time is over on ``today`` for what ended on ``ended``."""
        return frozenset(kind for kind in Kept if self.goes_on(kind, ended) <= today)


def look_due(today: dt.date, looked: dt.date | None) -> bool:
    """Return whether it is a month since somebody ``looked`` at what may no longer be kept."""
    return looked is None or _months_after(looked, 1) <= today


def _months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day ``months`` later, the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
