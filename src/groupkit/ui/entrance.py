"""What the window shows while no store is open: the first start, or unlocking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from groupkit.machine.preferences import Preferences
from groupkit.ui.background import Lane
from groupkit.ui.other_window import Door, knock
from groupkit.ui.pages.first_start import FirstStartPage
from groupkit.ui.pages.unlock import UnlockPage
from groupkit.wiring import Program


class Entrance(QObject):
    """Emits ``turned`` with a page to show, ``opened`` with the store that was opened on one.

    ``preferences`` returns the machine's preferences as they stand when a page is made.
    """

    turned = Signal(QWidget)
    opened = Signal(object)
    language_chosen = Signal(str)
    other_store_chosen = Signal(object)
    paper_made = Signal(object)
    noticed = Signal(object)

    def __init__(
        self,
        lane: Lane,
        program: Program,
        door: Door,
        today: Callable[[], dt.date],
        preferences: Callable[[], Preferences],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._lane, self._program, self._door = lane, program, door
        self._today, self._preferences = today, preferences

    def greet(self) -> None:
        """Show the page that suits the machine: unlocking where there is a store."""
        known = self._preferences()
        if known.has_store or _holds_something(known.store):
            self.turned.emit(self._unlock_page())
        else:
            self.turned.emit(self._first_start_page())

    def close_up(self) -> None:
        """Show the page for unlocking, after a store was open."""
        self.turned.emit(self._unlock_page())

    def _first_start_page(self) -> FirstStartPage:
        page = FirstStartPage(self._lane, self._program, self._preferences(), self._today)
        page.language_chosen.connect(self.language_chosen)
        page.opened.connect(self.opened)
        page.paper_made.connect(self.paper_made)
        page.has_one_already.connect(self._offer_restoring)
        return page

    def _offer_restoring(self) -> None:
        page = self._unlock_page()
        page.offer_restoring()
        page.left.connect(self.greet)
        self.turned.emit(page)

    def _unlock_page(self) -> UnlockPage:
        page = UnlockPage(self._lane, self._program, self._preferences())
        page.opened.connect(self.opened)
        page.other_store_chosen.connect(self.other_store_chosen)
        page.noticed.connect(self.noticed)
        page.found_open.connect(lambda: self._offer_other_window(page))
        page.other_window_wanted.connect(
            lambda: page.offer_other_window(knock(self._preferences().store))
        )
        return page

    def _offer_other_window(self, page: UnlockPage) -> None:
        page.offer_other_window(self._door.leads_elsewhere(self._preferences().store))


def _holds_something(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except OSError:
        return folder.exists()
