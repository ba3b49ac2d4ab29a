"""The press: every paper by its value. What makes PDFs is imported at the first paper."""

from __future__ import annotations

import datetime as dt

from groupkit.documents.naming import PDF, file_name
from groupkit.domain.picture import Picture
from groupkit.domain.read_calendar import ReadCalendar
from groupkit.domain.reporting.open_data import OpenData
from groupkit.domain.reporting.table import Report
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


class PdfPress:
    """Values in, PDF bytes out; nothing touches the disk, and the same value gives the same bytes.

    A text that cannot be understood raises ``Refused`` with ``NotationTrouble``.
    """

    def handout(self, paper: HandoutPaper) -> bytes:
        """Return the sheet to take home in its form."""
        from groupkit.documents.handout import handout

        return handout(paper)

    def handout_title(self, paper: HandoutPaper) -> str:
        """Return the title of the sheet in its form."""
        from groupkit.documents.reading import read, title_of

        return title_of(read(paper.source, paper.form.discreet))

    def file_name(self, title: str, suffix: str = PDF) -> str:
        """Return a file name ending in ``suffix`` that every platform takes."""
        return file_name(title, suffix)

    def guide(self, paper: GuidePaper) -> bytes:
        """Return a topic's guide for the facilitators."""
        from groupkit.documents.handout import guide

        return guide(paper)

    def run_sheet(self, paper: RunSheetPaper) -> bytes:
        """Return the sheet that lies on the table during a session."""
        from groupkit.documents.run_sheet import run_sheet

        return run_sheet(paper)

    def session_pack(self, paper: PackPaper) -> bytes:
        """Return all that is printed for one session as one pile."""
        from groupkit.documents.session_pack import session_pack

        return session_pack(paper)

    def pages_of(self, paper: PackedPaper) -> int:
        """Return how many pages one copy of a paper in a pile has."""
        from groupkit.documents.session_pack import pages_of

        return pages_of(paper)

    def attendance(self, paper: AttendancePaper) -> bytes:
        """Return the team's attendance summary, on A4 lying down."""
        from groupkit.documents.attendance_sheet import attendance

        return attendance(paper)

    def plan(self, paper: PlanPaper) -> bytes:
        """Return a group's plan."""
        from groupkit.documents.plan_sheet import plan

        return plan(paper)

    def dates(self, paper: DatesPaper) -> bytes:
        """Return the dates for the women, on one sheet or as cards to cut apart."""
        from groupkit.documents.dates_sheet import dates

        return dates(paper)

    def calendar(self, paper: CalendarPaper) -> bytes:
        """Return a calendar file (.ics)."""
        from groupkit.documents.calendar_file import calendar_file

        return calendar_file(paper)

    def recovery_sheet(self, paper: RecoveryPaper) -> bytes:
        """Return the words that open the store when the passphrase is lost."""
        from groupkit.documents.recovery_sheet import recovery_sheet

        return recovery_sheet(paper)

    def report(self, report: Report) -> bytes:
        """Return a report with its tables and charts."""
        from groupkit.documents.report import report as on_paper

        return on_paper(report)

    def spreadsheet(self, report: Report) -> bytes:
        """Return a report as XLSX."""
        from groupkit.documents.spreadsheet import spreadsheet

        return spreadsheet(report)

    def separated(self, report: Report, *, danish: bool) -> bytes:
        """Return a report as CSV."""
        from groupkit.documents.separated import separated

        return separated(report, danish=danish)

    def open_data(self, data: OpenData) -> bytes:
        """Return a package of open data."""
        from groupkit.documents.open_data import open_data_package

        return open_data_package(data)

    def change_log(self, paper: ChangeLogPaper) -> bytes:
        """Return lines of the change log with the head that proves them."""
        from groupkit.documents.change_log import change_log

        return change_log(paper)

    def log_head(self, paper: LogHeadPaper) -> bytes:
        """Return the change log's head alone, to be kept apart from the laptop."""
        from groupkit.documents.log_head import log_head

        return log_head(paper)

    def access_paper(self, paper: AccessPaper) -> bytes:
        """Return all that one woman may see of what is kept of her."""
        from groupkit.documents.access_paper import access_paper

        return access_paper(paper)

    def taken_in(self, name: str, data: bytes) -> Picture:
        """Return the picture of a file, safe and small."""
        from groupkit.documents.pictures import taken_in

        return taken_in(name, data)

    def read_calendar(self, data: bytes, first: dt.date, last: dt.date) -> ReadCalendar:
        """Return the whole days of a calendar file that touch the days from ``first`` on."""
        from groupkit.documents.calendar_reading import read_calendar

        return read_calendar(data, first, last)
