"""New violence after the stay, as she told it: when, of what kind, through which contact.

What is counted of an incident, a :class:`IncidentTally`, is kept apart from it and names no woman;
it stays when the incident is erased.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import Field, InFuture, KindMissing, Refused, ToldBeforeHappened

LONGEST_WORDS = 2_000


class IncidentKind(StrEnum):
    """Kinds of violence; several may come together."""

    PSYCHOLOGICAL = "psychological"
    PHYSICAL = "physical"
    SEXUAL = "sexual"
    ECONOMIC = "economic"
    MATERIAL = "material"
    DIGITAL = "digital"
    STALKING = "stalking"


class Way(StrEnum):
    """Through which contact it came."""

    MESSAGES = "messages"
    VISITATION = "visitation"
    NETWORK = "network"
    MEETING = "meeting"
    THIRD_PERSON = "third_person"


class Precision(StrEnum):
    """How exactly the day is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Told(StrEnum):
    """An answer that may be missing."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


class Phase(StrEnum):
    """A third of the group's course, or the time around it."""

    BEFORE = "before"
    START = "start"
    MIDDLE = "middle"
    END = "end"
    AFTER = "after"


@dataclass(frozen=True)
class Incident:
    """What a woman told on the day ``told`` of something that happened on ``happened`` or about.

    ``what`` and ``wish`` (what she wants done) are words, '' where none were written. ``tally_id``
    names what is counted of it. ``session_id`` is the session at which it was told, if any.
    """

    id: UUID
    participant_id: UUID
    told: dt.date
    happened: dt.date
    kinds: frozenset[IncidentKind]
    tally_id: UUID
    precision: Precision = Precision.DAY
    ways: frozenset[Way] = frozenset()
    children_present: Told = Told.UNKNOWN
    danger: bool = False
    what: str = ""
    wish: str = ""
    session_id: UUID | None = None

    def __post_init__(self) -> None:
        in_reach(self.happened)
        in_reach(self.told)
        if not self.kinds:
            raise Refused(KindMissing())
        if self.told < self.happened:
            raise Refused(ToldBeforeHappened(self.happened, self.told))
        for name in ("what", "wish"):
            words = text.prose(getattr(self, name), Field.INCIDENT, most=LONGEST_WORDS)
            object.__setattr__(self, name, words)

    def check_not_ahead(self, today: dt.date) -> None:
        """Refuse a day that has not come."""
        for day in (self.happened, self.told):
            if day > today:
                raise Refused(InFuture(day, today))


@dataclass(frozen=True)
class IncidentTally:
    """What is counted of one incident: the quarter it was told in, and no day, and nobody.

    ``teller`` is a random id that one woman's incidents of a year have in common, so that six of
    one woman don't pass for six women's; nothing else anywhere has it.
    """

    id: UUID
    group_id: UUID | None
    year: int
    quarter: int
    phase: Phase
    kinds: frozenset[IncidentKind]
    teller: UUID


def tally_of(
    incident: Incident, group_id: UUID | None, phase: Phase, teller: UUID
) -> IncidentTally:
    """Return what is counted of ``incident``."""
    return IncidentTally(
        incident.tally_id,
        group_id,
        incident.told.year,
        (incident.told.month - 1) // 3 + 1,
        phase,
        incident.kinds,
        teller,
    )


def phase_of(day: dt.date, first: dt.date, last: dt.date) -> Phase:
    """Return the third of the course from ``first`` to ``last`` (both included) that holds ``day``.

    Days divide as evenly as they can; a course of two days has no middle.
    """
    if day < first:
        return Phase.BEFORE
    if day > last:
        return Phase.AFTER
    passed, length = (day - first).days, (last - first).days + 1
    return (Phase.START, Phase.MIDDLE, Phase.END)[3 * passed // length]
