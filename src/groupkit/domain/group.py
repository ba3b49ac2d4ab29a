"""A group: one course of sessions with a fixed circle of women."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.refusal import (
    EndsNextDay,
    Field,
    LengthOutOfRange,
    Refused,
    TooManyFacilitators,
)
from groupkit.domain.schedule import Course

LEAST_LENGTH, MOST_LENGTH = 30, 300
MOST_FACILITATORS = 6


@dataclass(frozen=True)
class Group:
    """A group as planned; ``starts`` is local time, ``minutes`` the length of a session."""

    id: UUID
    name: str
    course: Course
    starts: dt.time
    minutes: int
    place: str = ""
    facilitators: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", text.line(self.name, Field.GROUP))
        object.__setattr__(self, "place", text.optional_line(self.place, Field.PLACE))
        object.__setattr__(self, "facilitators", check_facilitators(self.facilitators))
        check_length(self.starts, self.minutes)

    @property
    def ends(self) -> dt.time:
        """The clock time at which a session ends."""
        return ends_at(self.starts, self.minutes)


def check_facilitators(names: Iterable[str]) -> tuple[str, ...]:
    """Return ``names`` once each, empty ones left out.

    Raises:
        Refused: TooManyFacilitators, and what a line of text may not be.
    """
    named = (text.optional_line(name, Field.FACILITATOR) for name in names)
    found = tuple(dict.fromkeys(filter(None, named)))
    if len(found) > MOST_FACILITATORS:
        raise Refused(TooManyFacilitators(MOST_FACILITATORS))
    return found


_BETWEEN_NAMES = re.compile(r"\s*[,;/&\n]\s*|\s+(?:og|and)\s+", re.IGNORECASE)


def read_names(typed: str) -> tuple[str, ...]:
    """Return the names of a line: commas, semicolons, '&', 'og' and 'and' stand between them."""
    return tuple(name for name in _BETWEEN_NAMES.split(typed.strip()) if name)


def check_length(starts: dt.time, minutes: int) -> None:
    """Refuse a session shorter than 30 or longer than 300 minutes, or past midnight."""
    if not LEAST_LENGTH <= minutes <= MOST_LENGTH:
        raise Refused(LengthOutOfRange(minutes, LEAST_LENGTH, MOST_LENGTH))
    if starts.hour * 60 + starts.minute + minutes > 24 * 60:
        raise Refused(EndsNextDay(starts, minutes))


def ends_at(starts: dt.time, minutes: int) -> dt.time:
    """Return the clock time ``minutes`` after ``starts``."""
    return (dt.datetime.combine(dt.date(2000, 1, 1), starts) + dt.timedelta(minutes=minutes)).time()
