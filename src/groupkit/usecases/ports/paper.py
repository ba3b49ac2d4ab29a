"""The library, the press, calendar files, and what helps in writing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Protocol

from groupkit.domain.picture import Picture
from groupkit.domain.read_calendar import ReadCalendar
from groupkit.domain.reporting.open_data import OpenData
from groupkit.domain.reporting.table import Report
from groupkit.domain.spelling import WrittenWord
from groupkit.domain.topic import Topic
from groupkit.usecases.papers import (
    AccessPaper,
    AttendancePaper,
    CalendarPaper,
    ChangeLogPaper,
    DatesPaper,
    GuidePaper,
    HandoutPaper,
    LogHeadPaper,
    PackedPaper,
    PackPaper,
    PlanPaper,
    RecoveryPaper,
    RunSheetPaper,
)


class Library(Protocol):
    """The topics that ship with the program."""

    def topics(self, language: str) -> tuple[Topic, ...]:
        """Return all topics in ``language`` ('da' or 'en'), in their order."""
        ...

    def telling_stems(self) -> tuple[str, ...]:
        """Return the stems of words, Danish and English, that nothing discreet may hold."""
        ...

    def programmes(self) -> tuple[tuple[str, ...], ...]:
        """Return the shipped programmes as slugs, the shortest first."""
        ...

    def pictures(self, names: Sequence[str]) -> tuple[Picture, ...]:
        """Return those of the pictures ``names`` that there are."""
        ...


class CalendarReader(Protocol):
    """Reads calendar files (.ics) of other programs."""

    def read_calendar(self, data: bytes, first: dt.date, last: dt.date) -> ReadCalendar:
        """Return the whole days of a calendar file that touch the days from ``first`` to ``last``.

        What repeats is worked out between them. At most 500 periods come back, each at most
        366 days long.

        Raises:
            Refused: CalendarUnreadable (no calendar, or over 2 MB), CalendarEmpty (no whole day).
        """
        ...


class PictureIntake(Protocol):
    """Takes in pictures from files that anybody may have made."""

    def taken_in(self, name: str, data: bytes) -> Picture:
        """Return the picture of a PNG, JPEG or SVG file: safe, small, and nothing but a picture.

        Raises:
            Refused: PictureTrouble, saying what is wrong with it.
        """
        ...


class Press(CalendarReader, PictureIntake, Protocol):
    """Values in, PDF bytes out; the same value gives the same bytes."""

    def handout(self, paper: HandoutPaper) -> bytes: ...
    def handout_title(self, paper: HandoutPaper) -> str:
        """Return the title of the sheet in its form."""
        ...

    def file_name(self, title: str, suffix: str = ".pdf") -> str:
        """Return a file name ending in ``suffix`` that every platform takes."""
        ...

    def guide(self, paper: GuidePaper) -> bytes: ...
    def run_sheet(self, paper: RunSheetPaper) -> bytes: ...
    def session_pack(self, paper: PackPaper) -> bytes:
        """Return a pile of papers with its copies; each begins on a sheet of its own."""
        ...

    def pages_of(self, paper: PackedPaper) -> int:
        """Return how many pages one copy of a paper in a pile has."""
        ...

    def attendance(self, paper: AttendancePaper) -> bytes: ...
    def plan(self, paper: PlanPaper) -> bytes: ...
    def dates(self, paper: DatesPaper) -> bytes: ...
    def calendar(self, paper: CalendarPaper) -> bytes:
        """Return a calendar file (.ics)."""
        ...

    def recovery_sheet(self, paper: RecoveryPaper) -> bytes: ...
    def report(self, report: Report) -> bytes: ...
    def spreadsheet(self, report: Report) -> bytes:
        """Return a report as XLSX, without a cell that does anything."""
        ...

    def separated(self, report: Report, *, danish: bool) -> bytes:
        """Return a report as CSV; ``danish`` separates by semicolons, decimals by a comma."""
        ...

    def open_data(self, data: OpenData) -> bytes:
        """Return a package (ZIP) of CSV with its schema and dictionary."""
        ...

    def change_log(self, paper: ChangeLogPaper) -> bytes: ...
    def log_head(self, paper: LogHeadPaper) -> bytes: ...
    def access_paper(self, paper: AccessPaper) -> bytes: ...


class Spelling(Protocol):
    """The spell check; may be asked from several threads."""

    def languages(self) -> tuple[str, ...]:
        """Return the languages that can be checked."""
        ...

    def is_ready(self, language: str) -> bool:
        """Return whether a check will come back at once, without loading the dictionary."""
        ...

    def prepare(self, language: str) -> None:
        """Load a language's dictionary; takes part of a second, away from the window."""
        ...

    def misspelt(
        self, source: str, language: str, own: Collection[str] = ()
    ) -> tuple[WrittenWord, ...]:
        """Return the words of a source, or of one line of it, that nobody knows.

        ``own`` are the words of the house. Both forms are looked at; lines count from 1.
        """
        ...

    def suggestions(self, word: str, language: str, own: Collection[str] = ()) -> tuple[str, ...]:
        """Return at most six words that may have been meant, the likeliest first."""
        ...
