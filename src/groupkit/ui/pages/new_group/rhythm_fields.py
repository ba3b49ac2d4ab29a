"""When a group meets: first day, weeks, time, rhythm, and what gives way to closed days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from groupkit.domain.schedule import LEAST_WEEKS, MOST_WEEKS, WEEK, Keep, Parity
from groupkit.language import Language
from groupkit.language.plan_words import parity_word
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField, LabelledField, NumberField, TimeField

_USUAL_START = dt.time(17)
_USUAL_MINUTES = 120
_USUAL_WEEKS = 16


class RhythmFields(QWidget):
    """Emits ``changed`` at every edit; ``fields`` holds each by its name."""

    changed = Signal()

    def __init__(self, language: Language, today: dt.date, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._fits = False
        say = language.say
        self.start = DateField(say("First session"), value=_next_month(today))
        self.weeks = NumberField(
            say("Weeks"),
            LEAST_WEEKS - 1,
            MOST_WEEKS + 1,
            value=_USUAL_WEEKS,
            hint=say("{least} to {most} weeks", least=LEAST_WEEKS, most=MOST_WEEKS),
        )
        self.starts = TimeField(say("Begins at"), value=_USUAL_START)
        self.minutes = NumberField(say("Length in minutes"), 0, 999, value=_USUAL_MINUTES, step=15)
        self.every = ChoiceField(
            say("Rhythm"),
            [
                ("2", say("Every second week")),
                ("1", say("Every week")),
                ("3", say("Every third week")),
            ],
        )
        weeks = [(each.value, parity_word(each, language)) for each in Parity]
        self.parity = ChoiceField(say("Even or odd weeks"), weeks)
        self.keep = ChoiceField(
            say("If closed days cost time"),
            [
                (Keep.COUNT.value, say("Keep the number of sessions")),
                (Keep.WEEKS.value, say("Keep the weeks")),
            ],
            hint=say("At most {most} weeks from the first session to the last.", most=MOST_WEEKS),
        )
        self.fields: dict[str, LabelledField] = {
            "start": self.start,
            "weeks": self.weeks,
            "starts": self.starts,
            "minutes": self.minutes,
            "every": self.every,
            "parity": self.parity,
            "keep": self.keep,
        }
        self._lay_out()
        for field in self.fields.values():
            field.changed.connect(self._edited)
        self._picked = self.start.value()
        self.start.changed.connect(self._pick)
        self.parity.changed.connect(self._fit_start)
        self._show_week()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        pairs = (
            (self.start, self.weeks),
            (self.starts, self.minutes),
            (self.every, self.parity),
        )
        for row, (left, right) in enumerate(pairs):
            grid.addWidget(left, row, 0, top)
            grid.addWidget(right, row, 1, top)
        grid.addWidget(self.keep, len(pairs), 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def value_of_parity(self) -> Parity:
        """Return the weeks asked for; they count for a rhythm of two weeks alone."""
        chosen = Parity(self.parity.value() or Parity.ANY.value)
        return chosen if self.every.value() == "2" else Parity.ANY

    def draft(self) -> dict[str, str]:
        """Return what is typed, as texts."""
        return {
            "start": self.start.value().isoformat(),
            "starts": self.starts.value().isoformat("minutes"),
            "minutes": str(self.minutes.value()),
            "weeks": str(self.weeks.value()),
            "every": self.every.value(),
            "parity": self.parity.value(),
            "keep": self.keep.value(),
        }

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Put back what was typed earlier."""
        self.start.set_value(dt.date.fromisoformat(draft["start"]))
        self.starts.set_value(dt.time.fromisoformat(draft["starts"]))
        self.minutes.set_value(int(draft["minutes"]))
        self.weeks.set_value(int(draft["weeks"]))
        self.every.set_value(draft["every"])
        self.parity.set_value(draft.get("parity", Parity.ANY.value))
        self.keep.set_value(draft.get("keep", Keep.COUNT.value))
        self._show_week()

    def _edited(self) -> None:
        self._show_week()
        self.changed.emit()

    def _pick(self) -> None:
        if not self._fits:
            self._picked = self.start.value()

    def _fit_start(self) -> None:
        """Whoever chooses even weeks means the next even one after the day that she picked."""
        picked = self._picked
        fitting = picked if self.value_of_parity().holds(picked) else picked + WEEK
        self._fits = True
        self.start.set_value(fitting)
        self._fits = False

    def _show_week(self) -> None:
        start, say = self.start.value(), self._language.say
        week = start.isocalendar().week
        weekday = self._language.weekday(start)
        even = week % 2 == 0
        said = (
            say("{weekday} in week {week}, an even week", weekday=weekday, week=week)
            if even
            else say("{weekday} in week {week}, an odd week", weekday=weekday, week=week)
        )
        self.start.set_hint(self._language.start(said))
        self.parity.setEnabled(self.every.value() == "2")


def _next_month(today: dt.date) -> dt.date:
    """A start four weeks on, on the same weekday, is the likeliest."""
    return today + 4 * WEEK
