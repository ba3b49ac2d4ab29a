"""The form for one woman: first name or alias, number, joining and leaving dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from shiboken6 import isValid

from groupkit.domain.participant import Membership
from groupkit.domain.refusal import (
    AliasTaken,
    AlreadyInGroup,
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
from groupkit.ui.pages.group.person_drafts import Draft, PersonDrafts, place_of
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import SwitchField, TextField
from groupkit.usecases.joining import Circle, Person
from groupkit.usecases.looking import note_reading


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
        self._subject: _Subject | None = None
        self._untouched: dict[str, str] = {}
        self._drafts = PersonDrafts(desk, self)
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
        cancel.clicked.connect(self.put_away)
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
        """Open for a new woman, with the next number, joining at the first session or today.

        A woman who is half typed already is shown as she was left.
        """
        if self._is_about(place_of(circle, None)):
            self.first_focus().setFocus()
            return
        day = max(circle.first_day, self._desk.today())
        self._open(_Subject(circle, None), _fields("", circle.next_number, day, None))

    def open_known(self, circle: Circle, membership: Membership) -> None:
        """Open with what is known of a membership, or with the correction half typed."""
        if self._is_about(place_of(circle, membership)):
            self.first_focus().setFocus()
            return
        who = membership.participant
        known = _fields(who.alias, who.number, membership.joined, membership.left)
        self._open(_Subject(circle, membership), known)
        desk = self._desk
        desk.ask(self, lambda: note_reading(desk.store, who.id, None), lambda _: None)

    def restore_draft(self, circle: Circle) -> None:
        """Open with what was left half typed in this group, when there is something."""
        self._drafts.read(circle, lambda: self._take_draft(circle))

    def done(self, place: str) -> bool:
        """Forget the draft at ``place``; close the form and return True if it is still there."""
        self._drafts.drop(place)
        if not self._is_about(place):
            return False
        self._autosave.forget()
        self.hide()
        self.closed.emit()
        return True

    def put_away(self) -> None:
        """Close the form unsaved; a passing word offers what was typed again."""
        subject, typed = self._subject, self._typed_now()
        if subject is None:
            return
        was_touched = typed != self._untouched
        self.done(subject.place)
        if not was_touched:
            return
        say, name = self._desk.language.say, typed["alias"].strip()
        said = say("'{name}' was not saved.", name=name) if name else say("Nothing was saved.")
        self._desk.notice(said, undo=lambda: self._bring_back(subject, typed))

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

    def _is_about(self, place: str) -> bool:
        return not self.isHidden() and self._subject is not None and self._subject.place == place

    def _open(self, subject: _Subject, untouched: dict[str, str]) -> None:
        """Show ``untouched``, or the draft over it; what is typed about another is set aside."""
        self._autosave.flush()
        self._subject = subject
        self._untouched = untouched
        self._fill(untouched | dict(self._drafts.at(subject.place) or {}))
        self._autosave.forget()
        self._clear_errors()
        self.show()
        self._alias.take_focus()

    def _bring_back(self, subject: _Subject, typed: dict[str, str]) -> None:
        self._drafts.keep(subject.place, typed)
        if isValid(self):
            self._reopen(subject)

    def _reopen(self, subject: _Subject) -> None:
        if subject.membership is None:
            self.open_new(subject.circle)
        else:
            self.open_known(subject.circle, subject.membership)

    def _typed(self) -> None:
        self._left.setVisible(bool(self._has_left.value()))
        self._clear_errors()
        self._autosave.touch()

    def _save(self) -> None:
        left = self._left.value() if self._has_left.value() else None
        person = Person(self._alias.value(), self._number.value(), self._joined.value(), left)
        self._autosave.forget()  # saving drops the draft; a refusal keeps it again
        self.saved.emit(person, self._subject.membership if self._subject else None)

    def _clear_errors(self) -> None:
        for field in (self._alias, self._number, self._joined, self._left):
            field.set_error(None)

    def _field_of(self, refusal: Refusal) -> TextField | DateField | None:
        if isinstance(refusal, TextEmpty | TextTooLong | TextUnprintable):
            return {Field.ALIAS: self._alias, Field.NUMBER: self._number}.get(refusal.field)
        places: dict[type[Refusal], TextField | DateField] = {
            AliasTaken: self._alias,
            NumberTaken: self._number,
            AlreadyInGroup: self._joined,
            JoinedAfterFirstMark: self._joined,
            LeftBeforeJoining: self._left,
            LeftBeforeLastMark: self._left,
        }
        return places.get(type(refusal))

    def _keep_draft(self) -> None:
        if self._subject is None or self.isHidden():
            return
        typed = self._typed_now()
        if typed != self._untouched:
            self._drafts.keep(self._subject.place, typed)
        else:
            self._drafts.drop(self._subject.place)

    def _typed_now(self) -> dict[str, str]:
        left = self._left.value() if self._has_left.value() else None
        return _fields(self._alias.value(), self._number.value(), self._joined.value(), left)

    def _take_draft(self, circle: Circle) -> None:
        if not self.isHidden():
            return
        for membership in (None, *circle.memberships):
            subject = _Subject(circle, membership)
            if self._drafts.at(subject.place):
                self._reopen(subject)
                return

    def _fill(self, draft: Draft) -> None:
        self._alias.set_value(draft["alias"])
        self._number.set_value(draft["number"])
        self._joined.set_value(dt.date.fromisoformat(draft["joined"]))
        left = draft["left"]
        self._has_left.set_value(bool(left))
        self._left.setVisible(bool(left))
        self._left.set_value(dt.date.fromisoformat(left) if left else self._desk.today())


@dataclass(frozen=True)
class _Subject:
    """Whom the form is about; without a membership a new woman."""

    circle: Circle
    membership: Membership | None

    @property
    def place(self) -> str:
        return place_of(self.circle, self.membership)


def _fields(alias: str, number: str, joined: dt.date, left: dt.date | None) -> dict[str, str]:
    return {
        "alias": alias,
        "number": number,
        "joined": joined.isoformat(),
        "left": left.isoformat() if left else "",
    }
