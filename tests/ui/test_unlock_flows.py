"""Unlocking by the recovery sheet in two steps, and by a backup where the store is damaged."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton
from screen import PASSPHRASE, TODAY, Screen

from groupkit.domain.roles import Rights, Role
from groupkit.ui.pages.unlock import UnlockPage
from groupkit.ui.places import PageName
from groupkit.usecases.access import (
    NewPassphrase,
    add_person,
    change_own_passphrase,
    new_recovery_sheet,
)
from groupkit.usecases.backing_up import back_up
from groupkit.usecases.housekeeping import house

Demo = Callable[[], Screen]
HERS = "kedel månestof ribs trappe"
FRESH = "vindue sukkertang elv kniv"
WORDS = "De 16 ord på gendannelsesarket"
NEW, AGAIN = "Din nye adgangssætning", "Ny adgangssætning en gang til"


def make_sheet(screen: Screen) -> str:
    words = screen.in_store(lambda store: new_recovery_sheet(store, PASSPHRASE)).value
    return " ".join(words)


def add_bo(screen: Screen) -> None:
    rights, typed = Rights(frozenset({Role.PEDAGOGUE})), NewPassphrase(HERS, HERS)
    screen.in_store(lambda store: add_person(store, PASSPHRASE, "Bo Påfund", rights, typed, TODAY))


def lock(screen: Screen) -> None:
    screen.window.lock()
    screen.settle()


def type_words(screen: Screen, words: str) -> None:
    screen.press("Jeg har gendannelsesarket")
    field = screen.find(QPlainTextEdit, WORDS)
    assert screen.focus() is field
    screen.type(words, field)
    screen.press("Fortsæt")


def type_new(screen: Screen, passphrase: str, again: str) -> None:
    for name, text in ((NEW, passphrase), (AGAIN, again)):
        field = screen.find(QLineEdit, name)
        field.clear()
        screen.type(text, field)


def damage(folder: Path) -> None:
    database = folder / "store.db"
    content = bytearray(database.read_bytes())
    content[5_000] ^= 1
    database.write_bytes(content)


def test_a_forgotten_passphrase_is_replaced_by_the_sheet(demo: Demo) -> None:
    screen = demo()
    add_bo(screen)
    words = make_sheet(screen)
    lock(screen)
    assert not screen.sees("Bo Påfund")
    type_words(screen, words.upper().replace(" ", "  - "))
    person = screen.find(QComboBox, "Hvem er du?")
    assert screen.focus() is person
    assert [person.itemText(at) for at in range(person.count())][1:] == [
        "Anna Opdigtet",
        "Bo Påfund",
    ]
    screen.press("Åbn med ny adgangssætning")
    assert screen.sees("Vælg dit navn.")
    QTest.keyClick(person, Qt.Key.Key_Down)
    QTest.keyClick(person, Qt.Key.Key_Down)
    type_new(screen, FRESH, HERS)
    screen.press("Åbn med ny adgangssætning")
    assert screen.focus() is screen.find(QLineEdit, AGAIN)
    type_new(screen, "bo påfund bo påfund", "bo påfund bo påfund")
    screen.press("Åbn med ny adgangssætning")
    assert screen.focus() is screen.find(QLineEdit, NEW)
    type_new(screen, PASSPHRASE, PASSPHRASE)
    screen.press("Åbn med ny adgangssætning")
    assert screen.focus() is screen.find(QLineEdit, NEW)
    type_new(screen, FRESH, FRESH)
    QTest.keyClick(screen.focus(), Qt.Key.Key_Return)
    screen.key(Qt.Key.Key_Return)
    assert screen.window.store is not None
    assert screen.window.store.user.name == "Bo Påfund"
    lock(screen)
    screen.unlock(HERS)
    assert screen.window.workspace is None
    screen.find(QLineEdit, "Adgangssætning").clear()
    screen.unlock(PASSPHRASE)
    assert screen.workspace.place.page is PageName.TODAY


def test_a_wrong_sheet_shows_no_name(demo: Demo) -> None:
    screen = demo()
    words = make_sheet(screen).split()
    lock(screen)
    type_words(screen, " ".join(reversed(words)))
    assert screen.sees("åbner ikke arkivet")
    assert screen.focus() is screen.find(QPlainTextEdit, WORDS)
    assert not [c for c in screen.window.findChildren(QComboBox) if c.isVisible()]
    assert not screen.sees("Anna Opdigtet")


def test_a_lock_forgets_the_words_and_the_names(demo: Demo) -> None:
    screen = demo()
    add_bo(screen)
    words = make_sheet(screen)
    lock(screen)
    type_words(screen, words)
    assert [c for c in screen.window.findChildren(QComboBox) if c.isVisible()]
    type_new(screen, FRESH, FRESH)
    screen.window.lock()
    screen.settle()
    texts = [f.text() for f in screen.window.findChildren(QLineEdit)]
    notes = [f.toPlainText() for f in screen.window.findChildren(QPlainTextEdit)]
    assert not any([*texts, *notes])
    combos = screen.window.findChildren(QComboBox)
    assert not any(combo.count() for combo in combos)
    assert not [combo for combo in combos if combo.isVisible()]


def test_what_is_left_standing_is_forgotten(demo: Demo) -> None:
    screen = demo()
    lock(screen)
    page = screen.window.findChild(UnlockPage)
    assert page is not None
    field = screen.find(QLineEdit, "Adgangssætning")
    screen.type(PASSPHRASE[:9], field)
    assert page._forgetting.isActive()
    page._forgetting.setInterval(1)
    screen.qtbot.waitUntil(lambda: not field.text())
    assert not page._forgetting.isActive()


def test_a_damaged_store_is_restored_by_one_button(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    screen.in_store(back_up)
    lock(screen)
    damage(tmp_path / "arkiv")
    screen.unlock()
    assert screen.sees("Arkivet er beskadiget")
    button = screen.find(QPushButton, "Gendan denne sikkerhedskopi")
    assert screen.focus() is button
    screen.key(Qt.Key.Key_Space)
    assert screen.workspace.place.page is PageName.TODAY
    toast = screen.window._toasts.shown
    assert toast is not None
    assert "aside" in toast.text()
    assert len(list((tmp_path / "arkiv").glob("aside-*"))) == 1
    assert screen.in_store(lambda store: store.findings()) == 0


def test_a_damaged_store_is_restored_by_the_sheet(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    words = make_sheet(screen)
    lock(screen)
    damage(tmp_path / "arkiv")
    type_words(screen, words)
    screen.press("Gendan denne sikkerhedskopi")
    assert not screen.sees("Arkivet er beskadiget")
    type_new(screen, FRESH, FRESH)
    screen.press("Åbn med ny adgangssætning")
    assert screen.workspace.place.page is PageName.TODAY


def test_a_lost_store_comes_back_from_a_file_with_the_passphrase_of_its_time(
    demo: Demo, tmp_path: Path
) -> None:
    screen = demo()
    stick = tmp_path / "stick"
    stick.mkdir()
    name = screen.in_store(lambda store: store.backups.make_in(stick)).name
    typed = NewPassphrase(FRESH, FRESH)
    screen.in_store(lambda store: change_own_passphrase(store, PASSPHRASE, typed))
    lock(screen)
    shutil.rmtree(tmp_path / "arkiv")
    screen.unlock(FRESH)
    assert screen.sees("Der er ikke noget arkiv i")
    choose(screen, stick / name)
    assert screen.sees("adgangssætningen fra dengang")
    field = screen.find(QLineEdit, "Adgangssætning")
    assert screen.focus() is field
    screen.type(PASSPHRASE, field)
    choose(screen, stick / name)
    assert screen.in_store(house).name == "Demohuset"


def test_a_file_that_is_no_backup_leaves_the_store_as_it_is(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    lock(screen)
    damage(tmp_path / "arkiv")
    other = tmp_path / "brev.backup"
    other.write_text("kære")
    screen.unlock()
    before = (tmp_path / "arkiv" / "store.db").read_bytes()
    choose(screen, other)
    assert screen.sees("brev.backup")
    assert (tmp_path / "arkiv" / "store.db").read_bytes() == before
    screen.press("Gendan denne sikkerhedskopi")
    assert screen.workspace.place.page is PageName.TODAY


def test_leaving_while_a_backup_is_restored_leaves_it_locked(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    lock(screen)
    damage(tmp_path / "arkiv")
    screen.unlock()
    QTest.keyClick(screen.focus(), Qt.Key.Key_Space)
    screen.window.lock()
    screen.settle()
    assert screen.window.workspace is None
    assert not screen.find(QLineEdit, "Adgangssætning").text()
    screen.unlock()
    assert screen.workspace.place.page is PageName.TODAY


@pytest.mark.parametrize("button", ["Jeg har gendannelsesarket", "Jeg kender min adgangssætning"])
def test_going_between_sheet_and_passphrase_forgets_what_was_typed(demo: Demo, button: str) -> None:
    screen = demo()
    lock(screen)
    if button == "Jeg har gendannelsesarket":
        screen.type("abc", screen.find(QLineEdit, "Adgangssætning"))
    else:
        screen.press("Jeg har gendannelsesarket")
        screen.type("abc", screen.find(QPlainTextEdit, WORDS))
    screen.press(button)
    texts = [f.text() for f in screen.window.findChildren(QLineEdit)]
    notes = [f.toPlainText() for f in screen.window.findChildren(QPlainTextEdit)]
    assert not any([*texts, *notes])


def choose(screen: Screen, file: Path, button: str = "Gendan en anden sikkerhedskopi …") -> None:
    """Choose a file in the dialog that the button opens."""
    screen.press(button)
    [dialog] = [d for d in screen.window.findChildren(QFileDialog) if d.isVisible()]
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    screen.settle()


def test_a_new_laptop_starts_from_a_backup_on_a_stick(demo: Demo, tmp_path: Path) -> None:
    before = demo()
    stick = tmp_path / "stick"
    stick.mkdir()
    name = before.in_store(lambda store: store.backups.make_in(stick)).name
    words = make_sheet(before)
    before.window.close()
    new = Screen(before.qtbot, before.window._program, tmp_path / "ny")
    new.press("Jeg har allerede et arkiv eller en sikkerhedskopi")
    new.press("Opret et nyt arkiv")
    assert new.find(QLineEdit, "Husets navn").isVisible()
    new.press("Jeg har allerede et arkiv eller en sikkerhedskopi")
    button = "Vælg sikkerhedskopien …"
    choose(new, stick / name, button)
    assert new.sees("Skriv først adgangssætningen.")
    new.type(HERS, new.find(QLineEdit, "Adgangssætning"))
    choose(new, stick / name, button)
    assert new.sees("adgangssætningen fra dengang")
    assert not (tmp_path / "ny" / "arkiv").exists()
    new.press("Jeg har gendannelsesarket")
    assert not new.find(QPlainTextEdit, WORDS).toPlainText()
    new.type(words, new.find(QPlainTextEdit, WORDS))
    choose(new, stick / name, button)
    assert new.sees("åbner ikke arkivet")  # the sheet is younger than the backup
    new.press("Jeg kender min adgangssætning")
    field = new.find(QLineEdit, "Adgangssætning")
    new.type(PASSPHRASE, field)
    choose(new, stick / name, button)
    assert new.in_store(house).name == "Demohuset"
    assert new.window._preferences.has_store
    lock(new)
    new.unlock()
    assert new.workspace.place.page is PageName.TODAY
