"""What belongs to the agenda item in hand: who leads it, materials, room, a note, short minutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.agenda import (
    LEFT_OUT,
    LONGEST_ITEM_NOTE,
    LONGEST_MATERIALS,
    AgendaItem,
    TimedItem,
)
from groupkit.domain.refusal import Field, Refusal, Refused, TextTooLong
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave, is_in_hand
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import ChoiceField, LabelledField, TextField
from groupkit.ui.parts.name_field import NameField
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.tokens import GRID

_AS_PLANNED = "as planned"
_FINE_STEPS_UP_TO = 10
_STEP = 5


class ItemDetails(Card):
    """Keeps what is typed after a short pause; Esc goes back to the agenda."""

    edited = Signal(object)
    """The :class:`AgendaItem` as it was changed."""
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("The item's details"))
        self.setParent(parent)
        self._desk = desk
        self._item: AgendaItem | None = None
        self._which = PlainLabel(role="strong")
        self._which.setWordWrap(True)
        self._leader = NameField(say("Led by"), say("Nobody in particular"))
        self._short = ChoiceField(say("If short of time"), [(_AS_PLANNED, say("As planned"))])
        self._materials = NoteField(
            say("Materials"), say("One on each line."), lines=2, most=LONGEST_MATERIALS
        )
        self._room = TextField(say("Room set-up"))
        self._note = NoteField(
            say("Note"),
            say("All this stands on the run sheet. No woman's name here."),
            lines=2,
            most=LONGEST_ITEM_NOTE,
        )
        self._saved = PlainLabel(role="hint")
        self._fields: dict[str, LabelledField] = {
            "leader": self._leader,
            "short": self._short,
            "materials": self._materials,
            "room": self._room,
            "note": self._note,
        }
        self._save = Autosave(self, self._keep)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(GRID * 2)
        beside.addWidget(self._leader, 1)
        beside.addWidget(self._short, 1)
        self.body.addWidget(self._which)
        self.body.addLayout(beside)
        for part in (self._materials, self._room, self._note, self._saved):
            self.body.addWidget(part)

    def _connect(self) -> None:
        for field in self._fields.values():
            field.changed.connect(self._typed)
            field.keys.installEventFilter(self)
        self._materials.too_long.connect(self._refuse_materials)
        self._note.too_long.connect(self._refuse_note)

    @property
    def item_id(self) -> UUID | None:
        """The id of the item shown."""
        return self._item.id if self._item else None

    def show_item(self, timed: TimedItem | None, leaders: tuple[str, ...]) -> None:
        """Show an item; what is being typed about the same one stays as it is."""
        self.setVisible(timed is not None)
        if timed is None:
            self._item = None
            self._save.forget()
            return
        item, language = timed.item, self._desk.language
        is_same = item.id == self.item_id
        self._which.setText(f"{language.time(timed.starts)} · {item.title}")
        together = language.listed(leaders) if len(leaders) > 1 else ""
        self._leader.set_names([*leaders, *([together] if together else [])])
        self._item = item
        if is_same and self._save.is_waiting:
            return
        if not is_same:
            self._saved.setText("")
            for field in self._fields.values():
                field.set_error(None)
        self._offer_minutes(item)
        self._put_in(item, anew=not is_same)

    def _put_in(self, item: AgendaItem, *, anew: bool) -> None:
        """Show what is kept; the same words as typed stay as typed, with cursor and spaces."""
        for field, kept in ((self._leader, item.leader), (self._room, item.room)):
            if anew or field.value().split() != kept.split():
                _quietly(field, field.set_value, kept)
        for note, words in ((self._materials, item.materials), (self._note, item.note)):
            if anew:
                note.set_value(words)
            else:
                note.show_kept(words)
        _quietly(self._short, self._short.set_value, _key_of(item.short))

    def _offer_minutes(self, item: AgendaItem) -> None:
        language = self._desk.language
        options = [(_AS_PLANNED, language.say("As planned"))]
        options += [
            (str(n), language.count("{n} minute", "{n} minutes", n)) for n in _shorter(item)
        ]
        options.append((str(LEFT_OUT), language.say("Left out")))
        _quietly(self._short, self._short.set_options, options)

    def first_focus(self) -> QWidget:
        """Return the first field."""
        return self._leader.input

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        self._leader.take_focus()

    def spot(self) -> str:
        """Return which field of which item has the keyboard, '' when none has."""
        for name, field in self._fields.items():
            if is_in_hand(field.keys):
                return f"{name}/{self.item_id}"
        return ""

    def part(self, name: str) -> QWidget | None:
        """Return what takes the keys of the field ``name``."""
        field = self._fields.get(name)
        if isinstance(field, NoteField):
            field.go_to_end()
        return field.keys if field is not None else None

    def flush(self) -> None:
        """Keep what was typed at once."""
        self._save.flush()

    def show_saved(self) -> None:
        """Say that what was typed is in the store."""
        if self._saved.text() and not self._save.is_waiting:
            self._saved.setText(self._desk.language.say("Saved"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Cancel):
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._saved.setText(self._desk.language.say("Saving …"))
        self._save.touch()

    def _keep(self) -> None:
        """Change the item by every field that is as it may be; the others say what is wrong."""
        before = self._item
        if before is None:
            return
        short = self._short.value()
        typed: dict[str, Any] = {
            "leader": self._leader.value(),
            "materials": self._materials.value(),
            "room": self._room.value(),
            "note": self._note.value(),
            "short": None if short == _AS_PLANNED else int(short),
        }
        item = before
        for name, value in typed.items():
            try:
                item = replace(item, **{name: value})
            except Refused as no:
                self._fields[name].set_error(self._desk.sentence(no.refusal))
            else:
                self._fields[name].set_error(None)
        self._item = item
        if item != before:
            self.edited.emit(item)
        else:
            self._saved.setText("")

    def _refuse_materials(self, length: int) -> None:
        self._refuse(self._materials, TextTooLong(Field.MATERIALS, length, LONGEST_MATERIALS))

    def _refuse_note(self, length: int) -> None:
        self._refuse(self._note, TextTooLong(Field.NOTE, length, LONGEST_ITEM_NOTE))

    def _refuse(self, field: LabelledField, refusal: Refusal) -> None:
        field.set_error(self._desk.sentence(refusal))


def _key_of(short: int | None) -> str:
    return _AS_PLANNED if short is None else str(short)


def _shorter(item: AgendaItem) -> list[int]:
    """Return the shorter minutes offered, the longest first: by fives, below ten each."""
    steps = {n for n in range(1, item.minutes) if n % _STEP == 0}
    if item.minutes <= _FINE_STEPS_UP_TO:
        steps |= set(range(1, item.minutes))
    if item.short:
        steps.add(item.short)
    return sorted(steps, reverse=True)


def _quietly(field: LabelledField, put: Callable[[Any], None], value: object) -> None:
    """Put ``value`` into ``field`` without its telling that something was typed."""
    blocked = field.blockSignals(True)
    put(value)
    field.blockSignals(blocked)
