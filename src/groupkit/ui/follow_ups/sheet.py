"""One follow-up: her rule and its history at the left, what became of it at the right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from groupkit.domain.follow_up import LONGEST_WHAT, Matter, Outcome
from groupkit.domain.refusal import DateOutOfReach, DueInPast, DueTooFar, Field, NextStepMissing
from groupkit.language.care_words import matter_word, outcome_word
from groupkit.ui.contact_rule import ContactRule
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet, her_draft
from groupkit.ui.follow_ups.history import History
from groupkit.ui.follow_ups.row import due_mark, subject
from groupkit.ui.parts.buttons import quiet
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.columns import Columns
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.places import PageName, Place
from groupkit.usecases.drafting import find_draft
from groupkit.usecases.following_up import (
    Waiting,
    close,
    close_with_need,
    give,
    not_reached,
    put_back,
    put_off,
    remove_follow_up,
    reopen,
)
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.taking_on import owners

_NOT_REACHED, _PUT_OFF, _GIVE = "not_reached", "put_off", "give"
_STAYS_OPEN = frozenset({_NOT_REACHED, _PUT_OFF, _GIVE})
_NEEDS_DAY = frozenset({_NOT_REACHED, _PUT_OFF, Outcome.REACHED_NEEDS.value})
_OF_CONTACT = (Outcome.NO_CONTACT, Outcome.HANDED_OVER)
_LATER = dt.timedelta(days=2)
_WIDEST = 1040


def follow_up_draft(waiting: Waiting) -> str:
    """Return where what is half typed about a follow-up is kept."""
    place, her = f"follow_up/{waiting.follow_up.id}", waiting.follow_up.participant_id
    return her_draft(her, place) if her else place


def half_typed(store: OpenStore, found: Sequence[Waiting]) -> Waiting | None:
    """Return the first of ``found`` about which something is half typed."""
    return next((each for each in found if find_draft(store, follow_up_draft(each))), None)


def show_follow_up(
    desk: Desk,
    waiting: Waiting,
    over: QWidget,
    take: Callable[[DraftedSheet], None] = lambda _: None,
    *,
    on_her_page: bool = False,
) -> None:
    """Lay the sheet over ``over`` once the possible owners are known; ``take`` hears of it.

    It leads to her page, unless that is where it lies.
    """

    def again() -> None:
        show_follow_up(desk, waiting, over, take, on_her_page=on_her_page)

    def opened(found: tuple[tuple[UUID, str], ...]) -> None:
        sheet = FollowUpSheet(desk, waiting, found, over, again)
        if not on_her_page:
            sheet.lead_to_her()
        take(sheet)

    desk.ask(over, lambda: owners(desk.store), opened)


class FollowUpSheet(DraftedSheet):
    """What is chosen is kept by one button, and can be taken back; a closed one is opened again."""

    def __init__(
        self,
        desk: Desk,
        waiting: Waiting,
        people: tuple[tuple[UUID, str], ...],
        over: QWidget,
        reopen: Callable[[], None],
    ) -> None:
        title = subject(waiting, desk.language)
        place = follow_up_draft(waiting)
        super().__init__(desk, title, place, over, reopen, widest=_WIDEST)
        self._waiting = waiting
        if waiting.follow_up.is_open:
            self._make_fields(people)
        self._lay_out()
        self.start()

    def _make_fields(self, people: tuple[tuple[UUID, str], ...]) -> None:
        desk, follow_up, say = self.desk, self._waiting.follow_up, self.desk.language.say
        self._choice = Chips(say("What became of it?"), self._options(), many=False)
        self._choice.set_value("")
        self._words = NoteField(say("In a few words"), lines=2, most=LONGEST_WHAT)
        self._due = DateField(say("By"), max(follow_up.due, desk.today() + _LATER))
        others = [(str(owner), name) for owner, name in people if owner != follow_up.owner]
        self._owner = ChoiceField(say("Who takes it on"), others)
        self._can_be_given = bool(others)
        self.fields = {
            "choice": self._choice, "words": self._words,
            "due": self._due, "owner": self._owner,
        }  # fmt: skip
        self.texts = {Field.FOLLOW_UP: "words"}
        self.blame = {
            NextStepMissing: "words", DueInPast: "due", DueTooFar: "due", DateOutOfReach: "due",
        }  # fmt: skip

    def lead_to_her(self) -> None:
        """Show the way to her page; what is half typed here is kept."""
        desk, her = self.desk, self._waiting.participant
        if her is None:
            return
        way = quiet(desk.language.say("Go to {alias}", alias=her.alias))
        way.clicked.connect(lambda: desk.go(Place(PageName.PARTICIPANT, her.id)))
        self.foot.insertWidget(0, way)

    def first_focus(self) -> QWidget | None:
        """Return what became of it, or the way to open it again."""
        return super().first_focus() or self.save_button

    def _lay_out(self) -> None:
        language, follow_up = self.desk.language, self._waiting.follow_up
        left = Card(matter_word(follow_up.matter, language), follow_up.what)
        mark = due_mark(self._waiting, language, self.desk.today())
        left.body.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
        columns = Columns((1, 1))
        columns.left.add(left)
        if self._waiting.participant is not None:
            columns.left.add(ContactRule(self.desk, self._waiting.participant.id))
        columns.left.add(History(self.desk, follow_up.id))
        columns.right.add(self._answer() if follow_up.is_open else self._ended())
        self.form.addWidget(columns)
        if not follow_up.is_open:
            self.save_button.setText(language.say("Open it again"))

    def _answer(self) -> Card:
        card = Card()
        for part in (self._choice, self._words, self._due, self._owner):
            card.body.addWidget(part)
        return card

    def _ended(self) -> Card:
        language, outcome = self.desk.language, self._waiting.follow_up.outcome or Outcome.DONE
        card = Card(language.say("It is closed"))
        card.body.addWidget(PlainLabel(outcome_word(outcome, language)))
        return card

    def _options(self) -> list[tuple[str, str]]:
        language, say = self.desk.language, self.desk.language.say
        is_of_contact = self._waiting.follow_up.matter is Matter.ABSENCE
        first = [Outcome.REACHED_WELL, Outcome.REACHED_NEEDS]
        if not is_of_contact:
            first.insert(0, Outcome.DONE)
        options = [(each.value, outcome_word(each, language)) for each in first]
        options.append((_NOT_REACHED, say("Not reached: a next step")))
        last = (*_OF_CONTACT, Outcome.NOT_NEEDED)
        options += [(each.value, outcome_word(each, language)) for each in last]
        return [
            *options, (_PUT_OFF, say("Put it off")), (_GIVE, say("Give it to somebody else")),
        ]  # fmt: skip

    def typed(self) -> None:
        """Ask for what the chosen way needs, and no more."""
        if not self._waiting.follow_up.is_open:
            return
        chosen, say = self._choice.value(), self.desk.language.say
        self._words.setVisible(bool(chosen))
        self._due.setVisible(chosen in _NEEDS_DAY)
        self._owner.setVisible(chosen == _GIVE and self._can_be_given)
        self.save_button.setEnabled(bool(chosen))
        labels = {
            _NOT_REACHED: say("What is to be done now?"),
            Outcome.REACHED_NEEDS.value: say("What does she need?"),
        }
        self._words.set_label(labels.get(chosen, say("If there is something to remember")))
        if chosen:
            QTimer.singleShot(0, self, self._show_all_asked)

    def _show_all_asked(self) -> None:
        asked = (self._due, self._owner, self._words)
        lowest = next((each for each in asked if each.isVisible()), self._words)
        self._area.ensureWidgetVisible(lowest)

    def save(self) -> None:
        """Keep what is chosen; without a choice there is nothing to keep."""
        is_open = self._waiting.follow_up.is_open
        if is_open and not self._choice.value():
            self._choice.set_error(self.desk.language.say("Choose what became of it."))
        elif is_open and self._choice.value() == _GIVE and not self._can_be_given:
            said = self.desk.language.say("Nobody else reads notes here.")
            self._choice.set_error(said)
        else:
            super().save()

    def deed(self) -> Deed:
        """Return what the choice does."""
        store, today, it = self.desk.store, self.desk.today(), self._waiting.follow_up.id
        if not self._waiting.follow_up.is_open:
            return lambda: reopen(store, it, today)
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

    def saved(self, value: Any) -> None:
        """Say so, with a way back."""
        desk, before, say = self.desk, self._waiting.follow_up, self.desk.language.say
        if not before.is_open:
            said = say("The follow-up is open again.")
        elif self._choice.value() in _STAYS_OPEN:
            said = say("The follow-up stays open.")
        else:
            said = say("The follow-up is closed.")
        needs = before.is_open and self._choice.value() == Outcome.REACHED_NEEDS

        def undo() -> None:
            if needs:
                desk.do(desk, lambda: remove_follow_up(desk.store, value.id))
            desk.do(desk, lambda: put_back(desk.store, before))

        desk.notice(said, undo=undo)
