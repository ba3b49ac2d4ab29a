"""What stands on each paper, as values; the documents turn them into pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain.agenda import TimedItem
from groupkit.domain.attendance import Status, Tally
from groupkit.domain.form import Form
from groupkit.domain.house import HelpLine
from groupkit.domain.picture import Picture


@dataclass(frozen=True)
class Printable:
    """A finished PDF with the title and file name that anyone may see.

    ``both_sides``: its pages were put in order for paper printed on both sides.
    """

    title: str
    file_name: str
    pdf: bytes
    both_sides: bool = False


@dataclass(frozen=True)
class CalendarFile:
    """A finished calendar file with the file name that anyone may see."""

    file_name: str
    data: bytes


@dataclass(frozen=True)
class SavedFile:
    """A finished file with the name that anyone may see; it leaves the protection of the store."""

    file_name: str
    data: bytes


@dataclass(frozen=True)
class HandoutPaper:
    """A sheet to take home; ``source`` is our Markdown with both wordings.

    ``language`` is one of ``domain.material.LANGUAGES``. In the discreet form the house's name and
    its ``logo`` stay off the paper. ``pictures`` are those that the source names. ``mark`` says at
    the foot what is to become of the sheet, in words that anyone may see.
    """

    language: str
    source: str
    form: Form
    help_lines: tuple[HelpLine, ...]
    house: str = ""
    pictures: tuple[Picture, ...] = ()
    logo: Picture | None = None
    mark: str = ""


@dataclass(frozen=True)
class GuidePaper:
    """A topic's guide for the facilitators; ``source`` is our Markdown.

    ``black``: black ink on white paper.
    """

    language: str
    source: str
    house: str
    pictures: tuple[Picture, ...] = ()
    black: bool = False


@dataclass(frozen=True)
class DividerLine:
    """What lies below the divider: how many copies of which sheet, and its form in words."""

    copies: int
    title: str
    said: str


@dataclass(frozen=True)
class DividerPaper:
    """The facilitators' sheet on top of those to hand out; it names no topic and no woman."""

    language: str
    lines: tuple[DividerLine, ...]
    black: bool = False


@dataclass(frozen=True)
class RunSheetPaper:
    """The facilitators' sheet for one session; it names no woman.

    ``facilitators`` lead this session, ``substitutes`` are those of them who stand in.
    ``black``: black ink on white paper.
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
    black: bool = False


PackedPaper = RunSheetPaper | GuidePaper | DividerPaper | HandoutPaper


@dataclass(frozen=True)
class PackPart:
    """A paper of the pile on A4, and how many copies of it lie there."""

    paper: PackedPaper
    copies: int


@dataclass(frozen=True)
class PackPaper:
    """All that is printed for one session; ``title`` tells nothing."""

    language: str
    title: str
    parts: tuple[PackPart, ...]
    both_sides: bool = True


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
    """A session in the printed plan.

    ``reason`` says why it moved by itself, ``why`` what was typed when it was changed. ``span``,
    ``place`` and ``leaders`` stand only where they are not the group's.
    """

    number: int
    day: dt.date
    topic: str
    moved_from: dt.date | None
    reason: str
    cancelled: bool = False
    why: str = ""
    span: tuple[dt.time, dt.time] | None = None
    place: str = ""
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClosedLine:
    """Days between two sessions on which nobody meets, and why."""

    first: dt.date
    last: dt.date
    name: str


@dataclass(frozen=True)
class PlanPaper:
    """The group's plan for the facilitators; ``closed`` are the closed days on its way."""

    language: str
    house: str
    group: str
    place: str
    facilitators: tuple[str, ...]
    starts: dt.time
    ends: dt.time
    lines: tuple[PlanLine, ...]
    closed: tuple[ClosedLine, ...] = ()


@dataclass(frozen=True)
class DatesLine:
    """A session as a date alone.

    ``instead_of`` is the day that it was moved from; one that is ``cancelled`` stands on the sheet
    so that whoever holds an older one can see it.
    """

    day: dt.date
    starts: dt.time
    ends: dt.time
    cancelled: bool = False
    instead_of: dt.date | None = None


@dataclass(frozen=True)
class DatesPaper:
    """The dates for the women: nothing of what it is, of which group, or where.

    ``cards`` is how many times they stand on the paper: 1, or 2 or 4 to cut apart.
    """

    language: str
    lines: tuple[DatesLine, ...]
    cards: int = 1


@dataclass(frozen=True)
class CalendarEvent:
    """A session in a calendar: its id, which revision of it this is, and when it is."""

    id: UUID
    revision: int
    number: int
    day: dt.date
    starts: dt.time
    minutes: int
    cancelled: bool = False


@dataclass(frozen=True)
class CalendarPaper:
    """A calendar file; ``title`` stands in place of the neutral word 'Meeting', '' for that."""

    language: str
    events: tuple[CalendarEvent, ...]
    title: str = ""


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


@dataclass(frozen=True)
class AccessRow:
    """One thing that is kept of her: of which day, what it is, and the words."""

    label: str
    words: str
    day: dt.date | None = None


@dataclass(frozen=True)
class AccessSection:
    """What is kept of one kind; ``slug`` names it in the file for programs."""

    slug: str
    title: str
    rows: tuple[AccessRow, ...]


@dataclass(frozen=True)
class AccessPaper:
    """All that one woman may see of what is kept of her; it names no other participant."""

    language: str
    house: str
    alias: str
    number: str
    sections: tuple[AccessSection, ...]
    printed: dt.date
