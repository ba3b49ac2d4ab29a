"""The open store's window content: the rail at the left, one page at a time beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.roles import Part
from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.page_at import page_at
from groupkit.ui.parts.rail import Rail, RailEntry
from groupkit.ui.places import PageName, Place


class Workspace(QWidget):
    """Shows the page of a place; the page before it has handed on its typing by then."""

    lock_wanted = Signal()
    search_wanted = Signal()
    arrived = Signal(object)
    """The :class:`Place` whose page is shown now."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page: Page | None = None
        self._trail: list[Place] = []
        say = desk.language.say
        self._rail = Rail(self._entries(), say("Lock"), self, search_text=say("Search"))
        self._rail.chosen.connect(lambda key: self.go(Place(PageName(key))))
        self._rail.lock_wanted.connect(self.lock_wanted)
        self._rail.search_wanted.connect(self.search_wanted)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._rail)
        desk.going.connect(self.go)
        desk.returning.connect(self._return)
        self.go(place)

    @property
    def place(self) -> Place:
        """Where one is."""
        return self._page.place if self._page else Place(PageName.TODAY)

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._page

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts: the page itself until it has read its parts.

        Left to Qt it would go to what comes next, such as the Undo of a passing word.
        """
        if self._page is None:
            return self._rail
        return self._page.first_focus() or self._page

    def go(self, place: Place) -> None:
        """Show the page of ``place``."""
        if self._page is not None:
            self._trail.append(self._page.place)
        self._show(place)

    def back(self) -> None:
        """Return to where one was before."""
        if self._trail:
            self._show(self._trail.pop())

    def _return(self, otherwise: Place) -> None:
        self._show(self._trail.pop() if self._trail else otherwise)

    def flush(self) -> None:
        """Hand what was typed to the lane."""
        if self._page is not None:
            self._page.flush()

    def _show(self, place: Place) -> None:
        self.flush()
        old, self._page = self._page, page_at(self._desk, place)
        if old is not None:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._row.addWidget(self._page, 1)
        self._rail.set_current(place.rail.value)
        self._page.load()
        self.first_focus().setFocus()
        self.arrived.emit(place)

    def _entries(self) -> list[RailEntry]:
        say = self._desk.language.say
        entries = [
            RailEntry(PageName.TODAY.value, "today", say("Today")),
            RailEntry(PageName.GROUPS.value, "groups", say("Groups")),
        ]
        sees_women = self._desk.store.may(Part.PEOPLE)
        if sees_women:
            entries.append(
                RailEntry(
                    PageName.NOMINATIONS.value,
                    "people",
                    self._desk.language.pick("rail", "Nominated"),
                )
            )
        entries.append(RailEntry(PageName.LIBRARY.value, "library", say("Library")))
        if sees_women:
            entries.append(RailEntry(PageName.FIGURES.value, "figures", say("Figures")))
        return [*entries, RailEntry(PageName.SETTINGS.value, "settings", say("Settings"))]
