"""Preparing a session: its topic, its timed agenda, and what to print for it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.agenda import Agenda, AgendaItem, ItemKind
from groupkit.domain.booking import leaders_of
from groupkit.domain.refusal import Refused
from groupkit.domain.running import Progress
from groupkit.domain.topic import Topic
from groupkit.language.words import item_kind_word
from groupkit.ui.desk import Desk
from groupkit.ui.page import is_in_hand
from groupkit.ui.pages.session.agenda_card import AgendaCard
from groupkit.ui.pages.session.agenda_forms import COPY, KEEP, AgendaForms
from groupkit.ui.pages.session.agenda_model import AgendaModel
from groupkit.ui.pages.session.item_details import ItemDetails
from groupkit.ui.pages.session.material import MaterialCard
from groupkit.ui.pages.session.pack_opening import PackOpening
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.swap import Swap
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.changes import Changes, Kind
from groupkit.usecases.preparing import (
    Prepared,
    give_topic,
    put_agenda,
    put_item_back,
    put_prepared,
)
from groupkit.usecases.session_pack import SessionMaterial

_NEW_ITEM_MINUTES = 10
_TOPIC, _PACK = "topic", "pack"


class PrepareView(QWidget):
    """The agenda at the left; topic, the details of the item in hand and material at the right.

    A form, to copy an agenda in or to keep it as a template, takes the place of all of them.
    """

    sought = Signal(object)
    """A part that got the keyboard and may lie out of sight."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prepared: Prepared | None = None
        self._topics: dict[str, Topic] = {}
        self._row = 0
        say = desk.language.say
        self._model = AgendaModel(desk.language, self)
        self._card = AgendaCard(self._model, desk.language, self)
        self._table = self._card.table
        self._topic = ChoiceField(say("Topic"), [("", say("No topic yet"))])
        self._details = ItemDetails(desk, self)
        self._material = MaterialCard(desk, self)
        topic = Card()
        topic.body.addWidget(self._topic)
        columns = Columns((5, 3))
        columns.left.add(self._card)
        for card in (topic, self._details, self._material):
            columns.right.add(card)
        self._swap = Swap(columns)
        self._forms = AgendaForms(desk, self._swap, self)
        self._pack = PackOpening(desk, self._swap, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._swap)
        self._connect()

    def _connect(self) -> None:
        self._model.edited.connect(self._keep)
        self._model.refused.connect(self._desk.tell)
        self._table.row_changed.connect(self._take_in_hand)
        self._card.adding.connect(self._add_item)
        self._card.moving.connect(self._move)
        self._card.removing.connect(self._take_out)
        self._card.copying.connect(self._copy)
        self._card.keeping.connect(self._keep_template)
        self._details.edited.connect(self._change_item)
        self._details.left.connect(self._go_to_table)
        self._forms.left.connect(self._return)
        self._topic.changed.connect(self._choose_topic)
        self._material.pack_wanted.connect(self._open_pack)
        self._pack.left.connect(self._leave_pack)
        for shortcut, deed in (
            (Shortcut.ADD_ITEM, self._add_item),
            (Shortcut.ITEM_DETAILS, self._go_to_details),
            (Shortcut.COPY_AGENDA, self._copy),
            (Shortcut.SESSION_PACK, self._open_pack_or_print),
        ):
            QShortcut(QKeySequence(shortcut.value), self, deed)

    def show_prepared(self, prepared: Prepared, topics: tuple[Topic, ...]) -> None:
        """Show what is prepared; ``topics`` is the library."""
        self._prepared = prepared
        self._topics = {topic.slug: topic for topic in topics}
        say = self._desk.language.say
        options = [("", say("No topic yet")), *((t.slug, t.title) for t in topics)]
        self._topic.set_options(options)
        self._topic.set_value(prepared.session.topic)
        agenda, starts = prepared.agenda, prepared.session.starts
        if not self._model.shows(agenda, starts, self._leaders):
            self._model.show_agenda(agenda, starts, self._leaders)
            self._hold_row()
        self._forms.show_prepared(prepared)
        self._show_state()

    def show_material(self, material: SessionMaterial) -> None:
        """Show what can be printed."""
        self._material.show_material(material)
        self._pack.show_material(material)

    def show_progress(self, found: Progress | None) -> None:
        """Show while the session runs when each item began, or is expected to begin."""
        self._model.show_progress(found)

    def on_changes(self, changes: Changes) -> None:
        """Hear what a use case touched."""
        if changes.touches(Kind.TEMPLATE):
            self._forms.on_templates_changed()

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts: the agenda, or the topic while there is none."""
        return self._table if self._model.agenda.items else self._topic

    def spot(self) -> str:
        """Return which form is open, or whether topic or a detail has the keyboard."""
        if self._pack.form:
            return _PACK
        if self._forms.spot:
            return self._forms.spot
        return _TOPIC if is_in_hand(self._topic.input) else self._details.spot()

    def part(self, spot: str) -> QWidget | None:
        """Return what takes the keys of ``spot``, with its item in hand."""
        if spot == _TOPIC:
            return self._topic.input
        if spot == _PACK:
            return self._pack.open()
        form = self._forms.open(spot)
        if form is not None:
            return form
        name, _, item_id = spot.partition("/")
        row = self._model.row_of(UUID(item_id)) if item_id else -1
        if row < 0:
            return None
        self._table.select(row)
        return self._details.part(name)

    def flush(self) -> None:
        """Keep what was typed at once."""
        self._details.flush()
        self._forms.flush()
        self._pack.flush()

    @property
    def _leaders(self) -> tuple[str, ...]:
        found = self._prepared
        return leaders_of(found.session, found.group) if found else ()

    def _show_state(self) -> None:
        if self._prepared is None:
            return
        self._card.show_sum(self._prepared.session.minutes)
        self._hold_row()
        self._show_details()

    def _hold_row(self) -> None:
        """Take the same item in hand again when the table was shown anew, or else the same row."""
        if self._table.row >= 0 or not self._model.agenda.items:
            return
        item_id = self._details.item_id
        known = self._model.row_of(item_id) if item_id else -1
        last = self._model.rowCount() - 1
        self._table.select(known if known >= 0 else min(max(self._row, 0), last))

    def _show_details(self) -> None:
        timed = self._model.timed(self._table.row)
        self._details.show_item(timed, self._leaders)

    def _take_in_hand(self, row: int) -> None:
        if row >= 0:
            self._row = row
        self._details.flush()
        self._show_details()

    def _change_item(self, item: AgendaItem) -> None:
        self._model.put(item)

    def _go_to_details(self) -> None:
        if self._table.row < 0:
            self._table.select(0)
        if self._table.row >= 0 and not self._swap.has_form:
            self._details.take_focus()
            self.sought.emit(self._details.first_focus())

    def _go_to_table(self) -> None:
        self._table.setFocus()
        self.sought.emit(self._table)

    def _copy(self) -> None:
        self._open(COPY)

    def _keep_template(self) -> None:
        self._open(KEEP)

    def _open(self, form: str) -> None:
        self._details.flush()
        self._pack.give_way()
        self.sought.emit(self._forms.open(form))

    def _open_pack(self) -> None:
        self._details.flush()
        if self._forms.spot:
            self._forms.close()
        self.sought.emit(self._pack.open())

    def _open_pack_or_print(self) -> None:
        if self._pack.form:
            self._pack.form.print_now()
        else:
            self._open_pack()

    def _leave_pack(self) -> None:
        self._material.pack.setFocus()
        self.sought.emit(self._material.pack)

    def _return(self) -> None:
        self.first_focus().setFocus()
        self.sought.emit(self.first_focus())

    def _keep(self, _agenda: Agenda) -> None:
        self._show_state()
        if self._prepared is None:
            return
        # Showing it may have kept a detail that was being typed: that agenda is the newest.
        session, agenda = self._prepared.session, self._model.agenda
        self._desk.do(
            self,
            lambda: put_agenda(self._desk.store, session.id, agenda),
            lambda _: self._details.show_saved(),
        )

    def _add_item(self) -> None:
        if self._swap.has_form:
            return
        self._details.flush()
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
        self._details.flush()
        row = self._table.row
        if row >= 0:
            self._table.select(self._model.move(row, row + by))
            self._table.setFocus()

    def _take_out(self, row: int) -> None:
        if row < 0:
            return
        self._details.flush()
        item = self._model.take_out(row)
        self._table.select(min(row, self._model.rowCount() - 1))
        self._show_details()
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
        self._details.flush()
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
