"""The sheet for what a group is called, who leads it, where and when it meets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from groupkit.domain.group import read_names
from groupkit.domain.refusal import (
    EndsNextDay,
    Field,
    GroupNameTaken,
    LengthOutOfRange,
    PeriodBackwards,
    PeriodTooLong,
    Refusal,
    Refused,
    TextEmpty,
    TextTooLong,
    TextUnprintable,
    TooManyFacilitators,
)
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.closed_periods import ClosedPeriodsField
from groupkit.ui.parts.field import LabelledField, NumberField, TextField, TimeField
from groupkit.ui.parts.sheet import Sheet
from groupkit.usecases.changes import Done
from groupkit.usecases.drafting import drop_draft, keep_draft
from groupkit.usecases.group_details import Details, change_details

_TEXTS = {Field.GROUP: "name", Field.PLACE: "place", Field.FACILITATOR: "facilitators"}
_PLACES: dict[type[Refusal], str] = {
    GroupNameTaken: "name",
    LengthOutOfRange: "minutes",
    EndsNextDay: "minutes",
    TooManyFacilitators: "facilitators",
    PeriodBackwards: "closed",
    PeriodTooLong: "closed",
}


def details_place(group_id: UUID) -> str:
    """Return where half-typed details of a group are kept."""
    return f"details {group_id}"


class DetailsSheet(Sheet):
    """A new time counts for the sessions still to come."""

    def __init__(self, desk: Desk, group_id: UUID, details: Details, over: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("The group's details"), say("Close"), over)
        self._desk, self._group_id = desk, group_id
        self._name = TextField(say("Name"), value=details.name)
        self._facilitators = TextField(
            say("Facilitators"),
            hint=say("Separate the names with commas."),
            value=", ".join(details.facilitators),
        )
        self._place = TextField(say("Place"), hint=say("A room in the house."), value=details.place)
        self._starts = TimeField(
            say("Begins at"),
            details.starts,
            hint=say("Counts for the sessions still to come."),
        )
        self._minutes = NumberField(
            say("Length in minutes"), 0, 999, value=details.minutes, step=15
        )
        self._closed = ClosedPeriodsField(desk.language, desk.today(), self)
        for period in details.exceptions:
            self._closed.add(f"{period.first}..{period.last}")
        self._fields: dict[str, LabelledField | ClosedPeriodsField] = {
            "name": self._name,
            "facilitators": self._facilitators,
            "place": self._place,
            "starts": self._starts,
            "minutes": self._minutes,
            "closed": self._closed,
        }
        self._autosave = Autosave(self, self._keep_draft)
        self._lay_out()
        for field in self._fields.values():
            field.changed.connect(self._autosave.touch)

    def _lay_out(self) -> None:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._name, 0, 0, top)
        grid.addWidget(self._place, 0, 1, top)
        grid.addWidget(self._facilitators, 1, 0, 1, 2)
        grid.addWidget(self._starts, 2, 0, top)
        grid.addWidget(self._minutes, 2, 1, top)
        grid.addWidget(self._closed, 3, 0, 1, 2)
        grid.setRowStretch(4, 1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        save = primary(self._desk.language.say("Save"))
        save.clicked.connect(self._save)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(save)
        self.body.addWidget(area, 1)
        self.body.addLayout(foot)
        for field in (self._name, self._place, self._facilitators):
            field.input.returnPressed.connect(self._save)

    def first_focus(self) -> QWidget:
        """Return the name."""
        return self._name.input

    def flush(self) -> None:
        """Keep what is typed as a draft."""
        self._autosave.flush()

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Put back what was typed before a lock."""
        self._name.set_value(draft["name"])
        self._facilitators.set_value(draft["facilitators"])
        self._place.set_value(draft["place"])
        self._starts.set_value(dt.time.fromisoformat(draft["starts"]))
        self._minutes.set_value(int(draft["minutes"]))
        self._closed.clear()
        self._closed.take_draft(draft["closed"])
        self._autosave.forget()

    def _keep_draft(self) -> None:
        desk, place = self._desk, details_place(self._group_id)
        draft = {
            "name": self._name.value(),
            "facilitators": self._facilitators.value(),
            "place": self._place.value(),
            "starts": self._starts.value().isoformat("minutes"),
            "minutes": str(self._minutes.value()),
            "closed": self._closed.draft(),
        }
        desk.ask(desk, lambda: keep_draft(desk.store, place, draft), lambda _: None)

    def _wanted(self) -> Details:
        names = read_names(self._facilitators.value())
        return Details(
            self._name.value(),
            self._starts.value(),
            self._minutes.value(),
            self._place.value(),
            names,
            self._closed.periods(),
        )

    def _save(self) -> None:
        for field in self._fields.values():
            field.set_error(None)
        desk, group_id = self._desk, self._group_id
        try:
            wanted = self._wanted()
        except Refused as no:
            self._refuse(no.refusal)
            return
        self._autosave.forget()

        def change_and_drop_draft() -> Done[Details]:
            done = change_details(desk.store, group_id, wanted, desk.today())
            drop_draft(desk.store, details_place(group_id))
            return done

        desk.do(self, change_and_drop_draft, self._saved, self._refuse)

    def _saved(self, before: Details) -> None:
        desk, group_id = self._desk, self._group_id
        desk.notice(
            desk.language.say("The group's details are saved."),
            undo=lambda: desk.do(
                desk, lambda: change_details(desk.store, group_id, before, desk.today())
            ),
        )
        self.close_now()

    def _refuse(self, refusal: Refusal) -> None:
        self._autosave.touch()
        name = _PLACES.get(type(refusal))
        if isinstance(refusal, TextEmpty | TextTooLong | TextUnprintable):
            name = _TEXTS.get(refusal.field)
        if name is None:
            self._desk.tell(refusal)
            return
        self._fields[name].set_error(self._desk.sentence(refusal))

    def close_now(self) -> None:
        """Take the sheet away; what was not saved is forgotten with it."""
        if not self.isHidden():
            self._autosave.forget()
            desk, place = self._desk, details_place(self._group_id)
            desk.ask(desk, lambda: drop_draft(desk.store, place), lambda _: None)
        super().close_now()
