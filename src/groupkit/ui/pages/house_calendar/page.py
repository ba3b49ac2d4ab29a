"""What is closed for all groups: public holidays, school holidays, the house's own periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.closed import COUNTRIES, ClosedDays, ClosedPeriod, Why, closed
from groupkit.domain.read_calendar import NamedPeriod
from groupkit.domain.refusal import CalendarUnreadable, Refusal, Refused
from groupkit.language.plan_words import closed_kind_word, country_word, period_said
from groupkit.ui.desk import Desk
from groupkit.ui.file_dialog import ask_for_file
from groupkit.ui.page import Autosave, Page
from groupkit.ui.pages.house_calendar.import_sheet import ImportSheet
from groupkit.ui.pages.house_calendar.period_form import PeriodForm
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.parts.year_calendar import YearCalendar
from groupkit.ui.places import PageName, Place
from groupkit.ui.settings_tabs import show_settings_tabs
from groupkit.usecases.calendar_keeping import (
    HouseCalendar,
    Offered,
    Touched,
    change_country,
    compared,
    house_calendar,
    keep_periods,
    remove_periods,
    sessions_on_closed_days,
    take_in,
)
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft

_DRAFT = "house calendar"
_YEARS_AHEAD = 4
_MOST_BYTES = 2_000_000


@dataclass(frozen=True)
class _Shown:
    calendar: HouseCalendar
    touched: tuple[Touched, ...]


class HouseCalendarPage(Page):
    """A form at the top, the kept periods below, and the coming year beside."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say, language = desk.language.say, desk.language
        self._shown: _Shown | None = None
        self._shows_past = False
        header = Header()
        show_settings_tabs(header, desk, PageName.HOUSE_CALENDAR)
        header.set_subtitle(say("What is closed for all groups is kept here, once."))
        header.set_action(say("Read from a file …"), primary=False, enabled=True)
        header.action.connect(self._ask_which)
        self._touched = QVBoxLayout()
        self._form = PeriodForm(language, desk.today(), self)
        self._autosave = Autosave(self, self._keep_draft)
        self._country = ChoiceField(
            say("Public holidays of"), [(each, country_word(each, language)) for each in COUNTRIES]
        )
        self._periods = Card(say("Closed periods"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._past = quiet(say("Show past periods"), "clock")
        self._year = YearCalendar(language, self)
        self._lay_out(header)
        self._form.saved.connect(self._keep)
        self._form.changed.connect(self._autosave.touch)
        self._country.changed.connect(self._change_country)
        self._past.clicked.connect(self._toggle_past)

    def _lay_out(self, header: Header) -> None:
        say = self.desk.language.say
        self._periods.body.addLayout(self._rows)
        self._periods.body.addWidget(self._past)
        known = Card(say("Always closed"))
        known.body.addWidget(self._country)
        hint = PlainLabel(
            say("24 and 31 December and 5 June are set under 'House and screen'."), role="hint"
        )
        hint.setWordWrap(True)
        known.body.addWidget(hint)
        year = Card(say("The next twelve months"))
        year.body.addWidget(self._year)
        columns = Columns((1, 1))
        columns.left.add(self._form)
        columns.left.add(self._periods)
        columns.right.add(known)
        columns.right.add(year)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._touched)
        column.addWidget(columns)
        frame(self, header, PageScroll(content))

    def load(self) -> None:
        desk = self.desk
        desk.ask(
            self,
            lambda: _Shown(
                house_calendar(desk.store), sessions_on_closed_days(desk.store, desk.today())
            ),
            self._show,
        )
        if self._shown is None:
            desk.ask(self, lambda: find_draft(desk.store, _DRAFT), self._take_draft)

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.CALENDAR, Kind.HOUSE, Kind.SESSION, Kind.GROUP):
            self.load()

    def flush(self) -> None:
        self._autosave.flush()

    def first_focus(self) -> QWidget | None:
        return self._form.first_focus()

    def _show(self, shown: _Shown) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        today = self.desk.today()
        self._country.set_value(shown.calendar.country)
        clear(self._touched)
        for touched in shown.touched[:3]:
            self._touched.addWidget(self._warning(touched))
        self._show_periods()
        self._year.set_span(today, 12, today)
        self._year.set_closed(_closed(shown.calendar))

    def _show_periods(self) -> None:
        if self._shown is None:
            return
        clear(self._rows)
        today, language = self.desk.today(), self.desk.language
        periods = self._shown.calendar.periods
        coming = [each for each in periods if each.period.last >= today]
        past = [each for each in periods if each.period.last < today]
        shown = [*past, *coming] if self._shows_past else coming
        if not shown:
            nothing = PlainLabel(
                language.say("Nothing yet. Add the school holidays, or read them from a file."),
                role="hint",
            )
            nothing.setWordWrap(True)
            self._rows.addWidget(nothing)
        for year, group in groupby(shown, key=lambda each: each.period.first.year):
            self._rows.addWidget(PlainLabel(str(year), role="label"))
            for each in group:
                self._rows.addWidget(self._row(each))
        self._past.setVisible(bool(past))
        say = language.say
        self._past.setText(
            say("Hide past periods") if self._shows_past else say("Show past periods")
        )

    def _row(self, kept: ClosedPeriod) -> Row:
        language = self.desk.language
        kind = closed_kind_word(kept.why, language)
        days = period_said(kept.period, language)
        row = Row(kept.name or kind, f"{days} · {kind}" if kept.name else days, icon="calendar")
        row.opened.connect(lambda: self._form.correct(kept))
        remove = quiet("", "trash")
        name = language.say("Remove {period}", period=kept.name or days)
        remove.setAccessibleName(name)
        remove.setToolTip(name)
        remove.clicked.connect(lambda: self._remove(kept))
        row.add_trailing(remove)
        return row

    def _warning(self, touched: Touched) -> Banner:
        language = self.desk.language
        banner = Banner(
            language.say(
                "Session {number} of {group} falls on {day}, which is closed now.",
                number=touched.number,
                group=touched.group,
                day=language.date_day(touched.day),
            ),
            tone="warn",
        )
        show = secondary(language.say("Change the plan"))
        show.clicked.connect(lambda: self.desk.go(Place(PageName.GROUP, touched.group_id)))
        banner.add_button(show)
        return banner

    def _keep(self, period: ClosedPeriod) -> None:
        desk = self.desk
        self._autosave.forget()
        desk.do(
            self,
            lambda: keep_periods(desk.store, (period,)),
            lambda _: self._kept(),
            self._refuse,
        )

    def _kept(self) -> None:
        self._form.clear()
        self._form.first_focus().setFocus()
        self._drop_draft()

    def _refuse(self, refusal: Refusal) -> None:
        if not self._form.show_refusal(refusal):
            self.desk.tell(refusal)

    def _remove(self, kept: ClosedPeriod) -> None:
        desk = self.desk
        desk.do(
            self,
            lambda: remove_periods(desk.store, (kept.id,)),
            lambda removed: desk.notice(
                desk.language.say("The period is removed."),
                undo=lambda: desk.do(desk, lambda: keep_periods(desk.store, removed)),
            ),
        )

    def _change_country(self) -> None:
        desk, country = self.desk, self._country.value()
        desk.do(self, lambda: change_country(desk.store, country))

    def _toggle_past(self) -> None:
        self._shows_past = not self._shows_past
        self._show_periods()

    def _ask_which(self) -> None:
        say = self.desk.language.say
        ask_for_file(
            self, say("Read from a file"), Path.home(), [say("Calendar (*.ics)")], self.read_file
        )

    def read_file(self, file: Path) -> None:
        """Read a calendar file and show what it would bring."""
        desk, today = self.desk, self.desk.today()
        last = today.replace(year=today.year + _YEARS_AHEAD, month=12, day=31)

        def read() -> Offered:
            data = _bytes_of(file)
            return compared(desk.store, desk.press.read_calendar(data, today, last))

        desk.ask(self, read, self._offer)

    def _offer(self, offered: Offered) -> None:
        sheet = ImportSheet(self.desk.language, offered, self)
        sheet.wanted.connect(self._take_in)
        sheet.open()

    def _take_in(self, periods: tuple[NamedPeriod, ...], why: Why) -> None:
        desk = self.desk
        desk.do(
            self,
            lambda: take_in(desk.store, periods, why),
            lambda _: desk.notice(
                desk.language.count("{n} period is added.", "{n} periods are added.", len(periods))
            ),
        )

    def _take_draft(self, draft: Mapping[str, str] | None) -> None:
        if draft:
            self._form.take_draft(draft)
        self._autosave.forget()

    def _keep_draft(self) -> None:
        if self._form.is_blank():
            self._drop_draft()
            return
        desk, draft = self.desk, self._form.draft()
        desk.ask(self, lambda: keep_draft(desk.store, _DRAFT, draft), lambda _: None)

    def _drop_draft(self) -> None:
        desk = self.desk
        self._autosave.forget()
        desk.ask(self, lambda: drop_draft(desk.store, _DRAFT), lambda _: None)


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_MOST_BYTES + 1)
    except OSError:
        raise Refused(CalendarUnreadable()) from None


def _closed(calendar: HouseCalendar) -> ClosedDays:
    return closed(calendar.periods, usual_house_days=calendar.usual_days, country=calendar.country)
