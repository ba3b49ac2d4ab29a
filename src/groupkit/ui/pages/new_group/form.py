"""The fields of a new group, with their draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.group import read_names
from groupkit.domain.programme import Programme
from groupkit.domain.refusal import (
    DateOutOfReach,
    EndsNextDay,
    Field,
    GroupNameTaken,
    LengthOutOfRange,
    NoOpenDay,
    ParityNeedsFortnight,
    PeriodBackwards,
    PeriodTooLong,
    Refusal,
    RhythmOutOfRange,
    StartInOtherWeek,
    TextEmpty,
    TextTooLong,
    TextUnprintable,
    TooManyFacilitators,
    WeeksOutOfRange,
)
from groupkit.domain.schedule import Answer, Keep
from groupkit.language import Language, sentence
from groupkit.ui.pages.new_group.rhythm_fields import RhythmFields
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.closed_periods import ClosedPeriodsField
from groupkit.ui.parts.field import LabelledField, TextField
from groupkit.ui.parts.programme_field import ProgrammeField
from groupkit.usecases.planning import PlanRequest


@dataclass(frozen=True)
class _At:
    """Which field a refusal belongs to."""

    kinds: tuple[type[Refusal], ...]
    field: str


_PLACES = (
    _At((WeeksOutOfRange,), "weeks"),
    _At((RhythmOutOfRange, ParityNeedsFortnight), "every"),
    _At((DateOutOfReach, StartInOtherWeek, NoOpenDay), "start"),
    _At((LengthOutOfRange, EndsNextDay), "minutes"),
    _At((GroupNameTaken,), "name"),
    _At((TooManyFacilitators,), "facilitators"),
    _At((PeriodBackwards, PeriodTooLong), "closed"),
)
_TEXTS = {Field.GROUP: "name", Field.PLACE: "place", Field.FACILITATOR: "facilitators"}


class GroupForm(QWidget):
    """Emits ``changed`` at every edit; errors stand under the field they belong to."""

    changed = Signal()

    def __init__(
        self,
        language: Language,
        today: date,
        shipped: tuple[tuple[str, ...], ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self.name = TextField(
            say("Name"), hint=say("For example 'Spring 2027'. No names of women.")
        )
        self.rhythm = RhythmFields(language, today, self)
        self.place = TextField(say("Place"), hint=say("A room in the house."))
        self.facilitators = TextField(
            say("Facilitators"), hint=say("Separate the names with commas.")
        )
        self.programme = ProgrammeField(language, shipped)
        self.closed = ClosedPeriodsField(language, today, self)
        self._fields: dict[str, LabelledField | ClosedPeriodsField] = {
            "name": self.name,
            **self.rhythm.fields,
            "place": self.place,
            "facilitators": self.facilitators,
            "programme": self.programme,
            "closed": self.closed,
        }
        self._lay_out()
        for part in (self.name, self.rhythm, self.place, self.facilitators, self.programme):
            part.changed.connect(self._edited)
        self.closed.changed.connect(self._edited)

    def _lay_out(self) -> None:
        card = Card(self._language.say("The group"))
        card.body.setSpacing(12)
        for part in (
            self.name,
            self.rhythm,
            self.facilitators,
            self.place,
            self.programme,
            self.closed,
        ):
            card.body.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def offer_programmes(self, own: tuple[Programme, ...]) -> None:
        """Offer the house's own programmes too."""
        self.programme.offer(own)

    def request(self, answers: Mapping[date, Answer]) -> PlanRequest:
        """Return what is asked for, with what was answered about single days.

        Raises:
            Refused: a closed period that ends before it starts; what a course may not be.
        """
        rhythm = self.rhythm
        wanted = PlanRequest(
            self.name.value(),
            rhythm.start.value(),
            rhythm.starts.value(),
            rhythm.minutes.value(),
            rhythm.weeks.value(),
            int(rhythm.every.value()),
            self.place.value(),
            read_names(self.facilitators.value()),
            self.closed.periods(),
            rhythm.value_of_parity(),
            Keep(rhythm.keep.value()),
            answers,
        )
        return wanted.about(self.programme.topics(wanted.course.most_sessions))

    def show_refusal(self, refusal: Refusal) -> bool:
        """Put the sentence under its field; return False when no field is to blame."""
        self.clear_errors()
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
            **self.rhythm.draft(),
            "place": self.place.value(),
            "facilitators": self.facilitators.value(),
            "programme": self.programme.value(),
            "closed": self.closed.draft(),
        }

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Put back what was typed earlier."""
        self.name.set_value(draft["name"])
        self.rhythm.take_draft(draft)
        self.place.set_value(draft["place"])
        self.facilitators.set_value(draft["facilitators"])
        self.programme.set_value(draft.get("programme", ""))
        self.closed.take_draft(draft["closed"])

    def _edited(self) -> None:
        self.closed.begin_at(self.rhythm.start.value())
        self.changed.emit()


def _field_of(refusal: Refusal) -> str | None:
    if isinstance(refusal, TextEmpty | TextTooLong | TextUnprintable):
        return _TEXTS.get(refusal.field)
    return next((at.field for at in _PLACES if isinstance(refusal, at.kinds)), None)
