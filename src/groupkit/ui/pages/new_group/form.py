"""The fields of a new group, with their draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from groupkit.domain.dates import Period
from groupkit.domain.refusal import (
    DateOutOfReach,
    EndsNextDay,
    Field,
    GroupNameTaken,
    LengthOutOfRange,
    PeriodBackwards,
    Refusal,
    RhythmOutOfRange,
    TextEmpty,
    TextTooLong,
    TextUnprintable,
    TooManyFacilitators,
    WeeksOutOfRange,
)
from groupkit.domain.schedule import LEAST_WEEKS, MOST_WEEKS
from groupkit.language import Language, sentence
from groupkit.ui.pages.new_group.closed_periods import ClosedPeriodsField
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.field import (
    ChoiceField,
    DateField,
    LabelledField,
    NumberField,
    TextField,
    TimeField,
)
from groupkit.usecases.planning import PlanRequest

_USUAL_START = dt.time(17)
_USUAL_MINUTES = 120
_USUAL_WEEKS = 16


@dataclass(frozen=True)
class _At:
    """Which field a refusal belongs to."""

    kinds: tuple[type[Refusal], ...]
    field: str


_PLACES = (
    _At((WeeksOutOfRange,), "weeks"),
    _At((RhythmOutOfRange,), "every"),
    _At((DateOutOfReach,), "start"),
    _At((LengthOutOfRange, EndsNextDay), "minutes"),
    _At((GroupNameTaken,), "name"),
    _At((TooManyFacilitators,), "facilitators"),
    _At((PeriodBackwards,), "closed"),
)
_TEXTS = {Field.GROUP: "name", Field.PLACE: "place", Field.FACILITATOR: "facilitators"}


class GroupForm(QWidget):
    """Emits ``changed`` at every edit; errors stand under the field they belong to."""

    changed = Signal()

    def __init__(self, language: Language, today: dt.date, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self.name = TextField(
            say("Name"), hint=say("For example 'Spring 2027'. No names of women.")
        )
        self.start = DateField(say("First session"), value=_next_month(today))
        self.starts = TimeField(say("Begins at"), value=_USUAL_START)
        self.minutes = NumberField(say("Length in minutes"), 0, 999, value=_USUAL_MINUTES, step=15)
        self.weeks = NumberField(
            say("Weeks"),
            LEAST_WEEKS - 1,
            MOST_WEEKS + 1,
            value=_USUAL_WEEKS,
            hint=say("{least} to {most} weeks", least=LEAST_WEEKS, most=MOST_WEEKS),
        )
        self.every = ChoiceField(
            say("Rhythm"),
            [
                ("2", say("Every second week")),
                ("1", say("Every week")),
                ("3", say("Every third week")),
            ],
        )
        self.place = TextField(say("Place"), hint=say("A room in the house."))
        self.facilitators = TextField(
            say("Facilitators"), hint=say("Separate the names with commas.")
        )
        self.closed = ClosedPeriodsField(language, today, self)
        self._fields: dict[str, LabelledField | ClosedPeriodsField] = {
            "name": self.name,
            "start": self.start,
            "starts": self.starts,
            "minutes": self.minutes,
            "weeks": self.weeks,
            "every": self.every,
            "place": self.place,
            "facilitators": self.facilitators,
            "closed": self.closed,
        }
        self._lay_out()
        for field in self._fields.values():
            field.changed.connect(self._edited)

    def _lay_out(self) -> None:
        card = Card(self._language.say("The group"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(self.start, 1, 0, top)
        grid.addWidget(self.weeks, 1, 1, top)
        grid.addWidget(self.starts, 2, 0, top)
        grid.addWidget(self.minutes, 2, 1, top)
        grid.addWidget(self.every, 3, 0, 1, 2)
        grid.addWidget(self.place, 4, 0, 1, 2)
        grid.addWidget(self.facilitators, 5, 0, 1, 2)
        grid.addWidget(self.closed, 6, 0, 1, 2)
        card.body.addLayout(grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def request(self) -> PlanRequest:
        """Return what is asked for.

        Raises:
            Refused: a closed period that ends before it starts.
        """
        names = self.facilitators.value().split(",")
        return PlanRequest(
            self.name.value(),
            self.start.value(),
            self.starts.value(),
            self.minutes.value(),
            self.weeks.value(),
            int(self.every.value()),
            self.place.value(),
            tuple(name.strip() for name in names),
            self.periods(),
        )

    def periods(self) -> tuple[Period, ...]:
        """Return the closed periods as typed."""
        return self.closed.periods()

    def show_refusal(self, refusal: Refusal) -> bool:
        """Put the sentence under its field; return False when no field is to blame."""
        for field in self._fields.values():
            field.set_error(None)
        name = _field_of(refusal)
        if name is None:
            return False
        self._fields[name].set_error(sentence(refusal, self._language))
        return True

    def clear_errors(self) -> None:
        """Take all sentences away."""
        for field in self._fields.values():
            field.set_error(None)

    def draft(self) -> dict[str, str]:
        """Return what is typed, as texts."""
        return {
            "name": self.name.value(),
            "start": self.start.value().isoformat(),
            "starts": self.starts.value().isoformat("minutes"),
            "minutes": str(self.minutes.value()),
            "weeks": str(self.weeks.value()),
            "every": self.every.value(),
            "place": self.place.value(),
            "facilitators": self.facilitators.value(),
            "closed": self.closed.draft(),
        }

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Put back what was typed earlier."""
        self.name.set_value(draft["name"])
        self.start.set_value(dt.date.fromisoformat(draft["start"]))
        self.starts.set_value(dt.time.fromisoformat(draft["starts"]))
        self.minutes.set_value(int(draft["minutes"]))
        self.weeks.set_value(int(draft["weeks"]))
        self.every.set_value(draft["every"])
        self.place.set_value(draft["place"])
        self.facilitators.set_value(draft["facilitators"])
        self.closed.take_draft(draft["closed"])

    def _edited(self) -> None:
        self.changed.emit()


def _field_of(refusal: Refusal) -> str | None:
    if isinstance(refusal, TextEmpty | TextTooLong | TextUnprintable):
        return _TEXTS.get(refusal.field)
    return next((at.field for at in _PLACES if isinstance(refusal, at.kinds)), None)


def _next_month(today: dt.date) -> dt.date:
    """A start four weeks on, on the same weekday, is the likeliest."""
    return today + dt.timedelta(weeks=4)
