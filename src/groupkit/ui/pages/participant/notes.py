"""Her own notes, session by session, the newest first."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.session import Session
from groupkit.ui.desk import Desk
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.listing import Listing, Section
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.her_page import Attended, HerPage
from groupkit.usecases.looking import note_reading


class NotesTab(QWidget):
    """Read here, written on the session's page; that they were read is noted when they show."""

    form_wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page: HerPage | None = None
        self._noted: set[UUID] = set()
        self._first: QWidget | None = None
        self._listing = Listing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._listing)

    def show_page(self, page: HerPage) -> None:
        """Show her notes."""
        self._page = page
        sections = [
            Section(course.group.name, [self._row(each) for each in reversed(course.attended)
                                        if each.note])
            for course in page.courses
        ]  # fmt: skip
        self._first = self._listing.show_sections(sections, self._empty)
        self._note_readings()

    def first_focus(self) -> QWidget | None:
        """Return the newest note."""
        return self._first

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._note_readings()

    def _row(self, attended: Attended) -> Row:
        language, session = self._desk.language, attended.session
        row = Row(
            language.say(
                "Session {number} · {day}",
                number=session.number,
                day=language.date_long(session.day),
            )
        )
        note = PlainLabel(attended.note)
        note.setWordWrap(True)
        note.setAccessibleName(attended.note)
        row.add_below(note)
        row.opened.connect(partial(self._open, session))
        return row

    def _open(self, session: Session) -> None:
        her = self._page.participant.id if self._page else None
        spot = f"own/{her}"
        self._desk.go(Place(PageName.SESSION, session.id, tab="record", spot=spot))

    def _empty(self) -> EmptyState:
        said = self._desk.language.say(
            "What is to be remembered of her is written on the session's page, and read here."
        )
        return EmptyState("note", said)

    def _note_readings(self) -> None:
        if self._page is None or not self.isVisible():
            return
        desk, her = self._desk, self._page.participant.id
        attended = (each for course in self._page.courses for each in course.attended)
        shown = {each.session.id for each in attended if each.note} - self._noted
        self._noted |= shown

        def note_all() -> None:
            for session_id in shown:
                note_reading(desk.store, her, session_id)

        if shown:
            desk.ask(self, note_all, lambda _: None)
