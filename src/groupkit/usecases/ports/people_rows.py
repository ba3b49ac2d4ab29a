"""What is known of women beside attendance and notes: rows by woman, and counts without one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Protocol
from uuid import UUID

from groupkit.domain.composition import Tie
from groupkit.domain.consent import Consent
from groupkit.domain.follow_up import FollowUp, Step, StepDeed
from groupkit.domain.incident import Incident, IncidentTally
from groupkit.domain.nomination import Nomination
from groupkit.domain.practice import Practice
from groupkit.domain.profile import Profile
from groupkit.domain.reporting.completion import CompletionRule
from groupkit.domain.retention import Periods
from groupkit.domain.safe_contact import SafeContact
from groupkit.domain.safety import SafetyAnswer, SafetyTally


class Nominations(Protocol):
    """Nominations by id; a woman has one open nomination at most."""

    def add(self, wanted: Nomination) -> None: ...
    def change(self, wanted: Nomination) -> None:
        """Keep ``wanted`` in place of the revision before it.

        Raises:
            Refused: NominationChangedSince; SealBroken when what is there does not open.
        """
        ...

    def remove(self, nomination_id: UUID) -> None: ...
    def find(self, nomination_id: UUID) -> Nomination | None: ...
    def of_participant(self, participant_id: UUID) -> tuple[Nomination, ...]:
        """Return a woman's nominations, the newest first."""
        ...

    def all(self) -> tuple[Nomination, ...]:
        """Return every nomination, the oldest first."""
        ...


class Ties(Protocol):
    """Ties between women."""

    def all(self) -> tuple[Tie, ...]: ...
    def of_participant(self, participant_id: UUID) -> tuple[Tie, ...]: ...
    def put(self, wanted: Tie) -> None: ...
    def remove(self, tie_id: UUID) -> None: ...


class Profiles(Protocol):
    """What each woman needs; who has none has the empty profile."""

    def get(self, participant_id: UUID) -> Profile: ...
    def put(self, participant_id: UUID, wanted: Profile) -> None: ...
    def remove(self, participant_id: UUID) -> None: ...


class SafeContacts(Protocol):
    """How each woman may be contacted; who has no rule has the unknown one."""

    def get(self, participant_id: UUID) -> SafeContact: ...
    def put(self, participant_id: UUID, wanted: SafeContact) -> None: ...
    def remove(self, participant_id: UUID) -> None: ...


class Consents(Protocol):
    """What women agreed to."""

    def of_participant(self, participant_id: UUID) -> tuple[Consent, ...]:
        """Return what a woman agreed to, the newest first."""
        ...

    def put(self, wanted: Consent) -> None: ...
    def remove(self, consent_id: UUID) -> None: ...


class Practices(Protocol):
    """The house's own habits, and how long it keeps what."""

    def get(self) -> Practice: ...
    def put(self, wanted: Practice) -> None: ...
    def periods(self) -> Periods: ...
    def put_periods(self, periods: Periods) -> None: ...
    def completion(self) -> CompletionRule: ...
    def put_completion(self, rule: CompletionRule) -> None: ...


class Incidents(Protocol):
    """Incidents by woman, and what is counted of them for every role."""

    def find(self, incident_id: UUID) -> Incident | None: ...
    def of_participant(self, participant_id: UUID) -> tuple[Incident, ...]:
        """Return a woman's incidents, the one told last first."""
        ...

    def all(self) -> tuple[Incident, ...]: ...
    def put(self, wanted: Incident) -> None: ...
    def remove(self, incident_id: UUID) -> None:
        """Remove an incident to which no follow-up refers; its tally stays."""
        ...

    def tallies(self) -> tuple[IncidentTally, ...]: ...
    def put_tally(self, wanted: IncidentTally) -> None: ...
    def remove_tally(self, tally_id: UUID) -> None:
        """Count an incident no more: it was entered by mistake."""
        ...


class SafetyAnswers(Protocol):
    """Safety answers by woman, and what is counted of them for every role."""

    def of_participant(self, participant_id: UUID) -> tuple[SafetyAnswer, ...]: ...
    def of_group(self, group_id: UUID) -> tuple[SafetyAnswer, ...]: ...
    def put(self, wanted: SafetyAnswer) -> None: ...
    def remove(self, answer_id: UUID) -> None: ...
    def tallies(self) -> tuple[SafetyTally, ...]: ...
    def put_tally(self, wanted: SafetyTally) -> None:
        """Keep what is counted, in place of the one of its id; without a value it goes."""
        ...


class Erasures(Protocol):
    """Women erased: what told who they were is gone, counts without them stay."""

    def erase(self, participant_id: UUID, day: dt.date) -> None:
        """Erase a woman; who is erased already, or not there, stays as she is."""
        ...

    def drop_drafts(self, participant_id: UUID) -> None:
        """Drop what was half typed about a woman, or about nobody in particular."""
        ...

    def days(self) -> Mapping[UUID, dt.date]:
        """Return every woman erased, and when."""
        ...


class FollowUps(Protocol):
    """Follow-ups by id, with their history."""

    def find(self, follow_up_id: UUID) -> FollowUp | None: ...
    def open(self) -> tuple[FollowUp, ...]:
        """Return every open follow-up, the one due first first."""
        ...

    def of_participant(self, participant_id: UUID) -> tuple[FollowUp, ...]: ...
    def of_session(self, session_id: UUID) -> tuple[FollowUp, ...]: ...
    def of_incident(self, incident_id: UUID) -> tuple[FollowUp, ...]: ...
    def all(self) -> tuple[FollowUp, ...]: ...
    def put(self, wanted: FollowUp, step: Step | None = None) -> None:
        """Keep a follow-up, in place of the one of its id, and the step that made it so."""
        ...

    def step(
        self,
        deed: StepDeed,
        *,
        due: dt.date | None = None,
        to: UUID | None = None,
        words: str = "",
    ) -> Step:
        """Return a step of whoever unlocked the store, now."""
        ...

    def history(self, follow_up_id: UUID) -> tuple[Step, ...]:
        """Return what was done with a follow-up, the oldest first."""
        ...

    def remove(self, follow_up_id: UUID) -> None: ...


class HandedOut(Protocol):
    """Which sheets (a topic's slug and a sheet's name) were handed to whom."""

    def of_session(self, session_id: UUID) -> Mapping[UUID, frozenset[tuple[str, str]]]: ...
    def of_participant(self, participant_id: UUID) -> Mapping[UUID, frozenset[tuple[str, str]]]: ...
    def put(
        self, session_id: UUID, participant_id: UUID, sheets: Iterable[tuple[str, str]]
    ) -> None:
        """Keep what she was given at a session, in place of what was noted before."""
        ...
