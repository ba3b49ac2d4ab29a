"""Incidents, safety answers, follow-ups, consent and what is kept for how long."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from groupkit.domain.refusal.base import Refusal


@dataclass(frozen=True)
class KindMissing(Refusal):
    """An incident of no kind."""


@dataclass(frozen=True)
class ToldBeforeHappened(Refusal):
    happened: dt.date
    told: dt.date


@dataclass(frozen=True)
class SafetyOutOfRange(Refusal):
    value: int
    least: int
    most: int


@dataclass(frozen=True)
class DueInPast(Refusal):
    due: dt.date
    today: dt.date


@dataclass(frozen=True)
class DueTooFar(Refusal):
    due: dt.date
    latest: dt.date


@dataclass(frozen=True)
class FollowUpClosed(Refusal):
    """It was closed meanwhile."""

    day: dt.date


@dataclass(frozen=True)
class FollowUpOpen(Refusal):
    """It is open; there is nothing to open again."""


@dataclass(frozen=True)
class OwnerCannotRead(Refusal):
    """A follow-up goes only to who reads notes and has access still."""


@dataclass(frozen=True)
class NextStepMissing(Refusal):
    """She was not reached, and not said what is to be done now."""


@dataclass(frozen=True)
class WithdrawnBeforeGiven(Refusal):
    given: dt.date
    withdrawn: dt.date


@dataclass(frozen=True)
class PauseOutsideMembership(Refusal):
    first: dt.date
    last: dt.date | None


@dataclass(frozen=True)
class PausesOverlap(Refusal):
    first: dt.date


@dataclass(frozen=True)
class MarkedInPause(Refusal):
    """She is recorded as having come, or stayed away, on a day inside the pause."""

    day: dt.date


@dataclass(frozen=True)
class ReasonWithoutLeaving(Refusal):
    """A reason for leaving without a day on which she left."""


@dataclass(frozen=True)
class ChildrenOutOfRange(Refusal):
    number: int
    most: int


@dataclass(frozen=True)
class MonthsOutOfRange(Refusal):
    months: int
    least: int
    most: int


@dataclass(frozen=True)
class NarrativesKeptLonger(Refusal):
    """Words would be kept longer than the counts made of them."""


@dataclass(frozen=True)
class DateInDoubt(Refusal):
    """Nothing is erased by a date that can't be believed."""

    today: dt.date
    last_seen: dt.date


@dataclass(frozen=True)
class ParticipantErased(Refusal):
    """Nothing can be added to who was erased."""

    day: dt.date
