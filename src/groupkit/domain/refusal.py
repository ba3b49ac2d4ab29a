"""Every way in which a rule says no, as a fact without words.

A refusal travels upwards inside :class:`Refused`; ``groupkit.language`` turns it into a sentence.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from groupkit.domain.damage import Area


class Field(StrEnum):
    """What a refused text was meant for."""

    HOUSE = "house"
    GROUP = "group"
    PLACE = "place"
    FACILITATOR = "facilitator"
    ALIAS = "alias"
    NUMBER = "number"
    ITEM = "item"
    NOTE = "note"
    REASON = "reason"
    HELP_LINE = "help_line"
    USER = "user"


class Refusal:
    """Base of all refusals; each is a frozen dataclass with the facts of the case."""


@dataclass(frozen=True)
class TextEmpty(Refusal):
    field: Field


@dataclass(frozen=True)
class TextTooLong(Refusal):
    field: Field
    length: int
    most: int


@dataclass(frozen=True)
class TextUnprintable(Refusal):
    """Nothing that can be read is left of the text."""

    field: Field


@dataclass(frozen=True)
class DateUnknown(Refusal):
    """A text that is no date of the calendar."""

    text: str


@dataclass(frozen=True)
class PeriodBackwards(Refusal):
    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class DateOutOfReach(Refusal):
    day: dt.date
    earliest: dt.date
    latest: dt.date


@dataclass(frozen=True)
class WeeksOutOfRange(Refusal):
    weeks: int
    least: int
    most: int


@dataclass(frozen=True)
class RhythmOutOfRange(Refusal):
    every: int
    least: int
    most: int


@dataclass(frozen=True)
class NoOpenDay(Refusal):
    """Every day on which the group could meet is closed."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True)
class LengthOutOfRange(Refusal):
    """A session's length in minutes."""

    minutes: int
    least: int
    most: int


@dataclass(frozen=True)
class EndsNextDay(Refusal):
    """A session that would run past midnight."""

    starts: dt.time
    minutes: int


@dataclass(frozen=True)
class ItemMinutesOutOfRange(Refusal):
    minutes: int
    least: int
    most: int


@dataclass(frozen=True)
class TooManyItems(Refusal):
    most: int


@dataclass(frozen=True)
class TooManyFacilitators(Refusal):
    most: int


@dataclass(frozen=True)
class GroupNameTaken(Refusal):
    name: str


@dataclass(frozen=True)
class NumberTaken(Refusal):
    number: str


@dataclass(frozen=True)
class AliasTaken(Refusal):
    alias: str


@dataclass(frozen=True)
class LeftBeforeJoining(Refusal):
    joined: dt.date
    left: dt.date


@dataclass(frozen=True)
class LeftBeforeLastMark(Refusal):
    """A leaving date would cut off sessions at which she is already recorded."""

    left: dt.date
    last_mark: dt.date


@dataclass(frozen=True)
class JoinedAfterFirstMark(Refusal):
    """A joining date would cut off sessions at which she is already recorded."""

    joined: dt.date
    first_mark: dt.date


@dataclass(frozen=True)
class AlreadyRecorded(Refusal):
    """A joining cannot be taken back: she has a mark or a note at the session on ``day``."""

    day: dt.date


@dataclass(frozen=True)
class NotAMember(Refusal):
    """A mark for a session at which she was not in the group."""

    day: dt.date


@dataclass(frozen=True)
class SessionNotYet(Refusal):
    """Attendance for a session that lies in the future."""

    day: dt.date


@dataclass(frozen=True)
class NotFound(Refusal):
    """The thing asked for is not in the store."""

    what: str
    name: str


@dataclass(frozen=True)
class TopicUnknown(Refusal):
    name: str


@dataclass(frozen=True)
class WrongPassphrase(Refusal):
    pass


@dataclass(frozen=True)
class WrongRecoverySheet(Refusal):
    pass


@dataclass(frozen=True)
class PassphraseTooShort(Refusal):
    length: int
    least: int


@dataclass(frozen=True)
class PassphraseTooLong(Refusal):
    most: int


@dataclass(frozen=True)
class PassphraseTooCommon(Refusal):
    pass


@dataclass(frozen=True)
class PassphrasesDiffer(Refusal):
    pass


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
class PassphraseTaken(Refusal):
    """A passphrase that cannot be given to one person, because it opens the store for another."""


@dataclass(frozen=True)
class RoleMissing(Refusal):
    """Somebody with access holds at least one role."""


@dataclass(frozen=True)
class OwnerNeedsAllKeys(Refusal):
    """Whoever removes people renews all keys, so an owner is a facilitator."""


@dataclass(frozen=True)
class LastOwner(Refusal):
    """Somebody must be left who may add and remove people."""

    name: str


@dataclass(frozen=True)
class RemovingYourself(Refusal):
    """Another owner has to take your access away."""


@dataclass(frozen=True)
class UserNameTaken(Refusal):
    name: str


@dataclass(frozen=True)
class NotForYourRole(Refusal):
    """The key to this part of the store is not among those that her passphrase opens."""

    part: str


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
class FileNotWritten(Refusal):
    name: str


@dataclass(frozen=True)
class SealBroken(Refusal):
    """One sealed text does not open in its place; the others do."""

    table: str


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Raised when a rule says no; carries the :class:`Refusal`."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(type(refusal).__name__)
        self.refusal = refusal
