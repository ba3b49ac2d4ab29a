"""Preparing a session: its topic, its timed agenda, and what to print for it."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.agenda import Agenda, ItemKind
from groupkit.domain.refusal import Refused
from groupkit.domain.topic import Topic
from groupkit.language.words import item_kind_word
from groupkit.ui.desk import Desk
from groupkit.ui.page import is_in_hand
from groupkit.ui.pages.session.agenda_model import AgendaModel
from groupkit.ui.pages.session.agenda_table import AgendaTable
from groupkit.ui.pages.session.material import MaterialCard
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.preparing import (
    Prepared,
    give_topic,
    put_agenda,
    put_item_back,
    put_prepared,
)

_NEW_ITEM_MINUTES = 10
_TOPIC = "topic"


class PrepareView(QWidget):
    """The agenda at the left, topic and material at the right."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prepared: Prepared | None = None
        self._topics: dict[str, Topic] = {}
        say = desk.language.say
        self._model = AgendaModel(desk.language, self)
        self._table = AgendaTable(self._model, desk.language, self)
        self._sum = PlainLabel()
        self._sum.setObjectName("agendaSum")
        self._overrun = Banner("", tone="warn")
        self._keys = PlainLabel(role="hint")
        self._keys.setWordWrap(True)
        self._topic = ChoiceField(say("Topic"), [("", say("No topic yet"))])
        self._material = MaterialCard(desk, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        say = self._desk.language.say
        self._add = secondary(say("Add item"), "plus")
        self._up = quiet(say("Move up"), "up")
        self._down = quiet(say("Move down"), "down")
        self._remove = quiet(say("Remove"), "trash")
        buttons = QHBoxLayout()
        for button in (self._add, self._up, self._down, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._sum)
        agenda = Card(say("Agenda"))
        agenda.body.addWidget(self._overrun)
        agenda.body.addWidget(self._keys)
        agenda.body.addWidget(self._table)
        agenda.body.addLayout(buttons)
        topic = Card()
        topic.body.addWidget(self._topic)
        columns = Columns((5, 3))
        columns.left.add(agenda)
        columns.right.add(topic)
        columns.right.add(self._material)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(columns)

    def _connect(self) -> None:
        self._model.edited.connect(self._keep)
        self._model.refused.connect(self._desk.tell)
        self._table.removing.connect(self._take_out)
        self._topic.changed.connect(self._choose_topic)
        self._add.clicked.connect(self._add_item)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._remove.clicked.connect(lambda: self._take_out(self._table.row))
        QShortcut(QKeySequence(Shortcut.ADD_ITEM.value), self, self._add_item)

    def show_prepared(self, prepared: Prepared, topics: tuple[Topic, ...]) -> None:
        """Show what is prepared; ``topics`` is the library."""
        self._prepared = prepared
        self._topics = {topic.slug: topic for topic in topics}
        say = self._desk.language.say
        options = [("", say("No topic yet")), *((t.slug, t.title) for t in topics)]
        self._topic.set_options(options)
        self._topic.set_value(prepared.session.topic)
        if prepared.agenda != self._model.agenda:
            row = self._table.row
            self._model.show_agenda(prepared.agenda, prepared.session.starts)
            self._table.select(max(row, 0))
        self._material.show_session(prepared.session, self._topics.get(prepared.session.topic))
        self._show_sum()

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts: the agenda, or the topic while there is none."""
        return self._table if self._model.agenda.items else self._topic

    def spot(self) -> str:
        """Return whether the topic has the keyboard."""
        return _TOPIC if is_in_hand(self._topic.input) else ""

    def part(self, spot: str) -> QWidget | None:
        """Return what takes the keys of ``spot``."""
        return self._topic.input if spot == _TOPIC else None

    def _show_sum(self) -> None:
        if self._prepared is None:
            return
        agenda, length = self._model.agenda, self._prepared.session.minutes
        say, spare = self._desk.language.say, agenda.spare(length)
        self._sum.setText(say("{sum} of {length} minutes", sum=agenda.minutes, length=length))
        self._overrun.setVisible(spare < 0)
        if spare < 0:
            self._overrun.set_text(
                self._desk.language.count(
                    "The agenda runs {n} minute over. Shorten or remove an item.",
                    "The agenda runs {n} minutes over. Shorten or remove an item.",
                    -spare,
                )
            )
        has_row = bool(agenda.items)
        self._keys.setText(self._keys_of(has_row))
        for button in (self._up, self._down, self._remove):
            button.setEnabled(has_row)

    def _keys_of(self, has_row: bool) -> str:
        say = self._desk.language.say
        keys = say(
            "Enter edits an item, Alt+↑ and Alt+↓ move it, Delete removes it, Ctrl+I adds one"
        )
        if has_row:
            return keys
        first = say("The agenda is empty. Choose a topic to get its agenda, or add an item.")
        return f"{first}\n{keys}"

    def _keep(self, agenda: Agenda) -> None:
        self._show_sum()
        if self._prepared is None:
            return
        session = self._prepared.session
        self._desk.do(self, lambda: put_agenda(self._desk.store, session.id, agenda))

    def _add_item(self) -> None:
        kind = ItemKind.EXERCISE
        title = item_kind_word(kind, self._desk.language)
        at = self._table.row + 1 if self._table.row >= 0 else len(self._model.agenda.items)
        try:
            row = self._model.add(kind, title, _NEW_ITEM_MINUTES, at)
        except Refused as no:
            self._desk.tell(no.refusal)
            return
        self._table.setFocus()
        self._table.select(row)
        self._table.edit_in_hand()

    def _move(self, by: int) -> None:
        row = self._table.row
        if row >= 0:
            self._table.select(self._model.move(row, row + by))
            self._table.setFocus()

    def _take_out(self, row: int) -> None:
        if row < 0:
            return
        item = self._model.take_out(row)
        self._table.select(min(row, self._model.rowCount() - 1))
        if self._prepared is None:
            return
        desk, session_id = self._desk, self._prepared.session.id
        desk.notice(
            desk.language.say("'{item}' was removed.", item=item.title),
            undo=lambda: desk.do(desk, lambda: put_item_back(desk.store, session_id, item, row)),
        )

    def _choose_topic(self) -> None:
        if self._prepared is None or self._topic.value() == self._prepared.session.topic:
            return
        before, desk = self._prepared, self._desk
        session, slug = before.session, str(self._topic.value())
        say = desk.language.say
        topic = self._topics.get(slug)
        if topic is None:
            agenda = self._model.agenda
            desk.do(self, lambda: put_prepared(desk.store, session.id, "", agenda))
            return

        def undo() -> None:
            desk.do(
                desk, lambda: put_prepared(desk.store, session.id, session.topic, before.agenda)
            )

        desk.do(
            self,
            lambda: give_topic(desk.store, session.id, topic),
            lambda _: desk.notice(
                say("'{topic}' and its agenda were put in.", topic=topic.title), undo=undo
            ),
        )
