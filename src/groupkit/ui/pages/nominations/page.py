"""The board: nominated, waiting, decided; what has waited longest stands on top."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from groupkit.domain.nomination import Stage
from groupkit.domain.participant import Participant
from groupkit.language.care_words import decision_word, who
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.nominations.deciding import DecidingSheet
from groupkit.ui.pages.nominations.form import NominationForm
from groupkit.ui.pages.nominations.ties_sheet import TiesSheet
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.listing import Listing, Section
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.nominating import Board, Entry, board, known_women

MOST_DECIDED = 30
"""Decisions shown; the rest stand on the women's own pages."""
_LONG = 60
"""Days after which a wait is marked."""


class NominationsPage(Page):
    """Opening an open nomination goes on with it; a decided one leads to her page."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._board: Board | None = None
        self._women: tuple[Participant, ...] = ()
        self._sheet: NominationForm | DecidingSheet | None = None
        header = Header()
        header.set_title(say("Nominated women"))
        header.set_subtitle(say("What has waited longest stands on top."))
        header.set_action(say("Nominate a woman"), primary=True, enabled=True)
        header.action.connect(self._nominate)
        QShortcut(QKeySequence(Shortcut.NEW.value), self, self._nominate)
        self._listing = Listing()
        frame(self, header, PageScroll(self._listing))

    def load(self) -> None:
        desk = self.desk
        desk.ask(self, lambda: known_women(desk.store), self._know)
        desk.ask(self, lambda: board(desk.store, desk.today()), self._show)

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.NOMINATION, Kind.PERSON, Kind.MEMBER, Kind.PRACTICE):
            self.load()

    def flush(self) -> None:
        if self._sheet is not None:
            self._sheet.flush()

    def _know(self, women: tuple[Participant, ...]) -> None:
        self._women = women

    def _show(self, found: Board) -> None:
        keyboard_here = self.holds_keyboard(self._listing)
        self._board = found
        say = self.desk.language.say
        closed = (*found.at(Stage.SEATED), *found.at(Stage.CLOSED))
        decided = sorted(closed, key=lambda each: _day(each), reverse=True)[:MOST_DECIDED]
        first = self._listing.show_sections(
            [
                Section(
                    say("To be talked over and decided"),
                    [
                        self._open_row(each)
                        for each in found.entries
                        if each.nomination.stage in {Stage.NOMINATED, Stage.TALKED}
                    ],
                ),
                Section(
                    say("Waiting list"),
                    [self._open_row(each) for each in found.at(Stage.WAITING)],
                    say("Suitable, but no seat yet."),
                ),
                Section(say("Decided"), [self._decided_row(each) for each in decided]),
            ],
            self._empty,
        )
        if keyboard_here and first is not None:
            first.setFocus()

    def _empty(self) -> EmptyState:
        say = self.desk.language.say
        empty = EmptyState(
            "people",
            say("Women who are proposed for a group appear here, with what the team decides."),
            say("Nominate the first woman"),
        )
        empty.wanted.connect(self._nominate)
        return empty

    def _open_row(self, entry: Entry) -> Row:
        language, known = self.desk.language, entry.nomination
        say = language.say
        facts = [language.count("{n} day", "{n} days", entry.days_waited)]
        if known.contact_person:
            facts.append(say("by {name}", name=known.contact_person))
        facts.append(
            say("has said yes") if known.said_yes
            else say("talked with") if known.conversation
            else say("not talked with yet")
        )  # fmt: skip
        row = Row(who(entry.participant, language), " · ".join(facts), icon="person")
        if entry.needs_interpreter:
            row.add_trailing(StatusMark(say("Interpreter"), tone="notice", icon="info"))
        if entry.days_waited > _LONG:
            row.add_trailing(StatusMark(say("Has waited long"), tone="warn", icon="clock"))
        row.add_trailing(StatusMark(entry.participant.number, tone="neutral"))
        ties = quiet("", "people")
        name = say("What ties {alias} to others", alias=who(entry.participant, language))
        ties.setAccessibleName(name)
        ties.setToolTip(say("Ties to other women"))
        ties.clicked.connect(partial(self._ties, entry))
        decide = secondary(say("Decide …"))
        decide.setAccessibleName(say("Decide for {alias}", alias=who(entry.participant, language)))
        decide.clicked.connect(partial(self._decide, entry))
        for button in (ties, decide):
            row.add_trailing(button)
        row.opened.connect(partial(self._correct, entry))
        return row

    def _decided_row(self, entry: Entry) -> Row:
        language, verdict = self.desk.language, entry.nomination.verdict
        facts = [language.date_short(verdict.day)] if verdict else []
        if entry.group is not None:
            facts.append(entry.group.name)
        row = Row(who(entry.participant, language), " · ".join(facts), icon="person")
        is_seat = entry.nomination.stage is Stage.SEATED
        row.add_trailing(
            StatusMark(
                decision_word(verdict.decision, language) if verdict else "",
                tone="good" if is_seat else "neutral",
                icon="check" if is_seat else "arrow-right",
            )
        )
        if not is_seat and entry.participant.erased is None:
            again = quiet(language.say("Nominate again"), "plus")
            again.clicked.connect(partial(self._again, entry))
            row.add_trailing(again)
        her = entry.participant.id
        row.opened.connect(lambda: self.desk.go(Place(PageName.PARTICIPANT, her)))
        return row

    def _nominate(self) -> None:
        number = self._board.next_number if self._board else ""
        self._sheet = NominationForm(
            self.desk, self, self._nominate, next_number=number, known=self._women
        )

    def _correct(self, entry: Entry) -> None:
        self._sheet = NominationForm(
            self.desk, self, partial(self._correct, entry), known=self._women, entry=entry
        )

    def _again(self, entry: Entry, _checked: bool = False) -> None:
        self._sheet = NominationForm(
            self.desk, self, partial(self._again, entry), again=entry.participant
        )

    def _decide(self, entry: Entry, _checked: bool = False) -> None:
        if self._board is not None:
            self._sheet = DecidingSheet(
                self.desk, entry, self._board, self, partial(self._decide, entry)
            )

    def _ties(self, entry: Entry, _checked: bool = False) -> None:
        TiesSheet(self.desk, entry.participant, self).open()


def _day(entry: Entry) -> str:
    verdict = entry.nomination.verdict
    return verdict.day.isoformat() if verdict else ""
