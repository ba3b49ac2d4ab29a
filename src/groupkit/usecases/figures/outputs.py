"""A report as paper and as files; that it was taken out is noted in the change log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.protection import Standing
from groupkit.domain.reporting.choice import Audience
from groupkit.domain.reporting.open_data import OpenData
from groupkit.domain.reporting.table import Report
from groupkit.language import Language
from groupkit.usecases.papers import Printable, SavedFile
from groupkit.usecases.ports import OpenStore, Press


class FileKind(StrEnum):
    """The kinds of files that a report can be saved as."""

    XLSX = "xlsx"
    CSV_DANISH = "csv-danish"
    CSV_PLAIN = "csv"
    OPEN_DATA = "open-data"


@dataclass(frozen=True)
class Outputs:
    """Makes paper and files of a report, in the report's language."""

    press: Press

    def paper(self, report: Report) -> Printable:
        """Return the report as PDF, with a title that anyone may see."""
        title = _plain_title(report)
        return Printable(title, self.press.file_name(title), self.press.report(report))

    def open_data(self, data: OpenData, language: Language) -> SavedFile:
        """Return open data as one file."""
        years = sorted({line.year for line in data.lines})
        title = " ".join((language.say("Open data"), str(years[0]), str(years[-1])))
        return SavedFile(self.press.file_name(title, ".zip"), self.press.open_data(data))

    def file(self, report: Report, kind: FileKind) -> SavedFile:
        """Return the report as a spreadsheet or CSV."""
        title = _plain_title(report)
        if kind is FileKind.XLSX:
            return SavedFile(self.press.file_name(title, ".xlsx"), self.press.spreadsheet(report))
        data = self.press.separated(report, danish=kind is FileKind.CSV_DANISH)
        return SavedFile(self.press.file_name(title, ".csv"), data)


def note_report_taken(
    store: OpenStore, report: Report, gives_out: Mapping[int, Standing] | None = None
) -> None:
    """Note that a report was printed or saved; of women by name or number it says so.

    Which counts left the house with it is kept, so that a later one hides and shows the same;
    ``gives_out`` says so of what is more than the report: open data.
    """
    subject = Subject.REPORT
    record = None
    if report.choice.audience is Audience.TEAM:
        subject = Subject.ATTENDANCE
        record = report.choice.groups[0] if report.choice.groups else None
    with store.work() as work:
        for year, standing in {**report.gives_out, **(gives_out or {})}.items():
            before = work.published.of_year(year)
            work.published.put(year, before.followed_by(standing))
        work.log.note(Deed.PRINTED, subject, record)
        work.commit()


def _plain_title(report: Report) -> str:
    """Return a title that tells nothing of what kind of house it is."""
    say = Language(report.language).say
    if report.choice.groups or report.choice.session_id:
        return say("Attendance")
    period = report.period
    days = f"{period.first.isoformat()} {period.last.isoformat()}"
    return f"{report.title} {days}"
