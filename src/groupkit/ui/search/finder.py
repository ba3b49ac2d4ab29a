"""The sheet over the window in which one searches; nothing of a search outlives it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from groupkit.domain.matching import LONGEST_QUERY
from groupkit.domain.roles import Part
from groupkit.ui.desk import Desk
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.field import TextField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.places import PageName, Place
from groupkit.ui.search.hit_row import HitRow
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.looking import note_search
from groupkit.usecases.searching import MOST_HITS, Found, Hit, Hits, search

PAUSE = 250
"""Milliseconds without a key after which what is typed is searched for."""
_WIDEST, _EDGE = 800, GRID * 6


class Finder(Sheet):
    """A field and what it finds, by kind; arrows choose, Enter opens, Esc closes."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("Search"), say("Close"), window)
        self._desk = desk
        self._asked = 0
        self._is_opening_first = False
        self._rows: list[HitRow] = []
        self._field = TextField(say("Search for"), hint=self._hint())
        self._field.input.setMaxLength(LONGEST_QUERY)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID // 2)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setObjectName("scrollContent")
        self._scroll.setWidget(self._content)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._search)
        self._field.changed.connect(self._typed)
        self.body.addWidget(self._field)
        self.body.addWidget(self._scroll, 1)
        self._show(Hits())

    def open(self) -> None:
        """Lay the sheet over the window, ready to be typed in."""
        super().open()
        self.take_field()

    def take_field(self) -> None:
        """Put the keyboard in the field, ready to type something else."""
        self._field.take_focus()
        self._field.input.selectAll()

    def close_now(self) -> None:
        """Take the sheet away; what was typed and found goes with it."""
        self._asked += 1
        self._pause.stop()
        blocked = self._field.blockSignals(True)
        self._field.set_value("")
        self._field.blockSignals(blocked)
        self._rows = []
        clear(self._column)
        super().close_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        layout = self.layout()
        if layout is not None:
            side = max((event.size().width() - _WIDEST) // 2, _EDGE)
            layout.setContentsMargins(side, GRID * 4, side, GRID * 4)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down and self._rows:
            self._take(0)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._field.input.hasFocus():
            self._open_first()
        else:
            super().keyPressEvent(event)

    def _hint(self) -> str:
        say, store = self._desk.language.say, self._desk.store
        if store.may(Part.NOTES):
            return say("Groups, dates, topics, participants and notes. Every word must be there.")
        if store.may(Part.PEOPLE):
            return say("Groups, dates, topics and participants. Every word must be there.")
        return say("Groups, dates and topics. Every word must be there.")

    def _typed(self) -> None:
        self._asked += 1
        self._is_opening_first = False
        self._pause.start()

    def _search(self) -> None:
        self._asked += 1
        desk, asked, typed = self._desk, self._asked, self._field.value()

        def look() -> Hits:
            found = search(desk.store, desk.library, desk.language, typed)
            if any(hit.kind is Found.OWN_NOTE for hit in found.hits):
                note_search(desk.store)
            return found

        desk.ask(self, look, lambda found: self._answer(asked, found))

    def _answer(self, asked: int, found: Hits) -> None:
        """Show what was found, unless something else has been typed since."""
        if asked != self._asked:
            return
        self._show(found)
        if self._is_opening_first and self._rows:
            self._rows[0].opened.emit()

    def _show(self, found: Hits) -> None:
        if any(row.hasFocus() for row in self._rows):
            self._field.take_focus()
        clear(self._column)
        self._rows = []
        for kind in Found:
            hits = [hit for hit in found.hits if hit.kind is kind]
            if hits:
                self._column.addWidget(PlainLabel(self._heading(kind), role="hint"))
            for hit in hits:
                self._add(hit)
        say = self._desk.language.say
        if found.is_cut:
            more = say("More than {most} were found. Another word narrows it down.", most=MOST_HITS)
            self._column.addWidget(PlainLabel(more, role="hint"))
        if not found.hits:
            typed = bool(self._field.value().strip())
            nothing = say("Nothing was found.") if typed else say("What you look for appears here.")
            self._column.addWidget(EmptyState("search", nothing))
        self._column.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _add(self, hit: Hit) -> None:
        row = HitRow(hit)
        row.opened.connect(lambda: self._go_to(hit))
        row.stepped.connect(lambda by: self._take(self._rows.index(row) + by))
        self._rows.append(row)
        self._column.addWidget(row)

    def _heading(self, kind: Found) -> str:
        say = self._desk.language.say
        words = {
            Found.GROUP: say("Groups"),
            Found.PARTICIPANT: say("Participants"),
            Found.NOMINATION: self._desk.language.pick("page", "Nominations"),
            Found.SESSION: say("Sessions"),
            Found.OWN_NOTE: say("The women's own notes"),
            Found.GROUP_NOTE: say("The groups' notes"),
            Found.TOPIC: say("Topics in the library"),
        }
        return words[kind]

    def _take(self, at: int) -> None:
        """Put the keyboard on a row, or back in the field above the first."""
        if at < 0:
            self._field.take_focus()
        elif at < len(self._rows):
            self._rows[at].setFocus()
            self._scroll.ensureWidgetVisible(self._rows[at], 0, GRID * 4)

    def _open_first(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._search()
            self._is_opening_first = True
        elif self._rows:
            self._rows[0].opened.emit()

    def _go_to(self, hit: Hit) -> None:
        desk, place = self._desk, place_of(hit)
        self.close_now()
        desk.go(place)


def place_of(hit: Hit) -> Place:
    """Return where a hit leads."""
    places = {
        Found.GROUP: Place(PageName.GROUP, hit.group_id),
        Found.PARTICIPANT: Place(PageName.PARTICIPANT, hit.participant_id),
        Found.NOMINATION: Place(PageName.NOMINATIONS, hit.participant_id),
        Found.SESSION: Place(PageName.SESSION, hit.session_id),
        Found.OWN_NOTE: Place(PageName.SESSION, hit.session_id, tab="record"),
        Found.GROUP_NOTE: Place(PageName.SESSION, hit.session_id, tab="record"),
        Found.TOPIC: Place(PageName.TOPIC, slug=hit.slug),
    }
    return places[hit.kind]
