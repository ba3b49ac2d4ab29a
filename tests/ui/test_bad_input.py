"""What breaks a rule gets its sentence at its field, and nothing is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QMimeData, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QPlainTextEdit, QSpinBox
from screen import TODAY, Screen

from groupkit.ui.pages.session.agenda_table import AgendaTable, Column
from groupkit.ui.places import PageName, Place
from groupkit.usecases.planning import GroupCard, group_cards, view_group

Demo = Callable[[], Screen]


def cards(screen: Screen) -> tuple[GroupCard, ...]:
    found: list[tuple[GroupCard, ...]] = []
    store = screen.window.store
    assert store is not None
    screen.window.lane.ask(screen.window, lambda: group_cards(store, TODAY), found.append)
    screen.settle()
    return found[0]


@pytest.mark.parametrize(
    ("name", "weeks", "said"),
    [
        ("", 14, "Udfyld gruppens navn."),
        ("x" * 10_000, 14, "plads til 80"),
        ("\u202e\u202e", 14, "gruppens navn"),
        ("Forår", 13, "14 til 20 uger"),
        ("Forår", 21, "14 til 20 uger"),
        ("onsdagsGRUPPEN", 14, "allerede en gruppe"),
    ],
)
def test_a_group_that_breaks_a_rule(demo: Demo, name: str, weeks: int, said: str) -> None:
    screen = demo()
    before = cards(screen)
    screen.go(Place(PageName.NEW_GROUP))
    screen.find(QLineEdit, "Navn").setText(name)
    screen.find(QSpinBox, "Uger").setValue(weeks)
    screen.press("Gem planen")
    assert screen.workspace.place.page is PageName.NEW_GROUP
    assert screen.sees(said) or screen.sees(said.lower())
    assert cards(screen) == before


def test_a_closed_period_that_ends_before_it_starts(demo: Demo) -> None:
    screen = demo()
    before = cards(screen)
    screen.go(Place(PageName.NEW_GROUP))
    screen.find(QLineEdit, "Navn").setText("Forår")
    screen.press("Tilføj en lukket periode")
    screen.find(QDateEdit, "Fra").setDate(QDate(2027, 3, 1))
    screen.find(QDateEdit, "Til og med").setDate(QDate(2027, 2, 1))
    screen.press("Gem planen")
    assert screen.sees("1. feb. 2027")
    assert cards(screen) == before


@pytest.mark.parametrize("name", ["مجموعة الربيع", "🌼🌱 Forår", "<b>Forår</b>"])
def test_names_of_all_scripts_are_shown_as_they_are(demo: Demo, name: str) -> None:
    screen = demo()
    screen.go(Place(PageName.NEW_GROUP))
    screen.find(QLineEdit, "Navn").setText(name)
    screen.press("Gem planen")
    assert screen.workspace.place.page is PageName.GROUP
    assert screen.sees(name)
    screen.press("Print planen")
    screen.key(Qt.Key.Key_Escape)
    assert name in [card.group.name for card in cards(screen)]


@pytest.mark.parametrize("minutes", [0, 999])
def test_an_agenda_item_of_no_or_too_many_minutes(demo: Demo, minutes: int) -> None:
    screen = demo()
    card = cards(screen)[0]
    assert card.next_session is not None
    screen.go(Place(PageName.SESSION, card.next_session.id, tab="prepare"))
    table = screen.window.findChild(AgendaTable)
    assert table is not None
    model = table.model()
    index = model.index(0, Column.MINUTES)
    before = index.data()
    assert not model.setData(index, minutes)
    assert index.data() == before
    assert screen.sees("1 til 240 minutter")


def test_leaving_before_joining(demo: Demo) -> None:
    screen = demo()
    group = cards(screen)[0].group
    screen.go(Place(PageName.GROUP, group.id, tab="participants"))
    screen.press("Tilføj en deltager")
    screen.find(QLineEdit, "Fornavn eller dæknavn").setText("Viol")
    screen.find(QDateEdit, "Begynder").setDate(TODAY)
    screen.find(QCheckBox, "Hun er stoppet eller stopper").setChecked(True)
    screen.find(QDateEdit, "Sidste dag i gruppen").setDate(TODAY - dt.timedelta(days=1))
    before = cards(screen)
    screen.press("Gem")
    field = screen.find(QDateEdit, "Sidste dag i gruppen")
    assert field.accessibleDescription().startswith("Hun kan ikke stoppe")
    assert cards(screen) == before


def test_the_plan_of_the_demo_is_whole(demo: Demo) -> None:
    screen = demo()
    store, group = screen.window.store, cards(screen)[0].group
    assert store is not None
    found = []
    screen.window.lane.ask(screen.window, lambda: view_group(store, group.id), found.append)
    screen.settle()
    assert len(found[0].sessions) == len(found[0].agenda_minutes) > 6


def test_a_paste_too_long_for_a_note_stays_outside(demo: Demo) -> None:
    screen = demo()
    store, group = screen.window.store, cards(screen)[0].group
    assert store is not None
    found = []
    screen.window.lane.ask(screen.window, lambda: view_group(store, group.id), found.append)
    screen.settle()
    screen.go(Place(PageName.SESSION, found[0].sessions[0].id, tab="record"))
    note = screen.find(QPlainTextEdit, "Gruppens note")
    before = note.toPlainText()
    pasted = QMimeData()
    pasted.setText("x" * 30_000)
    note.insertFromMimeData(pasted)
    assert note.toPlainText() == before
    assert "plads til 20000" in note.accessibleDescription()
