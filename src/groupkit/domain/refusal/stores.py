"""Stores, their keys and files, and backups."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from groupkit.domain.damage import Area
from groupkit.domain.refusal.base import Refusal


@dataclass(frozen=True)
class StoreMissing(Refusal):
    folder: str


@dataclass(frozen=True)
class StoreExists(Refusal):
    folder: str


@dataclass(frozen=True)
class FolderNotEmpty(Refusal):
    folder: str


@dataclass(frozen=True)
class KeysMissing(Refusal):
    pass


@dataclass(frozen=True)
class KeysDamaged(Refusal):
    pass


@dataclass(frozen=True)
class MadeByTrialVersion(Refusal):
    """The keys are of the format before users had passphrases of their own."""


@dataclass(frozen=True)
class BackupDamaged(Refusal):
    """A file that is no whole backup, or whose content does not open."""

    name: str


@dataclass(frozen=True)
class BackupNotOpened(Refusal):
    """A whole backup of which none of the keys at hand opens a slot."""

    name: str


@dataclass(frozen=True)
class HeadUnreadable(Refusal):
    """What was typed of a printed log head is no number and hash."""


@dataclass(frozen=True)
class StoreDamaged(Refusal):
    """The database is cut, changed or not readable with its key; it was left untouched.

    ``affected`` says what cannot be read, ``backup`` and ``made`` which backup is the newest sound
    one, as far as that was looked at.
    """

    findings: int
    affected: tuple[Area, ...] = ()
    backup: str = ""
    made: dt.datetime | None = None


@dataclass(frozen=True)
class Holder:
    """Who has a store open: the computer, the login there, since when (with its time zone)."""

    host: str
    login: str
    since: dt.datetime
    is_here: bool
    """Whether that is this computer."""


@dataclass(frozen=True)
class StoreInUse(Refusal):
    """``holder`` is None where another kind of program holds the file, or nothing is known."""

    holder: Holder | None = None


@dataclass(frozen=True)
class NetworkFolder(Refusal):
    """``kind`` is the name of the protocol, such as 'SMB'."""

    folder: str
    kind: str


@dataclass(frozen=True)
class SyncedFolder(Refusal):
    """``service`` is the name of the program that copies the folder to a cloud."""

    folder: str
    service: str


@dataclass(frozen=True)
class StoreReadOnly(Refusal):
    pass


@dataclass(frozen=True)
class MadeByNewerProgram(Refusal):
    version: int


@dataclass(frozen=True)
class DiskFull(Refusal):
    pass


@dataclass(frozen=True)
class FileNotRead(Refusal):
    """A file that was chosen cannot be read, or is none."""

    name: str


@dataclass(frozen=True)
class FileNotWritten(Refusal):
    name: str


@dataclass(frozen=True)
class SealBroken(Refusal):
    """One sealed text does not open in its place; the others do."""

    table: str
