"""Planning a group around closed days: the ways out are offered, chosen, kept and drafted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QSpinBox, QTableView
from screen import Screen

from groupkit.ui.pages.group.take_out import TakeOutSheet
from groupkit.ui.places import PageName, Place
from groupkit.usecases.planning import group_cards, view_group

EASTER = dt.date(2027, 2, 11)
"""Every second Thursday from here meets Maundy Thursday, 25 March."""


def new_group(screen: Screen) -> None:
    screen.go(Place(PageName.NEW_GROUP))
    screen.find(QLineEdit, "Navn").setFocus()
    screen.type("Torsdagsholdet")
    screen.find(QDateEdit, "Første møde").setDate(EASTER)
    screen.settle()


def pick(screen: Screen, field: str, text: str) -> None:
    """Choose by keyboard: arrow down until the words hold ``text``."""
    box = screen.find(QComboBox, field)
    box.setFocus()
    at = next(n for n in range(box.count()) if text in box.itemText(n))
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(at):
        QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    screen.settle()


def days(screen: Screen, name: str) -> list[dt.date]:
    cards = screen.in_store(lambda store: group_cards(store, screen.day))
    group = next(card.group for card in cards if card.group.name == name)
    return [s.day for s in screen.in_store(lambda store: view_group(store, group.id)).sessions]


def test_a_taken_day_offers_its_ways_out_and_keeps_the_one_chosen(
    demo: Callable[[], Screen],
) -> None:
    screen = demo()
    new_group(screen)
    assert screen.sees("Skærtorsdag")
    pick(screen, "I stedet for tors. 25. mar.", "samme uge")
    screen.press("Gem planen")
    planned = days(screen, "Torsdagsholdet")
    assert dt.date(2027, 3, 24) in planned
    assert dt.date(2027, 4, 8) in planned


def test_leaving_a_session_out_says_what_gives_way(demo: Callable[[], Screen]) -> None:
    screen = demo()
    new_group(screen)
    pick(screen, "I stedet for tors. 25. mar.", "Lad mødet udgå")
    assert screen.sees("Det bliver til 8 møder i stedet for 9.")
    assert screen.sees("Udgår efter eget valg")


def test_what_was_answered_is_there_after_a_lock(demo: Callable[[], Screen]) -> None:
    screen = demo()
    new_group(screen)
    pick(screen, "I stedet for tors. 25. mar.", "Lad mødet udgå")
    screen.window.lock()
    screen.settle()
    screen.unlock()
    assert screen.find(QLineEdit, "Navn").text() == "Torsdagsholdet"
    assert screen.sees("Udgår efter eget valg")


def test_even_weeks_move_the_start_and_are_kept(demo: Callable[[], Screen]) -> None:
    screen = demo()
    new_group(screen)
    start = screen.find(QDateEdit, "Første møde")
    start.setDate(dt.date(2027, 2, 4))
    screen.settle()
    assert screen.sees("Torsdag i uge 5, en ulige uge")
    pick(screen, "Lige eller ulige uger", "Lige uger")
    assert start.date().toPython() == EASTER
    start.setDate(dt.date(2027, 2, 4))
    screen.settle()
    assert screen.sees("Vælg en start i en lige uge.")


def test_who_is_booked_twice_is_named_before_it_is_saved(demo: Callable[[], Screen]) -> None:
    screen = demo()
    names, other = screen.in_store(
        lambda store: (
            group_cards(store, screen.day)[0].group.facilitators,
            group_cards(store, screen.day)[0].group.name,
        )
    )
    ahead = next(s for s in screen.sessions() if s.day > screen.day)
    screen.go(Place(PageName.NEW_GROUP))
    screen.find(QDateEdit, "Første møde").setDate(ahead.day)
    screen.find(QLineEdit, "Gruppeledere").setText(names[0])
    screen.settle()
    assert screen.sees(f"Dobbeltbooket: {names[0]} leder {other}")


def test_from_nothing_to_a_printed_plan_by_keyboard(demo: Callable[[], Screen]) -> None:
    screen = demo()
    screen.go(Place(PageName.GROUPS))
    screen.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    screen.type("Sommer 2027")
    screen.find(QSpinBox, "Uger").setValue(14)
    screen.press("Gem planen")
    assert screen.workspace.place.page is PageName.GROUP
    assert screen.sees("Det første møde")
    screen.press("Print planen")
    screen.key(Qt.Key.Key_Escape)
    screen.press("Datoer og kalendere")
    screen.press("Vis datoerne")
    assert not [s for s in screen.window.findChildren(TakeOutSheet) if s.isVisible()]


def test_the_year_sheet_opens_a_session(demo: Callable[[], Screen]) -> None:
    screen = demo()
    screen.go(Place(PageName.GROUPS))
    screen.press("Årsoversigt")
    table = next(t for t in screen.window.findChildren(QTableView) if t.isVisible())
    model = table.model()
    row, column = next(
        (row, column)
        for row in range(model.rowCount())
        for column in range(2, model.columnCount())
        if model.index(row, column).data()
    )
    table.setCurrentIndex(model.index(row, column))
    table.setFocus()
    screen.key(Qt.Key.Key_Return)
    assert screen.workspace.place.page is PageName.SESSION
