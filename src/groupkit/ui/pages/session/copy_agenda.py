"""Choosing an agenda to copy: a list to search at the left, the agenda itself at the right."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.agenda import Agenda
from groupkit.domain.matching import LONGEST_QUERY
from groupkit.ui.desk import Desk
from groupkit.ui.pages.session.agenda_sources import SourceList
from groupkit.ui.pages.session.agenda_words import sum_of
from groupkit.ui.parts.buttons import primary, quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.field import TextField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.agenda_copying import Origin, Source, agenda_of, matching, sources

MOST_SHOWN = 80


class CopyAgenda(Card):
    """Emits what is wanted of the source in hand; Esc leaves."""

    wanted = Signal(object, bool)
    """A :class:`Source`, and whether it goes behind what is there."""
    renaming = Signal(object)
    removing = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, session_id: UUID, length: int, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("Copy an agenda"))
        self.setParent(parent)
        self._desk, self._session_id, self._length = desk, session_id, length
        self._found: tuple[Source, ...] = ()
        self._search = TextField(
            say("Search for"), say("Group, date, topic or template. Every word must be there.")
        )
        self._search.input.setMaxLength(LONGEST_QUERY)
        self._list = SourceList(desk.language, self)
        self._found_word = PlainLabel(role="hint")
        self._found_word.setWordWrap(True)
        self._shown = _Shown(desk, length, self)
        self._replace = primary(say("Copy it in"), "copy")
        self._append = secondary(say("Add it at the end"), "plus")
        self._rename = quiet(say("Rename …"), "edit")
        self._remove = quiet(say("Remove template"), "trash")
        self._back = quiet(say("Cancel"))
        self._lay_out()
        self._connect()
        self._found_word.hide()
        self.show_length_of(Agenda())

    def _lay_out(self) -> None:
        columns = Columns((5, 4))
        for part in (self._search, self._list, self._found_word):
            columns.left.add(part)
        columns.right.add(self._shown)
        template = QHBoxLayout()
        template.addWidget(self._rename)
        template.addWidget(self._remove)
        template.addStretch(1)
        self._shown.tools.addLayout(template)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._append)
        buttons.addWidget(self._replace)
        self.body.addWidget(columns)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self._search.changed.connect(self._narrow)
        self._search.input.returnPressed.connect(self._copy)
        self._list.chosen.connect(self._show)
        self._list.taken.connect(self._copy)
        self._list.left_upwards.connect(self._search.take_focus)
        self._replace.clicked.connect(self._copy)
        self._append.clicked.connect(self._copy_behind)
        self._rename.clicked.connect(self._ask_name)
        self._remove.clicked.connect(self._take_away)
        self._back.clicked.connect(self.left)

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts."""
        return self._search.input

    def load(self) -> None:
        """Read what can be copied."""
        desk, session_id = self._desk, self._session_id
        desk.ask(
            self,
            lambda: sources(desk.store, session_id, desk.library, desk.language),
            self._take_found,
        )

    def show_length_of(self, here: Agenda) -> None:
        """Offer to copy in, or to replace what is ``here`` or go behind it."""
        say = self._desk.language.say
        self._append.setVisible(bool(here.items))
        replaces = say("Replace the agenda") if here.items else say("Copy it in")
        self._replace.setText(replaces)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self._search.input.hasFocus():
            self._list.setFocus()
        else:
            super().keyPressEvent(event)

    def _take_found(self, found: tuple[Source, ...]) -> None:
        self._found = found
        self._narrow()

    def _narrow(self) -> None:
        found = matching(self._found, self._search.value())
        self._list.show_sources(found[:MOST_SHOWN])
        say = self._desk.language.say
        self._found_word.setVisible(not found or len(found) > MOST_SHOWN)
        if not found:
            self._found_word.setText(say("Nothing was found."))
        else:
            more = say(
                "More than {most} were found. Another word narrows it down.", most=MOST_SHOWN
            )
            self._found_word.setText(more)

    def _show(self, source: Source | None) -> None:
        has_template = source is not None and source.origin is Origin.TEMPLATE
        self._rename.setVisible(has_template)
        self._remove.setVisible(has_template)
        for button in (self._replace, self._append):
            button.setEnabled(source is not None)
        self._shown.show_source(source)

    def _copy(self) -> None:
        if self._list.source is not None:
            self.wanted.emit(self._list.source, False)

    def _copy_behind(self) -> None:
        if self._list.source is not None:
            self.wanted.emit(self._list.source, True)

    def _ask_name(self) -> None:
        if self._list.source is not None:
            self.renaming.emit(self._list.source)

    def _take_away(self) -> None:
        if self._list.source is not None:
            self._search.take_focus()
            self.removing.emit(self._list.source)


class _Shown(QWidget):
    """The agenda of the source in hand."""

    def __init__(self, desk: Desk, length: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._length = desk, length
        self._asked: Source | None = None
        self._title = PlainLabel(role="strong")
        self._title.setWordWrap(True)
        self._detail = PlainLabel(role="hint")
        self._detail.setWordWrap(True)
        self._items = QGridLayout()
        self._items.setHorizontalSpacing(GRID * 2)
        self._items.setVerticalSpacing(GRID)
        self._items.setColumnStretch(1, 1)
        self._sum = PlainLabel(role="hint")
        self._sum.setWordWrap(True)
        self.tools = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addLayout(self._items)
        column.addWidget(self._sum)
        column.addLayout(self.tools)

    def show_source(self, source: Source | None) -> None:
        """Read and show the agenda of ``source``."""
        self._asked = source
        self._title.setText(source.title if source else "")
        self._detail.setText(source.detail if source else "")
        self._detail.setVisible(bool(source and source.detail))
        if source is None:
            clear(self._items)
            self._sum.setText("")
            return
        desk = self._desk
        desk.ask(
            self,
            lambda: agenda_of(desk.store, source, desk.library, desk.language),
            lambda agenda: self._show(source, agenda),
        )

    def _show(self, source: Source, agenda: Agenda) -> None:
        if source != self._asked:
            return
        clear(self._items)
        language = self._desk.language
        for row, item in enumerate(agenda.items):
            minutes = PlainLabel(language.say("{minutes} min", minutes=item.minutes), role="hint")
            title = PlainLabel(item.title)
            title.setWordWrap(True)
            top = Qt.AlignmentFlag.AlignTop
            self._items.addWidget(minutes, row, 0, top | Qt.AlignmentFlag.AlignRight)
            self._items.addWidget(title, row, 1)
        self._sum.setText(sum_of(agenda, self._length, language))
