"""How long what is kept of women, beside whose time is over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from groupkit.ui.desk import Desk
from groupkit.ui.page import Page
from groupkit.ui.pages.keeping.over_card import OverCard
from groupkit.ui.pages.keeping.periods_card import PeriodsCard
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.frame import frame
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.places import PageName, Place
from groupkit.ui.settings_tabs import show_settings_tabs
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.keeping import Keeping, look


class KeepingPage(Page):
    """A dry run that is always there, and the months it follows."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        header = Header()
        show_settings_tabs(header, desk, PageName.KEEPING)
        header.set_subtitle(desk.language.say("Words go first, and counts stay."))
        columns = Columns((2, 3))
        self._periods = PeriodsCard(desk, columns.left)
        self._over = OverCard(desk, columns.right)
        columns.left.add(self._periods)
        columns.right.add(self._over)
        frame(self, header, PageScroll(columns))

    def load(self) -> None:
        desk = self.desk
        desk.ask(self, lambda: look(desk.store, desk.today()), self._show)

    def on_changes(self, changes: Changes) -> None:
        if changes.touches(Kind.PRACTICE, Kind.PERSON, Kind.MEMBER, Kind.UPKEEP):
            self.load()

    def flush(self) -> None:
        self._periods.flush()

    def first_focus(self) -> QWidget | None:
        return self._periods.first

    def _show(self, found: Keeping) -> None:
        self._periods.show_periods(found.periods)
        self._over.show_found(found)
