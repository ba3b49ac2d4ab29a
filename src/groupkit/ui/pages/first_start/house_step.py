"""The first step: language, the house's name, and the name of who makes the store."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupkit.domain.refusal import Refused
from groupkit.domain.roles import user_name
from groupkit.language import DANISH, ENGLISH, Language, sentence
from groupkit.ui.narrow import NarrowPage
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.field import ChoiceField, TextField
from groupkit.usecases.unlock import check_house


class HouseStep(NarrowPage):
    """Emits ``done`` with both names, ``language_chosen`` with the new language before them."""

    done = Signal(str, str)
    language_chosen = Signal(str, str, str)
    has_one_already = Signal()
    """There is a store elsewhere, or a backup of one that was lost."""

    def __init__(
        self, language: Language, house: str, owner: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("house", parent)
        self._language = language
        say = language.say
        self.heading.setText(say("Welcome to groupkit"))
        self.word.setText(
            say(
                "Everything you write stays on this laptop, encrypted. "
                "There is no account and no network."
            )
        )
        self._choice = ChoiceField(say("Language"), [(DANISH, "Dansk"), (ENGLISH, "English")])
        self._choice.set_value(language.code)
        self._house = TextField(
            say("The house's name"),
            hint=say(
                "It appears on the team's papers and plain handouts, never on a discreet sheet."
            ),
            value=house,
        )
        self._owner = TextField(
            say("Your name"),
            hint=say("You give others access later. No name is shown while the store is locked."),
            value=owner,
        )
        go = primary(say("Continue"))
        already = quiet(say("I have a store or a backup already"))
        already.clicked.connect(self.has_one_already)
        for part in (self._choice, self._house, self._owner, go, already):
            self.card.body.addWidget(part)
        self._choice.changed.connect(self._switch)
        self._house.input.returnPressed.connect(self._owner.take_focus)
        self._owner.input.returnPressed.connect(self._go)
        go.clicked.connect(self._go)

    def first_focus(self) -> QWidget:
        """Return the name's field."""
        return self._house.input

    def _switch(self) -> None:
        self.language_chosen.emit(self._choice.value(), self._house.value(), self._owner.value())

    def _go(self) -> None:
        house = self._checked(self._house, check_house)
        owner = self._checked(self._owner, user_name)
        if house is None:
            self._house.take_focus()
        elif owner is None:
            self._owner.take_focus()
        else:
            self.done.emit(house, owner)

    def _checked(self, field: TextField, check: Callable[[str], str]) -> str | None:
        field.set_error(None)
        try:
            return check(field.value())
        except Refused as no:
            field.set_error(sentence(no.refusal, self._language))
            return None
