"""Locking: by hand, by absence, with something open; and the cover."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit
from screen import Screen

from groupkit.ui.cover import Cover
from groupkit.ui.pages.unlock import UnlockPage
from groupkit.ui.places import PageName, Place
from groupkit.ui.preview import Preview

Demo = Callable[[], Screen]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_absence_locks_and_a_key_keeps_awake(demo: Demo) -> None:
    screen = demo()
    screen.window._watch.start(0.01)
    QTest.keyClick(screen.window, Qt.Key.Key_Shift)
    assert screen.window._watch.is_watching
    with screen.qtbot.waitSignal(screen.window.locked, timeout=5_000):
        pass
    assert screen.window.workspace is None
    assert not screen.window._watch.is_watching
    screen.unlock()
    assert screen.window._watch.is_watching


def test_a_lock_takes_preview_and_dialog_away(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.TOPIC, slug="co-parenting", tab="sheets"))
    screen.press("Print uddelingsarket")
    preview = screen.window.findChild(Preview)
    assert preview is not None
    preview._ask_where()
    assert [d for d in screen.window.findChildren(QFileDialog) if d.isVisible()]
    screen.window.lock()
    screen.settle()
    screen.qtbot.waitUntil(
        lambda: not [d for d in screen.window.findChildren(QFileDialog) if d.isVisible()]
    )
    assert not [p for p in screen.window.findChildren(Preview) if p.isVisible()]
    assert screen.window.findChild(UnlockPage) is not None


def test_a_half_filled_form_is_there_after_unlocking(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.NEW_GROUP))
    screen.find(QLineEdit, "Navn").setText("Halvfærdig æøå")
    screen.window.lock()
    screen.settle()
    screen.unlock()
    assert screen.workspace.place.page is PageName.NEW_GROUP
    assert screen.find(QLineEdit, "Navn").text() == "Halvfærdig æøå"


def test_nothing_of_the_store_is_left_in_the_window(demo: Demo) -> None:
    screen = demo()
    store = screen.window.store
    assert store is not None
    screen.window.lock()
    screen.settle()
    QApplication.processEvents()
    texts = [field.text() for field in screen.window.findChildren(QLineEdit)]
    notes = [field.toPlainText() for field in screen.window.findChildren(QPlainTextEdit)]
    assert not any([*texts, *notes])
    assert screen.window.windowTitle() == "groupkit"


def test_the_window_stays_awake_while_the_key_is_derived(demo: Demo) -> None:
    screen = demo()
    screen.window.lock()
    screen.settle()
    ticks: list[int] = []
    timer = QTimer(screen.window)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    page = screen.window.findChild(UnlockPage)
    assert page is not None
    screen.type("en helt forkert sætning", page.first_focus())
    ticks.clear()
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Return)
    screen.settle()
    timer.stop()
    assert len(ticks) >= 3
    assert screen.window.workspace is None


def colours(screen: Screen) -> set[int]:
    """Return every colour that can be seen of the window."""
    seen = screen.window.grab().toImage()
    return {seen.pixel(x, y) for x in range(0, seen.width(), 2) for y in range(seen.height())}


def test_the_cover_hides_everything_and_gives_the_keyboard_back(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.SETTINGS))
    name = screen.find(QLineEdit, "Husets navn")
    name.setFocus()
    cover = screen.window.findChild(Cover)
    assert cover is not None
    screen.key(Qt.Key.Key_F9)
    assert cover.isVisible()
    assert cover.geometry() == screen.window.rect()
    assert len(colours(screen)) == 1
    before = name.text()
    screen.type("x", cover)
    assert name.text() == before
    QTest.keyClick(cover, Qt.Key.Key_F9)
    assert not cover.isVisible()
    assert len(colours(screen)) > 50
    assert screen.window.focusWidget() is name


def test_a_store_that_is_gone_is_missed_and_not_made_anew(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    screen.window.lock()
    screen.settle()
    shutil.move(tmp_path / "arkiv", tmp_path / "taget med")
    screen.window._entrance.greet()
    screen.unlock()
    assert screen.sees("Der er ikke noget arkiv i")
    shutil.move(tmp_path / "taget med", tmp_path / "arkiv")
    screen.unlock()
    assert screen.workspace.place.page is PageName.TODAY


def test_a_copied_word_is_gone_after_locking(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.NEW_GROUP))
    name = screen.find(QLineEdit, "Navn")
    name.setText("Kornblomst")
    name.selectAll()
    name.copy()
    assert QApplication.clipboard().text() == "Kornblomst"
    screen.window.lock()
    screen.settle()
    assert QApplication.clipboard().text() == ""
