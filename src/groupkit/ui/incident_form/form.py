"""The form: what is asked most comes first, and everything is reached by Tab and figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.incident import Incident, IncidentKind, Precision, Told, Way
from groupkit.domain.refusal import (
    DateOutOfReach,
    DueInPast,
    DueTooFar,
    Field,
    InFuture,
    KindMissing,
    ToldBeforeHappened,
)
from groupkit.language.care_words import (
    kind_word,
    matter_word,
    precision_word,
    told_word,
    way_word,
)
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import WIDE, Deed, DraftedSheet, her_draft
from groupkit.ui.incident_form.danger import DangerNow
from groupkit.ui.incident_form.steps import STEPS, StepFields
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.incidents import (
    change_incident,
    note_incident,
    put_incident_back,
    remove_incident,
    take_correction_back,
)

NEW = "new"


@dataclass(frozen=True)
class Around:
    """Who can take a step, until when it is usually taken, and the house's procedure."""

    owners: tuple[tuple[UUID, str], ...]
    due: dt.date
    procedure: str


class IncidentForm(DraftedSheet):
    """A new incident, or one to correct, perhaps with a further step."""

    def __init__(
        self,
        desk: Desk,
        over: QWidget,
        reopen: Callable[[], None],
        participant_id: UUID,
        around: Around,
        *,
        session_id: UUID | None = None,
        incident: Incident | None = None,
    ) -> None:
        say = desk.language.say
        place = her_draft(participant_id, f"incident/{incident.id if incident else NEW}")
        title = say("The incident") if incident else say("New incident")
        super().__init__(desk, title, place, over, reopen, widest=WIDE)
        self._her, self._session, self._known = participant_id, session_id, incident
        self._make_fields(around)
        self._danger_now = DangerNow(around.procedure, desk.house.help_lines, desk.language)
        self._danger_mark = StatusMark(say("Immediate danger"), tone="danger", icon="warning")
        self._lay_out()
        self.foot.insertWidget(0, self._danger_mark)
        if incident is not None:
            self._show_known(incident)
            remove = quiet(say("Remove"), "trash")
            remove.clicked.connect(self._remove)
            self.foot.insertWidget(0, remove)
        self.start()

    def _make_fields(self, around: Around) -> None:
        language = self.desk.language
        say = language.say
        self._kinds = Chips(
            say("What happened"),
            [(each.value, kind_word(each, language)) for each in IncidentKind],
            many=True,
            hint=say("The figures on the keyboard choose; several at once."),
        )
        self._happened = DateField(say("When"), self.desk.today())
        self._precision = Chips(
            say("How exactly"),
            [(each.value, precision_word(each, language)) for each in Precision],
            many=False,
        )
        self._precision.set_value(Precision.DAY.value)
        self._danger = SwitchField(say("She is in immediate danger"))
        self._ways = Chips(
            say("Through which contact"),
            [(each.value, way_word(each, language)) for each in Way],
            many=True,
        )
        self._children = Chips(
            say("Were children there?"),
            [(each.value, told_word(each, language)) for each in Told],
            many=False,
        )
        self._children.set_value(Told.UNKNOWN.value)
        self._what = NoteField(say("In a few words"), lines=2, most=2_000)
        self._wish = NoteField(say("What she wants done"), lines=2, most=2_000)
        self._steps = Chips(
            say("What is done now") if self._known is None else say("A further step"),
            [(each.value, matter_word(each, language)) for each in STEPS],
            many=True,
            hint=say("Each becomes a follow-up, where its day and owner can be changed."),
        )
        self._step_fields = {
            matter.value: StepFields(matter, around.owners, around.due, language)
            for matter in STEPS
        }
        self.fields = {
            "kinds": self._kinds, "happened": self._happened, "precision": self._precision,
            "danger": self._danger, "ways": self._ways, "children": self._children,
            "what": self._what, "wish": self._wish,
        }  # fmt: skip
        self.fields["steps"] = self._steps
        for name, step in self._step_fields.items():
            self.fields |= {f"owner/{name}": step.owner, f"due/{name}": step.due}
        self.texts = {Field.INCIDENT: "what"}
        self.blame = {
            KindMissing: "kinds", InFuture: "happened", ToldBeforeHappened: "happened",
            DateOutOfReach: "happened",
        }  # fmt: skip

    def _lay_out(self) -> None:
        self.form.addWidget(self._kinds)
        self.form.addLayout(_beside(self._happened, self._precision))
        self.form.addWidget(self._danger)
        self.form.addWidget(self._danger_now)
        self.form.addWidget(self._ways)
        self.form.addWidget(self._children)
        self.form.addLayout(_beside(self._what, self._wish))
        self.form.addWidget(self._steps)
        for step in self._step_fields.values():
            self.form.addWidget(step)

    def _show_known(self, incident: Incident) -> None:
        self._kinds.set_value(",".join(sorted(incident.kinds)))
        self._happened.set_value(incident.happened)
        self._precision.set_value(incident.precision.value)
        self._danger.set_value(incident.danger)
        self._ways.set_value(",".join(sorted(incident.ways)))
        self._children.set_value(incident.children_present.value)
        self._what.set_value(incident.what)
        self._wish.set_value(incident.wish)

    def typed(self) -> None:
        """Show what to do in danger; ask who takes a step once it is chosen."""
        self._danger_mark.setVisible(self._danger.value())
        if self._danger.value():
            self._danger_now.appear()
        else:
            self._danger_now.hide()
        chosen = self._steps.chosen()
        for name, step in self._step_fields.items():
            step.setVisible(name in chosen)

    def deed(self) -> Deed:
        """Return the noting, or the correction."""
        store, today, incident = self.desk.store, self.desk.today(), self._incident()
        steps = tuple(self._step_fields[name].wanted() for name in self._steps.chosen())
        if steps:
            first, last = (
                min(steps, key=lambda step: step.due),
                max(steps, key=lambda step: step.due),
            )
            self.blame[DueInPast] = f"due/{first.matter}"
            self.blame[DueTooFar] = f"due/{last.matter}"
        if self._known is not None:
            return lambda: change_incident(store, incident, today, steps)
        return lambda: note_incident(store, incident, steps, today)

    def saved(self, value: Any) -> None:
        """Say so, with a way back."""
        desk, say = self.desk, self.desk.language.say
        if self._known is not None:
            desk.notice(
                say("The incident is corrected."),
                undo=lambda: desk.do(desk, lambda: take_correction_back(desk.store, value)),
            )
            return
        made = value.incident.id
        desk.notice(
            say("The incident is noted."),
            undo=lambda: desk.do(desk, lambda: remove_incident(desk.store, made)),
        )

    def _incident(self) -> Incident:
        known = self._known
        made = Incident(
            known.id if known else uuid4(),
            self._her,
            known.told if known else self.desk.today(),
            self._happened.value(),
            frozenset(IncidentKind(name) for name in self._kinds.chosen()),
            known.tally_id if known else uuid4(),
            session_id=known.session_id if known else self._session,
        )
        return replace(
            made,
            precision=Precision(self._precision.value()),
            ways=frozenset(Way(name) for name in self._ways.chosen()),
            children_present=Told(self._children.value()),
            danger=self._danger.value(),
            what=self._what.value(),
            wish=self._wish.value(),
        )

    def _remove(self) -> None:
        desk, known = self.desk, self._known
        if known is None:
            return

        def removed(gone: Any) -> None:
            desk.notice(
                desk.language.say("The incident is removed."),
                undo=lambda: desk.do(desk, lambda: put_incident_back(desk.store, gone)),
            )

        desk.do(desk, lambda: remove_incident(desk.store, known.id), removed)
        self.let_go()


def _beside(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID * 2)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
