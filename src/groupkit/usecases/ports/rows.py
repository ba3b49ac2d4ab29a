"""A unit of work and what can be read and kept in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

from groupkit.domain.agenda import Agenda, Template
from groupkit.domain.attendance import Mark
from groupkit.domain.change_log import Deed, Entry, Head, Subject
from groupkit.domain.clock import Upkeep
from groupkit.domain.closed import ClosedPeriod
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.plan_history import PlanChange, PlanStep
from groupkit.domain.programme import Programme
from groupkit.domain.running import SessionClock
from groupkit.domain.session import Session
from groupkit.usecases.ports.figure_rows import FigureRows, Layouts, Published
from groupkit.usecases.ports.library_rows import OwnTopics, OwnWords, Pictures, Texts
from groupkit.usecases.ports.packs import PackMakers
from groupkit.usecases.ports.people_rows import (
    Consents,
    Erasures,
    FollowUps,
    HandedOut,
    Incidents,
    Nominations,
    Practices,
    Profiles,
    SafeContacts,
    SafetyAnswers,
    Ties,
)


class Groups(Protocol):
    """Groups by id; names are unique without regard to case."""

    def add(self, group: Group) -> None: ...
    def change(self, group: Group) -> None: ...
    def find(self, group_id: UUID) -> Group | None: ...
    def find_named(self, name: str) -> Group | None: ...
    def all(self) -> tuple[Group, ...]:
        """Return every group, the latest start first."""
        ...


class Sessions(Protocol):
    """The meetings of groups."""

    def add_all(self, sessions: Iterable[Session]) -> None: ...
    def change(self, session: Session) -> None: ...
    def put_plan(self, group_id: UUID, sessions: Iterable[Session]) -> None:
        """Keep ``sessions`` as the group's, in place of those there were."""
        ...

    def find(self, session_id: UUID) -> Session | None: ...
    def of_group(self, group_id: UUID) -> tuple[Session, ...]:
        """Return a group's sessions by day, cancelled ones too."""
        ...

    def going_of_group(self, group_id: UUID) -> tuple[Session, ...]:
        """Return a group's sessions by day, without the cancelled ones."""
        ...

    def between(self, first: dt.date, last: dt.date) -> tuple[Session, ...]:
        """Return the sessions of all groups from ``first`` to ``last``, both included, by day."""
        ...


class Templates(Protocol):
    """Agendas kept under a name; names are unique without regard to case."""

    def all(self) -> tuple[Template, ...]: ...
    def find_named(self, name: str) -> Template | None: ...
    def put(self, template: Template) -> None: ...
    def remove(self, template_id: UUID) -> None: ...


class ClosedPeriods(Protocol):
    """The house's calendar: what is closed for all groups, and for single ones."""

    def of_house(self) -> tuple[ClosedPeriod, ...]: ...
    def of_group(self, group_id: UUID) -> tuple[ClosedPeriod, ...]: ...
    def put_all(self, periods: Iterable[ClosedPeriod]) -> None:
        """Keep ``periods``, each in place of the one with its id."""
        ...

    def remove_all(self, ids: Iterable[UUID]) -> None: ...


class PlanChanges(Protocol):
    """What was changed in each group's plan."""

    def note(self, group_id: UUID, step: PlanStep) -> None:
        """Note a step of whoever unlocked the store, now."""
        ...

    def of_group(self, group_id: UUID) -> tuple[PlanChange, ...]:
        """Return a group's changes, the newest first."""
        ...


class Programmes(Protocol):
    """Programmes of topics that the house keeps; names are unique without regard to case."""

    def all(self) -> tuple[Programme, ...]: ...
    def find_named(self, name: str) -> Programme | None: ...
    def put(self, programme: Programme) -> None: ...
    def remove(self, programme_id: UUID) -> None: ...


class SessionClocks(Protocol):
    """The running clock of each session."""

    def get(self, session_id: UUID) -> SessionClock: ...
    def put(self, session_id: UUID, clock: SessionClock) -> None: ...


class Agendas(Protocol):
    """One agenda per session; a session without one has the empty agenda."""

    def of_session(self, session_id: UUID) -> Agenda: ...
    def put(self, session_id: UUID, agenda: Agenda) -> None: ...
    def minutes_of(self, session_ids: Iterable[UUID]) -> Mapping[UUID, int]:
        """Return the sum of minutes of each session that has an agenda."""
        ...


class Members(Protocol):
    """Participants and their dated memberships."""

    def add_all(self, memberships: Iterable[Membership]) -> None:
        """Add memberships, and their participants where these are not known yet."""
        ...

    def change(self, membership: Membership) -> None:
        """Change the membership's dates and its participant's alias and number."""
        ...

    def remove(self, membership_id: UUID) -> None:
        """Remove a membership, and its participant when nothing else refers to her."""
        ...

    def find(self, membership_id: UUID) -> Membership | None: ...
    def of_group(self, group_id: UUID) -> tuple[Membership, ...]:
        """Return a group's memberships by participant number, then joining date."""
        ...

    def find_participant(self, number: str) -> Participant | None: ...
    def participant(self, participant_id: UUID) -> Participant | None: ...
    def put_participant(self, woman: Participant) -> None:
        """Keep a participant, in place of what was known of her; she may be in no group."""
        ...

    def remove_participant(self, participant_id: UUID) -> None:
        """Remove a participant, unless something refers to her."""
        ...

    def of_participant(self, participant_id: UUID) -> tuple[Membership, ...]:
        """Return a woman's memberships in all groups by joining date."""
        ...

    def all(self) -> tuple[Membership, ...]: ...
    def numbers(self) -> tuple[str, ...]:
        """Return every participant's number."""
        ...

    def how_many(self, group_id: UUID, day: dt.date | None = None) -> int:
        """Return how many women are in the group on ``day`` or later, or ever; for every role."""
        ...

    def how_many_on(self, group_id: UUID, day: dt.date) -> int:
        """Return how many women are in the group on ``day`` itself; for every role."""
        ...

    def all_participants(self) -> tuple[Participant, ...]:
        """Return every participant by number."""
        ...


