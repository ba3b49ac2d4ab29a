"""Her way through the groups: from when until when, pauses, attendance, what she was handed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.participant import Membership, Pause
from groupkit.ui.desk import Desk
from groupkit.ui.pages.participant.attended import AttendedView
from groupkit.ui.pages.participant.drafts import AT
from groupkit.ui.pages.participant.membership_words import (
    dates_of,
    dates_of_pause,
    membership_mark,
)
from groupkit.ui.parts.buttons import Button, quiet, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.wrap import Wrap
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.her_page import Course, HerPage
from groupkit.usecases.memberships import put_back, stay


class CourseTab(QWidget):
    """A card for each group, the latest first."""

    form_wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._first: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID * 2)

    def show_page(self, page: HerPage) -> None:
        """Show her courses."""
        clear(self._column)
        self._first = None
        for course in page.courses:
            self._column.addWidget(
                self._card(course, is_erased=page.participant.erased is not None)
            )
        if not page.courses:
            said = self._desk.language.say(
                "She is in no group yet. A seat is given in Nominations."
            )
            self._column.addWidget(EmptyState("groups", said))

    def first_focus(self) -> QWidget | None:
        """Return the first button."""
        return self._first

    def _card(self, course: Course, *, is_erased: bool) -> Card:
        language = self._desk.language
        card = Card(course.group.name)
        for at, membership in enumerate(course.memberships):
            card.body.addWidget(self._membership(course, membership, came_back=at > 0))
            for pause in membership.pauses:
                card.body.addWidget(self._pause(membership, pause))
        if not is_erased:
            card.body.addWidget(self._buttons(course))
        heading = PlainLabel(language.say("Attendance"), role="strong")
        heading.setContentsMargins(0, GRID, 0, 0)
        card.body.addWidget(heading)
        if course.attended:
            card.body.addWidget(AttendedView(self._desk, course))
        else:
            nothing = language.say("No session has been held while she was in the group.")
            card.body.addWidget(PlainLabel(nothing, role="hint"))
        return card

    def _membership(self, course: Course, membership: Membership, *, came_back: bool) -> Row:
        language, today = self._desk.language, self._desk.today()
        row = Row(dates_of(membership, language), _how(course, membership, came_back, self._desk))
        row.add_trailing(membership_mark(membership, language, today))
        row.opened.connect(partial(self.form_wanted.emit, "dates", str(membership.id)))
        return row

    def _pause(self, membership: Membership, pause: Pause) -> Row:
        language, today = self._desk.language, self._desk.today()
        row = Row(
            language.say("Pause by agreement"), dates_of_pause(pause, language), icon="not-invited"
        )
        if pause.covers(today):
            row.add_trailing(StatusMark(language.say("Now"), tone="notice", icon="clock"))
        of = f"{membership.id}{AT}{pause.first.isoformat()}"
        row.opened.connect(partial(self.form_wanted.emit, "pause", of))
        return row

    def _buttons(self, course: Course) -> Wrap:
        say, last = self._desk.language.say, course.memberships[-1]
        it, today = str(last.id), self._desk.today()
        row = Wrap()
        if last.left is None or last.left >= today:
            self._add(row, secondary(say("Agree on a pause"), "not-invited"), "pause", it)
        if last.left is None:
            self._add(row, secondary(say("She leaves"), "arrow-right"), "leave", it)
        else:
            self._add(row, secondary(say("She comes back"), "plus"), "return", str(course.group.id))
            remains = quiet(say("She did not leave"))
            remains.clicked.connect(partial(self._stay, last))
            row.add(remains)
        return row

    def _add(self, row: Wrap, button: Button, form: str, of: str) -> None:
        button.clicked.connect(_open(self.form_wanted.emit, form, of))
        self._first = self._first or button
        row.add(button)

    def _stay(self, membership: Membership, _checked: bool = False) -> None:
        desk = self._desk

        def stays(before: Membership) -> None:
            desk.notice(
                desk.language.say("She is in the group as before."),
                undo=lambda: desk.do(desk, lambda: put_back(desk.store, before)),
            )

        desk.do(self, lambda: stay(desk.store, membership.id), stays)


def _open(emit: Callable[[str, str], object], form: str, of: str) -> Callable[[], None]:
    def opened() -> None:
        emit(form, of)

    return opened


def _how(course: Course, membership: Membership, came_back: bool, desk: Desk) -> str:
    """Return how she came in, where it was not with the others."""
    say = desk.language.say
    if came_back:
        return say("Came back")
    if membership.joined > course.group.course.start:
        return say("Joined later than the others")
    return say("From the beginning")
