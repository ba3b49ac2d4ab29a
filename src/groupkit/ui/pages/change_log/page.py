"""The change log: who did what to which record when, and whether the log itself is whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.roles import Part
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.change_log.filters import Filters
from groupkit.ui.pages.change_log.table import LogTable
from groupkit.ui.pages.change_log.verify_card import VerifyCard
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.ui.settings_tabs import show_settings_tabs
from groupkit.usecases.change_log import LogView, Sought, change_log
from groupkit.usecases.papers import Printable
from groupkit.usecases.printing import Printer

STEP = 200
"""Lines shown at first, and more of them at each wish."""


class ChangeLogPage(Page):
    """Filters above the lines, verifying above both; only owners come here."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._is_owner = desk.store.may(Part.ACCESS)
        self._asked = 0
        self._most = STEP
        self._was_shown = False
        self._header = Header()
        if self._is_owner:
            show_settings_tabs(self._header, desk, PageName.CHANGE_LOG)
        else:
            self._header.set_title(say("Change log"))
        self._verify = VerifyCard(desk, self)
        self._filters = Filters(desk.language, desk.today(), self)
        self._found = PlainLabel(role="hint")
        self._table = LogTable(desk.language, self)
        self._none = EmptyState("document", say("No line of the log is like that."))
        self._more = secondary(say("Show earlier lines"))
        self._content = QWidget()
        self._scroll = PageScroll(self._content)
        self._lay_out()
        self._filters.changed.connect(self._filter)
        self._more.clicked.connect(self._show_more)
        self._table.selectionModel().currentChanged.connect(self._keep_in_sight)

    def _lay_out(self) -> None:
        say = self.desk.language.say
        lines = Card(say("Lines"), say("What was done, never what was written."))
        for part in (self._filters, self._found, self._table, self._none, self._more):
            lines.body.addWidget(part)
        self._none.hide()
        self._more.hide()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self._scroll, 1)
        if not self._is_owner:
            column.addWidget(EmptyState("lock", say("Only owners can see the change log.")))
            for card in (self._verify, lines):
                card.setParent(self)
                card.hide()
            return
        column.addWidget(self._verify)
        column.addWidget(lines)
        head = secondary(say("Print the head"), "print")
        head.clicked.connect(self._print_head)
        self._header.add_button(head)
        self._header.set_action(say("Print these lines"), primary=False, enabled=True)
        self._header.action.connect(self._print_lines)

    def load(self) -> None:
        sought = self._filters.sought() if self._is_owner else None
        if sought is None:
            return
        self._asked += 1
        asked, most, desk = self._asked, self._most, self.desk
        desk.ask(
            self,
            lambda: change_log(desk.store, desk.language, sought, most=most),
            lambda view: self._answer(asked, view),
        )

    def first_focus(self) -> QWidget | None:
        return self._verify.first_focus() if self._is_owner else None

    def _answer(self, asked: int, view: LogView) -> None:
        if asked == self._asked:
            self._show(view)

    def _show(self, view: LogView) -> None:
        language = self.desk.language
        self._filters.show_people(view.people)
        if view.first_day is not None:
            self._header.set_subtitle(
                language.count(
                    "{n} line since {day}",
                    "{n} lines since {day}",
                    view.entries,
                    day=language.date_short(view.first_day),
                )
            )
        shown = len(view.shown)
        if shown < view.found:
            said = language.say(
                "The newest {shown} of {found} lines", shown=shown, found=view.found
            )
        else:
            said = language.count("{n} line", "{n} lines", view.found)
        self._found.setText(said)
        self._found.setVisible(shown > 0)
        self._table.show_lines(view.shown)
        self._table.setVisible(shown > 0)
        self._none.setVisible(not shown)
        self._more.setVisible(shown < view.found)

    def _filter(self) -> None:
        self._most = STEP
        self.load()

    def _show_more(self) -> None:
        self._most += STEP
        self.load()

    def _keep_in_sight(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Let the page follow the line that the keyboard is on: the table itself never scrolls."""
        if self._table.hasFocus():
            place = self._table.visualRect(current).center()
            at = self._table.viewport().mapTo(self._content, place)
            self._scroll.ensureVisible(0, at.y(), 0, 96)

    def _print_lines(self) -> None:
        sought = self._filters.sought()
        if sought is not None:
            self._print(lambda printer: self._lines_paper(printer, sought))

    def _print_head(self) -> None:
        desk = self.desk
        day = desk.today()
        self._print(lambda printer: printer.log_head(desk.store, day))

    def _lines_paper(self, printer: Printer, sought: Sought) -> Printable:
        return printer.change_log(self.desk.store, self.desk.today(), sought)

    def _print(self, make: Callable[[Printer], Printable]) -> None:
        """Make a paper and preview it; that it was printed is a line of its own by then."""
        desk = self.desk
        printer = Printer(desk.library, desk.press, desk.language)

        def show(paper: Printable) -> None:
            desk.showing.emit(paper)
            self.load()

        desk.ask(self, lambda: make(printer), show)
