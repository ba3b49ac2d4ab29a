"""Something that somebody must do, by a date: for a woman, after an absence or an incident.

'No contact, by agreement' is a valid end. Who was not reached stays open, with a next step.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import (
    DueInPast,
    DueTooFar,
    Field,
    FollowUpClosed,
    FollowUpOpen,
    NextStepMissing,
    Refused,
)

LONGEST_WHAT = 400
FARTHEST = dt.timedelta(days=366)
DUE_AFTER_ABSENCE = dt.timedelta(days=2)
"""Who stays away without a word may be in danger; the house may be quicker."""


class Matter(StrEnum):
    """What a follow-up is about."""

    ABSENCE = "absence"
    SAFETY_PLAN = "safety_plan"
    POLICE = "police"
    DUTY_TO_NOTIFY = "duty_to_notify"
    CONTACT_PERSON = "contact_person"
    OTHER = "other"


class Outcome(StrEnum):
    """How it ended."""

    REACHED_WELL = "reached_well"
    REACHED_NEEDS = "reached_needs"
    NO_CONTACT = "no_contact"
    HANDED_OVER = "handed_over"
    DONE = "done"
    NOT_NEEDED = "not_needed"

    @property
    def is_of_contact(self) -> bool:
        """Whether it tells of an attempt to reach her."""
        return self not in (Outcome.DONE, Outcome.NOT_NEEDED)


class StepDeed(StrEnum):
    """What was done with a follow-up."""

    OPENED = "opened"
    NOT_REACHED = "not_reached"
    SNOOZED = "snoozed"
    GIVEN = "given"
    CHANGED = "changed"
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True)
class FollowUp:
    """Something to be done by ``owner`` (a user) until ``due``; closed with an outcome."""

    id: UUID
    participant_id: UUID | None
    matter: Matter
    owner: UUID
    opened: dt.date
    due: dt.date
    what: str = ""
    session_id: UUID | None = None
    incident_id: UUID | None = None
    outcome: Outcome | None = None
    closed: dt.date | None = None

    def __post_init__(self) -> None:
        in_reach(self.opened)
        what = text.prose(self.what, Field.FOLLOW_UP, most=LONGEST_WHAT)
        object.__setattr__(self, "what", what)
        if self.due < self.opened:
            raise Refused(DueInPast(self.due, self.opened))

    def check_due(self, today: dt.date) -> None:
        """Refuse a day that has passed or lies more than a year ahead."""
        _check_due(self.due, today)

    @property
    def is_open(self) -> bool:
        """Whether it waits to be done."""
        return self.outcome is None

    def is_overdue(self, today: dt.date) -> bool:
        """Return whether its day has passed."""
        return self.is_open and self.due < today

    def put_off(self, due: dt.date, today: dt.date) -> FollowUp:
        """Return it with a later day.

        Raises:
            Refused: FollowUpClosed, DueInPast, DueTooFar.
        """
        self._check_open()
        _check_due(due, today)
        return replace(self, due=due)

    def not_reached(self, next_step: str, due: dt.date, today: dt.date) -> FollowUp:
        """Return it after an attempt that failed: what is to be done now, and by when.

        Raises:
            Refused: NextStepMissing, and as for :meth:`put_off`.
        """
        step = text.prose(next_step, Field.FOLLOW_UP, most=LONGEST_WHAT)
        if not step:
            raise Refused(NextStepMissing())
        return replace(self.put_off(due, today), what=step)

    def given_to(self, owner: UUID) -> FollowUp:
        """Return it in somebody else's hands.

        Raises:
            Refused: FollowUpClosed.
        """
        self._check_open()
        return replace(self, owner=owner)

    def ended(self, outcome: Outcome, today: dt.date) -> FollowUp:
        """Return it closed.

        Raises:
            Refused: FollowUpClosed.
        """
        self._check_open()
        return replace(self, outcome=outcome, closed=max(today, self.opened))

    def opened_again(self, today: dt.date) -> FollowUp:
        """Return it open again, due no earlier than today.

        Raises:
            Refused: FollowUpOpen.
        """
        if self.is_open:
            raise Refused(FollowUpOpen())
        return replace(self, outcome=None, closed=None, due=max(self.due, today))

    def _check_open(self) -> None:
        if self.closed is not None:
            raise Refused(FollowUpClosed(self.closed))


def _check_due(due: dt.date, today: dt.date) -> None:
    if due < today:
        raise Refused(DueInPast(due, today))
    if due > today + FARTHEST:
        raise Refused(DueTooFar(due, today + FARTHEST))


@dataclass(frozen=True)
class Step:
    """One line of a follow-up's history; ``at`` is in UTC.

    ``due`` and ``to`` (a user) say what it changed, ``words`` why.
    """

    at: dt.datetime
    user_id: UUID
    deed: StepDeed
    due: dt.date | None = None
    to: UUID | None = None
    words: str = ""

    def __post_init__(self) -> None:
        words = text.prose(self.words, Field.FOLLOW_UP, most=LONGEST_WHAT)
        object.__setattr__(self, "words", words)
