"""Nominations, seats and ties between women."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.refusal.base import Refusal


@dataclass(frozen=True)
class NominationOpen(Refusal):
    """She is nominated already, and that is not decided yet."""

    since: dt.date


@dataclass(frozen=True)
class NominationDecided(Refusal):
    """A nomination that was decided stays so; she can be nominated again."""

    day: dt.date


@dataclass(frozen=True)
class NominationChangedSince(Refusal):
    """Somebody else changed it after it was read."""


@dataclass(frozen=True)
class NotesChangedSince(Refusal):
    """Somebody has written on; undoing would lose that."""


@dataclass(frozen=True)
class SeatNeedsHerYes(Refusal):
    pass


@dataclass(frozen=True)
class SeatNeedsGroup(Refusal):
    pass


@dataclass(frozen=True)
class DecisionMissing(Refusal):
    """Nothing was chosen yet."""


@dataclass(frozen=True)
class OfferMissing(Refusal):
    """Another offer was chosen, and not said which."""


@dataclass(frozen=True)
class DecidedBeforeNominated(Refusal):
    nominated: dt.date
    decided: dt.date


@dataclass(frozen=True)
class InFuture(Refusal):
    """Something that is said to have happened on a day that has not come."""

    day: dt.date
    today: dt.date


@dataclass(frozen=True)
class TiedToHerself(Refusal):
    pass


@dataclass(frozen=True)
class AlreadyInGroup(Refusal):
    """She is in the group then; ``group_id`` says which."""

    group_id: UUID
    joined: dt.date
