"""The first step: language and the house's name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from groupkit.domain.refusal import Refused
from groupkit.language import DANISH, ENGLISH, Language, sentence
from groupkit.ui.narrow import NarrowPage
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.field import ChoiceField, TextField
from groupkit.usecases.unlock import check_house


class HouseStep(NarrowPage):
    """Emits ``done`` with the name once it is one, ``language_chosen`` with the new language."""

    done = Signal(str)
    language_chosen = Signal(str, str)

    def __init__(self, language: Language, house: str, parent: QWidget | None = None) -> None:
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
        go = primary(say("Continue"))
        for part in (self._choice, self._house, go):
            self.card.body.addWidget(part)
        self._choice.changed.connect(self._switch)
        self._house.input.returnPressed.connect(self._go)
        go.clicked.connect(self._go)

    def first_focus(self) -> QWidget:
        """Return the name's field."""
        return self._house.input

    def _switch(self) -> None:
        self.language_chosen.emit(self._choice.value(), self._house.value())

    def _go(self) -> None:
        try:
            self.done.emit(check_house(self._house.value()))
        except Refused as no:
            self._house.set_error(sentence(no.refusal, self._language))
            self._house.take_focus()
