"""Whatever is open when somebody leaves: the store is locked, and nothing stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtGui import QCloseEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMainWindow,
    QWidget,
)
from screen import PASSPHRASE, Screen

from groupkit.ui.cover import Cover
from groupkit.ui.file_dialog import QuietFileDialog
from groupkit.ui.pages.unlock import UnlockPage
from groupkit.ui.places import PageName, Place

Demo = Callable[[], Screen]


class Stubborn(QDialog):
    """A dialog that takes no for its only answer."""

    def reject(self) -> None:
        """Stay."""

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - the name is Qt's
        event.ignore()


def stubborn(screen: Screen) -> None:
    dialog = Stubborn(screen.window)
    dialog.setModal(True)
    dialog.show()


def list_of_choices(screen: Screen) -> None:
    # The offscreen platform complains that it cannot give a list the keyboard.
    before = qInstallMessageHandler(lambda *_: None)
    screen.window.findChildren(QComboBox)[-1].showPopup()
    QApplication.processEvents()
    qInstallMessageHandler(before)


def file_dialog(screen: Screen) -> None:
    QuietFileDialog("x", Path.home(), screen.window).open()


def print_dialog(screen: Screen) -> None:
    QDialog.open(QPrintDialog(screen.window))


def nothing(screen: Screen) -> None:
    """Only what was typed."""


@pytest.mark.parametrize("hold", [stubborn, list_of_choices, file_dialog, print_dialog, nothing])
def test_nothing_holds_a_lock_back(demo: Demo, hold: Callable[[Screen], None]) -> None:
    screen = demo()
    screen.go(Place(PageName.NEW_GROUP))
    screen.find(QLineEdit, "Navn").setText("Halvfærdig")
    hold(screen)
    QApplication.processEvents()
    screen.window._system.leaving.emit()
    assert screen.window.workspace is None
    assert beside() == []
    screen.settle()
    screen.unlock()
    assert screen.find(QLineEdit, "Navn").text() == "Halvfærdig"


def beside() -> list[QWidget]:
    """Return the visible windows beside the main one."""
    windows = QApplication.topLevelWidgets()
    return [w for w in windows if w.isVisible() and not isinstance(w, QMainWindow)]


def test_a_page_that_fails_at_the_last_moment_holds_nothing_back(demo: Demo) -> None:
    screen = demo()

    def fail() -> None:
        raise ZeroDivisionError

    screen.workspace.flush = fail  # type: ignore[method-assign]
    screen.window.lock()
    assert screen.window.workspace is None
    screen.settle()
    assert screen.window.store is None
    assert screen.sees("ZeroDivisionError")


def test_who_leaves_while_the_key_is_derived_finds_it_locked(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    screen.window.lock()
    screen.settle()
    page = unlock_page(screen)
    screen.type(PASSPHRASE, page.first_focus())
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Return)
    screen.window._system.leaving.emit()
    screen.settle()
    assert screen.window.store is None
    assert not (tmp_path / "arkiv" / "store.db.lock").exists()
    field = page.first_focus()
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    screen.unlock()
    assert screen.workspace.place.page is PageName.TODAY


def test_who_leaves_before_the_first_page_finds_it_locked(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    screen.window.lock()
    screen.settle()
    page = unlock_page(screen)
    page.opened.connect(lambda _: screen.window._system.leaving.emit())
    screen.unlock()
    screen.settle()
    assert screen.window.store is None
    assert screen.window.workspace is None
    assert not (tmp_path / "arkiv" / "store.db.lock").exists()
    screen.unlock()
    assert screen.window.workspace is not None


def test_another_store_is_asked_for_without_waiting(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    screen.window.lock()
    screen.settle()
    for _ in range(2):
        unlock_page(screen)._choose_other()
        assert beside()
        screen.window._system.leaving.emit()
        assert beside() == []
    unlock_page(screen)._choose_other()
    (dialog,) = (w for w in beside() if isinstance(w, QuietFileDialog))
    other = tmp_path / "andet"
    other.mkdir()
    dialog.selectFile(str(other))
    dialog.accept()
    assert screen.window._preferences.store == other


def test_the_words_of_a_new_store_are_covered(screen: Screen) -> None:
    screen.window._system.leaving.emit()
    cover = screen.window.findChild(Cover)
    assert cover is not None
    assert cover.isVisible()
    screen.window._system.leaving.emit()
    assert cover.isVisible()


def unlock_page(screen: Screen) -> UnlockPage:
    return next(p for p in screen.window.findChildren(UnlockPage) if p.isVisible())
