"""Hands and eyes for the tests of the screen: find a widget by its words, type, press, wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from groupkit.domain.session import Session
from groupkit.machine.preferences import Preferences
from groupkit.ui.main_window import MainWindow
from groupkit.ui.pages.unlock import UnlockPage
from groupkit.ui.places import Place
from groupkit.ui.workspace import Workspace
from groupkit.usecases.planning import group_cards, view_group
from groupkit.usecases.ports import OpenStore
from groupkit.wiring import Program

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
PASSPHRASE = "lampe gravko fjord syltet"
TODAY = dt.date(2027, 1, 27)


class Screen:
    """One window of the program, used as a person would."""

    def __init__(
        self, qtbot: QtBot, program: Program, folder: Path, today: dt.date = TODAY
    ) -> None:
        self.qtbot = qtbot
        self.day = today
        self.window = MainWindow(
            program, Preferences(folder / "arkiv"), lambda: self.day, folder / "preferences.json"
        )
        qtbot.addWidget(self.window)
        self.window.resize(1280, 720)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def settle(self) -> None:
        """Wait until the lane has answered everything."""
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.window.lane.is_idle, timeout=15_000)
        QApplication.processEvents()

    def find(self, kind: type[W], name: str) -> W:
        """Return the visible widget of ``kind`` whose accessible name or text is ``name``."""
        found = [w for w in self.window.findChildren(kind) if w.isVisible() and name in words(w)]
        assert found, f"no {kind.__name__} named {name!r}"
        return found[-1]

    def sees(self, text: str) -> bool:
        """Return whether some visible label holds ``text``."""
        labels = self.window.findChildren(QLabel)
        return any(text in label.text() for label in labels if label.isVisible())

    def press(self, name: str) -> None:
        """Press the button of that name by keyboard, and wait."""
        button = self.find(QAbstractButton, name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.settle()

    def click(self, name: str) -> None:
        """Click the button of that name, and wait."""
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, text: str, widget: QWidget | None = None) -> None:
        """Type into the widget that has the keyboard; QTest itself types ASCII only."""
        for sign in text:
            target = widget or self.focus()
            if sign.isascii():
                QTest.keyClicks(target, sign)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(target, event)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the keyboard is, and wait."""
        QTest.keyClick(self.focus(), key, modifier)
        self.settle()

    def focus(self) -> QWidget:
        """Return the widget that has the keyboard."""
        focus = self.window.focusWidget()
        assert focus is not None
        return focus

    @property
    def workspace(self) -> Workspace:
        """The open store's content."""
        assert self.window.workspace is not None
        return self.window.workspace

    def in_store(self, question: Callable[[OpenStore], T]) -> T:
        """Return what the lane answers about the open store."""
        store, found = self.window.store, list[T]()
        assert store is not None
        self.window.lane.ask(self.window, lambda: question(store), found.append)
        self.settle()
        return found[0]

    def sessions(self) -> tuple[Session, ...]:
        """Return the sessions of the first group."""
        group = self.in_store(lambda store: group_cards(store, self.day))[0].group
        return self.in_store(lambda store: view_group(store, group.id)).sessions

    def go(self, place: Place) -> None:
        """Go to a place, and wait."""
        self.workspace.go(place)
        self.settle()

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase and Enter."""
        page = next(p for p in self.window.findChildren(UnlockPage) if p.isVisible())
        page.first_focus().setFocus()
        self.type(passphrase, page.first_focus())
        QTest.keyClick(page.first_focus(), Qt.Key.Key_Return)
        self.settle()


def words(widget: QWidget) -> set[str]:
    """Return what a widget is called."""
    names = {widget.accessibleName()}
    if isinstance(widget, QAbstractButton):
        names.add(widget.text())
    return names
