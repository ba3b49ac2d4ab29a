"""A nomination as a line on the board."""

from __future__ import annotations

from groupkit.domain.nomination import Nomination, Stage
from groupkit.language import Language
from groupkit.language.care_words import decision_word, offer_word, who
from groupkit.ui.parts.buttons import quiet, secondary
from groupkit.ui.parts.mark import StatusMark
from groupkit.ui.parts.plain import plain_tip
from groupkit.ui.parts.row import Row
from groupkit.usecases.nominating import Entry

_LONG = 60
"""Days after which a wait is marked."""


class OpenRow(Row):
    """One that can still be decided, with its buttons."""

    def __init__(self, entry: Entry, language: Language) -> None:
        say, alias = language.say, who(entry.participant, language)
        super().__init__(alias, _waiting(entry, language), icon="person")
        if entry.needs_interpreter:
            self.add_trailing(StatusMark(say("Interpreter"), tone="notice", icon="info"))
        if entry.days_waited > _LONG:
            self.add_trailing(StatusMark(say("Has waited long"), tone="warn", icon="clock"))
        self.add_trailing(StatusMark(entry.participant.number, tone="neutral"))
        self.ties = quiet("", "people")
        self.ties.setAccessibleName(say("What ties {alias} to others", alias=alias))
        self.ties.setToolTip(plain_tip(self.ties.accessibleName()))
        self.decide = secondary(say("Decide …"))
        self.decide.setAccessibleName(say("Decide for {alias}", alias=alias))
        for button in (self.ties, self.decide):
            self.add_trailing(button)


class DecidedRow(Row):
    """One that is decided; who did not get a seat can be nominated again."""

    def __init__(self, entry: Entry, language: Language) -> None:
        alias = who(entry.participant, language)
        known = entry.nomination
        facts = [language.date_short(known.verdict.day)] if known.verdict else []
        facts.append(entry.group.name if entry.group else _offer(known, language))
        super().__init__(alias, " · ".join(filter(None, facts)), icon="person")
        is_seat = known.stage is Stage.SEATED
        if known.verdict is not None:
            word = decision_word(known.verdict.decision, language)
            tone, icon = ("good", "check") if is_seat else ("neutral", "arrow-right")
            self.add_trailing(StatusMark(word, tone=tone, icon=icon))
        self.add_trailing(StatusMark(entry.participant.number, tone="neutral"))
        self.again = quiet(language.say("Nominate again"), "plus")
        self.again.setAccessibleName(language.say("Nominate {alias} again", alias=alias))
        if not is_seat and entry.participant.erased is None:
            self.add_trailing(self.again)


def _waiting(entry: Entry, language: Language) -> str:
    say, known = language.say, entry.nomination
    facts = [language.count("{n} day", "{n} days", entry.days_waited)]
    if known.contact_person:
        facts.append(say("by {name}", name=known.contact_person))
    if known.said_yes:
        facts.append(say("has said yes"))
    else:
        facts.append(say("talked with") if known.conversation else say("not talked with yet"))
    return " · ".join(facts)


def _offer(known: Nomination, language: Language) -> str:
    verdict = known.verdict
    return offer_word(verdict.offer, language) if verdict and verdict.offer else ""
