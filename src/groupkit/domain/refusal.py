"""Every way in which a rule says no, as a fact without words.

A refusal travels upwards inside :class:`Refused`; ``groupkit.language`` turns it into a sentence.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


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
class StoreDamaged(Refusal):
    """The database is cut, changed or not readable with its key; it was left untouched."""

    findings: int


@dataclass(frozen=True)
class StoreInUse(Refusal):
    pass


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
