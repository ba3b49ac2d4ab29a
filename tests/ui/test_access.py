"""Giving access and taking it away by keyboard, and what each role then sees."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton
from screen import PASSPHRASE, Screen

from groupkit.domain.refusal import Refused, WrongPassphrase, WrongRecoverySheet
from groupkit.domain.roles import Part, Role
from groupkit.ui.pages.access.people import PeopleCard
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.words import WordGrid
from groupkit.ui.places import PageName, Place

HERS = "kedel månestof ribs trappe"
HER_NEXT = "vindue sukkertang elv kniv"
UNKEPT = "ingen har sagt, at det er printet"


def type_into(screen: Screen, name: str, text: str) -> None:
    field = screen.find(QLineEdit, name)
    field.setFocus()
    screen.type(text, field)


def give_access(screen: Screen, name: str, role: str, passphrase: str = HERS) -> None:
    screen.go(Place(PageName.ACCESS))
    screen.press("Giv en person adgang")
    type_into(screen, "Navn", name)
    for word in ("Gruppeleder", "Koordinator", "Pædagog"):
        screen.find(QCheckBox, word).setChecked(word == role)
    type_into(screen, "Den nye persons adgangssætning, som hun selv skriver", passphrase)
    type_into(screen, "En gang til", passphrase)
    type_into(screen, "Din egen adgangssætning, som den er nu", PASSPHRASE)
    screen.press("Giv adgang")


def rows(screen: Screen) -> list[str]:
    [card] = [c for c in screen.window.findChildren(PeopleCard) if c.isVisible()]
    return [row.accessibleName() for row in card.findChildren(Row) if row.isVisible()]


def test_a_person_is_added_and_sees_her_role_alone(demo: Callable[[], Screen]) -> None:
    screen = demo()
    give_access(screen, "Bo Påfund", "Pædagog")
    assert any(row.startswith("Bo Påfund, Pædagog") for row in rows(screen))
    screen.window.lock()
    screen.settle()
    screen.unlock(HERS)
    store = screen.window.store
    assert store is not None
    assert store.user.rights is not None
    assert store.user.rights.roles == {Role.PEDAGOGUE}
    assert not store.may(Part.PEOPLE)


def test_a_wrong_own_passphrase_changes_nothing(demo: Callable[[], Screen]) -> None:
    screen = demo()
    screen.go(Place(PageName.ACCESS))
    screen.press("Giv en person adgang")
    type_into(screen, "Navn", "Bo Påfund")
    screen.find(QCheckBox, "Pædagog").setChecked(True)
    type_into(screen, "Den nye persons adgangssætning, som hun selv skriver", HERS)
    type_into(screen, "En gang til", HERS)
    type_into(screen, "Din egen adgangssætning, som den er nu", HERS)
    screen.press("Giv adgang")
    assert screen.sees("åbner ikke arkivet")
    screen.press("Annullér")
    assert len(rows(screen)) == 1


def test_removing_somebody_renews_the_keys_and_shows_a_new_sheet(
    demo: Callable[[], Screen],
) -> None:
    screen = demo()
    give_access(screen, "Bo Påfund", "Koordinator")
    [row] = [
        row
        for row in screen.window.findChildren(Row)
        if row.isVisible() and row.accessibleName().startswith("Bo")
    ]
    row.setFocus()
    screen.key(Qt.Key.Key_Return)
    screen.press("Fjern adgangen for Bo Påfund …")
    type_into(screen, "Din egen adgangssætning, som den er nu", PASSPHRASE)
    screen.press("Fjern adgangen")
    [grid] = [g for g in screen.window.findChildren(WordGrid) if g.isVisible()]
    words = [label.text().split()[1] for label in grid.findChildren(QLabel)]
    assert len(words) == 16
    screen.find(QCheckBox, "Arket er printet eller skrevet ned").setChecked(True)
    screen.press("Færdig")
    assert not any(row.startswith("Bo") for row in rows(screen))
    folder = screen.window._preferences.store
    screen.window.lock()
    screen.settle()
    vault = screen.window._program.vault
    with pytest.raises(Refused) as caught:
        vault.open(folder, HERS)
    assert isinstance(caught.value.refusal, WrongPassphrase)
    assert [user.name for user in vault.people_on_sheet(folder, " ".join(words))] != []
    with pytest.raises(Refused) as caught:
        vault.people_on_sheet(folder, " ".join(reversed(words)))
    assert isinstance(caught.value.refusal, WrongRecoverySheet)


def test_everybody_changes_her_own_passphrase(demo: Callable[[], Screen]) -> None:
    screen = demo()
    give_access(screen, "Bo Påfund", "Koordinator")
    screen.window.lock()
    screen.settle()
    screen.unlock(HERS)
    screen.go(Place(PageName.ACCESS))
    screen.press("Skift min adgangssætning …")
    type_into(screen, "Ny adgangssætning", HER_NEXT)
    type_into(screen, "En gang til", HER_NEXT)
    type_into(screen, "Din egen adgangssætning, som den er nu", HERS)
    screen.press("Ændr")
    screen.window.lock()
    screen.settle()
    screen.unlock(HER_NEXT)
    store = screen.window.store
    assert store is not None
    assert store.user.name == "Bo Påfund"


def test_a_lock_forgets_passphrases_half_typed(demo: Callable[[], Screen]) -> None:
    screen = demo()
    screen.go(Place(PageName.ACCESS))
    screen.press("Giv en person adgang")
    type_into(screen, "Navn", "Bo Påfund")
    type_into(screen, "En gang til", HERS)
    type_into(screen, "Din egen adgangssætning, som den er nu", PASSPHRASE)
    screen.window.lock()
    screen.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not any(field.text() for field in screen.window.findChildren(QLineEdit))
    screen.unlock()
    assert screen.workspace.place.page is PageName.ACCESS
    assert [f.text() for f in screen.window.findChildren(QLineEdit) if f.text()] == ["Bo Påfund"]


def test_a_sheet_that_nobody_kept_is_asked_for(demo: Callable[[], Screen]) -> None:
    screen = demo()
    screen.go(Place(PageName.ACCESS))
    screen.press("Lav et nyt gendannelsesark …")
    type_into(screen, "Din egen adgangssætning, som den er nu", PASSPHRASE)
    screen.press("Lav et nyt ark")
    assert [grid for grid in screen.window.findChildren(WordGrid) if grid.isVisible()]
    assert not screen.find(QPushButton, "Giv en person adgang").isEnabled()
    screen.window.lock()
    screen.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not screen.window.findChildren(WordGrid)
    screen.unlock()
    assert screen.sees(UNKEPT)
    screen.press("Lav et nyt gendannelsesark …")
    type_into(screen, "Din egen adgangssætning, som den er nu", PASSPHRASE)
    screen.press("Lav et nyt ark")
    screen.find(QCheckBox, "Arket er printet eller skrevet ned").setChecked(True)
    screen.press("Færdig")
    assert not screen.sees(UNKEPT)
    assert screen.find(QPushButton, "Giv en person adgang").isEnabled()


def test_a_half_filled_form_is_there_after_a_lock_without_its_passphrases(
    demo: Callable[[], Screen],
) -> None:
    screen = demo()
    screen.go(Place(PageName.ACCESS))
    screen.press("Giv en person adgang")
    assert not any(box.isChecked() for box in screen.window.findChildren(QCheckBox))
    type_into(screen, "Navn", "Bo Påfund")
    screen.find(QCheckBox, "Pædagog").setChecked(True)
    type_into(screen, "Den nye persons adgangssætning, som hun selv skriver", HERS)
    screen.window.lock()
    screen.settle()
    screen.unlock()
    assert screen.find(QLineEdit, "Navn").text() == "Bo Påfund"
    assert screen.find(QCheckBox, "Pædagog").isChecked()
    hers = screen.find(QLineEdit, "Den nye persons adgangssætning, som hun selv skriver")
    assert hers.text() == ""
    screen.press("Annullér")
    screen.window.lock()
    screen.settle()
    screen.unlock()
    assert len(rows(screen)) == 1
