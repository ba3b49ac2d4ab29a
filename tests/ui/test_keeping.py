"""What may no longer be kept: asked on Today, looked at one by one, and gone for good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QSpinBox
from screen import Screen
from test_roles import become

from groupkit.domain.retention import Kept, Periods
from groupkit.domain.roles import Role
from groupkit.ui.pages.keeping import KeepingPage
from groupkit.ui.places import PageName, Place
from groupkit.usecases.keeping import look
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.upkeep import confirm_date

Demo = Callable[[], Screen]
YEARS_ON = dt.date(2028, 3, 1)


def later(screen: Screen) -> int:
    """Go to a day when the small store's women are long out of their groups; return how many."""
    screen.day = YEARS_ON
    screen.in_store(lambda store: confirm_date(store, YEARS_ON))

    def over(store: OpenStore) -> int:
        with store.work() as work:
            for woman in work.members.all_participants():
                for each in work.follow_ups.of_participant(woman.id):
                    work.follow_ups.remove(each.id)
            work.commit()
        return len(look(store, YEARS_ON).over)

    women = screen.in_store(over)
    assert women > 2
    return women


def enabled(screen: Screen, name: str) -> bool:
    return screen.find(QAbstractButton, name).isEnabled()


def test_today_leads_there_and_each_is_looked_at_before_she_goes(demo: Demo) -> None:
    screen = demo()
    women = later(screen)
    screen.go(Place(PageName.TODAY))
    assert screen.sees(f"Om {women} kvinder er der noget, som ikke længere må gemmes.")
    screen.press("Se på det")
    assert isinstance(screen.workspace.page, KeepingPage)
    assert screen.sees(f"I dag ville der blive slettet noget om {women} kvinder.")
    assert not enabled(screen, "Slet for altid")
    held = screen.in_store(lambda store: look(store, YEARS_ON)).over[0].participant
    screen.press(f"Behold indtil videre: {held.number}")
    screen.press("Jeg har set på dem alle")
    assert enabled(screen, "Slet for altid")
    screen.press("Slet for altid")
    left = screen.in_store(lambda store: look(store, YEARS_ON)).over
    assert [each.participant.id for each in left] == [held.id]
    screen.go(Place(PageName.TODAY))
    assert not screen.sees("ikke længere må gemmes")


def test_it_can_be_put_off_for_a_month(demo: Demo) -> None:
    screen = demo()
    later(screen)
    screen.go(Place(PageName.TODAY))
    screen.press("Spørg igen om en måned")
    assert not screen.sees("ikke længere må gemmes")
    assert len(screen.in_store(lambda store: look(store, YEARS_ON)).over) > 2


def test_months_are_kept_as_typed_and_the_person_longest(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.KEEPING))
    screen.find(QSpinBox, "Noter om hende og grunde til fravær").setValue(30)
    screen.workspace.page.flush()
    screen.settle()
    assert screen.sees("Det, der er skrevet om en kvinde, kan ikke gemmes længere")
    assert screen.in_store(lambda store: look(store, screen.day)).periods == Periods()
    screen.find(QSpinBox, "Noter om hende og grunde til fravær").setValue(3)
    screen.workspace.page.flush()
    screen.settle()
    found = screen.in_store(lambda store: look(store, screen.day)).periods
    assert found == Periods({Kept.NOTES: 3})


def test_by_a_date_in_doubt_there_is_nothing_to_press(demo: Demo) -> None:
    screen = demo()
    screen.day = YEARS_ON
    screen.go(Place(PageName.KEEPING))
    assert screen.sees("Det er usikkert, om computerens dato er rigtig.")
    button = [b for b in screen.window.findChildren(QAbstractButton) if b.isVisible()]
    assert not [b for b in button if b.text() == "Slet for altid"]


def test_a_coordinator_is_not_shown_the_page(demo: Demo) -> None:
    screen = demo()
    become(screen, Role.COORDINATOR)
    screen.go(Place(PageName.SETTINGS))
    names = [b.text() for b in screen.window.findChildren(QAbstractButton) if b.isVisible()]
    assert "Sikkerhedskopier" in names
    assert "Opbevaring" not in names
