"""The sheet on which a plan is changed: what is wanted at the left, what it moves at the right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from groupkit.domain.refusal import Refusal
from groupkit.domain.schedule import WEEK
from groupkit.domain.session import Session
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave
from groupkit.ui.pages.group.replan.forms import (
    AddForm,
    EndForm,
    ExtendForm,
    NotHeldForm,
    SessionForm,
)
from groupkit.ui.pages.group.replan.outlook_view import OutlookView
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.field import SwitchField, TextField
from groupkit.ui.parts.sheet import Sheet
from groupkit.usecases.changes import Done
from groupkit.usecases.drafting import drop_draft, keep_draft
from groupkit.usecases.planning import GroupView
from groupkit.usecases.replanning import (
    Change,
    Outlook,
    Topics,
    outlook,
    replan,
    take_back,
    ways_out,
)


class Kind(StrEnum):
    """What is to be changed."""

    SESSION = "session"
    NOT_HELD = "not_held"
    ADD = "add"
    END = "end"
    EXTEND = "extend"


@dataclass(frozen=True)
class Task:
    """What the sheet opens for: a session, or the whole plan; ``day`` where it was dragged to."""

    kind: Kind
    session_id: UUID | None = None
    day: dt.date | None = None


def draft_place(group_id: UUID) -> str:
    """Return where a half-made change of a group's plan is kept."""
    return f"replan {group_id}"


