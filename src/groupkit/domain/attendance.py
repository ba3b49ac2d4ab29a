"""Who came, who did not, and whether we knew why; and what may be counted from it.

Not recorded is never counted as absent, and every rate carries its denominator. There is no score
of a woman.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.refusal import Field

LONGEST_REASON = 200


class Status(StrEnum):
    """What was recorded of one woman at one session; no status means not recorded."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ABSENT_NOTICE = "absent_notice"
    ABSENT_NO_NOTICE = "absent_no_notice"
    NOT_INVITED = "not_invited"

    @property
    def came(self) -> bool:
        """True for present, late and left early."""
        return self in _CAME


_CAME = frozenset({Status.PRESENT, Status.LATE, Status.LEFT_EARLY})


@dataclass(frozen=True)
class Mark:
    """The status of one participant at one session; the reason goes with absence with notice."""

    session_id: UUID
    participant_id: UUID
    status: Status
    reason: str = ""

    def __post_init__(self) -> None:
        reason = text.optional_line(self.reason, Field.REASON, most=LONGEST_REASON)
        keeps = self.status is Status.ABSENT_NOTICE
        object.__setattr__(self, "reason", reason if keeps else "")


@dataclass(frozen=True)
class Tally:
    """Counts of statuses; ``unrecorded`` are members at the session without a mark."""

    counts: tuple[tuple[Status, int], ...] = ()
    unrecorded: int = 0

    def of(self, status: Status) -> int:
        """Return how often ``status`` was recorded."""
        return dict(self.counts).get(status, 0)

    @property
    def came(self) -> int:
        """Present, late and left early together."""
        return sum(number for status, number in self.counts if status.came)

    @property
    def invited(self) -> int:
        """The denominator of every rate: recorded and invited."""
        return sum(number for status, number in self.counts if status is not Status.NOT_INVITED)

    @property
    def share(self) -> float | None:
        """The part of the invited who came (0-1), None without a denominator."""
        return self.came / self.invited if self.invited else None

    def __add__(self, other: Tally) -> Tally:
        counts = Counter(dict(self.counts)) + Counter(dict(other.counts))
        return Tally(_ordered(counts), self.unrecorded + other.unrecorded)


def _ordered(counts: Counter[Status]) -> tuple[tuple[Status, int], ...]:
    return tuple((status, counts[status]) for status in Status if counts[status])


def tally(statuses: Iterable[Status | None]) -> Tally:
    """Count ``statuses``, where None stands for a member not recorded."""
    counts = Counter(statuses)
    unrecorded = counts.pop(None, 0)
    return Tally(_ordered(Counter({s: n for s, n in counts.items() if s})), unrecorded)
