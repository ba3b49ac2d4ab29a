"""Whether the laptop's date can be believed: nothing is purged by a date that can't."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

_BACK, _AHEAD = dt.timedelta(days=1), dt.timedelta(days=14)
SHEET_ASKED_EVERY = dt.timedelta(days=365)
"""How often the program asks whether the recovery sheet can still be found."""
NOT_KEPT_YET = dt.date(2000, 1, 1)
"""Stands for the day of a sheet of which nobody has said yet that it is kept."""


@dataclass(frozen=True)
class Upkeep:
    """What the store remembers of its own care.

    ``last_seen`` is the latest day on which it was used with a date that was believed.
    ``renewal_due``: a backup of before the last renewal of the keys was restored, so that who had
    lost access since has it again; an owner is to renew the keys. ``kept_looked`` is the day on
    which somebody last looked at what may no longer be kept, None before the first time.
    """

    last_seen: dt.date
    sheet_seen: dt.date
    copied_out: dt.datetime | None = None
    renewal_due: bool = False
    kept_looked: dt.date | None = None

    @property
    def sheet_is_kept(self) -> bool:
        """Whether somebody said of the newest sheet that it was printed or written down."""
        return self.sheet_seen != NOT_KEPT_YET


@dataclass(frozen=True)
class ClockDoubt:
    """The clock says ``today``, but the store was last used on ``last_seen``."""

    today: dt.date
    last_seen: dt.date


def doubt(today: dt.date, last_seen: dt.date) -> ClockDoubt | None:
    """Return the doubt when the date went back over a day or ahead over 14 days, else None."""
    if last_seen - _BACK <= today <= last_seen + _AHEAD:
        return None
    return ClockDoubt(today, last_seen)


def sheet_question_due(today: dt.date, upkeep: Upkeep) -> bool:
    """Return whether it is a year since somebody said that the recovery sheet can be found."""
    return today - upkeep.sheet_seen >= SHEET_ASKED_EVERY
