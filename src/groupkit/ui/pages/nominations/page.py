"""The board: nominated, waiting, decided; what has waited longest stands on top."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.nomination import Stage
from groupkit.domain.participant import Participant
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.nominations.deciding import DecidingSheet
from groupkit.ui.pages.nominations.form import NEW, NominationForm
from groupkit.ui.pages.nominations.rows import DecidedRow, OpenRow
from groupkit.ui.pages.nominations.ties_sheet import TiesSheet
from groupkit.ui.pages.nominations.whole import WholeSheet
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.listing import Listing, Section
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import Place
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.drafting import find_draft
from groupkit.usecases.looking import note_reading
from groupkit.usecases.nominating import Board, Entry, board, known_women

SHOWN_BACK = dt.timedelta(days=365)
"""How far back decisions are shown; older ones stand on the women's own pages."""


class NominationsPage(Page):
    """Opening one that is not decided goes on with it; a decided one is read.

    The place's id is of a woman whose nomination opens at once, as from a search.
    """

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        # Coming back to the board does not open her nomination again.
        super().__init__(desk, replace(place, id=None), parent)
        say = desk.language.say
        self._board: Board | None = None
        self._women: tuple[Participant, ...] = ()
        self._sheet: NominationForm | DecidingSheet | None = None
        self._to_open = place.id
        self._shows_decided = False
        self._is_first = True
        header = Header()
        header.set_title(desk.language.pick("page", "Nominations"))
        header.set_subtitle(say("What has waited longest stands on top."))
        header.set_action(say("Nominate a woman"), primary=True, enabled=True)
        header.action.connect(self._nominate)
        QShortcut(QKeySequence(Shortcut.NEW.value), self, self._nominate)
        self._listing = Listing()
        self._fold = quiet("", "clock")
        self._fold.clicked.connect(self._toggle_decided)
        self._decided = Listing()
        self._decided.hide()
        frame(self, header, PageScroll(self._content()))

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        fold = QHBoxLayout()
        fold.addWidget(self._fold)
        fold.addStretch(1)
        column.addWidget(self._listing)
        column.addLayout(fold)
        column.addWidget(self._decided)
        column.addStretch(1)
        return content

    def load(self) -> None:
        desk = self.desk
        desk.ask(self, lambda: known_women(desk.store), self._know)
        desk.ask(self, lambda: board(desk.store, desk.today()), self._show)

        desk.ask(self, lambda: find_draft(desk.store, NEW), self._take_up)

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.NOMINATION, Kind.PERSON, Kind.MEMBER, Kind.PRACTICE):
            self.load()

    def flush(self) -> None:
        if self._sheet is not None:
            self._sheet.flush()

    def _lay_over(self, sheet: NominationForm | DecidingSheet) -> None:
        self._sheet = sheet
        sheet.closed.connect(self._forget_sheet)

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _know(self, women: tuple[Participant, ...]) -> None:
        self._women = women

    def _take_up(self, draft: object) -> None:
        """Go on, the first time, with the nomination that was left half typed."""
        if draft and self._is_first and self._sheet is None:
            self._nominate()
        self._is_first = False

    def _show(self, found: Board) -> None:
        keyboard_here = self.holds_keyboard(self._listing)
        self._board = found
        say = self.desk.language.say
        talks = (Stage.NOMINATED, Stage.TALKED)
        to_decide = [each for each in found.entries if each.nomination.stage in talks]
        first = self._listing.show_sections(
            [
                Section(
                    say("To be talked over and decided"),
                    [self._open_row(each) for each in to_decide],
                ),
                Section(
                    say("Waiting list"),
                    [self._open_row(each) for each in found.at(Stage.WAITING)],
                    say("Suitable, but no seat yet."),
                ),
            ],
            self._empty,
        )
        self._show_decided()
        if keyboard_here and first is not None:
            first.setFocus()
        self._open_wanted(found)

    def _show_decided(self) -> None:
        if self._board is None:
            return
        keyboard_here = self.holds_keyboard(self._decided)
        say, since = self.desk.language.say, self.desk.today() - SHOWN_BACK
        decided = [
            each
            for each in self._board.entries
            if not each.nomination.is_open and _day(each) >= since
        ]
        self._fold.setVisible(bool(decided))
        self._fold.setText(
            say("Hide what is decided")
            if self._shows_decided
            else say("Show what was decided in the last year ({number})", number=len(decided))
        )
        rows = [self._decided_row(each) for each in decided] if self._shows_decided else []
        first = self._decided.show_sections([Section(say("Decided"), rows)], self._empty)
        self._decided.setVisible(bool(rows))
        if keyboard_here and rows and first is not None:
            first.setFocus()

    def _toggle_decided(self) -> None:
        self._shows_decided = not self._shows_decided
        self._show_decided()

    def _open_wanted(self, found: Board) -> None:
        wanted, self._to_open = self._to_open, None
        for each in found.entries:
            if each.participant.id == wanted:
                self._open(each)
                return

    def _open(self, entry: Entry) -> None:
        store, her = self.desk.store, entry.participant.id
        self.desk.ask(self, lambda: note_reading(store, her, None), lambda _: None)
        if entry.nomination.is_open:
            self._correct(entry)
        else:
            WholeSheet(self.desk, entry, self).open()

    def _empty(self) -> EmptyState:
        say = self.desk.language.say
        is_first = self._board is None or not self._board.entries
        empty = EmptyState(
            "people",
            say("Women who are proposed for a group appear here, with what the team decides.")
            if is_first
            else say("Nobody waits. Everything is decided."),
            say("Nominate the first woman") if is_first else "",
        )
        empty.wanted.connect(self._nominate)
        return empty

    def _open_row(self, entry: Entry) -> Row:
        row = OpenRow(entry, self.desk.language)
        row.ties.clicked.connect(partial(self._ties, entry))
        row.decide.clicked.connect(partial(self._decide, entry))
        row.opened.connect(partial(self._open, entry))
        return row

    def _decided_row(self, entry: Entry) -> Row:
        row = DecidedRow(entry, self.desk.language)
        row.again.clicked.connect(partial(self._again, entry))
        row.opened.connect(partial(self._open, entry))
        return row

    def _nominate(self) -> None:
        number = self._board.next_number if self._board else ""
        form = NominationForm(
            self.desk, self, self._nominate, next_number=number, known=self._women
        )
        self._lay_over(form)

    def _correct(self, entry: Entry) -> None:
        form = NominationForm(
            self.desk, self, partial(self._correct, entry), known=self._women, entry=entry
        )
        self._lay_over(form)

    def _again(self, entry: Entry, _checked: bool = False) -> None:
        form = NominationForm(self.desk, self, partial(self._again, entry), again=entry.participant)
        self._lay_over(form)

    def _decide(self, entry: Entry, _checked: bool = False) -> None:
        if self._board is not None:
            form = DecidingSheet(self.desk, entry, self._board, self, partial(self._decide, entry))
            form.stale.connect(self.load)
            self._lay_over(form)

    def _ties(self, entry: Entry, _checked: bool = False) -> None:
        TiesSheet(self.desk, entry.participant, self).open()


def _day(entry: Entry) -> dt.date:
    verdict = entry.nomination.verdict
    return verdict.day if verdict else dt.date.max
