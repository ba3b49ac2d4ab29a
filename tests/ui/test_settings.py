"""Settings: a field that breaks a rule holds back nothing but itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLineEdit, QSpinBox
from screen import Screen

from groupkit.domain.house import House
from groupkit.domain.practice import Practice
from groupkit.domain.profile import ProfileField
from groupkit.ui.pages.settings.aftercare import AftercareCard
from groupkit.ui.pages.settings.page import SettingsPage
from groupkit.ui.parts.banner import Banner
from groupkit.ui.places import PageName, Place
from groupkit.usecases.housekeeping import house
from groupkit.usecases.practice import practice_of

Demo = Callable[[], Screen]
NAME, IDLE = "Husets navn", "Lås efter dette antal minutter uden brug af tastatur eller mus"


def at_settings(demo: Demo) -> Screen:
    screen = demo()
    screen.go(Place(PageName.SETTINGS))
    return screen


def kept(screen: Screen) -> House:
    screen.workspace.flush()
    return screen.in_store(house)


def rewrite(screen: Screen, name: str, text: str) -> None:
    field = screen.find(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    screen.type(text)


def test_an_empty_name_holds_back_only_the_name(demo: Demo) -> None:
    screen = at_settings(demo)
    rewrite(screen, NAME, "")
    screen.find(QSpinBox, IDLE).setValue(9)
    found = kept(screen)
    assert (found.name, found.idle_minutes) == ("Demohuset", 9)
    assert screen.sees("Udfyld husets navn.")


def test_a_name_kept_before_a_wrong_one_stays(demo: Demo) -> None:
    screen = at_settings(demo)
    for name in ("Det nye hus", ""):
        rewrite(screen, NAME, name)
        screen.workspace.flush()
    assert kept(screen).name == "Det nye hus"


def test_a_wrong_number_holds_back_only_its_line(demo: Demo) -> None:
    screen = at_settings(demo)
    before = kept(screen).help_lines
    assert len(before) > 1
    rewrite(screen, "Nummer 1", "")
    rewrite(screen, "Tekst 2", "Den anden")
    rewrite(screen, NAME, "Det nye hus")
    found = kept(screen)
    assert found.name == "Det nye hus"
    assert found.help_lines[0] == before[0]
    assert found.help_lines[1].label == "Den anden"
    assert found.help_lines[2:] == before[2:]
    assert complaints(screen)


def test_a_number_that_is_half_typed_holds_nothing_back(demo: Demo) -> None:
    screen = at_settings(demo)
    before = kept(screen).help_lines
    screen.press("Tilføj et nummer")
    at = len(before) + 1
    rewrite(screen, f"Nummer {at}", "70 20 30 82")
    rewrite(screen, NAME, "Det nye hus")
    found = kept(screen)
    assert (found.name, found.help_lines) == ("Det nye hus", before)
    rewrite(screen, f"Tekst {at}", "Linjen")
    assert [line.label for line in kept(screen).help_lines][-1] == "Linjen"
    assert not complaints(screen)


def complaints(screen: Screen) -> list[str]:
    return [banner.text() for banner in screen.window.findChildren(Banner) if banner.isVisible()]


def test_the_house_s_aftercare_is_kept_at_once(demo: Demo) -> None:
    screen = at_settings(demo)
    card = screen.window.findChild(AftercareCard)
    assert card is not None
    card._seats.input.setValue(6)
    card._offers.input.setFocus()
    screen.type("Mødregruppe")
    screen.key(Qt.Key.Key_Return)
    screen.type("Haveværksted")
    card._danger.input.setFocus()
    screen.type("Ring 112")
    children = card._shown._chips[ProfileField.CHILDREN.value]
    QTest.mouseClick(children, Qt.MouseButton.LeftButton)
    screen.workspace.flush()
    assert screen.in_store(practice_of) == Practice(
        seats=6,
        danger="Ring 112",
        offers=("Mødregruppe", "Haveværksted"),
        hidden=frozenset({ProfileField.CHILDREN}),
    )
    screen.go(Place(PageName.TODAY))
    screen.go(Place(PageName.SETTINGS))
    again = screen.window.findChild(AftercareCard)
    assert again is not None
    assert again._offers.value() == "Mødregruppe\nHaveværksted"


def test_an_offer_that_is_too_long_holds_back_only_the_offers(demo: Demo) -> None:
    screen = at_settings(demo)
    card = screen.window.findChild(AftercareCard)
    assert card is not None
    card._offers.set_value("a" * 400)
    card._days.input.setValue(30)
    screen.workspace.flush()
    assert screen.in_store(practice_of) == Practice(contact_days=30)
    assert card._offers.error()


def first_meeting(screen: Screen) -> str:
    screen.go(Place(PageName.NEW_GROUP))
    names = ("Første møde", "First session")
    fields = [w for w in screen.window.findChildren(QDateEdit) if w.accessibleName() in names]
    fields[-1].setDate(QDate(2027, 5, 5))
    screen.settle()
    return fields[-1].text()


def test_dates_follow_the_language_that_is_chosen_while_the_window_is_open(demo: Demo) -> None:
    screen = demo()
    for code, expected in (("en", "Wed 5 May 2027"), ("da", "ons. 5. maj 2027")):
        screen.go(Place(PageName.SETTINGS))
        for card in screen.window.findChildren(SettingsPage):
            card._language.set_value(code)
            card._language.changed.emit()
        screen.workspace.flush()
        screen.settle()
        assert first_meeting(screen) == expected
