"""Her alias and our number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from groupkit.domain.participant import Participant
from groupkit.domain.refusal import AliasTaken, Field, NumberTaken
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet
from groupkit.ui.parts.field import TextField
from groupkit.usecases.her_page import change_person


class PersonSheet(DraftedSheet):
    """No surname, no address: an alias and a number."""

    def __init__(
        self,
        desk: Desk,
        known: Participant,
        place: str,
        over: QWidget,
        reopen: Callable[[], None],
    ) -> None:
        say = desk.language.say
        super().__init__(desk, say("Alias and number"), place, over, reopen)
        self._known = known
        self._alias = TextField(
            say("First name or alias"),
            hint=say(
                "No surname, no address, no CPR number: an alias and our own number are enough."
            ),
            value=known.alias,
        )
        self._number = TextField(say("Our number"), value=known.number)
        self.fields = {"alias": self._alias, "number": self._number}
        self.texts = {Field.ALIAS: "alias", Field.NUMBER: "number"}
        self.blame = {AliasTaken: "alias", NumberTaken: "number"}
        for field in self.fields.values():
            self.form.addWidget(field)
        self.start()

    def deed(self) -> Deed:
        """Return the correction."""
        store = self.desk.store
        wanted = replace(self._known, alias=self._alias.value(), number=self._number.value())
        return lambda: change_person(store, wanted)

    def saved(self, before: Any) -> None:
        """Say so, with a way back."""
        desk = self.desk
        desk.notice(
            desk.language.say("Alias and number are saved."),
            undo=lambda: desk.do(desk, lambda: change_person(desk.store, before)),
        )
