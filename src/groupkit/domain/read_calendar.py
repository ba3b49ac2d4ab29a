"""What comes of reading a calendar file: closed periods by name, and what was left out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from groupkit.domain.dates import Period


class LeftOut(StrEnum):
    """Why something in a calendar file becomes no closed period."""

    TIMED = "timed"
    """An event with clock times: it closes no day."""
    CANCELLED = "cancelled"
    OUTSIDE = "outside"
    """It falls outside the years that were asked for."""
    TOO_LONG = "too_long"
    """It lasts longer than a closed period may."""
    UNREADABLE = "unreadable"
    """Its dates or its rule of repetition make no sense, or would take too long to work out."""
    TOO_MANY = "too_many"
    """It came after as many periods as there is room for."""


@dataclass(frozen=True)
class NamedPeriod:
    """Closed days with what the calendar calls them, '' when it gives no name."""

    period: Period
    name: str = ""


@dataclass(frozen=True)
class ReadCalendar:
    """The periods of a calendar file by first day, each once.

    ``reasons`` holds how many events were left out, by reason, where there are any.
    """

    periods: tuple[NamedPeriod, ...]
    reasons: tuple[tuple[LeftOut, int], ...] = ()

    @property
    def left_out(self) -> int:
        """How many events were left out."""
        return sum(number for _, number in self.reasons)
