"""Today opens first: the next sessions and what they lack, and what is still open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.roles import Part
from groupkit.domain.session import Session
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import DraftedSheet
from groupkit.ui.follow_ups import (
    ask_follow_up,
    follow_up_row,
    half_typed,
    new_draft,
    show_follow_up,
)
from groupkit.ui.page import Page
from groupkit.ui.pages.today.care_banners import CareBanners
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.listing import Listing, Section
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.changes import Changes
from groupkit.usecases.drafting import find_draft
from groupkit.usecases.following_up import Waiting, waiting
from groupkit.usecases.today import Coming, Missing, Today, Unfinished, today
from groupkit.usecases.unheard import Unheard, follow_the_unheard


class TodayPage(Page):
    """A few lists, each shown only when it holds something."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say, language = desk.language.say, desk.language
        header = Header()
        header.set_title(say("Today"))
        day = desk.today()
        header.set_subtitle(f"{language.start(language.date_long(day))} · {language.week(day)}")
        self._reads_notes = desk.store.may(Part.NOTES)
        self._form: DraftedSheet | None = None
        self._is_first = True
        if self._reads_notes:
            header.set_action(say("New follow-up"), primary=False, enabled=True)
            header.action.connect(self._new_follow_up)
            QShortcut(QKeySequence(Shortcut.NEW.value), self, self._new_follow_up)
        self._care = CareBanners(desk, self)
        self._listing = Listing()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._care)
        column.addWidget(self._listing)
        frame(self, header, PageScroll(whole))

    def load(self) -> None:
        desk = self.desk
        self._care.load()
        # What a colleague recorded who opens no follow-ups; a new one makes the page read again.
        desk.do(self, lambda: follow_the_unheard(desk.store, desk.today()))
        desk.ask(self, lambda: today(desk.store, desk.today()), self._show)
        if self._is_first and self._reads_notes:
            desk.ask(self, self._half_typed, self._go_on_typing)
        self._is_first = False

    def flush(self) -> None:
        if self._form is not None:
            self._form.flush()

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds:
            self.load()

    def _show(self, found: Today) -> None:
        keyboard_here = self.holds_keyboard(self._listing)
        say = self.desk.language.say
        first = self._listing.show_sections(
            [
                Section(say("Next sessions"), [self._coming(each) for each in found.coming]),
                Section(
                    say("Follow-ups"),
                    [self._follow_up(each) for each in found.follow_ups],
                    say("Contact a woman only in the way that she has called safe."),
                ),
                Section(
                    say("Stayed away without a word"),
                    [self._unheard(each) for each in found.unheard],
                    say("Somebody must reach her, and only in the way that she has called safe."),
                ),
                Section(
                    say("Records not finished"),
                    [self._unfinished(each) for each in found.unfinished],
                ),
                Section(self.desk.language.pick("page", "Nominations"), self._nominated(found)),
            ],
            lambda: self._empty(found),
        )
        if keyboard_here and first is not None:
            first.setFocus()

    def _nominated(self, found: Today) -> list[Row]:
        if found.nominated is None:
            return []
        count, waits = self.desk.language.count, found.nominated
        row = Row(
            count("{n} woman waits for an answer", "{n} women wait for an answer", waits.open),
            count("The longest for {n} day", "The longest for {n} days", waits.longest),
            icon="people",
        )
        row.opened.connect(lambda: self.desk.go(Place(PageName.NOMINATIONS)))
        return [row]

    def _coming(self, coming: Coming) -> Row:
        session, language = coming.session, self.desk.language
        row = Row(
            coming.group.name,
            f"{language.start(language.date_long(session.day))} · {language.week(session.day)} · "
            f"{language.span(session.starts, session.ends)}",
            badge=str(session.number),
        )
        words = self._missing_words()
        missing = [words[what] for what in coming.missing if what in words]
        for word in missing:
            row.add_trailing(StatusMark(word, tone="warn", icon="warning"))
        if not missing:
            row.add_trailing(StatusMark(language.say("Ready"), tone="good", icon="check"))
        return self._leading_to(row, session)

    def _missing_words(self) -> dict[Missing, str]:
        say = self.desk.language.say
        words = {Missing.TOPIC: say("No topic"), Missing.AGENDA: say("No agenda")}
        if self.desk.store.may(Part.PEOPLE):
            words[Missing.PARTICIPANTS] = say("No participants")
        return words

    def _unfinished(self, unfinished: Unfinished) -> Row:
        session, language = unfinished.session, self.desk.language
        row = Row(
            unfinished.group.name,
            language.say(
                "Session {number} · {day}",
                number=session.number,
                day=language.date_day(session.day),
            ),
            badge=str(session.number),
        )
        said = language.say(
            "{marked} of {members} recorded", marked=unfinished.marked, members=unfinished.members
        )
        row.add_trailing(StatusMark(said, tone="notice", icon="edit"))
        return self._leading_to(row, session)

    def _follow_up(self, waiting: Waiting) -> Row:
        row = follow_up_row(waiting, self.desk.language, self.desk.today())
        row.opened.connect(lambda: self._open(waiting))
        return row

    def _open(self, waiting: Waiting) -> None:
        if self._form is None:
            show_follow_up(self.desk, waiting, self, self._take_form)

    def _new_follow_up(self) -> None:
        if self._reads_notes and self._form is None:
            ask_follow_up(self.desk, None, self, self._take_form, self._new_follow_up)

    def _take_form(self, form: DraftedSheet) -> None:
        if self._form is not None:  # pressed twice before the first one was there
            form.let_go()
            return
        self._form = form
        form.closed.connect(self._forget_form)

    def _forget_form(self) -> None:
        self._form = None

    def _half_typed(self) -> Callable[[], None] | None:
        """Return what opens the form that somebody left half typed, None where there is none."""
        store = self.desk.store
        if find_draft(store, new_draft(None)):
            return self._new_follow_up
        known = half_typed(store, waiting(store, self.desk.today()))
        return partial(self._open, known) if known is not None else None

    def _go_on_typing(self, open_form: Callable[[], None] | None) -> None:
        if open_form is not None:
            open_form()

    def _unheard(self, unheard: Unheard) -> Row:
        session, language = unheard.session, self.desk.language
        row = Row(
            f"{unheard.participant.alias} · {unheard.participant.number}",
            language.say(
                "{group}, session {number} on {day}",
                group=unheard.group.name,
                number=session.number,
                day=language.date_day(session.day),
            ),
            icon="person",
        )
        said = language.pick("attendance", "Absent without notice")
        row.add_trailing(StatusMark(said, tone="danger", icon="absent-alert"))
        return self._leading_to(row, session)

    def _leading_to(self, row: Row, session: Session) -> Row:
        row.opened.connect(lambda: self.desk.go(Place(PageName.SESSION, session.id)))
        return row

    def _empty(self, found: Today) -> EmptyState:
        say = self.desk.language.say
        if found.has_groups:
            return EmptyState(
                "today", say("Nothing is waiting. The next session is over four weeks away.")
            )
        empty = EmptyState(
            "groups",
            say("Here you will see the next session and what is still open."),
            say("Plan the first group"),
        )
        empty.wanted.connect(lambda: self.desk.go(Place(PageName.NEW_GROUP)))
        return empty
