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
