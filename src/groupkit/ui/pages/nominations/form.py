"""A nomination: who proposes her, the three considerations, the conversation, her own yes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.nomination import LONGEST_WORDS, Answer, Consideration, Nomination
from groupkit.domain.participant import Participant
from groupkit.domain.refusal import DateOutOfReach, Field, InFuture, NumberTaken
from groupkit.language.care_words import answer_word
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import WIDE, Deed, DraftedSheet, her_draft
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import SwitchField, TextField
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.drafting import NEW_NOMINATION
from groupkit.usecases.nominating import (
    Entry,
    change_nomination,
    nominate,
    nominate_again,
    put_nomination_back,
    withdraw_nomination,
)

NEW = NEW_NOMINATION


class NominationForm(DraftedSheet):
    """A new one, one to correct (``entry``), or one for a woman who is known (``again``)."""

    def __init__(
        self,
        desk: Desk,
        over: QWidget,
        reopen: Callable[[], None],
        *,
        next_number: str = "",
        known: tuple[Participant, ...] = (),
        entry: Entry | None = None,
        again: Participant | None = None,
    ) -> None:
        say = desk.language.say
        place = NEW
        if entry is not None:
            place = her_draft(entry.participant.id, f"nomination/{entry.nomination.id}")
        elif again is not None:
            place = her_draft(again.id, "nomination/again")
        super().__init__(desk, say("Nomination"), place, over, reopen, widest=WIDE)
        self._entry, self._again, self._women = entry, again, known
        self._make_fields(next_number)
        self._lay_out()
        if entry is not None:
            self._show_known(entry)
        self.start()

    def _make_fields(self, next_number: str) -> None:
        language, today = self.desk.language, self.desk.today()
        say = language.say
        who = self._entry.participant if self._entry else self._again
        self._alias = TextField(
            say("First name or alias"),
            hint=say("No surname, no address, no CPR number."),
            value=who.alias if who else "",
        )
        self._number = TextField(say("Our number"), value=who.number if who else next_number)
        self._person = TextField(
            say("Contact person"), hint=say("The shelter's employee who knows her from her stay.")
        )
        self._made = DateField(say("Nominated on"), today)
        answers = [(each.value, answer_word(each, language)) for each in Answer]
        self._considered = {
            name: (Chips(label, answers, many=False, numbered=False), _note(say("In words")))
            for name, label in (
                ("language", say("Her language")),
                ("situation", say("Her situation")),
                ("mental_state", say("Her mental state")),
            )
        }
        for chips, _ in self._considered.values():
            chips.set_value(Answer.UNKNOWN.value)
        self._for = _note(say("What speaks for it"))
        self._against = _note(say("What speaks against it"))
        self._talked = SwitchField(say("Somebody has talked with her about the group"))
        self._talked_on = DateField(say("Talked on"), today)
        self._talk = _note(say("What she said"))
        self._yes = SwitchField(say("She has said yes herself"))
        self._yes_on = DateField(say("She said yes on"), today)
        self.fields = {"alias": self._alias, "number": self._number, "person": self._person,
                       "made": self._made}  # fmt: skip
        for name, (chips, words) in self._considered.items():
            self.fields |= {name: chips, f"{name}_words": words}
        self.fields |= {
            "for": self._for, "against": self._against, "talked": self._talked,
            "talked_on": self._talked_on, "talk": self._talk, "yes": self._yes,
            "yes_on": self._yes_on,
        }  # fmt: skip
        self.texts = {
            Field.ALIAS: "alias", Field.NUMBER: "number", Field.CONTACT_PERSON: "person",
            Field.CONSIDERATION: "language_words",
        }  # fmt: skip
        self.blame = {NumberTaken: "number", InFuture: "made", DateOutOfReach: "made"}

    def _lay_out(self) -> None:
        self.form.addLayout(_beside(self._alias, self._number))
        self.form.addLayout(_beside(self._person, self._made))
        for chips, words in self._considered.values():
            column = QVBoxLayout()
            column.setSpacing(GRID)
            column.addWidget(chips)
            column.addWidget(words)
            self.form.addLayout(column)
        self.form.addLayout(_beside(self._for, self._against))
        self.form.addWidget(self._talked)
        self.form.addLayout(_beside(self._talked_on, self._talk))
        self.form.addWidget(self._yes)
        self.form.addWidget(self._yes_on)
        self._alias.setVisible(self._again is None)
        self._number.setVisible(self._again is None)
        if self._entry is not None and self._entry.nomination.verdict is None:
            remove = quiet(self.desk.language.say("Remove"), "trash")
            remove.clicked.connect(self._withdraw)
            self.foot.insertWidget(0, remove)

    def _show_known(self, entry: Entry) -> None:
        known = entry.nomination
        self._person.set_value(known.contact_person)
        self._made.set_value(known.made)
        for name, (chips, words) in self._considered.items():
            considered: Consideration = getattr(known, name)
            chips.set_value(considered.answer.value)
            words.set_value(considered.words)
        self._for.set_value(known.speaks_for)
        self._against.set_value(known.speaks_against)
        self._talked.set_value(known.conversation is not None)
        self._talked_on.set_value(known.conversation or self.desk.today())
        self._talk.set_value(known.conversation_words)
        self._yes.set_value(known.said_yes is not None)
        self._yes_on.set_value(known.said_yes or self.desk.today())

    def typed(self) -> None:
        """Ask for what goes with what was said; tell of a woman of that name."""
        for chips, words in self._considered.values():
            words.setVisible(chips.value() != Answer.UNKNOWN.value or bool(words.value()))
        for field in (self._talked_on, self._talk):
            field.setVisible(self._talked.value())
        self._yes_on.setVisible(self._yes.value())
        own = self._entry.participant.id if self._entry else None
        typed = self._alias.value().strip().casefold()
        same = [w.number for w in self._women if w.alias.casefold() == typed and w.id != own]
        say = self.desk.language.say
        if typed and same:
            self._alias.set_hint(
                say(
                    "There is a woman of this name: {numbers}. If it is she, nominate her again "
                    "from her page or from the list.",
                    numbers=", ".join(same),
                )
            )
        else:
            self._alias.set_hint(say("No surname, no address, no CPR number."))

    def deed(self) -> Deed:
        """Return the nominating, or the correction."""
        store, today = self.desk.store, self.desk.today()
        if self._again is not None:
            wanted = self._nomination(self._again)
            return lambda: nominate_again(store, wanted, today)
        known = self._entry.participant if self._entry else None
        who = Participant(known.id if known else uuid4(), self._alias.value(), self._number.value())
        wanted = self._nomination(who)
        if self._entry is not None:
            return lambda: change_nomination(store, wanted, today, who)
        return lambda: nominate(store, who, wanted, today)

    def saved(self, _value: Any) -> None:
        """Say so."""
        self.desk.notice(self.desk.language.say("The nomination is kept."))

    def _nomination(self, who: Participant) -> Nomination:
        known = self._entry.nomination if self._entry else None
        base = known or Nomination(uuid4(), who.id, self._made.value())
        return replace(
            base,
            made=self._made.value(),
            contact_person=self._person.value(),
            speaks_for=self._for.value(),
            speaks_against=self._against.value(),
            conversation=_day(self._talked, self._talked_on),
            conversation_words=self._talk.value() if self._talked.value() else "",
            said_yes=_day(self._yes, self._yes_on),
            language=self._consideration("language"),
            situation=self._consideration("situation"),
            mental_state=self._consideration("mental_state"),
        )

    def _consideration(self, name: str) -> Consideration:
        chips, words = self._considered[name]
        return Consideration(Answer(chips.value()), words.value())

    def _withdraw(self) -> None:
        desk, entry = self.desk, self._entry
        if entry is None:
            return

        def gone(value: tuple[Participant, Nomination]) -> None:
            desk.notice(
                desk.language.say("The nomination is removed."),
                undo=lambda: desk.do(desk, lambda: put_nomination_back(desk.store, *value)),
            )

        desk.do(desk, lambda: withdraw_nomination(desk.store, entry.nomination.id), gone)
        self.let_go()


def _note(label: str) -> NoteField:
    return NoteField(label, lines=1, most=LONGEST_WORDS)


def _day(switch: SwitchField, field: DateField) -> dt.date | None:
    return field.value() if switch.value() else None


def _beside(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID * 2)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
