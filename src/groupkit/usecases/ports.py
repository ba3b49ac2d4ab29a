"""What the use cases need from outside: a store to work in, keys, paper and the library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

from groupkit.domain.agenda import Agenda
from groupkit.domain.attendance import Mark
from groupkit.domain.group import Group
from groupkit.domain.house import House
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.usecases.papers import (
    AttendancePaper,
    GuidePaper,
    HandoutPaper,
    PlanPaper,
    RecoveryPaper,
    RunSheetPaper,
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
    def find(self, session_id: UUID) -> Session | None: ...
    def of_group(self, group_id: UUID) -> tuple[Session, ...]:
        """Return a group's sessions by day."""
        ...

    def between(self, first: dt.date, last: dt.date) -> tuple[Session, ...]:
        """Return the sessions of all groups from ``first`` to ``last``, both included, by day."""
        ...


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
    def numbers(self) -> tuple[str, ...]:
        """Return every participant's number."""
        ...


class Attendance(Protocol):
    """Marks by session and participant."""

    def put_all(self, marks: Iterable[Mark]) -> None:
        """Add marks, each replacing an earlier one of the same woman at the same session."""
        ...

    def remove(self, session_id: UUID, participant_id: UUID) -> None: ...
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


class Drafts(Protocol):
    """Half-typed forms, kept by the place they were typed in."""

    def find(self, place: str) -> Mapping[str, str] | None: ...
    def put(self, place: str, fields: Mapping[str, str]) -> None: ...
    def drop(self, place: str) -> None: ...


class Houses(Protocol):
    """The one house that the store belongs to."""

    def get(self) -> House: ...
    def put(self, house: House) -> None: ...


class UnitOfWork(Protocol):
    """One piece of work on the store; leaving it without ``commit`` undoes it."""

    @property
    def groups(self) -> Groups: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def agendas(self) -> Agendas: ...
    @property
    def members(self) -> Members: ...
    @property
    def attendance(self) -> Attendance: ...
    @property
    def notes(self) -> Notes: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def house(self) -> Houses: ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def commit(self) -> None: ...


class OpenStore(Protocol):
    """A store whose keys are in hand."""

    def work(self) -> UnitOfWork:
        """Return a new unit of work, to be entered with ``with``."""
        ...

    def findings(self) -> int:
        """Read all pages and rules; return the number of faults (0: sound)."""
        ...

    def close(self) -> None:
        """Close the database and forget the keys."""
        ...


class TextSealer(Protocol):
    """Seals a text for one column of one row."""

    def seal(self, table: str, row_id: UUID, column: str, text: str) -> bytes: ...
    def open(self, table: str, row_id: UUID, column: str, sealed: bytes) -> str: ...


class StoreKeys(Protocol):
    """What the store needs to open: the database's key, and a sealer for each role's part.

    A sealer is None for who may not read that part.
    """

    @property
    def people(self) -> TextSealer | None: ...
    @property
    def notes(self) -> TextSealer | None: ...
    def spec(self) -> bytearray:
        """Return a new ``x'<96 hex digits>'`` (key and salt), for the caller to wipe."""
        ...


class Vault(Protocol):
    """Makes and opens stores: a folder with the keys and the database."""

    def check_passphrase(self, passphrase: str, words: Iterable[str]) -> None:
        """Refuse a passphrase that is too short, too long or too common."""
        ...

    def strength(self, passphrase: str, words: Iterable[str]) -> int:
        """Return how hard the passphrase is to guess, from 0 to 4."""
        ...

    def create(self, folder: Path, passphrase: str, house: House) -> tuple[OpenStore, list[str]]:
        """Make a store in ``folder``; return it open, with the words of its recovery sheet."""
        ...

    def open(self, folder: Path, passphrase: str) -> OpenStore: ...
    def open_with_sheet(self, folder: Path, words: str, passphrase: str) -> OpenStore:
        """Open by the recovery sheet and set a new passphrase."""
        ...


class Library(Protocol):
    """The topics that ship with the program."""

    def topics(self, language: str) -> tuple[Topic, ...]:
        """Return all topics in ``language`` ('da' or 'en'), in their order."""
        ...


class Press(Protocol):
    """Values in, PDF bytes out; the same value gives the same bytes."""

    def handout(self, paper: HandoutPaper) -> bytes: ...
    def handout_title(self, paper: HandoutPaper) -> str:
        """Return the title of the sheet in its form."""
        ...

    def file_name(self, title: str) -> str:
        """Return a file name ending in .pdf that every platform takes."""
        ...

    def guide(self, paper: GuidePaper) -> bytes: ...
    def run_sheet(self, paper: RunSheetPaper) -> bytes: ...
    def attendance(self, paper: AttendancePaper) -> bytes: ...
    def plan(self, paper: PlanPaper) -> bytes: ...
    def recovery_sheet(self, paper: RecoveryPaper) -> bytes: ...
