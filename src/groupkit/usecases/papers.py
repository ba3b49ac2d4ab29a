"""What stands on each paper, as values; the documents turn them into pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from groupkit.domain.agenda import TimedItem
from groupkit.domain.attendance import Status, Tally
from groupkit.domain.house import HelpLine


@dataclass(frozen=True)
class Printable:
    """A finished PDF with the title and file name that anyone may see."""

    title: str
    file_name: str
    pdf: bytes


@dataclass(frozen=True)
class HandoutPaper:
    """A sheet to take home; ``source`` is our Markdown with both wordings.

    In the discreet form the house's name stays off the paper.
    """

    language: str
    source: str
    discreet: bool
    help_lines: tuple[HelpLine, ...]
    house: str = ""


@dataclass(frozen=True)
class GuidePaper:
    """A topic's guide for the facilitators; ``source`` is our Markdown."""

    language: str
    source: str
    house: str


@dataclass(frozen=True)
class RunSheetPaper:
    """The facilitators' sheet for one session; it names no woman.

    ``facilitators`` lead this session, ``substitutes`` are those of them who stand in.
    """

    language: str
    house: str
    group: str
    place: str
    facilitators: tuple[str, ...]
    number: int
    sessions: int
    day: dt.date
    starts: dt.time
    ends: dt.time
    topic: str
    items: tuple[TimedItem, ...]
    spare: int
    substitutes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SessionColumn:
    """A session in the attendance summary."""

    number: int
    day: dt.date
    topic: str
    tally: Tally
    held: bool


@dataclass(frozen=True)
class Cell:
    """One woman at one session: a member or not, and what was recorded."""

    member: bool
    status: Status | None


@dataclass(frozen=True)
class AttendanceRow:
    """One woman, by number or alias as chosen, with a cell per session and her own counts."""

    label: str
    cells: tuple[Cell, ...]
    tally: Tally


@dataclass(frozen=True)
class AttendancePaper:
    """The group's attendance summary for the team."""

    language: str
    house: str
    group: str
    facilitators: tuple[str, ...]
    columns: tuple[SessionColumn, ...]
    rows: tuple[AttendanceRow, ...]
    total: Tally
    printed: dt.date
    by_alias: bool


@dataclass(frozen=True)
class PlanLine:
    """A session in the printed plan."""

    number: int
    day: dt.date
    topic: str
    moved_from: dt.date | None
    reason: str


@dataclass(frozen=True)
class PlanPaper:
    """The group's plan for the facilitators."""

    language: str
    house: str
    group: str
    place: str
    facilitators: tuple[str, ...]
    starts: dt.time
    ends: dt.time
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True)
class RecoveryPaper:
    """The recovery sheet: the words that open the store when the passphrase is lost."""

    language: str
    words: tuple[str, ...]
    made: dt.date


@dataclass(frozen=True)
class LogLine:
    """One entry of the change log in words: when (in local time), who, what, to which record."""

    number: int
    at: dt.datetime
    who: str
    deed: str
    record: str


@dataclass(frozen=True)
class ChangeLogPaper:
    """The change log, or the part of it that was chosen, with the head that proves it.

    ``chosen`` says in words what the lines were filtered by, '' for all of them.
    """

    language: str
    house: str
    chosen: str
    lines: tuple[LogLine, ...]
    head_number: int
    head_groups: tuple[str, ...]
    printed: dt.date


@dataclass(frozen=True)
class LogHeadPaper:
    """The newest line's number and hash, kept on paper to verify the change log against."""

    language: str
    number: int
    groups: tuple[str, ...]
    printed: dt.date
