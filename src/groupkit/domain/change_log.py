"""The change log: who did what to which record when, and never what it said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Deed(StrEnum):
    """What was done."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    READ = "read"
    PRINTED = "printed"
    UNLOCKED = "unlocked"
    RESTORED = "restored"
    COPIED = "copied"
    RENEWED = "renewed"
    CONFIRMED = "confirmed"
    ERASED = "erased"


class Subject(StrEnum):
    """The kind of record it was done to."""

    STORE = "store"
    HOUSE = "house"
    GROUP = "group"
    SESSION = "session"
    AGENDA = "agenda"
    PARTICIPANT = "participant"
    ATTENDANCE = "attendance"
    GROUP_NOTE = "group_note"
    OWN_NOTE = "own_note"
    USER = "user"
    KEYS = "keys"
    RECOVERY_SHEET = "recovery_sheet"
    BACKUP = "backup"
    LOG = "log"
    CLOCK = "clock"
    CALENDAR = "calendar"
    PROGRAMME = "programme"
    TEMPLATE = "template"
    TOPIC = "topic"
    SHEET = "sheet"
    PICTURE = "picture"
    NOMINATION = "nomination"
    TIE = "tie"
    PROFILE = "profile"
    CONTACT = "contact"
    CONSENT = "consent"
    MEMBERSHIP = "membership"
    CARE = "care"
    """An incident, a safety answer or a follow-up. The log says neither which nor whose: beside the
    counts that every role reads, it would tell of her."""
    MATERIAL = "material"
    ACCESS_PAPER = "access_paper"
    RETENTION = "retention"
    REPORT = "report"


@dataclass(frozen=True)
class Entry:
    """One line of the log.

    ``at`` is in UTC. ``user_id`` is None for who opened the store by the recovery sheet.
    ``record`` and ``also`` are the ids of what it was done to (a session and a woman, say).
    ``was`` is the attendance status before a correction, '' for all else.
    """

    number: int
    at: dt.datetime
    user_id: UUID | None
    deed: Deed
    subject: Subject
    record: UUID | None = None
    also: UUID | None = None
    was: str = ""


@dataclass(frozen=True)
class Head:
    """The newest entry's number and hash (64 hex digits); on paper it proves all before it."""

    number: int
    digest: str

    @property
    def groups(self) -> tuple[str, ...]:
        """The hash in groups of four, as printed and compared."""
        return tuple(self.digest[at : at + 4] for at in range(0, len(self.digest), 4))


@dataclass(frozen=True)
class LogCheck:
    """What verifying found: the numbers at which the chain or a signature is broken.

    ``head_agrees`` is None when no printed head was given.
    """

    entries: int
    head: Head
    breaks: tuple[int, ...] = ()
    head_agrees: bool | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.breaks and self.head_agrees is not False
