"""Who is in the group: alias, our own number, joining and leaving dates; nothing more."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.participant import Membership
from groupkit.domain.refusal import Refusal
from groupkit.ui.desk import Desk
from groupkit.ui.pages.group.person_drafts import place_of
from groupkit.ui.pages.group.person_form import PersonForm
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.changes import Done
from groupkit.usecases.drafting import drop_draft
from groupkit.usecases.joining import Circle, Person, change_membership, join, undo_join


class ParticipantsView(QWidget):
    """The list, and a form for one woman that opens above it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._circle: Circle | None = None
        self._rows: list[Row] = []
        self._add_another = False
        self._form = PersonForm(desk, self)
        self._card = Card(desk.language.say("Participants"))
        self._rows_at = QVBoxLayout()
        self._rows_at.setSpacing(0)
        self._card.body.addLayout(self._rows_at)
        self._empty = EmptyState(
            "people",
            desk.language.say("The women in the group will appear here, by first name or alias."),
            desk.language.say("Add the first participant"),
        )
        self._empty.wanted.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self._form, self._empty, self._card):
            column.addWidget(part)
        column.addStretch(1)
        self._form.saved.connect(self._save)
        self._form.closed.connect(self._form_closed)
        self._form.hide()

    def show_circle(self, circle: Circle) -> None:
        """Show who is in the group."""
        is_new = self._circle is None
        if circle == self._circle:
            return
        self._circle = circle
        in_hand = next((at for at, row in enumerate(self._rows) if row.hasFocus()), None)
        self._clear()
        self._rows = [self._row(membership) for membership in circle.memberships]
        for row in self._rows:
            self._rows_at.addWidget(row)
        self._card.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows and self._form.isHidden())
        if in_hand is not None and self._rows:
            self._rows[min(in_hand, len(self._rows) - 1)].setFocus()
        if is_new:
            self._form.restore_draft(circle)
        if self._add_another:
            self._add_another = False
            self.add()

    def add(self) -> None:
        """Open the form for a new woman."""
        if self._circle is not None:
            self._empty.hide()
            self._form.open_new(self._circle)

    def _open(self, membership: Membership) -> None:
        self._desk.go(Place(PageName.PARTICIPANT, membership.participant.id))

    def _correct(self, membership: Membership) -> None:
        if self._circle is not None:
            self._form.open_known(self._circle, membership)

    def flush(self) -> None:
        """Keep what is typed as a draft."""
        self._form.flush()

    def first_focus(self) -> QWidget | None:
        """Return the first row, or the form while it is open."""
        if not self._form.isHidden():
            return self._form.first_focus()
        return self._rows[0] if self._rows else self._empty.button

    def _form_closed(self) -> None:
        focus = None if self._add_another else self.first_focus()
        if focus is not None:
            self._empty.setVisible(not self._rows)
            focus.setFocus()

    def _clear(self) -> None:
        for row in self._rows:
            self._rows_at.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def _row(self, membership: Membership) -> Row:
        language, participant = self._desk.language, membership.participant
        joined = language.date_short(membership.joined)
        dates = language.say("since {joined}", joined=joined)
        if membership.joined > self._desk.today():
            dates = language.say("from {joined}", joined=joined)
        if membership.left is not None:
            left = language.date_short(membership.left)
            dates = language.say("{joined} to {left}", joined=joined, left=left)
        row = Row(participant.alias, dates, icon="person")
        row.add_trailing(StatusMark(participant.number, tone="neutral"))
        row.add_trailing(self._mark(membership))
        correct = quiet("", "edit")
        correct.setAccessibleName(language.say("Correct {alias}", alias=participant.alias))
        correct.setToolTip(language.say("Correct"))
        correct.clicked.connect(lambda: self._correct(membership))
        row.add_trailing(correct)
        row.opened.connect(lambda: self._open(membership))
        return row

    def _mark(self, membership: Membership) -> StatusMark:
        say, today = self._desk.language.say, self._desk.today()
        if membership.covers(today):
            return StatusMark(say("In the group"), tone="good", icon="check")
        if membership.joined > today:
            return StatusMark(say("Joins later"), tone="notice", icon="clock")
        return StatusMark(say("Has left"), tone="neutral", icon="arrow-right")

    def _save(self, person: Person, membership: Membership | None) -> None:
        desk, circle = self._desk, self._circle
        if circle is None:
            return
        # In one go, so that no draft outlives a page that is left at once.
        place = place_of(circle, membership)

        def save_and_drop_draft() -> Done[Membership]:
            if membership is None:
                kept = join(desk.store, circle.group.id, person)
            else:
                kept = change_membership(desk.store, membership.id, person)
            drop_draft(desk.store, place)
            return kept

        def saved(now: Membership) -> None:
            was_open = self._form.done(place)
            if membership is None:
                self._joined(now, was_open)

        desk.do(self, save_and_drop_draft, saved, self._refuse)

    def _joined(self, membership: Membership, was_open: bool) -> None:
        desk, circle = self._desk, self._circle
        # Groups are typed in one go: the next empty form stands ready once the list is read anew.
        self._add_another = was_open

        def take_back() -> Done[Membership]:
            undone = undo_join(desk.store, membership.id)
            if circle is not None:
                drop_draft(desk.store, place_of(circle, membership))
            return undone

        desk.notice(
            desk.language.say("{alias} is in the group.", alias=membership.participant.alias),
            undo=lambda: desk.do(desk, take_back),
        )

    def _refuse(self, refusal: Refusal) -> None:
        if not self._form.show_refusal(refusal):
            self._desk.tell(refusal)
