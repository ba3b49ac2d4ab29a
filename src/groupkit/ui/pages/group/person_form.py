"""The form for one woman: first name or alias, number, joining and leaving dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from groupkit.domain.participant import Membership
from groupkit.domain.refusal import (
    AliasTaken,
    Field,
    JoinedAfterFirstMark,
    LeftBeforeJoining,
    LeftBeforeLastMark,
    NumberTaken,
    Refusal,
    TextEmpty,
    TextTooLong,
    TextUnprintable,
)
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import DateField, SwitchField, TextField
from groupkit.usecases.drafting import drop_draft, find_draft, keep_draft
from groupkit.usecases.joining import Circle, Person


class PersonForm(Card):
    """Emits ``saved`` with what is typed and the membership it belongs to (None: a new one)."""

    saved = Signal(object, object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            say("A participant"),
            say("No surname, no address, no CPR number: an alias and our own number are enough."),
        )
        self.setParent(parent)
        self._desk = desk
        self._membership: Membership | None = None
        self._circle: Circle | None = None
        self._set_aside: Mapping[str, str] | None = None
        self._alias = TextField(say("First name or alias"))
        self._number = TextField(say("Our number"))
        self._joined = DateField(say("Joins on"), value=desk.today())
        self._has_left = SwitchField(say("She has left or will leave"))
        self._left = DateField(say("Last day in the group"), value=desk.today())
        self._autosave = Autosave(self, self._keep_draft)
        self._lay_out()
        for field in (self._alias, self._number, self._joined, self._has_left, self._left):
            field.changed.connect(self._typed)

    def _lay_out(self) -> None:
        say = self._desk.language.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._alias, 0, 0, top)
        grid.addWidget(self._number, 0, 1, top)
        grid.addWidget(self._joined, 1, 0, top)
        grid.addWidget(self._has_left, 2, 0, top)
        grid.addWidget(self._left, 2, 1, top)
        save, cancel = primary(say("Save")), quiet(say("Close"))
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.done)
        buttons = QHBoxLayout()
        buttons.addWidget(save)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        self.body.addLayout(grid)
        self.body.addLayout(buttons)
        for field in (self._alias, self._number):
            field.input.returnPressed.connect(self._save)

    def first_focus(self) -> QWidget:
        """Return the alias field."""
        return self._alias.input

    def open_new(self, circle: Circle) -> None:
        """Open empty, with the next number, joining at the first session or today.

        A woman who is half typed already is shown as she was left.
        """
        if self._membership is None and not self.isHidden():
            self.first_focus().setFocus()
            return
        set_aside, self._set_aside = self._set_aside, None
        self._open(None, circle)
        self._alias.set_value("")
        self._number.set_value(circle.next_number)
        self._joined.set_value(max(circle.first_day, self._desk.today()))
        self._has_left.set_value(False)
        if set_aside:
            self._fill(set_aside)
        self._settle()

    def open_known(self, membership: Membership) -> None:
        """Open with what is known of a membership; a new woman half typed is set aside."""
        if self._membership is None and not self.isHidden():
            self._autosave.flush()
            self._set_aside = self._draft()
        self._open(membership, self._circle)
        self._alias.set_value(membership.participant.alias)
        self._number.set_value(membership.participant.number)
        self._joined.set_value(membership.joined)
        self._has_left.set_value(membership.left is not None)
        if membership.left is not None:
            self._left.set_value(membership.left)
        self._settle()

    def restore_draft(self, circle: Circle) -> None:
        """Open with the draft of this group, when there is one."""
        self._circle = circle
        desk, place = self._desk, draft_place(circle)
        desk.ask(
            self,
            lambda: find_draft(desk.store, place),
            lambda draft: self._take_draft(circle, draft),
        )

    def done(self) -> None:
        """Close the form and forget its draft; the draft of a woman set aside stays."""
        self._autosave.forget()
        self.hide()
        desk = self._desk
        if self._circle is not None and self._membership is None:
            place = draft_place(self._circle)
            desk.ask(self, lambda: drop_draft(desk.store, place), lambda _: None)
        self.closed.emit()

    def flush(self) -> None:
        """Keep what is typed as a draft at once."""
        self._autosave.flush()

    def show_refusal(self, refusal: Refusal) -> bool:
        """Put the sentence under its field; return False when no field is to blame."""
        self._clear_errors()
        self._autosave.touch()
        field = self._field_of(refusal)
        if field is None:
            return False
        field.set_error(self._desk.sentence(refusal))
        field.take_focus()
        return True

    def _open(self, membership: Membership | None, circle: Circle | None) -> None:
        self._membership = membership
        self._circle = circle or self._circle
        self._clear_errors()
        self.show()
        self._alias.take_focus()

    def _settle(self) -> None:
        self._autosave.forget()
        self._left.setVisible(bool(self._has_left.value()))

    def _typed(self) -> None:
        self._left.setVisible(bool(self._has_left.value()))
        self._clear_errors()
        self._autosave.touch()

    def _save(self) -> None:
        left = self._left.value() if self._has_left.value() else None
        person = Person(self._alias.value(), self._number.value(), self._joined.value(), left)
        self._autosave.forget()  # saving drops the draft; a refusal keeps it again
        self.saved.emit(person, self._membership)

    def _clear_errors(self) -> None:
        for field in (self._alias, self._number, self._joined, self._left):
            field.set_error(None)

    def _field_of(self, refusal: Refusal) -> TextField | DateField | None:
        if isinstance(refusal, TextEmpty | TextTooLong | TextUnprintable):
            return {Field.ALIAS: self._alias, Field.NUMBER: self._number}.get(refusal.field)
        places: dict[type[Refusal], TextField | DateField] = {
            AliasTaken: self._alias,
            NumberTaken: self._number,
            JoinedAfterFirstMark: self._joined,
            LeftBeforeJoining: self._left,
            LeftBeforeLastMark: self._left,
        }
        return places.get(type(refusal))

    def _keep_draft(self) -> None:
        if self._circle is None or self._membership is not None or self.isHidden():
            return
        desk, place, draft = self._desk, draft_place(self._circle), self._draft()
        desk.ask(self, lambda: keep_draft(desk.store, place, draft), lambda _: None)

    def _draft(self) -> dict[str, str]:
        return {
            "alias": self._alias.value(),
            "number": self._number.value(),
            "joined": self._joined.value().isoformat(),
            "left": self._left.value().isoformat() if self._has_left.value() else "",
        }

    def _take_draft(self, circle: Circle, draft: Mapping[str, str] | None) -> None:
        if not draft or not self.isHidden():
            return
        self._set_aside = draft
        self.open_new(circle)

    def _fill(self, draft: Mapping[str, str]) -> None:
        self._alias.set_value(draft["alias"])
        self._number.set_value(draft["number"])
        self._joined.set_value(dt.date.fromisoformat(draft["joined"]))
        left = draft.get("left", "")
        self._has_left.set_value(bool(left))
        if left:
            self._left.set_value(dt.date.fromisoformat(left))


def draft_place(circle: Circle) -> str:
    """Return where the draft of a new woman in this group is kept."""
    return f"participant of {circle.group.id}"
