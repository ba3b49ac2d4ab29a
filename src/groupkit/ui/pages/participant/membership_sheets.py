"""Forms about her way through a group: leaving, a pause, coming back, correcting the dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from groupkit.domain.group import Group
from groupkit.domain.participant import Leaving, Membership, Pause
from groupkit.domain.refusal import (
    AlreadyInGroup,
    DateOutOfReach,
    JoinedAfterFirstMark,
    LeftBeforeJoining,
    LeftBeforeLastMark,
    MarkedInPause,
    PauseOutsideMembership,
    PausesOverlap,
    PeriodBackwards,
)
from groupkit.language import Language
from groupkit.language.care_words import leaving_word
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import SwitchField
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.memberships import (
    come_back,
    end_pause,
    leave,
    pause,
    put_back,
    take_out,
)

Again = Callable[[], None]


class LeaveSheet(DraftedSheet):
    """Her last day in the group, and why."""

    def __init__(
        self, desk: Desk, membership: Membership, place: str, over: QWidget, reopen: Again
    ) -> None:
        say = desk.language.say
        super().__init__(desk, say("She leaves the group"), place, over, reopen)
        self._membership = membership
        hint = say("What is recorded of her stays as it is.")
        self._day = DateField(say("Last day in the group"), desk.today(), hint=hint)
        self._why = _reasons(desk.language, Leaving.COMPLETED)
        self.fields = {"day": self._day, "why": self._why}
        self.blame = {
            LeftBeforeJoining: "day",
            LeftBeforeLastMark: "day",
            PauseOutsideMembership: "day",
            DateOutOfReach: "day",
        }
        for field in self.fields.values():
            self.form.addWidget(field)
        self.start()

    def deed(self) -> Deed:
        """Return the leaving."""
        store, it = self.desk.store, self._membership.id
        day, why = self._day.value(), Leaving(self._why.value())
        return lambda: leave(store, it, day, why)

    def saved(self, before: Any) -> None:
        """Say so, with a way back."""
        _tell(self.desk, self.desk.language.say("Her leaving is noted."), before)


class DatesSheet(DraftedSheet):
    """Corrects from when until when she is in the group."""

    def __init__(
        self, desk: Desk, membership: Membership, place: str, over: QWidget, reopen: Again
    ) -> None:
        say = desk.language.say
        super().__init__(desk, say("From when until when"), place, over, reopen)
        self._membership = membership
        self._joined = DateField(say("Joins on"), membership.joined)
        has_left = membership.left is not None
        self._has_left = SwitchField(say("She has left or will leave"), value=has_left)
        self._left = DateField(say("Last day in the group"), membership.left or desk.today())
        self._why = _reasons(desk.language, membership.why_left or Leaving.UNKNOWN)
        self.fields = {
            "joined": self._joined,
            "has_left": self._has_left,
            "left": self._left,
            "why": self._why,
        }
        self.blame = {
            LeftBeforeJoining: "left",
            LeftBeforeLastMark: "left",
            PauseOutsideMembership: "left",
            JoinedAfterFirstMark: "joined",
            DateOutOfReach: "joined",
        }
        for field in self.fields.values():
            self.form.addWidget(field)
        self.start()

    def typed(self) -> None:
        """Ask for the last day and the reason only where there is one."""
        for field in (self._left, self._why):
            field.setVisible(self._has_left.value())

    def deed(self) -> Deed:
        """Return the correction."""
        store, gone = self.desk.store, self._has_left.value()
        wanted = replace(
            self._membership,
            joined=self._joined.value(),
            left=self._left.value() if gone else None,
            why_left=Leaving(self._why.value()) if gone else None,
        )
        return lambda: put_back(store, wanted)

    def saved(self, before: Any) -> None:
        """Say so, with a way back."""
        _tell(self.desk, self.desk.language.say("The dates are saved."), before)


class PauseSheet(DraftedSheet):
    """She stays away by agreement; sessions in it do not count as absence."""

    def __init__(
        self,
        desk: Desk,
        membership: Membership,
        known: Pause | None,
        place: str,
        over: QWidget,
        reopen: Again,
    ) -> None:
        say = desk.language.say
        super().__init__(desk, say("A pause by agreement"), place, over, reopen)
        self._membership, self._known = membership, known
        self._first = DateField(
            say("First day"),
            known.first if known else max(desk.today(), membership.joined),
            hint=say("Sessions in the pause do not count as absence."),
        )
        last = known.last if known else None
        self._has_end = SwitchField(say("It is agreed when it ends"), value=last is not None)
        start = known.first if known else desk.today()
        self._last = DateField(say("Last day"), last or start + dt.timedelta(days=14))
        self.fields = {"first": self._first, "has_end": self._has_end, "last": self._last}
        self.blame = {
            PauseOutsideMembership: "first",
            PausesOverlap: "first",
            MarkedInPause: "first",
            DateOutOfReach: "first",
            PeriodBackwards: "last",
        }
        self._lay_out()
        self.start()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID * 2)
        grid.setVerticalSpacing(GRID * 2)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._first, 0, 0, top)
        grid.addWidget(self._has_end, 1, 0, 1, 2)
        grid.addWidget(self._last, 2, 0, top)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.form.addLayout(grid)
        if self._known is not None:
            remove = quiet(self.desk.language.say("Remove"), "trash")
            remove.clicked.connect(self._remove)
            self.foot.insertWidget(0, remove)

    def typed(self) -> None:
        """Ask for the last day only where it is agreed."""
        self._last.setVisible(self._has_end.value())

    def deed(self) -> Deed:
        """Return the pause, or its correction."""
        store, it, known = self.desk.store, self._membership.id, self._known
        last = self._last.value() if self._has_end.value() else None
        wanted = Pause(self._first.value(), last)
        if known is None:
            return lambda: pause(store, it, wanted)
        kept = tuple(each for each in self._membership.pauses if each != known)
        corrected = replace(self._membership, pauses=(*kept, wanted))
        return lambda: put_back(store, corrected)

    def saved(self, before: Any) -> None:
        """Say so, with a way back."""
        _tell(self.desk, self.desk.language.say("The pause is saved."), before)

    def _remove(self) -> None:
        desk, it, known = self.desk, self._membership.id, self._known
        if known is None:
            return
        say = desk.language.say
        desk.do(
            desk,
            lambda: end_pause(desk.store, it, known.first, None),
            lambda before: _tell(desk, say("The pause is removed."), before),
        )
        self.let_go()


class ReturnSheet(DraftedSheet):
    """A return is a membership of its own; what was recorded before stays."""

    def __init__(
        self,
        desk: Desk,
        participant_id: UUID,
        group: Group,
        place: str,
        over: QWidget,
        reopen: Again,
    ) -> None:
        say = desk.language.say
        super().__init__(desk, say("She comes back"), place, over, reopen)
        self._her, self._group = participant_id, group
        self._joined = DateField(say("Joins on"), desk.today(), hint=group.name)
        self.fields = {"joined": self._joined}
        self.blame = {AlreadyInGroup: "joined", DateOutOfReach: "joined"}
        self.form.addWidget(self._joined)
        self.start()

    def deed(self) -> Deed:
        """Return the coming back."""
        store, her, group, day = self.desk.store, self._her, self._group.id, self._joined.value()
        return lambda: come_back(store, her, group, day)

    def saved(self, made: Any) -> None:
        """Say so, with a way back."""
        desk = self.desk
        desk.notice(
            desk.language.say("She is in the group again."),
            undo=lambda: desk.do(desk, lambda: take_out(desk.store, made.id)),
        )


def _reasons(language: Language, chosen: Leaving) -> Chips:
    options = [(why.value, leaving_word(why, language)) for why in Leaving]
    field = Chips(language.say("Why"), options, many=False)
    field.set_value(chosen.value)
    return field


def _tell(desk: Desk, said: str, before: Membership) -> None:
    desk.notice(said, undo=lambda: desk.do(desk, lambda: put_back(desk.store, before)))
