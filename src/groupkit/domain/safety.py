"""Her own answer on the scale 1-7: how sure she feels that new violence does not easily happen.

1: afraid that it can easily happen; 7: quite sure that it does not (Dokkedahl 2021). It is hers,
never a score of worth. What is counted, a :class:`SafetyTally` of each answer and a
:class:`ChangeTally` of each pair, names no woman, and none leads to another.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
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


class Change(StrEnum):
    """Where her answer at the end lies beside that at the start."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


def change_of(start: int, end: int) -> Change:
    """Return how an answer changed."""
    if start == end:
        return Change.SAME
    return Change.UP if end > start else Change.DOWN


@dataclass(frozen=True)
class SafetyAnswer:
    """Her answer at one moment of one group's course, and her own words beside it.

    ``tally_id`` names what is counted of it; ``change_id``, which her answers of one course share,
    what is counted of its start and end.
    """

    id: UUID
    participant_id: UUID
    group_id: UUID
    moment: Moment
    day: dt.date
    value: int
    tally_id: UUID
    change_id: UUID
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
    """One answer without her."""

    id: UUID
    group_id: UUID
    moment: Moment
    value: int


@dataclass(frozen=True)
class ChangeTally:
    """How one woman's answer changed from start to end, without her and without the answers."""

    id: UUID
    group_id: UUID
    change: Change
