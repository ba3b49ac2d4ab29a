"""A decided nomination, whole: it is read and no longer changed."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from groupkit.domain.nomination import Consideration, Verdict
from groupkit.language.care_words import answer_word, decision_word, offer_word, who
from groupkit.ui.desk import Desk
from groupkit.ui.fitted_sheet import FittedSheet
from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.facts import Facts
from groupkit.ui.places import PageName, Place
from groupkit.usecases.nominating import Entry


class WholeSheet(FittedSheet):
    """What was said for and against, what she said herself, and what was decided why."""

    def __init__(self, desk: Desk, entry: Entry, over: QWidget) -> None:
        say = desk.language.say
        title = say("Nomination of {alias}", alias=who(entry.participant, desk.language))
        super().__init__(title, say("Close"), over)
        self._desk, self._entry = desk, entry
        self._facts = Facts()
        self._show()
        self.form.addWidget(self._facts)
        self._page = primary(say("Go to her page"), "person")
        self._page.clicked.connect(self._go)
        self.foot.addWidget(self._page)

    def first_focus(self) -> QWidget | None:
        """Return the way to her page."""
        return self._page

    def _show(self) -> None:
        language, known = self._desk.language, self._entry.nomination
        say = language.say
        if known.verdict is not None:
            self._show_verdict(known.verdict)
        lines = [
            (say("Nominated on"), self._day(known.made)),
            (say("Contact person"), known.contact_person),
            (say("Her language"), self._considered(known.language)),
            (say("Her situation"), self._considered(known.situation)),
            (say("Her mental state"), self._considered(known.mental_state)),
            (say("What speaks for it"), known.speaks_for),
            (say("What speaks against it"), known.speaks_against),
            (say("Talked on"), self._day(known.conversation)),
            (say("What she said"), known.conversation_words),
            (say("She said yes on"), self._day(known.said_yes)),
        ]
        self._add(lines)

    def _show_verdict(self, verdict: Verdict) -> None:
        language = self._desk.language
        group = self._entry.group.name if self._entry.group else ""
        offer = offer_word(verdict.offer, language) if verdict.offer else ""
        word = decision_word(verdict.decision, language)
        said = ": ".join(filter(None, (word, group or offer)))
        self._facts.add(language.say("Decision"), said, role="strong")
        lines = [
            (language.say("Decided on"), self._day(verdict.day)),
            (language.say("Why"), verdict.why),
        ]
        self._add(lines)

    def _add(self, lines: list[tuple[str, str]]) -> None:
        for name, words in lines:
            if words:
                self._facts.add(name, words)

    def _considered(self, each: Consideration) -> str:
        answer = answer_word(each.answer, self._desk.language)
        return "\n".join(filter(None, (answer, each.words)))

    def _day(self, day: dt.date | None) -> str:
        language = self._desk.language
        return language.start(language.date_long(day)) if day else ""

    def _go(self) -> None:
        self._desk.go(Place(PageName.PARTICIPANT, self._entry.participant.id))
