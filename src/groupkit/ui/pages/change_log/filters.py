"""Which lines are wanted: by person, by kind of record, by period."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from groupkit.domain.change_log import Subject
from groupkit.domain.dates import Period
from groupkit.domain.refusal import Refused
from groupkit.language import Language, sentence
from groupkit.language.log_words import subject_word
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField
from groupkit.usecases.change_log import Sought

_EVERY, _CHOSEN = "", "chosen"
_DAYS = {"today": 0, "week": 6, "month": 29, "year": 364}


class Filters(QWidget):
    """Three choices side by side; a period of one's own shows its two days below."""

    changed = Signal()

    def __init__(self, language: Language, today: dt.date, parent: QWidget) -> None:
        super().__init__(parent)
        say = language.say
        self._language, self._today = language, today
        self._person = ChoiceField(say("Person"), [(_EVERY, say("Everybody"))])
        self._subject = ChoiceField(say("Kind of record"), self._subjects())
        self._period = ChoiceField(
            say("Period"),
            [
                (_EVERY, say("The whole log")),
                ("today", say("Today")),
                ("week", say("Last 7 days")),
                ("month", say("Last 30 days")),
                ("year", say("Last year")),
                (_CHOSEN, say("From day to day …")),
            ],
        )
        self._first = DateField(say("From"), today - dt.timedelta(days=29))
        self._last = DateField(say("To"), today)
        self._days = QWidget()
        self._lay_out()
        for field in (self._person, self._subject, self._first, self._last):
            field.changed.connect(self.changed)
        self._period.changed.connect(self._choose_period)

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(16)
        for choice in (self._person, self._subject, self._period):
            choices.addWidget(choice, 1)
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(16)
        for day in (self._first, self._last):
            days.addWidget(day, 1)
        days.addStretch(1)
        self._days.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(choices)
        column.addWidget(self._days)

    def show_people(self, people: tuple[tuple[UUID, str], ...]) -> None:
        """Offer those whom the log names."""
        named = [(str(user), name) for user, name in people]
        self._person.set_options([(_EVERY, self._language.say("Everybody")), *named])

    def sought(self) -> Sought | None:
        """Return what is chosen, or None when the period ends before it begins."""
        person, subject = self._person.value(), self._subject.value()
        self._last.set_error(None)
        try:
            period = self._chosen_period()
        except Refused as no:
            self._last.set_error(sentence(no.refusal, self._language))
            return None
        return Sought(
            UUID(person) if person else None, Subject(subject) if subject else None, period
        )

    def _chosen_period(self) -> Period | None:
        chosen = self._period.value()
        if chosen in _DAYS:
            return Period(self._today - dt.timedelta(days=_DAYS[chosen]), self._today)
        return Period(self._first.value(), self._last.value()) if chosen == _CHOSEN else None

    def _choose_period(self) -> None:
        self._days.setVisible(self._period.value() == _CHOSEN)
        self.changed.emit()

    def _subjects(self) -> list[tuple[str, str]]:
        words = [(subject.value, subject_word(subject, self._language)) for subject in Subject]
        every = (_EVERY, self._language.say("Every kind of record"))
        return [every, *sorted(words, key=lambda word: word[1].casefold())]
