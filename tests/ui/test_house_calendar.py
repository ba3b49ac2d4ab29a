"""The house's calendar through real widgets: typed, corrected, removed, read from a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit
from screen import Screen

from groupkit.domain.closed import ClosedPeriod, Why
from groupkit.ui.pages.house_calendar.page import HouseCalendarPage
from groupkit.ui.places import PageName, Place
from groupkit.usecases.calendar_keeping import house_calendar

FILE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Skole//DA
BEGIN:VEVENT
UID:1@skole
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20270215
DTEND;VALUE=DATE:20270222
SUMMARY:Vinterferie
END:VEVENT
BEGIN:VEVENT
UID:2@skole
DTSTAMP:20260101T000000Z
DTSTART:20270301T100000Z
DTEND:20270301T110000Z
SUMMARY:Forældremøde
END:VEVENT
END:VCALENDAR
"""


def calendar(demo: Callable[[], Screen]) -> Screen:
    screen = demo()
    screen.go(Place(PageName.HOUSE_CALENDAR))
    return screen


def kept(screen: Screen) -> tuple[ClosedPeriod, ...]:
    return screen.in_store(house_calendar).periods


def type_a_period(screen: Screen, name: str, first: dt.date, last: dt.date) -> None:
    screen.find(QLineEdit, "Navn").setFocus()
    screen.type(name)
    screen.find(QDateEdit, "Første dag").setDate(first)
    screen.find(QDateEdit, "Sidste dag").setDate(last)


def test_a_period_is_typed_and_names_the_session_it_hits(demo: Callable[[], Screen]) -> None:
    screen = calendar(demo)
    ahead = next(s for s in screen.sessions() if s.day > screen.day)
    type_a_period(screen, "Vinterferie", ahead.day, ahead.day)
    screen.find(QLineEdit, "Navn").setFocus()
    screen.key(Qt.Key.Key_Return)
    (period,) = kept(screen)
    assert (period.name, period.why) == ("Vinterferie", Why.SCHOOL_HOLIDAY)
    assert screen.sees(f"Møde {ahead.number} i ")
    screen.press("Ændr planen")
    assert screen.workspace.place.page is PageName.GROUP
    assert screen.sees("På en lukkedag") or screen.sees("Vinterferie")


def test_a_period_is_removed_and_put_back(demo: Callable[[], Screen]) -> None:
    screen = calendar(demo)
    type_a_period(screen, "Lukkeuge", dt.date(2027, 7, 12), dt.date(2027, 7, 18))
    screen.press("Tilføj")
    before = kept(screen)
    screen.press("Fjern Lukkeuge")
    assert kept(screen) == ()
    screen.press("Fortryd")
    assert kept(screen) == before


def test_a_period_that_is_too_long_is_refused_under_its_field(
    demo: Callable[[], Screen],
) -> None:
    screen = calendar(demo)
    type_a_period(screen, "For lang", dt.date(2027, 1, 1), dt.date(2028, 7, 1))
    screen.press("Tilføj")
    assert screen.sees("Se efter, om årstallene passer.")
    assert kept(screen) == ()


def test_what_is_half_typed_is_there_after_a_lock(demo: Callable[[], Screen]) -> None:
    screen = calendar(demo)
    type_a_period(screen, "Sommerferie", dt.date(2027, 6, 26), dt.date(2027, 8, 8))
    screen.window.lock()
    screen.settle()
    screen.unlock()
    assert screen.find(QLineEdit, "Navn").text() == "Sommerferie"
    screen.press("Tilføj")
    assert kept(screen)[0].period.last == dt.date(2027, 8, 8)


def test_a_file_is_looked_at_before_anything_is_kept(
    demo: Callable[[], Screen], tmp_path: Path
) -> None:
    screen = calendar(demo)
    file = tmp_path / "skole.ics"
    file.write_text(FILE, "utf-8")
    page = screen.workspace.page
    assert isinstance(page, HouseCalendarPage)
    page.read_file(file)
    screen.settle()
    assert screen.sees("Vinterferie")
    assert screen.sees("1 begivenhed med klokkeslæt er udeladt.")
    assert kept(screen) == ()
    screen.press("Tilføj 1 periode")
    assert [each.name for each in kept(screen)] == ["Vinterferie"]
    page.read_file(file)
    screen.settle()
    assert screen.sees("Er der i forvejen")


def test_a_file_that_is_no_calendar_is_refused(demo: Callable[[], Screen], tmp_path: Path) -> None:
    screen = calendar(demo)
    file = tmp_path / "billede.ics"
    file.write_bytes(b"\x89PNG\r\n")
    page = screen.workspace.page
    assert isinstance(page, HouseCalendarPage)
    page.read_file(file)
    screen.settle()
    assert screen.sees("Filen er ikke en kalender")


def test_another_country_keeps_other_holidays(demo: Callable[[], Screen]) -> None:
    screen = calendar(demo)
    box = screen.find(QComboBox, "Helligdage i")
    box.setFocus()
    box.setCurrentIndex(box.findText("Grønland"))
    box.activated.emit(box.currentIndex())
    screen.settle()
    assert screen.in_store(house_calendar).country == "GL"
