"""Somebody who came and is not on the list: a woman who is known, or a new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from groupkit.domain.participant import Participant
from groupkit.domain.refusal import AliasTaken, AlreadyInGroup, Field, NumberTaken
from groupkit.language.care_words import who
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet
from groupkit.ui.parts.field import ChoiceField, TextField
from groupkit.usecases.joining import Person, join, undo_join
from groupkit.usecases.memberships import come_back, take_out
from groupkit.usecases.nominating import known_women
from groupkit.usecases.recording import Record

NEW = ""


class AddedSheet(DraftedSheet):
    """She is a member from the session's day on; pausing and leaving stand on her page."""

    def __init__(
        self, desk: Desk, record: Record, number: str, over: QWidget, reopen: Callable[[], None]
    ) -> None:
        say = desk.language.say
        place = f"session {record.session.id}/added"
        super().__init__(desk, say("Somebody came who is not on the list"), place, over, reopen)
        self._record = record
        self._who = ChoiceField(
            say("Who"),
            [(NEW, say("A woman who is not known yet"))],
            hint=say("She is in the group from this session on."),
        )
        self._alias = TextField(
            say("First name or alias"), hint=say("No surname, no address, no CPR number.")
        )
        self._number = TextField(say("Our number"), value=number)
        self.fields = {"who": self._who, "alias": self._alias, "number": self._number}
        self.texts = {Field.ALIAS: "alias", Field.NUMBER: "number"}
        self.blame = {NumberTaken: "number", AliasTaken: "alias", AlreadyInGroup: "who"}
        for field in self.fields.values():
            self.form.addWidget(field)
        self.start()
        desk.ask(self, lambda: known_women(desk.store), self._offer)

    def typed(self) -> None:
        """Ask for a name only of who is not known."""
        is_new = self._who.value() == NEW
        self._alias.setVisible(is_new)
        self._number.setVisible(is_new)

    def deed(self) -> Deed:
        """Return her coming in."""
        store, group, day = self.desk.store, self._record.group.id, self._record.session.day
        if self._who.value() != NEW:
            her = UUID(self._who.value())
            return lambda: come_back(store, her, group, day)
        person = Person(self._alias.value(), self._number.value(), day)
        return lambda: join(store, group, person)

    def saved(self, value: Any) -> None:
        """Say so, with a way back."""
        desk, was_known = self.desk, self._who.value() != NEW
        back = take_out if was_known else undo_join
        desk.notice(
            desk.language.say("{alias} is in the group.", alias=value.participant.alias),
            undo=lambda: desk.do(desk, lambda: back(desk.store, value.id)),
        )

    def _offer(self, women: tuple[Participant, ...]) -> None:
        here = {line.membership.participant.id for line in self._record.roster}
        language = self.desk.language
        known = [
            (str(each.id), f"{who(each, language)} · {each.number}")
            for each in women
            if each.id not in here
        ]
        new = (NEW, language.say("A woman who is not known yet"))
        self._who.set_options([new, *known])
