"""Texts and dates as typed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from groupkit.domain.refusal.base import Field, Refusal


@dataclass(frozen=True)
class TextEmpty(Refusal):
    field: Field


@dataclass(frozen=True)
class TextTooLong(Refusal):
    field: Field
    length: int
    most: int


@dataclass(frozen=True)
class TextUnprintable(Refusal):
    """Nothing that can be read is left of the text."""

    field: Field


@dataclass(frozen=True)
class DateUnknown(Refusal):
    """A text that is no date of the calendar."""

    text: str


@dataclass(frozen=True)
class PeriodBackwards(Refusal):
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class DateOutOfReach(Refusal):
    day: dt.date
    earliest: dt.date
    latest: dt.date
