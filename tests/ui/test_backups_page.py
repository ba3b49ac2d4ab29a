"""Backing up, looking into a backup and restoring it, by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from screen import PASSPHRASE, TODAY, Screen

from groupkit.domain.roles import Rights, Role
from groupkit.ui.pages.backups.compared import ComparedCard
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.access import NewPassphrase, add_person, people, remove_person
from groupkit.usecases.backing_up import back_up, backups
from groupkit.usecases.housekeeping import change_house, house

Demo = Callable[[], Screen]
HERS = "kedel månestof ribs trappe"


def rows(screen: Screen) -> list[Row]:
    return [row for row in screen.window.findChildren(Row) if row.isVisible()]


def dialog(screen: Screen) -> QFileDialog:
    [found] = [d for d in screen.window.findChildren(QFileDialog) if d.isVisible()]
    return found


def choose(screen: Screen, path: Path) -> None:
    """Choose a path in the dialog that stands open."""
    asked = dialog(screen)
    asked.fileSelected.emit(str(path))
    asked.reject()
    screen.settle()


def said(screen: Screen) -> str:
    toast = screen.window._toasts.shown
    return toast.text() if toast else ""


def test_a_backup_is_made_and_listed(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.BACKUPS))
    screen.press("Sikkerhedskopiér nu")
    found = screen.in_store(backups).backups
    assert found[0].name in said(screen)
    assert len(rows(screen)) == len(found)
    assert screen.find(QPushButton, "Sikkerhedskopiér nu").isEnabled()


def test_a_backup_is_written_to_a_chosen_folder(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    stick = tmp_path / "stick"
    stick.mkdir()
    screen.go(Place(PageName.BACKUPS))
    screen.press("Kopiér til …")
    choose(screen, stick)
    [file] = stick.iterdir()
    assert file.name in said(screen)
    assert screen.in_store(backups).copied_out is not None


def test_a_lock_takes_the_folder_dialog_away(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.BACKUPS))
    screen.press("Kopiér til …")
    assert dialog(screen).isVisible()
    screen.window.lock()
    screen.settle()
    assert not [d for d in screen.window.findChildren(QFileDialog) if d.isVisible()]
    screen.unlock()
    assert screen.workspace.place.page is PageName.BACKUPS


def test_a_backup_is_looked_into_and_left(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.BACKUPS))
    screen.press("Sikkerhedskopiér nu")
    rows(screen)[0].setFocus()
    screen.key(Qt.Key.Key_Return)
    assert screen.focus() is screen.find(QPushButton, "Tilbage")
    assert not rows(screen)
    screen.press("Tilbage")
    assert rows(screen)
    assert screen.focus() is screen.find(QPushButton, "Sikkerhedskopiér nu")


def test_a_backup_is_restored_in_one_step(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    screen.go(Place(PageName.BACKUPS))
    screen.press("Sikkerhedskopiér nu")
    then = screen.in_store(house)
    screen.in_store(lambda store: change_house(store, replace(then, name="Et andet hus")))
    QTest.mouseClick(rows(screen)[0], Qt.MouseButton.LeftButton)
    screen.settle()
    screen.click("Gendan denne sikkerhedskopi")
    assert screen.in_store(house) == then
    assert screen.workspace.place.page is PageName.TODAY
    assert "aside" in said(screen)
    assert len(list((tmp_path / "arkiv").glob("aside-*"))) == 1


def test_who_was_removed_since_is_named_before_restoring(demo: Demo) -> None:
    screen = demo()
    rights, typed = Rights(frozenset({Role.PEDAGOGUE})), NewPassphrase(HERS, HERS)
    added = screen.in_store(
        lambda store: add_person(store, PASSPHRASE, "Bo Påfund", rights, typed, TODAY)
    )
    made = screen.in_store(back_up).value
    screen.in_store(lambda store: remove_person(store, PASSPHRASE, added.value.id, TODAY))
    screen.go(Place(PageName.BACKUPS))
    kept = [backup.name for backup in screen.in_store(backups).backups]
    rows(screen)[kept.index(made.name)].opened.emit()
    screen.settle()
    assert screen.sees("Bo Påfund")
    screen.press("Gendan denne sikkerhedskopi")
    screen.go(Place(PageName.ACCESS))
    assert screen.sees("Forny nøglerne")
    assert len(screen.in_store(people)) == 1


@pytest.mark.parametrize("content", [b"", b"letter"])
def test_a_file_that_is_no_backup_is_told(demo: Demo, tmp_path: Path, content: bytes) -> None:
    screen = demo()
    file = tmp_path / "brev.backup"
    file.write_bytes(content)
    screen.go(Place(PageName.BACKUPS))
    screen.press("Undersøg en fil …")
    choose(screen, file)
    assert "brev.backup" in said(screen)
    assert not [card for card in screen.window.findChildren(ComparedCard) if card.isVisible()]
