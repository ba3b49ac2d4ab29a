"""The year sheet: several groups side by side, with closed days and what is booked twice."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.booking import leaders_of
from groupkit.language.plan_words import clash_said
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.year.weeks import WeeksModel, WeeksTable
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.places import PageName, Place
from groupkit.ui.theme.tokens import CONTENT_WIDTH, GRID
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.year import Year, year_sheet

_MOST_CLASHES = 2


class YearPage(Page):
    """A table of weeks; each session leads to its own page. The year is the place's slug."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self._number = int(place.slug) if place.slug else desk.today().year
        self._year: Year | None = None
        self._was_shown = False
        self._header = Header()
        self._header.set_title(str(self._number))
        self._header.set_subtitle(say("All groups side by side, week by week"))
        self._header.set_back(say("Groups"))
        self._header.back.connect(lambda: desk.go(Place(PageName.GROUPS)))
        before = secondary(str(self._number - 1), "arrow-left")
        after = secondary(str(self._number + 1), "arrow-right")
        before.clicked.connect(lambda: self._go(self._number - 1))
        after.clicked.connect(lambda: self._go(self._number + 1))
        self._header.add_button(before)
        self._header.add_button(after)
        self._who = ChoiceField(say("Show"), [("", say("All facilitators"))])
        self._who.changed.connect(self._fill)
        self._clashes = Banner("", tone="warn")
        self._nothing = PlainLabel(say("No group meets in this year."), role="hint")
        self._model = WeeksModel(desk.language, self)
        self._table = WeeksTable(self._model, desk.language, self)
        self._table.activated.connect(self._open)
        frame(self, self._header, self._content())

    def _content(self) -> QWidget:
        inner = QWidget()
        inner.setMaximumWidth(CONTENT_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, GRID * 2, 0, GRID * 2)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self._who)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._clashes)
        column.addWidget(self._nothing)
        column.addWidget(self._table, 1)
        content = QWidget()
        centred = QHBoxLayout(content)
        centred.setContentsMargins(GRID * 4, 0, GRID * 4, 0)
        centred.addStretch(1)
        centred.addWidget(inner, 100)
        centred.addStretch(1)
        return content

    def load(self) -> None:
        desk, number = self.desk, self._number
        desk.ask(
            self,
            lambda: year_sheet(desk.store, dt.date(number, 1, 1), dt.date(number, 12, 31)),
            self._show,
        )

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.GROUP, Kind.SESSION, Kind.CALENDAR, Kind.HOUSE):
            self.load()

    def first_focus(self) -> QWidget | None:
        return self._table

    def _show(self, year: Year) -> None:
        self._year = year
        names = dict.fromkeys(
            name
            for each in year.groups
            for session in each.sessions
            for name in leaders_of(session, each.group)
        )
        everybody = [("", self.desk.language.say("All facilitators"))]
        self._who.set_options(everybody + [(name, name) for name in names])
        said = [clash_said(clash, self.desk.language) for clash in year.clashes[:_MOST_CLASHES]]
        rest = len(year.clashes) - len(said)
        if rest > 0:
            said.append(self.desk.language.count("and {n} more", "and {n} more", rest))
        text = self.desk.language.say("Booked twice: {what}.", what="; ".join(said))
        self._clashes.set_text(text if said else "")
        self._clashes.setVisible(bool(said))
        self._nothing.setVisible(not year.groups)
        self._fill()
        if not self._was_shown:
            self._was_shown = True
            self._table.start_at(self.desk.today())

    def _fill(self) -> None:
        if self._year is not None:
            self._model.show_year(self._year, self.desk.today(), self._who.value())

    def _open(self, index: QModelIndex) -> None:
        session = self._model.session_at(index)
        if session is not None and not session.cancelled:
            self.desk.go(Place(PageName.SESSION, session.id))

    def _go(self, number: int) -> None:
        if 2000 <= number <= 2100:
            self.desk.go(Place(PageName.YEAR, slug=str(number)))
