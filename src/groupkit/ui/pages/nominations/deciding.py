"""Deciding a nomination: what to think of stands there before a seat is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from groupkit.domain.composition import Concern
from groupkit.domain.nomination import LONGEST_WORDS, Decision, Offer, Verdict
from groupkit.domain.refusal import (
    AlreadyInGroup,
    DateOutOfReach,
    DecidedBeforeNominated,
    DecisionMissing,
    Field,
    InFuture,
    NominationChangedSince,
    NominationDecided,
    OfferMissing,
    Refusal,
    Refused,
    SeatNeedsGroup,
    SeatNeedsHerYes,
)
from groupkit.language.care_words import concern_sentence, decision_word, offer_word, who
from groupkit.ui.desk import Desk
from groupkit.ui.drafted_sheet import Deed, DraftedSheet, her_draft
from groupkit.ui.parts.banner import Banner
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.nominating import Board, Decided, Entry, composition, decide, take_back


class DecidingSheet(DraftedSheet):
    """One of the decisions, the day, and why; ``stale`` when somebody else was faster."""

    stale = Signal()

    def __init__(
        self,
        desk: Desk,
        entry: Entry,
        board: Board,
        over: QWidget,
        reopen: Callable[[], None],
    ) -> None:
        language = desk.language
        say = language.say
        her = entry.participant
        title = say("Decide for {alias}", alias=who(her, language))
        place = her_draft(her.id, f"deciding/{entry.nomination.id}")
        super().__init__(desk, title, place, over, reopen)
        self._entry = entry
        self._asked_for = ""
        self._decision = Chips(
            say("Decision"),
            [(each.value, decision_word(each, language)) for each in Decision],
            many=False,
        )
        self._group = ChoiceField(
            say("Group"),
            [
                (
                    str(each.group.id),
                    f"{each.group.name} – "
                    + language.count("{n} free seat", "{n} free seats", each.free),
                )
                for each in board.groups
            ],
            hint="" if board.groups else say("No group has sessions ahead. Plan one first."),
        )
        offers = [(each.value, offer_word(each.value, language)) for each in Offer]
        offers += [(own, own) for own in board.offers]
        self._offer = ChoiceField(say("Which other offer"), offers)
        self._day = DateField(say("Decided on"), desk.today())
        self._why = NoteField(say("Why"), lines=2, most=LONGEST_WORDS)
        self.fields = {
            "decision": self._decision,
            "group": self._group,
            "offer": self._offer,
            "day": self._day,
            "why": self._why,
        }
        self.texts = {Field.REASON: "why"}
        self.blame = {
            SeatNeedsGroup: "group", AlreadyInGroup: "group", OfferMissing: "offer",
            InFuture: "day", DecidedBeforeNominated: "day", DateOutOfReach: "day",
            SeatNeedsHerYes: "decision", DecisionMissing: "decision",
        }  # fmt: skip
        self._concerns = QVBoxLayout()
        self._concerns.setSpacing(GRID)
        self.form.addWidget(self._decision)
        self.form.addWidget(self._group)
        self.form.addLayout(self._concerns)
        self.form.addWidget(self._offer)
        self.form.addWidget(self._day)
        self.form.addWidget(self._why)
        self.start()

    def typed(self) -> None:
        """Ask for what goes with the decision, and look at the group that was chosen."""
        chosen = self._decision.value()
        is_seat = chosen == Decision.SEAT.value
        self._group.setVisible(is_seat)
        self._offer.setVisible(chosen == Decision.OTHER_OFFER.value)
        wanted = self._group.value() if is_seat else ""
        if wanted == self._asked_for:
            return
        self._asked_for = wanted
        clear(self._concerns)
        if wanted:
            desk, her = self.desk, self._entry.participant.id
            desk.ask(
                self,
                lambda: composition(desk.store, her, UUID(wanted), desk.today()),
                lambda found: self._show_concerns(wanted, found),
            )

    def deed(self) -> Deed:
        """Return the decision."""
        if not self._decision.value():
            raise Refused(DecisionMissing())
        decision = Decision(self._decision.value())
        group = UUID(self._group.value()) if self._group.value() else None
        verdict = Verdict(
            decision,
            self._day.value(),
            self._why.value(),
            group if decision is Decision.SEAT else None,
            self._offer.value() if decision is Decision.OTHER_OFFER else "",
        )
        store, today, known = self.desk.store, self.desk.today(), self._entry.nomination
        return lambda: decide(store, known.id, verdict, known.revision, today)

    def saved(self, value: Any) -> None:
        """Say what was decided, with a way back."""
        desk = self.desk
        decided: Decided = value
        verdict = decided.after.verdict
        word = decision_word(verdict.decision, desk.language) if verdict else ""
        desk.notice(
            desk.language.say("Decided: {decision}.", decision=word),
            undo=lambda: desk.do(desk, lambda: take_back(desk.store, decided)),
        )

    def _refuse(self, refusal: Refusal) -> None:
        super()._refuse(refusal)
        if isinstance(refusal, NominationChangedSince | NominationDecided):
            self.stale.emit()

    def _show_concerns(self, group: str, found: tuple[Concern, ...]) -> None:
        if group != self._asked_for:
            return
        clear(self._concerns)
        for concern in found:
            sentence = concern_sentence(concern, self.desk.language)
            tone = "warn" if concern is not Concern.INTERPRETER else "notice"
            self._concerns.addWidget(Banner(sentence, tone=tone))
