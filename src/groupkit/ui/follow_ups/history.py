"""What was done with a follow-up, by whom and when."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from groupkit.domain.follow_up import Step
from groupkit.language import Language
from groupkit.language.care_words import step_word
from groupkit.ui.desk import Desk
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.row import Row
from groupkit.usecases.following_up import Told, told_of


class History(Card):
    """The steps, the oldest on top."""

    def __init__(self, desk: Desk, follow_up_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(desk.language.say("History"))
        self._language = desk.language
        if parent is not None:
            self.setParent(parent)
        desk.ask(self, lambda: told_of(desk.store, follow_up_id), self._take)

    def _take(self, told: Told) -> None:
        for step in told.steps:
            self.body.addWidget(Row(*_words(step, told, self._language), clickable=False))


def _words(step: Step, told: Told, language: Language) -> tuple[str, str]:
    """Return what was done, and by whom, when and why."""
    say, names = language.say, told.people
    day = language.date_long(step.at.astimezone().date())
    facts = [day, names.get(step.user_id, "")]
    if step.due is not None:
        facts.append(say("By {day}", day=language.date_day(step.due)))
    if step.to is not None and step.to != step.user_id:
        facts.append(say("to {name}", name=names.get(step.to, "")))
    if step.words:
        facts.append(step.words)
    return step_word(step.deed, language), " · ".join(fact for fact in facts if fact)
