"""Her own answer on the scale 1-7: how sure she feels that new violence does not easily happen.

1: afraid that it can easily happen; 7: quite sure that it does not (Dokkedahl 2021). It is hers,
never a score of worth. What is counted, a :class:`SafetyTally`, names no woman.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import Field, InFuture, Refused, SafetyOutOfRange

LEAST, MOST = 1, 7
LONGEST_WORDS = 1_000


class Moment(StrEnum):
    """When she is asked; ``LATER`` is three months after the end."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    LATER = "later"


@dataclass(frozen=True)
class SafetyAnswer:
    """Her answer at one moment of one group's course, and her own words beside it."""

    id: UUID
    participant_id: UUID
    group_id: UUID
    moment: Moment
    day: dt.date
    value: int
    tally_id: UUID
    words: str = ""

    def __post_init__(self) -> None:
        in_reach(self.day)
        if not LEAST <= self.value <= MOST:
            raise Refused(SafetyOutOfRange(self.value, LEAST, MOST))
        words = text.prose(self.words, Field.SAFETY, most=LONGEST_WORDS)
        object.__setattr__(self, "words", words)

    def check_not_ahead(self, today: dt.date) -> None:
        """Refuse a day that has not come."""
        if self.day > today:
            raise Refused(InFuture(self.day, today))


@dataclass(frozen=True)
class SafetyTally:
    """The answers of one woman in one course without her: paired, so that change can be told."""

    id: UUID
    group_id: UUID
    values: Mapping[Moment, int] = field(default_factory=dict)
