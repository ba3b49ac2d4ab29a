"""A new follow-up: what is to be done, for whom, by whom and by when."""

from __future__ import annotations

import datetime as dt
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.follow_up import FollowUp, Matter
from groupkit.domain.participant import Participant
from groupkit.domain.refusal import DueInPast, DueTooFar, Refusal, TextEmpty, TextTooLong
from groupkit.language.care_words import who
from groupkit.ui.desk import Desk
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField, NoteField
from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.following_up import (
    Choices,
    choices,
    open_follow_up,
    remove_follow_up,
)

_USUAL = dt.timedelta(days=7)


class NewFollowUp(Sheet):
    """``participant_id`` is whom it is for, None to choose."""

    def __init__(self, desk: Desk, participant_id: UUID | None, over: QWidget) -> None:
        say = desk.language.say
        super().__init__(say("New follow-up"), say("Cancel"), over)
        self._desk, self._her = desk, participant_id
        self._whom = ChoiceField(say("For"), [("", say("For nobody in particular"))])
        self._what = NoteField(say("What is to be done"), lines=3, most=400)
        self._owner = ChoiceField(say("Who does it"), [])
        self._due = DateField(say("By"), desk.today() + _USUAL)
        self._keep = primary(say("Open the follow-up"), "plus")
        self._keep.clicked.connect(self._open)
        row = QHBoxLayout()
        row.setSpacing(16)
        for part in (self._owner, self._due):
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._keep)
        foot.addStretch(1)
        self.body.setSpacing(16)
        self.body.addWidget(self._whom)
        self.body.addWidget(self._what)
        self.body.addLayout(row)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self._whom.setVisible(participant_id is None)
        QShortcut(QKeySequence(Shortcut.FINISH.value), self, self._open)
        desk.ask(self, lambda: choices(desk.store, desk.today()), self._offer)

    def first_focus(self) -> QWidget | None:
        return self._whom.keys if self._her is None else self._what.keys

    def _offer(self, found: Choices) -> None:
        language = self._desk.language
        nobody = [("", language.say("For nobody in particular"))]
        women = [(str(each.id), _named(each, self._desk)) for each in found.women]
        self._whom.set_options(nobody + women)
        self._owner.set_options([(str(owner), name) for owner, name in found.owners])

    def _open(self) -> None:
        desk, today = self._desk, self._desk.today()
        chosen = self._her or (UUID(self._whom.value()) if self._whom.value() else None)
        if not self._owner.value():
            return
        owner, due, what = UUID(self._owner.value()), self._due.value(), self._what.value()
        for field in (self._what, self._due):
            field.set_error(None)

        desk.do(
            self,
            lambda: open_follow_up(
                desk.store,
                FollowUp(uuid4(), chosen, Matter.OTHER, owner, min(today, due), due, what),
                today,
            ),
            self._opened,
            self._refuse,
        )

    def _opened(self, made: FollowUp) -> None:
        desk = self._desk
        desk.notice(
            desk.language.say("The follow-up is open."),
            undo=lambda: desk.do(desk, lambda: remove_follow_up(desk.store, made.id)),
        )
        self.close_now()

    def _refuse(self, no: Refusal) -> None:
        field = self._due if isinstance(no, DueInPast | DueTooFar) else self._what
        if not isinstance(no, DueInPast | DueTooFar | TextEmpty | TextTooLong):
            self._desk.tell(no)
            return
        field.set_error(self._desk.sentence(no))
        field.take_focus()


def _named(participant: Participant, desk: Desk) -> str:
    return f"{who(participant, desk.language)} · {participant.number}"
