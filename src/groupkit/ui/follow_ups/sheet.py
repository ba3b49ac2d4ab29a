"""One follow-up: her rule and its history at the left, what became of it at the right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from groupkit.domain.follow_up import FollowUp, Matter, Outcome
from groupkit.domain.refusal import (
    DueInPast,
    DueTooFar,
    NextStepMissing,
    Refusal,
    TextTooLong,
)
from groupkit.language.care_words import matter_word, outcome_word
from groupkit.ui.contact_rule import ContactRule
from groupkit.ui.desk import Desk
from groupkit.ui.follow_ups.history import History
from groupkit.ui.follow_ups.row import due_mark, subject
from groupkit.ui.parts.buttons import primary, secondary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField, NoteField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.radio_list import Option, RadioList
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.shortcuts import Shortcut
from groupkit.usecases.changes import Done
from groupkit.usecases.following_up import (
    Waiting,
    close,
    close_with_need,
    give,
    not_reached,
    owners,
    put_back,
    put_off,
    reopen,
)

_NOT_REACHED, _PUT_OFF, _GIVE = "not_reached", "put_off", "give"
_OF_CONTACT = (Outcome.REACHED_WELL, Outcome.REACHED_NEEDS, Outcome.NO_CONTACT, Outcome.HANDED_OVER)
_OF_DEED = (Outcome.DONE, Outcome.NOT_NEEDED)
_LATER = dt.timedelta(days=2)
_WIDEST = 1200


class FollowUpSheet(Sheet):
    """What is chosen is kept by one button, and can be taken back."""

    def __init__(self, desk: Desk, waiting: Waiting, over: QWidget) -> None:
        say = desk.language.say
        super().__init__(subject(waiting, desk.language), say("Close"), over)
        self._desk, self._waiting = desk, waiting
        self._choice = RadioList(say("What became of it?"))
        self._words = NoteField(say("In a few words"), lines=3, most=400)
        self._due = DateField(say("By"), max(waiting.follow_up.due, desk.today() + _LATER))
        self._owner = ChoiceField(say("Who takes it on"), [])
        self._keep = primary(say("Keep"), "check")
        self._again = secondary(say("Open it again"))
        self._lay_out()
        self._choice.changed.connect(self._show_fields)
        self._keep.clicked.connect(self._carry_out)
        self._again.clicked.connect(self._reopen)
        QShortcut(QKeySequence(Shortcut.FINISH.value), self, self._carry_out)
        desk.ask(self, lambda: owners(desk.store), self._offer_owners)

    def first_focus(self) -> QWidget | None:
        return self._choice.first_focus() if self._waiting.follow_up.is_open else self._again

    def _lay_out(self) -> None:
        language = self._desk.language
        follow_up = self._waiting.follow_up
        left = Card(matter_word(follow_up.matter, language), follow_up.what)
        mark = due_mark(self._waiting, language, self._desk.today())
        left.body.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
        columns = Columns((1, 1))
        columns.left.add(left)
        if self._waiting.participant is not None:
            columns.left.add(ContactRule(self._desk, self._waiting.participant.id))
        columns.left.add(History(self._desk, follow_up.id))
        columns.right.add(self._answer() if follow_up.is_open else self._ended())
        self.body.addWidget(PageScroll(columns, width=_WIDEST), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._keep if follow_up.is_open else self._again)
        self.body.addLayout(foot)

    def _answer(self) -> Card:
        card = Card()
        self._choice.set_options(self._options(), "")
        for part in (self._choice, self._words, self._due, self._owner):
            card.body.addWidget(part)
        self._show_fields()
        return card

    def _ended(self) -> Card:
        language = self._desk.language
        outcome = self._waiting.follow_up.outcome or Outcome.DONE
        card = Card(language.say("It is closed"))
        card.body.addWidget(PlainLabel(outcome_word(outcome, language)))
        return card

    def _options(self) -> list[Option]:
        language, say = self._desk.language, self._desk.language.say
        is_of_contact = self._waiting.follow_up.matter is Matter.ABSENCE
        outcomes = _OF_CONTACT if is_of_contact else (*_OF_DEED, *_OF_CONTACT)
        options = [Option(each.value, outcome_word(each, language)) for each in outcomes]
        if is_of_contact:
            options.append(Option(Outcome.NOT_NEEDED.value, outcome_word(_OF_DEED[1], language)))
        options.insert(
            2 if is_of_contact else 1,
            Option(_NOT_REACHED, say("Not reached"), say("It stays open, with a next step.")),
        )
        options.append(Option(_PUT_OFF, say("Put it off")))
        options.append(Option(_GIVE, say("Give it to somebody else")))
        return options

    def _offer_owners(self, found: tuple[tuple[UUID, str], ...]) -> None:
        mine = self._waiting.follow_up.owner
        others = [(str(owner), name) for owner, name in found if owner != mine]
        self._owner.set_options(others or [(str(owner), name) for owner, name in found])

    def _show_fields(self) -> None:
        chosen, say = self._choice.value(), self._desk.language.say
        self._words.setVisible(bool(chosen))
        needs_day = chosen in (_NOT_REACHED, _PUT_OFF, Outcome.REACHED_NEEDS)
        self._due.setVisible(needs_day)
        self._owner.setVisible(chosen == _GIVE)
        self._keep.setEnabled(bool(chosen))
        labels = {
            _NOT_REACHED: say("What is to be done now?"),
            Outcome.REACHED_NEEDS: say("What does she need?"),
        }
        self._words.set_label(labels.get(chosen, say("If there is something to remember")))

    def _carry_out(self) -> None:
        if not self._choice.value() or not self._waiting.follow_up.is_open:
            return
        for field in (self._words, self._due):
            field.set_error(None)
        self._desk.do(self, self._deed(), self._kept, self._refuse)

    def _deed(self) -> Callable[[], Done[FollowUp]]:
        store, today, it = self._desk.store, self._desk.today(), self._waiting.follow_up.id
        words, due, chosen = self._words.value(), self._due.value(), self._choice.value()
        if chosen == _NOT_REACHED:
            return lambda: not_reached(store, it, words, due, today)
        if chosen == _PUT_OFF:
            return lambda: put_off(store, it, due, today, words)
        if chosen == _GIVE:
            owner = UUID(self._owner.value())
            return lambda: give(store, it, owner, words)
        if chosen == Outcome.REACHED_NEEDS:
            return lambda: close_with_need(store, it, words, due, today)
        return lambda: close(store, it, Outcome(chosen), today, words)

    def _kept(self, _found: FollowUp) -> None:
        desk, before = self._desk, self._waiting.follow_up
        say = desk.language.say
        is_still_open = self._choice.value() in (_NOT_REACHED, _PUT_OFF, _GIVE)
        said = (
            say("The follow-up stays open.") if is_still_open else say("The follow-up is closed.")
        )
        desk.notice(said, undo=lambda: desk.do(desk, lambda: put_back(desk.store, before)))
        self.close_now()

    def _reopen(self) -> None:
        desk, it = self._desk, self._waiting.follow_up.id

        def opened(before: FollowUp) -> None:
            desk.notice(
                desk.language.say("The follow-up is open again."),
                undo=lambda: desk.do(desk, lambda: put_back(desk.store, before)),
            )
            self.close_now()

        desk.do(self, lambda: reopen(desk.store, it, desk.today()), opened)

    def _refuse(self, no: Refusal) -> None:
        if isinstance(no, DueInPast | DueTooFar):
            self._due.set_error(self._desk.sentence(no))
            self._due.take_focus()
        elif isinstance(no, NextStepMissing | TextTooLong):
            self._words.set_error(self._desk.sentence(no))
            self._words.take_focus()
        else:
            self._desk.tell(no)
