"""Finished papers: each call gathers what stands on it and has the press make it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from groupkit.domain.form import PLAIN, Form
from groupkit.domain.house import House
from groupkit.domain.picture import named_in
from groupkit.domain.topic import Topic
from groupkit.language import Language
from groupkit.usecases.change_log import EVERYTHING, Sought, change_log, sought_words
from groupkit.usecases.housekeeping import house
from groupkit.usecases.looking import note_attendance_printed, note_log_printed
from groupkit.usecases.papers import ChangeLogPaper, GuidePaper, LogHeadPaper, Printable
from groupkit.usecases.plan_papers import dates_paper, plan_paper
from groupkit.usecases.ports import Library, OpenStore, Press
from groupkit.usecases.reporting import (
    attendance_paper,
    handout_paper,
    recovery_paper,
    run_sheet_paper,
)

MOST_LINES = 1_000
"""Lines of the change log on one paper: about forty pages."""


@dataclass(frozen=True)
class Printer:
    """Makes papers in one language, with the library's topics and the press's pages."""

    library: Library
    press: Press
    language: Language

    def handout(
        self, topic: Topic, house: House, form: Form = PLAIN, *, discreet: bool = False
    ) -> Printable:
        """Return a topic's handout; title and file name of the discreet form tell nothing.

        ``discreet`` makes any form discreet.
        """
        form = replace(form, discreet=form.discreet or discreet)
        paper = handout_paper(
            topic, self.library, self.language, house.help_lines, house.name, form
        )
        title = self.press.handout_title(paper)
        return self._printable(title, self.press.handout(paper))

    def guide(self, topic: Topic, house: House) -> Printable:
        """Return the facilitators' guide of a topic."""
        pictures = self.library.pictures(named_in(topic.guide))
        paper = GuidePaper(self.language.code, topic.guide, house.name, pictures)
        return self._printable(self.language.say("Guide"), self.press.guide(paper))

    def run_sheet(self, store: OpenStore, session_id: UUID) -> Printable:
        """Return the facilitators' run sheet of a session."""
        paper = run_sheet_paper(store, session_id, self.library, self.language)
        title = self.language.say("Run sheet {number}", number=paper.number)
        return self._printable(title, self.press.run_sheet(paper))

    def attendance(
        self, store: OpenStore, group_id: UUID, *, today: dt.date, by_alias: bool
    ) -> Printable:
        """Return the group's attendance summary for the team; that it was made is noted."""
        paper = attendance_paper(
            store, group_id, self.library, self.language, today=today, by_alias=by_alias
        )
        title = self.language.say("Attendance")
        printable = self._printable(title, self.press.attendance(paper))
        note_attendance_printed(store, group_id)
        return printable

    def plan(self, store: OpenStore, group_id: UUID) -> Printable:
        """Return the group's plan."""
        paper = plan_paper(store, group_id, self.library, self.language)
        return self._printable(self.language.say("Plan"), self.press.plan(paper))

    def dates(
        self, store: OpenStore, group_id: UUID, *, since: dt.date, cards: int = 1
    ) -> Printable:
        """Return the dates for the women from the day ``since`` on; they tell nothing else.

        ``cards`` is how many times they stand on the paper: 1, or 2 or 4 to cut apart.
        """
        paper = dates_paper(store, group_id, self.language, since=since, cards=cards)
        return self._printable(self.language.say("Dates"), self.press.dates(paper))

    def handout_of(self, store: OpenStore, topic: Topic, form: Form = PLAIN) -> Printable:
        """Return a topic's handout with the store's own house and help numbers."""
        return self.handout(topic, house(store), form)

    def recovery_sheet(self, words: Sequence[str], made: dt.date) -> Printable:
        """Return the recovery sheet."""
        paper = recovery_paper(words, self.language, made)
        title = self.language.say("Recovery sheet")
        return self._printable(title, self.press.recovery_sheet(paper))

    def change_log(
        self, store: OpenStore, today: dt.date, sought: Sought = EVERYTHING
    ) -> Printable:
        """Return the newest of the lines sought, with the log's head; the printing is one of them.

        Raises:
            Refused: NotForYourRole for who is no owner.
        """
        note_log_printed(store)
        view = change_log(store, self.language, sought, most=MOST_LINES)
        chosen = [sought_words(sought, dict(view.people), self.language)]
        if view.found > MOST_LINES:
            chosen.append(self.language.say("the newest {most} lines", most=MOST_LINES))
        paper = ChangeLogPaper(
            self.language.code,
            house(store).name,
            " · ".join(filter(None, chosen)),
            tuple(shown.line for shown in view.shown),
            view.head.number,
            view.head.groups,
            today,
        )
        return self._printable(self.language.say("Change log"), self.press.change_log(paper))

    def log_head(self, store: OpenStore, today: dt.date) -> Printable:
        """Return the change log's head on a sheet of its own; its printing is the last line.

        Raises:
            Refused: NotForYourRole for who is no owner.
        """
        note_log_printed(store)
        with store.work() as work:
            head = work.log.head()
        paper = LogHeadPaper(self.language.code, head.number, head.groups, today)
        return self._printable(self.language.say("Head of the log"), self.press.log_head(paper))

    def _printable(self, title: str, pdf: bytes) -> Printable:
        return Printable(title, self.press.file_name(title), pdf)
