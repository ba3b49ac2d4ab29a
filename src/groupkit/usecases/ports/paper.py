"""The library and the press."""

from __future__ import annotations

from typing import Protocol

from groupkit.domain.topic import Topic
from groupkit.usecases.papers import (
    AttendancePaper,
    ChangeLogPaper,
    GuidePaper,
    HandoutPaper,
    LogHeadPaper,
    PlanPaper,
    RecoveryPaper,
    RunSheetPaper,
)


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
    def change_log(self, paper: ChangeLogPaper) -> bytes: ...
    def log_head(self, paper: LogHeadPaper) -> bytes: ...
