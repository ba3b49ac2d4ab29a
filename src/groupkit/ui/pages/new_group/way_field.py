"""The ways out of one taken day, to choose from."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.schedule import Answer, Choice, Plan, Way
from groupkit.language import Language
from groupkit.language.plan_words import way_said
from groupkit.ui.parts.field import ChoiceField


class WayField(QWidget):
    """Emits ``chosen`` with the day of the rhythm and the answer."""

    chosen = Signal(object, object)

    def __init__(
        self,
        turn: dt.date,
        choices: tuple[Choice, ...],
        plan: Plan,
        answer: Answer | None,
        language: Language,
    ) -> None:
        super().__init__()
        self._turn = turn
        self._choices = choices
        label = language.say("Instead of {day}", day=language.date_day(turn))
        options = [(str(at), way_said(choice, plan, language)) for at, choice in enumerate(choices)]
        self._field = ChoiceField(label, options)
        self.setAccessibleName(label)
        self.setFocusProxy(self._field.input)
        self._field.set_value(str(self._at(answer)))
        self._field.changed.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self._field)

    def has_keyboard(self) -> bool:
        """Return whether the keyboard is here."""
        return self._field.input.hasFocus()

    def _at(self, answer: Answer | None) -> int:
        wanted = answer or Answer(Way.LATER_AND_BACK)
        answers = [choice.answer for choice in self._choices]
        return answers.index(wanted) if wanted in answers else 0

    def _choose(self) -> None:
        self.chosen.emit(self._turn, self._choices[int(self._field.value())].answer)
