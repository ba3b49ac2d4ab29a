"""How she came to the group: her nominations and what was decided."""

from __future__ import annotations

from groupkit.domain.nomination import Nomination
from groupkit.language.care_words import decision_word, offer_word, stage_word
from groupkit.ui.desk import Desk
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.clearing import clear
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.row import Row
from groupkit.usecases.her_page import HerPage


class NominationsCard(Card):
    """A quiet line for each nomination; hidden while there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.language.say("Nominated"))
        self._desk = desk
        self.hide()

    def show_nominations(self, page: HerPage) -> None:
        """Show the nominations, the newest first."""
        clear(self.body)
        for each in page.nominations:
            self.body.addWidget(self._row(each))
        self.setVisible(bool(page.nominations))

    def _row(self, each: Nomination) -> Row:
        language = self._desk.language
        row = Row(
            language.start(language.date_long(each.made)),
            self._decided(each),
            clickable=False,
        )
        row.add_trailing(StatusMark(stage_word(each.stage, language), tone="neutral"))
        return row

    def _decided(self, each: Nomination) -> str:
        language, verdict = self._desk.language, each.verdict
        by = each.contact_person and language.say("by {name}", name=each.contact_person)
        if verdict is None:
            return by
        what = decision_word(verdict.decision, language)
        if verdict.offer:
            what = f"{what}: {offer_word(verdict.offer, language)}"
        decided = language.say(
            "{decision}, {day}", decision=what, day=language.date_short(verdict.day)
        )
        return " · ".join(filter(None, (by, decided)))