class ReplanSheet(Sheet):
    """Emits ``changed_plan`` once the change is kept."""

    changed_plan = Signal()

    def __init__(
        self, desk: Desk, view: GroupView, task: Task, titles: Mapping[str, str], over: QWidget
    ) -> None:
        self._session = next((s for s in view.sessions if s.id == task.session_id), None)
        super().__init__(_title(desk, task, self._session), desk.language.say("Close"), over)
        self._desk, self._view, self._task = desk, view, task
        self._asked = 0
        say = desk.language.say
        self._form = self._form_for(task)
        self._why = TextField(
            say("Why?"), hint=say("For example 'facilitator ill'. No names of women.")
        )
        self._along = SwitchField(
            say("Topics and agendas move along"),
            hint=say("The last session keeps its topic."),
            value=True,
        )
        self._outlook = OutlookView(desk.language, titles)
        self._save = primary(say("Change the plan"))
        self._save.clicked.connect(self._carry_out)
        self._why.input.returnPressed.connect(self._carry_out)
        self._autosave = Autosave(self, self._keep_draft)
        self._lay_out()
        self._form.changed.connect(self._edited)
        self._why.changed.connect(self._autosave.touch)
        self._along.changed.connect(self._edited)
        self._look_ahead()
        if isinstance(self._form, SessionForm) and task.session_id is not None:
            form, session_id = self._form, task.session_id
            desk.ask(
                self, lambda: ways_out(desk.store, session_id, desk.today()), form.show_ways,
                lambda _: None,
            )  # fmt: skip

    def _form_for(self, task: Task) -> SessionForm | NotHeldForm | AddForm | EndForm | ExtendForm:
        view, language = self._view, self._desk.language
        going = tuple(s for s in view.sessions if not s.cancelled)
        if task.kind is Kind.SESSION and self._session is not None:
            later = tuple(s for s in going if s.day > self._session.day)
            return SessionForm(view.group, self._session, later, language, task.day)
        if task.kind is Kind.NOT_HELD and self._session is not None:
            return NotHeldForm(self._session)
        if task.kind is Kind.END:
            return EndForm(going, language)
        if task.kind is Kind.EXTEND:
            return ExtendForm(language)
        last = going[-1].day if going else self._desk.today()
        day = task.day or max(last + WEEK, self._desk.today())
        return AddForm(view.group, day, language)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(14)
        for part in (self._form, self._why, self._along):
            column.addWidget(part)
        column.addStretch(1)
        self._along.setVisible(self._task.kind is not Kind.NOT_HELD)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(_scrolled(left), 1)
        columns.addWidget(_scrolled(self._outlook), 1)
        self.body.addLayout(columns, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._save)
        self.body.addLayout(foot)

    def first_focus(self) -> QWidget:
        """Return where the form starts."""
        return self._form.first_focus()

    def flush(self) -> None:
        """Keep what is typed as a draft."""
        self._autosave.flush()

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Put back what was chosen and typed before a lock."""
        self._why.set_value(draft.get("why", ""))
        self._along.set_value(bool(draft.get("along", "1")))
        self._form.take_draft(draft)
        self._autosave.forget()
        self._look_ahead()

    def _edited(self) -> None:
        self._autosave.touch()
        self._look_ahead()

    def _change(self) -> Change:
        topics = Topics.MOVE_ALONG if self._along.value() else Topics.STAY
        return Change(self._form.wanted(), self._why.value(), topics)

    def _look_ahead(self) -> None:
        """Ask in the lane what would change; only the answer to the latest question counts."""
        self._asked += 1
        asked, desk, group = self._asked, self._desk, self._view.group
        change = self._change()
        desk.ask(
            self,
            lambda: outlook(desk.store, group.id, change, desk.today()),
            lambda found: self._show(asked, found),
            lambda refusal: self._refuse(asked, refusal),
        )

    def _show(self, asked: int, found: Outlook) -> None:
        if asked == self._asked:
            self._outlook.show_outlook(found)
            self._save.setEnabled(bool(found.differences))
            self._save.setText(self._said(len(found.differences)))

    def _said(self, changes: int) -> str:
        """Return what the button does, with the number of sessions where it is more than one."""
        if changes < 2:
            return self._desk.language.say("Change the plan")
        return self._desk.language.count("Change {n} session", "Change {n} sessions", changes)

    def _refuse(self, asked: int, refusal: Refusal) -> None:
        if asked == self._asked:
            self._outlook.show_refusal(self._desk.sentence(refusal))
            self._save.setEnabled(False)

    def _keep_draft(self) -> None:
        desk, task = self._desk, self._task
        draft = self._form.draft() | {
            "kind": task.kind.value,
            "session": str(task.session_id or ""),
            "why": self._why.value(),
            "along": "1" if self._along.value() else "",
        }
        place = draft_place(self._view.group.id)
        desk.ask(desk, lambda: keep_draft(desk.store, place, draft), lambda _: None)

    def _carry_out(self) -> None:
        if not self._save.isEnabled():
            return
        desk, group_id, change = self._desk, self._view.group.id, self._change()
        self._autosave.forget()
        self._save.setEnabled(False)

        def change_and_drop_draft() -> Done[Outlook]:
            done = replan(desk.store, group_id, change, desk.today())
            drop_draft(desk.store, draft_place(group_id))
            return done

        desk.do(self, change_and_drop_draft, self._done, self._not_done)

    def _done(self, found: Outlook) -> None:
        desk = self._desk
        count = len(found.differences)

        def undo() -> None:
            desk.plan_undo = None
            desk.do(desk, lambda: take_back(desk.store, found))

        desk.plan_undo = (found.group.id, undo)
        desk.notice(
            desk.language.count(
                "The plan is changed: {n} session.", "The plan is changed: {n} sessions.", count
            ),
            undo=undo,
        )
        self.changed_plan.emit()
        self.close_now()

    def _not_done(self, refusal: Refusal) -> None:
        self._outlook.show_refusal(self._desk.sentence(refusal))
        self._autosave.touch()

    def close_now(self) -> None:
        """Take the sheet away; a change that was not kept is forgotten with it."""
        if not self.isHidden():
            self._autosave.forget()
            desk, place = self._desk, draft_place(self._view.group.id)
            desk.ask(desk, lambda: drop_draft(desk.store, place), lambda _: None)
        super().close_now()


def _title(desk: Desk, task: Task, session: Session | None) -> str:
    say, language = desk.language.say, desk.language
    if session is not None:
        words = {"number": session.number, "day": language.date_day(session.day)}
        if task.kind is Kind.NOT_HELD:
            return say("Session {number}, {day}, did not take place", **words)
        return say("Change session {number}, {day}", **words)
    titles = {
        Kind.ADD: say("Add a session"),
        Kind.END: say("End early"),
        Kind.EXTEND: say("Extend the course"),
    }
    return titles.get(task.kind, say("Change the plan"))


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area
