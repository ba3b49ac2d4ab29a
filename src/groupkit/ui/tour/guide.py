"""Walks through the pages by the same widgets that people use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from groupkit.domain.session import Session
from groupkit.machine.preferences import Preferences
from groupkit.ui.application import application
from groupkit.ui.main_window import MainWindow
from groupkit.ui.places import PageName, Place
from groupkit.ui.qt_words import speak
from groupkit.ui.theme import appearance
from groupkit.usecases.demonstrating import Demonstration, Size, fill, house_name, owner_name
from groupkit.usecases.joining import Circle, circle
from groupkit.usecases.nominating import Board, board
from groupkit.usecases.planning import GroupView, group_cards, view_group
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.unlock import FirstStart, first_start
from groupkit.wiring import program

_SEED = 7


class Guide:
    """A demo store, and a window on it for each walk."""

    def __init__(
        self, code: str, bench: Path, passphrase: str, today: Callable[[], dt.date]
    ) -> None:
        self._application = application()
        self._passphrase = passphrase
        self._bench = bench
        self._store_folder = bench / "store"
        self.code = code
        self.today = today
        self.program = program()
        wanted = FirstStart(code, house_name(code), owner_name(code), passphrase, passphrase)
        opened = first_start(self.program.vault, self._store_folder, wanted)
        asked = Demonstration(Size.SMALL, _SEED, code, today())
        made = fill(opened.store, self.program.library, asked, lambda _done, _total: None)
        self.group_name = made.latest_group
        opened.store.close()
        self.sheet = opened.sheet

    def open_store(self) -> OpenStore:
        """Return the demo store, open."""
        return self.program.vault.open(self._store_folder, self._passphrase)

    def walk(self, look: str, size: tuple[int, int], pictures: Path) -> None:
        """Go through every page in one look and size, and keep a picture of each."""
        speak(self._application, self.code)
        appearance.use(look)
        self._picture_first_start(look, size, pictures)
        window = self._window(self._store_folder, look, size)
        self._picture(window, pictures, "02-unlock")
        self._unlock(window)
        for name, place in self._places(window):
            self._show(window, place)
            self._picture(window, pictures, name)
        window.lock()
        self._settle(window)
        window.close()
        window.deleteLater()
        self._application.processEvents()

    def _picture_first_start(self, look: str, size: tuple[int, int], pictures: Path) -> None:
        window = self._window(self._bench / "nowhere", look, size)
        self._picture(window, pictures, "01-first-start")
        window.close()
        window.deleteLater()

    def _window(self, store: Path, look: str, size: tuple[int, int]) -> MainWindow:
        preferences = Preferences(store, self.code, look)
        keep = self._bench / "preferences.json"
        window = MainWindow(self.program, preferences, self.today, keep)
        window.resize(*size)
        window.show()
        self._settle(window)
        return window

    def _unlock(self, window: MainWindow) -> None:
        field = window.focusWidget()
        if field is None:
            raise RuntimeError("nothing takes the passphrase")
        for sign in self._passphrase:
            _press(field, 0, sign)
        _press(field, Qt.Key.Key_Return, "\r")
        loop = QEventLoop()
        window.opened.connect(loop.quit)
        loop.exec()
        self._settle(window)

    def _show(self, window: MainWindow, place: Place) -> None:
        workspace = window.workspace
        if workspace is None:
            raise RuntimeError("the store is locked")
        workspace.go(place)
        self._settle(window)

    def _places(self, window: MainWindow) -> Iterator[tuple[str, Place]]:
        view = self._view(window)
        held = _last(session for session in view.sessions if session.day <= self.today())
        coming = next(session for session in view.sessions if session.day > self.today())
        group = view.group.id
        yield "03-today", Place(PageName.TODAY)
        yield "04-groups", Place(PageName.GROUPS)
        yield "05-new-group", Place(PageName.NEW_GROUP)
        yield "06-plan", Place(PageName.GROUP, group, tab="plan")
        yield "07-participants", Place(PageName.GROUP, group, tab="participants")
        yield "08-attendance", Place(PageName.GROUP, group, tab="figures")
        yield "09-prepare", Place(PageName.SESSION, coming.id, tab="prepare")
        yield "10-record", Place(PageName.SESSION, held.id, tab="record")
        yield "10b-nominations", Place(PageName.NOMINATIONS)
        yield "10c-nomination", Place(PageName.NOMINATIONS, self._first_nominated(window))
        her = self._view_of_women(window)
        for number, tab in enumerate(("overview", "course", "incidents", "safety", "follow_ups")):
            yield f"10d-{number}-woman-{tab}", Place(PageName.PARTICIPANT, her, tab=tab)
        yield "10e-figures", Place(PageName.FIGURES)
        yield "11-library", Place(PageName.LIBRARY)
        slug = self.program.library.topics(self.code)[0].slug
        yield "12-guide", Place(PageName.TOPIC, slug=slug, tab="guide")
        yield "13-topic-agenda", Place(PageName.TOPIC, slug=slug, tab="agenda")
        yield "14-handout", Place(PageName.TOPIC, slug=slug, tab="sheets")
        yield "15-settings", Place(PageName.SETTINGS)
        yield "16-access", Place(PageName.ACCESS)
        yield "17-backups", Place(PageName.BACKUPS)
        yield "17b-keeping", Place(PageName.KEEPING)
        yield "18-change-log", Place(PageName.CHANGE_LOG)

    def _first_nominated(self, window: MainWindow) -> UUID | None:
        found: list[Board] = []
        store, today = window.store, self.today()
        if store is None:
            raise RuntimeError("the store is locked")
        window.lane.ask(window, lambda: board(store, today), found.append)
        self._settle(window)
        return found[0].entries[0].participant.id

    def _view_of_women(self, window: MainWindow) -> UUID:
        found: list[Circle] = []
        store, today, group = window.store, self.today(), self._view(window).group.id
        if store is None:
            raise RuntimeError("the store is locked")
        window.lane.ask(window, lambda: circle(store, group, today), found.append)
        self._settle(window)
        return found[0].memberships[0].participant.id

    def _view(self, window: MainWindow) -> GroupView:
        found: list[GroupView] = []
        store, today = window.store, self.today()
        if store is None:
            raise RuntimeError("the store is locked")
        window.lane.ask(
            window,
            lambda: view_group(store, group_cards(store, today)[0].group.id),
            found.append,
        )
        self._settle(window)
        return found[0]

    def _picture(self, window: MainWindow, folder: Path, name: str) -> None:
        window.grab().save(str(folder / f"{name}.png"))

    def _settle(self, window: MainWindow) -> None:
        """Wait until the lane has answered everything and the page has been laid out."""
        loop = QEventLoop()
        while not window.lane.is_idle:
            QTimer.singleShot(10, loop.quit)
            loop.exec()
        for _ in range(3):
            QTimer.singleShot(20, loop.quit)
            loop.exec()


def _press(widget: QWidget, key: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


def _last(sessions: Iterator[Session]) -> Session:
    return list(sessions)[-1]
