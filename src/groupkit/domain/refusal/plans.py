"""Groups, their plans and agendas."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from groupkit.domain.refusal.base import Refusal


@dataclass(frozen=True)
class WeeksOutOfRange(Refusal):
    weeks: int
    least: int
    most: int


@dataclass(frozen=True)
class RhythmOutOfRange(Refusal):
    every: int
    least: int
    most: int


@dataclass(frozen=True)
class NoOpenDay(Refusal):
    """Every day on which the group could meet is closed."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class LengthOutOfRange(Refusal):
    """A session's length in minutes."""

    minutes: int
    least: int
    most: int


@dataclass(frozen=True)
class EndsNextDay(Refusal):
    """A session that would run past midnight."""

    starts: dt.time
    minutes: int


@dataclass(frozen=True)
class ItemMinutesOutOfRange(Refusal):
    minutes: int
    least: int
    most: int


@dataclass(frozen=True)
class TooManyItems(Refusal):
    most: int


@dataclass(frozen=True)
class TooManyFacilitators(Refusal):
    most: int


@dataclass(frozen=True)
class GroupNameTaken(Refusal):
    name: str


@dataclass(frozen=True)
class SessionNotYet(Refusal):
    """Attendance for a session that lies in the future."""

    day: dt.date


@dataclass(frozen=True)
class NotFound(Refusal):
    """The thing asked for is not in the store."""

    what: str
    name: str


@dataclass(frozen=True)
class TopicUnknown(Refusal):
    name: str


@dataclass(frozen=True)
class ParityNeedsFortnight(Refusal):
    """Even or odd weeks make sense for a session every second week alone."""

    every: int


@dataclass(frozen=True)
class StartInOtherWeek(Refusal):
    """The first day does not lie in the even (or odd) weeks that were asked for."""

    start: dt.date
    even: bool


@dataclass(frozen=True)
class PeriodTooLong(Refusal):
    first: dt.date
    last: dt.date
    most_days: int


@dataclass(frozen=True)
class TooManyPeriods(Refusal):
    most: int


@dataclass(frozen=True)
class DayClosed(Refusal):
    """A session cannot fall on a closed day; ``why`` and ``name`` as ``closed.ClosedDay`` has."""

    day: dt.date
    why: str
    name: str


@dataclass(frozen=True)
class DayInPast(Refusal):
    day: dt.date


@dataclass(frozen=True)
class DayTaken(Refusal):
    """The group meets already on that day."""

    day: dt.date
    number: int


@dataclass(frozen=True)
class SessionIsPast(Refusal):
    """A session that was held, or is being recorded, stays as it is in the plan."""

    number: int
    day: dt.date


@dataclass(frozen=True)
class SessionIsCancelled(Refusal):
    day: dt.date


@dataclass(frozen=True)
class NoSessionAhead(Refusal):
    """Nothing is left to change: all sessions are held or cancelled."""


@dataclass(frozen=True)
class TooManySessions(Refusal):
    most: int


@dataclass(frozen=True)
class PlanChangedSince(Refusal):
    """A change cannot be taken back: the plan was changed again after it."""


@dataclass(frozen=True)
class ProgrammeEmpty(Refusal):
    pass


@dataclass(frozen=True)
class ProgrammeNameTaken(Refusal):
    name: str


@dataclass(frozen=True)
class TemplateNameTaken(Refusal):
    name: str


@dataclass(frozen=True)
class CalendarUnreadable(Refusal):
    """A file that is no calendar, or too large (``most_bytes``, 0 when it isn't that)."""

    most_bytes: int = 0


@dataclass(frozen=True)
class CalendarEmpty(Refusal):
    """A calendar without a single whole day."""


@dataclass(frozen=True)
class TitleTells(Refusal):
    """A title for calendars holds a word that says what the meetings are, or the house's name."""

    word: str


@dataclass(frozen=True)
class ShortMinutesOutOfRange(Refusal):
    """An item's minutes if short of time lie between none and its usual ones."""

    minutes: int
    most: int


@dataclass(frozen=True)
class AgendaEmpty(Refusal):
    """An agenda without an item, which cannot be kept as a template or copied."""
