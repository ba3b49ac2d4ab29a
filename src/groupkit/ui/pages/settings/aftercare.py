"""How the house runs its aftercare groups; for who may see the women."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from groupkit.domain.practice import (
    LEAST_SEATS,
    LONGEST_PROCEDURE,
    MOST_OFFERS,
    MOST_SEATS,
    USUAL_SEATS,
    Practice,
)
from groupkit.domain.profile import ProfileField
from groupkit.domain.refusal import Refused
from groupkit.domain.reporting.completion import CompletionRule, LeastShare
from groupkit.domain.safe_contact import LEAST_DAYS, MOST_DAYS, USUAL_DAYS
from groupkit.language.care_words import profile_field_word
from groupkit.ui.desk import Desk
from groupkit.ui.page import Autosave
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.chips import Chips
from groupkit.ui.parts.field import ChoiceField, NumberField, SwitchField
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.theme.tokens import GRID
from groupkit.usecases.practice import (
    change_completion,
    change_practice,
    completion_rule,
    practice_of,
)

_LONGEST_OFFERS = 4_000


class AftercareCard(Card):
    """What is changed is kept at once; a field that breaks a rule holds back only itself."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(
            say("Aftercare groups"),
            say("What the program warns of and asks for by itself."),
            parent,
        )
        self._desk = desk
        self._known: Practice | None = None
        self._rule: CompletionRule | None = None
        self._make_fields()
        self.body.setSpacing(GRID * 2)
        for field in self._of_practice:
            self.body.addWidget(field)
        self.body.addWidget(self._least)
        self.body.addWidget(self._to_the_end)
        self._autosave = Autosave(self, self._save)
        for field in self._of_practice:
            field.changed.connect(self._typed)
        self._least.changed.connect(self._save_rule)
        self._to_the_end.changed.connect(self._save_rule)

    def _make_fields(self) -> None:
        language = self._desk.language
        say = language.say
        self._seats = NumberField(
            say("Seats in a group"),
            LEAST_SEATS,
            MOST_SEATS,
            value=USUAL_SEATS,
            hint=say("From this number on, a seat is given with a warning."),
        )
        self._days = NumberField(
            say("Days after which a rule of safe contact is old"),
            LEAST_DAYS,
            MOST_DAYS,
            value=USUAL_DAYS,
            hint=say("An old rule asks to be confirmed the next time she is there."),
        )
        self._shown = Chips(
            say("Shown on a woman's page"),
            [(each.value, profile_field_word(each, language)) for each in ProfileField],
            many=True,
            numbered=False,
            hint=say("What is left out is hidden and stays kept."),
        )
        self._offers = NoteField(
            say("Other offers of the house"),
            hint=say("One on each line, {most} at most.", most=MOST_OFFERS),
            lines=3,
            most=_LONGEST_OFFERS,
        )
        self._danger = NoteField(
            say("What we do in immediate danger"),
            hint=say("Appears with the help numbers as soon as somebody notes immediate danger."),
            lines=4,
            most=LONGEST_PROCEDURE,
        )
        self._least = ChoiceField(
            say("A woman has completed when she came to at least"),
            [
                (each.value, say("{part} of {whole} sessions", part=each.part, whole=each.whole))
                for each in LeastShare
                if each is not LeastShare.ALL
            ]
            + [(LeastShare.ALL.value, say("all sessions"))],
            hint=say("Of those that she was invited to. The figures say it beside the count."),
        )
        self._to_the_end = SwitchField(say("… and was still in the group at its last session"))
        self._gbvims = SwitchField(
            say("Count incidents by the GBVIMS types as well"),
            hint=say("A table of its own in the year's figures, for houses that report by them."),
        )
        self._of_practice = (
            self._seats, self._days, self._offers, self._danger, self._shown, self._gbvims,
        )  # fmt: skip

    def load(self) -> None:
        """Ask the store for the practice."""
        store = self._desk.store
        self._desk.ask(self, lambda: (practice_of(store), completion_rule(store)), self._show)

    def flush(self) -> None:
        """Keep at once what waits."""
        self._autosave.flush()

    def _show(self, found: tuple[Practice, CompletionRule]) -> None:
        self._known = self._rule = None
        practice, rule = found
        self._seats.set_value(practice.seats)
        self._days.set_value(practice.contact_days)
        self._offers.set_value("\n".join(practice.offers))
        self._danger.set_value(practice.danger)
        self._gbvims.set_value(practice.gbvims)
        self._shown.set_value(",".join(each for each in ProfileField if practice.shows(each)))
        self._least.set_value(rule.least.value)
        self._to_the_end.set_value(rule.to_the_end)
        self._known, self._rule = found

    def _typed(self) -> None:
        if self._known is not None:
            self._autosave.touch()

    def _save(self) -> None:
        known = self._known
        if known is None:
            return
        shown = set(self._shown.chosen())
        wanted = replace(
            self._told(known),
            seats=self._seats.value(),
            contact_days=self._days.value(),
            hidden=frozenset(each for each in ProfileField if each.value not in shown),
            gbvims=self._gbvims.value(),
        )
        if wanted == known:
            return
        self._known = wanted
        desk = self._desk
        # The desk owns the answer: what was changed counts also when the page is left at once.
        desk.do(desk, lambda: change_practice(desk.store, wanted))

    def _told(self, known: Practice) -> Practice:
        """Return ``known`` with the words as typed, as far as they can be kept."""
        self._offers.set_error(None)
        self._danger.set_error(None)
        try:
            known = replace(known, danger=self._danger.value())
        except Refused as no:
            self._danger.set_error(self._desk.sentence(no.refusal))
        lines = tuple(line for line in self._offers.value().splitlines() if line.strip())
        try:
            known = replace(known, offers=lines)
        except Refused as no:
            self._offers.set_error(self._desk.sentence(no.refusal))
        return known

    def _save_rule(self) -> None:
        if self._rule is None:
            return
        wanted = CompletionRule(LeastShare(self._least.value()), self._to_the_end.value())
        if wanted == self._rule:
            return
        self._rule = wanted
        desk = self._desk
        desk.do(desk, lambda: change_completion(desk.store, wanted))