class Attendance(Protocol):
    """Marks by session and participant."""

    def put_all(self, marks: Iterable[Mark]) -> None:
        """Add marks, each replacing an earlier one of the same woman at the same session."""
        ...

    def remove(self, session_id: UUID, participant_id: UUID) -> None: ...
    def recorded_sessions(self, group_id: UUID) -> frozenset[UUID]:
        """Return the group's sessions of which a mark or a note is kept; for every role."""
        ...

    def of_session(self, session_id: UUID) -> tuple[Mark, ...]: ...
    def of_sessions(self, session_ids: Iterable[UUID]) -> tuple[Mark, ...]: ...
    def days_of(self, group_id: UUID, participant_id: UUID) -> tuple[dt.date, ...]:
        """Return the days of the group's sessions at which she has a mark or a note."""
        ...


class Notes(Protocol):
    """The group's note and each woman's own note; an empty text removes the note."""

    def of_group(self, session_id: UUID) -> str: ...
    def put_of_group(self, session_id: UUID, note: str) -> None: ...
    def of_women(self, session_id: UUID) -> Mapping[UUID, str]:
        """Return the notes by participant id."""
        ...

    def put_of_women(self, session_id: UUID, notes: Mapping[UUID, str]) -> None: ...
    def all_of_groups(self) -> tuple[tuple[UUID, str], ...]:
        """Return session and group's note, for every note, in memory."""
        ...

    def all_of_women(self) -> tuple[tuple[UUID, UUID, str], ...]:
        """Return session, participant and her own note, for every note, in memory."""
        ...


class Drafts(Protocol):
    """One person's half-typed forms, kept by the place they were typed in.

    They open with her own passphrase only.
    """

    def find(self, place: str) -> Mapping[str, str] | None: ...
    def put(self, place: str, fields: Mapping[str, str]) -> None: ...
    def drop(self, place: str) -> None: ...


class Houses(Protocol):
    """The one house that the store belongs to."""

    def get(self) -> House: ...
    def put(self, house: House) -> None: ...


class Users(Protocol):
    """The names of everybody who has or had access; their rights stand in the keys."""

    def names(self) -> Mapping[UUID, str]: ...
    def present(self) -> Mapping[UUID, str]:
        """Return the names of those who have access, by name."""
        ...

    def me(self) -> UUID:
        """Return whoever unlocked the store."""
        ...


class ChangeLog(Protocol):
    """Who did what to which record when; what is noted is kept together with the work itself."""

    def note(
        self,
        deed: Deed,
        subject: Subject,
        record: UUID | None = None,
        also: UUID | None = None,
        *,
        spell: bool = False,
        was: str = "",
    ) -> None:
        """Note a deed of whoever unlocked the store; ``was`` is a status before its correction.

        A ``spell`` of typing is noted once: not again when the newest entry says the same, less
        than ten minutes ago.
        """
        ...

    def entries(self, *, newest: int | None = None) -> tuple[Entry, ...]:
        """Return the entries, the newest first, at most ``newest`` of them."""
        ...

    def head(self) -> Head: ...


class UpkeepNotes(Protocol):
    """What the store remembers of its own care."""

    def get(self) -> Upkeep: ...
    def put(self, upkeep: Upkeep) -> None: ...


class UnitOfWork(Protocol):
    """One piece of work on the store; leaving it without ``commit`` undoes it."""

    @property
    def groups(self) -> Groups: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def agendas(self) -> Agendas: ...
    @property
    def templates(self) -> Templates: ...
    @property
    def closed_periods(self) -> ClosedPeriods: ...
    @property
    def plan_changes(self) -> PlanChanges: ...
    @property
    def programmes(self) -> Programmes: ...
    @property
    def clocks(self) -> SessionClocks: ...
    @property
    def texts(self) -> Texts: ...
    @property
    def topics(self) -> OwnTopics: ...
    @property
    def pictures(self) -> Pictures: ...
    @property
    def own_words(self) -> OwnWords: ...
    @property
    def packs(self) -> PackMakers: ...
    @property
    def members(self) -> Members: ...
    @property
    def nominations(self) -> Nominations: ...
    @property
    def ties(self) -> Ties: ...
    @property
    def profiles(self) -> Profiles: ...
    @property
    def safe_contacts(self) -> SafeContacts: ...
    @property
    def consents(self) -> Consents: ...
    @property
    def practices(self) -> Practices: ...
    @property
    def incidents(self) -> Incidents: ...
    @property
    def safety(self) -> SafetyAnswers: ...
    @property
    def follow_ups(self) -> FollowUps: ...
    @property
    def handed_out(self) -> HandedOut: ...
    @property
    def erasures(self) -> Erasures: ...
    @property
    def attendance(self) -> Attendance: ...
    @property
    def notes(self) -> Notes: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def house(self) -> Houses: ...
    @property
    def users(self) -> Users: ...
    @property
    def log(self) -> ChangeLog: ...
    @property
    def upkeep(self) -> UpkeepNotes: ...
    @property
    def bare(self) -> FigureRows: ...
    @property
    def layouts(self) -> Layouts: ...
    @property
    def published(self) -> Published: ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def commit(self) -> None: ...
