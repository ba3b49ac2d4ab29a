"""The agenda's card: the table, the sum against the session's length, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.language import Language
from groupkit.ui.pages.session.agenda_model import AgendaModel
from groupkit.ui.pages.session.agenda_table import AgendaTable
from groupkit.ui.pages.session.agenda_words import sum_of
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.shortcuts import Shortcut


class AgendaCard(Card):
    """Shows the model; every signal is a wish, and the page carries it out."""

    adding = Signal()
    moving = Signal(int)
    """Up by one (-1) or down by one (1)."""
    removing = Signal(int)
    """The row to remove."""
    copying = Signal()
    keeping = Signal()

    def __init__(self, model: AgendaModel, language: Language, parent: QWidget) -> None:
        super().__init__(language.say("Agenda"))
        self.setParent(parent)
        self._model, self._language = model, language
        self.table = AgendaTable(model, language, self)
        self._overrun = Banner("", tone="warn")
        self._keys = PlainLabel(role="hint")
        self._keys.setWordWrap(True)
        self._sum = PlainLabel()
        self._sum.setObjectName("agendaSum")
        self._sum.setWordWrap(True)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        say = self._language.say
        self.copy_button = quiet(say("Copy from …"), "copy")
        self.copy_button.setToolTip(Shortcut.COPY_AGENDA.value)
        self.keep_button = quiet(say("Keep as template …"), "save")
        self.tools.addWidget(self.copy_button)
        self.tools.addWidget(self.keep_button)
        self._add = secondary(say("Add item"), "plus")
        self._up = quiet(say("Move up"), "up")
        self._down = quiet(say("Move down"), "down")
        self._remove = quiet(say("Remove"), "trash")
        buttons = QHBoxLayout()
        for button in (self._add, self._up, self._down, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addWidget(self._overrun)
        self.body.addWidget(self._keys)
        self.body.addWidget(self.table)
        self.body.addWidget(self._sum)
        self.body.addLayout(buttons)
        # Tab goes from the table on to what is done with it, and to copying last.
        self.setTabOrder(self._remove, self.copy_button)
        self.setTabOrder(self.copy_button, self.keep_button)

    def _connect(self) -> None:
        self.table.removing.connect(self.removing)
        self._add.clicked.connect(self.adding)
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._remove.clicked.connect(self._remove_row)
        self.copy_button.clicked.connect(self.copying)
        self.keep_button.clicked.connect(self.keeping)

    def show_sum(self, length: int) -> None:
        """Show the sum against a session of ``length`` minutes, and what can be done now."""
        agenda = self._model.agenda
        spare, has_row = agenda.spare(length), bool(agenda.items)
        self._sum.setText(sum_of(agenda, length, self._language))
        self._sum.setVisible(has_row)
        self._overrun.setVisible(spare < 0)
        if spare < 0:
            self._overrun.set_text(
                self._language.count(
                    "The agenda runs {n} minute over. Shorten or remove an item.",
                    "The agenda runs {n} minutes over. Shorten or remove an item.",
                    -spare,
                )
            )
        self._keys.setText(self._keys_of(has_row))
        for button in (self._up, self._down, self._remove, self.keep_button):
            button.setEnabled(has_row)

    def _keys_of(self, has_row: bool) -> str:
        say = self._language.say
        keys = say(
            "Enter edits an item, Alt+↑ and Alt+↓ move it, Delete removes it, Ctrl+I adds one"
        )
        if has_row:
            details = say("Ctrl+D goes to its details")
            return f"{keys} · {details}"
        first = say("The agenda is empty. Choose a topic to get its agenda, or add an item.")
        return f"{first}\n{keys}"

    def _move_up(self) -> None:
        self.moving.emit(-1)

    def _move_down(self) -> None:
        self.moving.emit(1)

    def _remove_row(self) -> None:
        self.removing.emit(self.table.row)
