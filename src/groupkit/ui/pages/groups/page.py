"""All groups: those still running first."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.parts.buttons import secondary
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
from groupkit.usecases.planning import GroupCard, group_cards


class GroupsPage(Page):
    """Running groups and finished ones, each leading to its plan."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        header = Header()
        header.set_title(say("Groups"))
        header.set_action(say("Plan a group"), primary=True, enabled=True)
        header.action.connect(self._plan)
        year = secondary(say("Year sheet"), "calendar")
        year.clicked.connect(lambda: desk.go(Place(PageName.YEAR)))
        header.add_button(year)
        QShortcut(QKeySequence(Shortcut.NEW.value), self, self._plan)
        self._listing = Listing()
        frame(self, header, PageScroll(self._listing))

    def load(self) -> None:
        desk = self.desk
        desk.ask(self, lambda: group_cards(desk.store, desk.today()), self._show)

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.GROUP, Kind.SESSION, Kind.MEMBER):
            self.load()

    def _plan(self) -> None:
        self.desk.go(Place(PageName.NEW_GROUP))

    def _show(self, cards: tuple[GroupCard, ...]) -> None:
        keyboard_here = self.holds_keyboard(self._listing)
        say = self.desk.language.say
        running = [self._row(card) for card in cards if card.next_session]
        finished = [self._row(card) for card in cards if not card.next_session]
        first = self._listing.show_sections(
            [Section(say("Running and upcoming"), running), Section(say("Finished"), finished)],
            self._empty,
        )
        if keyboard_here and first is not None:
            first.setFocus()

    def _empty(self) -> EmptyState:
        say = self.desk.language.say
        empty = EmptyState(
            "groups",
            say("Your groups will appear here, each with its sessions laid out."),
            say("Plan the first group"),
        )
        empty.wanted.connect(self._plan)
        return empty

    def _row(self, card: GroupCard) -> Row:
        language, group = self.desk.language, card.group
        say, count = language.say, language.count
        row = Row(
            group.name,
            " · ".join(
                filter(
                    None,
                    (
                        say(
                            "{weekdays} {span}",
                            weekdays=language.start(language.weekdays_plural(group.course.start)),
                            span=language.span(group.starts, group.ends),
                        ),
                        count("{n} participant", "{n} participants", card.members),
                        language.listed(group.facilitators),
                    ),
                )
            ),
            icon="groups",
        )
        if card.next_session:
            day = language.date_day(card.next_session.day)
            row.add_trailing(StatusMark(say("next {day}", day=day), tone="notice", icon="calendar"))
        row.add_trailing(
            StatusMark(
                say("{held} of {sessions} held", held=card.held, sessions=card.sessions),
                tone="neutral",
                icon="check",
            )
        )
        row.opened.connect(lambda: self.desk.go(Place(PageName.GROUP, group.id)))
        return row
