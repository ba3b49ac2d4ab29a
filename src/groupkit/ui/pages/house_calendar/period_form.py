"""One closed period to type in, or to correct."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from groupkit.domain.closed import ClosedPeriod, Why
from groupkit.domain.dates import Period
from groupkit.domain.refusal import (
    DateOutOfReach,
    PeriodBackwards,
    PeriodTooLong,
    Refusal,
    Refused,
    TextTooLong,
    TextUnprintable,
)
from groupkit.language import Language, sentence
from groupkit.language.plan_words import closed_kind_word
from groupkit.ui.parts.buttons import primary, quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField, TextField


class PeriodForm(Card):
    """Emits ``saved`` with the period; Enter in the name saves as well."""

    saved = Signal(object)
    changed = Signal()

    def __init__(self, language: Language, today: dt.date, parent: QWidget) -> None:
        say = language.say
        super().__init__(say("A closed period"))
        self.setParent(parent)
        self._language, self._today = language, today
        self._id: UUID | None = None
        self._name = TextField(say("Name"), hint=say("For example 'Winter holiday'."))
        kinds = (Why.SCHOOL_HOLIDAY, Why.HOUSE_CLOSED)
        self._why = ChoiceField(
            say("Kind"), [(why.value, closed_kind_word(why, language)) for why in kinds]
        )
        self._first = DateField(say("First day"), value=today)
        self._last = DateField(say("Last day"), value=today)
        self._save = primary(say("Add"))
        self._cancel = quiet(say("Leave it as it was"))
        self._lay_out()
        self._save.clicked.connect(self._emit)
        self._cancel.clicked.connect(self.clear)
        self._name.input.returnPressed.connect(self._emit)
        self._first.changed.connect(self._follow)
        for field in (self._name, self._why, self._first, self._last):
            field.changed.connect(self.changed)
        self.clear()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._name, 0, 0, top)
        grid.addWidget(self._why, 0, 1, top)
        grid.addWidget(self._first, 1, 0, top)
        grid.addWidget(self._last, 1, 1, top)
        row = QHBoxLayout()
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        row.addStretch(1)
        self.body.addLayout(grid)
        self.body.addLayout(row)

    def first_focus(self) -> QWidget:
        """Return the name."""
        return self._name.input

    def clear(self) -> None:
        """Make the form ready for a new period."""
        self._id = None
        self._name.set_value("")
        self._first.set_value(self._today)
        self._last.set_value(self._today)
        self._save.setText(self._language.say("Add"))
        self._cancel.hide()
        self._clear_errors()
        self.changed.emit()

    def correct(self, kept: ClosedPeriod) -> None:
        """Take a kept period into the form."""
        self._id = kept.id
        self._name.set_value(kept.name)
        self._why.set_value(kept.why.value)
        self._first.set_value(kept.period.first)
        self._last.set_value(kept.period.last)
        self._save.setText(self._language.say("Save"))
        self._cancel.show()
        self._clear_errors()
        self._name.take_focus()
        self.changed.emit()

    def draft(self) -> dict[str, str]:
        """Return what is typed, as texts."""
        return {
            "id": str(self._id or ""),
            "name": self._name.value(),
            "why": self._why.value(),
            "first": self._first.value().isoformat(),
            "last": self._last.value().isoformat(),
        }

    def is_blank(self) -> bool:
        """Return whether nothing is typed."""
        days = {self._first.value(), self._last.value()}
        return self._id is None and not self._name.value() and days == {self._today}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Put back what was typed before a lock."""
        self._id = UUID(draft["id"]) if draft["id"] else None
        self._name.set_value(draft["name"])
        self._why.set_value(draft["why"])
        self._first.set_value(dt.date.fromisoformat(draft["first"]))
        self._last.set_value(dt.date.fromisoformat(draft["last"]))
        self._cancel.setVisible(self._id is not None)

    def show_refusal(self, refusal: Refusal) -> bool:
        """Put the sentence under its field; return False when no field is to blame."""
        said = sentence(refusal, self._language)
        if isinstance(refusal, TextTooLong | TextUnprintable):
            self._name.set_error(said)
        elif isinstance(refusal, PeriodBackwards | PeriodTooLong | DateOutOfReach):
            self._last.set_error(said)
        else:
            return False
        return True

    def _emit(self) -> None:
        self._clear_errors()
        try:
            period = Period(self._first.value(), self._last.value())
            why, name = Why(self._why.value()), self._name.value()
            self.saved.emit(ClosedPeriod(self._id or uuid4(), why, period, name))
        except Refused as no:
            self.show_refusal(no.refusal)

    def _follow(self) -> None:
        """A period seldom ends before it begins: the last day comes along."""
        if self._last.value() < self._first.value():
            self._last.set_value(self._first.value())

    def _clear_errors(self) -> None:
        for field in (self._name, self._why, self._first, self._last):
            field.set_error(None)
