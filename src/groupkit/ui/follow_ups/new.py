"""A new follow-up: what is to be done, for whom, by whom and by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.follow_up import LONGEST_WHAT, FollowUp, Matter
from groupkit.domain.participant import Participant
from groupkit.domain.refusal import DateOutOfReach, DueInPast, DueTooFar, Field
from groupkit.language.care_words import who
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet, her_draft
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.drafting import NEW_FOLLOW_UP
from groupkit.usecases.following_up import open_follow_up, remove_follow_up
from groupkit.usecases.taking_on import Choices, choices

_USUAL = dt.timedelta(days=7)


def new_draft(participant_id: UUID | None) -> str:
    """Return where a half-typed follow-up is kept; hers stands with what else is hers."""
    return her_draft(participant_id, NEW_FOLLOW_UP) if participant_id else NEW_FOLLOW_UP


def ask_follow_up(
    desk: Desk,
    participant_id: UUID | None,
    over: QWidget,
    take: Callable[[DraftedSheet], None],
    reopen: Callable[[], None],
) -> None:
    """Lay the form over ``over`` once it is known for whom and by whom; ``take`` hears of it.

    ``participant_id`` is whom it is for, None to choose.
    """

    def opened(found: Choices) -> None:
        take(NewFollowUp(desk, participant_id, found, over, reopen))

    desk.ask(over, lambda: choices(desk.store, desk.today()), opened)


class NewFollowUp(DraftedSheet):
    """Asks for whom only where that is open."""

    def __init__(
        self,
        desk: Desk,
        participant_id: UUID | None,
        found: Choices,
        over: QWidget,
        reopen: Callable[[], None],
    ) -> None:
        say = desk.language.say
        title, place = say("New follow-up"), new_draft(participant_id)
        super().__init__(desk, title, place, over, reopen)
        self._her = participant_id
        self._what = NoteField(say("What is to be done"), lines=3, most=LONGEST_WHAT)
        names = [(str(owner), name) for owner, name in found.owners]
        self._owner = ChoiceField(say("Who does it"), names)
        self._due = DateField(say("By"), desk.today() + _USUAL)
        if participant_id is None:
            nobody = [("", say("For nobody in particular"))]
            women = [(str(each.id), _named(each, desk)) for each in found.women]
            self._whom = ChoiceField(say("For"), nobody + women)
            self.fields["whom"] = self._whom
            self.form.addWidget(self._whom)
        self.fields |= {"what": self._what, "owner": self._owner, "due": self._due}
        self.texts = {Field.FOLLOW_UP: "what"}
        self.blame = {DueInPast: "due", DueTooFar: "due", DateOutOfReach: "due"}
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        for part in (self._owner, self._due):
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.form.addWidget(self._what)
        self.form.addLayout(row)
        self.save_button.setText(say("Open the follow-up"))
        self.start()

    def deed(self) -> Deed:
        """Return the opening."""
        store, today = self.desk.store, self.desk.today()
        due, owner = self._due.value(), UUID(self._owner.value())
        what = self._what.value()
        made = FollowUp(uuid4(), self._chosen(), Matter.OTHER, owner, min(today, due), due, what)
        return lambda: open_follow_up(store, made, today)

    def _chosen(self) -> UUID | None:
        if self._her is not None:
            return self._her
        return UUID(self._whom.value()) if self._whom.value() else None

    def saved(self, value: Any) -> None:
        """Say so, with a way back."""
        desk = self.desk
        desk.notice(
            desk.language.say("The follow-up is open."),
            undo=lambda: desk.do(desk, lambda: remove_follow_up(desk.store, value.id)),
        )


def _named(participant: Participant, desk: Desk) -> str:
    return f"{who(participant, desk.language)} · {participant.number}"
