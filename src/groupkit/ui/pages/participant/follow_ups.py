"""What somebody must do for her: what is open by due day, then what is closed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.ui.desk import Desk
from groupkit.ui.follow_ups import follow_up_row
from groupkit.ui.pages.participant.drafts import NEW
from groupkit.ui.parts.buttons import secondary
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.listing import Listing, Section
from groupkit.ui.parts.row import Row
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.following_up import Waiting
from groupkit.usecases.her_page import HerPage


class FollowUpsTab(QWidget):
    """Each opens with her rule and its history."""

    form_wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page: HerPage | None = None
        self._first: QWidget | None = None
        say = desk.language.say
        self._new = secondary(say("New follow-up"), "plus")
        self._new.clicked.connect(self._open_new)
        top = QHBoxLayout()
        top.addWidget(self._new)
        top.addStretch(1)
        self._listing = Listing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addLayout(top)
        column.addWidget(self._listing)

    def show_page(self, page: HerPage) -> None:
        """Show her follow-ups."""
        self._page = page
        say, pick = self._desk.language.say, self._desk.language.pick
        self._new.setVisible(page.participant.erased is None)
        is_open = [each for each in page.follow_ups if each.follow_up.is_open]
        closed = [each for each in page.follow_ups if not each.follow_up.is_open]
        self._first = self._listing.show_sections(
            [
                Section(say("Open"), [self._row(each) for each in is_open]),
                Section(pick("follow-ups", "Closed"), [self._row(each) for each in closed]),
            ],
            self._empty,
        )

    def first_focus(self) -> QWidget | None:
        """Return what is due first."""
        return self._first or self._new

    def _row(self, waiting: Waiting) -> Row:
        row = follow_up_row(waiting, self._desk.language, self._desk.today(), named=False)
        row.opened.connect(partial(self._open, waiting))
        return row

    def _open(self, waiting: Waiting) -> None:
        self.form_wanted.emit("follow_up", str(waiting.follow_up.id))

    def _open_new(self) -> None:
        if self._page is not None:
            self.form_wanted.emit("follow_up", NEW)

    def _empty(self) -> EmptyState:
        said = self._desk.language.say(
            "Nothing waits. An absence without a word, or a step after an incident, appears here."
        )
        return EmptyState("check", said)
