"""A woman in a group: an alias, our own number, and dated membership; nothing more is asked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import (
    Field,
    JoinedAfterFirstMark,
    LeftBeforeJoining,
    LeftBeforeLastMark,
    PauseOutsideMembership,
    PausesOverlap,
    PeriodBackwards,
    ReasonWithoutLeaving,
    Refused,
)

LONGEST_ALIAS = 40
LONGEST_NUMBER = 12
_NUMBER_OF_YEAR = re.compile(r"([0-9]{2})-([0-9]{1,6})")


ERASED_ALIAS = "\u2013"
"""What stands in place of the alias of a woman who was erased."""


class Leaving(StrEnum):
    """Why a woman left a group."""

    COMPLETED = "completed"
    MOVED = "moved"
    BACK_AT_SHELTER = "back_at_shelter"
    OTHER_OFFER = "other_offer"
    OWN_WISH = "own_wish"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Participant:
    """A first name or alias, and the house's own number.

    ``erased`` is the day on which all that told who she is went; marks without a name stay.
    """

    id: UUID
    alias: str
    number: str
    erased: dt.date | None = None

    def __post_init__(self) -> None:
        alias = text.line(self.alias, Field.ALIAS, most=LONGEST_ALIAS)
        number = text.line(self.number, Field.NUMBER, most=LONGEST_NUMBER)
        object.__setattr__(self, "alias", alias)
        object.__setattr__(self, "number", number)


@dataclass(frozen=True)
class Pause:
    """Days on which she stays away by agreement, both included; without ``last`` it goes on."""

    first: dt.date
    last: dt.date | None = None

    def __post_init__(self) -> None:
        in_reach(self.first)
        if self.last is not None:
            in_reach(self.last)
            if self.last < self.first:
                raise Refused(PeriodBackwards(self.first, self.last))

    def covers(self, day: dt.date) -> bool:
        """Return whether ``day`` lies in the pause."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Membership:
    """The dates between which a participant belongs to a group, both included.

    ``left`` is None while she is in it, ``why_left`` goes with it. A return is a membership of its
    own. ``pauses`` stand in order, within the membership, apart from each other.
    """

    id: UUID
    group_id: UUID
    participant: Participant
    joined: dt.date
    left: dt.date | None = None
    why_left: Leaving | None = None
    pauses: tuple[Pause, ...] = ()

    def __post_init__(self) -> None:
        in_reach(self.joined)
        if self.left is not None:
            in_reach(self.left)
            if self.left < self.joined:
                raise Refused(LeftBeforeJoining(self.joined, self.left))
        elif self.why_left is not None:
            raise Refused(ReasonWithoutLeaving())
        object.__setattr__(self, "pauses", tuple(sorted(self.pauses, key=lambda p: p.first)))
        self._check_pauses()

    def _check_pauses(self) -> None:
        for pause in self.pauses:
            ends = pause.last or pause.first
            if pause.first < self.joined or (self.left is not None and ends > self.left):
                raise Refused(PauseOutsideMembership(pause.first, pause.last))
        for before, after in pairwise(self.pauses):
            if before.last is None or after.first <= before.last:
                raise Refused(PausesOverlap(after.first))

    def covers(self, day: dt.date) -> bool:
        """Return whether she is in the group on ``day``; who was erased is in none after that."""
        return self.joined <= day and self.is_ahead(day)

    def is_ahead(self, day: dt.date) -> bool:
        """Return whether she is in the group on ``day``, or later."""
        erased = self.participant.erased
        return (self.left is None or day <= self.left) and (erased is None or day <= erased)

    def meets(self, other: Membership) -> bool:
        """Return whether the dates of both hold a day in common."""
        starts = max(self.joined, other.joined)
        return all(each.left is None or starts <= each.left for each in (self, other))

    def is_paused(self, day: dt.date) -> bool:
        """Return whether she stays away on ``day`` by agreement."""
        return any(pause.covers(day) for pause in self.pauses)

    def check_marks(self, marked_days: Iterable[dt.date]) -> None:
        """Refuse dates that would leave a recorded session outside the membership."""
        days = sorted(marked_days)
        if days and days[0] < self.joined:
            raise Refused(JoinedAfterFirstMark(self.joined, days[0]))
        if days and self.left is not None and self.left < days[-1]:
            raise Refused(LeftBeforeLastMark(self.left, days[-1]))


def next_number(taken: Iterable[str], year: int) -> str:
    """Return the next free number of the form YY-NN for ``year``."""
    this_year = f"{year % 100:02d}"
    found = (_NUMBER_OF_YEAR.fullmatch(number) for number in taken)
    used = [int(match[2]) for match in found if match and match[1] == this_year]
    return f"{this_year}-{max(used, default=0) + 1:02d}"
